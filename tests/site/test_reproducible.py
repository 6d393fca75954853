"""The same bank gives the same bytes, whichever command builds it, wherever it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.commands import IDEBANK, MKDOCS, configure, copy_bank, run, tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def expected(bank: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the fingerprints of the site that `idebank build` makes."""
    return _built(*IDEBANK, "build", bank=bank, to=tmp_path_factory.mktemp("expected") / "site")


def _built(*command: str, bank: Path, to: Path) -> dict[str, str]:
    finished = run(*command, "--site-dir", to, cwd=bank)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return tree(to)


def test_site_holds_pages_and_index(expected: dict[str, str]) -> None:
    """What the other tests compare is a whole site."""
    assert {"index.html", "404.html", "sitemap.xml", "tiltak/index.html"} <= set(expected)


def test_mkdocs_builds_the_same_site(bank: Path, expected: dict[str, str], tmp_path: Path) -> None:
    """`mkdocs build` and `idebank build` are two doors to one room, and a second build changes nothing."""
    assert _built(*MKDOCS, "build", bank=bank, to=tmp_path / "site") == expected


def test_strict_mkdocs_builds_the_same_site(bank: Path, expected: dict[str, str], tmp_path: Path) -> None:
    """`mkdocs build --strict` has nothing to warn of, and builds the same."""
    assert _built(*MKDOCS, "build", "--strict", bank=bank, to=tmp_path / "site") == expected


@pytest.mark.parametrize("workers", [1, 3])
def test_number_of_processes_shows_nowhere(
    bank: Path, expected: dict[str, str], tmp_path: Path, workers: int
) -> None:
    """A machine with one processor builds the same site as one with several."""
    plugin = (
        f"idebank: {{contact_email: redaksjonen@idebank.example, demonstration: true, workers: {workers}}}"
    )
    config = configure(bank, f"workers-{workers}.yml", f"plugins:\n  - {plugin}\n")

    assert _built(*IDEBANK, "build", "--config-file", config, bank=bank, to=tmp_path / "site") == expected


def test_place_of_the_bank_shows_nowhere(expected: dict[str, str], tmp_path: Path) -> None:
    """A copy of the bank in another folder becomes the same site."""
    copy = copy_bank(tmp_path / "another" / "place")

    assert _built(*IDEBANK, "build", bank=copy, to=tmp_path / "site") == expected
