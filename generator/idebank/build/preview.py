"""Entries as they will look, in one file that anybody can open: styles and pictures inside, and no script."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from idebank.build.assets import Assets, load_assets
from idebank.build.bank import Parts
from idebank.build.standing_alone import data_address, icons_of, standing_alone, whole_file, with_fonts
from idebank.catalog import Catalog, build_catalog
from idebank.diagnostics import Severity
from idebank.faults import EntryFaultsError, in_hand
from idebank.kinds import kind_of, kind_of_file
from idebank.media import LARGE, SMALL, Medium, edition, encode, load_media, pictures_of, source_of
from idebank.model import Entry
from idebank.render import Templates, render_markdown
from idebank.rules.links import Slugs, slugs_of
from idebank.settings import Settings
from idebank.source import Listing, list_bank, load_source
from idebank.validate.beside import beside_findings
from idebank.validate.entries import CheckedFile, check_file
from idebank.validate.records import record_of
from idebank.views import addresses
from idebank.views.records import Page
from idebank.views.site import Site, make_cards
from idebank.vocabulary import LANGUAGES
from idebank.wording import Wording

MAX_ENTRIES: Final = 12
"""Entries on one preview; nobody looks at more."""
MAX_PICTURE_BYTES: Final = 4_000_000
"""All pictures together; the rest is left out, and that is said."""


@dataclass(frozen=True, slots=True)
class Preview:
    """One file to look at."""

    html: str
    shown: tuple[str, ...]
    """Paths of the entries that are on it."""
    left_out: tuple[str, ...]
    """Paths of those that have mistakes, or that there was no room for."""


@dataclass(slots=True)
class _Found:
    """The entries that a preview needs: those asked for, and those that they name."""

    entries: dict[str, Entry] = field(default_factory=dict)
    """By path."""
    broken: set[str] = field(default_factory=set)
    """Paths of entries that cannot be shown: they have mistakes, or name one that has."""
    named: dict[str, set[str]] = field(default_factory=dict)
    """Paths of what each names."""

    def set_aside(self, paths: Iterable[str]) -> None:
        """Show neither entries nor those that name them."""
        self.broken.update(paths)
        while more := {path for path, own in self.named.items() if own & self.broken} - self.broken:
            self.broken |= more
        for path in self.broken:
            self.entries.pop(path, None)


def preview_of(
    paths: Sequence[str], *, parts: Parts, settings: Settings, icons: Callable[[str], str]
) -> Preview:
    """Return how the entries at `paths`, relative to the bank's root, will look.

    Those with mistakes are left out: `idebank check` tells what they are.
    """
    wanted = [path for path in dict.fromkeys(paths) if (settings.root / path).is_file()]
    found = _Found()
    _find(wanted[:MAX_ENTRIES], found, parts=parts, root=settings.root)
    while True:
        try:
            return _made(wanted, found, parts=parts, settings=settings, icons=icons)
        except EntryFaultsError as error:
            found.set_aside(fault.path for fault in error.faults)


def _made(
    wanted: Sequence[str], found: "_Found", *, parts: Parts, settings: Settings, icons: Callable[[str], str]
) -> Preview:
    shown = [found.entries[path] for path in wanted[:MAX_ENTRIES] if path not in found.broken]
    assets = load_assets(settings.theme, vocabulary=parts.vocabulary, icons=icons)
    sheet = _Sheet(found, parts, settings, assets)
    language = addresses.interface_language(shown[0].language) if shown else LANGUAGES[0]
    kept = tuple(entry.path for entry in shown)
    left_out = tuple(path for path in wanted if path not in kept)
    return Preview(sheet.html(shown, left_out=left_out, language=language), kept, left_out)


def _find(paths: Iterable[str], found: _Found, *, parts: Parts, root: Path) -> None:
    """Read entries and, one after the other, all that they name."""
    listing = list_bank(root)
    slugs = slugs_of(listing.entries)
    named = found.named
    broken: set[str] = set()
    queue = list(paths)
    while queue:
        path = queue.pop()
        if path in named:
            continue
        entry, named[path] = _read(path, listing, slugs, parts=parts, root=root)
        if entry is None:
            broken.add(path)
        else:
            found.entries[path] = entry
        queue += named[path] - {""}
    found.set_aside(broken)


def _read(
    path: str, listing: Listing, slugs: Slugs, *, parts: Parts, root: Path
) -> tuple[Entry | None, set[str]]:
    """Return an entry with the paths of all that it names; no entry where something is wrong with it."""
    checked = check_file(load_source(root, path), schema=parts.schemas[kind_of_file(path).name])
    references = checked.links.references if checked.links else ()
    named = {slugs[other.kind].get(other.slug, "") for other in references}
    try:
        with in_hand(path):
            if checked.entry is None or "" in named or not _has_its_files(checked, listing, root):
                return None, named
            return record_of(checked.entry, profiles=parts.schemas.profiles), named
    except EntryFaultsError:
        return None, named


def _has_its_files(checked: CheckedFile, listing: Listing, root: Path) -> bool:
    """Tell whether every picture and document that an entry names is there, and as it should be."""
    if checked.links is None:
        return False
    siblings = listing.siblings.get(checked.links.path.removesuffix(".md"), ())
    findings = beside_findings(checked.links, root=root, siblings=siblings)
    return not any(finding.rule.severity is Severity.ERROR for finding in findings)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Everything that the one file is made from."""

    found: _Found
    parts: Parts
    settings: Settings
    assets: Assets

    def html(self, shown: Sequence[Entry], *, left_out: Sequence[str], language: str) -> str:
        """Return the file."""
        wording = self.parts.wordings[language]
        bodies = "\n".join(self._bodies(shown))
        return whole_file(
            language=language,
            title=wording.t("preview.title", name=self.settings.name),
            styles=with_fonts(self._asset("idebank.css"), self.settings.theme / "fonts"),
            icons=icons_of(bodies, self._asset("icons.svg")),
            banner=_banner(shown, left_out, wording),
            content=bodies,
        )

    def _asset(self, name: str) -> str:
        return self.assets.files[self.assets.names[name]].decode()

    def _bodies(self, shown: Sequence[Entry]) -> Iterator[str]:
        entries = tuple(self.found.entries.values())
        catalog = build_catalog(entries, vocabulary=self.parts.vocabulary)
        media = load_media(entries, root=self.settings.root)
        site = self._site(catalog, media)
        room = MAX_PICTURE_BYTES
        for number, entry in enumerate(shown, start=1):
            with in_hand(entry.path):
                page = _page(site, entry)
                pictures = dict(self._pictures(entry, media, room=room))
                main = self._templates(page.language).main(page)
            room -= sum(map(len, pictures.values()))
            html = standing_alone(
                main,
                pictures=pictures,
                instead=self.parts.wordings[page.language].t("preview.picture"),
                site=self.settings.url,
                number=number,
            )
            kind = page.template.removesuffix(".html")
            yield f'<section lang="{page.language}" data-page="{kind}">\n{html}\n</section>'

    def _site(self, catalog: Catalog, media: Mapping[str, Medium]) -> Site:
        slugs = [entry.slug for entry in catalog.entries]
        cards = {
            language: make_cards(catalog, wording=self.parts.wordings[language], slugs=slugs)
            for language in LANGUAGES
        }
        return Site(
            catalog,
            wordings=self.parts.wordings,
            settings=self.settings,
            media=media,
            cards=cards,
            profiles=self.parts.profiles,
            tiles=self.parts.tiles,
        )

    def _templates(self, language: str) -> Templates:
        names = {**self.assets.names, "icons.svg": "", "search": ""}
        folder = self.settings.theme / "templates"
        return Templates(folder, wording=self.parts.wordings[language], settings=self.settings, assets=names)

    def _pictures(self, entry: Entry, media: Mapping[str, Medium], *, room: int) -> Iterator[tuple[str, str]]:
        """Yield an entry's pictures by their addresses, as long as there is room."""
        for file in pictures_of(entry):
            source = source_of(entry, file)
            width = LARGE if media[source].width > SMALL else SMALL
            data = data_address("image/webp", encode(self.settings.root / source, width=width))
            room -= len(data)
            if room >= 0:
                yield addresses.file_of(entry, edition(file, width)), data


def _page(site: Site, entry: Entry) -> Page:
    """Return an entry's own page, in the language that it has one in."""
    kind = kind_of(entry).name
    job = next(job for job in site.jobs() if (job.kind, job.key) == (kind, entry.slug))
    return site.page(job, story=render_markdown(entry.body) if entry.body else "")


def _banner(shown: Sequence[Entry], left_out: Sequence[str], wording: Wording) -> str:
    """Return what stands above the entries: what this is, and what is not on it."""
    text = wording.t("preview.text" if shown else "preview.nothing")
    items = [Markup("<code>{}</code>").format(path) for path in left_out[:MAX_ENTRIES]]
    if len(left_out) > MAX_ENTRIES:
        items.append(escape(wording.tn("preview.more", len(left_out) - MAX_ENTRIES)))
    names = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    missing = Markup("<p>{}</p><ul>{}</ul>").format(wording.t("preview.left_out"), names) if items else ""
    return Markup('<header class="demo"><p>{}</p>{}</header>').format(text, missing)
