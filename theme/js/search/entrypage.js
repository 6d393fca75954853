/*
 * What an initiative's own page says, for pages that show several. The page is read as it was published, so that there is one
 * place where its facts are written; what is taken over are elements, with addresses that hold wherever they are shown.
 */

import { held } from "./elements.js";

/**
 * Return the page of the initiative `slug`; null where there is none. Follows a page that only leads on.
 * @param {string} slug
 * @param {string} root
 * @returns {Promise<EntryPage | null>}
 */
export async function readEntry(slug, root) {
  const address = new URL(`${root}tiltak/${slug}/`, document.baseURI);
  const found = await fetched(address);
  if (!found) return null;
  if (found.querySelector("article.entry")) return new EntryPage(slug, address, found);
  const moved = slugOf(/** @type {HTMLLinkElement | null} */ (found.querySelector("link[rel=canonical]"))?.href);
  return moved && moved !== slug ? readEntry(moved, root) : null;
}

/** @param {string | undefined} address */
const slugOf = (address) => /\/tiltak\/([a-z0-9-]+)\/$/.exec(address ?? "")?.[1];

/** @param {URL} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

export class EntryPage {
  #page;

  /** @param {string} slug @param {URL} address @param {Document} page */
  constructor(slug, address, page) {
    this.slug = slug;
    this.url = address.href;
    this.#page = page;
    for (const part of page.querySelectorAll("[href], [src]")) {
      for (const name of ["href", "src"])
        if (part.hasAttribute(name)) part.setAttribute(name, new URL(part.getAttribute(name) ?? "", address).href);
    }
    for (const part of page.querySelectorAll("[id]")) part.removeAttribute("id");
  }

  get title() {
    return this.#text("h1");
  }

  get summary() {
    return this.#text("p.lead");
  }

  /** Return the language of what the initiative says itself. */
  get language() {
    return held(this.#page, "article h1").lang;
  }

  /** Return the language of the words around that. */
  get interfaceLanguage() {
    return this.#page.documentElement.lang;
  }

  /** Return a fact of its column (`who`, `cost` …) as elements; none where it has none. @param {string} name */
  fact(name) {
    return this.#inside(`[data-fact="${name}"] > dd`);
  }

  /**
   * Return a part of its story (`core`, `results` …) as an element in a list; none where it has none.
   * @param {string} name
   */
  part(name) {
    const found = this.#page.querySelector(`[data-part="${name}"]`);
    return found ? [document.importNode(found, true)] : [];
  }

  /** @param {string} selector */
  #text(selector) {
    return this.#page.querySelector(`article ${selector}`)?.textContent.trim() ?? "";
  }

  /** @param {string} selector */
  #inside(selector) {
    const found = this.#page.querySelector(selector);
    return found ? [...document.importNode(found, true).childNodes] : [];
  }
}
