/* What the browser makes of the vectors; tests/site/browser/test_search_words.py compares. */
async ([vectors, known]) => {
  const script = document.querySelector("script[type=module]").src;
  const words = await import(script.replace(/[^/]+$/, "words.js"));
  const index = new URL(document.getElementById("search").dataset.index, location);
  const table = await (await fetch(`${index}lexicon.json`)).json();
  const lexicon = new words.Lexicon(table);
  const stems = new words.Lexicon({ ...table, same: {}, names: [] });
  const phrase = (text) => words.tokens(text).map((word) => lexicon.key(word));
  const isKnown = new Set(known.map((word) => lexicon.key(word)));
  const each = (of, found) => Object.fromEntries(Object.keys(of).map((key) => [key, found(key, of[key])]));
  return {
    tokens: each(vectors.tokens, (text) => words.tokens(text)),
    stems: each(vectors.stems, (_, forms) => [...new Set(forms.map((form) => stems.key(words.tokens(form)[0])))]),
    keys: each(vectors.keys, (one, other) => phrase(one).join() === phrase(other).join()),
    apart: each(vectors.apart, (one, other) => phrase(one).join() !== phrase(other).join()),
    parts: each(vectors.parts, (word) => lexicon.parts(words.tokens(word)[0], (key) => isKnown.has(key))),
    pieces: each(vectors.parts, (_, pieces) => pieces.flatMap(phrase)),
    near: each(vectors.near, (_, pairs) => pairs.map(([a, b]) => words.oneEditApart(words.folded(a), words.folded(b)))),
  };
}
