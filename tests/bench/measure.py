"""One command run and measured: wall time, peak memory of all its processes, and what it left on disk."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_INTERVAL: Final = 0.05
_LEAST_REST: Final = 20
"""The sampler rests this many times as long as it worked: it costs at most a twentieth of a core."""


class CommandFailedError(Exception):
    """A measured command ended with another exit code than the expected ones; the text is its last output."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    processor_seconds: float
    """Summed over its processes; other work on the machine changes it less than the wall time."""
    peak_bytes: int
    """Most memory at one time, summed over its processes; 0 where the system does not tell."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a build left on disk."""

    pages: int
    size: int
    """Bytes of all files."""


def measure(command: Sequence[str], *, folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run `command` in `folder` and return its cost; raises CommandFailedError when it ends with an error."""
    os.sync()
    with tempfile.TemporaryFile() as log:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=log,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        sampler = _Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = code = os.waitstatus_to_exitcode(status)
        sampler.stop()
        if code != 0:
            log.seek(0)
            raise CommandFailedError(log.read().decode(errors="replace")[-2000:])
    return Cost(seconds, usage.ru_utime + usage.ru_stime, sampler.peak)


def survey(folder: Path) -> Output:
    """Return the number of HTML pages and the size of all files below `folder`."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Output(sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files))


@dataclass
class _Sampler:
    """Watches the memory of a session of processes from a thread."""

    session: int
    peak: int = 0
    _stopped: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread = field(init=False)

    def start(self) -> None:
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        rest = 0.0
        while not self._stopped.wait(rest):
            started = time.perf_counter()
            self.peak = max(self.peak, _memory(list(_session(self.session))))
            rest = max(_INTERVAL, _LEAST_REST * (time.perf_counter() - started))


def _session(leader: int) -> Iterator[Path]:
    """Yield the /proc folders of all processes in the session, also those whose parent has ended."""
    if not _PROC.is_dir():
        return
    for folder in _PROC.iterdir():
        if not folder.name.isdigit():
            continue
        try:
            status = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if int(status.rpartition(")")[2].split()[3]) == leader:
            yield folder


def _memory(processes: Sequence[Path]) -> int:
    """Return the memory of processes together; what forked ones share is counted once."""
    field_name = "Rss:" if len(processes) == 1 else "Pss:"
    return sum(_rollup(process, field_name) for process in processes)


def _rollup(process: Path, field_name: str) -> int:
    try:
        if field_name == "Rss:":
            pages = int((process / "statm").read_text(encoding="ascii").split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE")
        for line in (process / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith(field_name):
                return int(line.split()[1]) * 1024
    except (OSError, IndexError):
        pass  # It ended meanwhile.
    return 0
