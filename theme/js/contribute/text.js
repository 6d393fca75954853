/**
 * Texts as the bank compares, shortens and quotes them: what `slugs.py` and `schema/corrections.py` do.
 */

/* Letters and dashes that decomposition leaves alone, as Norwegian and Sámi addresses usually write them. */
// prettier-ignore
/** @type {Record<string, string>} */
const LETTERS = {
  æ: "ae", ø: "o", å: "a", ä: "ae", ö: "o", đ: "d", ŋ: "n", ŧ: "t", ß: "ss",
  Æ: "ae", Ø: "o", Å: "a", Ä: "ae", Ö: "o", Đ: "d", Ŋ: "n", Ŧ: "t",
  "\u2010": "-", "\u2011": "-", "–": "-", "—": "-", "−": "-",
};
const MAX_QUOTED = 60;

/** The letters, digits and underscores of every script: Python's `\w`, for use in a character class. */
export const WORD = "\\p{L}\\p{N}_";

/**
 * The text as an address part: `Møre og Romsdal` gives `more-og-romsdal`.
 * @param {string} text
 */
export function slugify(text) {
  const plain = [...text]
    .map((letter) => LETTERS[letter] ?? letter)
    .join("")
    .normalize("NFKD");
  return plain
    .replace(/[^\x00-\x7f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The text so that names written alike compare equal: case, accents and dashes are dropped. */
export const fold = slugify;

/**
 * How many characters a reader counts, whatever their size in the browser's memory.
 * @param {string} text
 */
export const lengthOf = (text) => [...text].length;

/**
 * The text on one line and short enough to quote.
 * @param {string} text
 */
export function shortened(text) {
  const line = text.split(/\s+/u).filter(Boolean).join(" ");
  return lengthOf(line) <= MAX_QUOTED
    ? line
    : `${[...line]
        .slice(0, MAX_QUOTED - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * The value with quotes around it, and as few backslashes as possible.
 * @param {string} value
 */
export function quoted(value) {
  if (!/["\\]/.test(value)) return `"${value}"`;
  if (!value.includes("'")) return `'${value}'`;
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/**
 * What should have stood at `keys`: the field's line, or the item of a list.
 * @param {import("./entrytext.js").Keys} keys
 * @param {string} better
 */
export function correctedValue(keys, better) {
  const last = keys.at(-1);
  return typeof last === "string" ? `${last}: ${better}` : better;
}

/**
 * The text without the `signs` that it ends with. A pattern such as `[ #]+$` would try anew at each of them.
 * @param {string} text
 * @param {string} signs
 */
export function withoutEnding(text, signs) {
  let end = text.length;
  while (end && signs.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}
