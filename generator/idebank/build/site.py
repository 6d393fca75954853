"""The site, step by step: catalogue, cards, pages, pictures, assets, sitemap, search index."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final, TypeAlias

from idebank.artifacts import Output
from idebank.build.answers import answers_of
from idebank.build.assets import load_assets
from idebank.build.bank import Bank
from idebank.build.extras import extra_files
from idebank.build.formdata import form_files
from idebank.build.host import Host
from idebank.build.press import Press
from idebank.catalog import Catalog, build_catalog
from idebank.export import Listed, robots_txt, sitemap_xml
from idebank.export.moves import moved_pages
from idebank.faults import EntryFaultsError, Fault, each
from idebank.media import Medium, documents_of, encode, load_media, pictures_of, source_of, widths
from idebank.model import Entry
from idebank.progress import Stopwatch, Summary
from idebank.render import Frame, Slots, Templates
from idebank.routes import route
from idebank.search import SearchIndex, build_search_index, load_lexicon
from idebank.settings import Settings
from idebank.validate.aside import Remaining, without
from idebank.views import addresses
from idebank.views.records import Card, Section
from idebank.views.site import Site, make_cards
from idebank.vocabulary import LANGUAGES
from idebank.workers import map_forked, shards

_Made: TypeAlias = Mapping[str, tuple[Mapping[str, Card], Mapping[str, str]]]
"""By language: cards and their HTML, by slug."""


_ROUNDS: Final = 8
"""How often the site is made anew without entries that something went wrong with; then it is not they."""


def build_site(bank: Bank, *, host: Host, settings: Settings, output: Output, watch: Stopwatch) -> Summary:
    """Write every page, picture and asset of `bank`, beside what the host has put there.

    Entries that something unexpected goes wrong with are set aside, and the site is made anew without them.
    Raises EntryFaultsError when that does not help, and IncompleteOutputError when not all that was written
    is there afterwards.
    """
    before = output.paths()
    faults: dict[str, Fault] = {}
    left = Remaining(bank.entries, {})
    for _ in range(_ROUNDS):
        try:
            made = _make(
                replace(bank, entries=left.entries), host, settings=settings, output=output, watch=watch
            )
        except EntryFaultsError as error:
            faults |= {fault.path: fault for fault in error.faults}
            left = without(bank.entries, tuple(faults), root=settings.root, schemas=bank.schemas)
            output.keep_only(before)
        else:
            output.verify()
            return replace(made, aside=tuple(faults.values()), followed=left.followed)
    raise EntryFaultsError(tuple(faults.values()))


def _make(bank: Bank, host: Host, *, settings: Settings, output: Output, watch: Stopwatch) -> Summary:
    """Write the whole site."""
    with watch.stage("catalog"):
        catalog = build_catalog(bank.entries, vocabulary=bank.vocabulary, workers=settings.workers)
        media = load_media(bank.entries, root=settings.root)
    assets = load_assets(settings.theme, vocabulary=bank.vocabulary, icons=host.icons)
    index = _search_index(bank, catalog, settings=settings, watch=watch)
    templates = _templates(bank, settings=settings, names={**assets.names, "search": index.folder})
    with watch.stage("cards", total=len(catalog.entries)):
        cards = _cards(catalog, bank=bank, templates=templates, workers=settings.workers)
    press = Press(
        site=Site(
            catalog,
            wordings=bank.wordings,
            settings=settings,
            media=media,
            cards=cards,
            profiles=bank.profiles,
            tiles=bank.tiles,
            outline=bank.outline,
            forms=bank.forms,
            rulebook=bank.rulebook,
        ),
        catalog=catalog,
        templates=templates,
        frames=_frames(templates, host),
        settings=settings,
        output=output,
    )
    listed = press.print_site(watch) + press.print_prose(host.prose)
    form_data = form_files(bank, settings=settings, entries=catalog.entries)
    with watch.stage("files", total=len(media)):
        _write_files(bank.entries, media=media, settings=settings, output=output)
        for path, content in (*assets.files.items(), *index.files.items()):
            output.write(path, content)
        for path, content in chain(extra_files(press.site.desks), form_data):
            output.write(path, content)
        moves = answers_of(bank, press.site, prose=[one.address for one in host.prose]).moves
        for path, content in moved_pages(moves, wordings=bank.wordings, url=settings.url):
            output.write(path, content)
        _write_for_machines(listed, settings=settings, output=output)
    return Summary(len(bank.entries), press.site.pages + len(host.prose), watch.seconds)


def _search_index(bank: Bank, catalog: Catalog, *, settings: Settings, watch: Stopwatch) -> SearchIndex:
    """Make the search index, or an empty one where the settings want none."""
    if not settings.search:
        return SearchIndex("", {})
    with watch.stage("search", total=len(bank.entries)):
        lexicon = load_lexicon(settings.schema / "vocabulary" / "words.csv", bank.vocabulary)
        return build_search_index(
            catalog,
            lexicon=lexicon,
            profiles=bank.profiles,
            traits=bank.traits,
            workers=settings.workers,
        )


def _templates(bank: Bank, *, settings: Settings, names: Mapping[str, str]) -> Mapping[str, Templates]:
    folder = settings.theme / "templates"
    return {
        language: Templates(folder, wording=bank.wordings[language], settings=settings, assets=names)
        for language in LANGUAGES
    }


def _cards(
    catalog: Catalog, *, bank: Bank, templates: Mapping[str, Templates], workers: int
) -> Mapping[str, Mapping[str, Card]]:
    """Make every card in every language, and hand their HTML to the templates."""
    paths = {entry.slug: entry.path for entry in catalog.entries}

    def make(slugs: Sequence[str]) -> _Made:
        made: dict[str, tuple[Mapping[str, Card], Mapping[str, str]]] = {}
        for language in LANGUAGES:
            cards = make_cards(catalog, wording=bank.wordings[language], slugs=slugs)
            html = each(cards.values(), templates[language].card, path=lambda card: paths[card.slug])
            made[language] = (cards, dict(zip(cards, html, strict=True)))
        return made

    cards: dict[str, dict[str, Card]] = {language: {} for language in LANGUAGES}
    slugs = [entry.slug for entry in catalog.entries]
    for made in map_forked(make, shards(slugs, count=workers), workers=workers):
        for language, (records, html) in made.items():
            cards[language].update(records)
            templates[language].adopt_cards(html)
    return cards


def _frames(templates: Mapping[str, Templates], host: Host) -> Mapping[tuple[str, Section], Frame]:
    return {
        (language, section): Frame(host.chrome(language, section, templates[language], Slots.placeholders()))
        for language in LANGUAGES
        for section in Section
    }


def _write_files(
    entries: Iterable[Entry], *, media: Mapping[str, Medium], settings: Settings, output: Output
) -> None:
    """Publish every picture in its widths without metadata, and every document as it is."""
    having = [entry for entry in entries if pictures_of(entry) or documents_of(entry)]

    def publish(entry: Entry, part: Output) -> None:
        for file in pictures_of(entry):
            source = source_of(entry, file)
            for name, width in widths(file, media[source]):
                content = encode(settings.root / source, width=width)
                part.write(addresses.file_of(entry, name), content)
        for name in documents_of(entry):
            content = (settings.root / source_of(entry, name)).read_bytes()
            part.write(addresses.file_of(entry, name), content)

    def publish_all(shard: Sequence[Entry]) -> Mapping[str, int]:
        part = output.part()
        each(shard, lambda entry: publish(entry, part), path=_path_of)
        return part.written

    for written in map_forked(publish_all, shards(having, count=settings.workers), workers=settings.workers):
        output.take(written)


def _path_of(entry: Entry) -> str:
    return entry.path


def _write_for_machines(listed: Iterable[Listed], *, settings: Settings, output: Output) -> None:
    output.write(route("sitemap"), sitemap_xml(listed, site_url=settings.url))
    output.write(route("robots"), robots_txt(site_url=settings.url))
