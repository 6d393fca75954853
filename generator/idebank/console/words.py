"""The words of the command line, the same in the plug-in's log."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from idebank import resources
from idebank.diagnostics import Diagnostic
from idebank.messages import load_messages
from idebank.progress import Summary
from idebank.report import render
from idebank.source import load_source
from idebank.wording import Wording


def cli_wording(language: str) -> Wording:
    """Return the words of the command line in one language."""
    return Wording(language, load_messages(resources.theme_folder() / "messages" / "cli", language))


def intake_wording(language: str) -> Wording:
    """Return the words of what is answered to contributors and told to editors in one language."""
    return Wording(language, load_messages(resources.theme_folder() / "messages" / "intake", language))


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


def aside_lines(summary: Summary, *, language: str) -> Iterator[str]:
    """Yield a line for each entry that a site had to be made without."""
    wording = cli_wording(language)
    for fault in summary.aside:
        yield wording.t("build.aside", path=fault.path, reason=fault.reason, kind=fault.kind)
    for path, other in summary.followed.items():
        yield wording.t("build.aside.followed", path=path, other=other)


def timing_lines(summary: Summary, *, language: str) -> Iterator[str]:
    """Yield a line for each stage of a build, with its seconds."""
    wording = cli_wording(language)
    for stage, seconds in summary.seconds.items():
        yield f"{seconds:8.2f} s  {wording.t(f'stage.{stage}')}"


def diagnostics_text(  # noqa: PLR0913 - everything that a report is made from
    diagnostics: Sequence[Diagnostic],
    *,
    root: Path,
    language: str,
    format_: str = "text",
    colour: bool = False,
    read: Mapping[str, int] | None = None,
) -> str:
    """Return diagnostics as `idebank check` prints them; the lines they quote are read below `root`.

    `read` says how many entries of each kind were looked at.
    """

    def source(path: str) -> str | None:
        raw = load_source(root, path).raw
        text = None if raw is None else raw.decode("utf-8", "replace")
        return text and text.replace("\r\n", "\n").replace("\r", "\n")

    return render(diagnostics, format=format_, language=language, colour=colour, sources=source, read=read)
