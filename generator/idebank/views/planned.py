"""Where the page of a job will live: known from the plan, before any page is made."""

from collections.abc import Callable, Mapping
from typing import Final

from idebank.routes import TABLE, page_of_list, route
from idebank.slugs import slugify
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.documents import kind_address


def address_of(job: Job, desk: Desk) -> str:
    """Return the address, relative to the site's root, of the page that the job makes.

    A job's kind is the name of its page's route, but for those that `_OTHERS` tells of.
    """
    address = _OTHERS[job.kind](job.key, desk) if job.kind in _OTHERS else _route(job, desk)
    return page_of_list(address, job.number)


def _route(job: Job, desk: Desk) -> str:
    """Return the address when the route has no more than one open part, which is the job's key."""
    parts = TABLE[job.kind].parts
    return route(job.kind, desk.language, **dict.fromkeys(parts, job.key))


def _target(key: str, desk: Desk) -> str:
    target = desk.catalog.vocabulary.targets[key]
    return route("target", desk.language, goal=target.goal, target=target.slug)


def _county(key: str, desk: Desk) -> str:
    return route("county", desk.language, county=desk.catalog.vocabulary.counties[key].slug)


def _county_board(key: str, desk: Desk) -> str:
    return route("county_board", desk.language, county=desk.catalog.vocabulary.counties[key].slug)


def _municipality(key: str, desk: Desk) -> str:
    own = desk.catalog.vocabulary.municipalities[key]
    county = desk.catalog.vocabulary.counties[own.county]
    return route("municipality", desk.language, county=county.slug, municipality=own.slug)


def _former_municipality(key: str, desk: Desk) -> str:
    number, _, slug = key.partition("/")
    county = desk.catalog.vocabulary.counties[number]
    return route("municipality", desk.language, county=county.slug, municipality=slug)


def _measure(key: str, desk: Desk) -> str:
    return addresses.measure(desk.catalog.vocabulary.term("measures", key), desk.language)


def _register(key: str, desk: Desk) -> str:
    profile = desk.profiles.by_id[key]
    assert profile.register  # noqa: S101 - planned only where there is one
    return route("register", desk.language, sector=profile.sectors[0], register=profile.register.slug)


def _gains(key: str, desk: Desk) -> str:
    return route("gains", desk.language, sector=desk.profiles.by_id[key].sectors[0])


_OTHERS: Final[Mapping[str, Callable[[str, Desk], str]]] = {
    "all": lambda _, desk: route("initiatives", desk.language),
    "reused": lambda _, desk: route("most_reused", desk.language),
    "target": _target,
    "county": _county,
    "county_board": _county_board,
    "municipality": _municipality,
    "former_county": lambda key, desk: route("county", desk.language, county=slugify(key)),
    "former_municipality": _former_municipality,
    "documents_of_kind": lambda key, desk: kind_address(key, desk.catalog.vocabulary, desk.language),
    "measure": _measure,
    "register": _register,
    "gains": _gains,
    "form": lambda key, desk: addresses.form(key, desk.language),
}
"""By kind of job, where its key is not what the address says."""
