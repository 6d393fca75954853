/**
 * Answers in the words of the form: the name of what was chosen in place of its id.
 */

import { controlsOf } from "./questions.js";

/**
 * What a question's answer is called where people read it, one choice a line; empty when there is none.
 * @param {HTMLElement} question
 */
export function answerText(question) {
  const controls = controlsOf(question);
  const chosen = controls.filter(({ checked }) => checked);
  if (chosen.length) return chosen.map(nameOf).join("\n");
  const [first] = controls;
  if (!first || ["radio", "checkbox"].includes(first.type)) return "";
  if (first instanceof HTMLSelectElement) return first.value ? first.selectedOptions[0].textContent.trim() : "";
  return first.type === "file" ? (first.dataset.file ?? "") : first.value.trim();
}

/** What a choice is called. @param {Control} control @returns {string} */
function nameOf(control) {
  const label = control.closest("label") ?? control.labels?.[0];
  return (label?.querySelector("[data-label]") ?? label)?.textContent.trim() ?? control.value;
}

/** What a control lets choose: each value, and what it is called. @param {Control} control */
function choicesOf(control) {
  if (control instanceof HTMLSelectElement) {
    return Array.from(control.options, ({ value, textContent }) => ({ value, name: textContent.trim() }));
  }
  const isChoice = control.type === "radio" || control.type === "checkbox";
  return isChoice ? [{ value: control.value, name: nameOf(control) }] : [];
}

/**
 * An entry's fields with the names of what was chosen, for the preview.
 * @param {Record<string, any>} fields
 * @param {Question[]} questions
 */
export function shownFields(fields, questions) {
  const names = new Map(
    questions.flatMap((question) =>
      controlsOf(question)
        .flatMap((control) => choicesOf(control))
        .map(({ value, name }) => [`${question.dataset.field}=${value}`, name]),
    ),
  );
  /** @param {any} value @param {string} path @returns {any} */
  const named = (value, path) => {
    if (Array.isArray(value))
      return value.map((item, i) => named(item, typeof item === "object" ? `${path}.${i}` : path));
    if (value === null || typeof value !== "object") return names.get(`${path}=${value}`) ?? String(value);
    return Object.fromEntries(
      Object.entries(value).map(([name, own]) => [name, named(own, path ? `${path}.${name}` : name)]),
    );
  };
  return { ...named(fields, ""), ids: fields };
}
