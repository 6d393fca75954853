"""Every kind of page of the small bank, compared with what it was when somebody last looked at it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest

from tests.golden.markup import main_of

GOLDEN: Final = Path(__file__).parent / "pages"
UPDATE: Final = os.environ.get("UPDATE_GOLDEN") == "1"

PAGES: Final = {
    "front": "",
    "front-nn": "nn/",
    "front-en": "en/",
    "entry-depth-1-se": "tiltak/girjerajus-eksempel/",
    "entry-depth-2-nn-public-sources": "tiltak/skulehage-eksempel/",
    "entry-depth-3-everything": "tiltak/skolefrukost-eksempel/",
    "entry-en": "tiltak/sykkelbuss-eksempel/",
    "entry-hostile": "tiltak/tegn-og-sitat-eksempel/",
    "entry-national": "tiltak/maler-for-innkjop-eksempel/",
    "entry-programme": "tiltak/nettverk-for-mat-eksempel/",
    "entry-stopped": "tiltak/reparasjonskafe-eksempel/",
    "index-all": "tiltak/",
    "index-all-en": "en/tiltak/",
    "index-goal": "barekraftsmal/12/",
    "index-goal-empty": "barekraftsmal/14/",
    "index-goal-nn": "nn/barekraftsmal/12/",
    "index-target": "barekraftsmal/12/12-3/",
    "index-target-empty": "barekraftsmal/12/12-1/",
    "index-sector": "sektor/skole/",
    "index-sector-empty": "sektor/museum/",
    "index-theme": "tema/matsvinn/",
    "index-county": "sted/buskerud/",
    "index-county-nn": "nn/sted/finnmark/",
    "index-municipality": "sted/nordland/bodo/",
    "index-municipality-empty": "sted/nordland/alstahaug/",
    "index-municipality-empty-en": "en/sted/finnmark/karasjok/",
    "index-organisation": "virksomhet/eksempel-skole/",
    "hub-goals": "barekraftsmal/",
    "hub-sectors": "sektor/",
    "hub-themes": "tema/",
    "hub-places": "sted/",
    "hub-organisations": "virksomhet/",
    "matrix": "oversikt/",
    "search": "sok/",
    "search-nn": "nn/sok/",
    "prose": "om/",
    "prose-en": "en/om/",
    "not-found": "404.html",
}
"""Address by the name of the stored file."""


@pytest.mark.golden
@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, fixture_site: Path) -> None:
    """A page's `<main>` is the stored one."""
    address = PAGES[name]
    page = fixture_site / address if address.endswith(".html") else fixture_site / address / "index.html"
    stored = GOLDEN / f"{name}.html"

    found = main_of(page.read_text(encoding="utf-8"))
    if UPDATE:
        stored.write_text(found, encoding="utf-8")

    assert stored.read_text(encoding="utf-8") == found


def test_nothing_else_is_stored() -> None:
    """No stored page is left over from a page that is no longer compared."""
    stored = {path.stem for path in GOLDEN.glob("*.html")}

    assert set(PAGES) == stored
