"""Entries set aside: one that something goes wrong with never keeps the others from being published."""

from __future__ import annotations

import errno
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.faults import EntryFaultsError
from idebank.validate.aside import Remaining
from idebank.views import site as views
from idebank.views.adoptions import AdoptionPages
from idebank.views.collections import CollectionPages
from idebank.views.entries import EntryPages
from idebank.views.events import EventPages
from tests.factories import PATH, entry_text, write_bank
from tests.minimal import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from idebank.progress import Summary

OTHER: Final = PATH.replace("sykkelbuss", "gangbuss")
THIRD: Final = PATH.replace("sykkelbuss", "rullebuss")
ADOPTION: Final = "content/adoptions/saltdal-sykkelbuss.md"
EVENT: Final = "content/events/fredag.md"
COLLECTION: Final = "content/collections/gode-veier.md"
PHOTO: Final = Path(__file__).parents[1] / "fixtures" / "photos" / "mpo.jpg"
UPKEEP: Final = 'language: nb\npublished: "2026-11-22"\nlicence: CC-BY-4.0\n---\n'
IMAGE: Final = """
  - {file: tur.jpg, alt: "En tur", credit: "Bodø kommune", licence: CC-BY-4.0, people: none}"""
FILES: Final[Mapping[str, str | bytes]] = {
    PATH: entry_text(images=IMAGE),
    f"{PATH.removesuffix('.md')}/tur.jpg": PHOTO.read_bytes(),
    OTHER: entry_text(title='"Gangbuss til skolen"', related="[sykkelbuss-bodo]"),
    THIRD: entry_text(title='"Rullebuss til skolen"'),
    ADOPTION: (
        '---\ninitiative: sykkelbuss-bodo\norganisation: "Saltdal kommune"\norganisation_type: municipality\n'
        f'municipality: "Saltdal"\ndegree: adapted\n{UPKEEP}'
    ),
    EVENT: f"""---
title: "Fredag om skolevei"
summary: "Tre kommuner forteller om veien til skolen."
start: "2026-10-30T09:00"
series: barekraftsfredag
initiatives: [gangbuss-bodo, sykkelbuss-bodo]
{UPKEEP}""",
    COLLECTION: f"""---
title: "Gode veier"
summary: "Måter å komme til skolen på uten bil."
curator: "Bodø kommune"
initiatives:
  - {{initiative: sykkelbuss-bodo, why: Enkelt}}
  - {{initiative: gangbuss-bodo}}
  - {{initiative: rullebuss-bodo}}
{UPKEEP}""",
}


@pytest.fixture(autouse=True, scope="module")
def _few_pages() -> Iterator[None]:
    """Make the pages of entries only: what is wrong with one is met on its own page or nowhere."""
    few = (EntryPages, EventPages, AdoptionPages, CollectionPages)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(views, "MAKERS", few)
        yield


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small bank whose entries name each other."""
    return write_bank(tmp_path / "bank", FILES)


def _trap(monkeypatch: pytest.MonkeyPatch, function: str, slug: str, trouble: BaseException) -> None:
    """Let a function of the program fail whenever it is about the entry called `slug`."""
    room, _, name = function.rpartition(":")
    owner: Any = import_module(room.partition("/")[0])
    for part in filter(None, room.partition("/")[2].split("/")):
        owner = getattr(owner, part)
    real = getattr(owner, name)

    def trapped(*given: Any, **named: Any) -> Any:
        if any(slug in {getattr(one, "slug", ""), _folder(one)} for one in given):
            raise trouble
        return real(*given, **named)

    monkeypatch.setattr(owner, name, trapped)


def _folder(about: object) -> str:
    return about.parent.name if isinstance(about, Path) else ""


def _written(folder: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _set_aside(summary: Summary) -> list[tuple[str, str, str]]:
    return [(fault.path, fault.kind, fault.reason) for fault in summary.aside]


@pytest.mark.parametrize(
    "function",
    [
        "idebank.views.cards/Shelf:card",
        "idebank.views.entries/EntryPages:view",
        "idebank.build.site:encode",
        "idebank.media:_load_medium",
        "idebank.search.documents:_told",
        "idebank.search.index:_shown",
        "idebank.search.index:facets_of",
        "idebank.build.feeds:_author",
        "idebank.export.data:_told",
    ],
)
def test_initiative(root: Path, monkeypatch: pytest.MonkeyPatch, function: str, expected: Path) -> None:
    """Wherever it is that something goes wrong with an entry, the site is that of a bank without it."""
    with monkeypatch.context() as trap:
        _trap(trap, function, "sykkelbuss-bodo", KeyError("snublesten"))
        summary = build(root, root / "site", workers=2 if "card" in function else 1)

    assert _set_aside(summary) == [(PATH, "KeyError", "'snublesten'")]
    assert summary.followed == {ADOPTION: PATH}
    assert summary.entries == 4
    assert _written(root / "site") == _written(expected)


@pytest.mark.parametrize(
    "function",
    [
        "idebank.export.calendar:_component",
        "idebank.views.events.pages/EventPages:_view",
    ],
)
def test_event(root: Path, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    """So it is with an event and its calendar; nothing follows what nobody needs."""
    with monkeypatch.context() as trap:
        _trap(trap, function, "fredag", OverflowError("date value out of range"))
        summary = build(root, root / "site")

    assert _set_aside(summary) == [(EVENT, "OverflowError", "date value out of range")]
    assert summary.followed == {}
    assert not (root / "site" / "arrangement" / "fredag").exists()
    assert (root / "site" / "tiltak" / "sykkelbuss-bodo" / "index.html").exists()


def test_what_others_put_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the host has put into the folder outlives a second try."""
    write_bank(root / "site", {"assets/host.css": "a{}"})
    with monkeypatch.context() as trap:
        _trap(trap, "idebank.export.data:_told", "fredag", ValueError("snublesten"))
        build(root, root / "site")

    assert (root / "site" / "assets" / "host.css").read_text(encoding="utf-8") == "a{}"


@pytest.mark.parametrize(
    "trouble", [OSError(errno.ENOSPC, "full"), MemoryError(), KeyboardInterrupt()], ids=repr
)
def test_trouble_of_the_machine(root: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException) -> None:
    """A full disk is no entry's fault: the build stops."""
    _trap(monkeypatch, "idebank.views.cards/Shelf:card", "sykkelbuss-bodo", trouble)

    with pytest.raises(type(trouble)):
        build(root, root / "site")


def test_moved_address_with_a_page_again(root: Path) -> None:
    """An entry at an address that was once given up is published there."""
    write_bank(
        root, {"content/moved.txt": "/tiltak/sykkelbuss-bodo/ /tiltak/gangbuss-bodo/\n/tiltak/borte/\n"}
    )
    build(root, root / "site")

    assert "Sykkelbuss" in (root / "site/tiltak/sykkelbuss-bodo/index.html").read_text(encoding="utf-8")
    assert (root / "site/tiltak/borte/index.html").exists()


def test_trouble_with_no_entry(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of the program that is about no entry stops the build."""

    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("idebank.build.site.load_assets", failing)

    with pytest.raises(ZeroDivisionError):
        build(root, root / "site")


def test_trouble_with_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it never ends, the build stops and names the entries."""
    seen: list[str] = []

    def failing(path: Path, *, picture: bool) -> None:
        seen.append(path.name)
        raise ValueError(str(picture))

    monkeypatch.setattr("idebank.media._load_medium", failing)
    monkeypatch.setattr("idebank.build.site.without", lambda entries, _, **__: Remaining(tuple(entries), {}))

    with pytest.raises(EntryFaultsError, match=PATH):
        build(root, root / "site")
    assert len(seen) == 8


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the same bank, written without the initiative and what cannot be without it."""
    files = {path: text for path, text in FILES.items() if "sykkelbuss" not in path}
    files[OTHER] = entry_text(title='"Gangbuss til skolen"')
    files[EVENT] = str(FILES[EVENT]).replace(", sykkelbuss-bodo", "")
    files[COLLECTION] = str(FILES[COLLECTION]).replace("  - {initiative: sykkelbuss-bodo, why: Enkelt}\n", "")
    root = write_bank(tmp_path_factory.mktemp("expected"), files)
    build(root, root / "site")
    return root / "site"
