/*
 * From a question to the entries that answer it, best first.
 *
 * A question is cut into terms. A term is found by its own key, by words of much the same meaning, by the goal it speaks of,
 * by words that begin like the one being typed, and, where all that finds nothing, by the parts of a compound or by the
 * word that was meant. Entries that answer every term come before those that answer some.
 */

import { oneEditApart, tokens } from "./words.js";

/** @typedef {{ words: string[], keys: string[] }} Term */
/** @typedef {[keys: string[], weight: number]} Way one way to answer a term, and what it counts */

const LIKE = 0.5;
const GOAL = 0.3;
const BEGINS = 0.6;
const PARTS = 0.5;
const MEANT = 0.9;
const WORTH = 0.025;
const ENOUGH = 8;
const SOME = 0.4;
const UNKNOWN = 0.8;
const FIRST = 1e6;
const PREFIXES = 24;
const PREFIX_FROM = 3;
const MISSPELT_FROM = 5;

/**
 * Return {numbers, full, meant, keys, all, filters}: entries in order, how many answer every term, by misspelt word the
 * one that was meant, the keys that answered, and what counting facets takes. The order `fits` needs how entries `fit`.
 * @param {import("./index.js").Index} index
 * @param {{ query?: string, chosen?: Choices, sort?: string, fit?: import("./fits.js").Fit | null }} asked
 * @returns {Promise<Answer>}
 */
export async function search(index, { query = "", chosen = new Map(), sort = "", fit = null }) {
  await index.open();
  const [found, filters] = await Promise.all([scored(index, query), masks(index, chosen)]);
  const all = found.scores ? positive(found.scores) : range(index.count);
  const passes = [...filters.values()];
  const numbers = all.filter((number) => passes.every((mask) => mask[number]));
  order(numbers, index, { scores: found.scores, sort: sort || (found.scores ? "" : "newest"), fit });
  return { ...found, numbers, all, filters };
}

/**
 * Return by value of the facet `name` how many more or fewer entries it would find, the other facets as they are.
 * @param {import("./index.js").Index} index
 * @param {string} name
 * @param {Pick<Answer, "all" | "filters">} answer
 */
export async function counts(index, name, { all, filters }) {
  const others = [...filters].filter(([other]) => other !== name).map(([, mask]) => mask);
  const within = new Uint8Array(index.count);
  for (const number of all) if (others.every((mask) => mask[number])) within[number] = 1;
  const values = await index.facet(name);
  return new Map(
    [...values].map(([value, numbers]) => [value, numbers.reduce((sum, number) => sum + within[number], 0)]),
  );
}

/**
 * Return by facet how many entries there would be without what is chosen in it, most first; only those that help.
 * @param {Pick<Answer, "all" | "filters">} answer
 * @returns {[string, number][]}
 */
export function loosened({ all, filters }) {
  /** @type {[string, number][]} */
  const without = [...filters.keys()].map((name) => {
    const others = [...filters].filter(([other]) => other !== name).map(([, mask]) => mask);
    return [name, all.filter((number) => others.every((mask) => mask[number])).length];
  });
  return without.filter(([, count]) => count).sort(([, a], [, b]) => b - a);
}

/* ---- Facets ---- */

/**
 * Return by facet which entries pass: those with any of the chosen values.
 * @param {import("./index.js").Index} index
 * @param {Choices} chosen
 * @returns {Promise<Masks>}
 */
async function masks(index, chosen) {
  const made = await Promise.all(
    [...chosen].map(async ([name, values]) => {
      const mask = new Uint8Array(index.count);
      const facet = await index.facet(name);
      for (const value of values) for (const number of facet.get(value) ?? []) mask[number] = 1;
      return /** @type {const} */ ([name, mask]);
    }),
  );
  return new Map(made);
}

/* ---- Order ---- */

/**
 * @param {number[]} numbers
 * @param {import("./index.js").Index} index
 * @param {{ scores: Float64Array | null, sort: string, fit: import("./fits.js").Fit | null }} by
 */
function order(numbers, index, { scores, sort, fit }) {
  /** @param {number} number */
  const score = (number) => scores?.[number] ?? 0;
  // Entries that answer every term still come first; among them the place weighs as much as the words.
  /** @param {number} number */
  const fitting = (number) => {
    const whole = score(number) >= FIRST ? FIRST : 0;
    return whole + (scores ? score(number) - whole : 1) * (0.5 + (fit?.scores[number] ?? 0));
  };
  /** @type {Record<string, (a: number, b: number) => number>} */
  const by = {
    newest: (a, b) => a - b,
    reused: (a, b) => (index.reuse[b] ?? 0) - (index.reuse[a] ?? 0) || a - b,
    easiest: (a, b) =>
      Number(index.effort[a]) - Number(index.effort[b]) || Number(index.worth[b]) - Number(index.worth[a]) || a - b,
    fits: (a, b) => fitting(b) - fitting(a) || a - b,
    "": (a, b) => score(b) - score(a) || a - b,
  };
  numbers.sort(by[sort === "fits" && !fit ? "newest" : sort]);
}

/* ---- Terms ---- */

/** @param {import("./index.js").Index} index @param {string} query @returns {Promise<Scored>} */
async function scored(index, query) {
  const words = tokens(query);
  const terms = termsOf(index.lexicon, words);
  /** @type {Set<string>} */
  const keys = new Set();
  /** @type {Map<string, string>} */
  const meant = new Map();
  if (!terms.length) return { scores: null, full: 0, keys, meant };
  // A word that is still being written is the last one, with nothing behind it.
  const writing = /[\p{L}\p{N}]$/u.test(query) ? words.at(-1) : "";
  const answers = await Promise.all(
    terms.map((term) => answer(index, term, { writing: term.words.at(-1) === writing, keys, meant })),
  );
  return { ...joined(answers, index), keys, meant };
}

/**
 * Return the terms of a question: the longest phrases that the word table knows, else single words.
 * @param {import("./words.js").Lexicon} lexicon
 * @param {string[]} words
 * @returns {Term[]}
 */
function termsOf(lexicon, words) {
  const telling = words.filter((word) => !lexicon.stop.has(word));
  const said = telling.length ? telling : words;
  const keys = said.map((word) => lexicon.key(word));
  /** @type {Term[]} */
  const terms = [];
  for (let at = 0; at < said.length;) {
    let length = Math.min(lexicon.phraseWords, said.length - at);
    while (length > 1 && !isPhrase(lexicon, keys.slice(at, at + length))) length -= 1;
    terms.push({ words: said.slice(at, at + length), keys: keys.slice(at, at + length) });
    at += length;
  }
  return terms;
}

/** @param {import("./words.js").Lexicon} lexicon @param {string[]} keys */
const isPhrase = (lexicon, keys) => lexicon.like.has(keys.join(" ")) || lexicon.goals.has(keys.join(" "));

/**
 * Return by number of an entry how well it answers a term.
 * @param {import("./index.js").Index} index
 * @param {Term} term
 * @param {{ writing: boolean, keys: Set<string>, meant: Map<string, string> }} notes
 */
async function answer(index, { words, keys }, { writing, keys: used, meant }) {
  const { like, goals } = index.lexicon;
  const phrase = keys.join(" ");
  /** @type {Way[]} */
  const ways = [[keys, 1]];
  for (const other of like.get(phrase) ?? []) ways.push([other.split(" "), LIKE]);
  for (const goal of goals.get(phrase) ?? []) ways.push([[`#${goal}`], GOAL]);
  const last = words.at(-1) ?? "";
  if (writing && last.length >= PREFIX_FROM) {
    for (const key of await index.keysFrom(last, PREFIXES))
      if (key !== keys.at(-1)) ways.push([[...keys.slice(0, -1), key], BEGINS]);
  }
  let scores = await best(index, ways, used);
  if (!scores.size && words.length === 1) scores = await best(index, await guesses(index, words[0], meant), used);
  return scores;
}

/**
 * Return what a word may be when nothing has it: another word misspelt, or a compound of others.
 * @param {import("./index.js").Index} index
 * @param {string} word
 * @param {Map<string, string>} meant
 * @returns {Promise<Way[]>}
 */
async function guesses(index, word, meant) {
  const all = await index.words();
  const other = misspelt(word, index.lexicon.key(word), all);
  if (other) {
    meant.set(word, all.get(other)?.word ?? other);
    const like = index.lexicon.like.get(other) ?? [];
    return [[[other], MEANT], ...like.map((phrase) => /** @type {Way} */ ([phrase.split(" "), LIKE]))];
  }
  const parts = index.lexicon.parts(word, (key) => key.length >= PREFIX_FROM && all.has(key));
  return parts.length ? [[parts, PARTS]] : [];
}

/**
 * Return the key of the word that was meant, the most used of those one edit away; nothing for a short one.
 * @param {string} word
 * @param {string} key
 * @param {Map<string, KnownWord>} all
 */
function misspelt(word, key, all) {
  if (word.length < MISSPELT_FROM) return "";
  let [found, most] = ["", 0];
  for (const [other, own] of all) {
    if (
      own.count > most &&
      (oneEditApart(word, own.folded) || (key.length >= MISSPELT_FROM && oneEditApart(key, other)))
    )
      [found, most] = [other, own.count];
  }
  return found;
}

/**
 * Return by number the best score over all ways to answer.
 * @param {import("./index.js").Index} index
 * @param {Way[]} ways
 * @param {Set<string>} used
 * @returns {Promise<Map<number, number>>}
 */
async function best(index, ways, used) {
  const scores = new Map();
  await Promise.all(
    ways.map(async ([keys, weight]) => {
      const found = (await Promise.all(keys.map((key) => index.postings(key)))).filter((postings) => postings !== null);
      if (found.length < keys.length) return;
      for (const key of keys) used.add(key);
      for (const [number, score] of together(found, index.count)) {
        if (score * weight > (scores.get(number) ?? 0)) scores.set(number, score * weight);
      }
    }),
  );
  return scores;
}

/**
 * Yield (number, score) of the entries that have all of these postings.
 * @param {Postings[]} found
 * @param {number} count
 * @returns {Generator<[number, number]>}
 */
function* together([first, ...others], count) {
  const rest = others.map(({ numbers, weights }) => ({
    weights: new Map(Array.from(numbers, (number, at) => [number, weights[at]])),
    rare: rarity(numbers.length, count),
  }));
  const own = rarity(first.numbers.length, count);
  for (let at = 0; at < first.numbers.length; at += 1) {
    const number = first.numbers[at];
    let score = first.weights[at] * own;
    for (const { weights, rare } of rest) score = Math.min(score, (weights.get(number) ?? 0) * rare);
    if (score) yield [number, score];
  }
}

/** @param {number} having @param {number} count */
const rarity = (having, count) => Math.log(1 + (count - having + 0.5) / (having + 0.5)) + 0.2;

/**
 * Add up the answers to all terms. Entries that answer every term come first. Where they are few, those that answer the
 * terms that say most come after them.
 * @param {Map<number, number>[]} answers
 * @param {{ count: number, worth: string }} bank
 */
function joined(answers, { count, worth }) {
  const scores = new Float64Array(count);
  const says = new Float64Array(count);
  const weights = answers.map((one) => (one.size ? rarity(one.size, count) : UNKNOWN));
  const whole = weights.reduce((a, b) => a + b, 0);
  answers.forEach((one, at) => {
    for (const [number, score] of one) {
      scores[number] += score;
      says[number] += weights[at];
    }
  });
  /** @param {number} number */
  const isWhole = (number) => says[number] > whole - 1e-9;
  const found = positive(scores);
  const full = found.filter(isWhole);
  const least = full.length >= ENOUGH ? whole : whole * SOME;
  for (const number of found) {
    const share = says[number] / whole;
    const kept = isWhole(number) || says[number] >= least;
    scores[number] = kept
      ? scores[number] * share * share * (1 + WORTH * Number(worth[number])) + (isWhole(number) ? FIRST : 0)
      : 0;
  }
  return { scores, full: full.length };
}

/** @param {number} count */
const range = (count) => Array.from({ length: count }, (_, number) => number);

/** @param {Float64Array} scores */
function positive(scores) {
  /** @type {number[]} */
  const numbers = [];
  scores.forEach((score, number) => score && numbers.push(number));
  return numbers;
}

/**
 * Return `text` in pieces, each with whether a word of it answered.
 * @param {string} text
 * @param {{ lexicon: import("./words.js").Lexicon }} index
 * @param {Set<string>} keys
 */
export function marked(text, { lexicon }, keys) {
  return text.split(/([\p{L}\p{N}-]+)/u).map((piece, at) => ({
    text: piece,
    hit: at % 2 === 1 && tokens(piece).some((word) => answers(word, lexicon, keys)),
  }));
}

/** @param {string} word @param {import("./words.js").Lexicon} lexicon @param {Set<string>} keys */
function answers(word, lexicon, keys) {
  const own = lexicon.key(word);
  return (
    keys.has(own) || lexicon.parts(word, (key) => keys.has(key) || lexicon.same.has(key)).some((key) => keys.has(key))
  );
}
