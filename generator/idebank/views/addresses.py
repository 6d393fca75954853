"""Addresses of records: what the table of routes cannot say by itself, for it knows no record."""

from collections.abc import Sequence
from typing import Final

from idebank.kinds import kind_of
from idebank.model import Entry
from idebank.routes import route, with_query
from idebank.slugs import slugify
from idebank.vocabulary import LANGUAGES, Term

_FEEDS: Final = {
    (): "feed",
    ("county",): "county_feed",
    ("goal",): "goal_feed",
    ("sector",): "sector_feed",
}
"""Feeds that lie beside the page they belong to."""


def interface_language(entry_language: str) -> str:
    """Return the language of the interface around an entry: its own, or bokmål when there is none."""
    return entry_language if entry_language in LANGUAGES else LANGUAGES[0]


def entry(of: Entry) -> str:
    """Return an entry's only address."""
    return route(kind_of(of).name, slug=of.slug)


def file_of(of: Entry, name: str) -> str:
    """Return the address of a file that lies in the entry's folder, beside its page."""
    return f"{entry(of)}{name}"


def feed(facets: Sequence[tuple[str, str]], language: str) -> str:
    """Return the address of the feed that some facets with these values have together."""
    name = _FEEDS.get(tuple(facet for facet, _ in facets))
    if name:
        return route(name, language, **dict(facets))
    return route("facets_feed", language, facets=".".join(f"{facet}-{value}" for facet, value in facets))


def documents_of_kind(kind: Term, language: str) -> str:
    """Return the address of all documents of a kind."""
    return route("documents_of_kind", language, kind=slugify(kind.labels.nb))


def measure(of: Term, language: str) -> str:
    """Return the address of the results that measure the same."""
    return route("measure", language, measure=slugify(of.labels.nb))


def form(id_: str, language: str, **answers: str | int) -> str:
    """Return the address of a form, with some questions answered already."""
    own = route("contribute", language) if id_ == "initiative" else route("form", language, form=id_)
    return with_query(own, **answers)
