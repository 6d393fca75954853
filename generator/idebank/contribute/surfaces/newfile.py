"""An empty entry to fill in: every field of the form's first level, with its question above it."""

from collections.abc import Iterator

from idebank.contribute.surfaces.source import Source
from idebank.forms import Control, Form, FormQuestion

_LANGUAGE = "nb"
_BLANK = {Control.CHOICES: "[]", Control.GOALS: "[]", Control.TEXTS: "[]"}


def new_files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield a new-file template for each kind of entry that has a form."""
    for form in source.forms.values():
        if form.kind:
            yield f"docs/templates/{form.kind}.md", new_file(form, source).encode()


def new_file(form: Form, source: Source) -> str:
    """Return an entry with its first fields empty; comments ask, and list what may be chosen."""
    lines = ["---"]
    for question in form.questions():
        if question.id.startswith("body.") or not _of_first_level(form, question):
            continue
        lines += _lines(question, source)
    lines += [f"{name}: {_machine(value)}".rstrip() for name, value in form.machine.items()]
    return "\n".join([*lines, "---", "", *_story(form)])


def _of_first_level(form: Form, question: FormQuestion) -> bool:
    first = [section for section in form.sections if section.level == 1]
    return any(question in (own, *own.questions) for section in first for own in section.questions)


def _lines(question: FormQuestion, source: Source) -> Iterator[str]:
    """Yield a comment that asks and a line to fill in; parts of `contact` stand below their own line."""
    parent, _, name = question.id.rpartition(".")
    indent = "  " if parent else ""
    if parent and name == "role":
        yield f"{parent}:"
    ask, help_ = question.ask.text(_LANGUAGE), question.help.text(_LANGUAGE)
    yield f"{indent}# {ask if ask.endswith('?') else f'{ask}.'} {help_}".rstrip()
    if question.vocabulary:
        yield f"{indent}# {', '.join(source.vocabulary.terms[question.vocabulary])}"
    yield f"{indent}{name}: {_BLANK.get(question.control, '')}".rstrip()


def _machine(value: str) -> str:
    return {"page": _LANGUAGE, "today": ""}.get(value, value)


def _story(form: Form) -> Iterator[str]:
    for question in form.questions():
        if question.control is Control.STORY:
            yield from (f"## {question.heading.text(_LANGUAGE)}", "", question.ask.text(_LANGUAGE), "")
