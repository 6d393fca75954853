"""Where a page stands: above it the pages that lead to it, beside it the other pages of its list."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from idebank.routes import page_of_list, route
from idebank.views.cards import Shelf
from idebank.views.records import Pagination, TextLink

CARDS_PER_PAGE: Final = 48
"""At most 50 by the design; 48 fills rows of two, three and four."""
_NEIGHBOURS: Final = 2
"""How many pages on either side of the current one are linked by number."""


def trail(shelf: Shelf, *parts: str) -> tuple[TextLink, ...]:
    """Return breadcrumbs from the front page through the named hub pages."""
    hubs = {
        "goals": partial(route, "goals"),
        "sectors": partial(route, "sectors"),
        "themes": partial(route, "themes"),
        "places": partial(route, "places"),
        "organisations": partial(route, "organisations"),
    }
    language, t = shelf.language, shelf.wording.t
    return (
        TextLink(t("nav.front"), route("front", language)),
        *(TextLink(t(f"nav.{part}"), hubs[part](language)) for part in parts),
    )


def pages_of(count: int) -> int:
    """Return how many pages a list of `count` entries takes; an empty list has one."""
    return max(1, -(-count // CARDS_PER_PAGE))


def pagination(address: str, *, number: int, cards: int) -> Pagination:
    """Return where page `number` of a list of `cards` entries stands."""
    total = pages_of(cards)
    return Pagination(
        current=number,
        total=total,
        address=page_of_list(address, number),
        pages=tuple(_page_links(address, number=number, total=total)),
        previous=page_of_list(address, number - 1) if number > 1 else "",
        next=page_of_list(address, number + 1) if number < total else "",
    )


def _page_links(address: str, *, number: int, total: int) -> Iterator[TextLink]:
    near = range(max(number - _NEIGHBOURS, 1), min(number + _NEIGHBOURS, total) + 1)
    previous = 0
    for page in sorted({1, total, *near}):
        if page > previous + 1:
            yield TextLink("…", "")
        yield TextLink(str(page), page_of_list(address, page))
        previous = page
