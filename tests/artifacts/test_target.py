"""Which folders a site may be written to."""

from __future__ import annotations

from pathlib import Path

import pytest

from idebank.artifacts import MARK, Grounds, Reason, Target, TargetRefusedError
from idebank.artifacts.target import mark
from tests.factories import write_bank

FOREIGN = {
    "a file of somebody's": {"site/brev.txt": ""},
    "a page of another program": {"site/index.html": ""},
    "a repository": {"site/.git/config": ""},
    "a work tree": {"site/.git": "gitdir: annet"},
    "a hidden file": {"site/.nojekyll": ""},
    "a folder": {"site/bilder/a.jpg": ""},
    "a folder called as our mark": {f"site/{MARK}/x": ""},
}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """Return a bank, and a program beside it."""
    files = {"bank/mkdocs.yml": "", "bank/content/initiatives/oslo/a.md": "", "program/theme/a.css": ""}
    return write_bank(tmp_path, files) / "bank"


def _grounds(bank: Path) -> Grounds:
    return Grounds(around=(bank,), inside=(bank / "content", bank.parent / "program"))


def _refused(bank: Path, site: Path) -> Reason | None:
    try:
        Target.at(site, _grounds(bank))
    except TargetRefusedError as error:
        return error.reason
    return None


@pytest.mark.parametrize(
    ("site", "reason"),
    [
        ("/", Reason.AROUND),
        (".", Reason.AROUND),
        ("..", Reason.AROUND),
        ("../..", Reason.AROUND),
        ("content/..", Reason.AROUND),
        ("content", Reason.AROUND),
        ("content/initiatives", Reason.INSIDE),
        ("content/ny", Reason.INSIDE),
        ("content/initiatives/oslo/a.md", Reason.INSIDE),
        ("../program", Reason.AROUND),
        ("../program/theme", Reason.INSIDE),
        (".git", Reason.REPOSITORY),
        (".git/hooks/ut", Reason.REPOSITORY),
        ("mkdocs.yml", Reason.NO_FOLDER),
        ("mkdocs.yml/site", Reason.NO_FOLDER),
        ("~", Reason.AROUND),
    ],
)
def test_never_over_the_bank(bank: Path, site: str, reason: Reason) -> None:
    """Neither the bank, the program, somebody's home nor what Git keeps is written over, not even in part."""
    home = Path.home() if site == "~" else bank / site

    assert _refused(bank, home) is reason


@pytest.mark.parametrize("name", FOREIGN)
def test_never_over_what_is_not_ours(bank: Path, name: str) -> None:
    """A folder with anything in it but a site of ours is refused."""
    write_bank(bank, FOREIGN[name])

    assert _refused(bank, bank / "site") is Reason.FOREIGN


@pytest.mark.parametrize("name", FOREIGN)
def test_over_what_carries_our_mark(bank: Path, name: str) -> None:
    """Whoever puts our mark in a folder may have it replaced; a link or a folder is no mark."""
    write_bank(bank, FOREIGN[name])
    if not (bank / "site" / MARK).exists():
        mark(bank / "site")

        assert _refused(bank, bank / "site") is None


def test_mark_must_be_a_file(bank: Path) -> None:
    """A link called as our mark may lead anywhere, so it is none."""
    write_bank(bank, {"site/brev.txt": ""})
    (bank / "site" / MARK).symlink_to(bank / "mkdocs.yml")

    assert _refused(bank, bank / "site") is Reason.FOREIGN


def test_absent_or_empty(bank: Path) -> None:
    """A folder that is absent or empty may be filled, wherever its parents have yet to be made."""
    (bank / "tom").mkdir()

    assert _refused(bank, bank / "tom") is None
    assert _refused(bank, bank / "ny" / "mappe" / "site") is None


def test_links_are_followed(bank: Path) -> None:
    """Where a link leads is what counts, and what is written to."""
    mark(write_bank(bank.parent / "www", {"index.html": ""}))
    (bank / "site").symlink_to(bank.parent / "www")
    (bank / "inn").symlink_to(bank / "content")
    (bank / "rundt").symlink_to("rundt")

    assert Target.at(bank / "site", _grounds(bank)).site == bank.parent / "www"
    assert _refused(bank, bank / "inn") is Reason.AROUND
    assert _refused(bank, bank / "inn" / "initiatives") is Reason.INSIDE
    assert _refused(bank, bank / "rundt") is not None


def test_content_elsewhere(bank: Path) -> None:
    """Content that lies elsewhere, behind a link, is as safe as any."""
    (bank / "content").rename(bank.parent / "innhold")
    (bank / "content").symlink_to(bank.parent / "innhold")

    assert _refused(bank, bank.parent / "innhold" / "initiatives") is Reason.INSIDE
    assert _refused(bank, bank.parent / "innhold") is Reason.AROUND


def test_beside_the_bank(bank: Path) -> None:
    """A new site is made beside the old one, on the same file system."""
    target = Target.at(bank / "site", _grounds(bank))

    assert bank / ".site.new" == target.staging
    assert not target.is_fixed
