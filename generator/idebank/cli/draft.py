"""`idebank draft-from-event`: begin an initiative for each point of an event's programme."""

import sys
from pathlib import Path

import click

from idebank.cli.bank import load_schemas
from idebank.cli.options import EXIT_COULD_NOT_RUN, EXIT_MISTAKES, explained, language_option
from idebank.console.clock import today
from idebank.console.words import cli_wording, diagnostics_text
from idebank.contribute.drafts import drafts_from_event, file_of
from idebank.model import Event
from idebank.validate import check_bank


@click.command("draft-from-event")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder.")
@click.option(
    "--into", type=click.Path(path_type=Path), default=Path("drafts"), show_default=True,
    help="Folder that takes the drafts; those already there are left alone.",
)  # fmt: skip
@language_option
def draft_from_event(*, file: Path, root: Path, into: Path, language: str) -> None:
    """Begin an initiative for each point of the programme in FILE that names none yet."""
    wording = cli_wording(language)
    with explained(language):
        schemas = load_schemas(root)
        checked = check_bank(root, schemas=schemas, paths=[file])
        if checked.has_errors:
            click.echo(diagnostics_text(checked.diagnostics, root=root, language=language), nl=False)
            sys.exit(EXIT_MISTAKES)
        event = checked.entries[0] if checked.entries else None
        if not isinstance(event, Event):
            click.echo(wording.t("draft.no_event", file=file), err=True)
            sys.exit(EXIT_COULD_NOT_RUN)
        drafts = list(
            drafts_from_event(
                event, schema=schemas["initiative"], wording=cli_wording(event.language), today=today()
            )
        )
        if not drafts:
            click.echo(wording.t("draft.none"))
        for draft in drafts:
            path = into / draft.path
            if path.exists():
                click.echo(wording.t("draft.kept", path=path))
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(draft.text, encoding="utf-8")
            fields = ", ".join(draft.missing) or wording.t("draft.nothing_missing")
            click.echo(
                wording.t("draft.written", path=path, missing=fields, file=file_of(draft), slug=draft.slug)
            )
