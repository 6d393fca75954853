"""The work of a test in a process whose memory has an end: `python -m tests.cost.work <work> <bank>`."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Final

from idebank.catalog import build_catalog
from idebank.cli import main
from idebank.console.words import diagnostics_text
from idebank.render import render_markdown
from idebank.report import FORMATS
from idebank.resources import schema_folder
from idebank.search import build_search_index, load_lexicon
from idebank.source import list_bank
from tests.factories import check, profiles, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MEGABYTE: Final = 2**20


def check_each(root: Path) -> None:
    """Check every entry by itself and tell of it in every way; print each that takes longest so far."""
    check(root, paths=[root / list_bank(root).entries[0]])
    longest = 0.0
    for path in list_bank(root).entries:
        start = process_time()
        diagnostics = check(root, paths=[root / path]).diagnostics
        checked = process_time() - start
        for form in FORMATS:
            diagnostics_text(diagnostics, root=root, language="nb", format_=form)
        if checked > longest:
            longest = checked
            sys.stdout.write(f"{checked:.3f} {path}\n")


def make_all(root: Path) -> None:
    """Make of every entry what the size of its text tells on: catalogue, search, story."""
    entries = check(root, workers=1).entries
    catalog = build_catalog(entries, vocabulary=vocabulary())
    lexicon = load_lexicon(schema_folder() / "vocabulary" / "words.csv", vocabulary())
    files = build_search_index(catalog, lexicon=lexicon, profiles=profiles()).files
    stories = sum(len(render_markdown(entry.body)) for entry in entries)
    sys.stdout.write(f"{len(entries)} {sum(map(len, files.values()))} {stories}\n")


def build(root: Path) -> None:
    """Build the bank's site as its owner would."""
    main(["build", "-f", str(root / "mkdocs.yml"), "-d", str(root / "site")])


_WORKS: Final[Mapping[str, tuple[Callable[[Path], None], int]]] = {
    "check": (check_each, 300 * _MEGABYTE),
    "make": (make_all, 1_000 * _MEGABYTE),
    "build": (build, 1_000 * _MEGABYTE),
}

if __name__ == "__main__":
    work, most = _WORKS[sys.argv[1]]
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    work(Path(sys.argv[2]))
