"""The form's scripts beside what Python says to the same."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from idebank.entry_text import entry_text
from idebank.forms.checkdata import place_data
from tests.factories import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ENTRY_TEXTS: Final[list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "vectors" / "entry_texts.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", ENTRY_TEXTS, ids=lambda case: case["name"])
def test_entry_text(case: dict[str, Any]) -> None:
    """Python writes the bytes that the case expects."""
    assert entry_text(case["fields"], case["body"]) == case["text"]


@pytest.mark.browser
@pytest.mark.parametrize("case", ENTRY_TEXTS, ids=lambda case: case["name"])
def test_entry_text_in_browser(case: dict[str, Any], script_page: Page) -> None:
    """The script writes the same bytes, and reads them back."""
    text, read = script_page.evaluate(
        """async ({ fields, body }) => {
          const { entryText, parseEntryText } = await import("/contribute/entrytext.js");
          const text = entryText(fields, body);
          return [text, parseEntryText(text)];
        }""",
        case,
    )

    assert text == case["text"]
    assert read == {"fields": case["fields"], "body": case["body"].strip()}


@pytest.mark.browser
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
def test_what_others_wrote_is_not_read(text: str, script_page: Page) -> None:
    """The script has no YAML reader: it reads its own way of writing only, and says so of others."""
    read = script_page.evaluate(
        'async (text) => (await import("/contribute/entrytext.js")).parseEntryText(text)', text
    )

    assert read is None


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


@pytest.mark.browser
def test_the_same_near_misses(script_page: Page) -> None:
    """The script offers the same places in the same order as Python, for hundreds of misspelt names."""
    misspelt = list(_misspelt())
    found = script_page.evaluate(
        """async ({ misspelt, data }) => {
          const { PlaceNames } = await import("/contribute/placenames.js");
          const places = new PlaceNames(data);
          const numbers = (list) => list.map(({ number }) => number);
          return misspelt.map((name) => [
            places.municipalityNearMisses(name),
            places.countyNearMisses(name),
            numbers(places.municipalitiesCalled(name)),
            numbers(places.countiesCalled(name)),
          ]);
        }""",
        {"misspelt": misspelt, "data": place_data(vocabulary())},
    )
    words = vocabulary()

    assert found == [
        [
            list(words.municipality_near_misses(name)),
            list(words.county_near_misses(name)),
            [municipality.number for municipality in words.municipalities_called(name)],
            [county.number for county in words.counties_called(name)],
        ]
        for name in misspelt
    ]


@pytest.mark.browser
def test_every_name_finds_its_place(script_page: Page) -> None:
    """Every name and number a municipality has or had is known."""
    names = [
        *(name for m in vocabulary().municipalities.values() for name in (m.number, m.name, m.display)),
        *(name for m in vocabulary().municipalities.values() for _, name in m.parallel),
        *(name for old in vocabulary().former_municipalities for name in old[:2]),
    ]
    found = script_page.evaluate(
        """async ({ names, data }) => {
          const { PlaceNames } = await import("/contribute/placenames.js");
          const places = new PlaceNames(data);
          return names.map((name) => places.municipalitiesCalled(name).map(({ number }) => number));
        }""",
        {"names": names, "data": place_data(vocabulary())},
    )

    assert found == [[m.number for m in vocabulary().municipalities_called(name)] for name in names]
