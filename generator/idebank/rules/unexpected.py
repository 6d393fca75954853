"""What the check itself stumbled over: an error of ours, but told at the file that it was about."""

from collections.abc import Callable, Iterable
from typing import Final

from idebank.diagnostics import Finding, Rule
from idebank.faults import EntryFaultsError, in_hand

NOT_UNDERSTOOD: Final = Rule("not-understood")

RULES: Final = (NOT_UNDERSTOOD,)


def findings_or_fault(path: str, look: Callable[[], Iterable[Finding]]) -> tuple[Finding, ...]:
    """Return what `look` finds in the file at `path`, or that it could not."""
    try:
        with in_hand(path):
            return tuple(look())
    except EntryFaultsError as error:
        return fault_findings(error)


def fault_findings(error: EntryFaultsError) -> tuple[Finding, ...]:
    """Return what went wrong as findings."""
    return tuple(Finding(NOT_UNDERSTOOD, params={"kind": fault.kind}) for fault in error.faults)
