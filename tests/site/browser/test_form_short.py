"""The short forms, and pictures: what is sent is taken in, whatever the form."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import expect

from idebank.cli import main
from idebank.contribute.payload import Payload, read_payload
from idebank.contribute.reading import Status, read_issue
from tests.contribute.banks import TODAY, shelf
from tests.fixture_bank import BANK
from tests.site.browser.conftest import Tab
from tests.site.browser.forms import TIP, answer, mail, open_form, review, stand_in, unfold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

WHO: Final = {
    "organisation": "Saltdal kommune",
    "organisation_type": "municipality",
    "municipality": "Saltdal",
}
FORMS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "adoption": (
        "bidra/gjenbruk/?tiltak=skolefrukost-eksempel",
        {**WHO, "degree": "adapted", "changed": "Vi serverer lunsj.", "again": "yes"},
    ),
    "need": (
        "nn/bidra/etterlyst/?kommune=Saltdal&sektor=skole",
        {
            "title": "Kjøle mat utan straum",
            "summary": "Vi treng ein måte å halde mat kald på på tur.",
            "organisation": "Saltdal kommune",
            "organisation_type": "municipality",
            "contact.role": "Skulekontoret",
            "contact.email": "skule@saltdal.kommune.no",
        },
    ),
    "correction": (
        "bidra/rett/?om=initiative/skolefrukost-eksempel",
        {"what": "Antallet er feil.", "instead": "Det var 40.", "source": "https://bodo.kommune.no/tall"},
    ),
    "confirmation": (
        "en/bidra/bekreft/?om=initiative/skolefrukost-eksempel",
        {"still": "true", "role": "Head teacher"},
    ),
}


@pytest.fixture
def tab(chromium: Browser, fixture_address: str) -> Iterator[Tab]:
    """Return a tab of somebody with a phone."""
    with chromium.new_context(reduced_motion="reduce", viewport={"width": 360, "height": 740}) as context:
        yield Tab(context.new_page(), fixture_address).listen()


@pytest.mark.parametrize("form", FORMS)
def test_sent_as_an_issue(form: str, tab: Tab) -> None:
    """What arrives in the issue is understood, and lacks nothing."""
    path, answers = FORMS[form]
    host = stand_in(tab.page.context)
    page = open_form(tab, path)
    answer(page, answers)
    review(page)
    with page.expect_popup() as popup:
        page.locator("#exit-issue").click()
    popup.value.wait_for_load_state()
    payload = host.query()["payload"]
    reading = read_issue(f"### Innmeldingen\n\n{payload}", shelf=shelf(), today=TODAY)
    found = read_payload(payload)

    assert isinstance(found, Payload)
    assert found.form == form
    assert reading.status is Status.READY, reading
    assert tab.complaints == []


@pytest.mark.parametrize("form", ["correction", "confirmation"])
def test_notes_have_no_file_of_their_own(form: str, tab: Tab) -> None:
    """What is a note to the editors can be sent as an issue and by mail, and makes no new file."""
    path, answers = FORMS[form]
    page = open_form(tab, path)
    answer(page, answers)
    review(page)

    expect(page.locator("#exit-file")).to_have_count(0)
    expect(page.locator("#preview-button")).to_have_count(0)
    assert f"{form}.md" in mail(page)[2]


def test_pictures_go_by_mail(tab: Tab, tmp_path: Path) -> None:
    """Entry and pictures come as one archive that is ready to be unpacked into the bank; else it is told."""
    raw = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(raw, "PNG")
    page = open_form(tab, "bidra/")
    unfold(page)
    answer(page, TIP)
    page.locator("[name='images.0.file']").set_input_files(
        {"name": "Båt på øya (1).PNG", "mimeType": "image/png", "buffer": raw.getvalue()}
    )
    answer(
        page,
        {
            "images.0.alt": "En grønn båt",
            "images.0.credit": "Bodø kommune",
            "images.0.licence": "CC-BY-4.0",
            "images.0.people": "none",
        },
    )
    review(page)
    expect(page.locator("#review")).to_contain_text("Bildene blir bare med når du sender på e-post")
    with page.expect_download() as download:
        page.locator("#download").click()
    bank = Path(shutil.copytree(BANK, tmp_path / "bank"))
    folder = bank / "content" / "initiatives" / "nordland"
    with zipfile.ZipFile(download.value.path()) as archive:
        archive.extractall(folder)
    result = CliRunner().invoke(main, ["check", "--root", str(bank)])

    assert download.value.suggested_filename == "laneski-for-hele-oya.zip"
    assert (folder / "laneski-for-hele-oya" / "bat-pa-oya-1.png").read_bytes() == raw.getvalue()
    assert "laneski-for-hele-oya.zip" in mail(page)[2]
    assert result.exit_code == 0, result.output
