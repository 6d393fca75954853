/*
 * The index of the bank: files that are fetched when a search needs them, and kept.
 * What they hold is told in generator/idebank/search/files.py.
 */

import { folded, Lexicon } from "./words.js";

const PER_FILE = 10;
const WEIGHT_BITS = 6;

export class Index {
  #base;
  #kept = new Map();

  /** Take the address of the index's folder. */
  constructor(base) {
    this.#base = base;
  }

  /** Read what every search needs; safe to ask for again. */
  open() {
    return this.#once("open", async () => {
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

  /** Return {numbers, weights} of the entries that have `key`, or null. */
  async postings(key) {
    return (await this.#chunk(this.#chunkOf(key))).get(key) ?? null;
  }

  /** Begin to fetch what a word that is being typed will need. */
  async warm(word) {
    await this.open();
    await this.#chunk(this.#chunkOf(this.lexicon.key(word)));
  }

  /** Return the keys that begin with `start`, those in most entries first; not all where they are very many. */
  async keysFrom(start, most) {
    const [first, last] = [this.#chunkOf(start), this.#chunkOf(`${start}\uffff`)];
    const chunks = await Promise.all(range(first, Math.min(last, first + 2)).map((at) => this.#chunk(at)));
    const found = chunks.flatMap((chunk) => [...chunk].filter(([key]) => key.startsWith(start)));
    return found
      .sort(([, a], [, b]) => b.numbers.length - a.numbers.length)
      .slice(0, most)
      .map(([key]) => key);
  }

  /** Return by key of a word {count, word, folded}: every word of the bank. */
  words() {
    return this.#once("words", async () => {
      const lines = (await (await this.#get("words.txt")).text()).split("\n");
      const words = lines.map((line) => line.split(" "));
      return new Map(
        words.map(([key, count, word = key]) => [key, { count: Number(count), word, folded: folded(word) }]),
      );
    });
  }

  /** Return by value of a facet the numbers of the entries that have it. */
  facet(name) {
    return this.#once(`facets/${name}.json`, async () => {
      const values = await this.#json(`facets/${name}.json`).catch(() => ({}));
      return new Map(Object.entries(values).map(([value, steps]) => [value, summed(steps)]));
    });
  }

  /** Return by number of a municipality its traits, in the order of fits.js. */
  traits() {
    return this.#once("traits", () => this.#json("traits.json"));
  }

  /** Return what is shown of the entries with these numbers. */
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

  #chunkOf(key) {
    let [low, high] = [0, this.chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.chunks[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #chunk(at) {
    return this.#once(`chunks/${at}.bin`, async () =>
      decoded(new Uint8Array(await (await this.#get(`chunks/${at}.bin`)).arrayBuffer())),
    );
  }

  /** Do something once; what failed is tried again when it is next asked for. */
  #once(name, make) {
    if (!this.#kept.has(name)) {
      const made = make();
      this.#kept.set(name, made);
      made.catch(() => this.#kept.delete(name));
    }
    return this.#kept.get(name);
  }

  async #json(name) {
    return (await this.#get(name)).json();
  }

  async #get(name) {
    const answer = await fetch(this.#base + name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  }
}

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

function summed(steps) {
  let number = 0;
  return Uint32Array.from(steps, (step) => (number += step));
}

/** Return by key {numbers, weights}; the twin of `encoded` in files.py. */
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
