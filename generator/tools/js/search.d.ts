/* What the search's scripts are given and hand on. Only types: no byte of this is published. */

/* ---- Files of the index, as generator/idebank/search/files.py writes them ---- */

interface IndexFile {
  entries: number;
  chunks: string[];
  worth: string;
  effort: string;
  reuse: Record<string, number>;
}

interface LexiconFile {
  endings: Record<string, [number, string]>;
  compounds: [number, number, number];
  same: Record<string, string>;
  like: Record<string, string[]>;
  goals: Record<string, number[]>;
  whole: string[];
  stop: string[];
  names: string[];
}

type EntryRow = [
  url: string,
  title: string,
  summary: string,
  language: string,
  kind: string,
  who: string,
  where: string[],
  goals: number[],
  state: string,
  reused: number,
];

/** Traits of a municipality in the order of fits.js; null where nothing is known. */
type Traits = (number | null)[];

/** A feed of what has all of `by`: of any values, or of those combinations that `values` lists. */
interface Feed {
  at: string;
  by: string[];
  values?: string[];
}

/* ---- What the scripts make of them ---- */

interface Postings {
  numbers: Uint32Array;
  weights: Uint8Array;
}

interface KnownWord {
  count: number;
  word: string;
  folded: string;
}

interface ShownEntry {
  number: number;
  url: string;
  title: string;
  summary: string;
  language: string;
  kind: string;
  who: string;
  where: string[];
  goals: number[];
  state: string;
  reused: number;
}

/** Chosen values by facet. */
type Choices = Map<string, string[]>;

/** Which entries pass, by facet. */
type Masks = Map<string, Uint8Array>;

interface Likeness {
  score: number;
  alike: string[];
}

interface Scored {
  scores: Float64Array | null;
  full: number;
  keys: Set<string>;
  meant: Map<string, string>;
}

interface Answer extends Scored {
  numbers: number[];
  all: number[];
  filters: Masks;
}

/** How many entries each value would give, by facet. */
type Counts = Map<string, Map<string, number>>;

/* ---- The pages' words, from theme/templates ---- */

interface NarrowingWords {
  clear: string;
  chosen: string;
  remove: string;
}

interface HitWords {
  kinds: Record<string, string>;
  states: Record<string, string>;
  phase: string;
  reused_one: string;
  reused_other: string;
  goals: string;
  goal: string;
  save: string;
  saved: string;
}

interface FitWords {
  fits: Record<string, string>;
}

interface FollowWords {
  failed: string;
  everything: string;
  typed: string;
  part: string;
  whole: string;
  bookmark: string;
}

interface SearchWords extends NarrowingWords, HitWords, FitWords {
  follow: FollowWords;
  loading: string;
  failed: string;
  cut: string;
  none: string;
  one: string;
  other: string;
  meant: string;
  partly: string;
  without: string;
  wordless: string;
  let_go: string;
  reword: string;
}

interface MapWords extends NarrowingWords {
  loading: string;
  failed: string;
  cut: string;
  none: string;
  one: string;
  other: string;
  elsewhere: string;
}

interface CompareWords {
  facts: Record<string, string>;
  parts: Record<string, string>;
  gone: string;
  shown: string;
  failed: string;
  remove: string;
  nothing: string;
}

interface ListWords {
  failed: string;
  one: string;
  other: string;
  gone: string;
  choose: string;
  compare: string;
  compare_these: string;
  remove: string;
  removed: string;
  undo: string;
  copied: string;
  [more: string]: string;
}
