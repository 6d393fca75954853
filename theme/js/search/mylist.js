/*
 * «Min liste»: what the reader has saved, or, with `?tiltak=a,b`, what somebody has shared. A shared list is shown without being
 * kept, until the reader asks for that.
 */

import { chip, element, fill, held, pageWords } from "./elements.js";
import { readEntry } from "./entrypage.js";
import { follow, keep, saved, slugs } from "./saved.js";

const SIDE_BY_SIDE = 4;

const main = held(document, "#mine");
/** @type {ListWords} */
const words = pageWords();
/** @param {string} name */
const part = (name) => held(main, `[data-${name}]`);
const [status, list, actions, empty, shared, compare] = [
  "status",
  "list",
  "actions",
  "empty",
  "shared",
  "side-by-side",
].map(part);
const given = new URLSearchParams(location.search).get("tiltak");
const pattern = main.dataset.entry ?? "";
/** @type {Map<string, Promise<import("./entrypage.js").EntryPage | null | undefined>>} */
const read = new Map();
let turn = 0;

const shown = () => (given === null ? saved() : slugs(given.split(",")));
const chosen = () =>
  Array.from(list.querySelectorAll("input"))
    .filter((box) => box.checked)
    .map((box) => box.value);
/** @param {string} slug */
const entry = (slug) => {
  const page = read.get(slug) ?? readEntry(slug, pattern).catch(() => undefined);
  read.set(slug, page);
  return page;
};

/* ---- Showing ---- */

async function show() {
  const own = ++turn;
  const wanted = shown();
  main.hidden = false;
  list.setAttribute("aria-busy", "true");
  const pages = await Promise.all(wanted.map(entry));
  if (own !== turn) return;
  const before = new Set(chosen());
  list.replaceChildren(...wanted.map((slug, at) => row(slug, pages[at], before.has(slug))));
  list.removeAttribute("aria-busy");
  shared.hidden = given === null || !wanted.length;
  empty.hidden = wanted.length > 0;
  actions.hidden = !wanted.length;
  part("clear").hidden = given !== null;
  if (pages.includes(undefined)) say(words.failed);
  else if (!status.dataset.said)
    status.textContent = wanted.length
      ? fill(wanted.length === 1 ? words.one : words.other, { count: wanted.length })
      : "";
  showChosen();
}

/**
 * @param {string} slug
 * @param {import("./entrypage.js").EntryPage | null | undefined} page
 * @param {boolean} isChosen
 */
function row(slug, page, isChosen) {
  const item = element("li", { className: "mine__row" });
  if (!page) {
    item.append(element("p", {}, fill(words.gone, { slug })));
  } else {
    const box = element("input", {
      type: "checkbox",
      value: slug,
      checked: isChosen,
      "aria-label": fill(words.choose, { title: page.title }),
    });
    box.addEventListener("change", showChosen);
    item.append(
      element("label", { className: "mine__choose" }, box, element("span", { "aria-hidden": "true" }, words.compare)),
      element("h2", {}, element("a", { href: page.url, lang: page.language }, page.title)),
      element("p", { lang: page.language }, page.summary),
      element(
        "p",
        { className: "mine__facts small" },
        element("span", {}, ...page.fact("who")),
        element("span", {}, ...page.fact("where")),
      ),
    );
  }
  if (given === null) item.append(remover(slug, page));
  return item;
}

/** @param {string} slug @param {import("./entrypage.js").EntryPage | null | undefined} page */
function remover(slug, page) {
  const title = page?.title ?? slug;
  const button = element(
    "button",
    { type: "button", className: "mine__remove", "aria-label": fill(words.remove, { title }) },
    "×",
  );
  button.addEventListener("click", () => letGo([slug], fill(words.removed, { title })));
  return button;
}

function showChosen() {
  const count = chosen().length;
  /** @type {HTMLButtonElement} */ (compare).disabled = count < 2;
  held(compare, "[data-word]").textContent = count < 2 ? words.compare : fill(words.compare_these, { count });
  for (const box of list.querySelectorAll("input")) box.disabled = count >= SIDE_BY_SIDE && !box.checked;
}

/* ---- Doing ---- */

/** Say something that stands until the next thing is done. @param {string} text @param {...Node} more */
function say(text, ...more) {
  status.dataset.said = "yes";
  status.replaceChildren(text, ...more.flatMap((one) => [" ", one]));
}

/** Take some away, and offer to take that back. @param {string[]} gone @param {string} text */
function letGo(gone, text) {
  const before = saved();
  keep(before.filter((slug) => !gone.includes(slug)));
  const undo = chip(words.undo, () => {
    keep(before);
    delete status.dataset.said;
    show();
    (list.querySelector("a") ?? main).focus();
  });
  say(text, undo);
  undo.focus();
}

async function copy() {
  const address = new URL(location.pathname, location.href);
  address.searchParams.set("tiltak", shown().join(","));
  const written = address.href.replaceAll("%2C", ",");
  try {
    await navigator.clipboard.writeText(written);
    say(words.copied);
  } catch {
    // Where nothing may be copied, the address is there to be copied by hand.
    say(written);
  }
}

function take() {
  const isKept = keep([...saved(), ...shown()]);
  say(isKept ? words.taken : words.not_kept);
}

compare.addEventListener("click", () => location.assign(`${main.dataset.compare}?tiltak=${chosen().join(",")}`));
part("print").addEventListener("click", () => print());
part("copy").addEventListener("click", copy);
part("clear").addEventListener("click", () => letGo(saved(), words.cleared));
part("take").addEventListener("click", take);
follow(show);
