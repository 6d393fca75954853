"""«Fra fredag til idébank»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from idebank.cli import main
from idebank.contribute import Draft, drafts_from_event
from idebank.model import ProgrammeItem
from tests.factories import PATH, check_source, entry_text, event, schema, write_bank

if TYPE_CHECKING:
    from pathlib import Path

from idebank.console.words import cli_wording

TOLD = ProgrammeItem(title="Frøbibliotek på Fauske", organisations=("Fauske kommune", "Frølauget"))
EVENT_FILE = "content/events/fredag.md"
EVENT = """---
title: "Fredag"
summary: "Om frø."
language: nn
start: "2026-10-30"
hosts: ["KS"]
url: "https://ks.no/fredag"
sectors: [bibliotek]
themes: [nettverk-deling]
sdgs: ["12"]
programme:
  - title: "Frøbibliotek på Fauske"
    organisations: ["Fauske kommune"]
    summary: "Alle kan låne frø og levere nye til hausten."
  - title: "Sykkelbuss"
    organisations: ["Bodø kommune"]
    initiatives: [sykkelbuss-bodo]
  - title: "Pause"
published: "2026-11-01"
licence: CC-BY-4.0
---
"""


def _drafts(*items: ProgrammeItem, **changes: object) -> list[Draft]:
    told = event(programme=items, url="https://ks.no/fredag", **changes)
    return list(drafts_from_event(told, schema=schema(), wording=cli_wording("nb"), today="2026-11-23"))


def test_what_the_programme_tells_is_filled_in() -> None:
    """Title, organisation, kind and place come from the programme; what is unknown is asked for."""
    (draft,) = _drafts(TOLD, sectors=("bibliotek",), goals=(12,))

    assert draft.path == "nordland/frobibliotek-pa-fauske.md"
    assert draft.missing == ("summary",)
    assert 'organisation_type: "municipality"\nmunicipality: "1841"\npartners: ["Frølauget"]\n' in draft.text
    assert "# Én eller to setninger som en travel leser forstår.\nsummary:\n" in draft.text


def test_nothing_is_guessed() -> None:
    """An organisation whose name tells neither kind nor place leaves both open."""
    (draft,) = _drafts(ProgrammeItem(title="Frø", organisations=("Frølauget",)))

    assert draft.path == "nasjonalt/fro.md"
    assert draft.missing == ("summary", "organisation_type", "sectors", "sdgs", "municipality")


def test_points_that_need_no_draft() -> None:
    """A point that has its initiative, and one that names nobody, are left alone."""
    known = ProgrammeItem(
        title="Sykkelbuss", organisations=("Bodø kommune",), initiatives=("sykkelbuss-bodo",)
    )

    assert _drafts(known, ProgrammeItem(title="Pause")) == []


def test_a_county_council() -> None:
    """A county council belongs to its county; one that is no more belongs to none for sure."""
    today, before = _drafts(
        ProgrammeItem(title="Frø", organisations=("Nordland fylkeskommune",)),
        ProgrammeItem(title="Mat", organisations=("Viken fylkeskommune",)),
    )

    assert 'county: "18"' in today.text
    assert "municipality" in before.missing


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["draft-from-event", "--root", str(root), "--into", str(root / "drafts"), *arguments]
    )


def test_the_draft_passes_the_check(tmp_path: Path) -> None:
    """A draft of which nothing is missing is an entry that the check takes."""
    write_bank(tmp_path, {PATH: entry_text(), EVENT_FILE: EVENT})

    result = _run(tmp_path, str(tmp_path / EVENT_FILE))

    assert result.exit_code == 0, result.output
    draft = tmp_path / "drafts" / "nordland" / "frobibliotek-pa-fauske.md"
    entry, diagnostics = check_source(
        "content/initiatives/nordland/frobibliotek-pa-fauske.md", draft.read_bytes()
    )
    assert diagnostics == ()
    assert entry is not None
    assert (entry.language, entry.sources[0].url) == ("nn", "https://ks.no/fredag")


def test_a_draft_is_never_written_over(tmp_path: Path) -> None:
    """What somebody has begun to fill in stays as it is."""
    write_bank(tmp_path, {PATH: entry_text(), EVENT_FILE: EVENT})
    begun = write_bank(tmp_path, {"drafts/nordland/frobibliotek-pa-fauske.md": "begynt"})

    result = _run(tmp_path, str(tmp_path / EVENT_FILE))

    assert "er ikke rørt" in result.output
    assert (begun / "drafts/nordland/frobibliotek-pa-fauske.md").read_text() == "begynt"


def test_a_file_that_is_no_event(tmp_path: Path) -> None:
    """The command says what it wants instead."""
    write_bank(tmp_path, {PATH: entry_text(), EVENT_FILE: EVENT})

    result = _run(tmp_path, str(tmp_path / PATH))

    assert result.exit_code == 2
    assert "content/events" in result.output


def test_an_event_with_a_mistake(tmp_path: Path) -> None:
    """The mistake is explained as the check would."""
    write_bank(tmp_path, {PATH: entry_text(), EVENT_FILE: EVENT.replace("2026-10-30", "i går")})

    result = _run(tmp_path, str(tmp_path / EVENT_FILE))

    assert result.exit_code == 1
    assert f"{EVENT_FILE}:5:" in result.output
