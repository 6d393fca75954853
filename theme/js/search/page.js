/*
 * The search page: a question and facets in, a list of entries out.
 *
 * The address holds the whole state (`?q=matsvinn&goal=12&goal=13&sort=newest&side=2`), so that a search can be shared and the
 * browser's back button works. Text from the index only ever becomes text nodes, never HTML.
 */

import { counts, loosened, marked, search } from "./engine.js";
import { Index } from "./index.js";

const PER_PAGE = 20;
const DEBOUNCE_MS = 180;

const form = document.getElementById("search");
const words = JSON.parse(document.getElementById("messages").textContent);
const root = form.dataset.root;
const input = form.elements.q;
const sort = form.elements.sort;
const boxes = [...form.querySelectorAll("[data-facet] input")];
const facets = [...new Set(boxes.map((box) => box.name))];
const part = (name) => form.querySelector(`[data-${name}]`);
const [status, chips, hits, more, start] = ["status", "chips", "hits", "more", "start"].map(part);
const welcome = status.textContent;

let side = 1;
let latest = 0;

/* ---- Small helpers ---- */

function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const fill = (text, params) => text.replace(/\{(\w+)\}/g, (_, name) => params[name]);
const unseen = (text) => element("span", { className: "unseen" }, text);
const labelOf = (box) => box.closest("label").querySelector("[data-label]").textContent.trim();
const count = (number) => fill(number === 1 ? words.one : words.other, { count: number });
const debounce = (action, wait) => {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait, ...args);
  };
};

/* ---- State: in the form, and in the address ---- */

const query = () => input.value.trim();
const chosen = () => boxes.filter((box) => box.checked);

function address() {
  const params = new URLSearchParams();
  if (query()) params.set("q", query());
  for (const box of chosen()) params.append(box.name, box.value);
  if (sort.value) params.set("sort", sort.value);
  if (side > 1) params.set("side", side);
  return params.size ? `?${params}` : location.pathname;
}

function restore() {
  const params = new URLSearchParams(location.search);
  input.value = params.get("q") ?? "";
  for (const box of boxes) box.checked = params.getAll(box.name).includes(box.value);
  sort.value = params.get("sort") ?? "";
  if (sort.selectedIndex < 0) sort.value = "";
  side = Math.max(1, Number.parseInt(params.get("side"), 10) || 1);
  for (const box of chosen()) box.closest("[data-facet]").open = true;
}

/* A new entry in the history for each step, but one only for a stretch of typing. */
function remember(typing) {
  const replace = typing && history.state?.typing;
  history[replace ? "replaceState" : "pushState"]({ typing }, "", address());
}

/* ---- Asking ---- */

const index = new Index(new URL(form.dataset.index, document.baseURI).href);

/* Several values of one facet widen the search, several facets narrow it. */
function choices() {
  const wanted = new Map();
  for (const box of chosen()) wanted.set(box.name, [...(wanted.get(box.name) ?? []), box.value]);
  return wanted;
}

/* Counts are worked out for the facets that are open; a facet that is opened later asks again. */
const openFacets = () => facets.filter((name) => form.querySelector(`[data-facet="${name}"]`).open);

async function ask() {
  const answer = await search(index, { query: query(), chosen: choices(), sort: sort.value });
  const [loaded, numbers] = await Promise.all([
    index.entries(answer.numbers.slice(0, side * PER_PAGE)),
    Promise.all(openFacets().map(async (name) => [name, await counts(index, name, answer)])),
  ]);
  return { answer, loaded, counts: new Map(numbers) };
}

/* ---- Showing ---- */

function withMarks(text, keys) {
  return marked(text, index, keys).map((piece) => (piece.hit ? element("mark", {}, piece.text) : piece.text));
}

function goalSquares(numbers) {
  const list = element("ul", { className: "squares", "aria-label": words.goals });
  for (const number of numbers) {
    const box = boxes.find((one) => one.name === "goal" && one.value === String(number));
    const name = box ? labelOf(box).replace(/^\d+\s*/, "") : "";
    const square = element("li", { className: `square goal-${number}` }, element("span", { "aria-hidden": "true" }, number));
    square.append(unseen(fill(words.goal, { number, name })));
    list.append(square);
  }
  return list;
}

function hit(entry, keys) {
  const { title, summary, language, kind, who, where, goals, state, reused } = entry;
  const link = element("a", { href: root + entry.url, lang: language }, ...withMarks(title, keys));
  const about = element("div", { className: "hit__meta" });
  if (kind !== "initiative") about.append(element("span", { className: "chip chip--still" }, words.kinds[kind]));
  const place = where.join(", ");
  about.append(element("span", {}, element("strong", {}, who), who && place ? ` · ${place}` : place));
  if (words.states[state]) about.append(element("span", { className: `phase phase--${state}` }, unseen(`${words.phase}: `), words.states[state]));
  if (reused) about.append(element("span", { className: "small" }, fill(reused === 1 ? words.reused_one : words.reused_other, { count: reused })));
  about.append(goalSquares(goals));
  return element("li", { className: "hit" }, element("h3", {}, link), element("p", { className: "hit__text", lang: language }, ...withMarks(summary, keys)), about);
}

function chip(text, action, value) {
  const button = element("button", { type: "button", className: "chip" }, text);
  if (value) {
    button.dataset.value = value;
    button.setAttribute("aria-label", fill(words.remove, { name: text }));
  }
  button.addEventListener("click", action);
  return element("li", {}, button);
}

function choiceChips() {
  const made = chosen().map((box) =>
    chip(labelOf(box), () => {
      box.checked = false;
      changed();
      (chips.querySelector("button") ?? input).focus();
    }, box.value),
  );
  if (made.length) {
    made.push(
      chip(words.clear, () => {
        for (const box of boxes) box.checked = false;
        changed();
        input.focus();
      }),
    );
  }
  return made;
}

function showChoices() {
  chips.replaceChildren(...choiceChips());
  chips.hidden = !chips.childElementCount;
  for (const facet of form.querySelectorAll("[data-facet]")) {
    const number = facet.querySelectorAll(":checked").length;
    const badge = facet.querySelector("[data-chosen]");
    badge.hidden = !number;
    badge.textContent = fill(words.chosen, { count: number });
  }
}

function showCounts(found) {
  for (const box of boxes) {
    if (!found.has(box.name)) continue;
    const number = found.get(box.name).get(box.value) ?? 0;
    const label = box.closest("label");
    label.querySelector("[data-count]").textContent = number;
    label.classList.toggle("choice--empty", !number);
  }
}

/* What could be let go of, each with what it would give; where nothing helps, advice. */
function showNothing(answer) {
  const ways = loosened(answer).map(([name, number]) => {
    const label = form.querySelector(`[data-facet="${name}"] summary`).firstChild.textContent.trim();
    const button = element("button", { type: "button", className: "chip" }, fill(words.without, { name: label, count: number }));
    button.addEventListener("click", () => {
      for (const box of chosen()) if (box.name === name) box.checked = false;
      changed();
      input.focus();
    });
    return button;
  });
  if (query() && chosen().length && !answer.all.length) ways.push(wordless());
  hits.replaceChildren(element("li", { className: "hits__none" }, element("p", {}, ways.length ? words.let_go : words.reword), ...ways));
}

/* The same choices without the words. */
function wordless() {
  const button = element("button", { type: "button", className: "chip" }, words.wordless);
  button.addEventListener("click", () => {
    input.value = "";
    changed();
  });
  return button;
}

/* What the search made of the question, when it is not what was written. */
function told({ numbers, full, meant, scores }) {
  if (!numbers.length) return words.none;
  const found = count(numbers.length);
  const instead = [...meant.values()].map((word) => fill(words.meant, { word }));
  return [found, ...instead, ...(scores && !full ? [words.partly] : [])].join(" ");
}

function show({ answer, loaded, counts: found }) {
  showCounts(found);
  status.textContent = told(answer);
  start.hidden = answer.numbers.length > 0;
  more.hidden = loaded.length === answer.numbers.length;
  hits.removeAttribute("aria-busy");
  if (answer.numbers.length) hits.replaceChildren(...loaded.map((entry) => hit(entry, answer.keys)));
  else showNothing(answer);
}

function showFailure() {
  status.textContent = words.failed;
  hits.removeAttribute("aria-busy");
  hits.replaceChildren();
  start.hidden = false;
  more.hidden = true;
}

function showStart() {
  status.textContent = welcome;
  hits.removeAttribute("aria-busy");
  hits.replaceChildren();
  start.hidden = false;
  more.hidden = true;
  for (const box of boxes) {
    const label = box.closest("label");
    label.querySelector("[data-count]").textContent = box.dataset.all;
    label.classList.remove("choice--empty");
  }
}

async function run() {
  const turn = ++latest;
  showChoices();
  if (!query() && !chosen().length) return showStart();
  hits.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => (status.textContent = words.loading), 400);
  try {
    const answer = await ask();
    if (turn === latest) show(answer);
  } catch (error) {
    console.warn(error);
    if (turn === latest) showFailure();
  } finally {
    clearTimeout(slow);
  }
}

function changed({ typing = false, keepSide = false } = {}) {
  if (!keepSide) side = 1;
  remember(typing);
  return run();
}

/* ---- Listening ---- */

async function showMore() {
  const before = hits.childElementCount;
  side += 1;
  await changed({ keepSide: true });
  hits.children[before]?.querySelector("a").focus();
}

function keepFacetsOpenWhenWide() {
  const wide = matchMedia("(width >= 64rem)");
  const set = () => (part("facets").open = wide.matches);
  wide.addEventListener("change", set);
  set();
}

const typed = debounce(() => changed({ typing: true }), DEBOUNCE_MS);

for (const box of boxes) box.dataset.all = box.closest("label").querySelector("[data-count]").textContent;
input.addEventListener("input", typed);
input.addEventListener("focus", () => index.open().catch(() => {}), { once: true });
for (const facet of form.querySelectorAll("[data-facet]")) facet.addEventListener("toggle", () => facet.open && run());
form.addEventListener("change", (event) => event.target !== input && changed());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed();
});
more.addEventListener("click", showMore);
addEventListener("popstate", () => {
  restore();
  run();
});

keepFacetsOpenWhenWide();
restore();
run();
