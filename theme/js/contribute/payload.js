/**
 * What travels: the one fenced block in an issue, and the part of an address that opens the form with its answers.
 */

const SHORTEST_FENCE = 8;
/* What an issue may carry; see `contribute/payload.py`. */
const MAX_CHARACTERS = 60_000;
const MAX_BYTES = 90_000;
const ACTIVE = /<\s*\/?\s*(?:script|iframe|object|embed)\b|\$\{\{/i;

/**
 * The block that carries `text`; its fence is longer than any run of tildes in it.
 * @param {string} form
 * @param {string} text
 */
export function writePayload(form, text) {
  const runs = [...text.matchAll(/^[ \t]*(~+)/gm)].map(([, run]) => run.length + 1);
  const fence = "~".repeat(Math.max(SHORTEST_FENCE, ...runs));
  return `${fence} idebank ${form}\n${text}${text.endsWith("\n") ? "" : "\n"}${fence}\n`;
}

/** What of a text would be refused as code, however it was meant; empty when there is none. @param {string} text */
export const activePart = (text) => ACTIVE.exec(text)?.[0] ?? "";

/** Whether a text is larger than an issue may carry. @param {string} text */
export const isTooLarge = (text) =>
  [...text].length > MAX_CHARACTERS || new TextEncoder().encode(text).length > MAX_BYTES;

/**
 * A form's answers as the last part of an address, `#utkast=…`.
 * @param {{ form: string, text: string }} draft
 */
export function draftHash({ form, text }) {
  const bytes = new TextEncoder().encode(JSON.stringify({ form, text }));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `#utkast=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/**
 * The answers in the last part of an address; null when there are none that can be read. `issue` is the number of the
 * issue that the answers came from: corrected, they belong there and not in a new one.
 * @param {string} hash
 * @returns {{ form: string, text: string, issue: string } | null}
 */
export function readDraftHash(hash) {
  const found = /^#utkast=([A-Za-z0-9_-]+)=*(?:&innmelding=([0-9]{1,9}))?$/.exec(hash);
  if (!found) return null;
  try {
    const binary = atob(found[1].replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const { form, text } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof form === "string" && typeof text === "string" ? { form, text, issue: found[2] ?? "" } : null;
  } catch {
    return null;
  }
}
