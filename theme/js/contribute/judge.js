/**
 * Checks the answers while they are written, and says at each question what is wrong: not before the question is left,
 * and no longer than it is so.
 *
 * @typedef {import("./schema.js").Finding} Finding
 */

import { entryOf } from "./entry.js";
import { written } from "./entrytext.js";
import { activePart } from "./payload.js";
import { asked, questionOf, questionsOf, tell } from "./questions.js";
import { check, STORY } from "./rules.js";
import { boxesOf } from "./stories.js";
import { Words } from "./words.js";

export class Judge {
  /**
   * @param {HTMLFormElement} form
   * @param {FormFile} data what the build says about the form
   * @param {{ names: import("./placenames.js").PlaceNames | null }} places
   */
  constructor(form, data, places) {
    this.form = form;
    this.data = data;
    this.places = places;
    this.words = new Words({ ...data.check.messages, ...codeMessages(data.words) }, { inForm: true });
    this.advice = new Set(data.check.advice);
    this.told = data.words;
    /** @type {Set<string>} */
    this.left = new Set();
    this.all = false;
  }

  /** Remember that a question was answered and left. @param {Question} question */
  leave(question) {
    this.left.add(question.dataset.field);
  }

  /** Check everything, and say what is to be said now; returns all findings, each with its question. */
  judge() {
    const found = this.findings();
    for (const question of questionsOf(this.form)) {
      const due = this.all || this.left.has(question.dataset.field);
      tell(question, due ? found.filter((finding) => finding.question === question) : [], this);
    }
    return found;
  }

  /** Whether a finding stands in the way of sending. @param {Finding} finding */
  isError({ rule }) {
    return !this.advice.has(rule);
  }

  /** @returns {Asked[]} */
  findings() {
    const { fields, body } = entryOf(this.form, this.data);
    /** @type {(Question | null)[]} */
    const order = questionsOf(this.form);
    /** @param {Asked} finding */
    const place = ({ question }) => order.indexOf(question);
    const boxes = boxesOf(this.form).map(
      ({ name }) => new Box(/** @type {Control} */ (this.form.elements.namedItem(name)), this.data.check),
    );
    return [
      ...check(fields, body, this.data.check, this.places.names),
      ...codeFindings(fields, body).slice(0, this.data.check.most),
    ]
      .map((finding) => inItsBox(finding, boxes))
      .map((finding) => ({ ...finding, question: questionOf(this.form, finding) }))
      .sort((a, b) => place(a) - place(b));
  }
}

/** A box of the story; what is wrong with its own text is found out once, and only when somebody asks. */
class Box {
  /** @param {Control} control @param {import("./rules.js").CheckData} data */
  constructor(control, data) {
    this.id = control.id;
    this.text = control.value;
    this.data = data;
    /** @type {Set<string> | null} */
    this.broken = null;
  }

  /** @param {string} rule */
  breaks(rule) {
    const own = () => check({}, this.text, this.data, null).filter(({ keys }) => keys[0] === "body");
    this.broken ??= new Set(own().map((finding) => finding.rule));
    return this.broken.has(rule);
  }
}

/**
 * A finding about the story, with the box that it is about.
 * @param {Finding} finding
 * @param {Box[]} boxes
 * @returns {Finding}
 */
function inItsBox(finding, boxes) {
  if (finding.keys[0] !== "body") return finding;
  const { rule, params } = finding;
  const own = boxes.find((box) => (params.value && box.text.includes(params.value)) || box.breaks(rule));
  return { ...finding, box: (own ?? boxes[0])?.id };
}

/** What would be refused where it is sent, since it could run as code. No rule of the check: a file may say it. */
const CODE = "code-in-answer";

/** @param {Record<string, unknown>} fields @param {string} body @returns {Finding[]} */
const codeFindings = (fields, body) =>
  [...written(fields).leaves, { keys: STORY, value: body }]
    .map(({ keys, value }) => ({ rule: CODE, keys, params: { value: activePart(String(value)) } }))
    .filter(({ params }) => params.value);

/** @param {Record<string, string>} told */
const codeMessages = (told) => ({ [`rules.${CODE}.message`]: told.code, [`rules.${CODE}.help`]: told["code-help"] });

/**
 * How many of the questions that must be answered are answered; where something belongs is one of them.
 * @param {HTMLFormElement} form
 * @param {Set<Question | null>} missing
 */
export function progressOf(form, missing) {
  /** @param {Question} question */
  const must = ({ dataset }) => "required" in dataset || dataset.field === "municipality";
  const required = asked(form).filter((question) => must(question) && !question.closest("[data-records]"));
  const open = required.filter((question) => missing.has(question));
  return { done: required.length - open.length, all: required.length };
}
