"""What the search takes from an entry of any kind besides its text: facets, words for the list of hits."""

from collections import Counter
from collections.abc import Iterator

from idebank.kinds import kind_of
from idebank.model import Entry, Initiative, Need, Network
from idebank.slugs import norwegian_order
from idebank.views.desk import Desk
from idebank.views.profiles import profile_facets
from idebank.views.records import Findable


def findable(entry: Entry, *, title: str, who: str, desk: Desk) -> Findable:
    """Return what the search shows of an entry called `title` that belongs to `who`."""
    kind = kind_of(entry).name
    state_id, state = _state(entry, desk)
    return Findable(
        facets=tuple(_facets(entry, kind, desk)),
        kind="" if isinstance(entry, Initiative) else desk.wording.t(f"kind.{kind}"),
        title_order=norwegian_order(title)[0],
        who=who,
        place=desk.shelf.place(getattr(entry, "place", None)),
        goals=getattr(entry, "goals", ()),
        state_id=state_id,
        state=state,
        language=entry.language,
        published=entry.published,
        reused=desk.catalog.reuse.get(entry.slug, 0) if isinstance(entry, Initiative) else 0,
    )


def facet_counts(desk: Desk) -> Counter[tuple[str, str]]:
    """Return how many entries of the whole bank each (facet, value) finds."""
    return Counter(
        facet
        for kind, entries in desk.catalog.of_kind.items()
        for entry in entries.values()
        for facet in _facets(entry, kind, desk)
    )


def _state(entry: Entry, desk: Desk) -> tuple[str, str]:
    """Return how far an entry has come, as id and label; nothing where that is unknown or means nothing."""
    match entry:
        case Initiative():
            return entry.phase, desk.shelf.known_label("phases", entry.phase)
        case Need():
            return entry.status, desk.shelf.label("need_statuses", entry.status)
        case _:
            return "", ""


def _facets(entry: Entry, kind: str, desk: Desk) -> Iterator[tuple[str, str]]:
    counties = desk.catalog.vocabulary.counties
    yield "kind", kind
    yield from (("goal", str(number)) for number in getattr(entry, "goals", ()))
    yield from (("sector", id_) for id_ in getattr(entry, "sectors", ()))
    yield from (("theme", id_) for id_ in getattr(entry, "themes", ()))
    yield from (("county", counties[number].slug) for number in _counties(entry))
    yield "language", entry.language
    if isinstance(entry, Initiative):
        yield "phase", entry.phase
        yield from (("basis", basis) for basis in dict.fromkeys(result.basis for result in entry.results))
        if entry.slug in desk.catalog.reuse:
            yield "reused", "yes"
        yield from profile_facets(entry, desk.profiles)


def _counties(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Network):
        return entry.counties
    place = getattr(entry, "place", None)
    return (place.county,) if place and place.county else ()
