"""Profiles as data, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.profiles import BrokenProfileError, load_profiles
from tests.factories import profiles, vocabulary

if TYPE_CHECKING:
    from pathlib import Path

LABEL = '{nb: "A", nn: "A", en: "A"}'
HEAD = f"label: {LABEL}\nhelp: {LABEL}\nheading: {LABEL}\nsectors: [skole]\n"
QUESTION = f"questions:\n  where:\n    label: {LABEL}\n    help: {LABEL}\n    type: "
REGISTER = f"register: {{slug: a, title: {LABEL}, lead: {LABEL}, by: where, group: "


def _load(folder: Path, text: str) -> None:
    (folder / "own.yml").write_text(text, encoding="utf-8")
    load_profiles(folder)


def test_real_profiles() -> None:
    """There are profiles for kindergartens, libraries, schools and procurement."""
    assert {"kindergarten", "library", "procurement", "school"} <= profiles().by_id.keys()


def test_every_closed_list_exists() -> None:
    """Each choice of a real profile has its list, and each sector its page."""
    terms = {**vocabulary().terms, **profiles().terms}
    for profile in profiles().by_id.values():
        for question in profile.questions:
            for asked in (question, *question.questions):
                assert not asked.vocabulary or asked.vocabulary in terms, (profile.id, asked.name)
        assert set(profile.sectors) <= vocabulary().terms["sectors"].keys()


def test_landings_name_known_questions() -> None:
    """What a landing browses is a facet, and what a shelf wants is a field or question of the profile."""
    for profile in profiles().by_id.values():
        facets = {question.name for question in profile.facets}
        names = {f"{profile.id}.{question.name}" for question in profile.questions}
        for landing in filter(None, [profile.landing]):
            assert set(landing.browse) <= facets
            for shelf in landing.shelves:
                assert {field for field in shelf.where if "." in field} <= names


def test_a_later_folder_replaces(tmp_path: Path) -> None:
    """A bank's own profile takes the place of ours with its name."""
    ours, own = tmp_path / "ours", tmp_path / "own"
    for folder, heading in ((ours, "Vår"), (own, "Egen")):
        folder.mkdir()
        text = HEAD.replace(f"heading: {LABEL}", f'heading: {{nb: "{heading}", nn: "", en: ""}}')
        (folder / "a.yml").write_text(text, encoding="utf-8")

    assert load_profiles(ours, own).by_id["a"].heading.nb == "Egen"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n", "holds no fields"),
        (f"{HEAD}colour: red\n", "does not know colour"),
        (HEAD.replace("help:", "aliases: [a]\nhelpful:"), "does not know helpful"),
        (HEAD.replace(LABEL, '{nb: "A"}', 1), "label needs a text in nb, nn, en"),
        (f"{HEAD}{QUESTION}number\n", "where has an unknown type"),
        (
            f"{HEAD}{QUESTION}text\n{REGISTER}why}}\n",
            "register names no question: why",
        ),
        (
            f"{HEAD}{QUESTION}text\n{REGISTER}where}}\n",
            "grouped by a choice only",
        ),
    ],
)
def test_a_broken_profile_is_explained(tmp_path: Path, text: str, told: str) -> None:
    """A file that cannot be used says which, and what is wrong with it."""
    with pytest.raises(BrokenProfileError, match=told) as error:
        _load(tmp_path, text)

    assert "own.yml" in str(error.value)
