"""`idebank check`: explain every mistake in the entries."""

import sys
from pathlib import Path

import click

from idebank.cli.bank import load_schemas
from idebank.cli.options import EXIT_COULD_NOT_RUN, EXIT_MISTAKES, explained, language_option, quiet_option
from idebank.console.words import cli_wording, diagnostics_text
from idebank.report import FORMATS
from idebank.validate import check_bank
from idebank.workers import available_workers


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@quiet_option
@language_option
def check(*, paths: tuple[Path, ...], root: Path, format_: str, quiet: bool, language: str) -> None:
    """Check entries and explain every mistake: all of them, or those at PATHS."""
    if not (root / "content" / "initiatives").is_dir():
        click.echo(cli_wording(language).t("check.no_bank", folder=root), err=True)
        sys.exit(EXIT_COULD_NOT_RUN)
    with explained(language):
        checked = check_bank(
            root,
            schemas=load_schemas(root),
            paths=paths or None,
            workers=available_workers(),
            keep_entries=False,
        )
        if checked.diagnostics or not quiet:
            colour = sys.stdout.isatty()
            text = diagnostics_text(
                checked.diagnostics, root=root, format_=format_, language=language, colour=colour
            )
            click.echo(text, nl=False)
    if checked.has_errors:
        sys.exit(EXIT_MISTAKES)
