/* Elements of a page. Text only ever becomes text nodes, never HTML. */

/**
 * Return a new element; what is no property of it becomes an attribute.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, unknown>} properties
 * @param {...(Node | string)} children
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) Object.assign(made, { [key]: value });
    else made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

/** Return text that is only read aloud. @param {string} text */
export const unseen = (text) => element("span", { className: "unseen" }, text);

/** Return a button in the shape of a chip. @param {string} text @param {() => unknown} action */
export function chip(text, action) {
  const button = element("button", { type: "button", className: "chip" }, text);
  button.addEventListener("click", action);
  return button;
}

/** Return a message with its gaps filled in. @param {string} text @param {Record<string, unknown>} params */
export const fill = (text, params) => text.replace(/\{(\w+)\}/g, (_, name) => String(params[name]));

/**
 * Return an action that waits until it has not been asked for during `wait` milliseconds.
 * @template {unknown[]} A
 * @param {(...args: A) => unknown} action
 * @param {number} wait
 */
export function debounce(action, wait) {
  /** @type {number | undefined} */
  let timer;
  /** @param {A} args */
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait, ...args);
  };
}

/**
 * Return what a template always has: the type is what is expected there.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 */
export const held = (root, selector) => /** @type {T} */ (root.querySelector(selector));

/** Return the page's words, which the template wrote beside its script. @template T @returns {T} */
export const pageWords = () => JSON.parse(held(document, "#messages").textContent);
