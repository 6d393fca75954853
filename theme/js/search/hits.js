/* How one hit is shown in the list. */

import { element, fill, unseen } from "./elements.js";
import { marked } from "./engine.js";
import { showSaved } from "./save.js";

export class Hits {
  #words;
  #root;
  #index;
  #goal;

  /**
   * Take the page's words, the way to the site's root, the index, and what a goal is called by its number.
   * @param {HitWords} words
   * @param {{ root: string, index: import("./index.js").Index, goal: (number: number) => string }} how
   */
  constructor(words, { root, index, goal }) {
    this.#words = words;
    this.#root = root;
    this.#index = index;
    this.#goal = goal;
  }

  /**
   * Return an entry as a hit, with the words that answered marked; `notes` are said of it besides.
   * @param {ShownEntry} entry
   * @param {Set<string>} keys
   * @param {Node[]} notes
   */
  item(entry, keys, notes = []) {
    const { title, summary, language, url } = entry;
    const link = element("a", { href: this.#root + url, lang: language }, ...this.#marked(title, keys));
    const text = element("p", { className: "hit__text", lang: language }, ...this.#marked(summary, keys));
    return element("li", { className: "hit" }, element("h3", {}, link), text, this.#about(entry, notes));
  }

  /** @param {ShownEntry} entry @param {Node[]} notes */
  #about({ kind, url, who, where, goals, state, reused }, notes) {
    const words = this.#words;
    const about = element("div", { className: "hit__meta" });
    if (kind !== "initiative") about.append(element("span", { className: "chip chip--still" }, words.kinds[kind]));
    const place = where.join(", ");
    about.append(element("span", {}, element("strong", {}, who), who && place ? ` · ${place}` : place));
    if (words.states[state])
      about.append(
        element("span", { className: `phase phase--${state}` }, unseen(`${words.phase}: `), words.states[state]),
      );
    if (reused)
      about.append(
        element(
          "span",
          { className: "small" },
          fill(reused === 1 ? words.reused_one : words.reused_other, { count: reused }),
        ),
      );
    about.append(...notes, this.#squares(goals));
    if (kind === "initiative") about.append(this.#saver(url));
    return about;
  }

  /** @param {string} url */
  #saver(url) {
    const button = element("button", { type: "button", className: "button button--quiet save" });
    Object.assign(button.dataset, { save: url.split("/").at(-2), words: `${this.#words.save}|${this.#words.saved}` });
    showSaved(button);
    return button;
  }

  /** @param {number[]} numbers */
  #squares(numbers) {
    const list = element("ul", { className: "squares", "aria-label": this.#words.goals });
    for (const number of numbers) {
      const square = element(
        "li",
        { className: `square goal-${number}` },
        element("span", { "aria-hidden": "true" }, String(number)),
      );
      square.append(unseen(fill(this.#words.goal, { number, name: this.#goal(number) })));
      list.append(square);
    }
    return list;
  }

  /** @param {string} text @param {Set<string>} keys */
  #marked(text, keys) {
    return marked(text, this.#index, keys).map((piece) => (piece.hit ? element("mark", {}, piece.text) : piece.text));
  }
}
