"""docs/benchmarks.md: what was measured, on what, and whether the wanted figures hold."""

import os
import platform
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from string import Template
from typing import Final

from .measure import Cost, Output
from .systems import HUGO, SYSTEMS, Peers, Step

_TEMPLATE: Final = Path(__file__).resolve().parent / "benchmarks.md.template"
_GIGABYTE: Final = 10**9
_MEGABYTE: Final = 10**6
_COLUMNS: Final = (
    "system",
    "median",
    "least–most",
    "processor",
    "× Hugo",
    "× idebank",
    "pages",
    "output",
    "peak memory",
    "runs",
)
_BASELINES: Final = {Peers.BUILD: ("hugo", "ours"), Peers.SEARCH: ("hugo-search", "ours-search")}


@dataclass(frozen=True, slots=True)
class Run:
    """One measured run of one step."""

    cost: Cost
    output: Output


Runs = Mapping[tuple[int, str], Sequence[Run]]
"""All runs by number of entries and key of the step."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure that the bank is to reach at 10,000 entries."""

    text: str
    limit: float
    value: Callable[[Runs, int], float | None]
    form: str = "{:.2f}"


def render_document(runs: Runs, *, sizes: Sequence[int], rounds: int) -> str:
    """Return the whole document."""
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        machine=_machine(),
        versions=_versions(),
        rounds=f"{rounds} rounds" if rounds > 1 else "one round",
        tables="\n".join(_table(runs, entries) for entries in sizes),
        wanted=_wanted(runs, sizes),
    )


def _table(runs: Runs, entries: int) -> str:
    lines = [
        f"### {entries:,} entries",
        "",
        f"| {' | '.join(_COLUMNS)} |",
        f"| --- |{' ---: |' * (len(_COLUMNS) - 1)}",
    ]
    steps = [step for system in SYSTEMS for step in system.steps if (entries, step.key) in runs]
    lines += [
        _row(runs, step, entries) for step in sorted(steps, key=lambda step: list(Peers).index(step.peers))
    ]
    return "\n".join([*lines, ""])


def _row(runs: Runs, step: Step, entries: int) -> str:
    own = runs[entries, step.key]
    seconds = [run.cost.seconds for run in own]
    hugo, ours = (_ratio(runs, entries, step.key, other) for other in _BASELINES.get(step.peers, ("", "")))
    checked = step.peers is Peers.CHECK
    cells = [
        step.label,
        f"{median(seconds):.2f} s",
        f"{min(seconds):.2f}–{max(seconds):.2f}",
        f"{median(run.cost.processor_seconds for run in own):.2f} s",
        "" if hugo is None else f"{hugo:.2f}",
        "" if ours is None else f"{ours:.2f}",
        "" if checked else f"{own[0].output.pages:,}",
        "" if checked else f"{own[0].output.size / _MEGABYTE:,.0f} MB",
        _memory(own),
        str(len(own)),
    ]
    return f"| {' | '.join(cells)} |"


def _memory(runs: Sequence[Run]) -> str:
    peak = max(run.cost.peak_bytes for run in runs)
    return f"{peak / _MEGABYTE:,.0f} MB" if peak else "not measured"


def _seconds(runs: Runs, entries: int, key: str) -> float | None:
    own = runs.get((entries, key))
    return median(run.cost.seconds for run in own) if own else None


def _ratio(runs: Runs, entries: int, key: str, other: str) -> float | None:
    above, below = _seconds(runs, entries, key), _seconds(runs, entries, other)
    return above / below if above and below else None


def _peak(runs: Runs, entries: int) -> float | None:
    peaks = [run.cost.peak_bytes for run in runs.get((entries, "ours"), ())]
    return max(peaks, default=0) / _GIGABYTE or None


WANTED: Final = (
    Wanted("build without search ÷ Hugo", 0.5, lambda runs, n: _ratio(runs, n, "ours", "hugo")),
    Wanted(
        "build with search ÷ (Hugo + Pagefind)",
        0.8,
        lambda runs, n: _ratio(runs, n, "ours-search", "hugo-search"),
    ),
    Wanted(
        "build with 1,000 adoptions, 300 needs, 100 events, 20 networks besides ÷ build without",
        1.25,
        lambda runs, n: _ratio(runs, n, "ours-kinds", "ours"),
    ),
    Wanted("peak memory of a build without search", 1.0, _peak, "{:.2f} GB"),
    Wanted("`idebank check`, all entries", 5.0, lambda runs, n: _seconds(runs, n, "check"), "{:.2f} s"),
    Wanted("`idebank check`, one entry", 0.5, lambda runs, n: _seconds(runs, n, "check-one"), "{:.2f} s"),
)


def _wanted(runs: Runs, sizes: Sequence[int]) -> str:
    entries = max(sizes)
    lines = [
        f"| at {entries:,} entries | wanted at most | measured | holds |",
        "| --- | ---: | ---: | --- |",
        *(_wanted_row(wanted, wanted.value(runs, entries)) for wanted in WANTED),
    ]
    return "\n".join(lines)


def _wanted_row(wanted: Wanted, value: float | None) -> str:
    limit = wanted.form.format(wanted.limit)
    if value is None:
        return f"| {wanted.text} | {limit} | not measured | |"
    holds = "yes" if value <= wanted.limit else "**no**"
    return f"| {wanted.text} | {limit} | {wanted.form.format(value)} | {holds} |"


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} on {platform.machine()}, {cores} cores, {memory:.0f} GiB of memory"


def _versions() -> str:
    return "\n".join(f"- {name} {number}" for name, number in _programs())


def _programs() -> Iterator[tuple[str, str]]:
    yield "Python", platform.python_version()
    yield "idebank", version("idebank")
    found = re.search(
        r"v(\d[\d.]*)", subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
    )
    yield "Hugo", found[1] if found else "unknown"
    yield "Pagefind", version("pagefind")
    yield "MkDocs", version("mkdocs")
    yield "Material for MkDocs", version("mkdocs-material")
