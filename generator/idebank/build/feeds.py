"""Feeds of everything that can be followed, and the list of them that the search page reads."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from idebank.export.feeds import FeedEntry, atom_feed
from idebank.faults import in_hand
from idebank.model import Adoption, Collection, Entry, Event, Network, Topical
from idebank.routes import route
from idebank.views import addresses
from idebank.views.adoptions import adoption_title
from idebank.views.desk import Desk
from idebank.views.events import series_in_use
from idebank.views.following import FEED_LENGTH, Choice, feed_address, feed_page, feed_title, followed
from idebank.views.networks import news_of
from idebank.vocabulary import LANGUAGES


def feed_files(desks: Mapping[str, Desk]) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of each feed, and of the list of them; `desks` are by language."""
    found = followed(desks[LANGUAGES[0]].catalog)
    for desk in desks.values():
        yield from _of_kinds(desk)
        yield from _of_networks(desk)
        yield from _of_series(desk)
        yield from _of_choices(found, desk)
    yield route("feed_list"), feed_list(found)


def feed_entry(entry: Entry, desk: Desk) -> FeedEntry:
    """Return an entry of any kind as an entry of a feed."""
    with in_hand(entry.path):
        return FeedEntry(
            url=f"{desk.settings.url}{addresses.entry(entry)}",
            title=adoption_title(entry, desk) if isinstance(entry, Adoption) else getattr(entry, "title", ""),
            summary=entry.summary if isinstance(entry, Topical) else "",
            author=_author(entry),
            published=entry.published,
            updated=entry.modified,
        )


def feed_list(found: Mapping[Choice, Sequence[Entry]]) -> bytes:
    """Return which feeds there are as JSON: by which facets, where, and for which values if not for all.

    `{facet}` in an address stands for the value; the address is that of the first language.
    """
    language = LANGUAGES[0]
    values: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for choice in found:
        values[tuple(facet for facet, _ in choice)].append(" ".join(value for _, value in choice))
    told = [
        {
            "by": by,
            "at": addresses.feed([(facet, f"{{{facet}}}") for facet in by], language),
            **({"values": sorted(own)} if len(by) > 1 else {}),
        }
        for by, own in sorted(values.items(), key=lambda pair: (len(pair[0]), pair[0]))
    ]
    told += [
        {"by": ["kind"], "at": at, "values": [kind]}
        for kind, at in (
            ("initiative", route("initiatives_feed", language)),
            ("need", route("needs_feed", language)),
        )
    ]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _of_kinds(desk: Desk) -> Iterator[tuple[str, bytes]]:
    catalog, language, t = desk.catalog, desk.language, desk.wording.t
    new, wanted = route("initiatives_feed", language), route("needs_feed", language)
    yield new, _feed(t("data.feed.new"), catalog.entries, desk, at=new, page=route("initiatives", language))
    yield wanted, _feed(t("data.feed.needs"), catalog.needs, desk, at=wanted, page=route("needs", language))


def _of_networks(desk: Desk) -> Iterator[tuple[str, bytes]]:
    for network in desk.catalog.networks:
        if desk.has_page(network.language):
            at, title = (
                route("network_feed", slug=network.slug),
                desk.wording.t("news.feed", name=network.title),
            )
            page = addresses.entry(network)
            yield at, _feed(title, news_of(network, desk.catalog), desk, at=at, page=page)


def _of_series(desk: Desk) -> Iterator[tuple[str, bytes]]:
    for series in series_in_use(desk.catalog):
        at = route("series_feed", desk.language, series=series)
        page = route("series", desk.language, series=series)
        title = desk.shelf.label("event_series", series)
        yield at, _feed(title, desk.catalog.in_series[series], desk, at=at, page=page)


def _of_choices(found: Mapping[Choice, Sequence[Entry]], desk: Desk) -> Iterator[tuple[str, bytes]]:
    for choice, entries in found.items():
        at = feed_address(choice, desk.language)
        page = feed_page(choice, desk.language)
        yield at, _feed(feed_title(choice, desk), entries, desk, at=at, page=page)


def _feed(title: str, entries: Sequence[Entry], desk: Desk, *, at: str, page: str) -> bytes:
    """Return the feed that lives at `at` and belongs to `page`."""
    url = desk.settings.url
    return atom_feed(
        title,
        url=f"{url}{at}",
        page=f"{url}{page}",
        language=desk.language,
        entries=(feed_entry(entry, desk) for entry in entries[:FEED_LENGTH]),
    )


def _author(entry: Entry) -> str:
    """Return who an entry is from, by the name that a reader knows them by."""
    if isinstance(entry, Event):
        return ", ".join(entry.hosts) or entry.title
    if isinstance(entry, Network):
        return entry.coordinator.organisation or entry.title
    if isinstance(entry, Collection):
        return entry.curator
    return str(getattr(entry, "organisation", ""))
