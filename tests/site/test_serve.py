"""`mkdocs serve` shows the same site, and follows a change."""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

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
