"""`idebank check --watch`: checks again whenever a file is saved, and says only what changed."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Final

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from idebank.console.news import News, news
from idebank.console.words import cli_wording
from idebank.diagnostics import Diagnostic

# What it says when it is stopped in the middle of a change is nobody's to mend.
logging.getLogger("watchdog").addHandler(logging.NullHandler())

_REST: Final = 0.3
"""Seconds without a change after which it is time to look: an editor saves in several steps."""
_PATIENCE: Final = 1.0
"""Seconds between looks at whether somebody wants to stop."""


class _Saved(FileSystemEventHandler):
    """Notes that something was written, made, moved or deleted."""

    def __init__(self) -> None:
        self.changed = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note it; that a file was only read is no change."""
        if event.event_type not in {"opened", "closed", "closed_no_write"}:
            self.changed.set()


def watch(
    folder: Path,
    first: Sequence[Diagnostic],
    *,
    look: Callable[[], Sequence[Diagnostic]],
    told: Callable[[Sequence[Diagnostic]], str],
    language: str,
) -> None:
    """Call `look` after each change in `folder` and print what is new, until Ctrl-C; `told` words it."""
    wording = cli_wording(language)
    saved, observer = _Saved(), Observer()
    observer.schedule(saved, str(folder), recursive=True)
    observer.start()
    click.echo(wording.t("watch.begin", folder=folder))
    before = first
    try:
        while True:
            if not saved.changed.wait(_PATIENCE):
                continue
            while saved.changed.is_set():
                saved.changed.clear()
                saved.changed.wait(_REST)
            after = look()
            click.echo(_line(news(before, after), told, language), nl=False)
            before = after
    except KeyboardInterrupt:
        click.echo()
        click.echo(wording.t("watch.end"))
    finally:
        observer.stop()
        observer.join()


def _line(found: News, told: Callable[[Sequence[Diagnostic]], str], language: str) -> str:
    """Return what to print after a look: nothing, where nothing changed."""
    if not found.is_any:
        return ""
    wording = cli_wording(language)
    gone = f"{wording.tn('watch.gone', found.gone)}\n" if found.gone else ""
    appeared = told(found.appeared) if found.appeared else ""
    closing = wording.tn("watch.left", found.left) if found.left else wording.t("watch.clean")
    return f"{gone}{appeared}{closing}\n"
