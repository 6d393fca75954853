"""Where the page of a job will live: known from the plan, before any page is made."""

from collections.abc import Callable, Mapping
from typing import Final

from idebank.kinds import KINDS
from idebank.model import Network
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.documents import kind_address
from idebank.views.sheets import sheet_address


def address_of(job: Job, desk: Desk) -> str:
    """Return the address, relative to the site's root, of the page that the job makes."""
    if job.kind in KINDS:
        return addresses.entry_called(job.key, KINDS[job.kind])
    if job.kind in _ONE:
        return _ONE[job.kind](desk.language)
    return addresses.page_of_list(_MANY[job.kind](job.key, desk), job.number)


def _target(key: str, desk: Desk) -> str:
    return addresses.target(desk.catalog.vocabulary.targets[key], desk.language)


def _county(key: str, desk: Desk) -> str:
    return addresses.county(desk.catalog.vocabulary.counties[key], desk.language)


def _county_board(key: str, desk: Desk) -> str:
    return addresses.county_board(desk.catalog.vocabulary.counties[key], desk.language)


def _municipality(key: str, desk: Desk) -> str:
    vocabulary = desk.catalog.vocabulary
    own = vocabulary.municipalities[key]
    return addresses.municipality(own, vocabulary.counties[own.county], desk.language)


def _former_municipality(key: str, desk: Desk) -> str:
    number, _, slug = key.partition("/")
    return addresses.former_municipality(slug, desk.catalog.vocabulary.counties[number], desk.language)


def _measure(key: str, desk: Desk) -> str:
    return addresses.measure(desk.catalog.vocabulary.term("measures", key), desk.language)


def _register(key: str, desk: Desk) -> str:
    profile = desk.profiles.by_id[key]
    assert profile.register  # noqa: S101 - planned only where there is one
    return addresses.profile_register(profile.sectors[0], profile.register.slug, desk.language)


def _gains(key: str, desk: Desk) -> str:
    return addresses.profile_gains(desk.profiles.by_id[key].sectors[0], desk.language)


def _of_network(part: str) -> Callable[[str, Desk], str]:
    return lambda key, desk: f"{addresses.entry(desk.catalog.one(Network, key))}{part}/"


def _sheet(kind: str) -> Callable[[str, Desk], str]:
    return lambda key, desk: sheet_address(kind, desk.catalog.by_slug[key])


def _list_of(kind: str) -> Callable[[str], str]:
    return lambda language: addresses.kind(kind, language)


_ONE: Final[Mapping[str, Callable[[str], str]]] = {
    "front": addresses.front,
    "goals": addresses.goals,
    "sectors": addresses.sectors,
    "themes": addresses.themes,
    "places": addresses.places,
    "organisations": addresses.organisations,
    "search": addresses.search,
    "not_found": lambda _: "404.html",
    "overview": addresses.overview,
    "needs": _list_of("need"),
    "networks": _list_of("network"),
    "events": _list_of("event"),
    "methods": _list_of("method"),
    "collections": _list_of("collection"),
    "documents": addresses.documents,
    "measures": addresses.measures,
    "data": addresses.open_data,
    "rules": addresses.rules,
    "my_list": addresses.my_list,
    "compare": addresses.compare,
    "map": addresses.map_of_all,
}
"""By kind of job: a page of which each language has one."""

_MANY: Final[Mapping[str, Callable[[str, Desk], str]]] = {
    "all": lambda _, desk: addresses.initiatives(desk.language),
    "reused": lambda _, desk: addresses.most_reused(desk.language),
    "stopped": lambda _, desk: addresses.stopped(desk.language),
    "goal": lambda key, desk: addresses.goal(int(key), desk.language),
    "target": _target,
    "sector": lambda key, desk: addresses.sector(key, desk.language),
    "theme": lambda key, desk: addresses.theme(key, desk.language),
    "county": _county,
    "county_board": _county_board,
    "municipality": _municipality,
    "former_county": lambda key, desk: addresses.former_county(key, desk.language),
    "former_municipality": _former_municipality,
    "organisation": lambda key, desk: addresses.organisation(key, desk.language),
    "adoptions": lambda _, desk: addresses.kind("adoption", desk.language),
    "series": lambda key, desk: addresses.event_series(key, desk.language),
    "series_news": lambda key, desk: addresses.series_news(key, desk.language),
    "network_news": _of_network("siden-sist"),
    "network_board": _of_network("tavle"),
    "documents_of_kind": lambda key, desk: kind_address(key, desk.catalog.vocabulary, desk.language),
    "measure": _measure,
    "register": _register,
    "gains": _gains,
    "sheet": _sheet("sheet"),
    "meeting": _sheet("meeting"),
    "story": _sheet("story"),
    "form": lambda key, desk: addresses.form(key, desk.language),
    "rule": lambda key, desk: addresses.rule(key, desk.language),
}
"""By kind of job: a page that there are several of, by their keys; some go on for several pages."""
