"""The table of routes: everything that has an address, by name, with the pattern of its Norwegian address."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

_PART: Final = re.compile(r"\{(\w+)\}")
PAGES: Final = "side"
"""Below the address of any list: its further pages."""


class Role(Enum):
    """What answers at a route's addresses."""

    PAGE = "page"
    LIST = "list"
    """A page that may go on: its further pages lie in `side/<number>/` below it."""
    ENTRY = "entry"
    """An entry's own page; the route is called as its kind is."""
    FILE = "file"
    FOLDER = "folder"
    """Of files that a script finds by their names."""


@dataclass(frozen=True, slots=True)
class Route:
    """One kind of address."""

    name: str
    pattern: str
    """In the first language, relative to the site's root; a part in braces is given by whoever asks."""
    role: Role
    once: bool = False
    """Whether there is one for all languages, at the root; else each has its own, below its prefix."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What stands in the address for a part that is called otherwise in the program."""

    @property
    def segments(self) -> tuple[str, ...]:
        """The pattern between its slashes; of a page, the last one is empty."""
        return tuple(self.pattern.split("/"))

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of what is open in the pattern."""
        return tuple(_PART.findall(self.pattern))


def _rows() -> Iterator[Route]:
    yield from _of_initiatives()
    yield from _of_other_kinds()
    yield from _of_subjects()
    yield from _of_results()
    yield from _of_the_whole()
    yield from _of_forms()


def _of_initiatives() -> Iterator[Route]:
    yield Route("initiatives", "tiltak/", Role.LIST)
    yield Route("most_reused", "tiltak/mest-brukt/", Role.LIST)
    yield Route("stopped", "tiltak/stoppet/", Role.LIST)
    yield Route("initiatives_feed", "tiltak/feed.xml", Role.FILE)
    yield Route("initiative", "tiltak/{slug}/", Role.ENTRY, once=True)
    yield Route("sheet", "tiltak/{slug}/plakat/", Role.PAGE, once=True)
    yield Route("meeting", "tiltak/{slug}/personalmote/", Role.PAGE, once=True)
    yield Route("story", "tiltak/{slug}/historie/", Role.PAGE, once=True)
    yield Route("adoptions", "gjenbruk/", Role.LIST)
    yield Route("adoption", "gjenbruk/{slug}/", Role.ENTRY, once=True)


def _of_other_kinds() -> Iterator[Route]:
    yield Route("needs", "etterlyst/", Role.PAGE)
    yield Route("needs_feed", "etterlyst/feed.xml", Role.FILE)
    yield Route("need", "etterlyst/{slug}/", Role.ENTRY, once=True)
    yield Route("methods", "metode/", Role.PAGE)
    yield Route("method", "metode/{slug}/", Role.ENTRY, once=True)
    yield Route("events", "arrangement/", Role.PAGE)
    yield Route("event", "arrangement/{slug}/", Role.ENTRY, once=True)
    yield Route("event_calendar", "arrangement/{slug}/arrangement.ics", Role.FILE, once=True)
    yield Route("series", "arrangement/serie/{series}/", Role.PAGE)
    yield Route("series_feed", "arrangement/serie/{series}/feed.xml", Role.FILE)
    yield Route("series_calendar", "arrangement/serie/{series}/serie.ics", Role.FILE)
    yield Route("series_news", "arrangement/serie/{series}/nytt/", Role.PAGE)
    yield Route("series_mail", "arrangement/serie/{series}/nytt/nytt.{ending}", Role.FILE)
    yield Route("networks", "nettverk/", Role.PAGE)
    yield Route("network", "nettverk/{slug}/", Role.ENTRY, once=True)
    yield Route("network_feed", "nettverk/{slug}/feed.xml", Role.FILE, once=True)
    yield Route("network_news", "nettverk/{slug}/siden-sist/", Role.PAGE, once=True)
    yield Route("network_mail", "nettverk/{slug}/siden-sist/siden-sist.{ending}", Role.FILE, once=True)
    yield Route("network_board", "nettverk/{slug}/tavle/", Role.PAGE, once=True)
    yield Route("network_board_table", "nettverk/{slug}/tavle/tavle.{ending}", Role.FILE, once=True)
    yield Route("collections", "samling/", Role.PAGE)
    yield Route("collection", "samling/{slug}/", Role.ENTRY, once=True)


def _of_subjects() -> Iterator[Route]:
    yield Route("goals", "barekraftsmal/", Role.PAGE)
    yield Route("goal", "barekraftsmal/{goal}/", Role.LIST)
    yield Route("goal_feed", "barekraftsmal/{goal}/feed.xml", Role.FILE)
    yield Route("target", "barekraftsmal/{goal}/{target}/", Role.LIST)
    yield Route("sectors", "sektor/", Role.PAGE)
    yield Route("sector", "sektor/{sector}/", Role.LIST)
    yield Route("sector_feed", "sektor/{sector}/feed.xml", Role.FILE)
    yield Route("register", "sektor/{sector}/{register}/", Role.PAGE)
    yield Route("gains", "sektor/{sector}/gevinster/", Role.PAGE)
    yield Route("gains_table", "sektor/{sector}/gevinster/gevinster.{ending}", Role.FILE)
    yield Route("themes", "tema/", Role.PAGE)
    yield Route("theme", "tema/{theme}/", Role.LIST)
    yield Route("places", "sted/", Role.PAGE)
    yield Route("county", "sted/{county}/", Role.LIST)
    yield Route("county_feed", "sted/{county}/feed.xml", Role.FILE)
    yield Route("county_board", "sted/{county}/tavle/", Role.PAGE)
    yield Route("county_board_table", "sted/{county}/tavle/tavle.{ending}", Role.FILE)
    yield Route("municipality", "sted/{county}/{municipality}/", Role.LIST)
    yield Route("organisations", "virksomhet/", Role.PAGE)
    yield Route("organisation", "virksomhet/{organisation}/", Role.LIST)


def _of_results() -> Iterator[Route]:
    yield Route("documents", "dokumenter/", Role.PAGE)
    yield Route("documents_of_kind", "dokumenter/{kind}/", Role.LIST)
    yield Route("document_templates", "dokumenter/til-bruk/", Role.LIST)
    yield Route("measures", "resultater/", Role.PAGE)
    yield Route("measure", "resultater/{measure}/", Role.PAGE)
    yield Route("overview", "oversikt/", Role.PAGE)
    yield Route("data", "apne-data/", Role.PAGE)
    yield Route("data_file", "apne-data/{entries}.{ending}", Role.FILE, once=True)
    yield Route("overview_table", "apne-data/oversikt/{table}.csv", Role.FILE)


def _of_the_whole() -> Iterator[Route]:
    yield Route("front", "", Role.PAGE)
    yield Route("feed", "feed.xml", Role.FILE)
    yield Route("not_found", "404.html", Role.PAGE, once=True)
    yield Route("sitemap", "sitemap.xml", Role.FILE, once=True)
    yield Route("robots", "robots.txt", Role.FILE, once=True)
    yield Route("favicon", "assets/images/favicon.svg", Role.FILE, once=True)
    yield Route("asset", "assets/idebank/{file}", Role.FILE, once=True)
    yield Route("script", "assets/idebank/{folder}/{file}", Role.FILE, once=True)
    yield Route("font", "assets/idebank/fonts/{file}", Role.FILE, once=True)
    yield Route("search", "sok/", Role.PAGE)
    yield Route("facets_feed", "sok/feed/{facets}.xml", Role.FILE)
    yield Route("feed_list", "sok/feed/feeds.json", Role.FILE, once=True)
    yield Route("search_index", "sok/data/{digest}/", Role.FOLDER, once=True)
    yield Route("map", "kart/", Role.PAGE)
    yield Route("my_list", "min-liste/", Role.PAGE)
    yield Route("compare", "sammenlign/", Role.PAGE)
    yield Route("about", "om/", Role.PAGE)
    yield Route("privacy", "personvern/", Role.PAGE)
    yield Route("accessibility", "tilgjengelighet/", Role.PAGE)


def _of_forms() -> Iterator[Route]:
    said = {
        "adoption": "gjenbruk",
        "need": "etterlyst",
        "correction": "rett",
        "confirmation": "bekreft",
    }
    yield Route("contribute", "bidra/", Role.PAGE)
    yield Route("form", "bidra/{form}/", Role.PAGE, said=said)
    yield Route("form_data", "bidra/data/{form}.{language}.json", Role.FILE, once=True)
    yield Route("place_names", "bidra/data/places.json", Role.FILE, once=True)
    yield Route("likenesses", "bidra/data/like/{folder}.json", Role.FILE, once=True)
    yield Route("rules", "bidra/regler/", Role.PAGE)
    yield Route("rule", "bidra/regler/{rule}/", Role.PAGE)


TABLE: Final[Mapping[str, Route]] = {row.name: row for row in _rows()}
"""By name."""
