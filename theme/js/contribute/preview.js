/**
 * The page as it will look, filled into a template that has the site's own marks and classes.
 *
 * In the template, `data-text="contact.role"` is replaced by that answer, `data-if="cost"` stays only where there is
 * one, `data-each="steps"` is repeated for each, `data-story` becomes the story, and of elements with `data-value` only
 * those stay whose value is chosen in `data-of`.
 */

import { storyNodes } from "./markdown.js";
import { asked } from "./questions.js";
import { shownFields } from "./shown.js";

/**
 * Show the page in its place under the form.
 * @param {HTMLFormElement} form
 * @param {{ fields: Record<string, any>, body: string }} entry
 */
export function showPreview(form, { fields, body }) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("preview-template"));
  const shown = shownFields(fields, asked(form));
  document.querySelector("#preview [data-preview]")?.replaceChildren(previewOf(template, { shown, story: body }));
}

/**
 * @param {HTMLTemplateElement} template
 * @param {{ shown: Record<string, any>, story: string }} answers what to show: answers in the words of the form
 * @returns {DocumentFragment}
 */
function previewOf(template, { shown, story }) {
  const page = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  fillWith(page, shown);
  for (const place of page.querySelectorAll("[data-story]")) place.append(storyNodes(story));
  return page;
}

/** @param {DocumentFragment | Element} root @param {Record<string, any>} shown */
function fillWith(root, shown) {
  for (const place of outermost(root, "[data-each]")) {
    const items = [valueAt(shown, place.dataset.each ?? "") ?? []].flat();
    place.replaceWith(...items.map((item) => repeated(place, item)));
  }
  for (const place of all(root, "[data-if]")) {
    if (!(place.dataset.if ?? "").split(" ").some((path) => hasSomething(valueAt(shown, path)))) place.remove();
  }
  for (const place of all(root, "[data-of]")) {
    if (![valueAt(shown, place.dataset.of ?? "") ?? []].flat().includes(place.dataset.value)) place.remove();
  }
  for (const place of all(root, "[data-text]")) place.textContent = textAt(shown, place.dataset.text ?? "");
}

/** @param {DocumentFragment | Element} root @param {string} selector @returns {HTMLElement[]} */
const all = (root, selector) => Array.from(root.querySelectorAll(selector));

/**
 * A copy of a repeated element, filled with one item: a text, or a record of its own.
 * @param {HTMLElement} place
 * @param {any} item
 */
function repeated(place, item) {
  const copy = /** @type {HTMLElement} */ (place.cloneNode(true));
  copy.removeAttribute("data-each");
  const record = typeof item === "object" ? item : { item };
  if (copy.dataset.text) copy.textContent = textAt(record, copy.dataset.text);
  copy.removeAttribute("data-text");
  fillWith(copy, record);
  for (const filled of copy.querySelectorAll("[data-text]")) filled.removeAttribute("data-text");
  return copy;
}

/** @param {DocumentFragment | Element} root @param {string} selector */
const outermost = (root, selector) => all(root, selector).filter((own) => !own.parentElement?.closest(selector));

/** @param {unknown} value */
const hasSomething = (value) => value !== undefined && value !== "" && (!Array.isArray(value) || value.length > 0);

/** @param {Record<string, any>} shown @param {string} path */
const textAt = (shown, path) => [valueAt(shown, path) ?? ""].flat().join(", ");

/** @param {Record<string, any>} shown @param {string} path @returns {any} */
const valueAt = (shown, path) => path.split(".").reduce((/** @type {any} */ within, key) => within?.[key], shown);
