/* Runs before the page is drawn: shows the colours the reader has chosen, if any. Nothing is stored until they choose. */
(() => {
  const root = document.documentElement;
  root.classList.remove("no-js");
  try {
    const chosen = localStorage.getItem("idebank-palette");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Storage may be shut off; the system's colours then stay.
  }
})();
