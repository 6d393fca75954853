/* Small comforts on every page. Nothing here is needed to read, browse or open the menu. */

const root = document.documentElement;

function currentPalette() {
  return root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/** @param {HTMLElement} button */
function offerPalettes(button) {
  const label = /** @type {HTMLElement} */ (button.querySelector("[data-palette-label]"));
  const show = () => {
    const now = currentPalette();
    button.dataset.now = now;
    button.title = label.textContent = (now === "dark" ? button.dataset.light : button.dataset.dark) ?? "";
  };
  button.addEventListener("click", () => {
    const chosen = currentPalette() === "dark" ? "light" : "dark";
    root.dataset.theme = chosen;
    try {
      localStorage.setItem("idebank-palette", chosen);
    } catch {
      // The choice then lasts for this page only.
    }
    show();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
  button.hidden = false;
}

/** `/` moves to the search box, unless the reader is writing something. @param {KeyboardEvent} event */
function focusSearchOnSlash(event) {
  const writing = /** @type {Partial<Element> | null} */ (event.target)?.closest?.(
    "input, textarea, select, [contenteditable]",
  );
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("main [data-search], [data-search]"));
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
}

/* A menu left open when the window grows would cover the page. */
function closeMenuWhenWide() {
  const menu = document.getElementById("menu");
  if (!menu?.hidePopover) return;
  matchMedia("(width >= 64rem)").addEventListener("change", () => {
    if (menu.matches(":popover-open")) menu.hidePopover();
  });
}

/* How many initiatives the reader has saved (search/saved.js keeps them); the way to them shows once there are any. */
function showSavedCount() {
  let count = 0;
  try {
    count = JSON.parse(localStorage.getItem("idebank-list") ?? "[]").length;
  } catch {
    // Nothing can be kept, so nothing is.
  }
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-mine]"))) {
    link.hidden = !count;
    /** @type {Element} */ (link.querySelector("[data-count]")).textContent = String(count);
  }
}

/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-palette]")).forEach(offerPalettes);
document.addEventListener("keydown", focusSearchOnSlash);
document.addEventListener("idebank-list", showSavedCount);
closeMenuWhenWide();
showSavedCount();
