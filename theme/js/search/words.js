/*
 * Words as the search compares them: folded, without endings, as keys of the index.
 * The twin of generator/idebank/search/{letters,stems,lexicon,compounds}.py; tests/search/vectors.yml holds both to the same.
 */

const DIGRAPHS = [
  ["ae", "e"],
  ["oe", "o"],
  ["aa", "a"],
];
/** @type {Record<string, string>} */
const LETTERS = { æ: "e", ä: "e", ø: "o", ö: "o", å: "a", đ: "d", ŋ: "n", ŧ: "t", ß: "ss" };
const TOKEN = /[0-9]+\.[0-9a-c]+|[a-z0-9]+(?:-[a-z0-9]+)*/g;
const SHORT = 3;
const VOWELS = "aeiouy";
/** @param {string} word */
const alphabetic = (word) => /^[a-z]+$/.test(word);

/** Return `text` in lower case and in the letters a to z. @param {string} text */
export function folded(text) {
  let out = text.toLowerCase();
  for (const [digraph, letter] of DIGRAPHS) out = out.replaceAll(digraph, letter);
  out = out.normalize("NFC").replace(/[æäøöåđŋŧß]/g, (letter) => LETTERS[letter]);
  return out.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
}

/** Return the folded words of `text`; one with a hyphen also as its parts. @param {string} text */
export function tokens(text) {
  return (folded(text).match(TOKEN) ?? []).flatMap((word) =>
    word.includes("-") ? [word.replaceAll("-", ""), ...word.split("-")] : [word],
  );
}

/** What the index knows about words, as the build wrote it in lexicon.json. */
export class Lexicon {
  /** @param {LexiconFile} table */
  constructor({ endings, compounds, same, like, goals, whole, stop, names }) {
    const [part, shortest, longestCompound] = compounds;
    this.part = part;
    this.shortest = shortest;
    this.longestCompound = longestCompound;
    this.endings = new Map(Object.entries(endings));
    this.longest = Math.max(...[...this.endings.keys()].map((ending) => ending.length));
    this.same = new Map(Object.entries(same));
    this.like = new Map(Object.entries(like));
    this.goals = new Map(Object.entries(goals));
    this.whole = new Set(whole);
    this.stop = new Set(stop);
    this.names = new Set(names);
    this.phraseWords = Math.max(
      ...[...this.like.keys(), ...this.goals.keys()].map((phrase) => phrase.split(" ").length),
    );
  }

  /** Return the key of a folded word. @param {string} word */
  key(word) {
    if (this.names.has(word)) return word;
    const own = this.#stem(word);
    return this.same.get(own) ?? own;
  }

  /**
   * Return the keys of what a folded word is put together from; `known` tells whether a key is a word.
   * @param {string} word
   * @param {(key: string) => boolean} known
   * @returns {string[]}
   */
  parts(word, known) {
    return word.length <= this.longestCompound ? this.#parts(word, known, new Map()) : [];
  }

  /**
   * Each piece of a word once, for one put together of like parts can be cut in many ways.
   * @param {string} word
   * @param {(key: string) => boolean} known
   * @param {Map<string, string[]>} cut
   * @returns {string[]}
   */
  #parts(word, known, cut) {
    if (word.length < this.shortest) return [];
    if (!cut.has(word)) cut.set(word, this.#cut(word, known, cut));
    return cut.get(word) ?? [];
  }

  /**
   * @param {string} word
   * @param {(key: string) => boolean} known
   * @param {Map<string, string[]>} cut
   * @returns {string[]}
   */
  #cut(word, known, cut) {
    if (!alphabetic(word) || this.whole.has(this.key(word))) return [];
    for (let at = this.part; at <= word.length - this.part; at += 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const last = this.key(tail);
      if (!known(last)) continue;
      const [first, before] = [this.key(head), this.#parts(head, known, cut)];
      if (!before.length && !known(first)) continue;
      const after = this.#parts(tail, known, cut);
      return [...(before.length ? before : [first]), ...(after.length ? after : [last])];
    }
    return [];
  }

  /** @param {string} word */
  #stem(word) {
    if (word.length <= SHORT || !alphabetic(word)) return word;
    return withoutWeakE(single(this.#withoutEnding(word)));
  }

  /** @param {string} word */
  #withoutEnding(word) {
    if (word.endsWith("ss")) return word;
    for (let length = Math.min(this.longest, word.length - SHORT); length > 0; length -= 1) {
      const rule = this.endings.get(word.slice(-length));
      if (rule && word.length - length >= rule[0]) return word.slice(0, -length) + rule[1];
    }
    return word;
  }
}

/** @param {string} word */
function single(word) {
  const doubled = word.length > SHORT && word.at(-1) === word.at(-2) && !VOWELS.includes(word.slice(-1));
  return doubled ? word.slice(0, -1) : word;
}

/** @param {string} word */
function withoutWeakE(word) {
  if (word.length <= SHORT + 1 || !word.endsWith("el") || VOWELS.includes(word.charAt(word.length - 3))) return word;
  const body = word.slice(0, -2);
  return `${body.at(-1) === body.at(-2) ? body.slice(0, -1) : body}l`;
}

/**
 * Tell whether one letter added, left out, changed or swapped with its neighbour makes `a` into `b`.
 * @param {string} a
 * @param {string} b
 */
export function oneEditApart(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return restA !== restB || a !== b;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
