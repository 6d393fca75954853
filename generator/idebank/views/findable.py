"""What the search narrows by: the facets of an entry of any kind."""

from collections import Counter
from collections.abc import Iterator

from idebank.catalog import Catalog
from idebank.kinds import kind_of
from idebank.model import Entry, Initiative, Network
from idebank.profiles import Profiles
from idebank.views.desk import Desk
from idebank.views.profiles import profile_facets


def facet_counts(desk: Desk) -> Counter[tuple[str, str]]:
    """Return how many entries of the whole bank each (facet, value) finds."""
    return Counter(
        facet
        for entries in desk.catalog.of_kind.values()
        for entry in entries.values()
        for facet in facets_of(entry, desk.catalog, desk.profiles)
    )


def facets_of(entry: Entry, catalog: Catalog, profiles: Profiles) -> Iterator[tuple[str, str]]:
    """Yield what the search narrows by, as (facet, value)."""
    yield "kind", kind_of(entry).name
    yield from broad_facets_of(entry, catalog)
    yield from (("target", code) for code in getattr(entry, "targets", ()))
    yield from (("theme", id_) for id_ in getattr(entry, "themes", ()))
    yield from (("audience", id_) for id_ in getattr(entry, "audience", ()))
    yield from _known(entry)
    yield "language", entry.language
    if isinstance(entry, Initiative):
        yield "phase", entry.phase
        if year := start_year(entry):
            yield "started", year
        yield "depth", str(int(entry.depth))
        yield from (("basis", basis) for basis in dict.fromkeys(result.basis for result in entry.results))
        if entry.slug in catalog.reuse:
            yield "reused", "yes"
        yield from profile_facets(entry, profiles)


def start_year(entry: Initiative) -> str:
    """Return the year that an initiative began in, or nothing when it does not say."""
    return entry.period.start[:4] if entry.period and entry.period.start else ""


def broad_facets_of(entry: Entry, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the goals, sectors and counties of an entry, as (facet, value): what has a page and a feed."""
    counties = catalog.vocabulary.counties
    yield from (("goal", str(number)) for number in getattr(entry, "goals", ()))
    yield from (("sector", id_) for id_ in getattr(entry, "sectors", ()))
    yield from (("county", counties[number].slug) for number in _counties(entry))


def _known(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what an entry of any kind may say of who, where, time and money, and whether it has evidence."""
    place = getattr(entry, "place", None)
    if place and place.municipality:
        yield "municipality", place.municipality
    for facet, field in (
        ("organisation_type", "organisation_type"),
        ("cost", "cost"),
        ("time", "time_needed"),
    ):
        value = getattr(entry, field, None)
        if value and value != "unknown":
            yield facet, value
    for value, field in (("results", "results"), ("documents", "attachments"), ("pictures", "images")):
        if getattr(entry, field, ()):
            yield "has", value


def _counties(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Network):
        return entry.counties
    place = getattr(entry, "place", None)
    return (place.county,) if place and place.county else ()
