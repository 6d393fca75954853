/**
 * Everything `idebank check` would say about what a form can hold: the same rules, places and parameters.
 *
 * `tests/contribute/vectors/check.yml` holds this and Python to the same answers.
 *
 * @typedef {import("./schema.js").Finding} Finding
 * @typedef {{
 *   kind: string,
 *   language: string,
 *   schema: import("./schema.js").Node,
 *   conditions: { field: string, equals: string, required: string[] }[],
 *   advice: string[],
 *   messages: Record<string, string>,
 *   most: number,
 * }} CheckData what `forms/checkdata.py` writes; of a rule's findings, `most` are told
 */

import { forbiddenCharacters, texts, typographicQuotes, withoutForbidden } from "./characters.js";
import { written } from "./entrytext.js";
import { fieldFindings } from "./fieldrules.js";
import { personalFindings } from "./personal.js";
import { coerced, violations } from "./schema.js";
import { storyFindings } from "./story.js";

/** Where a finding is that is about the story. */
export const STORY = Object.freeze(["body"]);

/**
 * What is wrong with an entry, and what could be better.
 * @param {Record<string, unknown>} fields
 * @param {string} body
 * @param {CheckData} data
 * @param {import("./placenames.js").PlaceNames | null} places null as long as nobody needs the list
 * @returns {Finding[]}
 */
export function check(fields, body, data, places) {
  const raw = written(fields, body);
  const own = cleanedFields(fields);
  const clean = written(own, withoutForbidden(body));
  const value = coerced(own, data.schema);
  const ofForm = [
    ...forbiddenCharacters([...texts(raw.leaves), { keys: STORY, value: body }]),
    ...typographicQuotes(clean, data.most),
  ];
  const ofContent = [
    ...violations(value, data, places),
    ...fieldFindings({ kind: data.kind, value, schema: data.schema, places }),
  ];
  const atPlaces = bounded(personalFindings(clean.text), data.most);
  const found = [
    ...ofForm,
    ...withoutConsequences(ofContent, ofForm, data.advice),
    ...atPlaces.map(({ rule, offset, params }) => ({ rule, keys: keysAt(clean, offset), params })),
    ...storyFindings(clean.text.slice(clean.bodyStart), data.kind).map((own) => ({ ...own, keys: STORY })),
  ];
  return bounded(found, data.most);
}

/**
 * No more findings of a rule than anybody would read.
 * @template {{ rule: string }} T
 * @param {T[]} findings
 * @param {number} most
 */
function bounded(findings, most) {
  const counts = new Map();
  return findings.filter(({ rule }) => counts.set(rule, (counts.get(rule) ?? 0) + 1).get(rule) <= most);
}

/**
 * What a value lost to a mistake of form in the same field is not missed as well; advice hides nothing.
 * @param {Finding[]} findings
 * @param {Finding[]} ofForm
 * @param {string[]} advice
 */
function withoutConsequences(findings, ofForm, advice) {
  const spoilt = new Set(ofForm.filter(({ rule }) => !advice.includes(rule)).map(({ keys }) => keys[0]));
  return findings.filter(({ rule, keys }) => rule !== "missing-field" || keys.length < 2 || !spoilt.has(keys[0]));
}

/** @param {unknown} value @returns {unknown} */
function cleaned(value) {
  if (typeof value === "string") return withoutForbidden(value);
  if (Array.isArray(value)) return value.map(cleaned);
  return value === null || typeof value !== "object" ? value : cleanedFields(value);
}

/** @param {object} fields @returns {Record<string, unknown>} */
const cleanedFields = (fields) => Object.fromEntries(Object.entries(fields).map(([name, own]) => [name, cleaned(own)]));

/**
 * The value that a place in the text belongs to.
 * @param {import("./entrytext.js").Written} written
 * @param {number} offset
 */
const keysAt = ({ leaves }, offset) => leaves.find(({ start, end }) => start <= offset && offset < end)?.keys ?? STORY;
