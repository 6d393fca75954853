"""Pull requests between two copies of the small bank."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from click.testing import CliRunner, Result

from idebank.cli import main
from tests.fixture_bank import BANK

IDENTITY: Final = ("-c", "user.name=A", "-c", "user.email=a@example.org")


def git(folder: Path, *arguments: str) -> bytes:
    """Run git in a folder."""
    return subprocess.run(
        ["git", "-C", str(folder), *IDENTITY, *arguments], check=True, capture_output=True
    ).stdout


@dataclass
class PullRequest:
    """A bank before and after a change."""

    base: Path
    root: Path

    def review(self, author: str = "NONE", preview: str = "") -> Result:
        """Commit what is changed, and look it over."""
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--allow-empty", "--message", "b")
        changes = self.root.parent / "changes"
        changes.write_bytes(git(self.root, "diff", "--raw", "-z", "--no-renames", "base", "HEAD"))
        self.file = self.root.parent / "summary.md"
        self.file.unlink(missing_ok=True)
        return CliRunner().invoke(
            main,
            [
                "review", "--root", str(self.root), "--base", str(self.base), "--changes", str(changes),
                "--author", author, "--preview", preview, "--summary", str(self.file),
            ],
        )  # fmt: skip

    @property
    def summary(self) -> str:
        """The job's summary."""
        return self.file.read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Change a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def commit_base(base: Path) -> PullRequest:
    """Return a pull request on the bank at `base` that changes nothing yet."""
    git(base, "init", "--quiet")
    git(base, "add", "--all")
    git(base, "commit", "--quiet", "--message", "a")
    git(base, "tag", "base")
    return PullRequest(base, Path(shutil.copytree(base, base.parent / "endring")))


def copy_bank(folder: Path) -> Path:
    """Return a copy of the small bank below `folder`."""
    return Path(shutil.copytree(BANK, folder / "base"))
