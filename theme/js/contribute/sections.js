/**
 * What only some are asked: the sections of a sector's profile, and questions that follow from an answer.
 */

/** Show what those who answer so are asked, and put away the rest. @param {HTMLFormElement} form */
export function showSections(form) {
  const chosen = (field) =>
    [...form.querySelectorAll(`[name='${field}']:is(:checked, select)`)].map(({ value }) => value);
  const sectors = chosen("sectors");
  for (const section of form.querySelectorAll("[data-sectors]")) {
    section.hidden = !section.dataset.sectors.split(" ").some((sector) => sectors.includes(sector));
  }
  for (const question of form.querySelectorAll("[data-when]")) {
    const [field, value] = question.dataset.when.split("=");
    question.hidden = !chosen(field).includes(value);
  }
}
