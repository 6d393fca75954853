/**
 * Norwegian national identity numbers: found by their check digits, and never repeated. See `rules/national_id.py`.
 */

const CANDIDATE = /([0-9]{6})[ \u00a0.-]?([0-9]{5})(?![0-9/]|[.,][0-9])/g;
const NOT_BEFORE = new Set("0123456789.,/-");
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/* Today only 0; numbers given from 2032 on may have any of these (Skatteetaten). */
const FIRST_REMAINDERS = [0, 1, 2, 3];

/**
 * Where in `text` a national identity number, D-number or the like stands, as [start, end].
 * @param {string} text
 * @returns {[number, number][]}
 */
export const nationalIds = (text) =>
  [...text.matchAll(CANDIDATE)]
    .filter((found) => !NOT_BEFORE.has(text[found.index - 1]) && isNationalId(found[1] + found[2]))
    .map((found) => [found.index, found.index + found[0].length]);

/** Whether eleven digits are a birth, D-, H- or test number by today's rule or that of 2032. @param {string} digits */
function isNationalId(digits) {
  /** @param {number[]} weights */
  const rest = (weights) => weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
  return FIRST_REMAINDERS.includes(rest(FIRST)) && rest(SECOND) === 0 && hasDate(digits);
}

/**
 * Whether the beginning is a day and a month: plain, or shifted as in D-, H- and test numbers.
 * @param {string} digits
 */
function hasDate(digits) {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  /** @param {number} number @param {number} last @param {number[]} shifts */
  const within = (number, last, shifts) => shifts.some((shift) => number - shift >= 1 && number - shift <= last);
  return within(day, 31, [0, 40]) && within(month, 12, [0, 40, 80]);
}

/** The text with every national identity number blotted out. @param {string} text */
export const masked = (text) =>
  nationalIds(text).reduce(
    (rest, [start, end]) => rest.slice(0, start) + "•".repeat(end - start) + rest.slice(end),
    text,
  );
