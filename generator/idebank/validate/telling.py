"""What is told of a file: the first things of each kind, and of the rest how many there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from idebank import limits
from idebank.diagnostics import NO_PARAMS, Diagnostic


def abridged_bank(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is told of each file, file by file, in report order."""
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.path)
    for _, own in groupby(ordered, key=lambda diagnostic: diagnostic.path):
        yield from sorted(abridged(tuple(own)), key=lambda diagnostic: diagnostic.sort_key)


def abridged(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return what is told of one file; what was left out already stays so, and is counted with the rest."""
    if len(diagnostics) <= limits.TOLD_OF_A_RULE:
        return diagnostics
    kept: list[Diagnostic] = []
    left: dict[str, list[Diagnostic]] = defaultdict(list)
    of_rule: Counter[str] = Counter()
    for diagnostic in sorted(diagnostics, key=lambda own: (own.line, own.column)):
        of_rule[diagnostic.rule] += 1
        too_many = len(kept) == limits.TOLD or of_rule[diagnostic.rule] > limits.TOLD_OF_A_RULE
        (left[diagnostic.rule] if diagnostic.further or too_many else kept).append(diagnostic)
    return (*kept, *map(_rest, left.values()))


def _rest(left: list[Diagnostic]) -> Diagnostic:
    """Return the one that stands for all that are left out of a rule, at the place of the first."""
    return replace(left[0], params=NO_PARAMS, further=sum(diagnostic.count for diagnostic in left))
