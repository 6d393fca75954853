/**
 * What the link to the form already says: `?tiltak=…` of an adoption, `?kommune=…` of an initiative.
 */

import { controlsOf, questionsOf } from "./questions.js";

/** Which field each name in the address is about. @type {Record<string, string>} */
const FIELDS = {
  tiltak: "initiative",
  modell: "method",
  om: "entry",
  sektor: "sectors",
  mal: "sdgs",
  kommune: "municipality",
  fylke: "county",
};

/**
 * Answer what the address says, where nothing is answered; tells whether there was anything.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} params
 */
export function prefill(form, params) {
  let told = false;
  for (const [name, value] of params) {
    const question = questionsOf(form).find(({ dataset }) => dataset.field === FIELDS[name]);
    for (const control of question ? controlsOf(question) : []) told = answer(control, value) || told;
  }
  return told;
}

/** @param {Control} control @param {string} value */
function answer(control, value) {
  if (["radio", "checkbox"].includes(control.type)) {
    const meant = control.value === value;
    control.checked ||= meant;
    return meant;
  }
  if (control.value) return false;
  control.value = value;
  return true;
}
