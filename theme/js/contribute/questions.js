/**
 * The questions of a form, and what is said at each of them.
 */

import { fieldName } from "./schema.js";
import { bare, fill } from "./words.js";

/** @typedef {import("./schema.js").Finding} Finding */

/**
 * Every question that is asked now: not those within templates, and not those of sections that are put away.
 * @param {HTMLFormElement} form
 */
export const asked = (form) =>
  questionsOf(form).filter((question) => !question.closest("[data-section][hidden], [data-when][hidden]"));

/** @param {Element} form @returns {Question[]} */
export const questionsOf = (form) => Array.from(form.querySelectorAll("[data-field]"));

/**
 * The controls that hold a question's answer; those of the questions within it are theirs.
 * @param {Element} question
 * @returns {Control[]}
 */
export const controlsOf = (question) =>
  Array.from(/** @type {NodeListOf<Control>} */ (question.querySelectorAll("[name]"))).filter(
    (control) => control.closest("[data-field]") === question,
  );

/**
 * What a template always has: the type is what is expected there.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 */
export const held = (root, selector) => /** @type {T} */ (root.querySelector(selector));

/**
 * The question that a finding is about: the field's own, one around it, or one within it.
 * @param {HTMLFormElement} form
 * @param {Finding} finding
 * @returns {Question | null}
 */
export function questionOf(form, finding) {
  const questions = asked(form);
  const path = aboutAddress(finding).join(".");
  const own = questions.find(({ dataset }) => dataset.field === path);
  const around = questions.filter(({ dataset }) => path.startsWith(`${dataset.field}.`)).at(-1);
  const within = questions.find(({ dataset }) => dataset.field.startsWith(`${path}.`));
  /** @type {Question | null | undefined} */
  const ofBox = finding.box ? document.getElementById(finding.box)?.closest("[data-field]") : null;
  return ofBox ?? own ?? around ?? within ?? null;
}

/**
 * A contact that cannot be reached is missed where its address is asked for.
 * @param {Finding} finding
 * @returns {import("./entrytext.js").Keys}
 */
const aboutAddress = ({ rule, keys }) => (rule === "contact-without-address" ? [...keys, "email"] : keys);

/** What a person calls the question. @param {Question} question */
export function labelOf(question) {
  const own = question.querySelector("legend, label, .question__label");
  const label = /** @type {Element | undefined} */ (own?.cloneNode(true));
  label?.querySelector(".question__optional")?.remove();
  return label?.textContent?.trim() || fieldName(question.dataset.field.split("."));
}

/**
 * Where the focus goes when a question is to be answered.
 * @param {Element} question
 * @returns {HTMLElement | null}
 */
export const firstControl = (question) =>
  controlsOf(question)[0] ?? question.querySelector("input, select, textarea, button");

/**
 * Say at a question what is wrong with its answer, or nothing more.
 * @param {HTMLElement} question
 * @param {Finding[]} findings
 * @param {{ words: import("./words.js").Words, advice: Set<string>, told: Record<string, string> }} how
 */
export function tell(question, findings, { words, advice, told }) {
  /** @type {HTMLElement | null} */
  const box = question.querySelector(".question__error");
  if (!box) return;
  const said = JSON.stringify(findings.map((finding) => [finding.rule, sentence(words, finding)]));
  // Saying the same again would make a screen reader read it again.
  if (box.dataset.said === said) return;
  box.dataset.said = said;
  box.replaceChildren(...findings.map((finding) => message(finding, { words, isAdvice: advice.has(finding.rule) })));
  for (const finding of findings) offerCorrection(question, finding, told);
  box.hidden = findings.length === 0;
  const wrong = findings.some(({ rule }) => !advice.has(rule));
  question.classList.toggle("question--wrong", wrong);
  // Of a group of radio buttons, the group is wrong and not each of them.
  for (const control of controlsOf(question).filter(({ type }) => type !== "radio")) {
    if (wrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

/** What is wrong, and what to do. @param {import("./words.js").Words} words @param {Finding} finding */
export const sentence = (words, finding) => [words.message(finding), words.help(finding)].filter(Boolean).join(" ");

/** @param {Finding} finding @param {{ words: import("./words.js").Words, isAdvice: boolean }} how */
function message(finding, { words, isAdvice }) {
  const made = document.createElement("span");
  made.className = isAdvice ? "question__message question__message--advice" : "question__message";
  const kind = document.createElement("b");
  kind.className = "question__kind";
  kind.textContent = `${words.messages[`check.severity.${isAdvice ? "advice" : "error"}`]}: `;
  made.append(kind, ...marked(sentence(words, finding)));
  return made;
}

/** A message with what stands between backticks as something to type. @param {string} text */
export const marked = (text) =>
  text.split("`").map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part);
    const typed = document.createElement("code");
    typed.textContent = part;
    return typed;
  });

/**
 * Where the better answer is known and the question has one line for it, it need not be typed.
 * @param {HTMLElement} question
 * @param {Finding} finding
 * @param {Record<string, string>} told
 */
function offerCorrection(question, { params }, told) {
  const [control, ...others] = controlsOf(question);
  const typed = [...question.querySelectorAll(".question__error code")];
  const place = typed.find(({ textContent }) => params.corrected && textContent === bare(params.corrected));
  if (!place || others.length || control?.type !== "text") return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "question__better";
  button.textContent = place.textContent;
  button.setAttribute("aria-label", fill(told.use, { value: place.textContent }));
  button.addEventListener("click", () => {
    control.value = button.textContent ?? "";
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
  place.replaceWith(button);
}
