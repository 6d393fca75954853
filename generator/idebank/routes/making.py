"""From a route's name to an address: bokmål at the root, nynorsk in `nn/`, English in `en/`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple
from urllib.parse import quote_plus

from idebank.routes.table import PAGES, TABLE, Route
from idebank.vocabulary import LANGUAGES


class _Pattern(NamedTuple):
    """A route in one language, ready to be filled in."""

    text: str
    open_parts: int
    said: Mapping[str, str]


def prefix(language: str) -> str:
    """Return what addresses in `language` begin with."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def route(name: str, language: str = "", /, **parts: str | int) -> str:
    """Return the address of the route called `name`, relative to the site's root.

    One that there is of in each language needs the language. Raises LookupError when the route is unknown, or
    when its parts are not those that are given.
    """
    try:
        text, open_parts, said = _PATTERNS[name, language]
        if said:
            parts = {key: said.get(str(part), part) for key, part in parts.items()}
        address = text % parts
    except KeyError:
        raise _unknown(name, language, parts) from None
    if len(parts) != open_parts:
        raise _unknown(name, language, parts)
    return address


def _unknown(name: str, language: str, parts: Iterable[str]) -> LookupError:
    return LookupError(f"no route {name!r} in {language!r} with {sorted(parts)}")


def page_of_list(address: str, number: int) -> str:
    """Return the address of one page of a list that is split into several."""
    return address if number == 1 else f"{address}{PAGES}/{number}/"


def with_query(address: str, **values: str | int | Sequence[str]) -> str:
    """Return an address with values for what the page there asks; commas part several of one name."""
    query = "&".join(f"{name}={_quoted(value)}" for name, value in values.items())
    return f"{address}?{query}" if query else address


def _quoted(value: str | int | Sequence[str]) -> str:
    if isinstance(value, (str, int)):
        return quote_plus(str(value))
    return ",".join(map(quote_plus, value))


def _pattern(of: Route, language: str) -> _Pattern:
    before = "" if of.once else prefix(language)
    text = of.pattern.format(**{part: f"%({part})s" for part in of.parts})
    return _Pattern(before + text, len(of.parts), of.said)


_PATTERNS: Final = {
    (name, language): _pattern(row, language)
    for name, row in TABLE.items()
    for language in ((*LANGUAGES, "") if row.once else LANGUAGES)
}
"""By name and language; what there is only one of is found under any, and under none."""
