/**
 * Municipalities and counties by every name they have or had: what `vocabulary.py` knows of places.
 */

import { nearMisses } from "./spelling.js";
import { fold, slugify } from "./text.js";

/**
 * @typedef {{ number: string, name: string, display: string, county: string, parallel: string[] }} Municipality
 * @typedef {{ number: string, name: string, slug: string, parallel: string[] }} County
 * @typedef {{
 *   municipalities: [string, string, string, string, string[]][],
 *   former: [string, string, string[]][],
 *   counties: [string, string, string[]][],
 *   former_counties: Record<string, string[]>,
 * }} PlaceData `bidra/data/places.json`
 */

/** Fold a place name; `Bodø kommune` and `Bodø` are the same place. @param {string} text */
export const placeKey = (text) =>
  ["-fylkeskommune", "-kommune", "-fylke"].reduce(
    (key, ending) => (key.endsWith(ending) ? key.slice(0, -ending.length) : key),
    fold(text),
  );

/**
 * The places with these numbers.
 * @template T
 * @param {Map<string, T>} places
 * @param {string[]} [numbers]
 */
const known = (places, numbers = []) =>
  numbers.map((number) => places.get(number)).filter((place) => place !== undefined);

export class PlaceNames {
  /** @param {PlaceData} data */
  constructor(data) {
    /** @type {Map<string, County>} */
    this.counties = new Map(
      data.counties.map(([number, name, parallel]) => [number, { number, name, slug: slugify(name), parallel }]),
    );
    /** @type {Map<string, Municipality>} */
    this.municipalities = new Map(
      data.municipalities.map(([number, name, display, county, parallel]) => [
        number,
        { number, name, display, county, parallel },
      ]),
    );
    this.former = data.former;
    this.municipalityIndex = indexed([...this.namesToday()], [...formerNames(data.former)]);
    /** @type {(names: string[], number: string) => [string, string][]} */
    const called = (names, number) => names.map((name) => [placeKey(name), number]);
    this.countyIndex = indexed(
      data.counties.flatMap(([number, name, parallel]) => called([number, name, ...parallel], number)),
      Object.entries(data.former_counties).flatMap(([name, numbers]) => numbers.flatMap((n) => called([name], n))),
    );
  }

  /** The municipalities that a number or name, today's or a former one, may mean. @param {string} text */
  municipalitiesCalled(text) {
    return known(this.municipalities, this.municipalityIndex.get(placeKey(text)));
  }

  /** The counties that a number or name may mean; `Viken` means three. @param {string} text */
  countiesCalled(text) {
    return known(this.counties, this.countyIndex.get(placeKey(text)));
  }

  /** The names of municipalities spelt most like `text`, best first. @param {string} text */
  municipalityNearMisses(text, limit = 3) {
    const found = nearMisses(text, this.municipalityIndex.keys(), limit * 3);
    const names = found
      .flatMap((key) => known(this.municipalities, this.municipalityIndex.get(key)))
      .map(({ display }) => display);
    return [...new Set(names)].slice(0, limit);
  }

  /** The names of counties spelt most like `text`, best first. @param {string} text */
  countyNearMisses(text, limit = 3) {
    const found = nearMisses(text, this.countyIndex.keys(), limit);
    const names = found.flatMap((key) => known(this.counties, this.countyIndex.get(key))).map(({ name }) => name);
    return [...new Set(names)].slice(0, limit);
  }

  /** @returns {Generator<[string, string]>} */
  *namesToday() {
    for (const own of this.municipalities.values()) {
      const combined = [own.name, ...own.parallel].join(" - ");
      const withCounty = `${own.name} ${this.counties.get(own.county)?.name}`;
      for (const name of [own.number, own.name, own.display, combined, withCounty, ...own.parallel]) {
        yield [placeKey(name), own.number];
      }
    }
  }
}

/** @param {PlaceData["former"]} former @returns {Generator<[string, string]>} */
function* formerNames(former) {
  for (const [old, name, numbers] of former) {
    // `Nes (Akershus)` is also `Nes`, `Tysfjord - Divtasvuodna` both.
    const parts = name.split(" (")[0].split(" - ");
    for (const number of numbers) for (const spelling of [old, name, ...parts]) yield [placeKey(spelling), number];
  }
}

/**
 * Index spelling → numbers; a name in use today wins over a former one spelt alike.
 * @param {[string, string][]} today
 * @param {[string, string][]} former
 * @returns {Map<string, string[]>}
 */
function indexed(today, former) {
  /** @type {Map<string, string[]>} */
  const index = new Map();
  /** @param {[string, string]} spelling */
  const add = ([key, number]) => {
    const numbers = index.get(key) ?? [];
    if (!numbers.includes(number)) index.set(key, [...numbers, number]);
  };
  today.forEach(add);
  const inUse = new Set(index.keys());
  former.filter(([key]) => !inUse.has(key)).forEach(add);
  return index;
}
