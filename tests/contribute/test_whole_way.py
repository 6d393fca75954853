"""The whole way: what was sent in becomes files that the check takes and pages that the site shows."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import material
import pytest

from idebank.build import load_parts
from idebank.build.preview import preview_of
from idebank.resources import schema_folder, theme_folder
from idebank.settings import Settings
from idebank.validate import check_bank
from tests.contribute.banks import BANK, EVENTS, TODAY, outcome_of
from tests.factories import schemas

PICTURE: Final = BANK / "content" / "initiatives" / "vestland" / "regnbekk-eksempel" / "regnbekk.jpg"


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """Return a bank that has taken in every recorded event it could, and the files it got or changed."""
    root = Path(shutil.copytree(BANK, tmp_path_factory.mktemp("way") / "bank"))
    changes = [outcome_of(path.stem).change for path in sorted(EVENTS.glob("*.json"))]
    # Several tell of the same; once one is taken in, the next would get a name of its own.
    named = {change.path.rpartition("/")[2]: change for change in changes if change}
    written = {change.path: change.content for change in named.values()}
    for path, content in written.items():
        (root / path).write_bytes(content)
    # What an editor puts on the branch before the pull request is merged.
    beside = root / "content/initiatives/vestland/skulehage-pa-taket"
    beside.mkdir()
    shutil.copy(PICTURE, beside / "taket.jpg")
    return root, set(written)


def test_the_check_takes_them(taken_in: tuple[Path, set[str]]) -> None:
    """The bank is whole with all of them in it."""
    root, written = taken_in
    checked = check_bank(root, schemas=schemas())

    assert [d for d in checked.diagnostics if d.severity == "error"] == []
    assert written <= {entry.path for entry in checked.entries}
    assert len(written) >= 15


@pytest.mark.site
def test_the_site_shows_them(taken_in: tuple[Path, set[str]]) -> None:
    """Each has a page."""
    root, written = taken_in
    settings = Settings(
        root=root,
        schema=schema_folder(),
        theme=theme_folder(),
        name="Eksempelbanken",
        url="https://bank.example/",
        today=TODAY,
    )
    parts = load_parts(settings, home=root)
    icons = Path(material.__file__).parent / "templates" / ".icons"
    for path in sorted(written):
        made = preview_of(
            [path],
            parts=parts,
            settings=settings,
            icons=lambda name: (icons / f"{name}.svg").read_text(encoding="utf-8"),
        )

        assert made.shown == (path,)
        assert "<script" not in made.html
