/**
 * Keeps the draft while it is written, offers an old one, and deletes it with a way back.
 */

import { readAnswers } from "./answers.js";
import { held } from "./questions.js";
import { fill } from "./words.js";

const WAIT_MS = 500;

export class Keeper {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./draft.js").Drafts} drafts
   * @param {FormFile} data
   * @param {{ put: (answers: import("./answers.js").Answers) => void, clear: () => void, status: import("./status.js").Status }} hands
   */
  constructor(form, drafts, data, { put, clear, status }) {
    this.form = form;
    this.drafts = drafts;
    this.data = data;
    this.told = data.words;
    this.put = put;
    this.clear = clear;
    this.status = status;
    this.timer = 0;
    this.changed = false;
    this.waits = false;
    this.deleteButton = document.getElementById("draft-delete");
    this.deleteButton?.addEventListener("click", () => this.remove());
    addEventListener("pagehide", () => this.write());
    addEventListener("visibilitychange", () => this.write());
    this.show();
  }

  /** Offer the draft that was left here, if there is one. */
  offer() {
    const draft = this.drafts.read();
    const box = document.getElementById("draft-offer");
    if (!draft || !box) return;
    this.waits = true;
    const when = new Date(draft.saved).toLocaleString(this.data.check.language === "en" ? "en-GB" : "nb-NO", {
      dateStyle: "long",
      timeStyle: "short",
    });
    held(box, "[data-text]").textContent = fill(this.told["draft-offer"], { when });
    held(box, "[data-continue]").addEventListener("click", () => {
      this.settle(box);
      this.put(draft);
    });
    held(box, "[data-discard]").addEventListener("click", () => {
      this.settle(box);
      this.remove();
    });
    box.hidden = false;
    // A browser that comes back goes to where it was; the choice is above.
    box.scrollIntoView({ block: "center" });
  }

  /** @param {HTMLElement} box */
  settle(box) {
    this.waits = false;
    box.hidden = true;
  }

  /** Somebody has written something. */
  note() {
    this.changed = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), WAIT_MS);
  }

  write() {
    clearTimeout(this.timer);
    if (!this.changed) return;
    if (this.waits) {
      this.status.say(this.told["draft-waits"]);
      return;
    }
    this.changed = false;
    const kept = this.drafts.write(readAnswers(this.form, this.data.check.schema, { all: true }));
    this.status.say(this.told[kept ? "draft-kept" : "draft-not-kept"]);
    this.show();
  }

  /** Delete the draft and empty the form; there is a way back until something new is written. */
  remove() {
    const answers = readAnswers(this.form, this.data.check.schema, { all: true });
    clearTimeout(this.timer);
    this.changed = false;
    this.drafts.remove();
    this.clear();
    this.show();
    this.status.say(this.told["draft-deleted"], {
      label: this.told.undo,
      action: () => {
        this.put(answers);
        this.note();
      },
    });
  }

  show() {
    if (this.deleteButton) this.deleteButton.hidden = !this.drafts.read();
  }
}
