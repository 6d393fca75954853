/**
 * The draft in this browser: nothing is kept before somebody has written something, and all of it can be deleted.
 *
 * @typedef {{ fields: Record<string, unknown>, stories: Record<string, string>, saved: string }} Draft
 */

const PREFIX = "idebank-draft-";

export class Drafts {
  /**
   * @param {string} form
   * @param {Storage | null} storage null where the browser keeps nothing; the form then works without drafts
   */
  constructor(form, storage) {
    this.key = PREFIX + form;
    this.storage = storage;
  }

  /** What was written last time; null when there is nothing. @returns {Draft | null} */
  read() {
    try {
      const draft = JSON.parse(this.storage?.getItem(this.key) ?? "null");
      return draft?.fields && draft.stories ? draft : null;
    } catch {
      return null;
    }
  }

  /** Keep the answers; tells whether that worked. @param {Omit<Draft, "saved">} answers */
  write(answers, now = new Date()) {
    try {
      if (!this.storage) return false;
      this.storage.setItem(this.key, JSON.stringify({ ...answers, saved: now.toISOString() }));
      return true;
    } catch {
      return false;
    }
  }

  remove() {
    try {
      this.storage?.removeItem(this.key);
    } catch {
      // What cannot be reached was not kept either.
    }
  }
}

/**
 * The browser's storage; null where it refuses, as some do in private windows.
 * @param {{ localStorage: Storage }} window
 */
export function storageOf(window) {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
