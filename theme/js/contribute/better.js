/**
 * The value that a misspelt one was probably meant to be: what `schema/better_values.py` does.
 *
 * @typedef {{ value: string, params?: Record<string, string>, rule?: string }} Better
 *   `value` as written in the front matter, empty when nobody can tell; `rule` when another says it better
 */

import { hasDateForm, suggestedDate } from "./dates.js";
import { isEmail, isWebAddress } from "./formats.js";
import { slugify } from "./text.js";

/** @type {Better} */
const NONE = { value: "" };
/** @param {string} value */
const quotedOrNone = (value) => ({ value: value && `"${value}"` });

/** @param {string} value @param {import("./placenames.js").PlaceNames} places @returns {Better} */
function municipality(value, places) {
  if (places.countiesCalled(value).length) return { value: "", params: { county: value } };
  return nearest(places.municipalityNearMisses(value));
}

/** @param {string} value @param {import("./placenames.js").PlaceNames} places @returns {Better} */
function county(value, places) {
  if (places.municipalitiesCalled(value).length) return { value: "", params: { municipality: value } };
  return nearest(places.countyNearMisses(value));
}

/** @param {string[]} names @returns {Better} */
function nearest(names) {
  if (!names.length) return NONE;
  return { value: `"${names[0]}"`, params: { suggestions: names.map((name) => `«${name}»`).join("\n") } };
}

/** @param {string} value */
function email(value) {
  const signed = value.replace(/[([]?(?:at|krøllalfa|alfakrøll)[)\]]/gu, "@");
  const cleaned = signed.replace(/\s|^mailto:|[<>]/gu, "");
  return { value: isEmail(cleaned) ? cleaned : "" };
}

/** @param {string} value */
function webAddress(value) {
  if (/^[a-z][a-z0-9+.-]*:(?![0-9])/i.test(value) && !value.toLowerCase().startsWith("http")) return NONE;
  const rest = value
    .trim()
    .replace(/^<|>$|^(?:https?)?[:/\\]*/gi, "")
    .replaceAll(" ", "%20");
  return quotedOrNone(isWebAddress(`https://${rest}`) ? `https://${rest}` : "");
}

/** @param {string} value @param {boolean} partial */
function date(value, partial) {
  if (hasDateForm(value, { partial })) return { value: "", rule: "impossible-date" };
  return quotedOrNone(suggestedDate(value, { partial }));
}

/** @param {string} value */
function file(value) {
  const name = value.replaceAll("\\", "/").split("/").at(-1) ?? "";
  const dot = name.lastIndexOf(".");
  const [stem, ending] = [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
  return { value: stem && ending ? `${slugify(stem)}.${slugify(ending)}` : "" };
}

/** @type {Record<string, [string, (value: string, places: import("./placenames.js").PlaceNames) => Better]>} */
export const FORM_RULES = {
  municipality: ["unknown-municipality", municipality],
  county: ["unknown-county", county],
  email: ["not-an-email-address", email],
  "web-address": ["not-a-web-address", webAddress],
  "partial-date": ["date-form", (value) => date(value, true)],
  date: ["date-form", (value) => date(value, false)],
  slug: ["not-a-slug", (value) => ({ value: slugify(value.replace(/\.md$/, "").split("/").at(-1) ?? "") })],
  file: ["odd-file-reference", file],
  name: ["name-without-letters", () => NONE],
};
