/**
 * The entry that the answers make: what will be sent, and what is checked.
 */

import { readAnswers } from "./answers.js";
import { entryText } from "./entrytext.js";
import { boxesOf, storyOf } from "./stories.js";

/**
 * @param {HTMLFormElement} form
 * @param {Pick<FormFile, "check" | "machine">} data
 */
export function entryOf(form, { check, machine }) {
  const { fields, stories } = readAnswers(form, check.schema);
  /** @type {Record<string, unknown>} */
  const told = { ...machine, ...fields, ...(machine.published ? { published: today() } : {}) };
  const known = Object.keys(check.schema.properties ?? {}).filter((name) => name in told);
  const names = [...known, ...Object.keys(told).filter((name) => !known.includes(name))];
  const ordered = Object.fromEntries(names.map((name) => [name, told[name]]));
  const body = storyOf(stories, boxesOf(form));
  return { fields: ordered, body, text: entryText(ordered, body) };
}

/** Today where the person is, as 2026-11-22. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
