/* Buttons that save an initiative in «Min liste», or take it away: `<button data-save="slug" data-words="save|saved">`. */

import { follow, saved, toggle } from "./saved.js";

/** Show on a button whether its initiative is saved. @param {HTMLElement} button */
export function showSaved(button) {
  const [save, remove] = (button.dataset.words ?? "").split("|");
  const isSaved = saved().includes(button.dataset.save ?? "");
  button.classList.toggle("save--saved", isSaved);
  (button.querySelector("[data-word]") ?? button).textContent = isSaved ? remove : save;
  button.hidden = false;
}

/** @returns {NodeListOf<HTMLElement>} */
const all = () => document.querySelectorAll("[data-save]");

document.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("[data-save]");
  if (button instanceof HTMLElement) toggle(button.dataset.save ?? "");
});
follow(() => all().forEach(showSaved));
