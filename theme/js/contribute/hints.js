/**
 * «Ligner dette på …?»: looks among the entries of the same county and of the whole country, as soon as there is a title.
 */

import { countyFolder } from "./filepath.js";
import { alike } from "./like.js";

const NATIONAL = "nasjonalt";

export class Hints {
  /**
   * @param {string} base address of the folder with an index for each county
   * @param {(address: string) => Promise<any>} load
   */
  constructor(base, load) {
    this.base = base;
    this.load = load;
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
    const goals = [...new Set(sdgs.map((code) => Number.parseInt(code, 10)))];
    const entry = { slug: "", title, municipality: meant?.number ?? "", goals };
    return alike(entry, others, { place: meant?.name ?? "" });
  }

  /** The entries of a folder; none where there is no index, or no network. */
  async rows(folder) {
    try {
      return await this.load(`${this.base}${folder}.json`);
    } catch {
      return [];
    }
  }
}
