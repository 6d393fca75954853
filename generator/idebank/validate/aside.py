"""Entries set aside: what is left of a bank without them, and who cannot be without them."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

from idebank.diagnostics import KeyPath, Severity
from idebank.kinds import kind_of_file
from idebank.model import Entry
from idebank.rules import Entry as RuleEntry
from idebank.rules import entry_findings
from idebank.rules.links import slug_of
from idebank.schema import Schemas
from idebank.schema.corrections import value_at
from idebank.schema.nodes import node_at
from idebank.source import load_source
from idebank.validate.entries import check_file
from idebank.validate.records import record_of


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left of a bank."""

    entries: tuple[Entry, ...]
    """None of them names one that is gone."""
    followed: Mapping[str, str]
    """By path: entries that had to go, too, each with the path of one that it cannot be without."""


def without(entries: Iterable[Entry], gone: Sequence[str], *, root: Path, schemas: Schemas) -> Remaining:
    """Return `entries` without those at the paths `gone`: whoever names one of them no longer does.

    Where an entry has to name it (what was taken over, say), it goes, too. Files are read anew, which is
    slow and seldom needed.
    """
    whole = tuple(entries)
    followed: dict[str, str] = {}
    while True:
        out = {(kind_of_file(path).name, slug_of(path)): path for path in (*gone, *followed)}
        left = {
            entry.path: _pruned(entry, out, root=root, schemas=schemas)
            for entry in whole
            if entry.path not in out.values()
        }
        lost = {path: lacking for path, lacking in left.items() if isinstance(lacking, str)}
        if not lost:
            return Remaining(tuple(entry for entry in left.values() if not isinstance(entry, str)), followed)
        followed |= lost


def _pruned(entry: Entry, out: Mapping[tuple[str, str], str], *, root: Path, schemas: Schemas) -> Entry | str:
    """Return an entry as one that names nothing that is out, or the path of what it cannot be without."""
    source, schema = load_source(root, entry.path), schemas[kind_of_file(entry.path).name]
    if not any(slug.encode() in (source.raw or b"") for _, slug in out):
        return entry
    checked = check_file(source, schema=schema).entry
    references = schema.references(checked.value) if checked else ()
    named = {keys: out[kind, slug] for keys, kind, slug in references if (kind, slug) in out}
    if not checked or not named:
        return entry
    pruned = _taken_out(checked, tuple(named))
    findings = (*schema.violations(pruned.value), *entry_findings(pruned))
    if any(finding.rule.severity is Severity.ERROR for finding in findings):
        return next(iter(named.values()))
    return record_of(pruned, profiles=schemas.profiles)


def _taken_out(entry: RuleEntry, places: Sequence[KeyPath]) -> RuleEntry:
    """Return an entry without the references at `places`; a record that needs one goes with it."""
    value = deepcopy(dict(entry.value))
    doomed = {keys[:-1] if _is_needed(keys, entry) else keys: None for keys in places}
    for keys in reversed(doomed):  # the last of a list first, so that the places of others stay
        del value_at(value, keys[:-1])[keys[-1]]
    return replace(entry, value=entry.schema.coerce(value))


def _is_needed(keys: KeyPath, entry: RuleEntry) -> bool:
    """Tell whether a record in a list, or in a field, has to have what `keys` lead to."""
    owner = node_at(entry.schema.root, keys[:-1]) or {}
    return len(keys) > 1 and keys[-1] in owner.get("required", ())
