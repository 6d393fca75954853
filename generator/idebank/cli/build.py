"""The command `idebank`."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from rich.console import Console

from idebank import __version__, resources
from idebank.console import BarProgress, cli_wording, closing_line, timing_lines
from idebank.plugin import IdebankPlugin
from idebank.progress import Progress, Silence
from idebank.report import FORMATS, render
from idebank.schema import load_schema
from idebank.validate import check_bank
from idebank.vocabulary import LANGUAGES, load_vocabulary
from idebank.workers import available_workers

EXIT_MISTAKES = 1
"""The content has mistakes; they have been explained."""
EXIT_COULD_NOT_RUN = 2
"""The command itself could not do its work."""

_language = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="nb",
    show_default=True,
    help="Language of the messages.",
)
_quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="idebank")
def main() -> None:
    """Check and build a bank of sustainability initiatives."""


@main.command()
@click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True
)
@click.option(
    "-d", "--site-dir", type=click.Path(path_type=Path), help="Folder of the site, instead of mkdocs.yml's."
)
@click.option("--strict", is_flag=True, help="Fail on warnings, too.")
@click.option("--search/--no-search", default=True, show_default=True, help="Make the search index.")
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@_quiet
@_language
def build(
    *,
    config_file: Path,
    site_dir: Path | None,
    strict: bool,
    search: bool,
    timings: bool,
    quiet: bool,
    language: str,
) -> None:
    """Build the site; a mistake in an entry leaves the old one as it is."""
    overrides = {"site_dir": str(site_dir)} if site_dir else {}
    console = Console(stderr=True)
    with _exit_codes(language), _warnings_only():
        config = load_config(str(config_file), strict=strict or None, **overrides)
        plugin = config.plugins.get("idebank")
        if not isinstance(plugin, IdebankPlugin):
            raise MkDocsException(cli_wording(language).t("build.no_plugin", file=config_file))
        plugin.config.search = search and plugin.config.search
        plugin.config.language = language
        with _progress(console, language=language, quiet=quiet) as plugin.progress:
            mkdocs_build(config)
    if plugin.summary and not quiet:
        if timings:
            click.echo("\n".join(timing_lines(plugin.summary, language=language)), err=True)
        click.echo(closing_line(plugin.summary, advice=plugin.advice, language=language), err=True)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@_quiet
@_language
def check(*, paths: tuple[Path, ...], root: Path, format_: str, quiet: bool, language: str) -> None:
    """Check entries and explain every mistake: all of them, or those at PATHS."""
    folder = resources.schema_folder()
    with _exit_codes(language):
        vocabulary = load_vocabulary(folder / "vocabulary")
        checked = check_bank(
            root,
            vocabulary=vocabulary,
            schema=load_schema(folder, "initiative", vocabulary),
            paths=paths or None,
            workers=available_workers(),
        )
    if checked.diagnostics or not quiet:
        click.echo(
            render(
                checked.diagnostics,
                format=format_,
                language=language,
                colour=sys.stdout.isatty(),
                sources=lambda path: _text_of(root / path),
            ),
            nl=False,
        )
    if checked.has_errors:
        sys.exit(EXIT_MISTAKES)


@contextmanager
def _exit_codes(language: str) -> Iterator[None]:
    """Turn what can go wrong into one sentence and an exit code; a traceback only for who asks for it."""
    try:
        yield
    except Abort as abort:
        if str(abort):
            click.echo(str(abort), err=True)
        sys.exit(EXIT_MISTAKES)
    except MkDocsException as error:
        click.echo(f"idebank: {error.format_message()}", err=True)
        sys.exit(EXIT_COULD_NOT_RUN)
    except Exception as error:
        if os.environ.get("IDEBANK_TRACEBACK"):
            raise
        click.echo(cli_wording(language).t("failed", kind=type(error).__name__, reason=error), err=True)
        sys.exit(EXIT_COULD_NOT_RUN)


@contextmanager
def _warnings_only() -> Iterator[None]:
    """Pass MkDocs' warnings on to the terminal and keep the rest of its log away."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


@contextmanager
def _progress(console: Console, *, language: str, quiet: bool) -> Iterator[Progress]:
    if quiet or not console.is_terminal:
        yield Silence()
        return
    bars = BarProgress(console, language)
    try:
        yield bars
    finally:
        bars.close()


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


if __name__ == "__main__":
    main()
