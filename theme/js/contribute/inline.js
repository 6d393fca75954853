/**
 * What stands within a paragraph of Markdown, as nodes: code, links, addresses, bold, italic, struck out.
 *
 * The text is gone through once. At a sign that may begin something, a short pattern tells whether it does; what may end
 * far away, such as bold, is looked up among the places where it can end. So no text takes longer than its length.
 */

import { isWebAddress } from "./formats.js";

const MAY_BEGIN = /[`\\![<h*_~\n]/g;
const TICKS = /`+/y;
const ESCAPED = /\\([!-/:-@[-`{-~])/y;
const PICTURE = /!\[[^\]]{0,200}\]\([^)\s]{0,500}\)/y;
const LINK =
  /\[((?:[^[\]\\]|\\.){1,300})\]\(<?((?:[^()\s<>]|\([^()\s<>]{0,500}\)){1,500})>?(?:[ \t]{1,9}"[^"]{0,500}")?\)/suy;
const ADDRESS = /<((?:https?:\/\/|mailto:)[^\s<>]{1,500})>/y;
const TAG = /<\/?[A-Za-z][^<>]{0,500}>/y;
const BARE = /https?:\/\/[^\s<>"]{1,500}[^\s<>".,;:!?)\]'*_]/y;
/* Bold in italic in a link in bold is as deep as anybody goes. */
const DEEPEST = 6;

/* What goes around words: how it begins, where it can end, and what it makes of them. */
const AROUND = [
  { mark: "**", begins: /\*\*(?=\S)/y, ends: /(?<=\S)(?=\*\*(?!\*))/gu, name: "strong" },
  { mark: "__", begins: /__(?=\S)/y, ends: /(?<=\S)(?=__(?![\p{L}\p{N}]))/gu, name: "strong" },
  { mark: "*", begins: /\*(?=[^\s*])/y, ends: /(?<=[^\s*])(?=\*(?!\*))/gu, name: "em" },
  { mark: "_", begins: /(?<![\p{L}\p{N}_])_(?=[^\s_])/uy, ends: /(?<=[^\s_])(?=_(?![\p{L}\p{N}_]))/gu, name: "em" },
  { mark: "~~", begins: /~~(?=\S)/y, ends: /(?<=\S)(?=~~)/gu, name: "del" },
];

/** The text as nodes and texts. @param {string} text @returns {(Node | string)[]} */
export const inline = (text) => new Inline(text, 0).nodes();

/** @typedef {{ start?: number, end: number, nodes?: (Node | string)[] }} Piece what begins at a place, and its end */

class Inline {
  /** @param {string} text @param {number} depth */
  constructor(text, depth) {
    this.text = text;
    this.depth = depth;
    /** @type {Map<RegExp, number[]>} */
    this.ends = new Map();
    /** @type {Map<number, number[]> | null} */
    this.runs = null;
  }

  /** @returns {(Node | string)[]} */
  nodes() {
    /** @type {(Node | string)[]} */
    const nodes = [];
    let [from, at] = [0, 0];
    while (at < this.text.length) {
      MAY_BEGIN.lastIndex = at;
      const found = MAY_BEGIN.exec(this.text);
      if (!found) break;
      at = found.index;
      const piece = this.piece(found[0], at, from);
      if (piece.nodes) {
        const before = this.text.slice(from, piece.start ?? at);
        nodes.push(...(before ? [before] : []), ...piece.nodes);
        from = piece.end;
      }
      at = piece.end;
    }
    return from < this.text.length ? [...nodes, this.text.slice(from)] : nodes;
  }

  /**
   * What begins with the sign at a place: its nodes and its end; without nodes where nothing does.
   * @param {string} sign
   * @param {number} at
   * @param {number} from
   * @returns {Piece}
   */
  piece(sign, at, from) {
    const found = SIGNS[sign]?.call(this, at, from) ?? this.around(at);
    return found ?? { end: at + 1 };
  }

  /** @param {RegExp} pattern @param {number} at */
  match(pattern, at) {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  /** @param {string} text */
  within(text) {
    return this.depth < DEEPEST ? new Inline(text, this.depth + 1).nodes() : [text];
  }

  /** Code goes on to the next run of as many backticks. @param {number} at @returns {Piece} */
  code(at) {
    const length = this.match(TICKS, at)?.[0].length ?? 0;
    this.runs ??= byLength(this.text.matchAll(/`+/g));
    const closing = firstFrom(this.runs.get(length) ?? [], at + length);
    if (closing === undefined) return { end: at + length };
    const own = this.text.slice(at + length, closing);
    return { end: closing + length, nodes: [element("code", [own.trim()])] };
  }

  /** @param {number} at @returns {Piece | null} */
  escaped(at) {
    const found = this.match(ESCAPED, at);
    if (found) return { end: at + 2, nodes: [found[1]] };
    return this.text[at + 1] === "\n" ? { end: at + 2, nodes: [element("br")] } : null;
  }

  /**
   * Tags and pictures are not shown on the page either.
   * @param {RegExp} pattern
   * @param {number} at
   * @returns {Piece | null}
   */
  leftOut(pattern, at) {
    const found = this.match(pattern, at);
    return found && { end: at + found[0].length, nodes: [] };
  }

  /** @param {number} at @returns {Piece | null} */
  link(at) {
    const found = this.match(LINK, at);
    return found && { end: at + found[0].length, nodes: [linkTo(found[2], this.within(found[1]))] };
  }

  /** @param {RegExp} pattern @param {number} at @returns {Piece | null} */
  address(pattern, at) {
    const found = this.match(pattern, at);
    if (!found) return null;
    const target = found[1] ?? found[0];
    return { end: at + found[0].length, nodes: [linkTo(target, [target.replace(/^mailto:/, "")])] };
  }

  /** @param {number} at @returns {Piece | null} */
  around(at) {
    for (const { mark, begins, ends, name } of AROUND) {
      if (!this.text.startsWith(mark, at) || !this.match(begins, at)) continue;
      const end = firstFrom(this.endsOf(ends), at + mark.length + 1);
      if (end === undefined) continue;
      const inner = this.within(this.text.slice(at + mark.length, end));
      return { end: end + mark.length, nodes: [element(name, inner)] };
    }
    return null;
  }

  /** @param {RegExp} pattern */
  endsOf(pattern) {
    const ends = this.ends.get(pattern) ?? Array.from(this.text.matchAll(pattern), ({ index }) => index);
    this.ends.set(pattern, ends);
    return ends;
  }

  /**
   * A line that ends with two spaces is broken there.
   * @param {number} at
   * @param {number} from
   * @returns {Piece | null}
   */
  lineEnd(at, from) {
    let start = at;
    while (start > from && this.text[start - 1] === " ") start -= 1;
    return at - start > 1 ? { start, end: at + 1, nodes: [element("br")] } : null;
  }
}

/** @type {Record<string, (this: Inline, at: number, from: number) => Piece | null>} */
const SIGNS = {
  "`": Inline.prototype.code,
  "\\": Inline.prototype.escaped,
  "!"(at) {
    return this.leftOut(PICTURE, at);
  },
  "[": Inline.prototype.link,
  "<"(at) {
    return this.address(ADDRESS, at) ?? this.leftOut(TAG, at);
  },
  h(at) {
    return this.address(BARE, at);
  },
  "\n": Inline.prototype.lineEnd,
};

/** @param {Iterable<RegExpExecArray>} found */
function byLength(found) {
  /** @type {Map<number, number[]>} */
  const places = new Map();
  for (const { index, 0: run } of found) {
    const alike = places.get(run.length) ?? [];
    alike.push(index);
    places.set(run.length, alike);
  }
  return places;
}

/**
 * The first of the places, which are in order, that lies at `least` or behind it.
 * @param {number[]} places
 * @param {number} least
 * @returns {number | undefined}
 */
function firstFrom(places, least) {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < least) low = middle + 1;
    else high = middle;
  }
  return places[low];
}

/**
 * A link, where it leads to a page or a mailbox; else only its text.
 * @param {string} target
 * @param {(Node | string)[]} content
 */
function linkTo(target, content) {
  const made = element(isWebAddress(target) || target.startsWith("mailto:") ? "a" : "span", content);
  if (made.localName === "a") {
    made.setAttribute("href", target);
    made.setAttribute("target", "_blank");
    made.setAttribute("rel", "noopener");
  }
  return made;
}

/** @param {string} name @param {Iterable<Node | string>} content */
export function element(name, content = []) {
  return filled(document.createElement(name), content);
}

/**
 * The node with `content` in it, one by one: a call takes only so many arguments.
 * @template {ParentNode} T
 * @param {T} node
 * @param {Iterable<Node | string>} content
 */
export function filled(node, content) {
  for (const own of content) node.append(own);
  return node;
}
