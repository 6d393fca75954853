/*
 * What an initiative's own page says, for pages that show several. The page is read as it was published, so that there is one
 * place where its facts are written; what is taken over are elements, with addresses that hold wherever they are shown.
 */

/**
 * Return the page of the initiative `slug`; null where there is none. Follows a page that only leads on.
 * `pattern` is the address that initiatives have from here, with `{slug}` for each one's own.
 */
export async function readEntry(slug, pattern) {
  const address = new URL(pattern.replace("{slug}", slug), document.baseURI);
  const found = await fetched(address);
  if (!found) return null;
  if (found.querySelector("article.entry")) return new EntryPage(slug, address, found);
  const moved = slugOf(found.querySelector("link[rel=canonical]")?.href ?? "", pattern);
  return moved && moved !== slug ? readEntry(moved, pattern) : null;
}

/** Return the slug in the address of an initiative, wherever the site lies; nothing of another page. */
function slugOf(address, pattern) {
  const [before, after] = pattern.replace(/^(\.{1,2}\/)*/, "/").split("{slug}");
  const slug = address.slice(address.lastIndexOf(before) + before.length, -after.length);
  return address.endsWith(`${before}${slug}${after}`) && /^[a-z0-9-]+$/.test(slug) ? slug : "";
}

async function fetched(address) {
  const answer = await fetch(address);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

export class EntryPage {
  #page;

  constructor(slug, address, page) {
    this.slug = slug;
    this.url = address.href;
    this.#page = page;
    for (const part of page.querySelectorAll("[href], [src]")) {
      for (const name of ["href", "src"]) if (part.hasAttribute(name)) part.setAttribute(name, new URL(part.getAttribute(name), address).href);
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
    return this.#page.querySelector("article h1").lang;
  }

  /** Return the language of the words around that. */
  get interfaceLanguage() {
    return this.#page.documentElement.lang;
  }

  /** Return a fact of its column (`who`, `cost` …) as elements; none where it has none. */
  fact(name) {
    return this.#inside(`[data-fact="${name}"] > dd`);
  }

  /** Return a part of its story (`core`, `results` …) as an element in a list; none where it has none. */
  part(name) {
    const found = this.#page.querySelector(`[data-part="${name}"]`);
    return found ? [document.importNode(found, true)] : [];
  }

  #text(selector) {
    return this.#page.querySelector(`article ${selector}`)?.textContent.trim() ?? "";
  }

  #inside(selector) {
    const found = this.#page.querySelector(selector);
    return found ? [...document.importNode(found, true).childNodes] : [];
  }
}
