/**
 * A story's Markdown as nodes of a page, for the preview: headings, paragraphs, lists, quotes and code, and what
 * `inline.js` finds in each. Every text becomes a text node, never markup; the site itself renders with a full Markdown
 * library. Each line is looked at a few times at most, whatever stands in the others.
 */

import { element, filled, inline } from "./inline.js";
import { withoutEnding } from "./text.js";

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3}(?:[-*+]|([0-9]{1,9})[.)]))(?:[ \t]+(.*))?$/;
const DEEPEST = 8;

/**
 * The story as nodes.
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function storyNodes(text) {
  return filled(document.createDocumentFragment(), blocks(text.replace(/\t/g, "    ").split("\n"), 0));
}

/** @param {string[]} lines @param {number} depth */
function blocks(lines, depth) {
  /** @type {Element[]} */
  const nodes = [];
  for (let at = 0; at < lines.length;) {
    const [node, next] = block(lines, at, depth);
    if (node) nodes.push(node);
    at = next;
  }
  return nodes;
}

/**
 * One block, and where the next begins.
 * @param {string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {[Element | null, number]}
 */
function block(lines, at, depth) {
  const line = lines[at];
  if (!line.trim()) return [null, at + 1];
  const heading = HEADING.exec(line);
  if (heading) return [headingOf(heading), at + 1];
  if (isRule(line)) return [element("hr"), at + 1];
  if (FENCE.test(line)) return code(lines, at);
  if (depth < DEEPEST && QUOTE.test(line)) return quote(lines, at, depth);
  if (depth < DEEPEST && ITEM.test(line)) return list(lines, at, depth);
  return paragraph(lines, at);
}

/** @param {RegExpExecArray} found */
function headingOf([, { length }, title]) {
  return element(`h${Math.min(Math.max(length, 2), 4)}`, inline(withoutEnding(title, " #")));
}

/** Whether a line is three or more of one sign, and nothing else. @param {string} line */
function isRule(line) {
  const signs = line.replaceAll(" ", "");
  return signs.length > 2 && "*-_".includes(signs[0]) && !line.startsWith("    ") && !withoutEnding(signs, signs[0]);
}

/** @param {string[]} lines @param {number} at @returns {[Element, number]} */
function paragraph(lines, at) {
  let end = at + 1;
  while (end < lines.length && lines[end].trim() && !interrupts(lines[end])) end += 1;
  const text = lines
    .slice(at, end)
    .map((line) => line.trimStart())
    .join("\n")
    .trimEnd();
  return [element("p", inline(text)), end];
}

/** @param {string} line */
const interrupts = (line) =>
  [FENCE, HEADING, QUOTE].some((form) => form.test(line)) || isRule(line) || (ITEM.exec(line)?.[3] ?? "") !== "";

/** @param {string[]} lines @param {number} at @returns {[Element, number]} */
function code(lines, at) {
  const fence = FENCE.exec(lines[at])?.[1] ?? "";
  /** @param {string} line */
  const closes = (line) => FENCE.exec(line)?.[1].startsWith(fence) && !line.replace(/[`~ ]/g, "");
  let end = at + 1;
  while (end < lines.length && !closes(lines[end])) end += 1;
  return [element("pre", [element("code", [lines.slice(at + 1, end).join("\n")])]), end + 1];
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {[Element, number]} */
function quote(lines, at, depth) {
  let end = at;
  while (end < lines.length && lines[end].trim() && (QUOTE.test(lines[end]) || !interrupts(lines[end]))) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ""));
  return [element("blockquote", blocks(inner, depth + 1)), end];
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {[Element, number]} */
function list(lines, at, depth) {
  const ordered = Boolean(ITEM.exec(lines[at])?.[2]);
  /** @type {Element[]} */
  const items = [];
  let next = at;
  for (
    let found = ITEM.exec(lines[next]);
    found && Boolean(found[2]) === ordered;
    found = ITEM.exec(lines[next] ?? "")
  ) {
    const indent = found[1].length + 1;
    const inner = [found[3] ?? ""];
    next += 1;
    while (next < lines.length && belongs(lines, next, indent))
      inner.push(lines[next++].slice(0, indent).trimStart() + lines[next - 1].slice(indent));
    items.push(item(inner, depth));
    while (next < lines.length && !lines[next].trim() && ITEM.test(lines[next + 1] ?? "")) next += 1;
  }
  const made = element(ordered ? "ol" : "ul", items);
  const first = Number(ITEM.exec(lines[at])?.[2] ?? 1);
  if (first !== 1) made.setAttribute("start", String(first));
  return [made, next];
}

/**
 * Whether a line goes on with the item before it: indented under it, or the rest of its paragraph.
 * @param {string[]} lines
 * @param {number} at
 * @param {number} indent
 */
function belongs(lines, at, indent) {
  const line = lines[at];
  if (!line.trim()) return (lines[at + 1] ?? "").startsWith(" ".repeat(indent));
  return line.startsWith(" ".repeat(indent)) || (!interrupts(line) && lines[at - 1].trim() !== "");
}

/**
 * An item of one paragraph has no paragraph around it, so that the list stays tight.
 * @param {string[]} lines
 * @param {number} depth
 */
function item(lines, depth) {
  const nodes = blocks(lines, depth + 1);
  const [first, ...rest] = nodes;
  return element("li", first?.localName === "p" ? [...first.childNodes, ...rest] : nodes);
}
