/**
 * Which municipalities a few letters may mean: today's names, Sámi and Kven names, former names and numbers.
 */

import { placeKey } from "./placenames.js";
import { fill } from "./words.js";

const MOST = 8;

/** @typedef {{ own: import("./placenames.js").Municipality, spelling: string, former: boolean }} Name */

/**
 * Returns a function that tells what to offer for what is typed, best first: names that begin so, then names with a
 * word that begins so.
 * @param {import("./placenames.js").PlaceNames} places
 * @param {Record<string, string>} told
 * @returns {(text: string) => import("./combobox.js").Option[]}
 */
export function municipalityFinder(places, told) {
  const names = [...namesOf(places)].map((name) => ({ ...name, key: placeKey(name.spelling) }));
  return (text) => {
    const typed = placeKey(text);
    const ranked = names
      .map((name) => ({ ...name, rank: rankOf(name.key, typed) + (name.former ? 2 : 0) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank || a.own.display.localeCompare(b.own.display, "nb"));
    const offered = new Map();
    for (const name of ranked) if (!offered.has(name.own.number)) offered.set(name.own.number, name);
    return [...offered.values()].slice(0, MOST).map((name) => option(name, places, told));
  };
}

/** @param {string} spelling @param {string} key */
function rankOf(spelling, key) {
  if (!key) return Infinity;
  if (spelling === key) return 0;
  if (spelling.startsWith(key)) return 0.5;
  return `-${spelling}`.includes(`-${key}`) ? 1 : Infinity;
}

/**
 * Every name and number, with the municipality of today that it means.
 * @param {import("./placenames.js").PlaceNames} places
 * @returns {Generator<Name>}
 */
function* namesOf(places) {
  for (const own of places.municipalities.values()) {
    for (const spelling of [own.name, ...own.parallel, own.number]) yield { own, spelling, former: false };
  }
  for (const [number, name, today] of places.former) {
    for (const own of today
      .map((successor) => places.municipalities.get(successor))
      .filter((own) => own !== undefined)) {
      for (const spelling of [...name.split(" (")[0].split(" - "), number]) yield { own, spelling, former: true };
    }
  }
}

/**
 * A municipality with its county, and with the name that was typed when it is another one.
 * @param {Name & { key: string }} name
 * @param {import("./placenames.js").PlaceNames} places
 * @param {Record<string, string>} told
 * @returns {import("./combobox.js").Option}
 */
function option({ own, spelling, key, former }, places, told) {
  const county = places.counties.get(own.county)?.name ?? "";
  const known = key === placeKey(own.name) || /^[0-9]+$/.test(spelling);
  const called = known ? "" : `${fill(told[former ? "place-former" : "place-also"], { name: spelling })}, `;
  return { value: own.display, label: own.display, note: called + county };
}
