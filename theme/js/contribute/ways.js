/**
 * The ways out, wired: addresses for three buttons, a copy and a file for everybody, and nothing lost on the way.
 */

import { fileExit, issueExit, mailAddress } from "./exits.js";
import { pathOf } from "./filepath.js";
import { isTooLarge, writePayload } from "./payload.js";
import { held } from "./questions.js";
import { fill } from "./words.js";

/** @typedef {{ fields: Record<string, any>, text: string }} Entry */

export class Ways {
  /**
   * @param {HTMLFormElement} form
   * @param {FormFile} data
   * @param {{
   *   status: import("./status.js").Status, pictures: import("./pictures.js").Pictures, issue: string, left: () => void,
   * }} hands `issue`: the number of the issue that the answers came from; `left` is told when somebody takes a way
   */
  constructor(form, data, { status, pictures, issue, left }) {
    this.form = form;
    this.data = data;
    this.told = data.words;
    this.status = status;
    this.pictures = pictures;
    this.left = left;
    this.issue = issue;
    /* What the ways carry: made ready by `prepare`. */
    this.text = "";
    this.path = "";
    this.pasted = "";
    this.downloaded = false;
    /** @type {Record<string, import("./exits.js").Exit>} */
    this.exits = {};
    this.paste = document.getElementById("exit-paste");
    document.getElementById("download")?.addEventListener("click", () => this.download());
    document.getElementById("copy")?.addEventListener("click", () => this.copy(this.text));
    this.paste?.querySelector("[data-copy]")?.addEventListener("click", () => this.copy(this.pasted));
    document.getElementById("exit-mail")?.addEventListener("click", () => {
      if (!this.downloaded) this.download();
      this.left();
    });
    this.paste?.querySelector("[data-open]")?.addEventListener("click", () => this.left());
    for (const id of ["exit-issue", "exit-file"]) {
      document.getElementById(id)?.addEventListener("click", (event) => this.go(id, event));
    }
  }

  /**
   * Make every way ready for an entry.
   * @param {Entry} entry
   * @param {import("./placenames.js").PlaceNames | null} places
   */
  prepare({ fields, text }, places) {
    const { repository, branch = "", mailbox } = this.form.dataset;
    const { form, folder, by_county: byCounty } = this.data;
    const title = fields.title ?? fields.organisation ?? fields.entry ?? "";
    this.text = text;
    this.downloaded = false;
    this.path = folder ? pathOf({ folder, byCounty, fields }, places) : `${form}.md`;
    this.exits = {};
    if (repository && this.issue) {
      this.exits["exit-issue"] = {
        address: `${repository}/issues/${this.issue}`,
        whole: false,
        text: writePayload(form, text),
      };
    } else if (repository && !isTooLarge(text)) {
      const about = { repository, form, title: fill(this.told[`issue-${form}`], { title }), text };
      this.exits["exit-issue"] = issueExit(about);
    }
    if (repository && folder && !this.issue) {
      const message = fill(this.told[`file-${form}`], { title });
      this.exits["exit-file"] = fileExit({ repository, branch, path: this.path, message, text });
    }
    for (const id of ["exit-issue", "exit-file"]) this.lead(id, this.exits[id]?.address);
    const subject = fill(this.told[`issue-${form}`], { title });
    const body = fill(this.told["mail-body"], { file: this.fileName() });
    this.lead("exit-mail", mailbox && mailAddress({ mailbox, subject, body }));
    if (this.paste) this.paste.hidden = true;
  }

  /**
   * Give a button its address; without one it is put away with all that explains it.
   * @param {string} id
   * @param {string | undefined} address
   */
  lead(id, address) {
    const button = document.getElementById(id);
    if (!button) return;
    /** @type {HTMLElement} */ (button.closest("[data-exit]") ?? button).hidden = !address;
    if (address) button.setAttribute("href", address);
  }

  /**
   * Somebody takes a way out; what does not fit into its address is shown, to be copied and pasted there.
   * @param {string} id
   * @param {Event} event
   */
  go(id, event) {
    const { address, whole, text } = this.exits[id];
    if (whole) {
      this.left();
      return;
    }
    event.preventDefault();
    this.pasted = text;
    const paste = this.offerText(text);
    held(paste, "[data-open]").setAttribute("href", address);
    held(paste, "[data-text]").textContent = this.told[this.issue ? "paste-issue" : "paste"];
    paste.scrollIntoView({ block: "nearest" });
    held(paste, "[data-copy]").focus();
  }

  /** @param {string} text */
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.status.say(this.told.copied);
    } catch {
      this.status.say(this.told["not-copied"]);
      const area = textArea(this.offerText(text));
      area.focus();
      area.select();
    }
  }

  /** Show the text, to be copied by hand. @param {string} text */
  offerText(text) {
    const paste = /** @type {HTMLElement} */ (this.paste);
    textArea(paste).value = text;
    paste.hidden = false;
    return paste;
  }

  fileName() {
    return `${this.stem()}${this.pictures.all().length ? ".zip" : ".md"}`;
  }

  /** The name of the file, without its ending. */
  stem() {
    return this.path.slice(this.path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  }

  /** Hand over the file, or an archive of the file and its pictures in the folder beside it. */
  async download() {
    this.downloaded = true;
    const stem = this.stem();
    const pictures = this.pictures.all();
    const entry = { name: `${stem}.md`, bytes: new TextEncoder().encode(this.text) };
    if (!pictures.length) {
      save(new Blob([entry.bytes], { type: "text/markdown" }), entry.name);
      return;
    }
    const { zipped } = await import("./zip.js");
    /** @param {{ name: string, file: File }} picture */
    const read = async ({ name, file }) => ({
      name: `${stem}/${name}`,
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
    save(zipped([entry, ...(await Promise.all(pictures.map(read)))]), `${stem}.zip`);
  }
}

/** @param {HTMLElement} paste @returns {HTMLTextAreaElement} */
const textArea = (paste) => held(paste, "textarea");

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
