/**
 * The forms a text may have to follow, as questions with yes or no: what `schema/formats.py` does.
 */

import { isDate, isPartialDate } from "./dates.js";
import { WORD } from "./text.js";

const LETTER = "\\p{L}\\p{Nl}\\p{No}";
const WEB_ADDRESS = new RegExp(
  `^https?://(?:[${WORD}-]+\\.)+[${LETTER}][${WORD}-]+(?::[0-9]{1,5})?(?:[/?#][^\\s<>"]*)?$`,
  "iu",
);
const EMAIL = new RegExp(
  `^[${WORD}.!#$%&'*+/=?^\`{|}~\\-]+@(?:[\\p{L}\\p{N}](?:[${WORD}-]*[\\p{L}\\p{N}])?\\.)+[${LETTER}]{2,}$`,
  "u",
);
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const FILE = /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.))*\.[A-Za-z0-9]+$/;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
const MAX_FILE_NAME = 100;

export const MAX_SLUG = 80;

/** @param {string} text */
export const isWebAddress = (text) => WEB_ADDRESS.test(text);

/** @param {string} text */
export const isEmail = (text) => EMAIL.test(text);

/** Whether Windows takes `name` for a device and refuses to make such a file. @param {string} name */
export const isDevice = (name) => DEVICE.test(name);

/** @param {string} text */
const isSlug = (text) => text.length <= MAX_SLUG && SLUG.test(text) && !isDevice(text);

/** Whether `text` is a file name, without folders, that every file system takes. @param {string} text */
const isFileName = (text) => text.length <= MAX_FILE_NAME && FILE.test(text) && !isDevice(text.split(".")[0]);

/** Whether there is a letter or a digit in `text`, so that it can be somebody's name. @param {string} text */
const hasName = (text) => text === "" || /[\p{L}\p{N}]/u.test(text);

/**
 * The question behind each `format` of the schema; `places` is null as long as the list of places is not there.
 * Closed lists, goals among them, are chosen and not written, so they have no question here.
 * @param {import("./placenames.js").PlaceNames | null} places
 * @returns {Record<string, (text: string) => boolean>}
 */
export const formats = (places) => ({
  municipality: (text) => places === null || places.municipalitiesCalled(text).length > 0,
  county: (text) => places === null || places.countiesCalled(text).length > 0,
  email: isEmail,
  "web-address": isWebAddress,
  "partial-date": isPartialDate,
  date: isDate,
  slug: isSlug,
  file: isFileName,
  name: hasName,
});
