"""The browser tests find their browser, or say what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    browser.find_chromium.cache_clear()
    yield
    browser.find_chromium.cache_clear()


def _executable(path: Path) -> str:
    path.touch(mode=0o755)
    return str(path)


def test_named_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names a browser gets that one."""
    _executable(tmp_path / "chromium")
    named = _executable(tmp_path / "mine")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("IDEBANK_CHROMIUM", named)

    assert browser.find_chromium() == named


def test_browser_on_path_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chrome is as good as Chromium."""
    chrome = _executable(tmp_path / "google-chrome")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("IDEBANK_CHROMIUM", raising=False)

    assert browser.find_chromium() == chrome


def test_missing_browser_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong name is not quietly replaced by another browser, and the tests do not begin."""
    monkeypatch.setenv("IDEBANK_CHROMIUM", str(tmp_path / "none"))
    exit_code = browser.main()

    assert exit_code == 1
    assert capsys.readouterr().err == browser.MISSING + "\n"


@pytest.mark.browser
def test_browser_starts(chromium: Browser) -> None:
    """The shared browser shows a page."""
    page = chromium.new_page()
    page.set_content("<h1>Hei</h1>")
    heading = page.inner_text("h1")
    page.close()

    assert heading == "Hei"
