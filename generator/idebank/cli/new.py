"""`idebank new`: asks what the web form asks, and writes the file."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from idebank import resources
from idebank.cli.bank import load_schemas
from idebank.cli.options import EXIT_MISTAKES, explained, language_option
from idebank.console.clock import today
from idebank.console.words import cli_wording
from idebank.contribute.interview import Interview
from idebank.contribute.shelf import Shelf
from idebank.diagnostics import Diagnostic
from idebank.forms import Control, FormQuestion, load_forms
from idebank.profiles import load_profiles
from idebank.report import Words, words_in
from idebank.rules.links import slugs_of
from idebank.source import list_bank, load_source
from idebank.wording import Wording

_KINDS = ("initiative", "adoption", "need")


@click.command()
@click.option("--kind", type=click.Choice(_KINDS), default=_KINDS[0], show_default=True)
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder.")
@language_option
def new(*, kind: str, root: Path, language: str) -> None:
    """Ask what the web form asks, and write an entry with the answers."""
    with explained(language):
        interview = _interview(kind, root=root, language=language)
        talk = _Talk(interview, cli_wording(language), words_in(language, in_form=True))
        talk.ask(interview.questions(first_level=True))
        if click.confirm(talk.wording.t("new.more"), default=False):
            talk.ask(interview.questions(first_level=False))
        sent = interview.result()
        if not sent.text:
            talk.tell(sent.diagnostics)
            sys.exit(EXIT_MISTAKES)
        path = root / sent.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(sent.text)
        click.echo(talk.wording.t("new.written", path=sent.path))
        for known in sent.hints:
            click.echo(talk.wording.t("new.alike", title=known.told.title, path=known.path))


def _interview(kind: str, *, root: Path, language: str) -> Interview:
    folder = resources.schema_folder()
    schemas = load_schemas(root)
    profiles = load_profiles(folder / "profiles", root / "schema" / "profiles")
    forms = load_forms(folder / "forms", root / "schema" / "forms", schemas=schemas, profiles=profiles)
    slugs = slugs_of(list_bank(root).entries)
    shelf = Shelf(schemas, slugs, lambda path: load_source(root, path).raw)
    return Interview(forms[kind], shelf, language, today())


class _Talk:
    """The conversation: prints questions, reads answers, and says what is wrong with them."""

    def __init__(self, interview: Interview, wording: Wording, words: Words) -> None:
        self.wording = wording
        self._interview = interview
        self._words = words

    def ask(self, questions: Iterable[FormQuestion]) -> None:
        """Ask until each is answered well, or left out where that is allowed."""
        for question in questions:
            self._introduce(question)
            while True:
                told = self._read(question)
                if not told.strip() and question.required:
                    click.echo(self.wording.t("new.required"))
                    continue
                wrong = self._interview.answer(question, told)
                if not wrong:
                    break
                self.tell(wrong)

    def tell(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Say what is wrong and what to do, in the words of the check."""
        for diagnostic in diagnostics:
            click.echo(f"  {self._words.message(diagnostic)} {self._words.help(diagnostic)}")

    def _introduce(self, question: FormQuestion) -> None:
        language = self.wording.language
        optional = "" if question.required else f" ({self.wording.t('new.optional')})"
        click.echo()
        click.secho(f"{question.ask.text(language)}{optional}", bold=True)
        if question.help.text(language):
            click.echo(question.help.text(language))
        for number, term in enumerate(self._interview.terms(question), 1):
            click.echo(f"  {number:>2} {term.labels.text(language)}")
        if question.control in {Control.CHOICES, Control.GOALS}:
            click.echo(self.wording.t("new.several"))
        if question.control is Control.TEXTS:
            click.echo(self.wording.t("new.lines"))

    def _read(self, question: FormQuestion) -> str:
        """Read one line, or lines until an empty one where there may be several."""
        if question.control is not Control.TEXTS:
            answer: str = click.prompt(">", default="", show_default=False, prompt_suffix=" ")
            return answer
        lines: list[str] = []
        while line := click.prompt(">", default="", show_default=False, prompt_suffix=" "):
            lines.append(line)
        return "\n".join(lines)
