/*
 * Walking over a map by keyboard, mouse or finger. A map is one stop for the Tab key; arrows go to the nearest place that way,
 * Home and End to the northernmost and the southernmost, Enter follows. A first touch names a place, a second follows it.
 */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ASIDE = 2;

/**
 * Return which of `points` lies nearest to `from` in a direction; -1 where none does. What lies aside counts double.
 * @param {[number, number][]} points
 * @param {[number, number]} from
 * @param {[number, number]} direction right and down
 */
export function nearest(points, from, [right, down]) {
  let [found, least] = [-1, Infinity];
  points.forEach((point, at) => {
    const [x, y] = [point[0] - from[0], point[1] - from[1]];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    const distance = ahead + ASIDE * aside;
    if (ahead > 0 && aside <= ahead * ASIDE && distance < least) [found, least] = [at, distance];
  });
  return found;
}

export class Walk {
  /** @type {Element} */
  #map;
  /** @type {(place: SVGAElement) => void} */
  #point;
  /** @type {boolean | undefined} */
  #touched;

  /**
   * Take the map, an SVG with links; `point` is called with a link that is meant.
   * @param {SVGSVGElement} map
   * @param {{ point: (place: SVGAElement) => void }} options
   */
  constructor(map, { point }) {
    this.#map = map;
    this.#point = point;
    map.addEventListener("keydown", (event) => this.#onKey(event));
    map.addEventListener("focusin", ({ target }) => {
      const link = linkAt(target);
      this.#stopAt(link);
      this.#reach(link);
    });
    map.addEventListener(
      "pointerover",
      ({ target, pointerType }) => pointerType === "mouse" && this.#reach(linkAt(target)),
    );
    map.addEventListener(
      "pointerdown",
      ({ target, pointerType }) =>
        (this.#touched = pointerType === "touch" && !linkAt(target)?.hasAttribute("data-current")),
    );
    map.addEventListener("click", (event) => this.#onClick(event));
    this.settle();
  }

  /** See to it that the Tab key finds one place that is shown. */
  settle() {
    const shown = this.#shown();
    this.#stopAt(shown.find((link) => link.tabIndex === 0) ?? shown[0]);
  }

  /** @param {Element | null | undefined} stop */
  #stopAt(stop) {
    for (const link of this.#map.querySelectorAll("a")) link.setAttribute("tabindex", link === stop ? "0" : "-1");
  }

  /** @returns {SVGAElement[]} */
  #shown() {
    return Array.from(/** @type {NodeListOf<SVGAElement>} */ (this.#map.querySelectorAll("a:not([hidden])")));
  }

  /** @param {SVGAElement | null} link */
  #reach(link) {
    if (link) this.#point(link);
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const link = linkAt(event.target);
    if (!link || !this.#touched) return;
    this.#touched = false;
    event.preventDefault();
    this.#point(link);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const link = linkAt(event.target);
    const shown = this.#shown();
    const points = shown.map(middle);
    const byHeight = [...points.keys()].sort((a, b) => points[a][1] - points[b][1]);
    let to;
    if (event.key in ARROWS) to = link ? nearest(points, middle(link), ARROWS[event.key]) : -1;
    else if (event.key === "Home") [to = -1] = byHeight;
    else if (event.key === "End") to = byHeight.at(-1) ?? -1;
    else return;
    event.preventDefault();
    if (to < 0) return;
    shown[to].focus();
  }
}

/** The place that an event is about. @param {EventTarget | null} target */
const linkAt = (target) => /** @type {SVGAElement | null} */ (/** @type {Element} */ (target).closest("a"));

/** The middle of a circle or a tile. @param {Element} link @returns {[number, number]} */
function middle(link) {
  const shape = /** @type {Element} */ (link.querySelector("circle, use"));
  return [
    Number(shape.getAttribute("cx") ?? shape.getAttribute("x")),
    Number(shape.getAttribute("cy") ?? shape.getAttribute("y")),
  ];
}
