"""`idebank intake`: answer an issue that a form was sent in as, and write its file when it is approved."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import click

from idebank.cli.bank import load_host, load_schemas
from idebank.cli.options import EXIT_COULD_NOT_RUN, EXIT_MISTAKES, explained
from idebank.console.clock import today
from idebank.console.words import cli_wording, intake_wording
from idebank.contribute.intake import Intake, Outcome
from idebank.contribute.issues import Issue, NotAnIssueError, read_event
from idebank.contribute.reading import Status
from idebank.contribute.shelf import Shelf
from idebank.report import Words, words_in
from idebank.rules.links import slugs_of
from idebank.source import list_bank, load_source
from idebank.vocabulary import LANGUAGES
from idebank.wording import Wording

Command = TypeVar("Command", bound=Callable[..., None])


def _options(command: Command) -> Command:
    """Give a subcommand the options that both have."""
    for option in (
        click.option(
            "--outputs", type=click.Path(path_type=Path),
            help="File that a workflow reads a step's outputs from; added to, and nothing is printed.",
        ),
        click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder."),
        click.option(
            "--event", required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
            help="The event as GitHub records it.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


@click.group()
def intake() -> None:
    """Answer an issue that a form was sent in as, and write its file when it is approved."""


@intake.command()
@_options
def understand(*, event: Path, root: Path, outputs: Path | None) -> None:
    """Say what an issue was understood to say and what is missing: the comment to answer with."""
    with explained(LANGUAGES[0]):
        outcome = _intake(root).understand(_issue(event))
        _tell(outcome, outputs)


@intake.command()
@_options
def write(*, event: Path, root: Path, outputs: Path | None) -> None:
    """Write the file of an approved issue into the bank, and say so: the comment to answer with."""
    with explained(LANGUAGES[0]):
        outcome = _intake(root).approve(_issue(event))
        if outcome.change:
            file = root / outcome.change.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(outcome.change.content)
        _tell(outcome, outputs)
    if outcome.status is not Status.NOT_OURS and outcome.change is None:
        sys.exit(EXIT_MISTAKES)


def _issue(event: Path) -> Issue:
    try:
        return read_event(event.read_bytes())
    except NotAnIssueError as error:
        click.echo(cli_wording(LANGUAGES[0]).t("intake.no_issue", file=event, reason=error), err=True)
        sys.exit(EXIT_COULD_NOT_RUN)


def _intake(root: Path) -> Intake:
    slugs = slugs_of(list_bank(root).entries)
    shelf = Shelf(load_schemas(root), slugs, lambda path: load_source(root, path).raw)
    return Intake(shelf, load_host(root / "mkdocs.yml").url, _words_in, today())


@cache
def _words_in(language: str) -> tuple[Wording, Words]:
    return intake_wording(language), words_in(language)


def _tell(outcome: Outcome, outputs: Path | None) -> None:
    """Hand the outcome on; a workflow's log gets none of it, since a line of a log may be a command."""
    if outputs is None:
        click.echo(outcome.comment, nl=False)
        return
    with outputs.open("a", encoding="utf-8") as file:
        file.write(outcome.outputs())
