/**
 * The story under the fields: Markdown that shows as its writer meant. See `rules/body.py`.
 */

import { withoutCode } from "./codespans.js";
import { shortened } from "./text.js";

const TAG = /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*|\/)?>|<!--|<!\[CDATA\[|<(?:script|style|iframe|object|embed)\b/i;
const HEADING = /^ {0,3}#[ \t]+(\S.*)$/gm;
const UNDERLINED = /^(\S.*)\n {0,3}=+[ \t]*$/gm;
const PICTURE = /!\[[^\]\n]{0,200}\]\( {0,9}<?([^)\s>]{0,200})/g;
const TARGET = new RegExp(
  "\\]\\(\\s{0,9}<?((?:[^()>\\n]|\\([^()\\n]{0,99}\\)){0,200})" + // [text](target)
    "|^ {0,3}\\[[^\\]\\n]{1,200}\\]:[ \\t]{0,9}<?(\\S{1,200})" + // [name]: target
    "|<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^>\\s]{0,200})>", // <target>
  "gm",
);
const SCRIPT = /^(?:javascript|vbscript|data|file|blob):/i;
const UNSEEN = /[\x00-\x20\u00a0\\]|%0[9ad]/gi;
const ENTITY = /&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)/g;

/**
 * What will not show as meant in an entry's text.
 * @param {string} body
 * @param {string} kind
 * @returns {{ rule: string, params: Record<string, string> }[]}
 */
export function storyFindings(body, kind) {
  if (!body.trim()) return kind === "initiative" ? [{ rule: "empty-body", params: {} }] : [];
  const text = withoutCode(body);
  return [rawHtml, headingOne, pictures, scriptLinks].flatMap((check) => check(text));
}

/** Find HTML, once a line. @param {string} text */
function rawHtml(text) {
  return text
    .split("\n")
    .map((line) => TAG.exec(line))
    .filter((found) => found !== null)
    .map((found) => ({ rule: "raw-html", params: { value: shortened(found[0]) } }));
}

/** @param {string} text */
function headingOne(text) {
  return [...text.matchAll(HEADING), ...text.matchAll(UNDERLINED)].map((found) => {
    const title = found[1].replace(/[# \t]+$/, "");
    return { rule: "heading-one-in-text", params: { value: shortened(title), corrected: `## ${title}` } };
  });
}

/** @param {string} text */
function pictures(text) {
  return [...text.matchAll(PICTURE)].map((found) => ({
    rule: "picture-in-text",
    params: { value: shortened(found[1]) },
  }));
}

/** Find links that run or load something instead of leading somewhere, however they are spelt. @param {string} text */
function scriptLinks(text) {
  return [...text.matchAll(TARGET)]
    .map((found) => found[1] ?? found[2] ?? found[3])
    .filter((target) => isScript(target))
    .map((target) => ({ rule: "script-link", params: { value: shortened(target) } }));
}

/** Whether a link's target runs or loads something, however it is spelt. @param {string} target */
const isScript = (target) => SCRIPT.test(target.replace(ENTITY, unescaped).replace(UNSEEN, ""));

/**
 * One character reference as the browser's own parser reads it; nothing in an inert document runs or loads.
 * @param {string} entity
 */
const unescaped = (entity) => new DOMParser().parseFromString(`>${entity}`, "text/html").body.textContent.slice(1);
