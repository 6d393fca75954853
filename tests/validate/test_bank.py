"""The bank as a whole: entries become initiatives, in order, by any number of processes."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from idebank.model import Depth, Funding, Initiative, Period, Place
from idebank.validate import bank
from tests.factories import BODY, PATH, check, entry_text, initiative, write_bank

EVERYTHING = Path(__file__).parent.parent / "rules/general/nordland/everything.md"


def test_an_entry_becomes_an_initiative(tmp_path: Path) -> None:
    """A valid file is the record it tells of."""
    checked = check(write_bank(tmp_path, {PATH: entry_text()}))

    assert checked.entries == (initiative(),)
    assert checked.diagnostics == ()
    assert not checked.has_errors


def test_every_field_arrives(tmp_path: Path) -> None:
    """Each field of the schema is found again in the record."""
    (found,) = check(write_bank(tmp_path, {PATH: EVERYTHING.read_bytes()})).entries

    assert isinstance(found, Initiative)
    assert found.period == Period("2023-08", "2024-06-20", "et skoleår")
    assert found.cost_amount == 8000
    assert found.funding == (Funding("Klimasats", 5000, "2023", "til vester"),)
    assert found.attachments[0].template is True
    assert found.profiles["library"]["public_service"] is False
    assert found.profiles["library"]["indicators"] == [
        {"set": "U4SSC", "id": "EC: ICT: 1", "baseline": "3", "year": "2022"}
    ]
    assert found.profiles["procurement"]["gains"] == [
        {
            "kind": "money",
            "value": "1000",
            "unit": "kroner",
            "basis": "estimated",
            "period": "2023",
            "source": "https://bodo.kommune.no/tall",
        }
    ]
    assert found.profiles["kindergarten"]["age_groups"] == ["3-5"]
    assert found.profiles["school"]["grades"] == ["1.–4."]
    assert found.depth is Depth.READY_TO_REUSE


@pytest.mark.parametrize(
    ("folder", "fields", "expected"),
    [
        ("oslo", {"municipality": "0301"}, Place("0301", "03")),
        ("akershus", {"municipality": '"Sørum"'}, Place("3205", "32")),
        ("finnmark", {"municipality": '"Guovdageaidnu"'}, Place("5612", "56")),
        ("nordland", {"municipality": '"Tysfjord"', "county": '"Nordland"'}, None),
        ("trondelag", {"municipality": None, "county": '"Sør-Trøndelag"'}, Place(None, "50")),
        ("nasjonalt", {"municipality": None, "national": "true"}, Place()),
    ],
)
def test_places(tmp_path: Path, folder: str, fields: dict[str, str | None], expected: Place | None) -> None:
    """Places are stored as today's, whatever they were called."""
    root = write_bank(tmp_path, {f"content/initiatives/{folder}/a.md": entry_text(BODY, **fields)})

    assert [entry.place for entry in check(root).entries if isinstance(entry, Initiative)] == (
        [expected] if expected else []
    )


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    """Everything wrong in every file is told in one run, in order."""
    names = ("a", "b", "c")
    broken = {f"content/initiatives/nordland/{name}.md": entry_text(phase="xyzzy") for name in names[:2]}
    root = write_bank(tmp_path, {**broken, "content/initiatives/nordland/c.md": entry_text()})

    checked = check(root)

    assert [entry.slug for entry in checked.entries] == ["c"]
    assert [diagnostic.path.rpartition("/")[2] for diagnostic in checked.diagnostics] == ["a.md", "b.md"]
    assert checked.has_errors


def test_advice_does_not_stop_an_entry(tmp_path: Path) -> None:
    """An entry with advice is an initiative all the same."""
    checked = check(write_bank(tmp_path, {PATH: entry_text("")}))

    assert len(checked.entries) == 1
    assert [diagnostic.rule for diagnostic in checked.diagnostics] == ["empty-body"]
    assert not checked.has_errors


def test_two_processes_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report does not depend on who does the work."""
    monkeypatch.setattr(bank, "WORTH_FORKING", 2)
    files = {
        f"content/initiatives/nordland/a{number}.md": entry_text(phase="xyzzy" if number % 3 else "pilot")
        for number in range(12)
    }
    root = write_bank(tmp_path, files)

    assert check(root, workers=2) == check(root, workers=1)
    assert check(root, workers=None) == check(root, workers=1)


def test_progress(tmp_path: Path) -> None:
    """Who waits is told how far it has come, to the end."""
    told: list[tuple[int, int]] = []
    root = write_bank(tmp_path, {f"content/initiatives/nordland/a{n}.md": entry_text() for n in range(25)})

    check(root, progress=lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert told[-1] == (25, 25)


def test_chosen_paths_know_the_rest(tmp_path: Path) -> None:
    """One file can be checked alone, and still may name the others, but not take their address."""
    other = "content/initiatives/troms/gangbuss.md"
    root = write_bank(
        tmp_path,
        {
            PATH: entry_text(related="[gangbuss]"),
            other: entry_text(phase="xyzzy"),
            "content/initiatives/troms/sykkelbuss-bodo.md": entry_text(municipality='"Tromsø"'),
        },
    )

    checked = check(root, paths=[root / PATH])

    assert [(diagnostic.path, diagnostic.rule) for diagnostic in checked.diagnostics] == [
        (PATH, "duplicate-slug")
    ]


def test_an_entry_may_link_to_a_broken_one(tmp_path: Path) -> None:
    """A mistake in one file is not told in another."""
    other = "content/initiatives/nordland/gangbuss.md"
    root = write_bank(tmp_path, {PATH: entry_text(related="[gangbuss]"), other: entry_text(phase="xyzzy")})

    assert {diagnostic.path for diagnostic in check(root).diagnostics} == {other}


def test_the_real_bank() -> None:
    """The bank in this repository has no errors."""
    checked = check(Path(__file__).parent.parent.parent)

    assert [diagnostic for diagnostic in checked.diagnostics if diagnostic.severity == "error"] == []


@pytest.mark.parametrize("where", ["rules", "records", "neighbours", "files"])
@pytest.mark.parametrize("workers", [1, 2])
def test_the_check_stumbles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, workers: int
) -> None:
    """Whatever goes wrong with one file is told of that file, and all others are checked."""
    bad, broken = PATH.replace("sykkelbuss", "gangbuss"), PATH.replace("sykkelbuss", "trillebuss")
    files = {PATH: entry_text(), bad: entry_text(title='"Snublesten"'), broken: entry_text(phase="ferdig?")}
    _lay_a_trap(monkeypatch, where, bad)
    monkeypatch.setattr(bank, "WORTH_FORKING", 2)
    checked = check(write_bank(tmp_path, files), workers=workers)
    told = {one.path: (one.rule, one.params.get("kind", "")) for one in checked.diagnostics}

    assert told == {bad: ("not-understood", "KeyError"), broken: ("unknown-value", "")}
    assert initiative() in checked.entries


def _lay_a_trap(monkeypatch: pytest.MonkeyPatch, where: str, path: str) -> None:
    name = {
        "rules": "idebank.validate.entries.entry_findings",
        "records": "idebank.validate.records.record_of",
        "neighbours": "idebank.rules.links._references",
        "files": "idebank.validate.bank.beside_findings",
    }[where]
    room, _, function = name.rpartition(".")
    real = getattr(import_module(room), function)

    def trapped(about: Any, *others: Any, **named: Any) -> Any:
        if about.path == path:
            raise KeyError("snublesten")
        return real(about, *others, **named)

    monkeypatch.setattr(name, trapped)
