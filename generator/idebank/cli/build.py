"""`idebank build`: make the site through MkDocs, with progress and one closing line."""

import logging
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException
from rich.console import Console

from idebank.cli.options import EXIT_COULD_NOT_RUN, EXIT_MISTAKES, explained, language_option, quiet_option
from idebank.console.bars import BarProgress
from idebank.console.interruption import Interruptions
from idebank.console.words import cli_wording, closing_line, timing_lines
from idebank.plugin import IdebankPlugin
from idebank.progress import Progress, Silence


@click.command()
@click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True
)
@click.option(
    "-d", "--site-dir", type=click.Path(path_type=Path), help="Folder of the site, instead of mkdocs.yml's."
)
@click.option("--strict", is_flag=True, help="Fail on warnings, too.")
@click.option("--search/--no-search", default=True, show_default=True, help="Make the search index.")
@click.option("--allow-empty", is_flag=True, help="Build a bank that has no entries, too.")
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@quiet_option
@language_option
def build(  # noqa: PLR0913 - one parameter for each option of the command
    *,
    config_file: Path,
    site_dir: Path | None,
    strict: bool,
    search: bool,
    allow_empty: bool,
    timings: bool,
    quiet: bool,
    language: str,
) -> None:
    """Build the site; a mistake in an entry leaves the old one as it is."""
    with _interruptible(), explained(language), _exit_codes(), _warnings_only():
        config = _config(config_file, site_dir=site_dir, strict=strict)
        plugin = _plugin(config, language=language)
        plugin.config.search = search and plugin.config.search
        plugin.config.language = language
        plugin.config.allow_empty = allow_empty or plugin.config.allow_empty
        with closing(plugin), _progress(language=language, quiet=quiet) as plugin.progress:
            mkdocs_build(config)
    if plugin.summary and not quiet:
        if timings:
            click.echo("\n".join(timing_lines(plugin.summary, language=language)), err=True)
        click.echo(closing_line(plugin.summary, advice=plugin.advice, language=language), err=True)


def _config(config_file: Path, *, site_dir: Path | None, strict: bool) -> MkDocsConfig:
    overrides = {"site_dir": str(site_dir)} if site_dir else {}
    return load_config(str(config_file), strict=strict or None, **overrides)


def _plugin(config: MkDocsConfig, *, language: str) -> IdebankPlugin:
    plugin = config.plugins.get("idebank")
    if not isinstance(plugin, IdebankPlugin):
        raise MkDocsException(cli_wording(language).t("build.no_plugin", file=config.config_file_path))
    return plugin


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let whoever asks the build to stop have it tidied up first."""
    interruptions = Interruptions()
    interruptions.listen()
    try:
        yield
    finally:
        interruptions.close()


@contextmanager
def _exit_codes() -> Iterator[None]:
    """Turn MkDocs' ways of giving up into one sentence and an exit code."""
    try:
        yield
    except Abort as abort:
        if isinstance(abort.__context__, BuildError):
            sys.exit(EXIT_COULD_NOT_RUN)  # MkDocs has logged the sentence
        click.echo(str(abort), err=True)
        sys.exit(EXIT_MISTAKES)
    except MkDocsException as error:
        click.echo(f"idebank: {error.format_message()}", err=True)
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
def _progress(*, language: str, quiet: bool) -> Iterator[Progress]:
    """Give bars on a terminal, and silence elsewhere."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield Silence()
        return
    bars = BarProgress(console, language)
    try:
        yield bars
    finally:
        bars.close()
