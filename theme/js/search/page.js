/*
 * The search page: a question and facets in, a list of entries out.
 *
 * The address holds the whole state (`?q=matsvinn&goal=12&goal=13&sort=newest&side=2`), so that a search can be shared and the
 * browser's back button works.
 */

import { chip, debounce, element, fill, held, pageWords } from "./elements.js";
import { loosened, search } from "./engine.js";
import { Following } from "./follow.js";
import { Hits } from "./hits.js";
import { Index } from "./index.js";
import { Narrowing } from "./narrowing.js";
import { Ours } from "./ours.js";
import { LETTERS, question, WORDS } from "./question.js";
import { tokens } from "./words.js";

const PER_PAGE = 20;
const AT_ONCE = 6;
const WARM_FROM = 3;
const DEBOUNCE_MS = 120;
const PATIENCE_MS = 400;
/* Pages of hits that an address may ask for at once. */
const MOST_PAGES = 50;

const form = /** @type {HTMLFormElement} */ (document.getElementById("search"));
/** @type {SearchWords} */
const words = pageWords();
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const sort = /** @type {HTMLSelectElement} */ (form.elements.namedItem("sort"));
/** @param {string} name */
const part = (name) => held(form, `[data-${name}]`);
const [status, list, more, start] = ["status", "hits", "more", "start"].map(part);
const welcome = status.textContent;
const onMap = /** @type {HTMLAnchorElement} */ (part("map"));

const index = new Index(new URL(form.dataset.index ?? "", document.baseURI).href);
const narrowing = new Narrowing(form, words, {
  changed: () => changed(),
  opened: () => run(),
  cleared: () => input.focus(),
});
const ours = new Ours(form, words, { changed: () => municipalityChanged() });
const following = new Following(/** @type {HTMLDetailsElement} */ (part("follow")), words.follow, narrowing);
const hits = new Hits(words, {
  root: form.dataset.root ?? "",
  index,
  goal: (number) => narrowing.valueLabel("goal", number).replace(/^\d+\s*/, ""),
});

let side = 1;
let latest = 0;

/* ---- State: in the form, and in the address ---- */

const query = () => question(input.value).text;
const asked = () => query() || narrowing.choices.size || ours.municipality;

/* What is asked for: that which the map understands too. */
function shared() {
  const params = new URLSearchParams();
  if (query()) params.set("q", query());
  narrowing.write(params);
  return params;
}

function address() {
  const params = shared();
  ours.write(params);
  if (sort.value) params.set("sort", sort.value);
  if (side > 1) params.set("side", String(side));
  return params.size ? `?${params}` : location.pathname;
}

function restore() {
  const params = new URLSearchParams(location.search);
  input.value = params.get("q") ?? "";
  narrowing.read(params);
  ours.read(params);
  sort.value = params.get("sort") ?? (ours.municipality ? "fits" : "");
  if (sort.selectedIndex < 0) sort.value = "";
  offerFit();
  side = Math.min(MOST_PAGES, Math.max(1, Number.parseInt(params.get("side") ?? "", 10) || 1));
}

/* The order «fits» needs a municipality, and is taken for granted when one is chosen. */
function offerFit() {
  /** @type {HTMLOptionElement} */ (held(sort, "[value=fits]")).disabled = !ours.municipality;
  if (sort.value === "fits" && !ours.municipality) sort.value = "";
}

function municipalityChanged() {
  offerFit();
  if (ours.municipality) sort.value = "fits";
  changed();
}

/** A new entry in the history for each step, but one only for a stretch of typing. @param {boolean} [typing] */
function remember(typing) {
  const replace = typing && history.state?.typing;
  history[replace ? "replaceState" : "pushState"]({ typing }, "", address());
}

/* ---- Asking ---- */

async function run() {
  const turn = ++latest;
  const isLatest = () => turn === latest;
  narrowing.showChoices();
  onMap.search = String(shared());
  following.ask(query() || narrowing.choices.size ? { query: query(), choices: narrowing.choices } : null);
  if (!asked()) return showStart();
  busy(true);
  const slow = setTimeout(() => (status.textContent = words.loading), PATIENCE_MS);
  try {
    const fit = await ours.fit(index);
    const answer = await search(index, { query: query(), chosen: narrowing.choices, sort: sort.value, fit });
    if (isLatest()) await show(answer, { fit, slow, isLatest });
  } catch (error) {
    console.warn(error);
    if (isLatest()) showFailure();
  } finally {
    clearTimeout(slow);
    if (isLatest()) busy(false);
  }
}

/** @param {boolean} isBusy */
function busy(isBusy) {
  for (const own of [list, part("facets")]) {
    if (isBusy) own.setAttribute("aria-busy", "true");
    else own.removeAttribute("aria-busy");
  }
}

function changed({ typing = false, keepSide = false } = {}) {
  if (!keepSide) side = 1;
  remember(typing);
  return run();
}

/* ---- Showing ---- */

/** @param {{ said: string, shown?: Node[], atStart?: boolean, rest?: boolean }} what */
function settle({ said, shown = [], atStart = false, rest = false }) {
  status.textContent = said;
  list.replaceChildren(...shown);
  start.hidden = !atStart;
  more.hidden = !rest;
}

/**
 * The first hits are shown as soon as they are there, then the others, then what each facet would give.
 * @param {Answer} answer
 * @param {{ fit: import("./fits.js").Fit | null, slow: number, isLatest: () => boolean }} turn
 */
async function show(answer, { fit, slow, isLatest }) {
  const numbers = answer.numbers.slice(0, side * PER_PAGE);
  /** @param {ShownEntry} entry */
  const item = (entry) => hits.item(entry, answer.keys, ours.note(fit, entry.number));
  const first = await index.entries(numbers.slice(0, AT_ONCE));
  if (!isLatest()) return;
  clearTimeout(slow);
  const shown = numbers.length ? first.map(item) : [nothing(answer)];
  settle({ said: told(answer), shown, atStart: !numbers.length, rest: numbers.length < answer.numbers.length });
  const others = await index.entries(numbers.slice(AT_ONCE));
  if (!isLatest()) return;
  list.append(...others.map(item));
  const counts = await narrowing.counts(index, answer);
  if (isLatest()) narrowing.showCounts(counts);
}

const showFailure = () => settle({ said: words.failed, atStart: true });

function showStart() {
  busy(false);
  narrowing.showAll();
  settle({ said: welcome, atStart: true });
}

/** What the search made of the question, when it is not what was written. @param {Answer} answer */
function told({ numbers, full, meant, scores }) {
  const cut = question(input.value).isCut ? [fill(words.cut, { letters: LETTERS, words: WORDS })] : [];
  if (!numbers.length) return [words.none, ...cut].join(". ");
  const found = fill(numbers.length === 1 ? words.one : words.other, { count: numbers.length });
  const instead = [...meant.values()].map((word) => fill(words.meant, { word }));
  return [found, ...instead, ...(scores && !full ? [words.partly] : []), ...cut].join(" ");
}

/** What could be let go of, each with what it would give; where nothing helps, advice. @param {Answer} answer */
function nothing(answer) {
  const ways = loosened(answer).map(([facet, count]) =>
    chip(fill(words.without, { name: narrowing.label(facet), count }), () => {
      narrowing.release(facet);
      input.focus();
    }),
  );
  if (query() && narrowing.choices.size && !answer.all.length) ways.push(chip(words.wordless, withoutWords));
  return element(
    "li",
    { className: "hits__none" },
    element("p", {}, ways.length ? words.let_go : words.reword),
    ...ways,
  );
}

function withoutWords() {
  input.value = "";
  changed();
}

async function showMore() {
  const before = list.childElementCount;
  side += 1;
  await changed({ keepSide: true });
  list.children[before]?.querySelector("a")?.focus();
}

/* ---- Listening ---- */

const typed = debounce(() => changed({ typing: true }), DEBOUNCE_MS);

input.addEventListener("input", () => {
  const word = tokens(query()).at(-1) ?? "";
  if (word.length >= WARM_FROM) index.warm(word).catch(() => {});
  typed();
});
input.addEventListener("focus", () => index.open().catch(() => {}), { once: true });
sort.addEventListener("change", () => changed());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed();
});
more.addEventListener("click", showMore);
addEventListener("popstate", () => {
  restore();
  run();
});

restore();
run();
