/**
 * What the schema cannot say about an entry's fields. See `rules/place.py`, `titles.py`, `results.py` and their like.
 *
 * @typedef {import("./schema.js").Finding} Finding
 * @typedef {{
 *   kind: string,
 *   value: Record<string, any>,
 *   schema: import("./schema.js").Node,
 *   places: import("./placenames.js").PlaceNames | null,
 * }} Entry
 */

import { textsOfForm } from "./schema.js";
import { correctedValue, fold, lengthOf, quoted } from "./text.js";

const DOCUMENT_ENDINGS = [".csv", ".docx", ".ods", ".odt", ".pdf", ".pptx", ".txt", ".xlsx"];
const PICTURE_ENDINGS = [".jpeg", ".jpg", ".png", ".webp"];
const PLACE_FIELDS = ["municipality", "county", "national", "abroad"];
/* Share of capitals from which a title shouts. */
const SHOUTING = 0.7;
const ENOUGH_LETTERS = 10;
/* How much longer a repeated title can be for its full stop and quotes. */
const PUNCTUATION = 5;

/** @param {string} rule @param {import("./entrytext.js").Keys} keys @param {Record<string, string>} params */
const found = (rule, keys, params = {}) => ({ rule, keys, params });
/** @param {unknown} value */
const words = (value) => (typeof value === "string" ? value : "");
/** @param {string[]} names */
const listed = (names) => names.map((name) => `«${name}»`).join("\n");

/** The records of a field; none where it is not filled in. @param {Record<string, any>[] | undefined} value */
const records = (value) => value ?? [];

/** @param {Entry} entry @returns {Finding[]} */
export const fieldFindings = (entry) => RULES.flatMap((rule) => rule(entry));

/** @param {Entry} entry */
function place({ value, schema }) {
  const local = "municipality" in value || "county" in value;
  if ("municipality" in (schema.properties ?? {}) && !PLACE_FIELDS.some((field) => field in value)) {
    return [found("missing-place", ["municipality"])];
  }
  if (value.national === true && (local || "abroad" in value)) return [found("several-places", ["national"])];
  if (local && "abroad" in value) return [found("several-places", ["abroad"])];
  return value.national === false && !local ? [found("not-national", ["national"])] : [];
}

/** @param {Entry} entry */
function ambiguousMunicipality(entry) {
  const { places } = entry;
  if (!places) return [];
  return textsOfForm(entry.value, entry.schema, "municipality")
    .map(([keys, value]) => ({
      keys,
      value,
      meant: keys.length > 1 ? places.municipalitiesCalled(value) : municipalitiesMeant(entry, places),
    }))
    .filter(({ meant }) => meant.length > 1)
    .map(({ keys, value, meant }) => {
      const candidates = listed(meant.map(({ display, number }) => `${display} (${number})`));
      const corrected = correctedValue(keys, `"${meant[0].number}"`);
      return found("ambiguous-municipality", keys, { value, candidates, corrected });
    });
}

/**
 * What `municipality` may mean, told apart by `county` where it can be.
 * @param {Entry} entry
 * @param {import("./placenames.js").PlaceNames} places
 */
function municipalitiesMeant({ value }, places) {
  const name = words(value.municipality);
  const meant = name ? places.municipalitiesCalled(name) : [];
  const counties = words(value.county) ? places.countiesCalled(value.county).map(({ number }) => number) : [];
  const there = meant.filter(({ county }) => counties.includes(county));
  return meant.length > 1 && there.length ? there : meant;
}

/** @param {Entry} entry */
function formerCounty({ value, schema, places }) {
  if (!places) return [];
  return textsOfForm(value, schema, "county")
    .filter(([keys]) => keys.length > 1 || !("municipality" in value))
    .map(([keys, value]) => ({ keys, value, counties: places.countiesCalled(value) }))
    .filter(({ counties }) => counties.length > 1)
    .map(({ keys, value: name, counties }) =>
      found("former-county", keys, { value: name, successors: listed(counties.map((county) => county.name)) }),
    );
}

/** @param {Entry} entry */
function municipalityInOtherCounty(entry) {
  const { value, places } = entry;
  if (!places || !words(value.county)) return [];
  const meant = municipalitiesMeant(entry, places);
  const counties = meant.length === 1 ? places.countiesCalled(value.county) : [];
  if (!counties.length || counties.some(({ number }) => number === meant[0].county)) return [];
  const right = places.counties.get(meant[0].county)?.name ?? "";
  const params = {
    value: value.county,
    municipality: meant[0].display,
    county: right,
    corrected: `county: "${right}"`,
  };
  return [found("municipality-in-other-county", ["county"], params)];
}

/** @param {Entry} entry */
function contactWithoutAddress({ value: { contact } }) {
  return contact && !("email" in contact || "url" in contact) ? [found("contact-without-address", ["contact"])] : [];
}

/** @param {Entry} entry */
function summaryRepeatsTitle({ value }) {
  const [title, summary] = [words(value.title), words(value.summary)];
  const repeats = title && lengthOf(summary) <= lengthOf(title) + PUNCTUATION && fold(title) === fold(summary);
  return repeats ? [found("summary-repeats-title", ["summary"])] : [];
}

/** @param {Entry} entry */
function titleInCapitals({ value }) {
  const title = words(value.title);
  const letters = title.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  if (letters.length < ENOUGH_LETTERS || capitals.length < SHOUTING * letters.length) return [];
  const [first, ...rest] = title;
  const calm = first.toUpperCase() + rest.join("").toLowerCase();
  return [found("title-in-capitals", ["title"], { corrected: `title: ${quoted(calm)}` })];
}

/** @param {Entry} entry */
function periodBackwards({ value: { period } }) {
  const [start, end] = [words(period?.from), words(period?.to)];
  const length = Math.min(start.length, end.length);
  return end.slice(0, length) < start.slice(0, length)
    ? [found("period-backwards", ["period", "to"], { start, end })]
    : [];
}

/** @param {Entry} entry */
function results({ value }) {
  return records(value.results).flatMap((result, index) => {
    const [before, after] = ["before" in result, "after" in result];
    const keys = ["results", index];
    if ("value" in result || (before && after)) return [];
    if (before || after) {
      const [field, other] = before ? ["before", "after"] : ["after", "before"];
      return [found("half-a-comparison", [...keys, field], { field, other })];
    }
    return result.basis === "not-measured" ? [] : [found("result-without-value", keys)];
  });
}

/** @param {Entry} entry */
function attachments({ value }) {
  return records(value.attachments).flatMap((attachment, index) => {
    const keys = ["attachments", index];
    const [file, url] = ["file" in attachment, "url" in attachment];
    const findings = refusedEnding("unknown-document-type", [...keys, "file"], attachment.file, DOCUMENT_ENDINGS);
    if (!file && !url) findings.push(found("attachment-without-source", keys));
    if (file && url) findings.push(found("attachment-with-two-sources", [...keys, "url"]));
    return findings;
  });
}

/** @param {Entry} entry */
function images({ value }) {
  return records(value.images).flatMap((image, index) => {
    const keys = ["images", index];
    const findings = refusedEnding("unknown-picture-type", [...keys, "file"], image.file, PICTURE_ENDINGS);
    const unasked = image.people === "children" && !("consent" in image);
    return unasked ? [...findings, found("children-without-consent", [...keys, "consent"])] : findings;
  });
}

/** @param {string} rule @param {import("./entrytext.js").Keys} keys @param {unknown} name @param {string[]} endings */
function refusedEnding(rule, keys, name, endings) {
  const ending = /[^/](\.[^./]+)$/.exec(words(name))?.[1].toLowerCase() ?? "";
  return ending && !endings.includes(ending) ? [found(rule, keys, { ending, endings: endings.join("\n") })] : [];
}

/** @param {Entry} entry */
function adoptionOfNothing({ kind, value }) {
  const of = "initiative" in value || "method" in value;
  return kind === "adoption" && !of ? [found("adoption-of-nothing", ["initiative"])] : [];
}

/** @type {((entry: Entry) => Finding[])[]} */
const RULES = [
  place,
  ambiguousMunicipality,
  formerCounty,
  municipalityInOtherCounty,
  contactWithoutAddress,
  summaryRepeatsTitle,
  titleInCapitals,
  periodBackwards,
  results,
  attachments,
  images,
  adoptionOfNothing,
];
