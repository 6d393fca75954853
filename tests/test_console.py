"""What the command line and the plug-in say while they work."""

from __future__ import annotations

import logging
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from idebank.console.bars import BarProgress
from idebank.console.log import LogProgress
from idebank.console.words import cli_wording, closing_line, diagnostics_text, timing_lines
from idebank.progress import Summary
from idebank.vocabulary import LANGUAGES
from tests.factories import PATH, check, entry_text, write_bank

if TYPE_CHECKING:
    from pathlib import Path

SUMMARY = Summary(69, 2345, {"check": 0.25, "pages": 1.5})
STAGES = ("check", "catalog", "cards", "pages", "files", "search")


@pytest.mark.parametrize(
    ("language", "advice", "line"),
    [
        ("nb", 0, "Siden er bygd: 69 bidrag, 2\u00a0345 sider, 1,8 s."),
        (
            "nb",
            1,
            "Siden er bygd: 69 bidrag, 2\u00a0345 sider, 1,8 s. Ett råd om innholdet: kjør «idebank check».",
        ),
        ("en", 0, "The site is built: 69 entries, 2,345 pages, 1.8 s."),
    ],
)
def test_closing_line(language: str, advice: int, line: str) -> None:
    """One line tells what was made and how long it took, and that there is advice when there is some."""
    assert line == closing_line(SUMMARY, advice=advice, language=language)


def test_timing_lines() -> None:
    """Each stage has a line with its seconds."""
    assert list(timing_lines(SUMMARY, language="nb")) == [
        "    0.25 s  Leser og sjekker bidragene",
        "    1.50 s  Skriver sider",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", STAGES)
def test_stages_have_words(language: str, stage: str) -> None:
    """Each stage has a name in each language."""
    assert cli_wording(language).t(f"stage.{stage}")


def test_diagnostics_text(tmp_path: Path) -> None:
    """A mistake is shown with the line it is in."""
    root = write_bank(tmp_path, {PATH: entry_text(phase="ferdig?")})

    text = diagnostics_text(check(root).diagnostics, root=root, language="nb")

    assert f"{PATH}:10:8: feil:" in text
    assert "10 | phase: ferdig?" in text


def test_diagnostics_text_without_file(tmp_path: Path) -> None:
    """A mistake is told though its file has gone away meanwhile."""
    root = write_bank(tmp_path, {PATH: entry_text(phase="ferdig?")})
    diagnostics = check(root).diagnostics
    (root / PATH).unlink()

    text = diagnostics_text(diagnostics, root=root, language="nb")

    assert f"{PATH}:10:8: feil:" in text
    assert "10 |" not in text


def test_log(caplog: pytest.LogCaptureFixture) -> None:
    """A log names each stage as it begins, with how much there is to do."""
    progress = LogProgress(logging.getLogger("tests.console"))

    with caplog.at_level(logging.INFO):
        progress.start("check", total=1)
        progress.start("pages", total=2345)
        progress.advance(1)
        progress.finish()

    assert caplog.messages == ["Leser og sjekker bidragene", "Skriver sider (2\u00a0345)"]


def test_bars() -> None:
    """A terminal shows a bar for each stage, which is full at the end."""
    terminal = StringIO()
    bars = BarProgress(Console(file=terminal, force_terminal=True, width=100), "nb")

    bars.start("pages", total=7)
    bars.advance(3)
    bars.finish()
    bars.close()

    assert "Skriver sider" in terminal.getvalue()
    assert "3/7" in terminal.getvalue()
    assert "7/7" in terminal.getvalue()
