"""Whatever is put where no kind claims it is told of, and the path that is told is right."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from idebank.report import render, words_in
from tests.factories import check, entry_text, write_bank
from tests.views.shelves import site

if TYPE_CHECKING:
    from idebank.diagnostics import Diagnostic

ANCHOR: Final = "content/initiatives/nordland/sykkelbuss-bodo.md"
HOME: Final = "content/initiatives/akershus/x.md"
TEXT: Final = entry_text(municipality='"Asker"')
WORDS: Final = words_in("nb")
CODE: Final = re.compile(r"`([^`]+\.md)`")

INSIDE: Final = (
    "content/tiltak/x.md",
    "content/Tiltak/asker/x.md",
    "content/akershus/x.md",
    "content/innlandet/x.md",
    "content/Initiatives/akershus/x.md",
    "content/INITIATIVES/x.md",
    "content/initiatives /akershus/x.md",
    "content/initiatives./akershus/x.md",
    "content/initiative/akershus/x.md",
    "content/initiatives/Akershus/x.md",
    "content/initiatives/akershus /x.md",
    "content/initiatives/akershus./x.md",
    "content/initiatives/oslo/x.md",
    "content/initiatives/Møre og Romsdal/x.md",
    "content/initiatives/Mo\u0308re/x.md",
    "content/x.md",
    "content/x.txt",
    "content/Min fil.md/x.md",
    "content/initiatives/x.md",
    "content/initiatives/x.txt",
    "content/initiatives/asker.md/x.md",
    "content/initiatives/akershus/asker/x.md",
    "content/initiatives/akershus/asker/2024/x.md",
    "content/initiatives/akershus/x/x.md",
    "content/initiatives/akershus/y.md/x.md",
    "content/initiatives/nordland/sykkelbuss-bodo/x.md",
    "content/initiatives/nordland/sykkelbuss-bodo/x.txt",
    "content/initiatives/nordland/sykkelbuss-bodo/mer/x.md",
    "content/content/initiatives/akershus/x.md",
    "content/initiatives/content/initiatives/akershus/x.md",
    "content/initiatives/initiatives/akershus/x.md",
    "content/initiatives\\akershus\\x.md",
    "content/pages/nb/x.md",
    "content/pages/x.txt",
    "content/needs/akershus/x.md",
    "content/utkast/x.md",
    "content/.skjult/x.md",
    "content/initiatives/.utkast/akershus/x.md",
)
"""Folders where no initiative of Asker belongs."""

NAMES: Final = (
    "x.md.txt", "x.txt", "x.markdown", "x.MD", "x.Md", "x.mdown", "x.mdx", "x.MD.TXT", "x.md.md", "x",
    "X.md", ".x.md", "x.md~", "x.md.bak", "x.md.orig", "x.md.old", "#x.md#", "x (1).md", "x(2).md",
    "Kopi av x.md", "Copy of x.md", "x - Kopi.md", "x – kopi (2).md", "x copy.md", "x copy 2.md",
    "x (Olas konflikterte kopi 2024-05-01).md", "x.sync-conflict-20240501-101500-ABC.md",
    "x.md.", "x.md ", " x.md", "x .md", "x.yml", "x.html", "x.docx", "x.rtf", "x.TXT",
)  # fmt: skip
"""Names in the right folder that are no entry's."""


def _told(root: Path) -> list[Diagnostic]:
    """Return everything that names a path to move to or a name to have."""
    return [
        own
        for own in check(root).diagnostics
        if own.rule in {"misplaced-file", "odd-file-name", "wrong-folder"}
    ]


def _obeyed(root: Path) -> None:
    """Move a file to where the first message says, as somebody who only reads that would."""
    told = _told(root)[0]
    (right,) = CODE.findall(WORDS.help(told))
    target = root / (right if "/" in right else f"{told.path.rpartition('/')[0]}/{right}")
    target.parent.mkdir(parents=True, exist_ok=True)
    (root / told.path).rename(target)


def _addresses(root: Path) -> set[str]:
    """Return the keys of the pages that the site has for initiatives."""
    whole = site(*check(root).entries)
    return {job.key for job in whole.jobs() if job.kind == "initiative"}


@pytest.mark.parametrize("path", [*INSIDE, *(f"content/initiatives/akershus/{name}" for name in NAMES)])
def test_the_path_that_is_told_is_right(path: str, tmp_path: Path) -> None:
    """An entry put anywhere is an error; who obeys the message sees it published, and hears no more."""
    root = write_bank(tmp_path, {ANCHOR: entry_text(), path: TEXT})

    assert [(own.path, own.severity) for own in _told(root)] == [(path, "error")]
    _obeyed(root)

    assert (root / HOME).is_file()
    assert check(root).diagnostics == ()
    assert "x" in _addresses(root)


@pytest.mark.parametrize(
    ("path", "kind", "fields", "home"),
    [
        ("content/etterlyst/x.md", "need", {"phase": None, "status": "open"}, "content/needs/x.md"),
        ("content/x.md", "need", {"phase": None, "status": "open"}, "content/needs/x.md"),
        ("content/needs/akershus/x.md", "need", {"phase": None, "status": "open"}, "content/needs/x.md"),
        (
            "content/initiatives/x.md", "adoption",
            {
                **dict.fromkeys(("title", "summary", "sectors", "sdgs", "phase")),
                "degree": "adapted",
                "initiative": "sykkelbuss-bodo",
            },
            "content/adoptions/x.md",
        ),
        ("content/events/x.md", "need", {"phase": None, "status": "open"}, "content/needs/x.md"),
        ("content/adoptions/x.md", "initiative", {}, "content/initiatives/nordland/x.md"),
        (
            "content/kurs/x.md", "event",
            dict.fromkeys(
                ("organisation", "organisation_type", "sectors", "sdgs", "phase", "contact", "municipality")
            ),
            "content/events/x.md",
        ),
    ],
    ids=range(7),
)  # fmt: skip
def test_every_kind_has_its_folder(
    path: str, kind: str, fields: dict[str, str | None], home: str, tmp_path: Path
) -> None:
    """What kind of entry it is follows from its fields, and where they fit several from the folder's name."""
    root = write_bank(tmp_path, {ANCHOR: entry_text(), path: entry_text(**fields)})

    (told,) = _told(root)
    _obeyed(root)

    assert told.params["right_path"] == home
    assert check(root).read == Counter(["initiative", kind])
    assert [own for own in check(root).diagnostics if own.rule != "unknown-reference"] == []


@pytest.mark.parametrize(
    "path",
    ["content/tiltak/x.md", "content/initiatives/akershus/x.md.txt", "content/initiatives/nordland/x.md"],
)
def test_what_else_is_wrong_is_told_too(path: str, tmp_path: Path) -> None:
    """Nobody has to move a file to hear of its mistakes; their lines are those of the file."""
    root = write_bank(
        tmp_path, {ANCHOR: entry_text(), path: entry_text(municipality='"Asker"', phase="ferdig")}
    )

    found = {(own.path, own.rule, own.line) for own in check(root).diagnostics}

    assert (path, "unknown-value", 10) in found
    assert len(found) == len({"the place", "the phase"})


@pytest.mark.parametrize(
    "text",
    [
        entry_text(municipality=None),
        entry_text(title='"Syk"kel"', municipality='"As"ker"'),
        entry_text().encode("utf-16").decode("latin-1"),
    ],
    ids=["no place", "broken", "another encoding"],
)
def test_an_entry_that_tells_no_place(text: str, tmp_path: Path) -> None:
    """Where the county cannot be known, the folder of the kind is told, and no path is made up."""
    raw = text.encode("latin-1") if "\0" in text else text.encode()
    root = write_bank(tmp_path, {ANCHOR: entry_text(), "content/tiltak/x.md": raw})

    (told,) = _told(root)

    assert told.params == {"name": "x.md", "kind_folder": "content/initiatives"}
    assert CODE.findall(WORDS.help(told)) == []


@pytest.mark.parametrize(
    "name", ["x.md~", "x (1).md", "Kopi av x.md", "x.md.bak", "#x.md#", "x.md.orig", "x.txt", ".x.md", "x"]
)
def test_a_copy_takes_no_ones_place(name: str, tmp_path: Path) -> None:
    """A copy is not told to move over what it is a copy of; who deletes it has peace."""
    copy = f"content/initiatives/akershus/{name}"
    root = write_bank(tmp_path, {HOME: TEXT, copy: TEXT})

    (told,) = check(root).diagnostics
    (root / copy).unlink()

    assert (told.rule, told.path, told.params) == ("misplaced-file", copy, {"name": name, "taken": HOME})
    assert check(root).diagnostics == ()


def test_a_document_that_looks_like_an_entry(tmp_path: Path) -> None:
    """A text that an entry offers for download is where it belongs, whatever it holds."""
    attached = '\n  - {file: mal.txt, title: "Mal for tiltak", kind: template}'
    files = {ANCHOR: entry_text(attachments=attached), f"{ANCHOR[:-3]}/mal.txt": TEXT}

    assert check(write_bank(tmp_path, files)).diagnostics == ()


def test_two_that_want_the_same_place(tmp_path: Path) -> None:
    """Only one of two files is led to a place that both would have."""
    root = write_bank(tmp_path, {ANCHOR: entry_text(), "content/a/x.md": TEXT, "content/b/x.md": TEXT})

    assert [own.params for own in _told(root)] == [
        {"name": "x.md", "right_path": HOME},
        {"name": "x.md", "taken": "content/a/x.md"},
    ]


def test_pictures_go_along(tmp_path: Path) -> None:
    """The files of a lost entry are not told to go away."""
    root = write_bank(
        tmp_path,
        {
            ANCHOR: entry_text(),
            "content/tiltak/x.md": TEXT,
            "content/tiltak/x/a.png": b"",
            "content/tiltak/b.png": b"",
        },
    )

    assert [(own.path, own.rule) for own in check(root).diagnostics] == [
        ("content/tiltak/b.png", "unexpected-file"),
        ("content/tiltak/x.md", "misplaced-file"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "content/notat.docx", "content/README.md", "content/Published.txt", "content/initiatives/kart.png",
        "content/needs/kart.png", "content/needs/mappe/kart.png", "content/nye/notat.md", "content/events/x",
        "content/initiatives/nordland/sykkelbuss-bodo/notat.md",
    ],
)  # fmt: skip
def test_what_is_no_entry_is_unexpected(path: str, tmp_path: Path) -> None:
    """Any other file below content that nothing claims is an error of its own."""
    root = write_bank(tmp_path, {ANCHOR: entry_text(), path: b"# Et notat\n"})

    assert [(own.path, own.rule, own.severity) for own in check(root).diagnostics] == [
        (path, "unexpected-file", "error")
    ]


def test_a_folder_of_many_is_told_once(tmp_path: Path) -> None:
    """A heap of files that belong nowhere is one message, not a thousand."""
    files = {f"content/nettside/{n % 3}/bilde-{n}.svg": b"<svg/>" for n in range(1000)}
    root = write_bank(tmp_path, {ANCHOR: entry_text(), **files})

    assert [(own.rule, own.params) for own in check(root).diagnostics] == [
        ("unexpected-file", {"name": "nettside", "count": "1000"})
    ]


@pytest.mark.parametrize(
    "path",
    [
        "content/published.txt", "content/moved.txt", "content/pages/nb/om.md", "content/.DS_Store",
        "content/tiltak/Thumbs.db", "content/initiatives/nordland/._x.md", "content/.gitkeep",
        "content/initiatives/nordland/.x.md.swp", "content/__MACOSX/x.md", "content/.obsidian/app.json",
    ],
)  # fmt: skip
def test_what_is_claimed_or_surely_nothing(path: str, tmp_path: Path) -> None:
    """The program's own files and what systems leave behind are no mistake."""
    text = '---\ntitle: "Om"\ndescription: "Hva dette er."\n---\n\nTekst.\n'
    root = write_bank(tmp_path, {ANCHOR: entry_text(), path: "" if path.endswith(".txt") else text})

    assert check(root).diagnostics == ()


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("content", "annet"),
        ("content", "finnes-ikke"),
        ("content/initiatives", "annet"),
        ("content/initiatives", ".."),
        ("content/initiatives", "finnes-ikke"),
        ("content/pages", "annet"),
        ("content/pages/nb", "annet"),
        ("content/tiltak", "annet"),
        ("content/initiatives/akershus", "annet"),
        ("content/initiatives/nordland/x", "annet"),
        ("content/initiatives/nordland/x.md", "annet/x.md"),
        ("content/initiatives/nordland/sykkelbuss-bodo/kart.png", "annet/kart.png"),
        ("content/initiatives/nordland/sykkelbuss-bodo/kart.png", "finnes-ikke"),
        ("content/published.txt", "annet/x.md"),
        ("content/x.md", "annet/x.md"),
    ],
    ids=range(15),
)
def test_a_link_is_not_followed(link: str, target: str, tmp_path: Path) -> None:
    """A link in any place is an error that names it, and nothing behind it is read."""
    root = write_bank(tmp_path, {"annet/x.md": TEXT, "annet/kart.png": b"", "annet/nordland/y.md": TEXT})
    if link.count("/") > 1 or link.endswith((".md", ".txt", "tiltak", "pages")):
        write_bank(root, {ANCHOR: entry_text()})
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(root / target if target != ".." else target)

    checked = check(root)

    assert [(own.path, own.rule) for own in checked.diagnostics] == [(link, "symlink")]
    assert [entry.slug for entry in checked.entries] in ([], ["sykkelbuss-bodo"])


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is closed to us is told of; everything else is checked."""
    root = write_bank(tmp_path, {ANCHOR: entry_text(), "content/needs/x.md": TEXT})
    scan = os.scandir

    def refusing(path: Path) -> object:
        if path.name == "needs":
            raise PermissionError
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    checked = check(root)

    assert [(own.path, own.rule) for own in checked.diagnostics] == [("content/needs", "unreadable-file")]
    assert checked.read == {"initiative": 1}


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """A name in another encoding is told so that it can be printed."""
    folder = write_bank(tmp_path, {ANCHOR: entry_text()}) / "content/tiltak"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/bl\xe5.md")).write_text(TEXT, encoding="utf-8")

    (told,) = check(tmp_path).diagnostics
    text = render([told], format="text", language="nb", colour=False, sources=lambda _: None)

    assert "content/tiltak/bl\ufffd.md:1:1: feil:" in text
    assert text.encode()


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("content/tiltak/x.md", [("content/tiltak/x.md", "misplaced-file")]),
        ("content/tiltak", [("content/tiltak/x.md", "misplaced-file")]),
        ("content", [("content/tiltak/x.md", "misplaced-file")]),
        (".", [("content/tiltak/x.md", "misplaced-file")]),
        ("initiatives", [("initiatives", "no-entries"), ("initiatives/akershus/y.md", "misplaced-file")]),
        ("initiatives/akershus/y.md", [("initiatives/akershus/y.md", "misplaced-file")]),
        ("README.md", [("README.md", "no-entries")]),
        ("content/needs", [("content/needs", "no-entries")]),
        ("finnes-ikke.md", [("finnes-ikke.md", "file-not-found")]),
        ("content/pages", []),
        ("content/pages/nb/om.md", []),
        ("content/published.txt", []),
        ("content/initiatives/nordland/sykkelbuss-bodo/notat.txt", [(ANCHOR, "unmentioned-file")]),
        (ANCHOR, [(ANCHOR, "unmentioned-file")]),
    ],
)
def test_chosen_paths(chosen: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    """A path that names a lost file, or none at all, is answered like the whole bank."""
    root = write_bank(
        tmp_path,
        {
            ANCHOR: entry_text(),
            "content/initiatives/nordland/sykkelbuss-bodo/notat.txt": b"Et notat",
            "content/tiltak/x.md": TEXT,
            "content/pages/nb/om.md": b"# Om\n",
            "content/published.txt": b"/\n",
            "initiatives/akershus/y.md": TEXT,
            "README.md": b"# Les dette\n",
        },
    )
    (root / "content/needs").mkdir()
    found = [(own.path, own.rule) for own in check(root, paths=[root / chosen]).diagnostics]

    assert [own for own in found if own[0] != ANCHOR or chosen not in {".", "content"}] == expected
