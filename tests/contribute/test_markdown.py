"""The preview's Markdown beside the site's own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from idebank.render.markdown import render_markdown
from idebank.source import parse_document

if TYPE_CHECKING:
    from tests.contribute.conftest import Ask

pytestmark = pytest.mark.browser

CONTENT: Final = Path(__file__).parents[2] / "content"
ASKED: Final = """given.map((text) => {
  const box = document.createElement("div");
  box.append(its.storyNodes(text));
  return box.innerHTML;
})"""
TIMED: Final = """(() => {
  const start = performance.now();
  its.storyNodes(given);
  return performance.now() - start;
})()"""

STORIES: Final = {
    "paragraphs": "Første linje\nsamme avsnitt.\n\nAndre avsnitt.\n",
    "headings": "## Bakgrunn\n\nTekst\n### Under ##\n#### Lenger ned\n",
    "bold and italic": "Dette er **viktig**, *litt* og __svært__ _ja_ ~~nei~~, men et_ord_ og 2 * 3 * 4.\n",
    "bold in italic": "Helt *kursiv med **fet** inni* her.\n",
    "a list": "Vi gjorde:\n\n- én ting\n- en annen\n- *en tredje*\n",
    "a list right after its line": "Vi gjorde:\n- én ting\n- en annen\n",
    "a numbered list": "1. først\n2. så\n3. til slutt\n",
    "a list that begins at three": "3. tre\n4. fire\n",
    "a list within a list": "- ute\n  - inne\n  - også inne\n- ute igjen\n",
    "a list with lines that go on": "- én ting\n  som går over to linjer\n- en annen\nsom går latt videre\n",
    "a quote": "> Dette sa de\n> som var med.\n\nEtterpå.\n",
    "code": "Skriv `a < b` i feltet.\n\n```\nkode <b>her</b>\n  innrykk\n```\n",
    "a rule": "Før\n\n---\n\nEtter\n",
    "links": "Se [siden](https://bodo.kommune.no/a_(b)) og <https://ks.no> eller https://vest.no/x.\n",
    "mail": "Skriv til [postmottaket](mailto:post@bodo.kommune.no).\n",
    "a link that runs": "Ikke [trykk](javascript:alert) her.\n",
    "a picture": "Her ![kart](kart.png) var det.\n",
    "tags": "Dette er <b>viktig</b> for <i>oss</i>.\n",
    "escapes": "Fem \\* seks \\# og \\[ikke lenke\\].\n",
    "a line break": "Rosevegen 1  \n8000 Bodø\\\nNorge\n",
    "signs": "A & B < C > D «ja» – 100 % 🚲\n",
    "nothing": "",
}


def _plain(html: str) -> str:
    """Return HTML without what the two may write differently: links' attributes, line ends, tags left out."""
    html = re.sub(r'<a href="([^"]*)"[^>]*>', r'<a href="\1">', html)
    html = re.sub(r"</?(?:b|i|span)>|<a>(?=[^<]*</a>)|<img[^>]*>", "", html)
    html = re.sub(r"\s*(</?(?:p|ul|ol|li|blockquote|h[2-4]|hr|br|pre)\b[^>]*>)\s*", r"\1", html)
    html = html.replace("&quot;", '"').replace("<p>", "").replace("</p>", "¶")
    html = re.sub(r"\s+</code></pre>", "</code></pre>", html)
    return re.sub(r"[ \n]+", " ", html).replace("¶</li>", "</li>").strip()


@pytest.mark.parametrize("name", STORIES)
def test_like_the_site(name: str, ask_page: Ask) -> None:
    """What people write looks in the preview as it will on the page."""
    (found,) = ask_page("markdown", ASKED, [STORIES[name]])
    expected = re.sub(r"<a rel=\"noopener\">([^<]*)</a>", r"\1", render_markdown(STORIES[name]))

    assert _plain(found) == _plain(expected)


def test_every_story_of_the_bank(ask_page: Ask) -> None:
    """Every story that is in the bank looks the same."""
    stories = {}
    for path in sorted(CONTENT.rglob("*.md")):
        document, _ = parse_document(path.name, path.read_bytes())
        if document and document.body and "pages" not in path.parts:
            stories[path.name] = document.body
    found = ask_page("markdown", ASKED, list(stories.values()))

    differing = {
        name: (own, expected)
        for (name, body), html in zip(stories.items(), found, strict=True)
        if (own := _plain(html)) != (expected := _plain(render_markdown(body)))
    }
    assert differing == {}


@pytest.mark.parametrize(
    "text", ["[" * 2_000, "*" * 5_000, "`" * 5_000, "> " * 2_000, "- " * 2_000, "<a" * 5_000, "_a " * 3_000]
)
def test_hostile_text_takes_no_time(text: str, ask_page: Ask) -> None:
    """Whatever is pasted, the preview is there at once."""
    took = ask_page("markdown", TIMED, text)

    assert took < 1_000
