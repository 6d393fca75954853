"""The hook that other repositories can run before each commit."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from idebank.kinds import KINDS
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT: Final = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def hook() -> Mapping[str, Any]:
    """Return the only hook."""
    hooks: list[dict[str, Any]] = yaml.safe_load(
        (PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    )
    (only,) = hooks
    return only


def test_hook_looks_at_entries_of_every_kind(hook: Mapping[str, Any]) -> None:
    """Each kind's folder is looked at, and prose pages are not."""
    assert all(re.search(hook["files"], f"content/{kind.folder}/nordland/a.md") for kind in KINDS.values())
    assert not re.search(hook["files"], "content/pages/nb/om.md")
    assert not re.search(hook["files"], "README.md")


@pytest.mark.parametrize(("title", "code"), [('"Sykkelbuss til skolen"', 0), ("Matsvinn: slik", 1)])
def test_hook_stops_what_is_wrong(hook: Mapping[str, Any], tmp_path: Path, title: str, code: int) -> None:
    """The command, given the files as pre-commit gives them, passes what is right and stops what is not."""
    write_bank(tmp_path, {PATH: entry_text(title=title)})
    command, *arguments = shlex.split(hook["entry"])
    done = subprocess.run(
        [Path(sys.executable).parent / command, *arguments, PATH],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )

    assert done.returncode == code
