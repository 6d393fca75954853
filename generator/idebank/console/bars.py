"""Progress for a terminal: a bar for each stage."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from idebank.console.words import cli_wording


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
