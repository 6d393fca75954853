/*
 * The map: how many entries each place has of those that a search and its facets leave. Circles, tiles and the list show the
 * same counts. A place leads to its page; when the search is narrowed, to the search with the place chosen besides.
 */

import { debounce, fill, held, pageWords } from "./elements.js";
import { counts, search } from "./engine.js";
import { Index } from "./index.js";
import { Narrowing } from "./narrowing.js";
import { LETTERS, question, WORDS } from "./question.js";
import { Walk } from "./walk.js";

const DEBOUNCE_MS = 180;
const PATIENCE_MS = 400;
const LEAST = 4;
const PER_ENTRY = 2.6;
const MOST = 26;
const SHADES = [1, 2, 4];

const form = /** @type {HTMLFormElement} */ (document.getElementById("map"));
/** @type {MapWords} */
const words = pageWords();
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const views = /** @type {RadioNodeList} */ (form.elements.namedItem("vis"));
/** @param {string} name */
const part = (name) => held(form, `[data-${name}]`);
/** @param {string} selector */
const all = (selector) => Array.from(/** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(selector)));
const [status, caption, none, elsewhere] = ["status", "caption", "none", "elsewhere"].map(part);
const hint = caption.textContent;
const places = all("[data-place]");
const names = new Map(places.map((place) => [place, (place.getAttribute("aria-label") ?? "").replace(/: [^:]*$/, "")]));
const index = new Index(new URL(form.dataset.index ?? "", document.baseURI).href);
const narrowing = new Narrowing(form, words, {
  changed: () => changed(),
  opened: () => run(),
  cleared: () => input.focus(),
});
const whole = {
  status: status.textContent,
  links: /** @type {Map<Element, string | null>} */ (
    new Map(all("a[href]").map((link) => [link, link.getAttribute("href")]))
  ),
};

let latest = 0;

const query = () => question(input.value).text;
const asked = () => query() || narrowing.choices.size;
/** @param {number} count */
const spoken = (count) => fill(count === 1 ? words.one : words.other, { count });

/* ---- State: in the form, and in the address ---- */

function asParams() {
  const params = new URLSearchParams();
  if (query()) params.set("q", query());
  narrowing.write(params);
  return params;
}

function restore() {
  const params = new URLSearchParams(location.search);
  input.value = params.get("q") ?? "";
  narrowing.read(params);
  views.value = params.get("vis") ?? "";
  if (!views.value) views.value = "";
  showView();
}

/** @param {boolean} [typing] */
function remember(typing) {
  const params = asParams();
  if (views.value) params.set("vis", views.value);
  const replace = typing && history.state?.typing;
  history[replace ? "replaceState" : "pushState"]({ typing }, "", params.size ? `?${params}` : location.pathname);
}

/* ---- Asking ---- */

async function ask() {
  const answer = await search(index, { query: query(), chosen: narrowing.choices });
  const [municipalities, counties, open] = await Promise.all([
    counts(index, "municipality", answer),
    counts(index, "county", answer),
    narrowing.counts(index, answer),
  ]);
  const placed = new Set();
  for (const numbers of (await index.facet("county")).values()) for (const number of numbers) placed.add(number);
  return {
    municipalities,
    counties,
    open,
    total: answer.numbers.length,
    elsewhere: answer.numbers.filter((number) => !placed.has(number)).length,
  };
}

async function run() {
  const turn = ++latest;
  narrowing.showChoices();
  form.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => (status.textContent = words.loading), PATIENCE_MS);
  try {
    const found = await ask();
    if (turn === latest) show(found);
  } catch (error) {
    console.warn(error);
    if (turn === latest) status.textContent = words.failed;
  } finally {
    clearTimeout(slow);
    if (turn === latest) form.removeAttribute("aria-busy");
  }
}

function changed({ typing = false } = {}) {
  remember(typing);
  return run();
}

/* ---- Showing ---- */

/** @param {Awaited<ReturnType<typeof ask>>} found */
function show({ municipalities, counties, open, total, elsewhere: unplaced }) {
  /** @param {string} number */
  const count = (number) => municipalities.get(number) ?? 0;
  narrowing.showCounts(open);
  for (const place of places) showPlace(place, count(place.dataset.place ?? ""));
  for (const line of all("[data-county]")) showLine(line, counties.get(line.dataset.county ?? "") ?? 0);
  for (const line of all("[data-municipality]")) showLine(line, count(line.dataset.municipality ?? ""));
  status.textContent = asked() ? told(total) : whole.status;
  none.hidden = total > 0;
  elsewhere.textContent = unplaced ? fill(words.elsewhere, { count: unplaced }) : "";
  /** @type {HTMLAnchorElement} */ (part("as-list")).href = asked()
    ? `${form.dataset.search}?${asParams()}`
    : (form.dataset.search ?? "");
  walks.forEach((walk) => walk.settle());
  if (!form.querySelector("[data-current]:not([hidden])")) caption.textContent = hint;
}

/** @param {number} total */
function told(total) {
  const cut = question(input.value).isCut ? [fill(words.cut, { letters: LETTERS, words: WORDS })] : [];
  return [total ? spoken(total) : words.none, ...cut].join(". ");
}

/** @param {HTMLElement} place @param {number} count */
function showPlace(place, count) {
  const dot = place.querySelector(".outline__dot");
  place.setAttribute("aria-label", `${names.get(place)}: ${spoken(count)}`);
  lead(place, "municipality", place.dataset.place);
  if (dot) {
    dot.setAttribute("r", Math.min(MOST, LEAST + PER_ENTRY * Math.sqrt(count)).toFixed(1));
    place.toggleAttribute("hidden", !count);
  } else {
    place.setAttribute("class", `shade-${SHADES.filter((least) => count >= least).length}`);
  }
}

/** @param {HTMLElement} line @param {number} count */
function showLine(line, count) {
  line.hidden = !count;
  held(line, "[data-count]").textContent = String(count);
  const { county, municipality } = line.dataset;
  const link = held(line, county ? "[data-whole], :scope > a" : "a");
  lead(link, county ? "county" : "municipality", county ?? municipality);
}

/**
 * Lead to a place's page, or to the search with the place chosen besides.
 * @param {Element} link
 * @param {string} facet
 * @param {string | undefined} value
 */
function lead(link, facet, value) {
  const params = asParams();
  params.append(facet, value ?? "");
  link.setAttribute("href", asked() ? `${form.dataset.search}?${params}` : (whole.links.get(link) ?? ""));
}

function showView() {
  for (const view of all("[data-view]")) view.hidden = view.dataset.view !== views.value;
}

/** Say below the map which place is meant. @param {Element} place */
function point(place) {
  for (const other of all("[data-current]")) other.removeAttribute("data-current");
  place.setAttribute("data-current", "");
  caption.textContent = place.getAttribute("aria-label");
}

/* ---- Listening ---- */

const maps = /** @type {NodeListOf<SVGSVGElement>} */ (form.querySelectorAll("[data-map]"));
const walks = Array.from(maps, (map) => new Walk(map, { point }));

form.classList.add("finder--alive");
for (const name of ["switch", "caption"]) part(name).hidden = false;
input.addEventListener(
  "input",
  debounce(() => changed({ typing: true }), DEBOUNCE_MS),
);
for (const radio of views) {
  radio.addEventListener("change", () => {
    showView();
    remember(false);
  });
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed();
});
addEventListener("popstate", () => {
  restore();
  run();
});

restore();
if (asked()) run();
