/**
 * Everything that is wrong, in one list above the form, each with a way to its question.
 */

import { firstControl, labelOf, marked, sentence } from "./questions.js";

/**
 * Fill the list and lead the reader to it; an empty one is put away.
 * @param {HTMLElement} box
 * @param {Asked[]} findings
 * @param {{ heading: string, words: import("./words.js").Words }} how
 */
export function summarise(box, findings, { heading, words }) {
  box.hidden = findings.length === 0;
  const title = document.createElement("h2");
  title.textContent = heading;
  const list = document.createElement("ul");
  list.append(...findings.map((finding) => line(finding, words)));
  box.replaceChildren(...(findings.length ? [title, list] : []));
  if (!findings.length) return;
  box.scrollIntoView({ block: "start" });
  box.focus({ preventScroll: true });
}

/**
 * A finding in a list: what is wrong, and a link to where.
 * @param {Asked} finding
 * @param {import("./words.js").Words} words
 */
export function line(finding, words) {
  const item = document.createElement("li");
  const { question } = finding;
  const target = question && firstControl(question);
  if (!target) {
    item.append(...marked(sentence(words, finding)));
    return item;
  }
  const link = document.createElement("a");
  link.href = `#${target.id}`;
  const label = labelOf(question);
  link.append(`${label}${/[.?!]$/.test(label) ? "" : ":"} `, ...marked(words.message(finding)));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(question);
  });
  item.append(link);
  return item;
}

/** Open what a question is folded into, and put the focus on it. @param {HTMLElement} question */
export function goTo(question) {
  for (let around = question.closest("details"); around; around = around.parentElement?.closest("details") ?? null) {
    around.open = true;
  }
  question.scrollIntoView({ block: "start" });
  firstControl(question)?.focus({ preventScroll: true });
}
