/**
 * Three equal ways out of the form: an issue, a new file, and a mail with the file beside it.
 *
 * Each is an address that somebody else's page opens. Nothing is ever cut to fit: what is too long for an address is
 * copied, or downloaded, instead.
 */

import { writePayload } from "./payload.js";

/**
 * Longest address, in bytes as a server sees it. Who is not logged in is sent round by a page that packs the whole
 * address into another one, encoded once more; there longer ones get lost.
 */
const LONGEST_ADDRESS = 6_000;

const ISSUE_TEMPLATE = "innmelding.yml";

/** How long an address becomes on its way through a login. @param {string} address */
const lengthThroughLogin = (address) => encodeURIComponent(address).length;

/**
 * @typedef {{ address: string, whole: boolean, text: string }} Exit
 *   `whole`: whether the address carries everything; if not, `text` has to be pasted into the page that it opens
 */

/**
 * The page where an issue with the answers in it only has to be sent.
 * @param {{ repository: string, form: string, title: string, text: string }} what
 * @returns {Exit}
 */
export function issueExit({ repository, form, title, text }) {
  const payload = writePayload(form, text);
  return shortEnough(`${repository}/issues/new`, { template: ISSUE_TEMPLATE, title }, { payload });
}

/**
 * The page where a new file with the answers in it only has to be proposed.
 * @param {{ repository: string, branch: string, path: string, message: string, text: string }} what
 * @returns {Exit}
 */
export function fileExit({ repository, branch, path, message, text }) {
  return shortEnough(`${repository}/new/${encodeURIComponent(branch)}`, { filename: path, message }, { value: text });
}

/**
 * A short mail, to which the file is attached by hand: long texts do not survive in such an address.
 * @param {{ mailbox: string, subject: string, body: string }} what
 */
export function mailAddress({ mailbox, subject, body }) {
  const query = Object.entries({ subject, body: body.replace(/\r?\n/g, "\r\n") });
  return `mailto:${mailbox}?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/**
 * @param {string} page
 * @param {Record<string, string>} about
 * @param {Record<string, string>} content
 * @returns {Exit}
 */
function shortEnough(page, about, content) {
  const [text] = Object.values(content);
  const address = `${page}?${new URLSearchParams({ ...about, ...content })}`;
  if (lengthThroughLogin(address) <= LONGEST_ADDRESS) return { address, whole: true, text };
  return { address: `${page}?${new URLSearchParams(about)}`, whole: false, text };
}
