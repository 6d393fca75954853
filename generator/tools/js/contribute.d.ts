/* What the form's scripts are given. Only types: no byte of this is published. */

/** A row of `bidra/data/like/<folder>.json`. */
type LikeRow = [slug: string, title: string, municipality: string, goals: number[]];

/** What the build says about a form, in `bidra/data/<form>.json`. */
interface FormFile {
  form: string;
  folder: string;
  by_county: boolean;
  machine: Record<string, unknown>;
  check: import("../../../theme/js/contribute/rules.js").CheckData;
  words: Record<string, string>;
}

/** A question of a form: an element with `data-field`. */
interface Question extends HTMLElement {
  readonly dataset: DOMStringMap & { field: string; control: string };
}

/** What an answer is written into or chosen by: an input, a select or a text area. */
interface Control extends HTMLElement {
  name: string;
  value: string;
  readonly type: string;
  readonly labels: NodeListOf<HTMLLabelElement> | null;
  checked?: boolean;
  files?: FileList | null;
}

/** A finding with the question that it is about. */
type Asked = import("../../../theme/js/contribute/schema.js").Finding & { question: Question | null };
