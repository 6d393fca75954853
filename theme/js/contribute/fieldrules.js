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

const found = (rule, keys, params = {}) => ({ rule, keys, params });
const words = (value) => (typeof value === "string" ? value : "");
const listed = (names) => names.map((name) => `«${name}»`).join("\n");

/** @param {Entry} entry @returns {Finding[]} */
export const fieldFindings = (entry) => RULES.flatMap((rule) => rule(entry));

function place({ value, schema }) {
  const local = "municipality" in value || "county" in value;
  if ("municipality" in schema.properties && !PLACE_FIELDS.some((field) => field in value)) {
    return [found("missing-place", ["municipality"])];
  }
  if (value.national === true && (local || "abroad" in value)) return [found("several-places", ["national"])];
  if (local && "abroad" in value) return [found("several-places", ["abroad"])];
  return value.national === false && !local ? [found("not-national", ["national"])] : [];
}

function ambiguousMunicipality(entry) {
  if (!entry.places) return [];
  return textsOfForm(entry.value, entry.schema, "municipality")
    .map(([keys, name]) => [
      keys,
      name,
      keys.length > 1 ? entry.places.municipalitiesCalled(name) : municipalitiesMeant(entry),
    ])
    .filter(([, , meant]) => meant.length > 1)
    .map(([keys, value, meant]) => {
      const candidates = listed(meant.map(({ display, number }) => `${display} (${number})`));
      const corrected = correctedValue(keys, `"${meant[0].number}"`);
      return found("ambiguous-municipality", keys, { value, candidates, corrected });
    });
}

/** What `municipality` may mean, told apart by `county` where it can be. */
function municipalitiesMeant({ value, places }) {
  const name = words(value.municipality);
  const meant = name ? places.municipalitiesCalled(name) : [];
  const counties = words(value.county) ? places.countiesCalled(value.county).map(({ number }) => number) : [];
  const there = meant.filter(({ county }) => counties.includes(county));
  return meant.length > 1 && there.length ? there : meant;
}

function formerCounty({ value, schema, places }) {
  if (!places) return [];
  return textsOfForm(value, schema, "county")
    .filter(([keys]) => keys.length > 1 || !("municipality" in value))
    .map(([keys, name]) => [keys, name, places.countiesCalled(name)])
    .filter(([, , counties]) => counties.length > 1)
    .map(([keys, name, counties]) =>
      found("former-county", keys, { value: name, successors: listed(counties.map((county) => county.name)) }),
    );
}

function municipalityInOtherCounty(entry) {
  const { value, places } = entry;
  if (!places || !words(value.county)) return [];
  const meant = municipalitiesMeant(entry);
  const counties = meant.length === 1 ? places.countiesCalled(value.county) : [];
  if (!counties.length || counties.some(({ number }) => number === meant[0].county)) return [];
  const right = places.counties.get(meant[0].county).name;
  const params = {
    value: value.county,
    municipality: meant[0].display,
    county: right,
    corrected: `county: "${right}"`,
  };
  return [found("municipality-in-other-county", ["county"], params)];
}

function contactWithoutAddress({ value: { contact } }) {
  return contact && !("email" in contact || "url" in contact) ? [found("contact-without-address", ["contact"])] : [];
}

function summaryRepeatsTitle({ value }) {
  const [title, summary] = [words(value.title), words(value.summary)];
  const repeats = title && lengthOf(summary) <= lengthOf(title) + PUNCTUATION && fold(title) === fold(summary);
  return repeats ? [found("summary-repeats-title", ["summary"])] : [];
}

function titleInCapitals({ value }) {
  const title = words(value.title);
  const letters = title.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  if (letters.length < ENOUGH_LETTERS || capitals.length < SHOUTING * letters.length) return [];
  const [first, ...rest] = title;
  const calm = first.toUpperCase() + rest.join("").toLowerCase();
  return [found("title-in-capitals", ["title"], { corrected: `title: ${quoted(calm)}` })];
}

function periodBackwards({ value: { period } }) {
  const [start, end] = [words(period?.from), words(period?.to)];
  const length = Math.min(start.length, end.length);
  return end.slice(0, length) < start.slice(0, length)
    ? [found("period-backwards", ["period", "to"], { start, end })]
    : [];
}

function results({ value }) {
  return (value.results ?? []).flatMap((result, index) => {
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

function attachments({ value }) {
  return (value.attachments ?? []).flatMap((attachment, index) => {
    const keys = ["attachments", index];
    const [file, url] = ["file" in attachment, "url" in attachment];
    const findings = refusedEnding("unknown-document-type", [...keys, "file"], attachment.file, DOCUMENT_ENDINGS);
    if (!file && !url) findings.push(found("attachment-without-source", keys));
    if (file && url) findings.push(found("attachment-with-two-sources", [...keys, "url"]));
    return findings;
  });
}

function images({ value }) {
  return (value.images ?? []).flatMap((image, index) => {
    const keys = ["images", index];
    const findings = refusedEnding("unknown-picture-type", [...keys, "file"], image.file, PICTURE_ENDINGS);
    const unasked = image.people === "children" && !("consent" in image);
    return unasked ? [...findings, found("children-without-consent", [...keys, "consent"])] : findings;
  });
}

function refusedEnding(rule, keys, name, endings) {
  const ending = /[^/](\.[^./]+)$/.exec(words(name))?.[1].toLowerCase() ?? "";
  return ending && !endings.includes(ending) ? [found(rule, keys, { ending, endings: endings.join("\n") })] : [];
}

function adoptionOfNothing({ kind, value }) {
  const of = "initiative" in value || "method" in value;
  return kind === "adoption" && !of ? [found("adoption-of-nothing", ["initiative"])] : [];
}

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
