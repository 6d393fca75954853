"""What the command line and the plug-in say while they work: the same words in both."""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from idebank import resources
from idebank.build import Summary
from idebank.diagnostics import Diagnostic
from idebank.messages import load_messages
from idebank.report import render
from idebank.wording import Wording


def cli_wording(language: str) -> Wording:
    """Return the words of the command line in one language."""
    return Wording(language, load_messages(resources.theme_folder() / "messages" / "cli", language))


def closing_line(summary: Summary, *, advice: int, language: str) -> str:
    """Return one line that says what a build made and how long it took."""
    wording = cli_wording(language)
    seconds = f"{sum(summary.seconds.values()):.1f}"
    if language != "en":
        seconds = seconds.replace(".", ",")
    line = wording.t(
        "build.done",
        entries=wording.number(summary.entries),
        pages=wording.number(summary.pages),
        seconds=seconds,
    )
    return f"{line} {wording.tn('build.advice', advice)}" if advice else line


def timing_lines(summary: Summary, *, language: str) -> Iterator[str]:
    """Yield a line for each stage of a build, with its seconds."""
    wording = cli_wording(language)
    for stage, seconds in summary.seconds.items():
        yield f"{seconds:8.2f} s  {wording.t(f'stage.{stage}')}"


def diagnostics_text(diagnostics: Sequence[Diagnostic], *, root: Path, language: str) -> str:
    """Return diagnostics as `idebank check` prints them."""

    def source(path: str) -> str | None:
        try:
            return (root / path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None

    return render(diagnostics, format="text", language=language, colour=False, sources=source)


class LogProgress:
    """Tells a log which stage begins."""

    def __init__(
        self, log: "logging.Logger | logging.LoggerAdapter[logging.Logger]", language: str = "nb"
    ) -> None:
        """Write to `log` at level INFO."""
        self._log = log
        self._wording = cli_wording(language)

    def start(self, stage: str, *, total: int) -> None:
        """Name the stage and how much there is to do."""
        amount = f" ({self._wording.number(total)})" if total > 1 else ""
        self._log.info(self._wording.t(f"stage.{stage}") + amount)

    def advance(self, steps: int) -> None:
        """Say nothing: a log has no bar."""

    def finish(self) -> None:
        """Say nothing: the next line tells."""


class BarProgress:
    """Draws a bar for each stage on a terminal.

    Nothing is drawn from a thread of its own: work is forked, and a fork must not copy a lock that is held.
    """

    def __init__(self, console: Console, language: str) -> None:
        """Draw on `console`."""
        self._wording = cli_wording(language)
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            auto_refresh=False,
            transient=True,
        )
        self._task = TaskID(0)
        self._bars.start()

    def start(self, stage: str, *, total: int) -> None:
        """Begin a bar."""
        self._task = self._bars.add_task(self._wording.t(f"stage.{stage}"), total=total)
        self._bars.refresh()

    def advance(self, steps: int) -> None:
        """Move the bar."""
        self._bars.advance(self._task, steps)
        self._bars.refresh()

    def finish(self) -> None:
        """Fill the bar."""
        task = self._bars.tasks[-1]
        self._bars.update(self._task, completed=task.total)
        self._bars.refresh()

    def close(self) -> None:
        """Take the bars away."""
        self._bars.stop()
