/**
 * A finding in words: its message, its help and its reason, composed as `report/words.py` does.
 *
 * @typedef {import("./schema.js").Finding} Finding
 */

import { masked } from "./nationalid.js";
import { fold } from "./text.js";

/* Control characters, line separators, direction controls and tags: what could garble what stands around them. */
const GARBLING =
  /[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
/* Parameters whose values are all meant; of others, one is. */
const ALL_OF_THEM = new Set(["successors", "wanted"]);

/** @param {string} text */
const plain = (text) => masked(text.replace(GARBLING, "\ufffd"));

/** A label as it is written within a sentence: `tittel`, but `FNs bærekraftsmål`. @param {string} label */
const within = (label) => (/^.\p{Ll}/u.test(label) ? label[0].toLowerCase() + label.slice(1) : label);

/** The message with `{name}` filled in. @param {string} text @param {Record<string, unknown>} params */
export const fill = (text, params) => text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));

export class Words {
  /**
   * @param {Record<string, string>} messages the texts of the check in one language, by dotted key
   * @param {{ inForm?: boolean }} options `inForm`: said to somebody who sees questions and no file
   */
  constructor(messages, { inForm = false } = {}) {
    this.messages = messages;
    this.inForm = inForm;
  }

  /** What is wrong. @param {Finding} finding */
  message(finding) {
    return this.part(finding, "message");
  }

  /** What to do about it. @param {Finding} finding */
  help(finding) {
    return this.part(finding, "help");
  }

  /** Why it matters; empty where that is plain. @param {Finding} finding */
  why(finding) {
    return this.part(finding, "why");
  }

  /**
   * A text of the rule: the variant for what is known in this case, else the usual one.
   * @param {Finding} finding
   * @param {string} part
   */
  part({ rule, params }, part) {
    const ready = this.ready(params);
    const keys = [`rules.${rule}.${part}-in-form`, `rules.${rule}.${part}`].slice(this.inForm ? 0 : 1);
    for (const key of keys) {
      const variant = Object.keys(ready).find((name) => `${key}-with-${name}` in this.messages);
      const text = variant ? this.messages[`${key}-with-${variant}`] : this.messages[key];
      if (text !== undefined) return fill(text, ready);
    }
    return "";
  }

  /** @param {Record<string, string>} params */
  ready(params) {
    /** @type {Record<string, string>} */
    const ready = {};
    for (const [name, value] of Object.entries(params)) {
      ready[name] = this.joined(value.split("\n").map(plain), ALL_OF_THEM.has(name) ? "and" : "or");
    }
    if (this.inForm && "corrected" in ready) ready.corrected = bare(ready.corrected);
    if ("field" in ready) ready.name = this.name(ready);
    return ready;
  }

  /** @param {Record<string, string>} ready */
  name({ field, label = field }) {
    if (this.inForm) return fill(this.messages["check.in-form"], { label });
    return fold(label) === fold(field) ? `\`${field}\`` : `\`${field}\` (${within(label)})`;
  }

  /** `a, b or c` with this language's word. @param {string[]} parts @param {string} word */
  joined(parts, word) {
    if (parts.length < 2) return parts.join("");
    return `${parts.slice(0, -1).join(", ")} ${this.messages[`check.${word}`]} ${parts.at(-1)}`;
  }
}

/**
 * A corrected line's value alone, as it is typed into a form: `municipality: "Bodø"` gives `Bodø`.
 * @param {string} corrected
 */
export const bare = (corrected) => corrected.replace(/^[a-z_]+: /, "").replace(/^(["'])(.*)\1$/, "$2");
