"""`idebank check`: explain every mistake in the entries."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from idebank.cli.bank import load_schemas
from idebank.cli.options import EXIT_COULD_NOT_RUN, EXIT_MISTAKES, explained, language_option, quiet_option
from idebank.console.words import cli_wording, diagnostics_text
from idebank.diagnostics import Diagnostic
from idebank.report import FORMATS
from idebank.source.listing import CONTENT
from idebank.validate import Checked, check_bank
from idebank.workers import available_workers


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--watch", is_flag=True, help="Check again after every change, and say what is new.")
@quiet_option
@language_option
def check(  # noqa: PLR0913 - click hands over each option as an argument
    *, paths: tuple[Path, ...], root: Path, format_: str, watch: bool, quiet: bool, language: str
) -> None:
    """Check entries and explain every mistake: all of them, or those at PATHS."""
    if not ((root / CONTENT).is_dir() or (root / CONTENT).is_symlink()):
        click.echo(cli_wording(language).t("check.no_bank", folder=root), err=True)
        sys.exit(EXIT_COULD_NOT_RUN)
    with explained(language):
        schemas = load_schemas(root)

        def look() -> Checked:
            return check_bank(
                root, schemas=schemas, paths=paths or None, workers=available_workers(), keep_entries=False
            )

        def told(diagnostics: Sequence[Diagnostic], read: Mapping[str, int] | None = None) -> str:
            return diagnostics_text(
                diagnostics,
                root=root,
                format_=format_,
                language=language,
                colour=sys.stdout.isatty(),
                read=read,
            )

        checked = look()
        if checked.diagnostics or not quiet:
            click.echo(told(checked.diagnostics, checked.read), nl=False)
        if watch:
            # Most checks look once, and should not wait for what watches.
            from idebank.cli.watching import watch as keep_watch  # noqa: PLC0415

            keep_watch(
                root / CONTENT,
                checked.diagnostics,
                look=lambda: look().diagnostics,
                told=told,
                language=language,
            )
    if checked.has_errors:
        sys.exit(EXIT_MISTAKES)
