/**
 * The form's beginning: small, so that the page is there at once. What checks, keeps and sends the answers is fetched
 * when somebody begins to answer, or comes back to a draft.
 */

import { Drafts, storageOf } from "./draft.js";

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("form"));

if (form) begin(form);

/** @param {HTMLFormElement} form */
function begin(form) {
  const drafts = new Drafts(form.dataset.form ?? "", storageOf(window));
  /** @type {Promise<void> | null} */
  let session = null;
  /** @type {Set<Control>} */
  const typed = new Set();
  /** @param {Event} event */
  const early = ({ target }) => typed.add(/** @type {Control} */ (target));
  const start = () => {
    session ??= import("./session.js")
      .then(({ startSession }) => startSession(form, drafts))
      .then((started) => {
        form.removeEventListener("input", early);
        for (const control of typed) started.answered(control);
      })
      .then(
        () => tellOf(false),
        () => {
          // The network may be back when the next question is answered.
          session = null;
          tellOf(true);
        },
      );
  };
  // What is typed while the rest is on its way counts as well.
  form.addEventListener("input", early);
  /** @type {(selector: string) => NodeListOf<HTMLElement>} */
  const all = (selector) => document.querySelectorAll(selector);
  for (const own of all("[data-script]")) own.hidden = false;
  for (const own of all("[data-noscript]")) own.hidden = true;
  // Enter in a text field sends a form; this one is sent another way.
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const happening of ["focusin", "pointerdown", "input"]) form.addEventListener(happening, start);
  if (drafts.read() || location.hash.startsWith("#utkast=") || location.search) start();
}

/** Say that what checks and sends could not be fetched, or no longer. @param {boolean} failed */
function tellOf(failed) {
  /** @type {HTMLElement} */ (document.getElementById("form-failed")).hidden = !failed;
}
