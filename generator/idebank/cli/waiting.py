"""`idebank waiting`: list what waits for an editor or for an answer."""

import json
import sys
from pathlib import Path

import click
import msgspec

from idebank.cli.options import EXIT_COULD_NOT_RUN, explained, language_option
from idebank.console.clock import today
from idebank.console.words import cli_wording, intake_wording
from idebank.contribute.waiting import LIST, read_items, waiting_list, what_waits


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--outputs", type=click.Path(path_type=Path),
    help="File that a workflow reads a step's outputs from; added to, and nothing is printed.",
)  # fmt: skip
@language_option
def waiting(*, file: Path, outputs: Path | None, language: str) -> None:
    """List what waits, from the open issues and pull requests in FILE as GitHub lists them."""
    with explained(language):
        try:
            items = read_items(file.read_bytes())
        except msgspec.MsgspecError as error:
            click.echo(cli_wording(language).t("waiting.no_list", file=file, reason=error), err=True)
            sys.exit(EXIT_COULD_NOT_RUN)
        wording = intake_wording(language)
        body = waiting_list(what_waits(items, today=today()), wording)
        if outputs is None:
            click.echo(body, nl=False)
            return
        answer = {"title": wording.t("waiting.title"), "body": body, "label": LIST}
        with outputs.open("a", encoding="utf-8") as told:
            told.write(f"answer={json.dumps(answer)}\n")
