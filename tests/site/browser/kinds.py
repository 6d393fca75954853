"""One page of each kind."""

from __future__ import annotations

from typing import Final

KINDS: Final = {
    "front": "",
    "front in English": "en/",
    "page 2": "tiltak/side/2/",
    "entry": "tiltak/skybruddsplaner-innovann/",
    "goals": "barekraftsmal/",
    "goal": "barekraftsmal/12/",
    "target": "barekraftsmal/12/12-3/",
    "sectors": "sektor/",
    "sector": "sektor/skole/",
    "places": "sted/",
    "county": "sted/vestland/",
    "municipality": "sted/vestland/bergen/",
    "empty municipality": "sted/finnmark/alta/",
    "organisations": "virksomhet/",
    "matrix": "oversikt/",
    "search": "sok/",
    "search with hits": "sok/?q=skole&county=vestland",
    "search without hits": "sok/?q=xqzwv",
    "contribute": "bidra/",
    "wrong address": "finnes/ikke/",
}
