"""The search index, made by Pagefind from the finished entry pages."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from idebank.kinds import KINDS
from idebank.search.settle import settle

_GLOB: Final = f"{{{','.join(kind.address for kind in KINDS.values())}}}/*/index.html"
"""Entry pages only: one address per entry, whatever language the reader's interface has."""
_UNUSED: Final = (
    *("pagefind-ui.js", "pagefind-ui.css", "pagefind-modular-ui.js", "pagefind-modular-ui.css"),
    *("pagefind-component-ui.js", "pagefind-component-ui.css", "pagefind-highlight.js"),
)
"""Pagefind's own interfaces, which the site does not use."""


class SearchIndexError(RuntimeError):
    """Raised when Pagefind could not make the index; its text is what Pagefind said."""


def build_index(site: Path) -> None:
    """Write `pagefind/` into `site`.

    One index for both written forms: with `nb` and `nn` apart, neither would find the other.
    """
    command = [
        sys.executable, "-m", "pagefind", "--site", str(site), "--glob", _GLOB,
        "--force-language", "no", "--output-subdir", "pagefind", "--quiet",
    ]  # fmt: skip
    finished = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed arguments
    if finished.returncode:
        raise SearchIndexError((finished.stderr or finished.stdout).strip())
    for name in _UNUSED:
        (site / "pagefind" / name).unlink(missing_ok=True)
    settle(site / "pagefind")
