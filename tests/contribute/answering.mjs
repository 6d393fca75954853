/* Answers questions to the theme's scripts: a line of JSON in, a line of JSON out. `tests/contribute/scripts.py` asks. */

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const base = pathToFileURL(`${process.argv[2]}/`);
const load = (script) => import(new URL(`${script}.js`, base));
const AsyncFunction = (async () => {}).constructor;

for await (const line of createInterface({ input: process.stdin })) {
  const { expression, given } = JSON.parse(line);
  const answer = await new AsyncFunction("load", "given", `return ${expression};`)(load, given).then(
    (value) => ({ value: value === undefined ? null : value }),
    (error) => ({ error: error.stack }),
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
