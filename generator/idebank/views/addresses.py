"""Where every page lives: Norwegian addresses; bokmål at the root, nynorsk in `nn/`, English in `en/`."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote_plus

from idebank.kinds import KINDS, MOST_REUSED, PAGES, SERIES, STOPPED, Kind, kind_of
from idebank.model import Entry
from idebank.slugs import slugify
from idebank.vocabulary import LANGUAGES, County, Municipality, Target, Term

_PREFIXES: Final = {"nb": "", "nn": "nn/", "en": "en/"}


def prefix(language: str) -> str:
    """Return what addresses in `language` begin with."""
    return _PREFIXES[language]


def interface_language(entry_language: str) -> str:
    """Return the language of the interface around an entry: its own, or bokmål when there is none."""
    return entry_language if entry_language in LANGUAGES else LANGUAGES[0]


def entry(of: Entry) -> str:
    """Return an entry's only address."""
    return entry_called(of.slug, kind_of(of))


def entry_called(slug: str, kind: Kind) -> str:
    """Return the address that an entry of a kind called `slug` has, or used to have."""
    return f"{kind.address}/{slug}/"


def file_of(of: Entry, name: str) -> str:
    """Return the address of a file that lies in the entry's folder."""
    return f"{entry(of)}{name}"


def kind(name: str, language: str) -> str:
    """Return the address of the list of all entries of a kind."""
    return f"{prefix(language)}{KINDS[name].address}/"


def event_series(id_: str, language: str) -> str:
    """Return the address of a series of events."""
    return f"{kind('event', language)}{SERIES}/{id_}/"


def series_news(id_: str, language: str) -> str:
    """Return the address of what is new since the last event of a series."""
    return f"{event_series(id_, language)}nytt/"


def calendar(event: Entry) -> str:
    """Return the address of an event's calendar file."""
    return f"{entry(event)}arrangement.ics"


def front(language: str) -> str:
    """Return the front page's address."""
    return prefix(language)


def initiatives(language: str) -> str:
    """Return the address of the list of all initiatives."""
    return f"{prefix(language)}tiltak/"


def most_reused(language: str) -> str:
    """Return the address of the list of what others have taken over."""
    return f"{initiatives(language)}{MOST_REUSED}/"


def stopped(language: str) -> str:
    """Return the address of the list of what was stopped."""
    return f"{initiatives(language)}{STOPPED}/"


def feed(language: str) -> str:
    """Return the address of the feed of new initiatives."""
    return f"{initiatives(language)}feed.xml"


def needs_feed(language: str) -> str:
    """Return the address of the feed of new needs."""
    return f"{kind('need', language)}feed.xml"


_FEEDS: Final = {
    (): "feed.xml",
    ("county",): "sted/{county}/feed.xml",
    ("goal",): "barekraftsmal/{goal}/feed.xml",
    ("sector",): "sektor/{sector}/feed.xml",
}
"""Feeds that lie beside the page they belong to."""


def feed_pattern(facets: Sequence[str], language: str) -> str:
    """Return the address of the feed that some facets have together, with `{facet}` for each value."""
    together = "sok/feed/" + ".".join(f"{facet}-{{{facet}}}" for facet in facets) + ".xml"
    return f"{prefix(language)}{_FEEDS.get(tuple(facets), together)}"


def feed_list() -> str:
    """Return the address of the list of all feeds, for the search page; the same in every language."""
    return "sok/feed/feeds.json"


def goals(language: str) -> str:
    """Return the address of the goals' page."""
    return f"{prefix(language)}barekraftsmal/"


def goal(number: int, language: str) -> str:
    """Return a goal's address."""
    return f"{goals(language)}{number}/"


def target(of: Target, language: str) -> str:
    """Return a target's address, below its goal."""
    return f"{goal(of.goal, language)}{of.slug}/"


def sectors(language: str) -> str:
    """Return the address of the sectors' page."""
    return f"{prefix(language)}sektor/"


def sector(id_: str, language: str) -> str:
    """Return a sector's address."""
    return f"{sectors(language)}{id_}/"


def themes(language: str) -> str:
    """Return the address of the themes' page."""
    return f"{prefix(language)}tema/"


def theme(id_: str, language: str) -> str:
    """Return a theme's address."""
    return f"{themes(language)}{id_}/"


def places(language: str) -> str:
    """Return the address of the counties' page."""
    return f"{prefix(language)}sted/"


def county(of: County, language: str) -> str:
    """Return a county's address."""
    return f"{places(language)}{of.slug}/"


def county_board(of: County, language: str) -> str:
    """Return the address of the page that shows which of a county's municipalities have shared."""
    return f"{county(of, language)}tavle/"


def folder(file: str) -> str:
    """Return the address of the page that a file lies beside."""
    return file[: file.rfind("/") + 1]


def municipality(of: Municipality, within: County, language: str) -> str:
    """Return a municipality's address, below its county."""
    return f"{county(within, language)}{of.slug}/"


def organisations(language: str) -> str:
    """Return the address of the organisations' page."""
    return f"{prefix(language)}virksomhet/"


def organisation(slug: str, language: str) -> str:
    """Return an organisation's address."""
    return f"{organisations(language)}{slug}/"


def documents(language: str) -> str:
    """Return the address of the documents' page."""
    return f"{prefix(language)}dokumenter/"


def documents_of_kind(kind: Term, language: str) -> str:
    """Return the address of all documents of a kind."""
    return f"{documents(language)}{slugify(kind.labels.nb)}/"


def document_templates(language: str) -> str:
    """Return the address of the documents that others may fill in."""
    return f"{documents(language)}til-bruk/"


def measures(language: str) -> str:
    """Return the address of the page that leads to results which compare."""
    return f"{prefix(language)}resultater/"


def measure(of: Term, language: str) -> str:
    """Return the address of the results that measure the same."""
    return f"{measures(language)}{slugify(of.labels.nb)}/"


def profile_register(sector_id: str, slug: str, language: str) -> str:
    """Return the address of a profile's register, below the page of its sector."""
    return f"{sector(sector_id, language)}{slug}/"


def profile_gains(sector_id: str, language: str) -> str:
    """Return the address of a profile's gains, below the page of its sector."""
    return f"{sector(sector_id, language)}gevinster/"


def former_county(name: str, language: str) -> str:
    """Return the address of a county that is no more."""
    return f"{places(language)}{slugify(name)}/"


def former_municipality(name: str, within: County, language: str) -> str:
    """Return the address of a municipality that is no more, below the county it would be in today."""
    return f"{county(within, language)}{slugify(name)}/"


def open_data(language: str) -> str:
    """Return the address of the page about the bank's data."""
    return f"{prefix(language)}apne-data/"


def data_file(kind_name: str, ending: str) -> str:
    """Return the address of all entries of a kind as data; the same in every language."""
    return f"apne-data/{KINDS[kind_name].address}.{ending}"


def overview(language: str) -> str:
    """Return the address of the bank in figures."""
    return f"{prefix(language)}oversikt/"


def overview_table(name: str, language: str) -> str:
    """Return the address of a table of the overview as a file."""
    return f"{open_data(language)}oversikt/{name}.csv"


def search(language: str, /, **facets: str | int) -> str:
    """Return the address of the search page, with a query (`q`) or facets chosen."""
    query = "&".join(f"{name}={quote_plus(str(value))}" for name, value in facets.items())
    return f"{prefix(language)}sok/{'?' if query else ''}{query}"


def map_of_all(language: str, **facets: str | int) -> str:
    """Return the address of the map, with facets chosen."""
    query = "&".join(f"{name}={quote_plus(str(value))}" for name, value in facets.items())
    return f"{prefix(language)}kart/{'?' if query else ''}{query}"


def my_list(language: str, slugs: Sequence[str] = ()) -> str:
    """Return the address of the reader's private list, or of one that shows the initiatives `slugs`."""
    query = f"?tiltak={','.join(slugs)}" if slugs else ""
    return f"{prefix(language)}min-liste/{query}"


def compare(language: str) -> str:
    """Return the address of the page that shows initiatives side by side."""
    return f"{prefix(language)}sammenlign/"


_FORMS: Final = {
    "initiative": "",
    "adoption": "gjenbruk/",
    "need": "etterlyst/",
    "correction": "rett/",
    "confirmation": "bekreft/",
}
"""Where forms stand below `bidra/`; one that a bank adds goes by its own name."""


def contribute(language: str) -> str:
    """Return the address of the form with which one shares an initiative."""
    return f"{prefix(language)}bidra/"


def form(id_: str, language: str, **answers: str | int) -> str:
    """Return the address of a form, with some questions answered already."""
    query = "&".join(f"{name}={quote_plus(str(value))}" for name, value in answers.items())
    return f"{contribute(language)}{_FORMS.get(id_, f'{id_}/')}{'?' if query else ''}{query}"


def form_data(id_: str, language: str) -> str:
    """Return the address of what a form's script needs to know."""
    return f"bidra/data/{id_}.{language}.json"


def rules(language: str) -> str:
    """Return the address of the list of all rules of the check."""
    return f"{contribute(language)}regler/"


def rule(id_: str, language: str) -> str:
    """Return the address of the page that explains a rule."""
    return f"{rules(language)}{id_}/"


def place_names() -> str:
    """Return the address of all names that places have and had, for the forms."""
    return "bidra/data/places.json"


def likenesses(folder: str) -> str:
    """Return the address of what a new title is compared with: the initiatives of a county's folder."""
    return f"bidra/data/like/{folder}.json"


def page_of_list(address: str, number: int) -> str:
    """Return the address of one page of a list that is split into several."""
    return address if number == 1 else f"{address}{PAGES}/{number}/"
