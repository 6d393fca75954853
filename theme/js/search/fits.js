/*
 * How well entries fit a municipality: those of places that are about as large, as central and as near the sea.
 *
 * The figures are told of in generator/tools/measure_municipalities.py. Numbers of people are compared by how many times one
 * is the other: twice as many is much alike, sixteen times is not alike at all.
 */

const COAST_KM = 10;
const NOBODY = 500;
const UNLIKE = Math.log(16);
const ALIKE = 0.7;
const UNPLACED = 0.5;

/**
 * What is compared, how much each counts, and how alike two values are, from 0 to 1.
 * @type {{ name: string, counts: number, compare: (a: number, b: number) => number }[]}
 */
const TRAITS = [
  { name: "urban", counts: 3, compare: people },
  { name: "close", counts: 2, compare: people },
  { name: "near", counts: 2, compare: people },
  { name: "coast", counts: 2, compare: (a, b) => Number(a <= COAST_KM === b <= COAST_KM) },
];

/** @param {number} a @param {number} b */
function people(a, b) {
  return Math.max(0, 1 - Math.abs(Math.log((a + NOBODY) / (b + NOBODY))) / UNLIKE);
}

/**
 * Return {score, alike} of two municipalities: 0 to 1, and the names of the traits that make them alike.
 * @param {Traits} one
 * @param {Traits} other
 * @returns {Likeness}
 */
export function likeness(one, other) {
  const compared = TRAITS.map(({ name, counts, compare }, at) => ({
    name,
    counts,
    like: compare(Number(one[at]), Number(other[at])),
    known: one[at] !== null && other[at] !== null,
  })).filter(({ known }) => known);
  const whole = compared.reduce((sum, { counts }) => sum + counts, 0);
  const score = compared.reduce((sum, { counts, like }) => sum + counts * like, 0) / whole;
  return { score, alike: compared.filter(({ like }) => like >= ALIKE).map(({ name }) => name) };
}

/** How every entry of an index fits one municipality. */
export class Fit {
  /** @type {Map<number, Likeness & { same: boolean }>} */
  #of = new Map();

  /**
   * Take by municipality its traits, and by municipality the numbers of its entries.
   * @param {string} municipality
   * @param {{ traits: Record<string, Traits>, places: Map<string, Uint32Array>, count: number }} known
   */
  constructor(municipality, { traits, places, count }) {
    this.scores = new Float32Array(count).fill(UNPLACED);
    for (const [place, numbers] of places) {
      if (!traits[place]) continue;
      const own = { ...likeness(traits[municipality], traits[place]), same: place === municipality };
      for (const number of numbers) {
        this.scores[number] = own.score;
        this.#of.set(number, own);
      }
    }
  }

  /** Return {score, alike, same} of an entry with a municipality; undefined for any other. @param {number} number */
  of(number) {
    return this.#of.get(number);
  }
}

/**
 * Return how every entry fits a municipality; null where nothing is known of it.
 * @param {import("./index.js").Index} index
 * @param {string} municipality
 */
export async function fitFor(index, municipality) {
  await index.open();
  const [traits, places] = await Promise.all([index.traits(), index.facet("municipality")]);
  return traits[municipality] ? new Fit(municipality, { traits, places, count: index.count }) : null;
}
