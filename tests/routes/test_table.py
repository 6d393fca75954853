"""Every address is made and read by one table."""

from __future__ import annotations

import pytest

from idebank.kinds import KINDS
from idebank.routes import TABLE, Role, by_language, located, page_of_list, prefix, route, with_query
from idebank.vocabulary import LANGUAGES

MADE = [
    (name, language)
    for name, row in TABLE.items()
    for language in ((LANGUAGES[0],) if row.once else LANGUAGES)
]


def _parts(name: str) -> dict[str, str]:
    return {part: f"en-{part}-7" for part in TABLE[name].parts}


@pytest.mark.parametrize(("name", "language"), MADE)
def test_what_is_made_is_read(name: str, language: str) -> None:
    """An address says which route, language and parts it was made of."""
    row, parts = TABLE[name], _parts(name)

    found = located(route(name, language, **parts))

    assert found is not None
    assert (name, "" if row.once else language, parts, 1) == (
        found.route.name,
        found.language,
        found.parts,
        found.number,
    )


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row.role is Role.LIST])
def test_further_pages_are_read(name: str) -> None:
    """A list's further pages say which one they are."""
    found = located(page_of_list(route(name, "en", **_parts(name)), 12))

    assert found is not None
    assert (found.route.name, found.parts, found.number) == (name, _parts(name), 12)


@pytest.mark.parametrize(
    "address",
    [
        "finnes-ikke/",
        "tiltak",
        "tiltak/side/1/",
        "tiltak/side/02/",
        "nn/tiltak/sykkelbuss/",
        "se/tiltak/",
        "oversikt/side/2/",
        "tiltak/a/b/c/",
        "/tiltak/",
        "tiltak//",
        "nn/nn/tiltak/",
        "nb/tiltak/",
    ],
)
def test_what_leads_nowhere(address: str) -> None:
    """No route is read from what the table would not write."""
    assert located(address) is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("tiltak/mest-brukt/", "most_reused"),
        ("tiltak/feed.xml", "initiatives_feed"),
        ("sted/nordland/tavle/", "county_board"),
        ("sektor/skole/gevinster/", "gains"),
        ("dokumenter/til-bruk/", "document_templates"),
        ("bidra/regler/", "rules"),
        ("arrangement/serie/fredag/nytt/", "series_news"),
        ("sok/feed/feeds.json", "feed_list"),
        ("bidra/data/places.json", "place_names"),
        ("en/", "front"),
        ("", "front"),
    ],
)
def test_what_an_address_says_itself_comes_first(address: str, name: str) -> None:
    """Where a part that is open and one that is written both fit, the written one is meant."""
    found = located(address)

    assert found is not None
    assert name == found.route.name


@pytest.mark.parametrize(
    ("name", "language", "parts"),
    [
        ("tiltak", "nb", {}),
        ("goals", "", {}),
        ("goals", "se", {}),
        ("goal", "nb", {}),
        ("goal", "nb", {"number": 7}),
        ("goal", "nb", {"goal": 7, "number": 7}),
        ("form", "nb", {}),
        ("form", "nb", {"id": "need"}),
        ("goals", "nb", {"goal": 7}),
    ],
)
def test_what_cannot_be_made(name: str, language: str, parts: dict[str, str | int]) -> None:
    """An unknown route or language, a part too few or too many: nothing is made of it."""
    with pytest.raises(LookupError, match=f"no route '{name}'"):
        route(name, language, **parts)


def test_names_of_forms() -> None:
    """A form goes by a Norwegian word in its address, and one that a bank adds by its own name."""
    assert route("form", "nn", form="need") == "nn/bidra/etterlyst/"
    assert route("form", "nn", form="sak") == "nn/bidra/sak/"


def test_one_for_all_languages() -> None:
    """What there is only one of lies at the root, whoever asks."""
    assert {route("need", language, slug="sykler") for language in ("", *LANGUAGES)} == {"etterlyst/sykler/"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_routes(kind: str) -> None:
    """An entry's route is called as its kind, and that of all of them as the kind's folder."""
    row = TABLE[kind]

    assert (row.role, row.once, row.parts) == (Role.ENTRY, True, ("slug",))
    assert route(KINDS[kind].folder, "nb") == f"{KINDS[kind].address}/"


def test_only_kinds_have_entries() -> None:
    """No route claims to be an entry's that is no kind's."""
    assert {name for name, row in TABLE.items() if row.role is Role.ENTRY} == set(KINDS)


def test_no_two_routes_are_the_same() -> None:
    """An address belongs to one route only."""
    assert len({row.pattern for row in TABLE.values()}) == len(TABLE)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("nn/tiltak/", ("nn", "tiltak/")),
        ("en/", ("en", "")),
        ("tiltak/", ("nb", "tiltak/")),
        ("", ("nb", "")),
        ("nynorsk/", ("nb", "nynorsk/")),
        ("en", ("nb", "en")),
    ],
)
def test_language_of_an_address(address: str, expected: tuple[str, str]) -> None:
    """An address begins with its language, but for bokmål."""
    assert expected == by_language(address)


@pytest.mark.parametrize(("language", "expected"), [("nb", ""), ("nn", "nn/"), ("en", "en/")])
def test_prefix(language: str, expected: str) -> None:
    """Bokmål lies at the root, the other languages in folders of their own."""
    assert expected == prefix(language)


def test_query() -> None:
    """An address carries words and values, written so that nothing is lost."""
    assert with_query("sok/", q="mat & drikke", goal=12) == "sok/?q=mat+%26+drikke&goal=12"
    assert with_query("min-liste/", tiltak=["a", "b"]) == "min-liste/?tiltak=a,b"
    assert with_query("sok/", q="a,b") == "sok/?q=a%2Cb"
    assert with_query("sok/") == "sok/"


@pytest.mark.parametrize(("number", "url"), [(1, "tiltak/"), (2, "tiltak/side/2/")])
def test_page_of_list(number: int, url: str) -> None:
    """The first page of a list is the list."""
    assert url == page_of_list("tiltak/", number)
