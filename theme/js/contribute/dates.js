/**
 * Dates as the schema wants them, and as people write them: what `schema/dates.py` does.
 */

const ISO = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const PARTIAL = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;
const DAY_FIRST = /^([0-9]{1,2})[./ -]+([0-9]{1,2})[./ -]+([0-9]{4}|[0-9]{2})$/;
const YEAR_FIRST = /^([0-9]{4})[./ -]?([0-9]{1,2})[./ -]?([0-9]{1,2})$/;
const MONTH_YEAR = /^([0-9]{1,2})[./-]([0-9]{4})$/;
const NAMED = /^(?:([0-9]{1,2})\.?\s+)?([a-zæøå]+)\.?,?\s+([0-9]{4})$/;
const YEAR = /(?<![\p{L}\p{N}_])(?:19|20)[0-9]{2}(?![\p{L}\p{N}_])/gu;
// prettier-ignore
const MONTHS = [
  ["jan", "januar", "january"], ["feb", "februar", "february"], ["mar", "mars", "march"], ["apr", "april"],
  ["mai", "may"], ["jun", "juni", "june"], ["jul", "juli", "july"], ["aug", "august"],
  ["sep", "sept", "september"], ["okt", "oct", "oktober", "october"], ["nov", "november"],
  ["des", "dec", "desember", "december"],
];

/** Whether `text` is a day that exists, written as 2026-11-22. @param {string} text */
export function isDate(text) {
  const found = ISO.exec(text);
  return found !== null && exists(found[1], found[2], found[3]);
}

/** Whether `text` is a year, a month or a day that exists: 2026, 2026-11 or 2026-11-22. @param {string} text */
export function isPartialDate(text) {
  const found = PARTIAL.exec(text);
  return found !== null && exists(found[1], found[2] ?? "1", found[3] ?? "1");
}

/**
 * Whether `text` is written as a date should be, existing or not.
 * @param {string} text
 * @param {{ partial: boolean }} options
 */
export const hasDateForm = (text, { partial }) => (partial ? PARTIAL : ISO).test(text);

/**
 * The date that `text` probably means, written as it should be; empty when nobody can tell.
 * @param {string} text
 * @param {{ partial: boolean }} options
 */
export function suggestedDate(text, { partial }) {
  const plain = text.trim().toLowerCase();
  if (!partial || DAY_FIRST.test(plain)) return day(plain);
  return day(plain) || monthOrYear(plain);
}

/** @param {string} text */
function day(text) {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return iso(dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return iso(yearFirst[1], yearFirst[2], yearFirst[3]);
  const named = NAMED.exec(text);
  return named?.[1] && monthCalled(named[2]) ? iso(named[3], String(monthCalled(named[2])), named[1]) : "";
}

/** @param {string} text */
function monthOrYear(text) {
  const found = MONTH_YEAR.exec(text);
  if (found) return Number(found[1]) >= 1 && Number(found[1]) <= 12 ? `${found[2]}-${two(found[1])}` : "";
  const named = NAMED.exec(text);
  if (named && monthCalled(named[2])) return `${named[3]}-${two(monthCalled(named[2]))}`;
  const years = text.match(YEAR) ?? [];
  return years.length === 1 ? years[0] : "";
}

/** @param {string} name */
const monthCalled = (name) => MONTHS.findIndex((names) => names.includes(name)) + 1;
/** @param {string | number} number */
const two = (number) => String(Number(number)).padStart(2, "0");

/** @param {string} year @param {string} month @param {string} dayOfMonth */
function iso(year, month, dayOfMonth) {
  const full = year.length === 2 ? String(2000 + Number(year)) : year;
  return exists(full, month, dayOfMonth) ? `${full}-${two(month)}-${two(dayOfMonth)}` : "";
}

/* Years that a bank may have to do with; others are slips of the pen. */
const [FIRST_YEAR, LAST_YEAR] = [1500, 2199];

/** @param {string} year @param {string} month @param {string} dayOfMonth */
function exists(year, month, dayOfMonth) {
  const [y, m, d] = [year, month, dayOfMonth].map(Number);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return y >= FIRST_YEAR && y <= LAST_YEAR && m >= 1 && m <= 12 && d >= 1 && d <= days[m - 1];
}
