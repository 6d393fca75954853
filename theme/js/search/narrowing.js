/*
 * What a reader narrows by: the boxes of partials/narrowing.html, their chips, their counts, and their part of the address.
 *
 * Several values of one facet widen, several facets narrow. Counts are worked out for the facets that are open; one that is
 * opened later asks again.
 */

import { counts } from "./engine.js";
import { chip, element, fill } from "./elements.js";

const nameOf = (box) => box.closest("label").querySelector("[data-label]").textContent.trim();

export class Narrowing {
  #form;
  #words;
  #boxes;
  #chips;
  #changed;
  #cleared;

  /**
   * Take the form and its words. `changed` is called after each choice, `opened` when a facet is opened whose counts are not
   * known yet, `cleared` when the last chip is gone and the focus needs a place.
   */
  constructor(form, words, { changed, opened, cleared }) {
    this.#form = form;
    this.#words = words;
    this.#boxes = [...form.querySelectorAll("[data-facet] input")];
    this.#chips = form.querySelector("[data-chips]");
    this.#changed = changed;
    this.#cleared = cleared;
    for (const box of this.#boxes) {
      box.dataset.all = box.closest("label").querySelector("[data-count]").textContent;
      box.addEventListener("change", () => changed());
    }
    for (const facet of this.#facets) facet.addEventListener("toggle", () => facet.open && opened());
    this.#keepOpenWhenWide();
  }

  get #facets() {
    return [...this.#form.querySelectorAll("[data-facet]")];
  }

  get #chosen() {
    return this.#boxes.filter((box) => box.checked);
  }

  /** Return the chosen values by facet. */
  get choices() {
    const wanted = new Map();
    for (const { name, value } of this.#chosen) wanted.set(name, [...(wanted.get(name) ?? []), value]);
    return wanted;
  }

  /** Return what a facet is called. */
  label(facet) {
    return this.#form.querySelector(`[data-facet="${facet}"] summary`).firstChild.textContent.trim();
  }

  /** Return what a value is called; empty where nobody offers it. */
  valueLabel(facet, value) {
    const box = this.#boxes.find((one) => one.name === facet && one.value === String(value));
    return box ? nameOf(box) : "";
  }

  /** Choose what an address says, and open the facets it chooses in. */
  read(params) {
    const wanted = new Set(Array.from(params, ([name, value]) => `${name}=${value}`));
    for (const box of this.#boxes) box.checked = wanted.has(`${box.name}=${box.value}`);
    for (const box of this.#chosen) box.closest("[data-facet]").open = true;
  }

  /** Write the choices into an address. */
  write(params) {
    for (const { name, value } of this.#chosen) params.append(name, value);
  }

  /** Let go of what is chosen in a facet, or in all. */
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
      const badge = facet.querySelector("[data-chosen]");
      badge.hidden = !number;
      badge.textContent = fill(this.#words.chosen, { count: number });
    }
  }

  /** Return by open facet how many entries each value would give, beside an answer of the engine. */
  async counts(index, answer) {
    const open = this.#facets.filter((facet) => facet.open).map((facet) => facet.dataset.facet);
    return new Map(await Promise.all(open.map(async (name) => [name, await counts(index, name, answer)])));
  }

  /** Show such counts. */
  showCounts(found) {
    for (const box of this.#boxes)
      if (found.has(box.name)) this.#showCount(box, found.get(box.name).get(box.value) ?? 0);
  }

  /** Show the counts of the whole bank. */
  showAll() {
    for (const box of this.#boxes) this.#showCount(box, Number(box.dataset.all));
  }

  #showCount(box, number) {
    const label = box.closest("label");
    label.querySelector("[data-count]").textContent = number;
    label.classList.toggle("choice--empty", !number);
  }

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
    const wide = matchMedia("(width >= 64rem)");
    const set = () => (this.#form.querySelector("[data-facets]").open = wide.matches);
    wide.addEventListener("change", set);
    set();
  }
}
