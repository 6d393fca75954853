/**
 * Code in Markdown, which is shown as it stands and so breaks no rule. See `rules/code_spans.py`.
 */

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Markdown with spaces where it has code, so that every other place stays the same. @param {string} text */
export function withoutCode(text) {
  if (!text.includes("`") && !text.includes("~~~")) return text;
  let fence = "";
  const lines = text.split("\n").map((line) => {
    const found = FENCE.exec(line);
    if (fence) {
      if (found?.[1].startsWith(fence) && !line.replace(/[`~ \t]/g, "")) fence = "";
      return " ".repeat(line.length);
    }
    if (!found) return withoutSpans(line);
    fence = found[1];
    return " ".repeat(line.length);
  });
  return lines.join("\n");
}

/** Blank what stands between two runs of equally many backticks. @param {string} line */
function withoutSpans(line) {
  const runs = [...line.matchAll(/`+/g)];
  const following = new Map();
  /** @type {(RegExpExecArray | null)[]} */
  const closings = runs.map(() => null);
  for (let i = runs.length - 1; i >= 0; i -= 1) {
    closings[i] = following.get(runs[i][0].length) ?? null;
    following.set(runs[i][0].length, runs[i]);
  }
  /** @type {string[]} */
  const parts = [];
  let at = 0;
  runs.forEach((run, index) => {
    const closing = closings[index];
    if (!closing || run.index < at) return;
    const end = closing.index + closing[0].length;
    parts.push(line.slice(at, run.index), " ".repeat(end - run.index));
    at = end;
  });
  return parts.join("") + line.slice(at);
}
