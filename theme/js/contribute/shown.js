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
  if (first.localName === "select") return first.value ? first.selectedOptions[0].textContent.trim() : "";
  return first.type === "file" ? (first.dataset.file ?? "") : first.value.trim();
}

/** What a choice is called. */
function nameOf(control) {
  const label = control.closest("label") ?? control.labels?.[0];
  return (label?.querySelector("[data-label]") ?? label)?.textContent.trim() ?? control.value;
}

/**
 * An entry's fields with the names of what was chosen, for the preview.
 * @param {Record<string, any>} fields
 * @param {HTMLElement[]} questions
 */
export function shownFields(fields, questions) {
  const names = new Map(
    questions.flatMap((question) =>
      controlsOf(question)
        .flatMap((control) => (control.localName === "select" ? [...control.options] : [control]))
        .filter(({ type, localName }) => localName === "option" || type === "radio" || type === "checkbox")
        .map((own) => [
          `${question.dataset.field}=${own.value}`,
          own.localName === "option" ? own.textContent.trim() : nameOf(own),
        ]),
    ),
  );
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
