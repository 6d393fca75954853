/**
 * The last look: what was answered, what the check says, and the ways out.
 */

import { answerText } from "./shown.js";
import { asked, held, labelOf } from "./questions.js";
import { goTo, line } from "./summary.js";

/**
 * Fill in the review and lead the reader to it.
 * @param {HTMLFormElement} form
 * @param {Asked[]} advice
 * @param {{ words: import("./words.js").Words, told: Record<string, string>, notes: string[] }} how
 *   `notes`: what else to know before it is sent
 */
export function showReview(form, advice, { words, told, notes }) {
  const review = held(document, "#review");
  const verdict = held(document, "#review-verdict");
  const list = held(document, "#review-list");
  const hints = document.createElement("ul");
  hints.append(...advice.map((finding) => line(finding, words)));
  const heading = document.createElement("p");
  heading.className = "review__passed";
  heading.textContent = told[advice.length ? "passed-with-advice" : "passed"];
  verdict.replaceChildren(heading, ...(advice.length ? [hints] : []), ...notes.map(paragraph));
  list.replaceChildren(...answered(form).flatMap((row) => rowOf(row, told)));
  review.hidden = false;
  const title = held(review, "h2");
  title.tabIndex = -1;
  title.focus();
  review.scrollIntoView({ block: "start" });
}

/** @param {string} text */
function paragraph(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

/** @param {HTMLFormElement} form */
const answered = (form) =>
  asked(form)
    .map((question) => ({ question, text: answerText(question) }))
    .filter(({ question, text }) => text && question.dataset.control !== "records");

/** @param {{ question: Question, text: string }} row @param {Record<string, string>} told */
function rowOf({ question, text }, told) {
  const row = document.createElement("div");
  const term = document.createElement("dt");
  const answer = document.createElement("dd");
  const change = document.createElement("a");
  term.textContent = labelOf(question);
  change.href = `#${question.id || "form"}`;
  change.append(told.change);
  const about = document.createElement("span");
  about.className = "unseen";
  about.textContent = `: ${labelOf(question)}`;
  change.append(about);
  change.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(question);
  });
  answer.append(text, " ", change);
  row.append(term, answer);
  return [row];
}
