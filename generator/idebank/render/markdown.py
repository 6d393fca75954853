"""An entry's story as safe HTML: CommonMark with tables, then cleaned by an allow-list."""

from typing import Final

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options

_TAGS: Final = {
    "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a", "br", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES: Final = {"a": {"href", "title"}, "ol": {"start"}, "code": set[str]()}
_SCHEMES: Final = {"https", "http", "mailto", "tel"}
_OPTIONS: Final = Options.CMARK_OPT_VALIDATE_UTF8 | Options.CMARK_OPT_UNSAFE


def render_markdown(text: str) -> str:
    """Return contributed Markdown as HTML in which nothing can run, load or restyle.

    Raw HTML is kept by cmark and then reduced to the allowed tags, so that its text is never lost;
    scripts and styles go with their content.
    """
    html = cmarkgfm.github_flavored_markdown_to_html(text, options=_OPTIONS)
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener")
