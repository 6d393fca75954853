/*
 * What an initiative's own page says, for pages that show several. The page is read as it was published, so that there is one
 * place where its facts are written; what is taken over are elements, with addresses that hold wherever they are shown.
 */

import { held } from "./elements.js";

/**
 * Return the page of the initiative `slug`; null where there is none. Follows a page that only leads on.
 * `pattern` is the address that initiatives have from here, with `{slug}` for each one's own.
 * @param {string} slug
 * @param {string} pattern
 * @returns {Promise<EntryPage | null>}
 */
export async function readEntry(slug, pattern) {
  const address = new URL(pattern.replace("{slug}", slug), document.baseURI);
  const found = await fetched(address);
  if (!found) return null;
  if (found.querySelector("article.entry")) return new EntryPage(slug, address, found);
  const leads = /** @type {HTMLLinkElement | null} */ (found.querySelector("link[rel=canonical]"));
  const moved = slugOf(leads?.href ?? "", pattern);
  return moved && moved !== slug ? readEntry(moved, pattern) : null;
}

/**
 * Return the slug in the address of an initiative, wherever the site lies; nothing of another page.
 * @param {string} address
 * @param {string} pattern
 */
function slugOf(address, pattern) {
  const [before = "", after = ""] = pattern.replace(/^(\.{1,2}\/)*/, "/").split("{slug}");
  const slug = address.slice(address.lastIndexOf(before) + before.length, -after.length);
  return address.endsWith(`${before}${slug}${after}`) && /^[a-z0-9-]+$/.test(slug) ? slug : "";
}

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
