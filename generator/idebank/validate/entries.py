"""One file checked on its own: so that many can be checked at once."""

from collections.abc import Iterable
from itertools import chain

from idebank.diagnostics import Diagnostic, Finding, Severity
from idebank.model import Initiative
from idebank.rules import ENTRY_RULES, Entry
from idebank.rules.place import place_of
from idebank.schema import Schema
from idebank.source import Document, SourceFile, parse_document, placed, positions
from idebank.validate.records import initiative_of
from idebank.vocabulary import Vocabulary


def check_entry(
    source: SourceFile, *, vocabulary: Vocabulary, schema: Schema
) -> tuple[Initiative | None, tuple[Diagnostic, ...]]:
    """Return the initiative in a file, when it has no errors, and everything there is to say about the file."""
    if source.raw is None:
        return None, (source.problem,) if source.problem else ()
    document, diagnostics = parse_document(source.path, source.raw)
    if document is None:
        return None, diagnostics
    entry = _entry(document, vocabulary=vocabulary, schema=schema)
    findings = [*schema.violations(entry.value), *chain.from_iterable(rule.findings(entry) for rule in ENTRY_RULES)]
    diagnostics += located(findings, document)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        return None, diagnostics
    place = place_of(entry)
    return (initiative_of(entry, place) if place else None), diagnostics


def located(findings: Iterable[Finding], document: Document) -> tuple[Diagnostic, ...]:
    """Return findings as diagnostics with their places; only a file with findings is read for places."""
    findings = tuple(findings)
    if not any(finding.keys for finding in findings):
        return tuple(finding.in_file(document.path) for finding in findings)
    where = positions(document.text)
    return tuple(placed(finding, where).in_file(document.path) for finding in findings)


def _entry(document: Document, *, vocabulary: Vocabulary, schema: Schema) -> Entry:
    return Entry(
        path=document.path,
        text=document.text,
        fields=document.fields,
        value=schema.coerce(document.fields),
        body=document.body,
        body_line=document.body_line,
        required=frozenset(schema.root["required"]),
        vocabulary=vocabulary,
    )
