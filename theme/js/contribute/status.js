/**
 * The line that tells what just happened, with a way back where there is one.
 */
export class Status {
  /** @param {HTMLElement | null} line announced by screen readers when it changes */
  constructor(line) {
    this.line = line;
    this.text = "";
  }

  /**
   * @param {string} text
   * @param {{ label: string, action: () => void }} [way]
   */
  say(text, way) {
    // The same again would only be noise.
    const { line } = this;
    if (!line || (text === this.text && !way)) return;
    this.text = text;
    line.replaceChildren(text);
    if (!way) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.textContent = way.label;
    button.addEventListener("click", () => {
      this.text = "";
      line.replaceChildren();
      way.action();
    });
    line.append(" ", button);
  }
}
