/**
 * Where an entry's file will lie: computed, so that nobody has to invent it. The bank's own check computes it anew.
 */

import { isDevice, MAX_SLUG } from "./formats.js";
import { slugify } from "./text.js";

const NATIONAL_FOLDER = "nasjonalt";
/* Address parts that the site itself uses. */
const RESERVED = new Set(["side", "serie", "mest-brukt", "stoppet"]);

/** The address part that a title makes. @param {string} title */
export function rightSlug(title) {
  const whole = slugify(title);
  const cut = whole.slice(0, MAX_SLUG).replace(/-+$/, "");
  const slug = whole.length > MAX_SLUG && cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut;
  return slug && !isDevice(slug) && !RESERVED.has(slug) ? slug : "mitt-tiltak";
}

/**
 * The path of the file in the bank.
 * @param {{ folder: string, byCounty: boolean, fields: Record<string, any> }} entry
 * @param {import("./placenames.js").PlaceNames | null} places
 */
export function pathOf({ folder, byCounty, fields }, places) {
  const title = fields.title ?? `${fields.organisation ?? ""} ${fields.initiative ?? fields.method ?? ""}`;
  const place = byCounty ? `${countyFolder(fields, places)}/` : "";
  return `content/${folder}/${place}${rightSlug(title)}.md`;
}

/**
 * The folder of the county that an entry belongs to.
 * @param {Record<string, any>} fields
 * @param {import("./placenames.js").PlaceNames | null} places
 */
export function countyFolder({ municipality, county }, places) {
  if (!places) return NATIONAL_FOLDER;
  const counties = county ? places.countiesCalled(county) : [];
  if (!municipality) return counties[0]?.slug ?? NATIONAL_FOLDER;
  const meant = places.municipalitiesCalled(municipality);
  const there = meant.find((own) => counties.some(({ number }) => number === own.county)) ?? meant[0];
  return (there && places.counties.get(there.county)?.slug) ?? NATIONAL_FOLDER;
}
