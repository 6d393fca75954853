/*
 * «Passer for oss»: the reader's own municipality. It is kept in the browser only when the reader says so, and forgotten
 * when they take that back.
 */

import { element, fill, held } from "./elements.js";
import { fitFor } from "./fits.js";

const KEPT_AS = "idebank-municipality";
const MUCH = 0.7;

export class Ours {
  /** @type {HTMLSelectElement} */
  #select;
  #keep;
  /* Whether the choice is to be kept. */
  #box;
  #words;

  /**
   * Take the form and the page's words; `changed` is called after each choice.
   * @param {HTMLFormElement} form
   * @param {FitWords} words
   * @param {{ changed: () => unknown }} options
   */
  constructor(form, words, { changed }) {
    this.#select = /** @type {HTMLSelectElement} */ (form.elements.namedItem("fits"));
    this.#keep = held(form, "[data-keep]");
    this.#box = /** @type {HTMLInputElement} */ (held(this.#keep, "input"));
    this.#words = words;
    this.#select.addEventListener("change", () => {
      this.#show();
      this.#store();
      changed();
    });
    this.#box.addEventListener("change", () => this.#store());
  }

  /** Return the number of the municipality; empty where none is chosen. */
  get municipality() {
    return this.#select.value;
  }

  /** Choose the municipality of an address, else the one that is kept. @param {URLSearchParams} params */
  read(params) {
    const kept = stored();
    this.#select.value = params.get("fits") ?? kept;
    if (this.#select.selectedIndex < 0) this.#select.value = "";
    this.#box.checked = Boolean(kept);
    this.#show();
  }

  /** Write the municipality into an address. @param {URLSearchParams} params */
  write(params) {
    if (this.municipality) params.set("fits", this.municipality);
  }

  /** Return how entries fit the municipality; null where none is chosen. @param {import("./index.js").Index} index */
  async fit(index) {
    return this.municipality ? fitFor(index, this.municipality) : null;
  }

  /**
   * Return what is said of an entry from a place much like the reader's.
   * @param {import("./fits.js").Fit | null} fit
   * @param {number} number
   */
  note(fit, number) {
    const own = fit?.of(number);
    if (!own || own.score < MUCH) return [];
    const text = own.same ? this.#words.fits.same : fill(this.#words.fits.alike, { why: this.#why(own.alike) });
    return [element("span", { className: "fits__note small" }, text)];
  }

  /** @param {string[]} traits */
  #why(traits) {
    const named = new Set(traits.map((name) => this.#words.fits[name]));
    return new Intl.ListFormat(document.documentElement.lang).format(named);
  }

  #show() {
    this.#keep.hidden = !this.municipality && !stored();
  }

  #store() {
    const wanted = this.#box.checked && this.municipality;
    try {
      if (wanted) localStorage.setItem(KEPT_AS, wanted);
      else localStorage.removeItem(KEPT_AS);
    } catch {
      // Storage may be shut off; the choice then lasts for this page only.
    }
  }
}

function stored() {
  try {
    return localStorage.getItem(KEPT_AS) ?? "";
  } catch {
    return "";
  }
}
