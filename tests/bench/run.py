"""`make bench`: builds the generated bank with every system in turn and writes docs/benchmarks.md."""

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import click

from .corpus import PROJECT, write_corpus
from .document import Run, render_document
from .measure import CommandFailedError, Cost, measure, survey
from .systems import SYSTEMS, Step, System, command_line, runs_in_round

_SEED: Final = 20261122
_ENVIRONMENT: Final = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}
_DOCUMENT: Final = PROJECT / "docs" / "benchmarks.md"


@dataclass
class Bench:
    """All runs of one benchmark, collected as they come."""

    folder: Path
    systems: Sequence[System]
    rounds: int
    runs: defaultdict[tuple[int, str], list[Run]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)

    def measure_size(self, entries: int) -> None:
        """Build a bank of `entries` entries with every system in turn, round after round."""
        click.echo(f"{entries:,} entries: writing the bank in {len(self.systems)} forms")
        place = self.folder / str(entries)
        write_corpus(place / "bank", entries=entries, seed=_SEED)
        for system in self.systems:
            system.write(place / "bank", place / system.key)
        for number in range(self.rounds):
            for system in self.systems:
                self._measure_system(system, place, entries, number)
        shutil.rmtree(place)

    def _measure_system(self, system: System, place: Path, entries: int, number: int) -> None:
        before: Run | None = None
        for step in system.steps:
            if not runs_in_round(step, number=number, entries=entries):
                continue
            try:
                before = _measure_step(system, step, place, before)
            except CommandFailedError as error:
                self._report(entries, number, step, f"failed\n{error}")
                self.failed.append(f"{step.label}, {entries:,} entries")
                return
            self.runs[entries, step.key].append(before)
            self._report(entries, number, step, _told(before.cost))

    def _report(self, entries: int, number: int, step: Step, text: str) -> None:
        click.echo(f"{entries:,} entries, round {number + 1} of {self.rounds}: {step.label:<44} {text}")


def _told(cost: Cost) -> str:
    memory = cost.peak_bytes / 10**6
    return f"{cost.seconds:8.2f} s {cost.processor_seconds:8.2f} s of processor {memory:7,.0f} MB"


def _measure_step(system: System, step: Step, place: Path, before: Run | None) -> Run:
    """Run one step on a clean folder, or on what the step before left when it continues that."""
    folder = place / system.key
    if not step.continues:
        _clean(system, folder)
    command = command_line(step, folder if system.key == "ours" else place / "bank")
    cost = measure(command, folder=folder, environment=_ENVIRONMENT)
    if step.continues and before:
        cost = Cost(
            cost.seconds + before.cost.seconds,
            cost.processor_seconds + before.cost.processor_seconds,
            max(cost.peak_bytes, before.cost.peak_bytes),
        )
    return Run(cost, survey(folder / system.site))


def _clean(system: System, folder: Path) -> None:
    for path in _leftovers(system, folder):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _leftovers(system: System, folder: Path) -> Iterator[Path]:
    for pattern in (system.site, *system.leftovers):
        yield from list(folder.glob(pattern))


@click.command()
@click.option("--sizes", default="1000,10000", show_default=True, help="Numbers of entries.")
@click.option("--rounds", default=3, show_default=True, help="How many times each build is run.")
@click.option(
    "--systems",
    default=",".join(system.key for system in SYSTEMS),
    show_default=True,
    help="What is compared.",
)
@click.option(
    "--quick", is_flag=True, help="200 entries in one round, to see that everything works; writes nothing."
)
@click.option(
    "--output", type=click.Path(path_type=Path), default=_DOCUMENT, help="The document that is written."
)
def main(*, sizes: str, rounds: int, systems: str, quick: bool, output: Path) -> None:
    """Compare idebank with Hugo and plain MkDocs on a generated bank, and write docs/benchmarks.md."""
    chosen = [system for system in SYSTEMS if system.key in systems.split(",")]
    numbers = [200] if quick else sorted(int(size) for size in sizes.split(","))
    with tempfile.TemporaryDirectory(prefix="idebank-bench-") as folder:
        bench = Bench(Path(folder), chosen, 1 if quick else rounds)
        for entries in numbers:
            bench.measure_size(entries)
    text = render_document(bench.runs, sizes=numbers, rounds=bench.rounds)
    if quick:
        click.echo(text)
    else:
        output.parent.mkdir(exist_ok=True)
        output.write_text(text, encoding="utf-8")
        click.echo(f"Written to {output.relative_to(PROJECT) if output.is_relative_to(PROJECT) else output}.")
    if bench.failed:
        sys.exit(f"Failed: {'; '.join(bench.failed)}")


if __name__ == "__main__":
    main()
