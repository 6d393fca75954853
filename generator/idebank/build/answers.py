"""What a bank answers at, worked out from its plan: nothing is built for it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from idebank.build.bank import Bank
from idebank.catalog import Catalog, build_catalog
from idebank.export.answers import Answers, told_by
from idebank.export.moves import Move
from idebank.kinds import KINDS
from idebank.model import Topical
from idebank.routes import prefix, route
from idebank.settings import Settings
from idebank.views import addresses
from idebank.views.site import Site
from idebank.vocabulary import LANGUAGES


def planned_site(bank: Bank, *, settings: Settings) -> Site:
    """Return the plan of a bank's site: it knows every page's address, and can make none."""
    return Site(
        build_catalog(bank.entries, vocabulary=bank.vocabulary, workers=settings.workers),
        wordings=bank.wordings,
        settings=settings,
        media={},
        cards={language: {} for language in LANGUAGES},
        profiles=bank.profiles,
        tiles=bank.tiles,
        outline=bank.outline,
        forms=bank.forms,
        rulebook=bank.rulebook,
    )


def answers_of(bank: Bank, site: Site, *, prose: Iterable[str]) -> Answers:
    """Return what a bank with these pages of prose answers at."""
    pages = frozenset(site.address(job) for job in site.jobs()).union(prose)
    moved = (Move(one.old, one.new) for one in bank.kept.moved)
    catalog = next(iter(site.desks.values())).catalog
    return Answers(pages, told_by(_former(catalog), moved), frozenset(bank.kept.published))


def prose_addresses(folder: Path) -> Iterator[str]:
    """Yield the address of each page of prose that lies in a folder, by language."""
    for language in LANGUAGES:
        for file in sorted((folder / language).rglob("*.md")):
            name = file.relative_to(folder / language).with_suffix("").as_posix()
            yield f"{prefix(language)}{name}/"


def _former(catalog: Catalog) -> Iterator[Move]:
    """Yield what entries say of where they used to be."""
    for kind in KINDS.values():
        for entry in catalog.of_kind[kind.name].values():
            name = entry.title if isinstance(entry, Topical) else entry.slug
            language = addresses.interface_language(entry.language)
            for slug in entry.former_slugs:
                yield Move(route(kind.name, slug=slug), addresses.entry(entry), name, language)
