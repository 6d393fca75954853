"""Which feed follows a search, as the script works it out from the list that the build writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.build.feeds import feed_list
from idebank.views.following import followed
from tests.contribute.scripts import in_node
from tests.factories import initiative
from tests.views.shelves import catalog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FEEDS: Final = json.loads(feed_list(followed(catalog(initiative(goals=(12,), sectors=("skole",))))))
CALL: Final = """await load("search/follow").then(({ follow }) => {
  const [feeds, query, chosen] = given;
  return follow(feeds, { query, choices: new Map(Object.entries(chosen)) });
})"""


@pytest.fixture(scope="module")
def follow() -> Iterator[Callable[..., dict[str, Any]]]:
    """Return the script's answer to words and choices by facet."""
    with in_node() as answers:

        def answer(query: str = "", **chosen: list[str]) -> dict[str, Any]:
            found: dict[str, Any] = answers(CALL, [FEEDS, query, chosen])
            return found

        yield answer


@pytest.mark.parametrize(
    ("chosen", "address"),
    [
        ({}, "feed.xml"),
        ({"goal": ["12"]}, "barekraftsmal/12/feed.xml"),
        ({"goal": ["14"]}, "barekraftsmal/14/feed.xml"),
        ({"sector": ["skole"]}, "sektor/skole/feed.xml"),
        ({"county": ["nordland"]}, "sted/nordland/feed.xml"),
        ({"kind": ["need"]}, "etterlyst/feed.xml"),
        ({"sector": ["skole"], "goal": ["12"]}, "sok/feed/goal-12.sector-skole.xml"),
        ({"sector": ["skole"], "county": ["nordland"]}, "sok/feed/county-nordland.sector-skole.xml"),
    ],
)
def test_followed_wholly(follow: Callable[..., dict[str, Any]], chosen: Any, address: str) -> None:
    """A search that a feed is made for is followed, and nothing is disregarded."""
    assert follow(**chosen) == {"address": address, "kept": sorted(chosen), "dropped": []}


@pytest.mark.parametrize(
    ("query", "chosen", "address", "dropped"),
    [
        ("matsvinn", {}, "feed.xml", ["q"]),
        ("matsvinn", {"goal": ["12"]}, "barekraftsmal/12/feed.xml", ["q"]),
        ("", {"theme": ["plast"], "goal": ["12"]}, "barekraftsmal/12/feed.xml", ["theme"]),
        ("", {"goal": ["12", "13"]}, "feed.xml", ["goal"]),
        ("", {"goal": ["12", "13"], "sector": ["skole"]}, "sektor/skole/feed.xml", ["goal"]),
        ("", {"kind": ["method"]}, "feed.xml", ["kind"]),
        ("", {"goal": ["14"], "sector": ["skole"]}, "barekraftsmal/14/feed.xml", ["sector"]),
        (
            "",
            {"goal": ["12"], "sector": ["skole"], "county": ["nordland"]},
            "sok/feed/county-nordland.goal-12.xml",
            ["sector"],
        ),
    ],
)
def test_nearest(
    follow: Callable[..., dict[str, Any]], query: str, chosen: Any, address: str, dropped: list[str]
) -> None:
    """Any other search is followed by the feed that disregards least, and it is said what that is."""
    answer = follow(query, **chosen)

    assert (answer["address"], answer["dropped"]) == (address, dropped)
