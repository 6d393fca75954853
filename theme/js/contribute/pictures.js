/**
 * Pictures chosen on this machine: they are named as the bank wants it, and leave it only in the archive of the mail.
 */

import { slugify } from "./text.js";

export class Pictures {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
  }

  /** Name the file that was chosen. @param {HTMLInputElement} input */
  take(input) {
    const file = input.files?.[0];
    if (!file) {
      delete input.dataset.file;
      return;
    }
    const dot = file.name.lastIndexOf(".");
    const stem = slugify(dot > 0 ? file.name.slice(0, dot) : file.name) || "bilde";
    const ending = dot > 0 ? slugify(file.name.slice(dot + 1)) : "";
    input.dataset.file = ending ? `${stem}.${ending}` : stem;
  }

  /** Every picture with its name. @returns {{ name: string, file: File }[]} */
  all() {
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("input[type=file]"));
    return Array.from(inputs).flatMap(({ dataset, files }) =>
      Array.from(files ?? [], (file) => ({ name: dataset.file ?? "", file })).slice(0, 1),
    );
  }
}
