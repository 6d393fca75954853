/**
 * Questions that can be answered several times: one more result, one more source, and away with it again.
 */

import { firstControl } from "./questions.js";

const NUMBERED = ["name", "id", "for", "data-field", "aria-describedby", "aria-labelledby"];

/** The records of a question. @param {HTMLElement} question @returns {HTMLElement[]} */
const recordsOf = (question) => /** @type {HTMLElement[]} */ ([...listOf(question).children]);

/** @param {Element} question */
const listOf = (question) => /** @type {HTMLElement} */ (question.querySelector("[data-records]"));

/**
 * Make exactly so many records, blank or as they are; one is always there to be filled in.
 * @param {HTMLElement} question
 * @param {number} count
 */
export function makeRecords(question, count) {
  const wanted = Math.max(count, 1);
  const list = listOf(question);
  while (list.children.length > wanted) list.lastElementChild?.remove();
  if (list.children.length === wanted) return;
  while (list.children.length < wanted) list.append(blankRecord(question));
  renumber(question);
}

/** Add a blank record. @param {HTMLElement} question */
function addRecord(question) {
  const record = blankRecord(question);
  listOf(question).append(record);
  renumber(question);
  return record;
}

/** @param {Element} question */
function blankRecord(question) {
  const { content } = /** @type {HTMLTemplateElement} */ (question.querySelector("template[data-record]"));
  return /** @type {HTMLElement} */ (/** @type {Element} */ (content.firstElementChild).cloneNode(true));
}

/**
 * Take a record away; returns what puts it back.
 * @param {HTMLElement} question
 * @param {HTMLElement} record
 */
function removeRecord(question, record) {
  const next = record.nextElementSibling;
  record.remove();
  renumber(question);
  return () => {
    listOf(question).insertBefore(record, next);
    renumber(question);
    firstControl(record)?.focus();
  };
}

/**
 * Let people add and take away records.
 * @param {HTMLFormElement} form
 * @param {{ added: (record: HTMLElement) => void, removed: (restore: () => void) => void }} happenings
 */
export function listenToRecords(form, { added, removed }) {
  form.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    /** @type {HTMLElement | null} */
    const question = target.closest("[data-control='records']");
    if (question && target.closest("[data-add]")) {
      const record = addRecord(question);
      added(record);
      firstControl(record)?.focus();
    } else if (question && target.closest("[data-remove]")) {
      const restore = removeRecord(question, /** @type {HTMLElement} */ (target.closest("[data-records] > *")));
      /** @type {HTMLElement | null} */ (question.querySelector("[data-add]"))?.focus();
      removed(restore);
    }
  });
}

/**
 * Give every record the number of its place, wherever a name has a number or waits for one.
 * @param {HTMLElement} question
 */
function renumber(question) {
  recordsOf(question).forEach((record, index) => {
    for (const own of [record, ...record.querySelectorAll("*")]) {
      for (const name of NUMBERED.filter((attribute) => own.hasAttribute(attribute))) {
        own.setAttribute(name, (own.getAttribute(name) ?? "").replace(/(?<=[.-])(?:#|[0-9]+)(?=[.-])/g, String(index)));
      }
    }
    const number = record.querySelector("[data-number]");
    if (number) number.textContent = String(index + 1);
  });
}
