"""The form's scripts beside what Python says to the same."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from idebank.contribute.likeness import Told, alike, title_words
from idebank.entry_text import entry_text
from idebank.forms.checkdata import place_data
from idebank.rules.names import right_slug
from tests.factories import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.contribute.conftest import Ask

VECTORS: Final = Path(__file__).parent / "vectors"
ENTRY_TEXTS: Final[list[dict[str, Any]]] = yaml.safe_load(
    (VECTORS / "entry_texts.yml").read_text(encoding="utf-8")
)
LIKENESS: Final[dict[str, Any]] = yaml.safe_load((VECTORS / "likeness.yml").read_text(encoding="utf-8"))
PAYLOAD: Final[dict[str, Any]] = yaml.safe_load((VECTORS / "payload.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", ENTRY_TEXTS, ids=lambda case: case["name"])
def test_entry_text(case: dict[str, Any], ask: Ask) -> None:
    """Python and the script write the bytes that the case expects, and the script reads them back."""
    written = ask("entrytext", "its.entryText(given.fields, given.body)", case)
    read = ask("entrytext", "its.parseEntryText(given)", case["text"])

    assert entry_text(case["fields"], case["body"]) == case["text"]
    assert written == case["text"]
    assert read == {"fields": case["fields"], "body": case["body"].strip()}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hei",
        "---\n",
        "---\ntitle: Uten anførselstegn\n---\n",
        "---\ntitle: {\n---\n",
        '---\n a: "1"\n---\n',
    ],
)
def test_what_others_wrote_is_not_read(text: str, ask: Ask) -> None:
    """The script has no YAML reader: it reads its own way of writing only, and says so of others."""
    assert ask("entrytext", "its.parseEntryText(given)", text) is None


@pytest.mark.parametrize("case", PAYLOAD["write"], ids=lambda case: case["name"])
def test_payload(case: dict[str, Any], ask: Ask) -> None:
    """The block in an issue is what Python writes and reads."""
    assert ask("payload", "its.writePayload(given.form, given.text)", case) == case["block"]


@pytest.mark.parametrize(
    "text", ["", "Æøå 🚲 \u2028 «ja»", "a" * 20_000], ids=["nothing", "every sign", "much"]
)
def test_draft_in_an_address(text: str, ask: Ask) -> None:
    """Answers come out of an address as they were put in; only signs that need no care are in it."""
    draft = {"form": "initiative", "text": text}
    written = ask("payload", "its.draftHash(given)", draft)

    assert written.replace("-", "").replace("_", "").removeprefix("#utkast=").isalnum()
    assert ask("payload", "its.readDraftHash(given)", written) == {**draft, "issue": ""}
    assert ask("payload", "its.readDraftHash(given)", f"{written}&innmelding=12") == {**draft, "issue": "12"}


@pytest.mark.parametrize("hash_", ["", "#utkast=", "#utkast=%%", "#utkast=abc", "#utkast=e30", "#skjema"])
def test_no_draft_in_an_address(hash_: str, ask: Ask) -> None:
    """Whatever else stands at the end of an address is no draft, and no mistake."""
    assert ask("payload", "its.readDraftHash(given)", hash_) is None


@pytest.mark.parametrize("vector", LIKENESS["words"], ids=lambda vector: vector["title"])
def test_words(vector: dict[str, Any], ask: Ask) -> None:
    """What is compared of a title."""
    assert ask("like", "[...its.titleWords(given)].sort()", vector["title"]) == sorted(
        title_words(vector["title"])
    )


@pytest.mark.parametrize("case", LIKENESS["cases"], ids=lambda case: case["name"])
def test_alike(case: dict[str, Any], ask: Ask) -> None:
    """Who is named as alike, in which order, by the script and by Python."""
    draft, place = case["draft"], case.get("place", "")
    known = [Told(slug, title, number, frozenset(goals)) for slug, title, number, goals in LIKENESS["known"]]
    told = Told("utkast", draft["title"], draft["municipality"], frozenset(draft["goals"]))
    found = ask(
        "like",
        """its.alike(
          { slug: "utkast", ...given.draft },
          given.known.map(([slug, title, municipality, goals]) => ({ slug, title, municipality, goals })),
          { place: given.place },
        ).map(({ slug }) => slug)""",
        {"draft": draft, "known": LIKENESS["known"], "place": place},
    )

    assert found == case["alike"]
    assert found == [other.slug for other in alike(told, known, place=place)]


@pytest.mark.parametrize(
    "title",
    [
        "Sykkelbuss til skolen",
        "Ærlig økt på Åsen: 2. år!",
        "side",
        "CON",
        "???",
        "",
        "Kárášjohka – en møteplass",
        "et langt navn som ikke blir ferdig med det aller første og heller ikke med det neste",
        "Ordsomeraltforlangttilåværeettordogsomikkeharnoenbindestrekerellermellomromnoesteds",
    ],
)
def test_file_name(title: str, ask: Ask) -> None:
    """The form computes the name that the check asks for."""
    assert ask("filepath", "its.rightSlug(given)", title) == right_slug(title, title=title)


def _misspelt() -> Iterator[str]:
    """Yield names of places with letters left out, doubled, swapped and changed."""
    chance = random.Random(20)  # noqa: S311 - examples, the same each time
    names = [m.name for m in vocabulary().municipalities.values()]
    names += [county.name for county in vocabulary().counties.values()]
    for name in names:
        letters = list(name)
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(letters))
            letters[place : place + 1] = chance.choice(
                [[], letters[place : place + 1] * 2, ["s"], ["å", "e"], [" "]]
            )
            letters = letters or ["x"]
        yield "".join(letters)


def test_the_same_near_misses(ask: Ask) -> None:
    """The script offers the same places in the same order as Python, for hundreds of misspelt names."""
    misspelt, words = list(_misspelt()), vocabulary()
    found = ask(
        "placenames",
        """(() => {
          const places = new its.PlaceNames(given.data);
          const numbers = (list) => list.map(({ number }) => number);
          return given.misspelt.map((name) => [
            places.municipalityNearMisses(name),
            places.countyNearMisses(name),
            numbers(places.municipalitiesCalled(name)),
            numbers(places.countiesCalled(name)),
          ]);
        })()""",
        {"misspelt": misspelt, "data": place_data(words)},
    )

    assert found == [
        [
            list(words.municipality_near_misses(name)),
            list(words.county_near_misses(name)),
            [municipality.number for municipality in words.municipalities_called(name)],
            [county.number for county in words.counties_called(name)],
        ]
        for name in misspelt
    ]


def test_every_name_finds_its_place(ask: Ask) -> None:
    """Every name and number a municipality has or had is known."""
    words = vocabulary()
    names = [
        *(name for m in words.municipalities.values() for name in (m.number, m.name, m.display)),
        *(name for m in words.municipalities.values() for _, name in m.parallel),
        *(name for old in words.former_municipalities for name in old[:2]),
    ]
    found = ask(
        "placenames",
        """(() => {
          const places = new its.PlaceNames(given.data);
          return given.names.map((name) => places.municipalitiesCalled(name).map(({ number }) => number));
        })()""",
        {"names": names, "data": place_data(words)},
    )

    assert found == [[m.number for m in words.municipalities_called(name)] for name in names]
