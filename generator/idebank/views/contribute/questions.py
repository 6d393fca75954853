"""A form's questions in the words of one language."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Final

from idebank.forms import Control, Form, FormQuestion, FormSection
from idebank.slugs import norwegian_order
from idebank.views.contribute.records import FormSectionView, Option, QuestionView
from idebank.views.desk import Desk
from idebank.vocabulary import LANGUAGES

_OPEN: Final = 9
"""The most choices that lie open; of more, one opens a list."""
_UNKNOWN: Final = "unknown"
_EVERYDAY: Final = "goals_everyday"


def section_views(form: Form, desk: Desk) -> tuple[FormSectionView, ...]:
    """Return every section of a form."""
    numbers = count()
    return tuple(_section(section, desk, numbers) for section in form.sections)


def _section(section: FormSection, desk: Desk, numbers: Iterator[int]) -> FormSectionView:
    language = desk.language
    return FormSectionView(
        id=section.id,
        level=section.level,
        title=section.title.text(language),
        lead=section.lead.text(language),
        questions=tuple(_question(question, desk, numbers) for question in section.questions),
        sectors=" ".join(section.sectors),
    )


def _question(question: FormQuestion, desk: Desk, numbers: Iterator[int]) -> QuestionView:
    language = desk.language
    is_story = question.control is Control.STORY
    options = tuple(_options(question, desk))
    headings = (question.heading.text(other) for other in LANGUAGES if other != language)
    return QuestionView(
        path="body" if is_story else question.id,
        name=f"body.{next(numbers)}" if is_story else question.id,
        control=question.control,
        ask=question.ask.text(language),
        help=question.help.text(language),
        required=question.required,
        options=options,
        as_list=question.control is Control.CHOICE and len(options) > _OPEN,
        max_length=question.max_length,
        heading=question.heading.text(language),
        other_headings="|".join(dict.fromkeys(headings)) if is_story else "",
        when="=".join(question.when) if question.when else "",
        questions=tuple(_question(own, desk, numbers) for own in question.questions),
    )


def _options(question: FormQuestion, desk: Desk) -> Iterator[Option]:
    match question.control:
        case Control.GOALS:
            yield from _goals(desk)
        case Control.COUNTY:
            counties = desk.catalog.vocabulary.counties.values()
            for county in sorted(counties, key=lambda county: norwegian_order(county.name)):
                yield Option(county.name, county.name)
        case _ if question.vocabulary:
            yield from _terms(question.vocabulary, desk)


def _goals(desk: Desk) -> Iterator[Option]:
    """Yield the seventeen goals, each with what it is about in everyday words."""
    everyday: Mapping[str, object] = desk.catalog.vocabulary.terms[_EVERYDAY]
    for number in desk.catalog.vocabulary.goals:
        hint = desk.shelf.label(_EVERYDAY, str(number)) if str(number) in everyday else ""
        yield Option(str(number), desk.shelf.tile(number).name, hint)


def _terms(vocabulary: str, desk: Desk) -> Iterator[Option]:
    """Yield the values of a closed list; that nothing is known comes last."""
    ids: Sequence[str] = list(desk.catalog.vocabulary.terms[vocabulary])
    for id_ in sorted(ids, key=lambda id_: id_ == _UNKNOWN):
        yield Option(id_, desk.shelf.label(vocabulary, id_))
