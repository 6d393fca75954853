"""The whole story: a form is filled in, interrupted, gone on with and sent; the bank has one entry more."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from idebank.cli import main
from tests.fixture_bank import BANK, TODAY
from tests.site.browser.conftest import Tab
from tests.site.browser.forms import TIP, WHOLE, answer, mail, open_form, review, stand_in, unfold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LEVELS: Final = {"tip": TIP, "whole": WHOLE}
PATHS: Final = {"nb": "bidra/", "nn": "nn/bidra/"}
WAYS: Final = ("issue", "file", "mail")
DAY: Final = {"SOURCE_DATE_EPOCH": str(int(TODAY.timestamp()))}


CASES: Final = tuple((way, level, lang) for way in WAYS for level in LEVELS for lang in PATHS)


@dataclass(frozen=True)
class Sent:
    """What somebody sent, and how."""

    way: str
    path: str
    """Where the file is to lie; empty where the other side computes it."""
    text: str
    """What was received: an issue's box, or a file."""


@pytest.fixture(scope="module")
def sent(chromium: Browser, fixture_address: str) -> Mapping[tuple[str, str, str], Sent]:
    """Return what people send who are interrupted half way, by each way, in two languages."""
    found = {}
    for case in CASES:
        with chromium.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce") as context:
            found[case] = _story(Tab(context.new_page(), fixture_address).listen(), *case)
    return found


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the small bank, to which what is sent is added."""
    return Path(shutil.copytree(BANK, tmp_path_factory.mktemp("sent") / "bank"))


@pytest.fixture(scope="module")
def files(sent: Mapping[tuple[str, str, str], Sent], bank: Path) -> Mapping[tuple[str, str, str], Path]:
    """Return the files that became of it."""
    return {case: _receive(own, bank) for case, own in sent.items()}


@pytest.fixture(scope="module")
def built(files: Mapping[tuple[str, str, str], Path], bank: Path) -> Path:
    """Return the site of the bank with all of it."""
    site = bank.parent / "site"
    command = ["build", "-f", str(bank / "mkdocs.yml"), "-d", str(site), "--no-search"]
    result = CliRunner().invoke(main, command, env=DAY)
    assert result.exit_code == 0, (result.output, files)
    return site


def _story(tab: Tab, way: str, level: str, language: str) -> Sent:
    host = stand_in(tab.page.context)
    answers = {**LEVELS[level], "title": _title((way, level, language))}
    half = dict(list(answers.items())[: len(answers) // 2])
    page = open_form(tab, PATHS[language])
    unfold(page)
    answer(page, half)
    page.reload()
    page.locator("#draft-offer [data-continue]").click()
    expect(page.locator("[name='title']")).to_have_value(answers["title"])
    unfold(page)
    answer(page, {name: value for name, value in answers.items() if name not in half})
    review(page)
    path, text = _send(page, way, host)
    assert tab.complaints == []
    assert [url for url in tab.outward if not url.startswith("https://code.example/bank/")] == []
    return Sent(way, path, text)


def _send(page: Page, way: str, host: Any) -> tuple[str, str]:
    """Take one of the three ways; returns path and text as they arrive."""
    if way == "mail":
        with page.expect_download() as download:
            page.locator("#download").click()
        name, text = (
            download.value.suggested_filename,
            Path(download.value.path()).read_text(encoding="utf-8"),
        )
        mailbox, _, body = mail(page)
        assert mailbox == "post@bank.example"
        assert name in body
        assert "summary" not in body
        return f"content/initiatives/nordland/{name}", text
    with page.expect_popup() as popup:
        page.locator(f"#exit-{way}").click()
    popup.value.wait_for_load_state()
    query = host.query()
    # What was written is kept until it is known to have arrived.
    assert page.evaluate("localStorage.length") == 1
    return (query["filename"], query["value"]) if way == "file" else ("", query["payload"])


def _receive(sent: Sent, bank: Path) -> Path:
    """Put what was sent into the bank, as an editor does; returns the entry's file."""
    if sent.way != "issue":
        file = bank / sent.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(sent.text, encoding="utf-8")
        return file
    before = set(bank.rglob("*.md"))
    event = bank.parent / "event.json"
    event.write_text(json.dumps(_event(sent.text)), encoding="utf-8")
    command = ["intake", "write", "--event", str(event), "--root", str(bank)]
    result = CliRunner().invoke(main, command, env=DAY)
    assert result.exit_code == 0, result.output
    (file,) = set(bank.rglob("*.md")) - before
    return file


def _event(payload: str) -> dict[str, Any]:
    """Return what the code host tells of an issue that an editor has approved."""
    event: dict[str, Any] = json.loads(
        (Path(__file__).parents[2] / "contribute" / "events" / "initiative-approved.json").read_text(
            encoding="utf-8"
        )
    )
    event["issue"]["body"] = f"### Innmeldingen\r\n\r\n{payload.replace(chr(10), chr(13) + chr(10))}\r\n"
    return event


def _title(case: tuple[str, str, str]) -> str:
    way, level, language = case
    return f"{LEVELS[level]['title']} {way} {language}"


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_the_bank_takes_it(
    case: tuple[str, str, str], files: Mapping[tuple[str, str, str], Path], bank: Path
) -> None:
    """What arrives passes the check as it stands, and lies where it belongs."""
    result = CliRunner().invoke(main, ["check", str(files[case]), "--root", str(bank)])

    assert result.exit_code == 0, result.output
    assert files[case].parent.name == "nordland"


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_the_site_shows_it(
    case: tuple[str, str, str], files: Mapping[tuple[str, str, str], Path], built: Path
) -> None:
    """It has a page with all that was told."""
    page = (built / "tiltak" / files[case].stem / "index.html").read_text(encoding="utf-8")

    assert f'<h1 lang="{case[2]}">{_title(case)}' in page
    assert ("Kjør en fast rute" in page) == (case[1] == "whole")
