"""Pages above the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.model import Period, Place, Result
from idebank.slugs import norwegian_order
from idebank.views.desk import Job
from idebank.views.hubs import featured_entries
from idebank.views.records import FrontView, HubView, NotFoundView, SearchView
from tests.factories import initiative, vocabulary
from tests.views.shelves import hubs, many

if TYPE_CHECKING:
    from idebank.model import Initiative

BANK = (
    initiative(slug="a", sectors=("skole", "avfall"), goals=(3, 11), themes=("plast",), organisation="Ås"),
    initiative(
        slug="b", sectors=("skole",), goals=(11,), targets=(), place=Place(county="50"), organisation="Vest"
    ),
    initiative(slug="c", sectors=("museum",), goals=(4,), targets=(), place=Place(), organisation="Østby"),
)


def _hub(kind: str) -> HubView:
    view = hubs(*BANK).page(Job(kind, "nb")).view
    assert isinstance(view, HubView)
    return view


def _front(*entries: Initiative) -> FrontView:
    view = hubs(*entries).page(Job("front", "nb")).view
    assert isinstance(view, FrontView)
    return view


def _search(*entries: Initiative) -> SearchView:
    view = hubs(*entries).page(Job("search", "nb")).view
    assert isinstance(view, SearchView)
    return view


def test_front_figures() -> None:
    """The front page counts what there is."""
    view = _front(*BANK)

    assert (view.total, view.organisations, view.municipalities, view.municipalities_in_all) == (3, 3, 1, 357)


def test_front_newest_without_featured() -> None:
    """What is featured is not shown again among the newest, of which there are six."""
    view = _front(*many(9))

    featured = {card.slug for card in view.featured}
    assert len(featured) == 1
    assert len(view.newest) == 6
    assert featured.isdisjoint(card.slug for card in view.newest)


def test_front_sectors() -> None:
    """The front page leads to the sectors with most entries first."""
    assert _front(*BANK).sectors[0].url == "sektor/skole/"
    assert len(_front(*BANK).sectors) == 3


def test_front_examples() -> None:
    """Example searches are themes that something is found for."""
    assert [link.label for link in _front(*BANK).example_searches] == ["Plast og forsøpling"]


def test_featured_differ() -> None:
    """Featured entries differ in sector and in county."""
    same_sector = initiative(slug="x", sectors=("museum",), place=Place(county="03"))
    same_county = initiative(slug="y", sectors=("bolig",), place=Place("1804", "18"))

    chosen = featured_entries([*BANK, same_sector, same_county])

    assert [entry.slug for entry in chosen] == ["a", "c"]


def test_featured_tell_most() -> None:
    """What tells most comes first: depth, then results, then a picture, then the address."""
    deep = initiative(slug="z", themes=("plast",), place=Place(county="03"), sectors=("bolig",))
    results = initiative(slug="y", results=(Result("Avfall", "measured", value="1"),), sectors=("avfall",))
    plain = initiative(slug="x", place=Place(county="50"))

    assert [entry.slug for entry in featured_entries([plain, results, deep])] == ["z", "y", "x"]


def test_featured_are_three() -> None:
    """There are never more than three."""
    counties = list(vocabulary().counties)
    sectors = list(vocabulary().terms["sectors"])
    entries = [
        initiative(slug=f"e{n}", place=Place(county=counties[n]), sectors=(sectors[n],)) for n in range(6)
    ]

    assert len(featured_entries(entries)) == 3


@pytest.mark.parametrize("kind", ["sectors", "themes", "places"])
def test_hubs_are_whole(kind: str) -> None:
    """A hub leads to everything of its kind, with or without entries."""
    counts = {"sectors": 26, "themes": len(vocabulary().terms["themes"]), "places": 15}

    assert counts[kind] == sum(len(group.links) for group in _hub(kind).groups)


def test_goals_hub() -> None:
    """The goals' hub has the seventeen tiles."""
    assert [goal.tile.number for goal in _hub("goals").goals] == list(range(1, 18))


def test_organisations_hub() -> None:
    """Organisations stand under their first letter, in Norwegian order."""
    assert [
        (group.heading, [link.label for link in group.links]) for group in _hub("organisations").groups
    ] == [
        ("V", ["Vest"]),
        ("Ø", ["Østby"]),
        ("Å", ["Ås"]),
    ]


def test_norwegian_order() -> None:
    """Æ, ø and å come last, in this order; case does not matter."""
    names = ["Ås", "Øst", "Ære", "zoo", "Alta", "bodø"]

    assert sorted(names, key=norwegian_order) == ["Alta", "bodø", "zoo", "Ære", "Øst", "Ås"]


def test_search_facets() -> None:
    """The search offers only what it finds something for, with the number in the whole bank."""
    facets = {
        facet.name: {value.id: value.count for value in facet.values} for facet in _search(*BANK).facets
    }

    assert facets == {
        "goal": {"3": 1, "4": 1, "11": 2},
        "target": {"3.6": 1},
        "sector": {"avfall": 1, "museum": 1, "skole": 2},
        "theme": {"plast": 1},
        "county": {"nordland": 1, "trondelag": 1},
        "municipality": {"1804": 1},
        "organisation_type": {"municipality": 3},
        "phase": {"running": 3},
        "depth": {"1": 2, "2": 1},
        "language": {"nb": 3},
    }


def test_search_start_years() -> None:
    """The search narrows by the year that initiatives began in, the latest first."""
    bank = [
        initiative(slug=slug, period=Period(start=start))
        for slug, start in (("a", "2019"), ("b", "2023-05"), ("c", "2019-01-31"), ("d", None))
    ]
    [facet] = [facet for facet in _search(*bank).facets if facet.name == "started"]

    assert [(value.id, value.count) for value in facet.values] == [("2023", 1), ("2019", 2)]


def test_search_ways() -> None:
    """The search leads to the lists, for those who get no further."""
    assert [way.url for way in _search().ways] == [
        "tiltak/",
        "barekraftsmal/",
        "sektor/",
        "tema/",
        "sted/",
        "virksomhet/",
        "kart/",
        "oversikt/",
    ]


def test_not_found() -> None:
    """The page for a wrong address has ways on, and is itself not to be found."""
    page = hubs().page(Job("not_found", "nb"))

    assert isinstance(page.view, NotFoundView)
    assert page.view.ways
    assert (page.url, page.indexed, page.alternates) == ("404.html", False, ())


def test_empty_bank() -> None:
    """A bank without entries has its front page."""
    assert _front().featured == ()
