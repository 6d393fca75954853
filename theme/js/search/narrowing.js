/*
 * What a reader narrows by: the boxes of partials/narrowing.html, their chips, their counts, and their part of the address.
 *
 * Several values of one facet widen, several facets narrow. Counts are worked out for the facets that are open; one that is
 * opened later asks again.
 */

import { counts } from "./engine.js";
import { chip, element, fill, held } from "./elements.js";

/** @param {HTMLInputElement} box */
const labelOf = (box) => /** @type {HTMLLabelElement} */ (box.closest("label"));
/** @param {HTMLInputElement} box */
const nameOf = (box) => held(labelOf(box), "[data-label]").textContent.trim();

export class Narrowing {
  #form;
  #words;
  /** @type {HTMLInputElement[]} */
  #boxes;
  #chips;
  #changed;
  #cleared;

  /**
   * Take the form and its words. `changed` is called after each choice, `opened` when a facet is opened whose counts are not
   * known yet, `cleared` when the last chip is gone and the focus needs a place.
   * @param {HTMLFormElement} form
   * @param {NarrowingWords} words
   * @param {{ changed: () => unknown, opened: () => unknown, cleared: () => unknown }} hands
   */
  constructor(form, words, { changed, opened, cleared }) {
    this.#form = form;
    this.#words = words;
    this.#boxes = Array.from(/** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-facet] input")));
    this.#chips = held(form, "[data-chips]");
    this.#changed = changed;
    this.#cleared = cleared;
    for (const box of this.#boxes) {
      box.dataset.all = held(labelOf(box), "[data-count]").textContent;
      box.addEventListener("change", () => changed());
    }
    for (const facet of this.#facets) facet.addEventListener("toggle", () => facet.open && opened());
    this.#keepOpenWhenWide();
  }

  /** @returns {HTMLDetailsElement[]} */
  get #facets() {
    return Array.from(/** @type {NodeListOf<HTMLDetailsElement>} */ (this.#form.querySelectorAll("[data-facet]")));
  }

  get #chosen() {
    return this.#boxes.filter((box) => box.checked);
  }

  /** Return the chosen values by facet. @returns {Choices} */
  get choices() {
    /** @type {Choices} */
    const wanted = new Map();
    for (const { name, value } of this.#chosen) wanted.set(name, [...(wanted.get(name) ?? []), value]);
    return wanted;
  }

  /** Return what a facet is called. @param {string} facet */
  label(facet) {
    return held(this.#form, `[data-facet="${facet}"] summary`).firstChild?.textContent?.trim() ?? "";
  }

  /** Return what a value is called; empty where nobody offers it. @param {string} facet @param {unknown} value */
  valueLabel(facet, value) {
    const box = this.#boxes.find((one) => one.name === facet && one.value === String(value));
    return box ? nameOf(box) : "";
  }

  /** Choose what an address says, and open the facets it chooses in. @param {URLSearchParams} params */
  read(params) {
    const wanted = new Set(Array.from(params, ([name, value]) => `${name}=${value}`));
    for (const box of this.#boxes) box.checked = wanted.has(`${box.name}=${box.value}`);
    for (const box of this.#chosen) /** @type {HTMLDetailsElement} */ (box.closest("[data-facet]")).open = true;
  }

  /** Write the choices into an address. @param {URLSearchParams} params */
  write(params) {
    for (const { name, value } of this.#chosen) params.append(name, value);
  }

  /** Let go of what is chosen in a facet, or in all. @param {string} [facet] */
  release(facet) {
    for (const box of this.#chosen) if (!facet || box.name === facet) box.checked = false;
    this.#changed();
  }

  #releaseAll() {
    this.release();
    this.#cleared();
  }

  /** Show what is chosen: a chip for each value, a number beside each facet. */
  showChoices() {
    const made = this.#chosen.map((box) => this.#chipOf(box));
    if (made.length) made.push(chip(this.#words.clear, () => this.#releaseAll()));
    this.#chips.replaceChildren(...made.map((button) => element("li", {}, button)));
    this.#chips.hidden = !made.length;
    for (const facet of this.#facets) {
      const number = facet.querySelectorAll(":checked").length;
      const badge = held(facet, "[data-chosen]");
      badge.hidden = !number;
      badge.textContent = fill(this.#words.chosen, { count: number });
    }
  }

  /**
   * Return by open facet how many entries each value would give, beside an answer of the engine.
   * @param {import("./index.js").Index} index
   * @param {Pick<Answer, "all" | "filters">} answer
   * @returns {Promise<Counts>}
   */
  async counts(index, answer) {
    const open = this.#facets.filter((facet) => facet.open).map((facet) => facet.dataset.facet ?? "");
    return new Map(
      await Promise.all(open.map(async (name) => /** @type {const} */ ([name, await counts(index, name, answer)]))),
    );
  }

  /** Show such counts. @param {Counts} found */
  showCounts(found) {
    for (const box of this.#boxes) {
      const own = found.get(box.name);
      if (own) this.#showCount(box, own.get(box.value) ?? 0);
    }
  }

  /** Show the counts of the whole bank. */
  showAll() {
    for (const box of this.#boxes) this.#showCount(box, Number(box.dataset.all));
  }

  /** @param {HTMLInputElement} box @param {number} number */
  #showCount(box, number) {
    const label = labelOf(box);
    held(label, "[data-count]").textContent = String(number);
    label.classList.toggle("choice--empty", !number);
  }

  /** @param {HTMLInputElement} box */
  #chipOf(box) {
    const text = nameOf(box);
    const button = chip(text, () => {
      box.checked = false;
      this.#changed();
      const next = this.#chips.querySelector("button");
      if (next) next.focus();
      else this.#cleared();
    });
    button.dataset.value = box.value;
    button.setAttribute("aria-label", fill(this.#words.remove, { name: text }));
    return button;
  }

  #keepOpenWhenWide() {
    const panel = /** @type {HTMLDetailsElement} */ (held(this.#form, "[data-facets]"));
    const wide = matchMedia("(width >= 64rem)");
    const set = () => (panel.open = wide.matches);
    wide.addEventListener("change", set);
    set();
  }
}
