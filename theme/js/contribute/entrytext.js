/**
 * An entry as the text of its file, byte for byte as `idebank.entry_text` writes it, and read back.
 *
 * @typedef {readonly (string | number)[]} Keys
 * @typedef {{ keys: Keys, value: unknown, start: number, end: number }} Leaf one value that holds no others
 * @typedef {{ text: string, leaves: Leaf[], bodyStart: number }} Written
 */

const BLANK = /[\s\x1c-\x1f\x85]/u;

/**
 * The entry's file: each field on a line of its own, in the order given, its value as JSON.
 * @param {Record<string, unknown>} fields
 * @param {string} body
 */
export const entryText = (fields, body = "") => written(fields, body).text;

/**
 * The same, with the places where each value stands.
 * @param {Record<string, unknown>} fields
 * @param {string} body
 * @returns {Written}
 */
export function written(fields, body = "") {
  /** @type {Leaf[]} */
  const leaves = [];
  let text = "---\n";
  /** @param {unknown} value @param {Keys} keys */
  const write = (value, keys) => {
    const start = text.length;
    if (value === null || typeof value !== "object") {
      text += JSON.stringify(value);
      leaves.push({ keys, value, start, end: text.length });
    } else if (Array.isArray(value)) {
      writeParts("[]", [...value.entries()], keys);
    } else {
      writeParts("{}", Object.entries(value), keys);
    }
  };
  /** @param {string} brackets @param {[string | number, unknown][]} parts @param {Keys} keys */
  const writeParts = ([opening, closing], parts, keys) => {
    text += opening;
    parts.forEach(([key, value], index) => {
      if (index) text += ", ";
      if (typeof key === "string") text += `${JSON.stringify(key)}: `;
      write(value, [...keys, key]);
    });
    text += closing;
  };
  for (const [name, value] of Object.entries(fields)) {
    text += `${name}: `;
    write(value, [name]);
    text += "\n";
  }
  text += "---\n";
  const story = stripped(body);
  return { text: story ? `${text}\n${story}\n` : text, leaves, bodyStart: text.length };
}

/**
 * Fields and body of a text that we wrote ourselves; null for any other.
 * @param {string} text
 * @returns {{ fields: Record<string, unknown>, body: string } | null}
 */
export function parseEntryText(text) {
  const found = /^---\n((?:[a-z_]+: [^\n]*\n)*)---\n([^]*)$/.exec(text.replace(/\r\n?/g, "\n"));
  if (!found) return null;
  try {
    const lines = found[1].split("\n").filter(Boolean);
    const pairs = lines.map((line) => [
      line.slice(0, line.indexOf(":")),
      JSON.parse(line.slice(line.indexOf(":") + 1)),
    ]);
    return { fields: Object.fromEntries(pairs), body: stripped(found[2]) };
  } catch {
    return null;
  }
}

/** The text without what Python takes for blank, before and behind it. @param {string} text */
function stripped(text) {
  let [start, end] = [0, text.length];
  while (start < end && BLANK.test(text[start])) start += 1;
  while (end > start && BLANK.test(text[end - 1])) end -= 1;
  return text.slice(start, end);
}
