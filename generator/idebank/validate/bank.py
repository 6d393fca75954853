"""The whole bank checked: every file on its own, then all of them together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from idebank.diagnostics import Diagnostic
from idebank.model import Initiative
from idebank.schema import Schema
from idebank.source import load_source, list_bank, load_sources
from idebank.validate.entries import check_entry
from idebank.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a bank found."""

    initiatives: tuple[Initiative, ...]
    """Those without errors, sorted by slug."""
    diagnostics: tuple[Diagnostic, ...]
    """With their places, in report order."""


def check_bank(
    root: Path,
    *,
    vocabulary: Vocabulary,
    schema: Schema,
    paths: Sequence[Path] | None = None,
    workers: int | None = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Checked:
    """Check the entries under `root`, or those of `paths`; `progress` hears how many of how many are done."""
    initiatives = []
    diagnostics = list(list_bank(root).problems)
    for source in load_sources(root, paths):
        initiative, told = check_entry(source, vocabulary=vocabulary, schema=schema)
        diagnostics += told
        if initiative:
            initiatives.append(initiative)
    return Checked(
        tuple(sorted(initiatives, key=lambda i: i.slug)), tuple(sorted(diagnostics, key=lambda d: d.sort_key))
    )
