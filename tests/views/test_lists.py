"""Lists of initiatives."""

from __future__ import annotations

import pytest

from idebank.model import Place
from idebank.views.desk import Job
from idebank.views.paging import CARDS_PER_PAGE, pages_of
from idebank.views.records import Section, TextLink
from tests.factories import initiative, vocabulary
from tests.views.shelves import index, lists, many

EMPTY_NEIGHBOUR = "1836"  # Rødøy, not far from Bodø


def _labels(links: tuple[TextLink, ...]) -> list[str]:
    return [link.label for link in links]


@pytest.mark.parametrize(
    ("count", "pages"),
    [(0, 1), (1, 1), (CARDS_PER_PAGE, 1), (CARDS_PER_PAGE + 1, 2), (CARDS_PER_PAGE * 3, 3)],
)
def test_pages_of(count: int, pages: int) -> None:
    """A list takes as many pages as its cards need, and one when it has none."""
    assert pages == pages_of(count)


def test_cards_of_a_page() -> None:
    """A page shows its own part of the list and counts the whole."""
    entries = many(CARDS_PER_PAGE + 2)

    view = index("all", "", *entries, number=2)

    assert [card.slug for card in view.cards] == [entry.slug for entry in entries[-2:]]
    assert view.count == len(entries)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, ["1", "2", "3", "…", "9"]),
        (2, ["1", "2", "3", "4", "…", "9"]),
        (3, ["1", "2", "3", "4", "5", "…", "9"]),
        (5, ["1", "…", "3", "4", "5", "6", "7", "…", "9"]),
        (8, ["1", "…", "6", "7", "8", "9"]),
        (9, ["1", "…", "7", "8", "9"]),
    ],
)
def test_pagination(number: int, shown: list[str]) -> None:
    """The first page, the last and those near are linked; what is left out is marked."""
    view = index("all", "", *many(CARDS_PER_PAGE * 9), number=number)

    assert shown == _labels(view.pagination.pages)


def test_pagination_addresses() -> None:
    """Page numbers lead to their pages, a gap leads nowhere."""
    pagination = index("all", "", *many(CARDS_PER_PAGE * 9), number=5).pagination

    assert pagination.address == "tiltak/side/5/"
    assert pagination.previous == "tiltak/side/4/"
    assert pagination.next == "tiltak/side/6/"
    assert pagination.pages[0] == TextLink("1", "tiltak/")
    assert pagination.pages[1] == TextLink("…", "")
    assert pagination.pages[-1] == TextLink("9", "tiltak/side/9/")


def test_pagination_of_one_page() -> None:
    """A list on one page leads neither back nor on."""
    pagination = index("all", "", initiative()).pagination

    assert (pagination.previous, pagination.next, pagination.total) == ("", "", 1)


def test_pagination_from_the_second_page() -> None:
    """From the second page, the way back is the list itself."""
    assert index("all", "", *many(CARDS_PER_PAGE * 2), number=2).pagination.previous == "tiltak/"


def test_title_of_a_later_page() -> None:
    """A later page says its number in its title."""
    page = lists(*many(CARDS_PER_PAGE + 1)).page(Job("all", "nb", "", 2))

    assert page.title == "Alle tiltak (2)"


def test_modified() -> None:
    """A list is as new as the newest confirmation or entry in it."""
    old = initiative(slug="a", published="2025-01-01", verified="2026-08-01")
    new = initiative(slug="b", published="2026-06-01")

    assert lists(old, new).page(Job("all", "nb", "", 1)).modified == "2026-08-01"


def test_empty_list() -> None:
    """An empty list is not meant to be found, and nothing on it has a date."""
    page = lists().page(Job("goal", "nb", "4", 1))

    assert not page.indexed
    assert page.modified == ""


def test_facets() -> None:
    """A list tells how its entries spread over goals, sectors, themes and counties."""
    entries = [
        initiative(slug="a", goals=(3, 11), sectors=("skole", "avfall"), themes=("plast",)),
        initiative(slug="b", goals=(11,), sectors=("skole",), place=Place(county="50")),
    ]

    facets = {group.kind: group for group in index("all", "", *entries).facets}

    assert [(goal.tile.number, goal.count) for goal in facets["goal"].goals] == [(3, 1), (11, 2)]
    assert [link.count for link in facets["sector"].links] == [2, 1]
    assert [(link.label, link.count) for link in facets["theme"].links] == [("Plast og forsøpling", 1)]
    assert [link.count for link in facets["county"].links] == [1, 1]
    assert [link.label for link in facets["county"].links] == ["Nordland", "Trøndelag"]


def test_facets_lead_to_searches() -> None:
    """A facet leads to a search for both the list and the value."""
    entries = [initiative(slug="a"), initiative(slug="b")]

    facets = {group.kind: group for group in index("sector", "skole", *entries).facets}

    assert facets["goal"].goals[0].tile.url == "sok/?sector=skole&goal=3"
    assert facets["county"].links[0].url == "sok/?sector=skole&county=nordland"


@pytest.mark.parametrize(
    ("kind", "key", "own"),
    [
        ("goal", "3", "goal"),
        ("sector", "skole", "sector"),
        ("county", "18", "county"),
        ("municipality", "1804", "county"),
    ],
)
def test_no_facet_of_itself(kind: str, key: str, own: str) -> None:
    """A list is not split by what it is about."""
    facets = index(kind, key, initiative(slug="a"), initiative(slug="b")).facets

    assert facets
    assert own not in [group.kind for group in facets]


def test_no_facets_of_one() -> None:
    """A list with one entry cannot be narrowed."""
    assert index("all", "", initiative()).facets == ()


def test_goal() -> None:
    """A goal's page has its tile, its title and its targets, those in use first."""
    view = index("goal", "3", initiative())

    assert view.tile is not None
    assert view.tile.number == 3
    assert view.lead == vocabulary().goals[3].title.nb
    assert view.targets[0].code == "3.6"
    assert [target.count for target in view.targets] == [1] + [0] * 12


def test_goal_without_nynorsk() -> None:
    """A title that is not translated is marked with the language it is in."""
    missing = [number for number, goal in vocabulary().goals.items() if not goal.title.nn]

    assert missing
    assert index("goal", str(missing[0]), language="nn").lead_language == "nb"


def test_target() -> None:
    """A target leads to its goal and to other targets of the goal that are in use."""
    view = index("target", "3.4", initiative())

    assert view.parent is not None
    assert view.parent.url == "barekraftsmal/3/"
    assert [(link.url, link.count) for link in view.nearby] == [("barekraftsmal/3/3-6/", 1)]


def test_county() -> None:
    """A county's page has all its municipalities and its other names."""
    view = index("county", "56", initiative(place=Place(county="56")))

    assert view.names[0].label == "Finnmárku"
    assert len(view.municipalities) == 18
    assert view.search_url == "sok/?county=finnmark"


def test_municipality() -> None:
    """A municipality's page leads to its county, and to no neighbours when it has entries of its own."""
    view = index("municipality", "1804", initiative())

    assert view.parent is not None
    assert (view.parent.label, view.parent.count) == ("Nordland", 1)
    assert view.nearby == ()
    assert _labels(view.trail)[-1] == "Nordland"


def test_empty_municipality() -> None:
    """A municipality without entries leads to its county and to the nearest that have some, nearest first."""
    entries = [initiative(slug="langt", place=Place("0301", "03")), initiative(slug="naert")]

    view = index("municipality", EMPTY_NEIGHBOUR, *entries)

    assert view.cards == ()
    assert view.parent is not None
    assert view.parent.url == "sted/nordland/"
    assert [link.label for link in view.nearby] == ["Bodø", "Oslo"]


def test_few_neighbours() -> None:
    """No more than five neighbours are named."""
    numbers = list(vocabulary().municipalities)[:9]
    entries = [initiative(slug=n, place=Place(n, vocabulary().municipalities[n].county)) for n in numbers]

    assert len(index("municipality", EMPTY_NEIGHBOUR, *entries).nearby) == 5


def test_organisation() -> None:
    """An organisation's page is named as its newest entry writes it."""
    page = lists(initiative(organisation="Eksempel & sønn")).page(
        Job("organisation", "nb", "eksempel-sonn", 1)
    )

    assert page.url == "virksomhet/eksempel-sonn/"
    assert page.title == "Bærekraftstiltak fra Eksempel & sønn"
    assert page.section is Section.ORGANISATIONS


def test_theme_in_english() -> None:
    """A list in another language has its words and addresses."""
    page = lists(initiative(themes=("matsvinn",)), language="en").page(Job("theme", "en", "matsvinn", 1))

    assert page.url == "en/tema/matsvinn/"
    assert "Food waste" in page.title
    assert [alternate.url for alternate in page.alternates] == [
        "tema/matsvinn/",
        "nn/tema/matsvinn/",
        "en/tema/matsvinn/",
    ]
