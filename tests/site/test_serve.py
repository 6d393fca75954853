"""`mkdocs serve` shows the same site, and follows a change."""

from __future__ import annotations

import re
import socket
import threading
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.factories import PATH, entry_text, write_bank
from tests.site.commands import MINUTE, MKDOCS, build, copy_bank, read_until, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIVE_RELOAD = re.compile(rb"<script>\s*var livereload.*?</script>", re.DOTALL)
ATTEMPTS = 12
"""How often a change is written until the host has seen it: it may not be watching yet when the first is."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a bank that may be changed, with the site that `idebank build` makes of it."""
    copy = copy_bank(tmp_path_factory.mktemp("served") / "bank")
    build(copy, "--no-search")
    return copy


@pytest.fixture(scope="module")
def host(home: Path) -> Iterator[str]:
    """Return the address at which `mkdocs serve` shows the bank."""
    address = f"127.0.0.1:{_free_port()}"
    with started(*MKDOCS, "serve", "--dev-addr", address, "--livereload", cwd=home) as server:
        assert f"Serving on http://{address}/" in read_until("Serving on", server)
        yield f"http://{address}/"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _get(url: str, *, timeout: float = MINUTE) -> bytes:
    with urlopen(url, timeout=timeout) as answer:  # noqa: S310 - our own host
        body: bytes = answer.read()
        return body


@pytest.mark.parametrize("page", ["", "nn/tiltak/", "oversikt/", "om/", "tiltak/sprakkafe-kristiansand/"])
def test_served_page_is_the_built_one(home: Path, host: str, page: str) -> None:
    """Apart from its own address and the script that reloads, with leave to run, the host changes nothing."""
    served = LIVE_RELOAD.sub(b"", _get(host + page)).replace(b" 'unsafe-inline'", b"")
    served = served.replace(host.encode(), b"https://idebank.example/")

    assert served == (home / "site" / page / "index.html").read_bytes()


def test_change_of_an_entry_shows(home: Path, host: str) -> None:
    """Who writes an entry sees the change without doing anything but save it."""
    entry = next(home.glob("content/initiatives/*/sprakkafe-kristiansand.md"))
    text = entry.read_text(encoding="utf-8")
    epoch = int(_get(f"{host}livereload/0/0"))
    for attempt in range(ATTEMPTS):
        entry.write_text(f"{text}\n\nDette er nytt.{' ' * attempt}\n", encoding="utf-8")
        if _rebuilt(host, epoch):
            break

    assert b"Dette er nytt." in _get(f"{host}tiltak/{entry.stem}/")


def _rebuilt(host: str, epoch: int) -> bool:
    """Wait for the host to tell of a new site, as a browser does; return whether there is one."""
    try:
        return int(_get(f"{host}livereload/{epoch}/0", timeout=10)) > epoch
    except (URLError, TimeoutError):
        return False


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a small bank with a mistake in its one entry."""
    config = "site_name: Bank\nsite_url: https://bank.example/\ndocs_dir: content/pages\ntheme: material\n"
    files = {"mkdocs.yml": f"{config}plugins: [idebank]\n", "content/pages/nb/om.md": "# Om\n"}
    return write_bank(tmp_path / "bank", {**files, PATH: entry_text(phase="av og til")})


def _save_until(url: str, words: bytes, file: Path, text: str) -> bytes:
    """Save a file until a page has the words, and return the page; the host may not be watching at first."""
    page = b""
    for attempt in range(ATTEMPTS):
        file.write_text(text + "\n" * attempt, encoding="utf-8")
        epoch = int(_get(f"{url}livereload/0/0"))
        _rebuilt(url, epoch)
        page = _get(f"{url}tiltak/{file.stem}/")
        if words in page:
            break
    return page


def test_mistakes_show_in_the_browser(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bank with mistakes is served: they show, old pages go on, and all is well when they are mended."""
    address = f"127.0.0.1:{_free_port()}"
    entry, url = small / PATH, f"http://{address}/"
    temporary = small.with_name("tmp")
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with started(*MKDOCS, "serve", "--dev-addr", address, "--livereload", cwd=small) as server:
        read_until("Serving on", server)
        drain = threading.Thread(target=lambda: [None for _ in server.stderr or ()], daemon=True)
        drain.start()
        first = _get(url)
        mended = _save_until(url, b"Sykkelbuss til skolen", entry, entry_text())
        broken = _save_until(url, b"build-notice", entry, entry_text(title='"Ny tittel"', phase="av og til"))
        elsewhere, missing = _get(url), _get(f"{url}finnes-ikke/")
        again = _save_until(url, b"Ny tittel", entry, entry_text(title='"Ny tittel"'))
        (small / "mkdocs.yml").write_text("plugins: [", encoding="utf-8")
        settings = _save_until(url, b"build-notice", entry, entry_text(title='"Ny tittel"'))
        server.terminate()
        code = server.wait(MINUTE)

    assert "«av og til»".encode() in first
    assert b'http-equiv="refresh"' in first
    assert b"build-notice" not in mended
    assert "«av og til»".encode() in broken
    assert b"Sykkelbuss til skolen" in broken
    assert b"var livereload" in broken
    assert b"build-notice" in elsewhere
    assert b"build-notice" in missing
    assert b"build-notice" not in again
    assert b"Ny tittel" in settings
    assert code == 143
    assert list(temporary.iterdir()) == []
