/*
 * The search page: a query and facets in, a list of initiatives out. Works on Pagefind's index.
 *
 * The address holds the whole state (`?q=matsvinn&goal=12&goal=13&sort=date&side=2`), so that a search can be shared and the
 * browser's back button works. Text from the index only ever becomes text nodes, never HTML.
 */

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

/* Where words that mean the same will be looked up; words added to the index do that work for now. */
function expandQuery(query) {
  return query;
}

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

/* ---- Asking Pagefind ---- */

let engine;

function pagefind() {
  engine ??= import(new URL(`${root}pagefind/pagefind.js`, document.baseURI).href).then(async (module) => {
    await module.init();
    // Without this, answers count only the facets that were asked about.
    await module.filters();
    return module;
  });
  return engine;
}

/* Several values of one facet widen the search, several facets narrow it. */
function filters(except) {
  const wanted = {};
  for (const box of chosen()) if (box.name !== except) (wanted[box.name] ??= { any: [] }).any.push(box.value);
  return wanted;
}

async function ask() {
  const { search } = await pagefind();
  const text = query() ? expandQuery(query()) : null;
  const order = sort.value || (text ? "" : "date");
  const options = order ? { sort: { [order]: order === "title" ? "asc" : "desc" } } : {};
  const found = await search(text, { ...options, filters: filters() });
  const counts = { ...found.filters };
  // How many a further value of a facet would add: counted as if nothing were chosen in that facet.
  for (const facet of Object.keys(filters())) counts[facet] = (await search(text, { filters: filters(facet) })).filters[facet];
  return { results: found.results, counts };
}

/* ---- Showing ---- */

/* The part of an excerpt that belongs to the story: behind the title, before the hidden words for the index. */
function story(text, { content, meta }) {
  const ending = meta.title.slice(-20);
  const at = text.indexOf(ending);
  const from = at < 0 ? 0 : at + ending.length + 1;
  const words = content.indexOf("⁂");
  const start = content.indexOf(text.slice(0, 60));
  return [from, words < 0 || start < 0 ? text.length : words - start];
}

/* Pagefind marks its hits with <mark> in escaped text; only text and marks are taken over. */
function marked(data) {
  const parsed = new DOMParser().parseFromString(data.excerpt, "text/html").body;
  const [from, to] = story(parsed.textContent, data);
  let passed = 0;
  return [...parsed.childNodes].flatMap((node) => {
    const text = node.textContent.slice(Math.max(0, from - passed), Math.max(0, to - passed));
    passed += node.textContent.length;
    return text ? [node.nodeName === "MARK" ? element("mark", {}, text) : text] : [];
  });
}

function markedTitle(title) {
  const terms = query().split(/[^\p{L}\p{N}]+/u).filter((term) => term.length > 2);
  if (!terms.length) return [title];
  return title.split(new RegExp(`(${terms.join("|")})`, "iu")).map((piece, i) => (i % 2 ? element("mark", {}, piece) : piece));
}

function goalSquares(numbers) {
  const list = element("ul", { className: "squares", "aria-label": words.goals });
  for (const number of numbers) {
    const box = boxes.find((one) => one.name === "goal" && one.value === number);
    const name = box ? labelOf(box).replace(/^\d+\s*/, "") : "";
    const square = element("li", { className: `square goal-${number}` }, element("span", { "aria-hidden": "true" }, number));
    square.append(unseen(fill(words.goal, { number, name })));
    list.append(square);
  }
  return list;
}

function hit(data) {
  const { meta } = data;
  const link = element("a", { href: root + data.raw_url.replace(/^\//, ""), lang: meta.language }, ...markedTitle(meta.title));
  const found = query() ? marked(data) : [];
  const text = found.length > 1 ? found : [meta.summary];
  const about = element("div", { className: "hit__meta" });
  if (meta.kind) about.append(element("span", { className: "chip chip--still" }, meta.kind));
  about.append(element("span", {}, element("strong", {}, meta.organisation ?? ""), meta.organisation && meta.place ? ` · ${meta.place}` : (meta.place ?? "")));
  if (meta.phase) about.append(element("span", { className: `phase phase--${meta.state}` }, unseen(`${words.phase}: `), meta.phase));
  about.append(goalSquares((meta.goals ?? "").split(" ").filter(Boolean)));
  return element("li", { className: "hit" }, element("h3", {}, link), element("p", { className: "hit__text", lang: meta.language }, ...text), about);
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

function showCounts(counts) {
  for (const box of boxes) {
    const number = counts[box.name]?.[box.value] ?? 0;
    const label = box.closest("label");
    label.querySelector("[data-count]").textContent = number;
    label.classList.toggle("choice--empty", !number);
  }
}

function showNothing() {
  hits.replaceChildren(element("li", {}, chosen().length ? words.loosen : words.reword));
}

async function show({ results, counts }, turn) {
  const wanted = results.slice(0, side * PER_PAGE);
  const loaded = await Promise.all(wanted.map((result) => result.data()));
  if (turn !== latest) return;
  showCounts(counts);
  status.textContent = results.length ? count(results.length) : words.none;
  start.hidden = results.length > 0;
  more.hidden = wanted.length === results.length;
  hits.removeAttribute("aria-busy");
  if (results.length) hits.replaceChildren(...loaded.map(hit));
  else showNothing();
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
    if (turn === latest) await show(answer, turn);
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
input.addEventListener("focus", () => pagefind().catch(() => {}), { once: true });
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
