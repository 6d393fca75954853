"""A profile is data: one YAML file in a bank of its own brings questions, facets and a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

from idebank.cli import main
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    from pathlib import Path

SFO: Final = """\
label: {nb: "SFO", nn: "SFO", en: "After-school care"}
help: {nb: "Det en SFO vil vite.", nn: "Det ein SFO vil vite.", en: "What after-school care wants to know."}
heading: {nb: "For SFO-en", nn: "For SFO-en", en: "For after-school care"}
sectors: [skole]
sheets: true
landing:
  lead: {nb: "Idéer for ettermiddagen.", nn: "Idear for ettermiddagen.", en: "Ideas for the afternoon."}
  week: true
  browse: [place]
  shelves:
    outside:
      title: {nb: "Ut på tur", nn: "Ut på tur", en: "Out and about"}
      where: {sfo.place: [forest]}
questions:
  place:
    label: {nb: "Hvor", nn: "Kvar", en: "Where"}
    help: {nb: "Hvor det foregår.", nn: "Kvar det går føre seg.", en: "Where it takes place."}
    type: choice
    choices:
      - {id: forest, nb: "I skogen", nn: "I skogen", en: "In the forest"}
      - {id: gym, nb: "I gymsalen", nn: "I gymsalen", en: "In the gym"}
    facet: true
  snack:
    label: {nb: "Mellommåltid", nn: "Mellommåltid", en: "Snack"}
    help: {nb: "Hva barna spiser.", nn: "Kva barna et.", en: "What the children eat."}
    type: text
"""
CONFIG: Final = "site_name: Bank\ndocs_dir: content/pages\ntheme: material\nplugins: [idebank]\n"
ANSWERS: Final = "\n  place: forest\n  snack: Knekkebrød"


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a bank with the profile and one entry that answers it."""
    files = {
        "mkdocs.yml": CONFIG,
        "content/pages/nb/om.md": "# Om\n",
        "schema/profiles/sfo.yml": SFO,
        PATH: entry_text(sfo=ANSWERS),
    }
    return write_bank(tmp_path_factory.mktemp("sfo"), files)


@pytest.fixture(scope="module")
def built(bank: Path) -> Path:
    """Return the bank's site."""
    _run("build", "-f", str(bank / "mkdocs.yml"), "--quiet")
    return bank / "site"


def _html(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_the_check_knows_it(bank: Path) -> None:
    """Its field is one of an initiative's, with its closed list."""
    assert "ingen feil" in _run("check", "--root", str(bank))


def test_a_wrong_answer_is_explained(tmp_path: Path) -> None:
    """An answer that is not on the list is a mistake with its place, like any other."""
    root = write_bank(
        tmp_path, {"schema/profiles/sfo.yml": SFO, PATH: entry_text(sfo="\n  place: skogen i nord")}
    )

    result = CliRunner().invoke(main, ["check", "--root", str(root)])

    assert result.exit_code == 1
    assert "[unknown-value]" in result.output
    assert "skogen i nord" in result.output


def test_its_questions_are_asked(built: Path) -> None:
    """Its page asks its questions, each with its help, in the reader's language."""
    assert "<dt>Kvar</dt><dd>Kvar det går føre seg.</dd>" in _html(built, "nn/sektor/skole")
    assert "<dt>Snack</dt><dd>What the children eat.</dd>" in _html(built, "en/sektor/skole")


def test_its_questions_stand_in_the_form(built: Path) -> None:
    """The form asks them, each by its own words, where the sector is chosen."""
    form = _html(built, "nn/bidra")

    assert 'data-section="sfo"' in form
    assert 'data-sectors="skole"' in form
    assert 'data-field="sfo.place"' in form
    assert "Kvar det går føre seg." in form


def test_its_page_has_shelves_and_ways_in(built: Path) -> None:
    """Its landing has the idea of the week, the shelf and the ways in that the file asks for."""
    page = _html(built, "sektor/skole")

    assert "Idéer for ettermiddagen." in page
    assert "Ukas idé" in page
    assert "Ut på tur" in page
    assert "sok/?sfo-place=forest" in page


def test_its_facets_narrow_the_search(built: Path) -> None:
    """The search page has its facet, and the entry carries the value."""
    search = _html(built, "sok")

    assert 'data-facet="sfo-place"' in search
    assert 'name="sfo-place" value="forest"' in search
    assert "gym" not in search  # nobody has chosen it
    (facet,) = built.glob("sok/data/*/facets/sfo-place.json")
    assert list(json.loads(facet.read_text(encoding="utf-8"))) == ["forest"]


def test_its_answers_are_shown(built: Path) -> None:
    """The entry's page has a section of its own, and the sheet for the wall."""
    page = _html(built, "tiltak/sykkelbuss-bodo")

    assert "For SFO-en" in page
    assert "Knekkebrød" in page
    assert (built / "tiltak/sykkelbuss-bodo/plakat/index.html").is_file()
