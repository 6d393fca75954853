/**
 * The questions of a form, and what is said at each of them.
 */

import { fieldName } from "./schema.js";

/** @typedef {import("./schema.js").Finding} Finding */

/** Every question that is asked now: not those within templates, and not those of sections that are put away. */
export const asked = (form) => questionsOf(form).filter((question) => !question.closest("[data-section][hidden]"));

/** @returns {HTMLElement[]} */
export const questionsOf = (form) => [...form.querySelectorAll("[data-field]")];

/** The controls that hold a question's answer; those of the questions within it are theirs. */
export const controlsOf = (question) =>
  [...question.querySelectorAll("[name]")].filter((control) => control.closest("[data-field]") === question);

/**
 * The question that a finding is about: the field's own, one around it, or one within it.
 * @param {HTMLFormElement} form
 * @param {Finding} finding
 */
export function questionOf(form, finding) {
  const questions = asked(form);
  const path = aboutAddress(finding).join(".");
  const own = questions.find(({ dataset }) => dataset.field === path);
  const around = questions.filter(({ dataset }) => path.startsWith(`${dataset.field}.`)).at(-1);
  const within = questions.find(({ dataset }) => dataset.field.startsWith(`${path}.`));
  return (
    (finding.box && document.getElementById(finding.box)?.closest("[data-field]")) ?? own ?? around ?? within ?? null
  );
}

/** A contact that cannot be reached is missed where its address is asked for. */
const aboutAddress = ({ rule, keys }) => (rule === "contact-without-address" ? [...keys, "email"] : keys);

/** What a person calls the question. @param {HTMLElement} question */
export const labelOf = (question) =>
  (
    question.querySelector("legend, label, [data-label]")?.textContent ?? fieldName(question.dataset.field.split("."))
  ).trim();

/** Where the focus goes when a question is to be answered. @param {HTMLElement} question */
export const firstControl = (question) =>
  controlsOf(question)[0] ?? question.querySelector("input, select, textarea, button");

/**
 * Say at a question what is wrong with its answer, or nothing more.
 * @param {HTMLElement} question
 * @param {Finding[]} findings
 * @param {{ words: import("./words.js").Words, advice: Set<string> }} how
 */
export function tell(question, findings, { words, advice }) {
  const box = question.querySelector(".question__error");
  if (!box) return;
  const texts = findings.map((finding) => [advice.has(finding.rule), sentence(words, finding)]);
  const said = JSON.stringify(texts);
  // Saying the same again would make a screen reader read it again.
  if (box.dataset.said === said) return;
  box.dataset.said = said;
  box.replaceChildren(...texts.map(([isAdvice, text]) => message(text, isAdvice, words)));
  box.hidden = texts.length === 0;
  const wrong = texts.some(([isAdvice]) => !isAdvice);
  question.classList.toggle("question--wrong", wrong);
  for (const control of controlsOf(question)) {
    if (wrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

/** What is wrong, and what to do. */
export const sentence = (words, finding) => [words.message(finding), words.help(finding)].filter(Boolean).join(" ");

function message(text, isAdvice, words) {
  const made = document.createElement("span");
  made.className = isAdvice ? "question__message question__message--advice" : "question__message";
  const kind = document.createElement("b");
  kind.className = "question__kind";
  kind.textContent = `${words.messages[`check.severity.${isAdvice ? "advice" : "error"}`]}: `;
  made.append(kind, ...marked(text));
  return made;
}

/** A message with what stands between backticks as something to type. */
export const marked = (text) =>
  text.split("`").map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part);
    const typed = document.createElement("code");
    typed.textContent = part;
    return typed;
  });
