/**
 * «Ligner dette på …?»: entries whose titles say nearly the same, by the same small rule as `contribute/likeness.py`.
 *
 * @typedef {{ slug: string, title: string, municipality: string, goals: number[] }} Told
 */

import { fold } from "./text.js";

const MAX_HINTS = 3;
/* Letters of a word that says something. */
const SHORTEST = 3;
/* Endings of nouns and verbs, in both written forms of Norwegian. */
const ENDING = /(?<=...)(?:ene|ane|ens|ets|en|et|er|ar|e|a)$/;
/* Folded words that titles share without being about the same. */
const COMMON_WORDS = new Set(
  (
    "alle and andre baerekraft baerekraftig baerekraftige bare barekraft berekraft berekraftig berekraftige ble blei " +
    "blir dei den der det egen eige ein eit ett etter fekk felles fikk for fra from gir han har hos hva hver hvor ikke " +
    "ikkje inn kan kommunar kommune kommunen kommunens kommuner kva kvar med meir mer mot noe nok ny nye nytt over " +
    "prosjekt prosjektet seg sin sine som the til tiltak tiltaket under utan uten ved vert ville with"
  ).split(" "),
);

const ALIKE = 0.6;
const ALIKE_IN_ONE_PLACE = 0.5;
const ALIKE_AND_AKIN = 0.4;
/* Words that two titles must share, unless they are about one place. */
const ENOUGH_WORDS = 2;

/** The words of a title that say what it is about, folded and without their endings. @param {string} title */
export function titleWords(title) {
  const words = fold(title)
    .split("-")
    .filter((word) => word.length >= SHORTEST && !COMMON_WORDS.has(word));
  return new Set(words.map((word) => word.replace(ENDING, "")));
}

/**
 * Those of `others` most like `entry`, best first.
 * @param {Told} entry
 * @param {Told[]} others
 * @param {{ place?: string }} options the name of the entry's municipality: it stands in many titles, and tells nothing
 * @returns {Told[]}
 */
export function alike(entry, others, { place = "" } = {}) {
  const known = titleWords(place);
  /** @param {string} title */
  const telling = (title) => new Set([...titleWords(title)].filter((word) => !known.has(word)));
  const own = telling(entry.title);
  return others
    .map((other) => ({ other, ...likeness(entry, other, own, telling(other.title)) }))
    .filter(counts)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.samePlace) - Number(a.samePlace) ||
        b.sharedGoals - a.sharedGoals ||
        (a.other.slug < b.other.slug ? -1 : 1),
    )
    .slice(0, MAX_HINTS)
    .map(({ other }) => other);
}

/** @param {Told} entry @param {Told} other @param {Set<string>} own @param {Set<string>} its */
function likeness(entry, other, own, its) {
  const shared = [...own].filter((word) => its.has(word)).length;
  return {
    shared,
    score: shared / (Math.min(own.size, its.size) || 1),
    samePlace: entry.municipality !== "" && entry.municipality === other.municipality,
    sharedGoals: entry.goals.filter((goal) => other.goals.includes(goal)).length,
  };
}

/** @param {ReturnType<typeof likeness>} likeness */
function counts({ score, shared, samePlace, sharedGoals }) {
  if (shared >= ENOUGH_WORDS) return score >= (samePlace || sharedGoals > 0 ? ALIKE_AND_AKIN : ALIKE);
  return samePlace && shared === 1 && score >= ALIKE_IN_ONE_PLACE;
}
