/* Elements of a page. Text only ever becomes text nodes, never HTML. */

/** Return a new element; what is no property of it becomes an attribute. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Return text that is only read aloud. */
export const unseen = (text) => element("span", { className: "unseen" }, text);

/** Return a button in the shape of a chip. */
export function chip(text, action) {
  const button = element("button", { type: "button", className: "chip" }, text);
  button.addEventListener("click", action);
  return button;
}

/** Return a message with its gaps filled in. */
export const fill = (text, params) => text.replace(/\{(\w+)\}/g, (_, name) => params[name]);

/** Return an action that waits until it has not been asked for during `wait` milliseconds. */
export function debounce(action, wait) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait, ...args);
  };
}

/** Return the page's words, which the template wrote beside its script. */
export const pageWords = () => JSON.parse(document.getElementById("messages").textContent);
