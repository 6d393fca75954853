"""What stops a build, in words for whoever started it."""

from pathlib import Path
from typing import Final, NoReturn

import click
from mkdocs.exceptions import Abort, PluginError

from idebank.artifacts import AddressTakenError, IncompleteOutputError, OutputBusyError, TargetRefusedError
from idebank.console.words import cli_wording, diagnostics_text
from idebank.diagnostics import BrokenEntriesError

_KEYS: Final = {
    AddressTakenError: "build.address_taken",
    IncompleteOutputError: "build.unwritten",
    OutputBusyError: "build.busy",
}
"""The message for each."""


def words_of(error: Exception, *, root: Path, language: str) -> str | None:
    """Return what to say of an error; None for one that nobody but a programmer can do anything about."""
    if isinstance(error, BrokenEntriesError):
        return diagnostics_text(error.diagnostics, root=root, language=language)
    told = _KEYS.get(type(error)) or ("build.unwritten" if isinstance(error, OSError) else None)
    if isinstance(error, TargetRefusedError):
        return cli_wording(language).t(f"build.target.{error.reason}", folder=error.folder)
    return cli_wording(language).t(told, reason=error) if told else None


def stop(error: Exception, words: str, *, language: str) -> NoReturn:
    """End the build with `words`, as MkDocs ends without showing where the error came from.

    Mistakes in the content are the contributor's to mend, and end with another exit code than the rest.
    """
    if isinstance(error, BrokenEntriesError):
        click.echo(words.rstrip("\n"), err=True)
        raise Abort(cli_wording(language).t("build.stopped")) from error
    raise PluginError(words) from error
