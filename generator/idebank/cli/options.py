"""Options and endings that commands share."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

from idebank.console.words import cli_wording
from idebank.faults import EntryFaultsError
from idebank.vocabulary import LANGUAGES

EXIT_MISTAKES: Final = 1
"""The content has mistakes; they have been explained."""
EXIT_COULD_NOT_RUN: Final = 2
"""The command itself could not do its work."""

language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    show_default=True,
    help="Language of the messages.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong.")


@contextmanager
def explained(language: str) -> Iterator[None]:
    """Turn an unexpected failure into one sentence and exit code 2; a traceback only for who asks for it."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, SystemExit):
        raise
    except EntryFaultsError as error:
        if os.environ.get("IDEBANK_TRACEBACK"):
            click.echo("\n".join(fault.trace for fault in error.faults), err=True)
        for fault in error.faults:
            told = {"path": fault.path, "kind": fault.kind, "reason": fault.reason}
            click.echo(cli_wording(language).t("failed.in_hand", **told), err=True)
        sys.exit(EXIT_COULD_NOT_RUN)
    except Exception as error:
        if os.environ.get("IDEBANK_TRACEBACK"):
            raise
        words = cli_wording(language).t("failed", kind=type(error).__name__, reason=error)
        click.echo(words, err=True)
        sys.exit(EXIT_COULD_NOT_RUN)
