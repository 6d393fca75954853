"""Progress for a log: the plug-in's, where MkDocs prints."""

from typing import Protocol

from idebank.console.words import cli_wording


class Log(Protocol):
    """What a logger or its adapter can do for us."""

    def info(self, msg: object, /) -> None:
        """Write a line."""


class LogProgress:
    """Tells a log which stage begins."""

    def __init__(self, log: Log, language: str = "nb") -> None:
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
