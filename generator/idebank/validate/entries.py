"""One file checked on its own: so that many can be checked at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from idebank.diagnostics import Diagnostic, Finding, Severity
from idebank.faults import EntryFaultsError, in_hand
from idebank.rules import Entry, entry_findings
from idebank.rules.links import links_of
from idebank.rules.references import Links
from idebank.rules.unexpected import fault_findings
from idebank.schema import Schema
from idebank.schema.rules import EMPTY_FIELD, EMPTY_VALUE, MISSING_FIELD
from idebank.source import Document, SourceFile, parse_document, placed, positions
from idebank.validate.telling import abridged

_OF_LOST_VALUES: Final = frozenset({EMPTY_FIELD.id, EMPTY_VALUE.id, MISSING_FIELD.id})


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What one file turned out to be."""

    entry: Entry | None
    """What the file says; None when it has errors."""
    diagnostics: tuple[Diagnostic, ...]
    links: Links | None
    """What it names outside itself; None when its fields cannot be read."""
    document: Document | None


def check_file(source: SourceFile, *, schema: Schema) -> CheckedFile:
    """Check one file by every rule that needs no other file; `schema` is that of its kind."""
    try:
        with in_hand(source.path):
            return _checked(source, schema=schema)
    except EntryFaultsError as error:
        diagnostics = tuple(finding.in_file(source.path) for finding in fault_findings(error))
        return CheckedFile(None, diagnostics, None, None)


def _checked(source: SourceFile, *, schema: Schema) -> CheckedFile:
    if source.raw is None:
        return CheckedFile(None, (source.problem,) if source.problem else (), None, None)
    document, diagnostics = parse_document(source.path, source.raw)
    if document is None:
        return CheckedFile(None, abridged(diagnostics), None, None)
    value = schema.coerce(document.fields)
    violations = schema.violations(value)
    entry = _entry(document, value, schema=schema, violations=violations)
    findings = (*schema.empty_fields(document.fields), *violations, *entry_findings(entry))
    diagnostics = _without_consequences(diagnostics, located(findings, document))
    whole = not any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    return CheckedFile(entry if whole else None, abridged(diagnostics), links_of(entry), document)


def located(findings: Iterable[Finding], document: Document) -> tuple[Diagnostic, ...]:
    """Return findings as diagnostics with their places; a file without findings is not read again."""
    findings = tuple(findings)
    if not any(finding.keys for finding in findings):
        return tuple(finding.in_file(document.path) for finding in findings)
    where = positions(document.text)
    return tuple(placed(finding, where).in_file(document.path) for finding in findings)


def _without_consequences(
    of_form: tuple[Diagnostic, ...], of_content: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """Return all diagnostics but those of a value that was lost to a mistake of form on its own line.

    Only a mistake as serious as they are stands in for them: advice never hides that a field is missing.
    """
    told = {(diagnostic.line, diagnostic.severity) for diagnostic in of_form if diagnostic.line > 1}
    told |= {(line, Severity.ADVICE) for line, _ in told}
    return (
        *of_form,
        *(d for d in of_content if d.rule not in _OF_LOST_VALUES or (d.line, d.severity) not in told),
    )


def _entry(
    document: Document, value: Mapping[str, object], *, schema: Schema, violations: Iterable[Finding]
) -> Entry:
    return Entry(
        path=document.path,
        text=document.text,
        value=value,
        body=document.body,
        body_line=document.body_line,
        schema=schema,
        misnamed=frozenset(finding.params.get("better", "") for finding in violations),
    )
