/**
 * Which known names a misspelt one resembles: the same measure as rapidfuzz's `ratio` in `vocabulary.near_misses`.
 */

import { fold } from "./text.js";

/* Similarity, of 100, from which a name is offered; `NEAR_MISS_CUTOFF` in Python. */
const CUTOFF = 72;

/**
 * The candidates, folded already, spelt most like `text`: best first, ties in alphabetical order.
 * @param {string} text
 * @param {Iterable<string>} candidates
 * @param {number} limit
 */
export function nearMisses(text, candidates, limit = 3) {
  const wanted = fold(text);
  const close = [];
  for (const candidate of candidates) {
    const length = wanted.length + candidate.length;
    // No more letters can be shared than the shorter of the two has.
    if (200 * Math.min(wanted.length, candidate.length) < CUTOFF * length) continue;
    const shared = 2 * sharedLetters(wanted, candidate);
    if (100 * shared >= CUTOFF * length) close.push({ candidate, shared, length });
  }
  close.sort((a, b) => b.shared * a.length - a.shared * b.length || (a.candidate < b.candidate ? -1 : 1));
  return close.slice(0, limit).map(({ candidate }) => candidate);
}

/** How many letters two texts have in common, in the same order. @param {string} a @param {string} b */
function sharedLetters(a, b) {
  let above = new Uint8Array(b.length + 1);
  for (const letter of a) {
    const row = new Uint8Array(b.length + 1);
    for (let i = 0; i < b.length; i += 1) {
      row[i + 1] = letter === b[i] ? above[i] + 1 : Math.max(above[i + 1], row[i]);
    }
    above = row;
  }
  return above[b.length];
}
