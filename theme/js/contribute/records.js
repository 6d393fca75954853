/**
 * Questions that can be answered several times: one more result, one more source, and away with it again.
 */

import { firstControl } from "./questions.js";

const NUMBERED = ["name", "id", "for", "data-field", "aria-describedby", "aria-labelledby"];

/** The records of a question. @param {HTMLElement} question @returns {HTMLElement[]} */
export const recordsOf = (question) => [...listOf(question).children];

const listOf = (question) => question.querySelector("[data-records]");

/**
 * Make exactly so many records, blank or as they are.
 * @param {HTMLElement} question
 * @param {number} count
 */
export function makeRecords(question, count) {
  const list = listOf(question);
  while (list.children.length > count) list.lastElementChild.remove();
  while (list.children.length < count) addRecord(question);
}

/** Add a blank record. @param {HTMLElement} question */
export function addRecord(question) {
  const { content } = question.querySelector("template[data-record]");
  const record = /** @type {HTMLElement} */ (content.firstElementChild.cloneNode(true));
  listOf(question).append(record);
  renumber(question);
  return record;
}

/**
 * Take a record away; returns what puts it back.
 * @param {HTMLElement} question
 * @param {HTMLElement} record
 */
export function removeRecord(question, record) {
  const next = record.nextElementSibling;
  record.remove();
  renumber(question);
  return () => {
    listOf(question).insertBefore(record, next);
    renumber(question);
    firstControl(record)?.focus();
  };
}

/** Give every record the number of its place, wherever a name has a number or waits for one. */
function renumber(question) {
  recordsOf(question).forEach((record, index) => {
    for (const own of [record, ...record.querySelectorAll("*")]) {
      for (const name of NUMBERED.filter((attribute) => own.hasAttribute(attribute))) {
        own.setAttribute(name, own.getAttribute(name).replace(/(?<=[.-])(?:#|[0-9]+)(?=[.-])/, String(index)));
      }
    }
    const number = record.querySelector("[data-number]");
    if (number) number.textContent = String(index + 1);
  });
}
