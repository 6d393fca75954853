/*
 * «Følg dette søket»: which feed tells of what is new in a search.
 *
 * A site of files cannot make a feed for every search there could be. It has one of everything, of each goal, sector and
 * county, of any two of these that meet, and of two kinds of entries; the nearest one that has all of the search is offered,
 * and what it disregards is said.
 */

import { element, fill, held } from "./elements.js";

/**
 * Return the feed that has everything a search finds, and least besides: {address, kept, dropped}.
 *
 * `feeds` is the list that the build writes; one of them is of everything. `kept` are the facets the feed is about, `dropped`
 * what it disregards: facets, and `q` for words. A facet with several values can only be disregarded.
 * @param {Feed[]} feeds
 * @param {{ query?: string, choices: Choices }} asked
 */
export function follow(feeds, { query = "", choices }) {
  const single = new Map(
    [...choices].filter(([, values]) => values.length === 1).map(([name, [value]]) => [name, value]),
  );
  /** @param {Feed} feed */
  const covers = ({ by, values }) =>
    by.every((name) => single.has(name)) && (!values || values.includes(by.map((name) => single.get(name)).join(" ")));
  const { at, by } = feeds.filter(covers).reduce((best, feed) => (feed.by.length > best.by.length ? feed : best));
  const dropped = [...choices.keys()].filter((name) => !by.includes(name));
  return { address: fill(at, Object.fromEntries(single)), kept: by, dropped: query ? ["q", ...dropped] : dropped };
}

/** The box below the hits that tells how to follow a search. It fetches the list of feeds when it is opened. */
export class Following {
  #box;
  #words;
  #narrowing;
  /** @type {Promise<Feed[]> | undefined} */
  #feeds;
  /** @type {{ query: string, choices: Choices } | null} */
  #asked = null;

  /**
   * @param {HTMLDetailsElement} box
   * @param {FollowWords} words
   * @param {import("./narrowing.js").Narrowing} narrowing
   */
  constructor(box, words, narrowing) {
    this.#box = box;
    this.#words = words;
    this.#narrowing = narrowing;
    box.addEventListener("toggle", () => box.open && this.#tell());
  }

  /**
   * Note what is asked now: {query, choices}, or nothing, which needs no box.
   * @param {{ query: string, choices: Choices } | null} asked
   */
  ask(asked) {
    this.#asked = asked;
    this.#box.hidden = !asked;
    if (asked && this.#box.open) this.#tell();
  }

  async #tell() {
    const place = held(this.#box, "[data-told]");
    const asked = this.#asked;
    try {
      this.#feeds ??= fetch(this.#box.dataset.feeds ?? "").then((answer) =>
        answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status))),
      );
      const feeds = await this.#feeds;
      if (asked && asked === this.#asked) place.replaceChildren(...this.#said(follow(feeds, asked), asked.choices));
    } catch (error) {
      console.warn(error);
      this.#feeds = undefined;
      place.replaceChildren(element("p", {}, this.#words.failed));
    }
  }

  /** @param {ReturnType<typeof follow>} found @param {Choices} choices */
  #said({ address, kept, dropped }, choices) {
    const name = kept.map((facet) => this.#narrowing.valueLabel(facet, choices.get(facet)?.[0])).join(" · ");
    const link = element("a", { href: this.#box.dataset.root + address }, name || this.#words.everything);
    const without = dropped
      .map((facet) => (facet === "q" ? this.#words.typed : this.#narrowing.label(facet)))
      .join(", ");
    return [
      element("p", {}, dropped.length ? fill(this.#words.part, { dropped: without }) : this.#words.whole),
      element("p", {}, link),
      element("p", {}, this.#words.bookmark),
    ];
  }
}
