"""An entry's story as safe HTML: CommonMark with tables, then cleaned by an allow-list."""

import re
from collections import Counter
from typing import Final

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options
from markupsafe import escape

_TAGS: Final = {
    *("h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a"),
    *("br", "hr", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES: Final = {"a": {"href", "title"}, "ol": {"start"}, "code": set[str]()}
_SCHEMES: Final = {"https", "http", "mailto", "tel"}
_OPTIONS: Final = Options.CMARK_OPT_VALIDATE_UTF8 | Options.CMARK_OPT_UNSAFE
_TAG: Final = re.compile(r"<(/?)(?!br\b|hr\b)([a-z][a-z0-9]*)", re.IGNORECASE)
_DEEPEST: Final = 500
"""Deeper than anyone writes; the cleaner's time grows with the square of the depth."""


def render_markdown(text: str) -> str:
    """Return contributed Markdown as HTML in which nothing can run, load or restyle.

    Raw HTML is kept by cmark and then reduced to the allowed tags, so that its text is never lost;
    scripts and styles go with their content. Text nested without end is shown as it was written.
    """
    html = cmarkgfm.github_flavored_markdown_to_html(text, options=_OPTIONS)
    if html.count("<") > _DEEPEST and _is_too_deep(html):
        html = f"<pre>{escape(text)}</pre>"
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener")


def _is_too_deep(html: str) -> bool:
    """Return whether elements may lie too deep; an end counts only against a start of its own name."""
    depth = 0
    opened: Counter[str] = Counter()
    for end, written in _TAG.findall(html):
        name = written.lower()
        step = -1 if end and opened[name] else int(not end)
        opened[name] += step
        depth += step
        if depth > _DEEPEST:
            return True
    return False
