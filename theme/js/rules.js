/* The list of rules: a box that leaves those whose words are written in it. */

const box = /** @type {HTMLElement} */ (document.querySelector("[data-filter]"));
const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
const items = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".rules li"));
const groups = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".group"));
const rules = Array.from(items, (item) => ({
  item,
  text: item.textContent.toLowerCase(),
}));

function filter() {
  const words = [...new Set(input.value.toLowerCase().split(/[\s[\]]+/))].filter(Boolean);
  let count = 0;
  for (const { item, text } of rules) {
    item.hidden = !words.every((word) => text.includes(word));
    count += Number(!item.hidden);
  }
  for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
  status.textContent = words.length
    ? (box.dataset.count ?? "").replace("{count}", String(count)).replace("{total}", String(rules.length))
    : "";
}

input.addEventListener("input", filter);
box.hidden = false;
filter();
