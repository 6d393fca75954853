"""Links out of the bank."""

from __future__ import annotations

import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

import pytest
from click.testing import CliRunner

from idebank.cli import main
from idebank.model import Attachment, Contact, Link, Recording
from idebank.outward import Verdict, outward_links, verdicts, visit
from tests.factories import event, initiative

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STATUS = {"/": 200, "/borte": 404, "/slutt": 410, "/feil": 500, "/nei": 403, "/videre": 302}
PLACE = "https://a.example"

NETWORK = f"""---
title: Nettverk
summary: Vi møtes.
language: nb
network_kind: county
counties: [Vestfold]
coordinator: {{role: Miljø, url: {PLACE}/borte}}
sdgs: ["12"]
url: {PLACE}/
published: "2026-05-06"
licence: CC-BY-4.0
---

Tekst.
"""


class _Pages(BaseHTTPRequestHandler):
    """A host that answers by path, and does not care for questions about heads on one of them."""

    asked: ClassVar[list[str]] = []

    def do_HEAD(self) -> None:
        """Answer a question about a page's head."""
        self.asked.append(self.path)
        self._answer(405 if self.path == "/uten-hode" else STATUS.get(self.path, 200))

    def do_GET(self) -> None:
        """Answer with a page."""
        self._answer(STATUS.get(self.path, 200))

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self, status: int) -> None:
        self.send_response(status)
        if status == STATUS["/videre"]:
            self.send_header("Location", "/")
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a host on this machine."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_links_of_fields_and_text() -> None:
    """Addresses are found however deep in an entry, and in its text without the sentence's full stop."""
    one = initiative(
        path="content/initiatives/a.md",
        contact=Contact("Miljø", url=f"{PLACE}/kontakt"),
        sources=(Link(f"{PLACE}/(kilde)", "Kilde"),),
        attachments=(Attachment("Mal", "template", url=f"{PLACE}/mal"),),
        body=f"Se [siden]({PLACE}/tekst) eller {PLACE}/slutt. Skriv til a@b.example.",
    )
    two = event(path="content/events/b.md", recording=Recording(url=f"{PLACE}/film"), url=f"{PLACE}/kontakt")

    found = outward_links([one, two])

    assert list(found) == [
        f"{PLACE}/{name}" for name in ("(kilde)", "film", "kontakt", "mal", "slutt", "tekst")
    ]
    assert found[f"{PLACE}/kontakt"] == ("content/events/b.md", "content/initiatives/a.md")


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/", Verdict.ANSWERS),
        ("/videre", Verdict.ANSWERS),
        ("/uten-hode", Verdict.ANSWERS),
        ("/borte", Verdict.GONE),
        ("/slutt", Verdict.GONE),
        ("/feil", Verdict.UNSURE),
        ("/nei", Verdict.UNSURE),
    ],
)
def test_visit(host: str, path: str, verdict: Verdict) -> None:
    """A page answers, is gone, or leaves it open."""
    assert visit(host + path, timeout=5, agent="test") is verdict


def test_host_that_is_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host without an address is gone; one that does not let us in may be back."""
    monkeypatch.setenv("no_proxy", "*")

    assert visit("https://finnes-ikke.invalid/", timeout=5, agent="test") is Verdict.GONE
    assert visit("http://127.0.0.1:9/", timeout=5, agent="test") is Verdict.UNSURE


def test_each_link_once(host: str) -> None:
    """A host is asked about each of its links, one after the other."""
    _Pages.asked.clear()
    urls = [f"{host}/{number}" for number in range(5)]

    found = verdicts(urls, judge=partial(visit, timeout=5, agent="test"))

    assert found == dict.fromkeys(urls, Verdict.ANSWERS)
    assert _Pages.asked == [f"/{number}" for number in range(5)]


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command names what is gone and where it is named, and ends as a check with mistakes does."""

    def judge(url: str, **_: object) -> Verdict:
        return Verdict.GONE if url.endswith("borte") else Verdict.ANSWERS

    monkeypatch.setattr("idebank.cli.links.visit", judge)
    file = tmp_path / "content" / "networks" / "nettverk.md"
    file.parent.mkdir(parents=True)
    (tmp_path / "content" / "initiatives").mkdir()
    file.write_text(NETWORK, encoding="utf-8")

    result = CliRunner().invoke(main, ["links", "--root", str(tmp_path)])

    assert result.exit_code == 1, result.output
    assert result.output.startswith(
        f"1 lenke fører ikke lenger noe sted:\n  {PLACE}/borte\n    content/networks/nettverk.md\n"
        "1 lenke svarer.\n"
    )
