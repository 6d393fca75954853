"""The closed lists: complete, unambiguous where they can be, and kind to those who misspell."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from idebank.resources import schema_folder
from idebank.slugs import slugify
from idebank.vocabulary import LANGUAGES, Labels, load_vocabulary, near_misses
from tests.factories import vocabulary

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LISTS: Final = sorted(vocabulary().terms)


def _municipalities(text: str) -> list[str]:
    return [municipality.display for municipality in vocabulary().municipalities_called(text)]


def _counties(text: str) -> list[str]:
    return [county.name for county in vocabulary().counties_called(text)]


@pytest.mark.parametrize(
    ("count", "name"), [(17, "goals"), (169, "targets"), (357, "municipalities"), (15, "counties")]
)
def test_numbers(count: int, name: str) -> None:
    """The lists from public sources are whole."""
    assert count == len(getattr(vocabulary(), name))


def test_sectors() -> None:
    """There are 26 sectors, and those that are often forgotten are sectors of their own."""
    sectors = vocabulary().terms["sectors"]

    assert len(sectors) == 26
    assert {"bibliotek", "videregaende", "museum"} <= set(sectors)


def test_unknown_phase() -> None:
    """A phase that nobody knows can be said."""
    assert "unknown" in vocabulary().terms["phases"]


def test_every_county_has_municipalities() -> None:
    """Each municipality lies in a county, and each county has some."""
    assert {m.county for m in vocabulary().municipalities.values()} == set(vocabulary().counties)


def test_numbers_of_municipalities() -> None:
    """A municipality's number begins with its county's."""
    assert [m.number for m in vocabulary().municipalities.values() if m.number[:2] != m.county] == []


def test_municipality_by_number() -> None:
    """Each municipality is found by its number."""
    for number, municipality in vocabulary().municipalities.items():
        assert vocabulary().municipalities_called(number) == (municipality,)


def test_municipality_by_display_name() -> None:
    """Each municipality is found, alone, by its unique name."""
    for municipality in vocabulary().municipalities.values():
        assert vocabulary().municipalities_called(municipality.display) == (municipality,)


def test_municipality_by_name() -> None:
    """Each municipality is found by its plain name, with and without the word «kommune»."""
    for municipality in vocabulary().municipalities.values():
        assert municipality in vocabulary().municipalities_called(municipality.name)
        assert municipality in vocabulary().municipalities_called(f"{municipality.name} kommune")


def test_municipality_by_parallel_name() -> None:
    """Each municipality is found by each of its Sámi and Kven names."""
    names = [(name, m) for m in vocabulary().municipalities.values() for _, name in m.parallel]

    assert names
    for name, municipality in names:
        assert municipality in vocabulary().municipalities_called(name)


def test_municipality_by_name_and_county() -> None:
    """Each municipality is found, alone, by its name and its county's."""
    for municipality in vocabulary().municipalities.values():
        county = vocabulary().counties[municipality.county]
        assert vocabulary().municipalities_called(f"{municipality.name} ({county.name})") == (municipality,)


def test_former_municipalities() -> None:
    """Each former number leads on to municipalities of today."""
    former = {number for number, _, _ in vocabulary().former_municipalities}

    assert len(former) > 400
    for number in former:
        assert vocabulary().municipalities_called(number)


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("0602", ["Drammen"]),
        ("Vågsøy", ["Kinn"]),
        ("Sandefjord", ["Sandefjord"]),
        ("Stokke", ["Tønsberg", "Sandefjord"]),
        ("Snillfjord", ["Heim", "Hitra", "Orkland"]),
        ("Tysfjord", ["Narvik", "Hamarøy"]),
        ("Divtasvuodna", ["Narvik", "Hamarøy"]),
    ],
)
def test_former_municipality(former: str, today: list[str]) -> None:
    """A former municipality leads to its successor, one that was split to all of them."""
    assert sorted(today) == sorted(_municipalities(former))


@pytest.mark.parametrize("name", ["Herøy", "Våler"])
def test_two_of_one_name(name: str) -> None:
    """Two municipalities of one name are both meant."""
    assert len(_municipalities(name)) == 2


@pytest.mark.parametrize("text", ["BODØ", "bodø kommune", "  Bodø ", "1804", "Bodø (Nordland)"])
def test_ways_to_write(text: str) -> None:
    """Case, space and the word «kommune» do not matter."""
    assert _municipalities(text) == ["Bodø"]


@pytest.mark.parametrize("text", ["", "Atlantis", "9999", "Viken"])
def test_unknown_municipality(text: str) -> None:
    """What is no municipality is none."""
    assert _municipalities(text) == []


@pytest.mark.parametrize(
    ("text", "counties"),
    [
        ("18", ["Nordland"]),
        ("Nordland fylkeskommune", ["Nordland"]),
        ("Finnmárku", ["Finnmark"]),
        ("Viken", ["Østfold", "Akershus", "Buskerud"]),
        ("Hordaland", ["Vestland"]),
        ("Troms og Finnmark", ["Troms", "Finnmark"]),
        ("Bodø", []),
    ],
)
def test_counties_called(text: str, counties: list[str]) -> None:
    """A county is found by number and by any of its names, a former one by those that came after."""
    assert sorted(counties) == sorted(_counties(text))


def test_every_county_by_name() -> None:
    """Each county is found by its own and its parallel names."""
    for county in vocabulary().counties.values():
        for name in (county.number, county.name, *(name for _, name in county.parallel)):
            assert vocabulary().counties_called(name) == (county,)


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("Sandness", "Sandnes"),
        ("Trondhjem", "Trondheim"),
        ("Stavagner", "Stavanger"),
        ("Kristiandsand", "Kristiansand"),
        ("Gjøvikk", "Gjøvik"),
        ("Lillehamer", "Lillehammer"),
    ],
)
def test_municipality_near_misses(misspelt: str, meant: str) -> None:
    """The municipality that was meant comes first."""
    assert vocabulary().municipality_near_misses(misspelt)[0] == meant


def test_municipality_near_misses_are_few() -> None:
    """At most three are offered, each once."""
    found = vocabulary().municipality_near_misses("Nes")

    assert len(found) == len(set(found)) <= 3


@pytest.mark.parametrize("text", ["Atlantis by the sea", ""])
def test_no_near_miss(text: str) -> None:
    """Nothing is offered that is spelt differently altogether."""
    assert vocabulary().municipality_near_misses(text) == ()


@pytest.mark.parametrize(("misspelt", "meant"), [("Trønderlag", "Trøndelag"), ("Vestlandet", "Vestland")])
def test_county_near_misses(misspelt: str, meant: str) -> None:
    """The county that was meant comes first."""
    assert vocabulary().county_near_misses(misspelt)[0] == meant


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("phases", "i drift", "running"),
        ("phases", "Avslutta", "completed"),
        ("sectors", "skule", "skole"),
        ("sectors", "barnehager", "barnehage"),
        ("themes", "Food waste", "matsvinn"),
        ("themes", "søppel", "avfall"),
    ],
)
def test_term_near_misses(name: str, text: str, meant: str) -> None:
    """A term is found by its label in any language, by an alias and by what looks like its id."""
    assert vocabulary().term_near_misses(name, text)[0] == meant


def test_near_misses_in_alphabetical_order() -> None:
    """Of candidates that are equally near, the first in the alphabet comes first, whatever their order."""
    assert near_misses("ab", ["abd", "abc"]) == near_misses("ab", ["abc", "abd"]) == ("abc", "abd")


def test_slugs_of_counties_are_unique() -> None:
    """No two counties share an address."""
    slugs = [county.slug for county in vocabulary().counties.values()]

    assert len(slugs) == len(set(slugs))


def test_slugs_of_municipalities_are_unique() -> None:
    """No two municipalities of a county share an address."""
    slugs = [(m.county, m.slug) for m in vocabulary().municipalities.values()]

    assert len(slugs) == len(set(slugs))


def test_slugs_of_targets() -> None:
    """A target's address part is its code with a hyphen."""
    assert [t.slug for t in vocabulary().targets.values()] == [slugify(code) for code in vocabulary().targets]


@pytest.mark.parametrize("name", LISTS)
def test_ids(name: str) -> None:
    """An id is an address part, since pages are named by it."""
    assert [
        id_ for id_ in vocabulary().terms[name] if not SLUG.fullmatch(id_.lower().replace(".", "-"))
    ] == []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_labels(name: str, language: str) -> None:
    """Each term has a label in each language, and no two terms of a list share one."""
    labels = [getattr(term.labels, language) for term in vocabulary().terms[name].values()]

    assert all(labels)
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_goals_in_each_language(language: str) -> None:
    """Each goal has a name in each language; its title falls back on bokmål."""
    assert all(getattr(goal.short, language) for goal in vocabulary().goals.values())
    assert all(goal.title.text(language) for goal in vocabulary().goals.values())


@pytest.mark.parametrize("language", ["nb", "en"])
def test_targets_in_each_language(language: str) -> None:
    """Each target has a wording in bokmål and English."""
    assert all(getattr(target.title, language) for target in vocabulary().targets.values())


def test_targets_of_goals() -> None:
    """Each target is one of its own goal's."""
    assert [t.code for t in vocabulary().targets.values() if t.code.split(".")[0] != str(t.goal)] == []


def test_goal_colours() -> None:
    """A goal's text is readable on its colour: contrast 3 at least, as large text needs."""
    for goal in vocabulary().goals.values():
        light, dark = sorted((_luminance(goal.colour), _luminance(goal.text_colour)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3


def test_sector_icons() -> None:
    """Each sector's icon is one of Material's."""
    material = find_spec("material")
    assert material is not None
    assert material.origin is not None
    icons = Path(material.origin).parent / "templates" / ".icons"

    missing = [
        term.icon
        for term in vocabulary().terms["sectors"].values()
        if not (icons / f"{term.icon}.svg").is_file()
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("language", "text"), [("nb", "Hage"), ("nn", "Hage"), ("en", "Garden"), ("se", "Hage")]
)
def test_label_in_a_language(language: str, text: str) -> None:
    """A label that is not translated is given in bokmål."""
    assert text == Labels("Hage", "", "Garden").text(language)


@pytest.mark.parametrize(("language", "real"), [("nb", "nb"), ("nn", "nb"), ("en", "en"), ("se", "nb")])
def test_language_of_a_label(language: str, real: str) -> None:
    """A label says which language it is really in."""
    assert real == Labels("Hage", "", "Garden").language(language)


def test_unknown_term() -> None:
    """A term that does not exist is an error."""
    with pytest.raises(KeyError):
        vocabulary().term("themes", "finnes-ikke")


def test_missing_list(tmp_path: Path) -> None:
    """A vocabulary that lacks a list cannot be read."""
    (tmp_path / "former_counties.yml").write_bytes(
        (schema_folder() / "vocabulary/former_counties.yml").read_bytes()
    )

    with pytest.raises(OSError, match="sectors"):
        load_vocabulary(tmp_path)


def _luminance(colour: str) -> float:
    """Return a colour's relative luminance, as WCAG defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_what_adds_up() -> None:
    """Every unit of a measure has spellings of its own; shares and people have no sum."""
    measures = vocabulary().terms["measures"]
    summed = {id_: term.adds_up for id_, term in measures.items() if term.adds_up}

    assert summed["money-saved"].of_reduction is False
    assert summed["greenhouse-gas"].of_reduction is True
    assert not {"sorted-share", "food-waste-change", "sick-leave", "participants"} & set(summed)
    for addition in summed.values():
        spellings = [spelling.casefold() for unit in addition.units for spelling in unit]
        assert len(set(spellings)) == len(spellings) > 0
        assert not any("prosent" in spelling or "%" in spelling for spelling in spellings)
