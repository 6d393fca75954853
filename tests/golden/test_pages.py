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
    "entry-kindergarten-nn": "tiltak/regnbekk-eksempel/",
    "entry-library": "tiltak/verktoyutlan-eksempel/",
    "entry-national": "tiltak/maler-for-innkjop-eksempel/",
    "entry-procurement-stopped": "tiltak/fyllesensor-eksempel/",
    "entry-programme": "tiltak/nettverk-for-mat-eksempel/",
    "entry-school": "tiltak/fruktkurv-eksempel/",
    "entry-stopped": "tiltak/reparasjonskafe-eksempel/",
    "form-meeting": "tiltak/fruktkurv-eksempel/personalmote/",
    "form-sheet-nn": "tiltak/regnbekk-eksempel/plakat/",
    "form-story": "tiltak/verktoyutlan-eksempel/historie/",
    "former-entry": "tiltak/hage-eksempel/",
    "moved": "virksomhet/eksempelskolen/",
    "closed-nn": "nn/tiltak/borte-eksempel/",
    "share": "bidra/",
    "share-adoption-nn": "nn/bidra/gjenbruk/",
    "share-need-en": "en/bidra/etterlyst/",
    "share-correction": "bidra/rett/",
    "share-confirmation-nn": "nn/bidra/bekreft/",
    "rules-nn": "nn/bidra/regler/",
    "rule": "bidra/regler/half-a-comparison/",
    "adoption-adapted": "gjenbruk/eksempelnes-skolefrukost/",
    "adoption-inspired-nn": "gjenbruk/eksempeldal-fruktkurv/",
    "adoption-of-method-en": "gjenbruk/exampleholm-food-compass/",
    "adoption-unknown": "gjenbruk/eksempelmo-skolefrukost/",
    "adoptions": "gjenbruk/",
    "need-open": "etterlyst/kantinemat-eksempel/",
    "need-solved-nn": "etterlyst/vaktliste-eksempel/",
    "needs": "etterlyst/",
    "needs-nn": "nn/etterlyst/",
    "method-nn": "metode/matkompass-eksempel/",
    "methods": "metode/",
    "event-month-en": "arrangement/klimawebinar-eksempel/",
    "event-past": "arrangement/barekraftsfredag-mat-eksempel/",
    "event-upcoming-nn": "arrangement/barekraftsfredag-innkjop-eksempel/",
    "event-without-year": "arrangement/ombruksdag-eksempel/",
    "events": "arrangement/",
    "events-en": "en/arrangement/",
    "series": "arrangement/serie/barekraftsfredag/",
    "series-en": "en/arrangement/serie/klimawebinarer/",
    "series-news": "arrangement/serie/barekraftsfredag/nytt/",
    "series-news-nn": "nn/arrangement/serie/barekraftsfredag/nytt/",
    "network": "nettverk/delenettverket-eksempel/",
    "network-board": "nettverk/delenettverket-eksempel/tavle/",
    "network-news": "nettverk/delenettverket-eksempel/siden-sist/",
    "network-topical-news-nn": "nettverk/skulematnettverket-eksempel/siden-sist/",
    "network-topical-nn": "nettverk/skulematnettverket-eksempel/",
    "networks": "nettverk/",
    "networks-en": "en/nettverk/",
    "index-all": "tiltak/",
    "index-all-en": "en/tiltak/",
    "index-goal": "barekraftsmal/12/",
    "index-goal-empty": "barekraftsmal/14/",
    "index-goal-nn": "nn/barekraftsmal/12/",
    "index-reused": "tiltak/mest-brukt/",
    "index-stopped-nn": "nn/tiltak/stoppet/",
    "index-target": "barekraftsmal/12/12-3/",
    "index-target-empty": "barekraftsmal/12/12-1/",
    "index-sector": "sektor/skole/",
    "index-sector-empty": "sektor/museum/",
    "index-sector-kindergarten-nn": "nn/sektor/barnehage/",
    "index-sector-library": "sektor/bibliotek/",
    "index-sector-procurement-en": "en/sektor/innkjop/",
    "index-theme": "tema/matsvinn/",
    "index-county": "sted/buskerud/",
    "index-county-nn": "nn/sted/finnmark/",
    "index-municipality": "sted/nordland/bodo/",
    "index-municipality-empty": "sted/nordland/alstahaug/",
    "index-municipality-empty-en": "en/sted/finnmark/karasjok/",
    "index-organisation": "virksomhet/eksempel-skole/",
    "index-organisation-adoption-nn": "nn/virksomhet/eksempeldal-ungdomsskule/",
    "index-organisation-need": "virksomhet/eksempelfjell-kommune/",
    "county-board-en": "en/sted/vestfold/tavle/",
    "documents": "dokumenter/",
    "documents-of-kind-nn": "nn/dokumenter/mal/",
    "documents-templates": "dokumenter/til-bruk/",
    "former-county": "sted/viken/",
    "measure": "resultater/matsvinn-i-vekt/",
    "measures-en": "en/resultater/",
    "open-data-nn": "nn/apne-data/",
    "register-gains": "sektor/innkjop/gevinster/",
    "register-needs-nn": "nn/sektor/innkjop/behov/",
    "hub-goals": "barekraftsmal/",
    "hub-sectors": "sektor/",
    "hub-themes": "tema/",
    "hub-places": "sted/",
    "hub-organisations": "virksomhet/",
    "overview": "oversikt/",
    "overview-nn": "nn/oversikt/",
    "search": "sok/",
    "map": "kart/",
    "collection": "samling/mat-eksempel/",
    "collections-nn": "nn/samling/",
    "my-list": "min-liste/",
    "comparison-nn": "nn/sammenlign/",
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
