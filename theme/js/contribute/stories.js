/**
 * The boxes for telling, as one story under headings, and a story put back into its boxes.
 */

import { withoutEnding } from "./text.js";

const HEADING = /^##[ \t]+(.*)$/;

/**
 * @typedef {{ name: string, heading: string, headings: string[] }} Box
 *   `heading`: what it writes; `headings`: what it is called in every language
 */

/**
 * The boxes of a form.
 * @param {HTMLFormElement} form
 * @returns {Box[]}
 */
export const boxesOf = (form) =>
  [...form.querySelectorAll("[data-control='story'] [name]")].map((control) => {
    const { heading = "", headings = "" } = /** @type {HTMLElement} */ (control.closest("[data-field]")).dataset;
    return {
      name: control.getAttribute("name") ?? "",
      heading,
      headings: [heading, ...headings.split("|")].filter(Boolean),
    };
  });

/**
 * The story; boxes in which nothing is told are left out.
 * @param {Record<string, string>} stories
 * @param {Box[]} boxes
 */
export const storyOf = (stories, boxes) =>
  boxes
    .filter(({ name }) => stories[name])
    .map(({ name, heading }) => (heading ? `## ${heading}\n\n${stories[name]}` : stories[name]))
    .join("\n\n");

/**
 * What stands under each heading, by the box's name. What stands under no heading that we know is kept, heading and
 * all, with the box before it.
 * @param {string} story
 * @param {Box[]} boxes
 * @returns {Record<string, string>}
 */
export function splitStory(story, boxes) {
  /** @type {Map<string, string[]>} */
  const lines = new Map(boxes.map(({ name }) => [name, []]));
  let name = boxes.find(({ heading }) => !heading)?.name ?? boxes[0]?.name;
  for (const line of story.split("\n")) {
    const heading = withoutEnding(HEADING.exec(line)?.[1] ?? "", " \t#");
    const box = boxes.find(({ headings }) => headings.includes(heading));
    if (box) ({ name } = box);
    else lines.get(name ?? "")?.push(line);
  }
  return Object.fromEntries([...lines].map(([own, text]) => [own, text.join("\n").trim()]));
}
