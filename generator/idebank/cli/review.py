"""`idebank review`: look over a pull request with the program from before it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from idebank import resources
from idebank.build import load_bank
from idebank.build.trial import try_site
from idebank.cli.bank import load_host, load_schemas, material_icon
from idebank.cli.options import EXIT_MISTAKES, explained
from idebank.console.clock import today
from idebank.console.words import diagnostics_text, intake_wording
from idebank.contribute.changes import read_changes
from idebank.contribute.pull_request import PullRequest
from idebank.contribute.review import INSIDERS, Review, Verdict, could_not_run, summary
from idebank.contribute.web import Web
from idebank.diagnostics import BrokenEntriesError
from idebank.progress import Silence, Stopwatch
from idebank.settings import Settings
from idebank.vocabulary import LANGUAGES
from idebank.workers import available_workers

_NOBODY: Final = "NONE"


@click.command()
@click.option(
    "--root", type=click.Path(path_type=Path), required=True, help="The bank with the change in it."
)
@click.option("--base", type=click.Path(path_type=Path), default=Path(), help="The bank before the change.")
@click.option(
    "--changes", type=click.Path(path_type=Path, exists=True), required=True,
    help="What `git diff --raw -z --no-renames` lists.",
)  # fmt: skip
@click.option("--author", default=_NOBODY, help="Who opened it, as GitHub's author_association.")
@click.option("--preview", default="", help="Address of the preview.")
@click.option(
    "--summary", "summary_file", type=click.Path(path_type=Path), help="File to add the summary to."
)
def review(  # noqa: PLR0913 - one parameter for each option of the command
    *, root: Path, base: Path, changes: Path, author: str, preview: str, summary_file: Path | None
) -> None:
    """Look over a pull request: annotate the lines it changes, and sum up for whoever opened it."""
    with explained(LANGUAGES[0]), _summed_up(summary_file):
        changed = read_changes(changes.read_bytes())
        request = PullRequest.between(base, root, changes=changed, schemas=load_schemas(base))
        found = _tried(request, request.review(is_insider=author in INSIDERS))
        language = request.language
        new = request.new_among(found.diagnostics)
        click.echo(diagnostics_text(new, root=root, format_="github", language=language), nl=False)
        text = summary(
            found,
            report=diagnostics_text(found.diagnostics, root=root, language=language),
            preview=preview,
            wording=intake_wording(language),
            address=Web(load_host(base / "mkdocs.yml").url, "", "").entry,
        )
        _add(text, summary_file)
    if found.verdict.fails:
        sys.exit(EXIT_MISTAKES)


def _tried(request: PullRequest, found: Review) -> Review:
    """Return a review that stands the trial: what the check passes, the site is built from."""
    if found.verdict is not Verdict.FINE:
        return found
    settings = Settings(
        root=request.root,
        schema=resources.schema_folder(),
        theme=resources.theme_folder(),
        name=load_host(request.base / "mkdocs.yml").name,
        url=load_host(request.base / "mkdocs.yml").url or "/",
        today=today(),
        workers=available_workers(),
    )
    try:
        bank = load_bank(settings, watch=Stopwatch(Silence()), home=request.base)
    except BrokenEntriesError:
        return found  # only by what was there before
    try:
        answers = try_site(bank, settings=settings, icons=material_icon)
    except BrokenEntriesError as error:
        return replace(found, diagnostics=error.diagnostics)
    except Exception as error:  # noqa: BLE001 - whatever stops this build would stop the next one
        return replace(found, failure=f"{type(error).__name__}: {error}")
    moved = request.departures.moved_organisations()
    kept = {one.old for one in bank.kept.moved} | answers.pages
    return replace(found, moves=tuple(f"/{old} /{new}" for old, new in moved if old not in kept))


@contextmanager
def _summed_up(file: Path | None) -> Iterator[None]:
    """Say in the summary, too, when the check could not run: that is nobody's mistake but ours."""
    try:
        yield
    except Exception:
        _add(could_not_run(intake_wording(LANGUAGES[0])), file)
        raise


def _add(text: str, file: Path | None) -> None:
    if file:
        with file.open("a", encoding="utf-8") as told:
            told.write(text)
