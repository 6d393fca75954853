"""The real commands, run on copies of the repository's bank."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY: Final = Path(__file__).parents[2]
IDEBANK: Final = (str(Path(sys.executable).with_name("idebank")),)
MKDOCS: Final = (sys.executable, "-m", "mkdocs")
MINUTE: Final = 60.0
"""No command of a test takes so long on any machine; one that does hangs."""


def environment() -> dict[str, str]:
    """Return the environment of a command: ours, without Material's page about MkDocs 2 in every log."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and return what it said."""
    return subprocess.run(
        command,
        check=False,
        cwd=cwd,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=5 * MINUTE,
    )


@contextlib.contextmanager
def started(*command: str | Path, cwd: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a command that the test ends; its log goes to `stderr`. One that hangs is ended after a while."""
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    too_late = threading.Timer(5 * MINUTE, kill, [process])
    too_late.start()
    try:
        yield process
    finally:
        too_late.cancel()
        kill(process)
        process.communicate()


def kill(process: subprocess.Popen[str]) -> None:
    """End a command and the processes it has started, without a chance to tidy up."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def read_until(words: str, process: subprocess.Popen[str]) -> str:
    """Wait until a command's log has a line with `words`, or ends, and return what it has said."""
    said = []
    for line in process.stderr or ():
        said.append(line)
        if words in line:
            break
    return "".join(said)


def build(bank: Path, *arguments: str | Path, config: str = "mkdocs.yml") -> Path:
    """Build a bank with `idebank build` and return its site."""
    finished = run(*IDEBANK, "build", "--config-file", config, *arguments, cwd=bank)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return bank / "site"


def copy_bank(to: Path) -> Path:
    """Copy the repository's settings and content."""
    shutil.copytree(REPOSITORY / "content", to / "content")
    shutil.copy2(REPOSITORY / "mkdocs.yml", to)
    return to


def configure(bank: Path, name: str, text: str) -> str:
    """Write settings of the bank that differ from its own, and return their file's name."""
    (bank / name).write_text(f"INHERIT: mkdocs.yml\n{text}", encoding="utf-8")
    return name


def tree(folder: Path) -> dict[str, str]:
    """Return a fingerprint of each file by its path; what Python leaves beside a hook does not count."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
