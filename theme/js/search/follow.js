/*
 * «Følg dette søket»: which feed tells of what is new in a search.
 *
 * A site of files cannot make a feed for every search there could be. It has one of everything, of each goal, sector and
 * county, of any two of these that meet, and of two kinds of entries; the nearest one that has all of the search is offered,
 * and what it disregards is said.
 */

import { element, fill } from "./elements.js";

/**
 * Return the feed that has everything a search finds, and least besides: {address, kept, dropped}.
 *
 * `feeds` is the list that the build writes; one of them is of everything. `kept` are the facets the feed is about, `dropped`
 * what it disregards: facets, and `q` for words. A facet with several values can only be disregarded.
 */
export function follow(feeds, { query = "", choices }) {
  const single = new Map(
    [...choices].filter(([, values]) => values.length === 1).map(([name, [value]]) => [name, value]),
  );
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
  #feeds;
  #asked;

  constructor(box, words, narrowing) {
    this.#box = box;
    this.#words = words;
    this.#narrowing = narrowing;
    box.addEventListener("toggle", () => box.open && this.#tell());
  }

  /** Note what is asked now: {query, choices}, or nothing, which needs no box. */
  ask(asked) {
    this.#asked = asked;
    this.#box.hidden = !asked;
    if (asked && this.#box.open) this.#tell();
  }

  async #tell() {
    const place = this.#box.querySelector("[data-told]");
    const asked = this.#asked;
    try {
      this.#feeds ??= fetch(this.#box.dataset.feeds).then((answer) =>
        answer.ok ? answer.json() : Promise.reject(new Error(answer.status)),
      );
      const feeds = await this.#feeds;
      if (asked === this.#asked) place.replaceChildren(...this.#said(follow(feeds, asked)));
    } catch (error) {
      console.warn(error);
      this.#feeds = undefined;
      place.replaceChildren(element("p", {}, this.#words.failed));
    }
  }

  #said({ address, kept, dropped }) {
    const name = kept.map((facet) => this.#narrowing.valueLabel(facet, this.#asked.choices.get(facet)[0])).join(" · ");
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
