/**
 * The answers in a form: read as an entry's fields and stories, and put back.
 *
 * @typedef {{ fields: Record<string, any>, stories: Record<string, string> }} Answers
 *   `stories`: what stands in each box for telling, by the box's name
 */

import { tidied } from "./characters.js";
import { asked, controlsOf, questionsOf } from "./questions.js";
import { isNothing } from "./schema.js";

const INTEGER = /^-?[0-9]{1,15}$/;
const LISTS = new Set(["choices", "goals"]);

/**
 * What is answered, in the order of the schema; what is not filled in is left out.
 * @param {HTMLFormElement} form
 * @param {import("./schema.js").Node} schema
 * @param {{ all?: boolean }} options `all`: those of sections that are put away as well
 * @returns {Answers}
 */
export function readAnswers(form, schema, { all = false } = {}) {
  /** @type {Answers["fields"]} */
  const fields = {};
  /** @type {Answers["stories"]} */
  const stories = {};
  for (const question of all ? questionsOf(form) : asked(form)) {
    const { field, control } = question.dataset;
    if (control === "story") {
      for (const box of controlsOf(question)) stories[box.name] = tidied(box.value, { lines: true });
    } else {
      putAt(fields, field.split("."), valueOf(question, control));
    }
  }
  for (const [name, value] of Object.entries(unasked(form))) fields[name] ??= value;
  return { fields: ordered(fields, schema), stories };
}

/** @param {Question} question @param {string} control */
function valueOf(question, control) {
  const controls = controlsOf(question);
  const [first] = controls;
  const chosen = controls.filter(({ checked }) => checked).map(({ value }) => value);
  if (LISTS.has(control)) return chosen;
  if (control === "yes-no") return chosen.length ? chosen[0] === "true" : "";
  if (!first) return "";
  if (first.type === "radio") return chosen[0] ?? "";
  if (first.type === "file") return first.dataset.file ?? "";
  if (control === "texts")
    return first.value
      .split(/\r?\n/)
      .map((line) => tidied(line))
      .filter(Boolean);
  const text = tidied(first.value);
  return control === "number" && INTEGER.test(text) ? Number(text) : text;
}

/** @param {Record<string, any>} fields @param {string[]} path @param {unknown} value */
function putAt(fields, path, value) {
  // That something is not for the whole country says nothing about where it belongs.
  if (isNothing(value) || (path[0] === "national" && value === false)) return;
  const within = path.slice(0, -1).reduce((parent, key, index) => {
    parent[key] ??= isNumber(path[index + 1]) ? [] : {};
    return parent[key];
  }, fields);
  within[path[path.length - 1]] = value;
}

/** @param {string} key */
const isNumber = (key) => /^[0-9]+$/.test(key);

/**
 * Fields in the order of the schema; records in which nothing is said are left out.
 * @param {any} value
 * @param {import("./schema.js").Node} [node]
 * @returns {any}
 */
function ordered(value, node) {
  if (Array.isArray(value)) return value.filter((item) => !isNothing(item)).map((item) => ordered(item, node?.items));
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(node?.properties ?? {});
  const known = names.filter((name) => name in value);
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  return Object.fromEntries(
    [...known, ...unknown].map((name) => [name, ordered(value[name], node?.properties?.[name])]),
  );
}

/** @param {HTMLFormElement} form @returns {NodeListOf<Question>} */
const recordsIn = (form) => form.querySelectorAll("[data-control='records']");

/**
 * Put answers into a form. Fields that it does not ask about go along unseen.
 * @param {HTMLFormElement} form
 * @param {Answers} answers
 * @param {(question: Question, count: number) => void} makeRecords makes so many records to fill in
 * @returns {string[]} the fields whose answers found no place, since there is no such choice
 */
export function fillIn(form, { fields, stories }, makeRecords) {
  for (const question of recordsIn(form)) {
    const records = valueAt(fields, question.dataset.field);
    makeRecords(question, Array.isArray(records) ? records.length : 0);
  }
  /** @type {string[]} */
  const lost = [];
  const askedAbout = new Set();
  for (const question of questionsOf(form)) {
    const { field, control } = question.dataset;
    askedAbout.add(field.split(".")[0]);
    if (control === "story") for (const box of controlsOf(question)) box.value = stories[box.name] ?? "";
    else if (!setValue(question, control, valueAt(fields, field))) lost.push(field);
  }
  const others = Object.entries(fields).filter(([name]) => !askedAbout.has(name));
  form.dataset.unasked = JSON.stringify(Object.fromEntries(others));
  return lost;
}

/**
 * Fields that came with a draft, and that this form has no question for.
 * @param {HTMLFormElement} form
 * @returns {Record<string, unknown>}
 */
const unasked = (form) => JSON.parse(form.dataset.unasked ?? "{}");

/** @param {Record<string, any>} fields @param {string} field @returns {any} */
const valueAt = (fields, field) => field.split(".").reduce((/** @type {any} */ within, key) => within?.[key], fields);

/**
 * Put a value into a question's controls; tells whether there was a place for it.
 * @param {Question} question
 * @param {string} control
 * @param {any} value
 */
function setValue(question, control, value) {
  const controls = controlsOf(question);
  const [first] = controls;
  if (LISTS.has(control) || control === "yes-no" || first?.type === "radio") {
    const wanted = [value ?? []].flat().map(String);
    for (const own of controls) own.checked = wanted.includes(own.value);
    return wanted.every((one) => controls.some((own) => own.value === one));
  }
  // A browser lets nobody choose a file but the person.
  if (!first || first.type === "file") return true;
  first.value = Array.isArray(value) ? value.join("\n") : String(value ?? "");
  return value === undefined || first.value !== "";
}
