/**
 * A person and a form: everything that happens between the first answer and the last button.
 */

import { fillIn } from "./answers.js";
import { offerOptions } from "./combobox.js";
import { entryOf } from "./entry.js";
import { parseEntryText } from "./entrytext.js";
import { Hints } from "./hints.js";
import { Judge, progressOf } from "./judge.js";
import { Keeper } from "./keeper.js";
import { readDraftHash } from "./payload.js";
import { Pictures } from "./pictures.js";
import { PlaceNames } from "./placenames.js";
import { municipalityFinder } from "./places.js";
import { prefill } from "./prefill.js";
import { controlsOf, held, questionsOf } from "./questions.js";
import { listenToRecords, makeRecords } from "./records.js";
import { showSections } from "./sections.js";
import { Status } from "./status.js";
import { boxesOf, splitStory } from "./stories.js";
import { summarise } from "./summary.js";
import { fill } from "./words.js";

const WAIT_MS = 250;
const HINTS_WAIT_MS = 700;
/* What likeness is told by. */
const TELLING = new Set(["title", "municipality", "county", "sdgs"]);
/* Controls that are answered by one press. */
const PRESSED = new Set(["radio", "checkbox", "file", "select-one"]);

/**
 * Begin: load what the build says about the form, and take over.
 * @param {HTMLFormElement} form
 * @param {import("./draft.js").Drafts} drafts
 */
export async function startSession(form, drafts) {
  const session = new Session(form, await load(form.dataset.data ?? ""), drafts);
  await session.open();
  return session;
}

/** A data file of the site. @param {string} address */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

class Session {
  /** @param {HTMLFormElement} form @param {FormFile} data @param {import("./draft.js").Drafts} drafts */
  constructor(form, data, drafts) {
    this.form = form;
    this.data = data;
    this.told = data.words;
    /** @type {{ names: PlaceNames | null }} */
    this.places = { names: null };
    /** @type {ReturnType<typeof municipalityFinder> | null} */
    this.findMunicipality = null;
    /** @type {Promise<void> | null} */
    this.loadingPlaces = null;
    /** @type {Record<string, number>} */
    this.timers = {};
    /** @type {Asked[]} */
    this.found = [];
    /** @type {import("./ways.js").Ways | null} */
    this.ways = null;
    this.sent = readDraftHash(location.hash);
    this.status = new Status(document.getElementById("form-status"));
    this.judge = new Judge(form, data, this.places);
    this.pictures = new Pictures(form);
    this.hints = new Hints(form, load);
    this.keeper = new Keeper(form, drafts, data, {
      put: (answers) => this.put(answers),
      clear: () => this.clear(),
      status: this.status,
    });
  }

  /** Take up what was begun: answers in the address, a draft in this browser, or what a link asks for. */
  async open() {
    this.listen();
    if (this.sent?.form === this.data.form) await this.openSent(this.sent.text);
    else this.keeper.offer();
    prefill(this.form, new URLSearchParams(location.search));
    await this.settle();
  }

  /** @param {string} text */
  async openSent(text) {
    const entry = parseEntryText(text);
    if (!entry) {
      this.status.say(this.told["draft-unreadable"]);
      return;
    }
    this.judge.all = true;
    this.status.say(this.told["draft-opened"]);
    await this.put({ fields: entry.fields, stories: splitStory(entry.body, boxesOf(this.form)) });
  }

  listen() {
    for (const happening of ["input", "change"]) {
      this.form.addEventListener(happening, ({ target }) => this.answered(/** @type {Control} */ (target)));
    }
    this.form.addEventListener("focusout", (event) => this.left(event));
    this.form.addEventListener(
      "focusin",
      ({ target }) => /** @type {Element} */ (target).closest("[data-control='municipality']") && this.withPlaces(),
    );
    listenToRecords(this.form, {
      added: (record) => questionsOf(record).forEach((question) => this.equip(question)),
      removed: (restore) => this.recordRemoved(restore),
    });
    held(document, "#review-button").addEventListener("click", () => this.review());
    const previewButton = document.getElementById("preview-button");
    previewButton?.addEventListener("click", () => this.togglePreview(previewButton));
    for (const question of questionsOf(this.form)) this.equip(question);
  }

  /** Give a question what a script can add to it. @param {Question} question */
  equip(question) {
    /** @type {NodeListOf<HTMLElement>} */
    const added = question.querySelectorAll("[data-add], [data-remove], [data-script]");
    for (const own of added) own.hidden = false;
    const [input] = controlsOf(question);
    if (question.dataset.control !== "municipality" || input.hasAttribute("role")) return;
    offerOptions(/** @type {HTMLInputElement} */ (input), {
      find: async (text) => (await this.withPlaces(), this.findMunicipality?.(text) ?? []),
      label: this.told["place-list"],
      counted: (count) => fill(this.told[count === 1 ? "place-one" : "place-other"], { count }),
    });
  }

  /** The names of places, fetched when they are first needed; without them all else is checked. */
  withPlaces() {
    this.loadingPlaces ??= load(this.form.dataset.places ?? "").then(
      (data) => {
        const names = new PlaceNames(data);
        this.places.names = names;
        this.findMunicipality = municipalityFinder(names, this.told);
      },
      () => {
        this.loadingPlaces = null;
      },
    );
    return this.loadingPlaces;
  }

  /** @param {Control} control */
  answered(control) {
    /** @type {Question | null} */
    const question = control.closest("[data-field]");
    if (!question) return;
    question.dataset.answered = "";
    if (question.dataset.control === "file") this.pictures.take(/** @type {HTMLInputElement} */ (control));
    if (PRESSED.has(control.type)) this.judge.leave(question);
    if (TELLING.has(question.dataset.field)) this.later("hints", () => this.hint(question), HINTS_WAIT_MS);
    this.changed();
  }

  /** Something was written: keep it, look at it soon, and what was reviewed is not what stands there now. */
  changed() {
    showSections(this.form);
    this.keeper.note();
    held(document, "#review").hidden = true;
    this.later("check", () => this.refresh(), WAIT_MS);
  }

  /** @param {FocusEvent} event */
  left({ target, relatedTarget }) {
    /** @type {Question | null} */
    const question = /** @type {Element} */ (target).closest("[data-field]");
    if (!question || question.contains(/** @type {Node | null} */ (relatedTarget)) || !("answered" in question.dataset))
      return;
    this.judge.leave(question);
    this.refresh();
  }

  /** @param {() => void} restore */
  recordRemoved(restore) {
    this.changed();
    const action = () => {
      restore();
      this.changed();
    };
    this.status.say(this.told["record-removed"], { label: this.told.undo, action });
  }

  /** @param {string} name @param {() => void} action @param {number} wait */
  later(name, action, wait) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(action, wait);
  }

  entry() {
    return entryOf(this.form, this.data);
  }

  /** Check, and say what is to be said now; how long that takes is noted for the test of speed. */
  async refresh() {
    const { fields } = this.entry();
    if (fields.municipality || fields.county) await this.withPlaces();
    const start = performance.now();
    this.found = this.judge.judge();
    const missing = this.found.filter(({ rule }) => rule.startsWith("missing-")).map(({ question }) => question);
    const progress = progressOf(this.form, new Set(missing));
    held(document, "#progress").textContent = fill(this.told.progress, progress);
    performance.measure("idebank-check", { start });
    if (document.getElementById("preview")?.hidden === false) await this.preview();
  }

  /** @param {Question} question */
  async hint(question) {
    await this.hints.show(this.entry().fields, this.places.names, question);
  }

  /** @param {HTMLElement} button */
  async togglePreview(button) {
    const preview = held(document, "#preview");
    preview.hidden = !preview.hidden;
    button.setAttribute("aria-expanded", String(!preview.hidden));
    if (preview.hidden) return;
    await this.preview();
    preview.scrollIntoView({ block: "start" });
  }

  async preview() {
    const { showPreview } = await import("./preview.js");
    showPreview(this.form, this.entry());
  }

  /** The last look: what is wrong, or else the ways out. */
  async review() {
    this.judge.all = true;
    await this.refresh();
    const errors = this.found.filter((finding) => this.judge.isError(finding));
    const heading = fill(this.told[errors.length === 1 ? "errors-one" : "errors-other"], { count: errors.length });
    summarise(held(document, "#form-errors"), errors, { heading, words: this.judge.words });
    if (errors.length) return;
    this.keeper.write();
    const [{ showReview }, { Ways }] = await Promise.all([import("./review.js"), import("./ways.js")]);
    this.ways ??= new Ways(this.form, this.data, {
      status: this.status,
      pictures: this.pictures,
      issue: this.sent?.issue ?? "",
      left: () => this.askHowItWent(),
    });
    this.ways.prepare(this.entry(), this.places.names);
    const notes = this.pictures.all().length ? [this.told["pictures-by-mail"]] : [];
    showReview(this.form, this.found, { words: this.judge.words, told: this.told, notes });
  }

  askHowItWent() {
    this.status.say(this.told["how-it-went"], {
      label: this.told["it-went-well"],
      action: () => this.keeper.remove(),
    });
  }

  /** Put answers into the form, in place of what stands there. @param {import("./answers.js").Answers} answers */
  async put(answers) {
    const lost = fillIn(this.form, answers, (question, count) => makeRecords(question, count));
    for (const question of questionsOf(this.form)) this.equip(question);
    if (lost.length) this.status.say(fill(this.told["draft-lost"], { fields: lost.join(", ") }));
    await this.settle();
  }

  async settle() {
    showSections(this.form);
    await this.refresh();
  }

  async clear() {
    this.judge.all = false;
    this.judge.left.clear();
    held(document, "#review").hidden = true;
    summarise(held(document, "#form-errors"), [], { heading: "", words: this.judge.words });
    this.form.reset();
    await this.put({ fields: {}, stories: {} });
  }
}
