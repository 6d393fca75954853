"""Forms: what they ask is in the schema, and what the schema needs is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from idebank.contribute.surfaces import Source
from idebank.forms import BrokenFormError, Control, Form, load_forms
from idebank.profiles import Profiles, load_profiles
from idebank.resources import schema_folder
from idebank.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

SOURCE: Final = Source.load(schema_folder())
FORMS: Final = SOURCE.forms
MOST_QUESTIONS: Final = 12


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_first_level_is_short(form: Form) -> None:
    """A tip takes at most twelve questions."""
    asked = [question for section in form.sections if section.level == 1 for question in section.questions]

    assert 1 <= len(asked) <= MOST_QUESTIONS


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_must_be_there_is_asked_or_filled_in(form: Form) -> None:
    """An answer to the first level makes an entry: nothing that the schema requires is left out."""
    schema = SOURCE.schemas[form.kind] if form.kind else SOURCE.schemas.note(form.id)
    first = [question for section in form.sections if section.level == 1 for question in section.questions]
    asked = {part.id.split(".")[0] for question in first for part in (question, *question.questions)}

    assert set(schema.root["required"]) <= asked | form.machine.keys()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_question_has_words(form: Form) -> None:
    """A question is asked in every language."""
    silent = [
        (question.id, language)
        for question in form.questions()
        for language in LANGUAGES
        if not getattr(question.ask, language)
    ]

    assert silent == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_choices_have_a_list(form: Form) -> None:
    """Who is to choose has something to choose from."""
    choices = {Control.CHOICE, Control.CHOICES}

    assert [q.id for q in form.questions() if q.control in choices and not q.vocabulary] == []


def test_profiles_bring_their_questions() -> None:
    """Each sector's own questions follow the common ones, for its sectors only."""
    sections = {section.id: section for section in FORMS["initiative"].sections}
    profiles = load_profiles(schema_folder() / "profiles").by_id

    for id_, profile in profiles.items():
        assert sections[id_].sectors == profile.sectors
        assert [question.id for question in sections[id_].questions] == [
            f"{id_}.{question.name}" for question in profile.questions
        ]


def test_goals_speak_everyday_language() -> None:
    """Each of the seventeen goals can be chosen by what it means."""
    assert set(SOURCE.vocabulary.terms["goals_everyday"]) == {str(number) for number in range(1, 18)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: initiative\ncolour: red\n", "colour"),
        ("kind: initiative\ntitle: {nb: a}\n", "title needs a text"),
        (
            (
                "kind: need\ntitle: {nb: a, nn: a, en: a}\nlead: {nb: a, nn: a, en: a}\nsections:\n"
                "- {id: a, level: '1', title: {nb: a, nn: a, en: a}, questions: [{field: colour}]}\n"
            ),
            "no field colour",
        ),
    ],
)
def test_broken_form_is_explained(tmp_path: Path, text: str, message: str) -> None:
    """A file that cannot be used names itself and the key."""
    (tmp_path / "own.yml").write_text(text, encoding="utf-8")

    with pytest.raises(BrokenFormError, match=rf"own\.yml.*{message}"):
        load_forms(tmp_path, schemas=SOURCE.schemas, profiles=Profiles({}, {}))
