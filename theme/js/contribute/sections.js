/**
 * What only some are asked: the sections of a sector's profile, and questions that follow from an answer.
 */

/** Show what those who answer so are asked, and put away the rest. @param {HTMLFormElement} form */
export function showSections(form) {
  /** @param {string} field */
  const chosen = (field) => {
    /** @type {NodeListOf<Control>} */
    const controls = form.querySelectorAll(`[name='${field}']:is(:checked, select)`);
    return Array.from(controls, ({ value }) => value);
  };
  const sectors = chosen("sectors");
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-sectors]"))) {
    section.hidden = !(section.dataset.sectors ?? "").split(" ").some((sector) => sectors.includes(sector));
  }
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-when]"))) {
    const [field, value] = (question.dataset.when ?? "").split("=");
    question.hidden = !chosen(field).includes(value);
  }
}
