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
import { asked, controlsOf, questionsOf } from "./questions.js";
import { addRecord, makeRecords, removeRecord } from "./records.js";
import { showReview } from "./review.js";
import { showSections } from "./sections.js";
import { Status } from "./status.js";
import { boxesOf, splitStory } from "./stories.js";
import { summarise } from "./summary.js";
import { Ways } from "./ways.js";
import { fill } from "./words.js";

const WAIT_MS = 250;
const HINTS_WAIT_MS = 700;

/**
 * Begin: load what the build says about the form, and take over.
 * @param {HTMLFormElement} form
 * @param {import("./draft.js").Drafts} drafts
 */
export async function startSession(form, drafts) {
  const session = new Session(form, await load(form.dataset.data), drafts);
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
  constructor(form, data, drafts) {
    this.form = form;
    this.data = data;
    this.told = data.words;
    this.places = { names: null };
    this.status = new Status(document.getElementById("form-status"));
    this.sent = readDraftHash(location.hash);
    this.judge = new Judge(form, data, this.places);
    this.pictures = new Pictures(form);
    const put = (answers) => this.put(answers);
    this.keeper = new Keeper(form, drafts, data, { put, clear: () => this.clear(), status: this.status });
    this.ways = new Ways(form, data, {
      status: this.status,
      pictures: this.pictures,
      issue: this.sent?.issue ?? "",
      left: () => this.askHowItWent(),
    });
    this.hints = new Hints(form.dataset.like, load);
    this.timers = {};
  }

  /** Take up what was begun: answers in the address, a draft in this browser, or what a link asks for. */
  async open() {
    this.listen();
    if (this.sent?.form === this.data.form) await this.openSent();
    else this.keeper.offer();
    if (prefill(this.form, new URLSearchParams(location.search))) await this.settle();
    await this.refresh();
  }

  async openSent() {
    const entry = parseEntryText(this.sent.text);
    if (!entry) {
      this.status.say(this.told["draft-unreadable"]);
      return;
    }
    await this.put({ fields: entry.fields, stories: splitStory(entry.body, boxesOf(this.form)) });
    this.status.say(this.told["draft-opened"]);
    this.judge.all = true;
  }

  listen() {
    this.form.addEventListener("input", (event) => this.answered(event.target));
    this.form.addEventListener("change", (event) => this.answered(event.target));
    this.form.addEventListener("focusout", (event) => this.left(event));
    this.form.addEventListener("focusin", (event) => this.entered(event.target));
    this.form.addEventListener("click", (event) => this.clicked(event.target));
    document.getElementById("review-button")?.addEventListener("click", () => this.review());
    document.getElementById("preview-button")?.addEventListener("click", (event) => this.togglePreview(event));
    for (const question of questionsOf(this.form)) this.equip(question);
  }

  /** Give a question what a script can add to it. */
  equip(question) {
    for (const button of question.querySelectorAll("[data-add], [data-remove]")) button.hidden = false;
    if (question.dataset.control !== "municipality") return;
    offerOptions(controlsOf(question)[0], {
      find: async (text) => (await this.withPlaces(), this.findMunicipality(text)),
      label: this.told["place-list"],
      counted: (count) => fill(this.told[count === 1 ? "place-one" : "place-other"], { count }),
    });
  }

  /** The names of places, fetched when they are first needed. */
  async withPlaces() {
    this.loadingPlaces ??= load(this.form.dataset.places).then((data) => {
      this.places.names = new PlaceNames(data);
      this.findMunicipality = municipalityFinder(this.places.names, this.told);
    });
    await this.loadingPlaces;
  }

  answered(control) {
    const question = control.closest("[data-field]");
    if (!question) return;
    question.dataset.answered = "";
    this.keeper.note();
    showSections(this.form);
    if (question.dataset.control === "file") this.pictures.take(control);
    if (["radio", "checkbox", "file"].includes(control.type)) this.judge.leave(question);
    document.getElementById("review").hidden = true;
    this.later("check", () => this.refresh(), WAIT_MS);
    if (["title", "municipality", "county", "sdgs"].includes(question.dataset.field)) {
      this.later("hints", () => this.hint(), HINTS_WAIT_MS);
    }
  }

  left(event) {
    const question = event.target.closest("[data-field]");
    if (!question || question.contains(event.relatedTarget) || !("answered" in question.dataset)) return;
    this.judge.leave(question);
    this.refresh();
  }

  entered(control) {
    if (control.closest("[data-control='municipality']")) this.withPlaces();
  }

  clicked(target) {
    const question = target.closest("[data-control='records']");
    if (!question) return;
    if (target.closest("[data-add]")) {
      const record = addRecord(question);
      for (const own of record.querySelectorAll("[data-field]")) this.equip(own);
      record.querySelector("input, select, textarea").focus();
    } else if (target.closest("[data-remove]")) {
      const restore = removeRecord(question, target.closest("[data-records] > *"));
      question.querySelector("[data-add]").focus();
      this.changedRecords();
      this.status.say(this.told["record-removed"], {
        label: this.told.undo,
        action: () => (restore(), this.changedRecords()),
      });
    }
  }

  changedRecords() {
    this.keeper.note();
    this.refresh();
  }

  later(name, action, wait) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(action, wait);
  }

  /** Check, and say what is to be said now. */
  async refresh() {
    const { fields } = entryOf(this.form, this.data);
    if (fields.municipality || fields.county) await this.withPlaces();
    this.found = this.judge.judge();
    const missing = new Set(
      this.found.filter(({ rule }) => rule.startsWith("missing-")).map(({ question }) => question),
    );
    const progress = document.getElementById("progress");
    if (progress) progress.textContent = fill(this.told.progress, progressOf(this.form, missing));
    const preview = document.getElementById("preview");
    if (preview && !preview.hidden) await this.preview();
  }

  async hint() {
    const box = document.getElementById("like");
    if (!box || !this.form.dataset.like) return;
    const { fields } = entryOf(this.form, this.data);
    const found = await this.hints.of(fields, this.places.names);
    const list = box.querySelector("ul");
    list.replaceChildren(...found.map(({ slug, title }) => this.hintLine(slug, title)));
    box.hidden = found.length === 0;
  }

  hintLine(slug, title) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${this.form.dataset.root}tiltak/${slug}/`;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = title;
    item.append(link);
    return item;
  }

  async togglePreview({ currentTarget: button }) {
    const preview = document.getElementById("preview");
    preview.hidden = !preview.hidden;
    button.setAttribute("aria-expanded", String(!preview.hidden));
    if (!preview.hidden) await this.preview();
  }

  async preview() {
    const [{ previewOf }, { shownFields }] = await Promise.all([import("./preview.js"), import("./shown.js")]);
    const { fields, body } = entryOf(this.form, this.data);
    const template = document.getElementById("preview-template");
    const shown = shownFields(fields, asked(this.form));
    document.querySelector("#preview [data-preview]").replaceChildren(previewOf(template, { shown, story: body }));
  }

  async review() {
    this.judge.all = true;
    await this.refresh();
    const errors = this.found.filter((finding) => this.judge.isError(finding));
    const heading = fill(this.told[errors.length === 1 ? "errors-one" : "errors-other"], {
      count: errors.length,
    });
    summarise(document.getElementById("form-errors"), errors, { heading, words: this.judge.words });
    if (errors.length) return;
    this.keeper.write();
    this.ways.prepare(entryOf(this.form, this.data), this.places.names);
    const advice = this.found.filter((finding) => !this.judge.isError(finding));
    showReview(this.form, advice, { words: this.judge.words, told: this.told });
  }

  askHowItWent() {
    this.status.say(this.told["how-it-went"], {
      label: this.told["it-went-well"],
      action: () => this.keeper.remove(),
    });
  }

  /** Put answers into the form, in place of what stands there. */
  async put(answers) {
    const lost = fillIn(this.form, answers, (question, count) => {
      makeRecords(question, count);
      for (const own of question.querySelectorAll("[data-records] [data-field]")) this.equip(own);
    });
    if (lost.length) this.status.say(fill(this.told["draft-lost"], { fields: lost.join(", ") }));
    await this.settle();
  }

  async settle() {
    showSections(this.form);
    await this.refresh();
  }

  clear() {
    this.form.reset();
    delete this.form.dataset.unasked;
    this.judge.all = false;
    this.judge.left.clear();
    this.put({ fields: {}, stories: {} });
  }
}
