"""The ways out of the form: addresses within their budget, archives, drafts."""

from __future__ import annotations

import base64
import io
import zipfile
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from idebank.contribute.payload import Payload, read_payload
from idebank.entry_text import entry_text
from idebank.forms.checkdata import place_data
from tests.factories import vocabulary

if TYPE_CHECKING:
    from tests.contribute.conftest import Ask

BUDGET: Final = 6_000
REPOSITORY: Final = "https://github.example/idebank/idebank"
SIGNS: Final = "Å være på øya – «ja» 🚲\n# $&+=?%/"
LENGTHS: Final = (0, 1, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 5_000, 10_000)


def _issue(ask: Ask, text: str) -> dict[str, Any]:
    given = {"repository": REPOSITORY, "form": "initiative", "title": "Innmelding: Øl & ål", "text": text}
    found: dict[str, Any] = ask("exits", "its.issueExit(given)", given)
    return found


def _file(ask: Ask, text: str) -> dict[str, Any]:
    path = "content/initiatives/nordland/sykkelbuss-til-skolen.md"
    given = {
        "repository": REPOSITORY,
        "branch": "main",
        "path": path,
        "message": "Nytt tiltak: Øl",
        "text": text,
    }
    found: dict[str, Any] = ask("exits", "its.fileExit(given)", given)
    return found


def _query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize("signs", [SIGNS, "a", "æ", "🚲", "\n"], ids=["mixed", "a", "æ", "picture", "breaks"])
@pytest.mark.parametrize("length", LENGTHS)
def test_nothing_is_cut(length: int, signs: str, ask: Ask) -> None:
    """An address carries all or nothing, and stays within its budget when it is encoded once more."""
    text = entry_text({"title": "Øl"}, (signs * length)[:length] + "slutt")
    for exit_, name in ((_issue(ask, text), "payload"), (_file(ask, text), "value")):
        carried = _query(exit_["address"]).get(name)

        assert len(quote(exit_["address"], safe="")) <= BUDGET
        assert carried == (exit_["text"] if exit_["whole"] else None)


def test_an_ordinary_story_fits(ask: Ask) -> None:
    """What most people write goes the short way."""
    text = entry_text({"title": "Øl"}, "Vi lånte bort ski til alle på øya. " * 60)

    assert _issue(ask, text)["whole"]
    assert _file(ask, text)["whole"]


def test_issue(ask: Ask) -> None:
    """The issue form of the repository opens with the title and one box filled in."""
    text = entry_text({"title": "Øl & ål"}, SIGNS)
    exit_ = _issue(ask, text)
    query = _query(exit_["address"])

    assert exit_["address"].startswith(f"{REPOSITORY}/issues/new?template=innmelding.yml&")
    assert query["title"] == "Innmelding: Øl & ål"
    assert read_payload(query["payload"]) == Payload("initiative", text, 2)


def test_file(ask: Ask) -> None:
    """The page for a new file opens with path, message and content filled in."""
    text = entry_text({"title": "Øl & ål"}, SIGNS)
    exit_ = _file(ask, text)

    assert exit_["address"].startswith(f"{REPOSITORY}/new/main?")
    assert _query(exit_["address"]) == {
        "filename": "content/initiatives/nordland/sykkelbuss-til-skolen.md",
        "message": "Nytt tiltak: Øl",
        "value": text,
    }


def test_mail(ask: Ask) -> None:
    """The mail is short; programs for mail know no `+` for a space."""
    given = {"mailbox": "post@bank.example", "subject": "Øl & ål", "body": "Hei!\nFilen ligger ved."}

    assert ask("exits", "its.mailAddress(given)", given) == (
        "mailto:post@bank.example?subject=%C3%98l%20%26%20%C3%A5l&body=Hei!%0D%0AFilen%20ligger%20ved."
    )


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"title": "Sykkel", "municipality": "Bodø"}, "content/initiatives/nordland/sykkel.md"),
        ({"title": "Sykkel", "municipality": "Kárášjohka"}, "content/initiatives/finnmark/sykkel.md"),
        (
            {"title": "Sykkel", "municipality": "Herøy", "county": "Møre og Romsdal"},
            "content/initiatives/more-og-romsdal/sykkel.md",
        ),
        ({"title": "Sykkel", "county": "Vestland"}, "content/initiatives/vestland/sykkel.md"),
        ({"title": "Sykkel", "national": True}, "content/initiatives/nasjonalt/sykkel.md"),
        ({"title": "../../.github/x"}, "content/initiatives/nasjonalt/github-x.md"),
    ],
)
def test_path(fields: dict[str, Any], path: str, ask: Ask) -> None:
    """The folder follows from the place, and the name from the title."""
    places = place_data(vocabulary())
    found = ask(
        "filepath",
        """load("contribute/placenames").then(({ PlaceNames }) =>
          its.pathOf(given.entry, new PlaceNames(given.places)))""",
        {"entry": {"folder": "initiatives", "byCounty": True, "fields": fields}, "places": places},
    )

    assert found == path


def test_zip(ask: Ask) -> None:
    """The archive is one that everybody can open, with every byte and every letter of the names."""
    files = {
        "sykkelbuss.md": b"---\n---\n",
        "sykkelbuss/båt.png": bytes(range(256)) * 40,
        "tom.txt": b"",
    }
    given = [[name, list(content)] for name, content in files.items()]
    encoded = ask(
        "zip",
        """(() => {
          const files = given.map(([name, bytes]) => ({ name, bytes: Uint8Array.from(bytes) }));
          return its.zipped(files).arrayBuffer().then((bytes) => Buffer.from(bytes).toString("base64"));
        })()""",
        given,
    )
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(encoded))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}

        assert archive.testzip() is None
    assert found == files


def test_draft(ask_page: Ask) -> None:
    """A draft is read as it was written, until it is deleted; a browser that keeps nothing is no mistake."""
    found = ask_page(
        "draft",
        """(() => {
          const drafts = new its.Drafts("initiative", localStorage);
          const answers = { fields: { title: "Øl" }, stories: { what: "a" } };
          const before = [drafts.read(), localStorage.length];
          const written = drafts.write(answers, new Date("2026-11-22T10:00:00Z"));
          const read = drafts.read();
          drafts.remove();
          const none = new its.Drafts("initiative", null);
          const after = [drafts.read(), localStorage.length];
          return [...before, written, read, ...after, none.read(), none.write(answers)];
        })()""",
    )
    draft = {"fields": {"title": "Øl"}, "stories": {"what": "a"}, "saved": "2026-11-22T10:00:00.000Z"}

    assert found == [None, 0, True, draft, None, 0, None, False]


@pytest.mark.parametrize("stored", ["", "x", "null", "[]", '{"fields": {}}'])
def test_broken_draft(stored: str, ask_page: Ask) -> None:
    """What something else left in the browser is no draft."""
    found = ask_page(
        "draft",
        """(() => {
          localStorage.setItem("idebank-draft-need", given);
          const drafts = new its.Drafts("need", localStorage);
          const read = drafts.read();
          drafts.remove();
          return read;
        })()""",
        stored,
    )

    assert found is None
