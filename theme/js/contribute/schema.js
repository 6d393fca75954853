/**
 * An entry against the schema of its kind: what `schema/violations.py` says about fields that a form can fill in.
 *
 * A form hands on texts, numbers, lists and records of the right shape, and chooses from closed lists; so only the
 * keywords are known here that typing can break.
 *
 * @typedef {import("./entrytext.js").Keys} Keys
 * @typedef {{ rule: string, keys: Keys, params: Record<string, string>, box?: string }} Finding `box`: the control of the story that it is about
 * @typedef {{
 *   type?: string, label?: string, example?: string, format?: string, pattern?: string, refers?: string,
 *   properties?: Record<string, Node>, items?: Node, required?: string[], minimum?: number,
 *   maxLength?: number, maxItems?: number, uniqueItems?: boolean,
 * }} Node
 * @typedef {{
 *   keys: Keys, label: Node, places: import("./placenames.js").PlaceNames | null,
 *   questions: Record<string, (text: string) => boolean>,
 * }} At where in an entry a value is, and the field that it goes by
 */

import { FORM_RULES } from "./better.js";
import { formats } from "./formats.js";
import { correctedValue, lengthOf, shortened } from "./text.js";

/* Longer numbers are mistakes, and some readers of the open data could not hold them. */
const INTEGER = /^-?[0-9]{1,15}$/;
/* What Python's `splitlines` takes for the end of a line. */
const LINE_BREAK = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/u;
const GROUPED = /^([0-9]{1,3}(?:[ \u00a0.,_][0-9]{3})+|[0-9]+)(?:,-|[ \u00a0]*(?:kr|kroner|nok)\.?)?$/i;

/**
 * The fields with numbers read as such, texts on one line, empty fields left out.
 * @param {Record<string, unknown>} fields
 * @param {Node} node
 */
export function coerced(fields, node) {
  const pairs = Object.entries(fields).map(([name, value]) => [
    name,
    coercedValue(value, node.properties?.[name] ?? {}),
  ]);
  return Object.fromEntries(pairs.filter(([, value]) => !isNothing(value)));
}

/** @param {unknown} value @param {Node} node @returns {unknown} */
function coercedValue(value, node) {
  if (typeof value === "string") {
    const text = onOneLine(value);
    return node.type === "integer" && INTEGER.test(text) ? Number(text) : text;
  }
  if (Array.isArray(value)) return value.map((item) => coercedValue(item, node.items ?? {}));
  return value !== null && typeof value === "object"
    ? coerced(/** @type {Record<string, unknown>} */ (value), node)
    : value;
}

/**
 * The text of a field without what surrounds it, its lines joined, as no field shows more than one.
 * @param {string} text
 */
const onOneLine = (text) =>
  text
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ");

/** Whether a value says nothing. @param {unknown} value */
export const isNothing = (value) =>
  value === "" ||
  value === null ||
  value === undefined ||
  (typeof value === "object" && Object.keys(value).length === 0);

/**
 * Where `value` breaks the schema.
 * @param {Record<string, unknown>} value
 * @param {{ schema: Node, conditions: { field: string, equals: string, required: string[] }[] }} data
 * @param {import("./placenames.js").PlaceNames | null} places
 * @returns {Finding[]}
 */
export function violations(value, { schema, conditions }, places) {
  const conditional = conditions
    .filter(({ field, equals }) => value[field] === equals)
    .flatMap(({ required }) => missing(value, { ...schema, required }, [], "stopped-without-reason"));
  return [...conditional, ...broken(value, schema, { keys: [], label: schema, places, questions: formats(places) })];
}

/**
 * What is wrong with one value, and with what is in it.
 * @param {any} value
 * @param {Node} node
 * @param {At} at
 * @returns {Finding[]}
 */
function broken(value, node, at) {
  if (Array.isArray(value))
    return [...brokenList(value, node, at), ...inside(value.entries(), () => node.items, at, node)];
  if (typeof value === "object") {
    return [...missing(value, node, at.keys), ...inside(Object.entries(value), (name) => node.properties?.[name], at)];
  }
  if (typeof value === "string") return brokenText(value, node, at);
  return node.minimum !== undefined && value < node.minimum
    ? [finding("negative-number", at, { value: String(value) })]
    : [];
}

/**
 * @param {Iterable<[string | number, unknown]>} pairs
 * @param {(key: any) => Node | undefined} nodeOf
 * @param {At} at
 * @param {Node} [list]
 * @returns {Finding[]}
 */
function inside(pairs, nodeOf, at, list) {
  return [...pairs].flatMap(([key, value]) => {
    const node = nodeOf(key);
    // An item of a list goes by the list's name.
    return node ? broken(value, node, { ...at, keys: [...at.keys, key], label: list ? at.label : node }) : [];
  });
}

/** @param {Record<string, unknown>} value @param {Node} node @param {Keys} keys @returns {Finding[]} */
function missing(value, node, keys, rule = "missing-field") {
  return (node.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => {
      const { label = name, example } = node.properties?.[name] ?? {};
      return { rule, keys: [...keys, name], params: { field: name, label, ...(example && { example }) } };
    });
}

/** @param {unknown[]} value @param {Node} node @param {At} at */
function brokenList(value, node, at) {
  const found = [];
  if (node.maxItems !== undefined && value.length > node.maxItems) {
    found.push(finding("too-many-values", at, { limit: String(node.maxItems), count: String(value.length) }));
  }
  const repeated = node.uniqueItems ? firstRepeated(value) : -1;
  if (repeated >= 0) {
    const own = finding("repeated-value", at, { value: shortened(String(value[repeated])) });
    found.push({ ...own, keys: [...at.keys, repeated] });
  }
  return found;
}

/** @param {unknown[]} list */
function firstRepeated(list) {
  const seen = new Set();
  return list.findIndex((item) => seen.size === seen.add(item).size);
}

/** @param {string} value @param {Node} node @param {At} at @returns {Finding[]} */
function brokenText(value, node, at) {
  if (node.type === "integer") {
    const grouped = GROUPED.exec(value.trim());
    const corrected = grouped && `${fieldName(at.keys)}: ${grouped[1].replace(/[^0-9]/g, "")}`;
    return [finding("not-a-number", at, { value: shortened(value), ...(corrected && { corrected }) })];
  }
  const found = [];
  const limit = node.maxLength ?? Infinity;
  const length = node.maxLength ? lengthOf(value) : 0;
  if (length > limit) {
    const over = String(length - limit);
    found.push(finding("too-long", at, { limit: String(limit), length: String(length), over }));
  }
  if (node.pattern && !new RegExp(node.pattern).test(value)) {
    found.push(finding("not-a-year", at, { value: shortened(value) }));
  }
  const question = at.questions[node.format ?? ""];
  return question && !question(value) ? [...found, brokenForm(value, node, at)] : found;
}

/** @param {string} value @param {Node} node @param {At} at */
function brokenForm(value, node, at) {
  const [rule, suggest] = FORM_RULES[node.format ?? ""];
  // Without the places no name of one is wrong.
  const better = suggest(value, /** @type {import("./placenames.js").PlaceNames} */ (at.places));
  const corrected = better.value && { corrected: correctedValue(at.keys, better.value) };
  return finding(better.rule ?? rule, at, { value: shortened(value), ...better.params, ...corrected });
}

/**
 * A finding about the value at `at.keys`, named as its field is.
 * @param {string} rule
 * @param {At} at
 * @param {Record<string, string>} params
 * @returns {Finding}
 */
function finding(rule, { keys, label }, params) {
  const field = fieldName(keys);
  return { rule, keys, params: { field, label: label.label ?? field, ...params } };
}

/** The name of the field that `keys` lead to or into: `sectors` for its second item. @param {Keys} keys */
export const fieldName = (keys) => keys.findLast((key) => typeof key === "string") ?? "";

/**
 * Place and text of every text in `value` that follows the form `format`.
 * @param {unknown} value
 * @param {Node | undefined} node
 * @param {string} format
 * @param {Keys} keys
 * @returns {[Keys, string][]}
 */
export function textsOfForm(value, node, format, keys = []) {
  if (node === undefined) return [];
  if (typeof value === "string") return node.format === format ? [[keys, value]] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => textsOfForm(item, node.items, format, [...keys, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, own]) =>
    textsOfForm(own, node.properties?.[name], format, [...keys, name]),
  );
}
