/* What is asked, kept to what a person would ask: whatever is pasted, the search has no more to do than for a long question. */

export const LETTERS = 300;
export const WORDS = 32;

/**
 * Return {text, isCut}: a question as it was typed, or as much of its beginning as is searched for.
 * @param {string} typed
 */
export function question(typed) {
  const whole = typed.trim();
  const words = whole.slice(0, LETTERS).split(/\s+/);
  const isLong = whole.length > LETTERS;
  if (!isLong && words.length <= WORDS) return { text: whole, isCut: false };
  // Half a word is no word, unless it is the only one.
  if (isLong && words.length > 1 && /\S/.test(whole[LETTERS])) words.pop();
  return { text: words.slice(0, WORDS).join(" ").trim(), isCut: true };
}
