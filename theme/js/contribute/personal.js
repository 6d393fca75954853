/**
 * What must never be published, since what is once in the history cannot be taken back. See `rules/personal.py`.
 */

import { nationalIds } from "./nationalid.js";
import { WORD } from "./text.js";

/** @typedef {[offset: number, params: Record<string, string>]} Place */

/* Longest name, and longest domain, that is looked at. */
const MAX_PART = 64;
const BEFORE_AT = new RegExp(`[${WORD}.+-]+$`, "u");
const AFTER_AT = new RegExp(`^[${WORD}-]+(?:\\.[${WORD}-]+)+`, "u");
/* First part of the domains that Norwegians have private mailboxes at. */
const CONSUMER_HOSTS = new Set(
  (
    "gmail googlemail hotmail outlook live msn icloud me mac yahoo ymail online broadpark getmail frisurf start lyse " +
    "altibox c2i proton protonmail pm aol gmx mail tutanota hey"
  ).split(" "),
);
const NAME_LIKE = /^[a-zæøå]{2,}(?:-[a-zæøå]{2,})?(?:\.[a-zæøå]+)*\.[a-zæøå]{3,}$/iu;
/* What mailboxes of functions are called. */
const FUNCTIONS = new Set(
  (
    "post info firma hei web nett it ikt miljo miljø klima plan bygg drift park veg vei vann vatn nav barn ung unge " +
    "folk stab kommune fylke havn hamn helse bolig bustad skole skule elev arkiv presse media kultur idrett"
  ).split(" "),
);
const FUNCTION_BEGINNINGS = (
  "kontakt postmottak support service servise kunde innbygg publikum resepsjon sentral felles redaksjon webmaster " +
  "digital energi natur berekraft baerekraft bærekraft teknisk eiendom eigedom avlop avløp renovasjon avfall " +
  "innkjop innkjøp anskaffelse naering næring landbruk frivillig bibliotek museum galleri teater barnehage oppvekst " +
  "utdanning laering læring omsorg sykehjem sjukeheim velferd ledelse leiing prosjekt program nettverk senter " +
  "avdeling seksjon enhet eining region radmann rådmann ordforer ordfører politisk kommunikasjon kommunal fylkes " +
  "beredskap"
).split(" ");

const EIGHT_DIGITS = /[49][0-9](?:[ \u00a0]?[0-9]){6}(?![0-9])/g;
const SAID_TO_BE_A_PHONE = new RegExp(
  `(?:(?<![${WORD}])(?:tlf|telefon|mobil|mob|ring|sms)(?![${WORD}])[.:]?\\s{0,2}|(?:\\+|(?<![${WORD}])00)47[ \\u00a0]?)$`,
  "iu",
);
const GROUPED_AS_A_PHONE = /^(?:[0-9]{3}[ \u00a0][0-9]{2}[ \u00a0][0-9]{3}|[0-9]{2}(?:[ \u00a0][0-9]{2}){3})$/;
const NOT_BEFORE = new Set("0123456789.,/+-=");
const LOOK_BACK = 12;

/**
 * What looks like private data in an entry's text, as places in it; identity numbers are never quoted.
 * @param {string} text
 * @returns {{ rule: string, offset: number, params: Record<string, string> }[]}
 */
export const personalFindings = (text) =>
  Object.entries({ "national-id": ids(text), "private-email": emails(text), "private-phone": phones(text) }).flatMap(
    ([rule, found]) => found.map(([offset, params]) => ({ rule, offset, params })),
  );

/** @param {string} text @returns {Place[]} */
const ids = (text) => nationalIds(text).map(([start]) => [start, {}]);

/** @param {string} text */
function emails(text) {
  /** @type {Place[]} */
  const found = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const after = AFTER_AT.exec(text.slice(at + 1, at + 1 + MAX_PART));
    const before = after && BEFORE_AT.exec(text.slice(Math.max(0, at - MAX_PART), at));
    if (before && isPrivateEmail(before[0], after[0])) {
      found.push([at - before[0].length, { value: `${before[0]}@${after[0]}` }]);
    }
  }
  return found;
}

/**
 * Whether an address looks like a person's: at a mailbox provider, or first name and surname.
 * @param {string} name
 * @param {string} domain
 */
function isPrivateEmail(name, domain) {
  if (CONSUMER_HOSTS.has(domain.toLowerCase().split(".")[0])) return true;
  return NAME_LIKE.test(name) && !name.toLowerCase().split(/[.-]/).some(isFunction);
}

/** @param {string} part */
const isFunction = (part) => FUNCTIONS.has(part) || FUNCTION_BEGINNINGS.some((beginning) => part.startsWith(beginning));

/** @param {string} text @returns {Place[]} */
function phones(text) {
  return [...text.matchAll(EIGHT_DIGITS)]
    .filter(({ index, 0: digits }) => isPhone(digits, text.slice(Math.max(0, index - LOOK_BACK), index)))
    .map(({ index, 0: value }) => [index, { value }]);
}

/**
 * Whether eight digits are a mobile number: said to be one, or grouped like one.
 * @param {string} digits
 * @param {string} before
 */
function isPhone(digits, before) {
  if (SAID_TO_BE_A_PHONE.test(before)) return true;
  return !NOT_BEFORE.has(before.slice(-1)) && GROUPED_AS_A_PHONE.test(digits);
}
