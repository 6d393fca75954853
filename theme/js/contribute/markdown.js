/**
 * A story's Markdown as nodes of a page, for the preview: headings, paragraphs, lists, quotes, code, links, bold and
 * italic. Every text becomes a text node, never markup; the site itself renders with a full Markdown library.
 */

import { isWebAddress } from "./formats.js";

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3}(?:[-*+]|([0-9]{1,9})[.)]))(?:[ \t]+(.*))?$/;
const DEEPEST = 8;

/* Code, escapes, links, pictures, addresses, bold, italic, struck out: what comes first in the text wins. */
const INLINE = new RegExp(
  [
    /(?<ticks>`+)(?!`)(?<code>.+?)(?<!`)\k<ticks>(?!`)/,
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /!\[(?<alt>[^\]]{0,200})\]\([^)\s]{0,500}\)/,
    /\[(?<label>(?:[^[\]\\]|\\.){1,300})\]\(<?(?<target>(?:[^()\s<>]|\([^()\s<>]*\)){1,500})>?(?:[ \t]+"[^"]*")?\)/,
    /<(?<address>(?:https?:\/\/|mailto:)[^\s<>]{1,500})>/,
    /(?<bare>https?:\/\/[^\s<>"]{1,500}[^\s<>".,;:!?)\]'*_])/,
    /\*\*(?=\S)(?<strong>.+?)(?<=\S)\*\*(?!\*)/,
    /__(?=\S)(?<strong2>.+?)(?<=\S)__(?![\p{L}\p{N}])/,
    /\*(?=[^\s*])(?<em>.+?)(?<=[^\s*])\*(?!\*)/,
    /(?<![\p{L}\p{N}_])_(?=[^\s_])(?<em2>.+?)(?<=[^\s_])_(?![\p{L}\p{N}_])/,
    /~~(?=\S)(?<del>.+?)(?<=\S)~~/,
    /(?<tag><\/?[A-Za-z][^<>]{0,500}>)/,
    /(?<break>(?: {2,}|\\)\n)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "su",
);

/**
 * The story as nodes.
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function storyNodes(text) {
  const fragment = document.createDocumentFragment();
  fragment.append(...blocks(text.replace(/\t/g, "    ").split("\n"), 0));
  return fragment;
}

function blocks(lines, depth) {
  const nodes = [];
  for (let at = 0; at < lines.length;) {
    const [node, next] = block(lines, at, depth);
    if (node) nodes.push(node);
    at = next;
  }
  return nodes;
}

/** One block, and where the next begins. */
function block(lines, at, depth) {
  const line = lines[at];
  if (!line.trim()) return [null, at + 1];
  const heading = HEADING.exec(line);
  if (heading) return [element(`h${Math.min(Math.max(heading[1].length, 2), 4)}`, ...inline(heading[2])), at + 1];
  if (RULE.test(line)) return [element("hr"), at + 1];
  if (FENCE.test(line)) return code(lines, at);
  if (depth < DEEPEST && QUOTE.test(line)) return quote(lines, at, depth);
  if (depth < DEEPEST && ITEM.test(line)) return list(lines, at, depth);
  return paragraph(lines, at);
}

function paragraph(lines, at) {
  let end = at + 1;
  while (end < lines.length && lines[end].trim() && !interrupts(lines[end])) end += 1;
  const text = lines
    .slice(at, end)
    .map((line) => line.trimStart())
    .join("\n")
    .trimEnd();
  return [element("p", ...inline(text)), end];
}

const interrupts = (line) =>
  [FENCE, HEADING, RULE, QUOTE].some((form) => form.test(line)) || (ITEM.exec(line)?.[3] ?? "") !== "";

function code(lines, at) {
  const fence = FENCE.exec(lines[at])[1];
  const closing = lines.findIndex(
    (line, i) => i > at && FENCE.exec(line)?.[1].startsWith(fence) && !line.replace(/[`~ ]/g, ""),
  );
  const end = closing < 0 ? lines.length : closing;
  return [element("pre", element("code", lines.slice(at + 1, end).join("\n"))), end + 1];
}

function quote(lines, at, depth) {
  let end = at;
  while (end < lines.length && lines[end].trim() && (QUOTE.test(lines[end]) || !interrupts(lines[end]))) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ""));
  return [element("blockquote", ...blocks(inner, depth + 1)), end];
}

function list(lines, at, depth) {
  const ordered = Boolean(ITEM.exec(lines[at])[2]);
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
  const made = element(ordered ? "ol" : "ul", ...items);
  const first = Number(ITEM.exec(lines[at])[2] ?? 1);
  if (first !== 1) made.setAttribute("start", String(first));
  return [made, next];
}

/** Whether a line goes on with the item before it: indented under it, or the rest of its paragraph. */
function belongs(lines, at, indent) {
  const line = lines[at];
  if (!line.trim()) return (lines[at + 1] ?? "").startsWith(" ".repeat(indent));
  return line.startsWith(" ".repeat(indent)) || (!interrupts(line) && lines[at - 1].trim() !== "");
}

/** An item of one paragraph has no paragraph around it, so that the list stays tight. */
function item(lines, depth) {
  const nodes = blocks(lines, depth + 1);
  const [first, ...rest] = nodes;
  return first?.localName === "p" ? element("li", ...first.childNodes, ...rest) : element("li", ...nodes);
}

function inline(text) {
  const nodes = [];
  for (let rest = text; rest;) {
    const found = INLINE.exec(rest);
    if (!found) return [...nodes, rest];
    if (found.index) nodes.push(rest.slice(0, found.index));
    nodes.push(...span(found));
    rest = rest.slice(found.index + found[0].length);
  }
  return nodes;
}

function span({ groups }) {
  const { code: own, escaped, label, target, address, bare, strong, strong2, em, em2, del } = groups;
  if (own !== undefined) return [element("code", own.trim())];
  if (escaped) return [escaped];
  if (label !== undefined) return [link(target, inline(label))];
  if (address ?? bare) return [link(address ?? bare, [(address ?? bare).replace(/^mailto:/, "")])];
  if (strong ?? strong2) return [element("strong", ...inline(strong ?? strong2))];
  if (em ?? em2) return [element("em", ...inline(em ?? em2))];
  if (del) return [element("del", ...inline(del))];
  // Tags and pictures are not shown on the page either.
  return groups.break ? [element("br")] : [];
}

/** A link, where it leads to a page or a mailbox; else only its text. */
function link(target, content) {
  const made = element(isWebAddress(target) || target.startsWith("mailto:") ? "a" : "span", ...content);
  if (made.localName === "a") {
    made.setAttribute("href", target);
    made.setAttribute("target", "_blank");
    made.setAttribute("rel", "noopener");
  }
  return made;
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
