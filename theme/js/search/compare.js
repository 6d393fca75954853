/* Up to four initiatives side by side, from `?tiltak=a,b,c,d`. What each says is read from its own page. */

import { chip, element, fill, held, pageWords } from "./elements.js";
import { readEntry } from "./entrypage.js";
import { saved, slugs } from "./saved.js";

/** @typedef {import("./entrypage.js").EntryPage} EntryPage */

const MOST = 4;
const FACTS = ["who", "where", "phase", "cost", "time", "audience", "goals", "themes"];
const PARTS = ["results", "prerequisites", "core", "adaptable", "pitfalls", "materials", "steps"];

const main = held(document, "#compare");
/** @type {CompareWords} */
const words = pageWords();
/** @param {string} name */
const part = (name) => held(main, `[data-${name}]`);
const [status, table, only, add, offers, empty] = ["status", "table", "only", "add", "offers", "empty"].map(part);
/** @type {Map<string, ReturnType<typeof readEntry>>} */
const read = new Map();

const shown = () => slugs((new URLSearchParams(location.search).get("tiltak") ?? "").split(","), MOST);
/** @param {string} slug @returns {ReturnType<typeof readEntry>} */
const entry = (slug) => {
  const page = read.get(slug) ?? readEntry(slug, main.dataset.entry ?? "");
  read.set(slug, page);
  return page;
};

/**
 * What is compared: a label, and what an initiative says of it as elements.
 * @type {{ label: string, of: (page: EntryPage) => Node[], own: boolean }[]}
 */
const ROWS = [
  ...FACTS.map((name) => ({
    label: words.facts[name],
    of: (/** @type {EntryPage} */ page) => page.fact(name),
    own: false,
  })),
  ...PARTS.map((name) => ({
    label: words.parts[name],
    of: (/** @type {EntryPage} */ page) => page.part(name),
    own: true,
  })),
];

/* ---- Showing ---- */

async function show() {
  main.hidden = false;
  table.setAttribute("aria-busy", "true");
  const wanted = shown();
  try {
    const pages = await Promise.all(wanted.map(entry));
    const found = pages.filter((page) => page !== null);
    const gone = wanted.filter((_, at) => !pages[at]).map((slug) => fill(words.gone, { slug }));
    status.textContent = [...gone, ...(found.length ? [fill(words.shown, { count: found.length })] : [])].join(" ");
    showTable(found);
    await showOffers(wanted);
  } catch (error) {
    console.warn(error);
    status.textContent = words.failed;
  }
  table.removeAttribute("aria-busy");
}

/** @param {EntryPage[]} pages */
function showTable(pages) {
  table.hidden = !pages.length;
  empty.hidden = pages.length > 0;
  only.hidden = pages.length < 2;
  const rows = ROWS.map(({ label, of, own }) => ({ label, own, cells: pages.map(of) })).filter(({ cells }) =>
    cells.some((cell) => cell.length),
  );
  // A table whose cells stand one below the other on a narrow screen keeps its meaning by these roles.
  const made = element(
    "table",
    { role: "table" },
    element("thead", { role: "rowgroup" }, head(pages)),
    element("tbody", { role: "rowgroup" }, ...rows.map((row) => line(row, pages))),
  );
  made.dataset.columns = String(pages.length);
  table.replaceChildren(made);
}

/** @param {EntryPage[]} pages */
function head(pages) {
  const corner = element("td", { role: "cell" });
  const titles = pages.map((page) => {
    const remove = element(
      "button",
      { type: "button", className: "mine__remove", "aria-label": fill(words.remove, { title: page.title }) },
      "×",
    );
    remove.addEventListener("click", () => choose(shown().filter((slug) => slug !== page.slug)));
    return element(
      "th",
      { scope: "col", role: "columnheader" },
      element("a", { href: page.url, lang: page.language }, page.title),
      remove,
    );
  });
  return element("tr", { role: "row" }, corner, ...titles);
}

/** @param {{ label: string, own: boolean, cells: Node[][] }} row @param {EntryPage[]} pages */
function line({ label, own, cells }, pages) {
  const made = cells.map((cell, at) => {
    const language = own ? pages[at].language : pages[at].interfaceLanguage;
    const shownCell = cell.length
      ? cell
      : [element("span", { className: "compare__nothing", lang: document.documentElement.lang }, words.nothing)];
    const title = element(
      "span",
      { className: "compare__whose", "aria-hidden": "true", lang: pages[at].language },
      pages[at].title,
    );
    return element("td", { role: "cell", lang: language }, title, element("div", {}, ...shownCell));
  });
  const row = element("tr", { role: "row" }, element("th", { scope: "row", role: "rowheader" }, label), ...made);
  const said = new Set(made.map((cell) => (cell.lastChild?.textContent ?? "").replace(/\s+/g, " ").trim()));
  row.classList.toggle("compare__same", pages.length > 1 && said.size === 1);
  return row;
}

/** What else the reader has saved, while there is room for it. @param {string[]} wanted */
async function showOffers(wanted) {
  const others = wanted.length < MOST ? saved().filter((slug) => !wanted.includes(slug)) : [];
  const pages = (await Promise.all(others.map((slug) => entry(slug).catch(() => null)))).filter(
    (page) => page !== null,
  );
  offers.replaceChildren(
    ...pages.map((page) =>
      element(
        "li",
        {},
        chip(`+ ${page.title}`, () => choose([...shown(), page.slug])),
      ),
    ),
  );
  add.hidden = !pages.length;
}

/* ---- Doing ---- */

/** @param {string[]} wanted */
function choose(wanted) {
  history.pushState({}, "", wanted.length ? `?tiltak=${wanted.join(",")}` : location.pathname);
  show().then(() => status.focus());
}

const onlyBox = /** @type {HTMLInputElement} */ (held(only, "input"));
onlyBox.addEventListener("change", () => table.classList.toggle("compare--different", onlyBox.checked));
addEventListener("popstate", show);
show();
