/**
 * A text field that offers what the text may mean: the combobox of the ARIA practices, with a list that it opens.
 *
 * @typedef {{ value: string, label: string, note?: string }} Option `note`: why it is offered, such as an old name
 */

/**
 * @param {HTMLInputElement} input
 * @param {{ find: (text: string) => Promise<Option[]>, label: string, counted: (count: number) => string }} how
 */
export function offerOptions(input, { find, label, counted }) {
  const list = element("ul", { id: `${input.id}-list`, role: "listbox", className: "offers", hidden: true });
  list.setAttribute("aria-label", label);
  const status = element("span", { className: "unseen", role: "status" });
  input.after(list, status);
  Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  }).forEach(([name, value]) => input.setAttribute(name, value));

  let latest = 0;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  /** @param {Option[]} options */
  const show = (options) => {
    list.replaceChildren(...options.map((option, index) => optionElement(list.id, option, index)));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = counted(options.length);
  };

  const search = async () => {
    latest += 1;
    const own = latest;
    const options = input.value.trim() ? await find(input.value) : [];
    if (own === latest && document.activeElement === input) show(options);
  };

  /** @param {HTMLElement} option */
  const choose = (option) => {
    latest += 1;
    input.value = option.dataset.value ?? "";
    close();
    status.textContent = "";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    close();
  };

  /** @param {number} step */
  const move = (step) => {
    const options = [...list.children];
    const now = options.findIndex(({ id }) => id === input.getAttribute("aria-activedescendant"));
    const next = options.at((now < 0 && step < 0 ? 0 : now + step) % options.length) ?? options[0];
    for (const option of options) option.setAttribute("aria-selected", String(option === next));
    input.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  };

  input.addEventListener("input", (event) => {
    // A choice of ours is no text to search for.
    if (event.isTrusted) search();
  });
  input.addEventListener("keydown", (event) => {
    const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step && list.hidden) search();
    else if (step) move(step);
    else if (event.key === "Enter" && active && !list.hidden) choose(active);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  // A press on an option must not take the focus away before the choice is made.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    if (option instanceof HTMLElement) choose(option);
  });
  input.addEventListener("blur", close);
}

/** @param {string} listId @param {Option} option @param {number} index */
function optionElement(listId, { value, label, note }, index) {
  const option = element("li", { id: `${listId}-${index}`, role: "option", className: "offers__option" });
  option.dataset.value = value;
  option.setAttribute("aria-selected", "false");
  option.append(label);
  if (note) option.append(element("small", { className: "offers__note", textContent: ` ${note}` }));
  return option;
}

/** @template {keyof HTMLElementTagNameMap} N @param {N} name @param {Partial<HTMLElementTagNameMap[N]>} properties */
function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
