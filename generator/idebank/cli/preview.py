"""`idebank preview`: entries as they will look, in one file."""

from pathlib import Path

import click

from idebank import resources
from idebank.build import load_parts
from idebank.build.preview import preview_of
from idebank.cli.bank import load_host, material_icon
from idebank.cli.options import explained, language_option
from idebank.console.clock import today
from idebank.console.words import cli_wording
from idebank.contribute.changes import entries_touched, read_changes
from idebank.report.words import plain
from idebank.settings import Settings
from idebank.source import chosen_entries, list_bank


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--changes", type=click.Path(path_type=Path, exists=True),
    help="Show the entries in what `git diff --raw -z --no-renames` lists.",
)  # fmt: skip
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder.")
@click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True,
    help="The settings of the site that the preview is for.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("preview.html"), show_default=True
)
@language_option
def preview(  # noqa: PLR0913 - one parameter for each option of the command
    *,
    files: tuple[Path, ...],
    changes: Path | None,
    root: Path,
    config_file: Path,
    output: Path,
    language: str,
) -> None:
    """Show how the entries at FILES will look, in one file without scripts; none is written for none."""
    wording = cli_wording(language)
    with explained(language):
        host = load_host(config_file)
        settings = Settings(
            root=root,
            schema=resources.schema_folder(),
            theme=resources.theme_folder(),
            name=host.name,
            url=host.url or "/",
            today=today(),
        )
        parts = load_parts(settings, home=config_file.parent)
        every = list_bank(root).entries
        changed = entries_touched(read_changes(changes.read_bytes()), every) if changes else ()
        paths = (*chosen_entries(root, files, every=every), *changed)
        if not paths:
            click.echo(wording.t("preview.nothing"))
            return
        made = preview_of(paths, parts=parts, settings=settings, icons=material_icon)
        output.write_text(made.html, encoding="utf-8")
        click.echo(wording.tn("preview.written", len(made.shown), file=output))
        for path in made.left_out:
            click.echo(wording.t("preview.left_out", path=plain(path)))
