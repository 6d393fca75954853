"""«Andre steder som gjør dette»: who else follows the same method, or is part of the same programme."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from idebank.model import Initiative, Method
from idebank.routes import route, with_query
from idebank.views import addresses
from idebank.views.desk import Desk
from idebank.views.pieces import link_to
from idebank.views.records import ElsewhereGroup, ElsewhereLine, ElsewhereView, TextLink

_MOST: Final = 8
"""How many places of one group are shown; the method or the programme has them all."""


def elsewhere(entry: Initiative, desk: Desk) -> ElsewhereView:
    """Return other places that do the same as an initiative, and the map of those with its first theme."""
    return ElsewhereView(tuple(_groups(entry, desk)), _map(entry, desk))


def _groups(entry: Initiative, desk: Desk) -> Iterator[ElsewhereGroup]:
    catalog = desk.catalog
    method = catalog.find(Method, entry.method)
    if method:
        yield from _group("method", entry, catalog.using.get(method.slug, ()), link_to(method), desk)
    programme = catalog.by_slug.get(entry.part_of or "")
    if programme:
        yield from _group("programme", entry, catalog.parts.get(programme.slug, ()), link_to(programme), desk)


def _group(
    reason: str, entry: Initiative, others: tuple[Initiative, ...], whole: TextLink, desk: Desk
) -> Iterator[ElsewhereGroup]:
    """Yield the first of `others` that are from another organisation, if any; the entry is one of them."""
    found = (other for other in others if other.organisation != entry.organisation)
    # Thousands may follow one method: no more of them are looked at than are shown.
    lines = tuple(_line(other, desk) for other in islice(found, _MOST))
    if lines:
        yield ElsewhereGroup(reason, lines, whole, len(others) - 1)


def _line(other: Initiative, desk: Desk) -> ElsewhereLine:
    title = TextLink(other.title, addresses.entry(other), other.language)
    return ElsewhereLine(other.organisation, desk.shelf.place(other.place), title)


def _map(entry: Initiative, desk: Desk) -> TextLink | None:
    """Return the way to the map of all that share the entry's first theme, when others do."""
    theme = next(iter(entry.themes), "")
    if not theme or len(desk.catalog.by_theme[theme]) < 2:  # noqa: PLR2004 - the entry itself is one
        return None
    label = desk.wording.t("elsewhere.map", theme=desk.shelf.label("themes", theme).lower())
    return TextLink(label, with_query(route("map", desk.language), theme=theme))
