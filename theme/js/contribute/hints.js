/**
 * «Ligner dette på …?»: looks among the entries of the same county and of the whole country, once there is a title.
 */

import { countyFolder } from "./filepath.js";
import { alike } from "./like.js";

const NATIONAL = "nasjonalt";

export class Hints {
  /**
   * @param {HTMLFormElement} form
   * @param {(address: string) => Promise<any>} load
   */
  constructor(form, load) {
    this.titles = form.dataset.like ?? "";
    this.entry = form.dataset.entry ?? "";
    this.load = load;
    this.box = /** @type {HTMLElement} */ (document.getElementById("like"));
    this.shown = "";
  }

  /**
   * Show what is like the entry in the form, under the question that brought it up; nothing where nothing is.
   * @param {Record<string, any>} fields
   * @param {import("./placenames.js").PlaceNames | null} places
   * @param {HTMLElement} question
   */
  async show(fields, places, question) {
    const found = await this.of(fields, places);
    const slugs = found.map(({ slug }) => slug).join(" ");
    if (slugs === this.shown) return;
    this.shown = slugs;
    question.after(this.box);
    this.box.querySelector("ul")?.replaceChildren(...found.map((told) => this.line(told)));
    this.box.hidden = found.length === 0;
  }

  /** @param {import("./like.js").Told} told */
  line({ slug, title }) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = this.entry.replace("{slug}", slug);
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = title;
    item.append(link);
    return item;
  }

  /**
   * Entries that are like the one in the form.
   * @param {Record<string, any>} fields
   * @param {import("./placenames.js").PlaceNames | null} places
   * @returns {Promise<import("./like.js").Told[]>}
   */
  async of({ title = "", sdgs = [], municipality = "", county = "" }, places) {
    if (!title) return [];
    const folder = countyFolder({ municipality, county }, places);
    const rows = await Promise.all([...new Set([folder, NATIONAL])].map((name) => this.rows(name)));
    const others = rows
      .flat()
      .map(([slug, name, number, goals]) => ({ slug, title: name, municipality: number, goals }));
    const meant = (places && municipality && places.municipalitiesCalled(municipality)[0]) || null;
    const goals = [...new Set(sdgs.map((/** @type {string} */ code) => Number.parseInt(code, 10)))];
    const entry = { slug: "", title, municipality: meant?.number ?? "", goals };
    return alike(entry, others, { place: meant?.name ?? "" });
  }

  /**
   * The entries of a folder; none where there is no index, or no network.
   * @param {string} folder
   * @returns {Promise<LikeRow[]>}
   */
  async rows(folder) {
    try {
      return await this.load(this.titles.replace("{folder}", folder));
    } catch {
      return [];
    }
  }
}
