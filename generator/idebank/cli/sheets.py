"""`idebank import` and `idebank export`: spreadsheets in and out."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from idebank import resources
from idebank.cli.bank import load_schemas
from idebank.cli.options import EXIT_COULD_NOT_RUN, EXIT_MISTAKES, explained, language_option, quiet_option
from idebank.console.clock import today
from idebank.console.words import cli_wording
from idebank.contribute.sheets import (
    BYTES,
    BrokenMappingError,
    Imported,
    ImportedRow,
    Leftover,
    SheetMapping,
    Table,
    TableError,
    entry_table,
    explanations,
    import_table,
    load_mapping,
    read_table,
    round_trip,
    write_csv,
    write_xlsx,
)
from idebank.contribute.shelf import Shelf
from idebank.diagnostics import Severity
from idebank.kinds import KINDS, kind_of_file
from idebank.report import words_in
from idebank.rules.links import slugs_of
from idebank.schema import Schema
from idebank.slugs import slugify
from idebank.source import list_bank, load_source, parse_document
from idebank.wording import Wording

REPORT = "rapport.csv"
_root = click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--mapping",
    required=True,
    help="A file, or the name of one that comes along: prosjektbanken, barnehage, idebank-<kind>.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path("drafts"),
    show_default=True,
    help="Folder that takes the entries; `content` puts those without mistakes in their place.",
)
@click.option("--replace", is_flag=True, help="Overwrite files that are there.")
@_root
@quiet_option
@language_option
def import_(  # noqa: PLR0913 - click hands over each option as an argument
    *, file: Path, mapping: str, into: Path, replace: bool, root: Path, quiet: bool, language: str
) -> None:
    """Turn the rows of FILE, a spreadsheet from an old bank, into entries, and tell what found no place."""
    wording = cli_wording(language)
    with explained(language):
        schemas = load_schemas(root)
        try:
            table, chosen = read_table(_raw(file)), _mapping(mapping, schemas)
        except TableError as error:
            click.echo(_refusal(file, error, wording), err=True)
            sys.exit(EXIT_COULD_NOT_RUN)
        except (BrokenMappingError, OSError) as error:
            click.echo(wording.t("sheet.no_mapping", reason=error), err=True)
            sys.exit(EXIT_COULD_NOT_RUN)
        shelf = Shelf(schemas, slugs_of(list_bank(root).entries), lambda path: load_source(root, path).raw)
        imported = import_table(table, chosen, shelf=shelf, today=today())
        for line in _placed(imported, into=into, root=root, replace=replace, wording=wording):
            if not quiet:
                click.echo(line)
        unknown = _report(imported.leftovers, into=into, wording=wording)
        wrong = sum(map(_is_wrong, imported.rows))
        click.echo(wording.tn("sheet.done", len(imported.rows), wrong=wrong))
    if wrong or unknown:
        sys.exit(EXIT_MISTAKES)


def _raw(file: Path) -> bytes:
    """Return the bytes of a file; of one that is too large, enough to tell."""
    with file.open("rb") as stream:
        return stream.read(BYTES + 1)


def _refusal(file: Path, error: TableError, wording: Wording) -> str:
    """Return why a file is not read or written, with numbers as people write them."""
    params = {
        name: wording.number(value) if isinstance(value, int) else value
        for name, value in error.params.items()
    }
    return wording.t(f"sheet.refused.{error.reason}", file=file, **params)


def _mapping(name: str, schemas: Mapping[str, Schema]) -> SheetMapping:
    """Return a mapping by the path of its file, or one that comes along by its name."""
    kind = name.removeprefix("idebank-")
    if kind != name and kind in KINDS:
        return round_trip(schemas[kind])
    path = Path(name)
    return load_mapping(
        path if path.suffix else resources.schema_folder() / "mappings" / f"{name}.yml", schemas
    )


def _is_wrong(row: ImportedRow) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in row.sent.diagnostics)


def _placed(imported: Imported, *, into: Path, root: Path, replace: bool, wording: Wording) -> Iterator[str]:
    """Write every entry that may be written; yield what became of each row, mistakes included."""
    words = words_in(wording.language, in_form=True)
    in_bank = (root / into).resolve() == (root / "content").resolve()
    for row in imported.rows:
        path = _path(row, into=root / into, in_bank=in_bank)
        if path.exists() and not replace:
            yield wording.t("sheet.kept", row=row.row, path=path)
        elif not (in_bank and _is_wrong(row)):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(row.text, encoding="utf-8")
            yield wording.t("sheet.row", row=row.row, path=path)
        else:
            yield wording.t("sheet.row", row=row.row, path="–")
        yield from (f"  {words.message(own)} {words.help(own)}" for own in row.sent.diagnostics)


def _path(row: ImportedRow, *, into: Path, in_bank: bool) -> Path:
    """Return where an entry goes; one whose fields do not tell goes by its row."""
    own = row.sent.path.removeprefix("content/")
    if not own:
        own = f"{row.row}-{slugify(str(row.sent.value.get('title', '')))[:60] or 'uten-tittel'}.md"
    return into / (own if in_bank or "/" not in own else own.partition("/")[2])


def _report(leftovers: Iterable[Leftover], *, into: Path, wording: Wording) -> int:
    """Write every cell that found no place; return how many the mapping does not know of."""
    rows = tuple(
        (str(own.row), own.column, own.text, own.reason or wording.t("sheet.left.unknown"))
        for own in leftovers
    )
    if rows:
        file = (into if into.name != "content" else Path()) / REPORT
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(write_csv(Table("", tuple(wording.t("sheet.columns").split("|")), rows)))
        click.echo(wording.t("sheet.report", file=file))
    return sum(reason == wording.t("sheet.left.unknown") for *_, reason in rows)


@click.command()
@click.option("--xlsx", type=click.Path(path_type=Path), help="The Excel file to write.")
@click.option("--csv", "csv_", type=click.Path(path_type=Path), help="The CSV file to write.")
@click.option("--kind", type=click.Choice(tuple(KINDS)), default="initiative", show_default=True)
@_root
@language_option
def export(*, xlsx: Path | None, csv_: Path | None, kind: str, root: Path, language: str) -> None:
    """Write all entries of a kind as a spreadsheet that `import --mapping idebank-<kind>` reads back."""
    wording = cli_wording(language)
    with explained(language):
        if not (xlsx or csv_):
            raise click.UsageError("--xlsx or --csv")
        schema = load_schemas(root)[kind]
        entries = list(_entries(root, kind, schema))
        table = entry_table(entries, schema)
        if xlsx:
            try:
                xlsx.write_bytes(write_xlsx((table, explanations(schema, language=language))))
            except TableError as error:
                click.echo(_refusal(xlsx, error, wording), err=True)
                sys.exit(EXIT_COULD_NOT_RUN)
        if csv_:
            csv_.write_bytes(write_csv(table))
        click.echo(wording.tn("sheet.exported", len(entries), file=xlsx or csv_))


def _entries(root: Path, kind: str, schema: Schema) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield (fields, story) of every file of a kind that can be read."""
    for path in list_bank(root).entries:
        raw = load_source(root, path).raw if kind_of_file(path).name == kind else None
        document = parse_document(path, raw)[0] if raw is not None else None
        if document:
            yield schema.coerce(document.fields), document.body
