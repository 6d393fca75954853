/**
 * Characters nobody types on purpose, and quotes that were not meant: what `source/encoding.py` finds in a file.
 */

import { lengthOf, quoted } from "./text.js";

/**
 * What stands before the name is left out of what a text field hands on: its writer cannot see it.
 * @type {[rule: string, pattern: RegExp][]}
 */
const FORBIDDEN = [
  ["control-character", /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/gu],
  ["direction-control", /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu],
  ["tag-character", /[\u{e0000}-\u{e007f}]/gu],
  ["invisible-character", /[\u00ad\u200b\u2060\ufeff]/gu],
];
const BREAKS = /[\t\n\r\u0085\u2028\u2029]+/gu;
const OPENING_QUOTES = "„“”«»";
const CLOSING_QUOTES = "“”«»";

/**
 * The text composed, and without the characters that the check refuses or leaves out anyway.
 * @param {string} text
 */
export function withoutForbidden(text) {
  const composed = text.replace(/\r\n?/g, "\n").normalize("NFC");
  return FORBIDDEN.reduce((rest, [, pattern]) => rest.replace(pattern, ""), composed);
}

/**
 * What a text field hands on: composed, trimmed, and without what its writer cannot see. Signs that turn the reading
 * direction or carry hidden text stay, so that they are told of.
 * @param {string} text
 * @param {{ lines?: boolean }} options `lines`: whether the field may hold several
 */
export function tidied(text, { lines = false } = {}) {
  const composed = text.toWellFormed().replace(/\r\n?/g, "\n").normalize("NFC");
  const whole = lines ? composed.replace(/[\u0085\u2028\u2029]/gu, "\n") : composed.replace(BREAKS, " ");
  return [FORBIDDEN[0], FORBIDDEN[3]].reduce((rest, [, pattern]) => rest.replace(pattern, ""), whole).trim();
}

/**
 * One finding for each kind of forbidden character: a paste from elsewhere often brings hundreds.
 * @param {{ keys: import("./entrytext.js").Keys, value: string }[]} texts in the order of the file
 */
export function forbiddenCharacters(texts) {
  return FORBIDDEN.flatMap(([rule, pattern]) => {
    /** @type {{ keys: import("./entrytext.js").Keys, sign: string } | null} */
    let first = null;
    let count = 0;
    for (const { keys, value } of texts) {
      for (const [sign] of value.normalize("NFC").matchAll(pattern)) {
        first ??= { keys, sign };
        count += 1;
      }
    }
    if (!first) return [];
    const code = (first.sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return [{ rule, keys: first.keys, params: { code: `U+${code}`, count: String(count) } }];
  });
}

/**
 * Quotes of a word processor around whole values: they would become part of them. Each finding has its line, which all
 * items of a list share, so no more are written than are told of.
 * @param {import("./entrytext.js").Written} written
 * @param {number} most
 */
export function typographicQuotes({ text, leaves }, most) {
  return texts(leaves)
    .filter(({ value }) => isQuoted(value))
    .slice(0, most)
    .map(({ keys, value, start, end }) => {
      const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim();
      const space = /[:,-]$/.test(before) ? " " : "";
      const rest = text.slice(end, text.indexOf("\n", end)).trimEnd();
      const corrected = `${before}${space}${quoted(value.slice(1, -1))}${rest}`;
      return { rule: "typographic-quotes-around-value", keys, params: { value, corrected } };
    });
}

/** Those values that are texts. @param {import("./entrytext.js").Leaf[]} leaves */
export const texts = (leaves) =>
  leaves.flatMap((leaf) => (typeof leaf.value === "string" ? [{ ...leaf, value: leaf.value }] : []));

/** @param {string} value */
const isQuoted = (value) =>
  lengthOf(value) > 1 && OPENING_QUOTES.includes(value[0]) && CLOSING_QUOTES.includes(value.slice(-1));
