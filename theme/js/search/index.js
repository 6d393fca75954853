/*
 * The index of the bank: files that are fetched when a search needs them, and kept.
 * What they hold is told in generator/idebank/search/files.py.
 */

import { folded, Lexicon } from "./words.js";

const PER_FILE = 10;
const WEIGHT_BITS = 6;

export class Index {
  #base;
  /** @type {Map<string, Promise<any>>} */
  #kept = new Map();
  /* Of what every search needs; there once the index is open. */
  count = 0;
  /** @type {string[]} */
  chunks = [];
  worth = "";
  effort = "";
  /** @type {Record<string, number>} */
  reuse = {};
  lexicon = /** @type {Lexicon} */ (/** @type {unknown} */ (undefined));

  /** Take the address of the index's folder. @param {string} base */
  constructor(base) {
    this.#base = base;
  }

  /** Read what every search needs; safe to ask for again. */
  open() {
    return this.#once("open", async () => {
      /** @type {[IndexFile, LexiconFile]} */
      const [index, lexicon] = await Promise.all([this.#json("index.json"), this.#json("lexicon.json")]);
      Object.assign(this, {
        count: index.entries,
        chunks: index.chunks,
        worth: index.worth,
        effort: index.effort,
        reuse: index.reuse,
      });
      this.lexicon = new Lexicon(lexicon);
      return this;
    });
  }

  /**
   * Return {numbers, weights} of the entries that have `key`, or null.
   * @param {string} key
   * @returns {Promise<Postings | null>}
   */
  async postings(key) {
    return (await this.#chunk(this.#chunkOf(key))).get(key) ?? null;
  }

  /** Begin to fetch what a word that is being typed will need. @param {string} word */
  async warm(word) {
    await this.open();
    await this.#chunk(this.#chunkOf(this.lexicon.key(word)));
  }

  /**
   * Return the keys that begin with `start`, those in most entries first; not all where they are very many.
   * @param {string} start
   * @param {number} most
   */
  async keysFrom(start, most) {
    const [first, last] = [this.#chunkOf(start), this.#chunkOf(`${start}\uffff`)];
    const chunks = await Promise.all(range(first, Math.min(last, first + 2)).map((at) => this.#chunk(at)));
    const found = chunks.flatMap((chunk) => [...chunk].filter(([key]) => key.startsWith(start)));
    return found
      .sort(([, a], [, b]) => b.numbers.length - a.numbers.length)
      .slice(0, most)
      .map(([key]) => key);
  }

  /**
   * Return by key of a word {count, word, folded}: every word of the bank.
   * @returns {Promise<Map<string, KnownWord>>}
   */
  words() {
    return this.#once("words", async () => {
      const lines = (await (await this.#get("words.txt")).text()).split("\n");
      const words = lines.map((line) => line.split(" "));
      return new Map(
        words.map(([key, count, word = key]) => [key, { count: Number(count), word, folded: folded(word) }]),
      );
    });
  }

  /**
   * Return by value of a facet the numbers of the entries that have it.
   * @param {string} name
   * @returns {Promise<Map<string, Uint32Array>>}
   */
  facet(name) {
    return this.#once(`facets/${name}.json`, async () => {
      /** @type {Record<string, number[]>} */
      const values = await this.#json(`facets/${name}.json`).catch(() => ({}));
      return new Map(Object.entries(values).map(([value, steps]) => [value, summed(steps)]));
    });
  }

  /**
   * Return by number of a municipality its traits, in the order of fits.js.
   * @returns {Promise<Record<string, Traits>>}
   */
  traits() {
    return this.#once("traits", () => this.#json("traits.json"));
  }

  /**
   * Return what is shown of the entries with these numbers.
   * @param {number[]} numbers
   * @returns {Promise<ShownEntry[]>}
   */
  entries(numbers) {
    return Promise.all(
      numbers.map(async (number) => {
        const name = `entries/${Math.floor(number / PER_FILE)}.json`;
        const [url, title, summary, language, kind, who, where, goals, state, reused] = (
          await this.#once(name, () => this.#json(name))
        )[number % PER_FILE];
        return { number, url, title, summary, language, kind, who, where, goals, state, reused };
      }),
    );
  }

  /** @param {string} key */
  #chunkOf(key) {
    let [low, high] = [0, this.chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.chunks[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** @param {number} at @returns {Promise<Map<string, Postings>>} */
  #chunk(at) {
    return this.#once(`chunks/${at}.bin`, async () =>
      decoded(new Uint8Array(await (await this.#get(`chunks/${at}.bin`)).arrayBuffer())),
    );
  }

  /**
   * Do something once; what failed is tried again when it is next asked for.
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} make
   * @returns {Promise<T>}
   */
  #once(name, make) {
    if (!this.#kept.has(name)) {
      const made = make();
      this.#kept.set(name, made);
      made.catch(() => this.#kept.delete(name));
    }
    return /** @type {Promise<T>} */ (this.#kept.get(name));
  }

  /** @param {string} name @returns {Promise<any>} a file of the index; who asks knows its shape */
  async #json(name) {
    return (await this.#get(name)).json();
  }

  /** @param {string} name */
  async #get(name) {
    const answer = await fetch(this.#base + name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  }
}

/** @param {number} first @param {number} last */
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** @param {number[]} steps */
function summed(steps) {
  let number = 0;
  return Uint32Array.from(steps, (step) => (number += step));
}

/**
 * Return by key {numbers, weights}; the twin of `encoded` in files.py.
 * @param {Uint8Array} bytes
 * @returns {Map<string, Postings>}
 */
function decoded(bytes) {
  const letters = new TextDecoder();
  const found = new Map();
  let at = 0;
  const varint = () => {
    let [value, shift] = [0, 0];
    while (bytes[at] > 0x7f) {
      value += (bytes[at] & 0x7f) * 2 ** shift;
      [at, shift] = [at + 1, shift + 7];
    }
    value += bytes[at] * 2 ** shift;
    at += 1;
    return value;
  };
  while (at < bytes.length) {
    const length = varint();
    const key = letters.decode(bytes.subarray(at, at + length));
    at += length;
    const count = varint();
    const [numbers, weights] = [new Uint32Array(count), new Uint8Array(count)];
    let number = 0;
    for (let index = 0; index < count; index += 1) {
      const value = varint();
      number += Math.floor(value / 2 ** WEIGHT_BITS);
      numbers[index] = number;
      weights[index] = value % 2 ** WEIGHT_BITS;
    }
    found.set(key, { numbers, weights });
  }
  return found;
}
