/**
 * The sections that only some are asked: those of a sector's profile.
 */

/** Show the sections of the sectors that are chosen, and put the others away. @param {HTMLFormElement} form */
export function showSections(form) {
  const chosen = [...form.querySelectorAll("[data-field='sectors'] :checked")].map(({ value }) => value);
  for (const section of form.querySelectorAll("[data-sectors]")) {
    section.hidden = !section.dataset.sectors.split(" ").some((sector) => chosen.includes(sector));
  }
}
