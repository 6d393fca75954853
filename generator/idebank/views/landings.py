"""What the page of a sector begins with when a profile speaks for it: ways in, shelves, a weekly idea."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from idebank.catalog import effort
from idebank.model import Initiative
from idebank.profiles import FACET, Profile, Question, Shelf
from idebank.routes import route, with_query
from idebank.views.desk import Desk
from idebank.views.profiles import answer_values, value_label
from idebank.views.records import BrowseGroup, CountLink, LandingView, ShelfView
from idebank.views.registers import register_links

_OWN_FACETS = {"phase": "phase", "sectors": "sector", "themes": "theme"}
"""Fields of an entry that the search narrows by, and what it calls them."""


def landings(sector: str, desk: Desk) -> tuple[LandingView, ...]:
    """Return what the profiles of a sector say on its page."""
    return tuple(
        _landing(profile, desk) for profile in desk.profiles.of_sector(sector) if profile.landing is not None
    )


def _landing(profile: Profile, desk: Desk) -> LandingView:
    landing = profile.landing
    assert landing is not None  # noqa: S101 - asked before
    entries = entries_of(profile, desk)
    language = desk.language
    facets = {question.name: question for question in profile.facets}
    browse = (_browse(profile, facets[name], entries, desk) for name in landing.browse)
    shelves = (_shelf(shelf, profile, entries, desk) for shelf in landing.shelves)
    week = idea_of_the_week(entries, today=desk.settings.today) if landing.week else None
    return LandingView(
        id=profile.id,
        heading=profile.label.text(language),
        lead=landing.lead.text(language),
        week=desk.cards[week.slug] if week else None,
        browse=tuple(group for group in browse if group.links),
        tables=tuple(register_links(profile, desk)),
        shelves=tuple(shelf for shelf in shelves if shelf.cards),
        questions=tuple(
            (question.label.text(language), question.help.text(language)) for question in profile.questions
        ),
    )


def entries_of(profile: Profile, desk: Desk) -> tuple[Initiative, ...]:
    """Return the initiatives of a profile's sectors, and those that answer its questions; newest first."""
    by_sector = desk.catalog.by_sector
    found = {e.slug: e for sector in profile.sectors for e in by_sector.get(sector, ())}
    found |= {e.slug: e for e in desk.catalog.by_profile.get(profile.id, ())}
    return tuple(sorted(found.values(), key=lambda e: (e.published, e.slug), reverse=True))


def idea_of_the_week(entries: Sequence[Initiative], *, today: str) -> Initiative | None:
    """Return one entry that others can take over, another each week; the day of the build decides."""
    fit = sorted((e for e in entries if e.phase != "stopped"), key=lambda e: e.slug)
    if not fit:
        return None
    if not today:
        return fit[0]
    year, week, _ = date.fromisoformat(today).isocalendar()
    return fit[(year * 53 + week) % len(fit)]


def field_values(entry: Initiative, field: str) -> Iterator[str]:
    """Yield the ids that an entry has in a field, or in `<profile>.<question>`."""
    profile, _, question = field.rpartition(".")
    value = entry.profiles.get(profile, {}).get(question) if profile else getattr(entry, field)
    match value:
        case bool():
            yield "yes" if value else "no"
        case str():
            yield value
        case None:
            return
        case _:
            yield from value


def fits(entry: Initiative, where: Mapping[str, Iterable[str]]) -> bool:
    """Tell whether an entry has one of the wanted values in every field."""
    return all(set(field_values(entry, field)) & set(wanted) for field, wanted in where.items())


def _shelf(shelf: Shelf, profile: Profile, entries: Sequence[Initiative], desk: Desk) -> ShelfView:
    found = [entry for entry in entries if fits(entry, shelf.where)]
    if shelf.sort == "easiest":
        found.sort(key=lambda entry: easiness(entry, desk))
    return ShelfView(
        id=f"{profile.id}-{shelf.id}",
        title=shelf.title.text(desk.language),
        cards=tuple(desk.cards[entry.slug] for entry in found[: shelf.limit]),
        count=len(found),
        more=_search(shelf.where, profile, desk) if len(found) > shelf.limit else "",
    )


def easiness(entry: Initiative, desk: Desk) -> tuple[int, int, str]:
    """Return what puts the easiest first: least time and money, most told."""
    return effort(entry, desk.catalog.vocabulary), -int(entry.depth), entry.slug


def _search(where: Mapping[str, tuple[str, ...]], profile: Profile, desk: Desk) -> str:
    """Return a search for the same, where the search knows every field of it; else nothing."""
    facets = {
        f"{profile.id}.{q.name}": FACET.format(profile=profile.id, question=q.name) for q in profile.facets
    }
    known = {**_OWN_FACETS, **facets}
    if any(field not in known or len(wanted) > 1 for field, wanted in where.items()):
        return ""
    chosen = {known[field]: wanted[0] for field, wanted in where.items()}
    return with_query(route("search", desk.language), sector=profile.sectors[0], **chosen)


def _browse(profile: Profile, question: Question, entries: Sequence[Initiative], desk: Desk) -> BrowseGroup:
    counts = Counter(
        value for entry in entries for value in answer_values(question, entry.profiles.get(profile.id, {}))
    )
    facet = FACET.format(profile=profile.id, question=question.name)
    order = list(desk.catalog.vocabulary.terms.get(question.vocabulary, ("yes", "no")))
    links = tuple(
        CountLink(
            value_label(question, value, desk.shelf),
            with_query(route("search", desk.language), **{facet: value}),
            counts[value],
        )
        for value in order
        if counts[value] and value != "unknown"
    )
    return BrowseGroup(question.label.text(desk.language), links)
