/* The list of rules: a box that leaves those whose words are written in it. */

const box = document.querySelector("[data-filter]");
const input = box.querySelector("input");
const status = box.querySelector("[role=status]");
const rules = [...document.querySelectorAll(".rules li")].map((item) => ({
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
  for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector("li:not([hidden])");
  status.textContent = words.length ? box.dataset.count.replace("{count}", count).replace("{total}", rules.length) : "";
}

input.addEventListener("input", filter);
box.hidden = false;
filter();
