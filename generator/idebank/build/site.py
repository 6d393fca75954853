"""The site, step by step: cards, pages, pictures, assets, sitemap, search index."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from idebank.artifacts import Output
from idebank.build.assets import Assets, load_assets
from idebank.build.bank import Bank
from idebank.catalog import Catalog, build_catalog
from idebank.export import Listed, robots_txt, sitemap_xml
from idebank.media import LARGE, SMALL, edition, encode, load_media, source_of
from idebank.model import Initiative
from idebank.progress import Stopwatch
from idebank.render import Frame, Slots, Templates, render_markdown, resolve_root, slots_of, way_up
from idebank.search import WordTable, build_index, load_words
from idebank.settings import Settings
from idebank.views import addresses
from idebank.views.records import Alternate, Card, Page, ProseView, Section, TextLink
from idebank.views.site import Job, Site, make_cards
from idebank.vocabulary import LANGUAGES
from idebank.workers import map_forked, shards

_PAGES_PER_SHARD: Final = 2_000
"""Few enough that progress shows, many enough that starting a process costs nothing beside them."""

Chrome: TypeAlias = Callable[[str, Section, Templates, Slots], str]
"""Given language, section, templates (for their globals) and placeholders, the host renders the chrome."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A page the host has rendered from content/pages."""

    name: str
    """Address within its language, such as `om/`."""
    language: str
    title: str
    description: str
    html: str
    toc: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made."""

    entries: int
    pages: int
    seconds: Mapping[str, float]
    """By stage."""


def build_site(
    bank: Bank,
    *,
    settings: Settings,
    schema_folder: Path,
    theme_folder: Path,
    icons: Callable[[str], str],
    chrome: Chrome,
    prose: Sequence[Prose],
    folder: Path,
    watch: Stopwatch,
) -> Summary:
    """Write every page, picture and asset of `bank` into `folder`; the host's own files may be there already."""
    output = Output(folder)
    with watch.stage("catalog"):
        catalog = build_catalog(bank.entries, vocabulary=bank.vocabulary, workers=settings.workers)
        media = load_media(catalog.entries, root=settings.root)
    assets = load_assets(theme_folder, vocabulary=bank.vocabulary, icons=icons)
    templates = _templates(bank, settings=settings, theme_folder=theme_folder, assets=assets)
    with watch.stage("cards", total=len(catalog.entries)):
        cards = _cards(catalog, bank=bank, templates=templates, workers=settings.workers)
    site = Site(catalog, wordings=bank.wordings, settings=settings, media=media, cards=cards)
    press = _Press(
        site=site,
        catalog=catalog,
        templates=templates,
        frames=_frames(templates, chrome),
        settings=settings,
        words=load_words(schema_folder / "vocabulary" / "words.csv"),
        output=output,
    )
    listed = _print_pages(press, prose=prose, watch=watch)
    with watch.stage("files"):
        _write_pictures(catalog.entries, root=settings.root, output=output, workers=settings.workers)
        for path, content in assets.files.items():
            output.write(path, content)
        _write_for_machines(listed, settings=settings, output=output)
    if settings.search:
        with watch.stage("search", total=len(catalog.entries)):
            build_index(folder)
    return Summary(len(catalog.entries), press.pages + len(prose), watch.seconds)


def _templates(
    bank: Bank, *, settings: Settings, theme_folder: Path, assets: Assets
) -> Mapping[str, Templates]:
    return {
        language: Templates(
            theme_folder / "templates",
            wording=bank.wordings[language],
            settings=settings,
            assets=assets.names,
        )
        for language in LANGUAGES
    }


def _cards(
    catalog: Catalog, *, bank: Bank, templates: Mapping[str, Templates], workers: int
) -> Mapping[str, Mapping[str, Card]]:
    """Make every card in every language, and hand their HTML to the templates."""
    slugs = [entry.slug for entry in catalog.entries]

    def make(shard: Sequence[str]) -> dict[str, tuple[Mapping[str, Card], Mapping[str, str]]]:
        made = {}
        for language in LANGUAGES:
            cards = make_cards(catalog, wording=bank.wordings[language], slugs=shard)
            made[language] = (cards, {slug: str(templates[language].card(card)) for slug, card in cards.items()})
        return made

    cards: dict[str, dict[str, Card]] = {language: {} for language in LANGUAGES}
    for made in map_forked(make, shards(slugs, count=workers), workers=workers):
        for language, (records, html) in made.items():
            cards[language].update(records)
            templates[language].adopt_cards(html)
    return cards


def _frames(templates: Mapping[str, Templates], chrome: Chrome) -> Mapping[tuple[str, Section], Frame]:
    return {
        (language, section): Frame(chrome(language, section, templates[language], Slots.placeholders()))
        for language in LANGUAGES
        for section in Section
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Press:
    """Prints pages: a job in, a file out."""

    site: Site
    catalog: Catalog
    templates: Mapping[str, Templates]
    frames: Mapping[tuple[str, Section], Frame]
    settings: Settings
    words: WordTable
    output: Output

    @property
    def pages(self) -> int:
        """Return how many pages are planned."""
        return sum(1 for _ in self.site.jobs())

    def print_job(self, job: Job) -> Listed | None:
        """Make, render and write one page; return its line in the sitemap unless it stays out."""
        if job.kind != "entry":
            return self.print_page(self.site.page(job))
        entry = self.catalog.by_slug[job.key]
        page = self.site.page(job, body_html=render_markdown(entry.body))
        return self.print_page(page, extra_words=self._extra_words(entry))

    def print_page(self, page: Page, *, extra_words: str = "") -> Listed | None:
        """Render and write one page."""
        content = self.templates[page.language].main(page, extra_words=extra_words)
        slots = slots_of(page, content=content, settings=self.settings)
        html = self.frames[page.language, page.section].fill(slots, up=self._up(page.url))
        self.output.write(_file(page.url), html.encode())
        if not page.indexed:
            return None
        return Listed(page.url, page.modified, tuple((a.language, a.url) for a in page.alternates))

    def _up(self, url: str) -> str:
        """A wrong address may be at any depth, so its page's links start at the site's own path."""
        return self.settings.path if url.endswith(".html") else way_up(url)

    def _extra_words(self, entry: Initiative) -> str:
        themes = (self.catalog.vocabulary.term("themes", id_) for id_ in entry.themes)
        names = " ".join(name for theme in themes for name in (theme.labels.nb, theme.labels.nn, *theme.aliases))
        return f"{self.words.extra_words(f'{entry.title} {entry.summary} {entry.body} {names}')} {names}".strip()


def _print_pages(press: _Press, *, prose: Sequence[Prose], watch: Stopwatch) -> list[Listed]:
    jobs = list(press.site.jobs())
    workers = press.settings.workers
    count = workers * max(1, -(-len(jobs) // (_PAGES_PER_SHARD * workers)))
    listed: list[Listed] = []
    with watch.stage("pages", total=len(jobs)):

        def print_shard(shard: Sequence[Job]) -> list[Listed]:
            return [line for job in shard if (line := press.print_job(job))]

        batches = shards(shards(jobs, count=count), count=-(-count // workers))
        for batch in batches:
            for lines in map_forked(print_shard, batch, workers=workers):
                listed += lines
            watch.advance(sum(len(shard) for shard in batch))
    pages = (_prose_page(one, prose=prose, press=press) for one in prose)
    return listed + [line for page in pages if (line := press.print_page(page))]


def _prose_page(one: Prose, *, prose: Sequence[Prose], press: _Press) -> Page:
    wording = press.templates[one.language].wording
    return Page(
        url=addresses.prefix(one.language) + one.name,
        template="prose.html",
        language=one.language,
        section=_SECTIONS.get(one.name, Section.ABOUT),
        title=one.title,
        description=one.description,
        view=ProseView(one.html, one.toc, (TextLink(wording.t("nav.front"), addresses.front(one.language)),)),
        alternates=tuple(
            Alternate(other.language, addresses.prefix(other.language) + other.name)
            for language in LANGUAGES
            for other in prose
            if other.name == one.name and other.language == language
        ),
    )


_SECTIONS: Final[Mapping[str, Section]] = {"bidra/": Section.CONTRIBUTE}


def _write_pictures(entries: Iterable[Initiative], *, root: Path, output: Output, workers: int) -> None:
    """Publish every picture in two widths without metadata, and every document as it is."""
    illustrated = [entry for entry in entries if entry.images or entry.attachments]

    def publish(shard: Sequence[Initiative]) -> None:
        for entry in shard:
            for image in entry.images:
                for width in (SMALL, LARGE):
                    content = encode(root / source_of(entry, image.file), width=width)
                    output.write(addresses.file_of(entry, edition(image.file, width)), content)
            for name in (document.file for document in entry.attachments if document.file):
                output.write(addresses.file_of(entry, name), (root / source_of(entry, name)).read_bytes())

    map_forked(publish, shards(illustrated, count=workers), workers=workers)


def _write_for_machines(listed: Iterable[Listed], *, settings: Settings, output: Output) -> None:
    output.write("sitemap.xml", sitemap_xml(listed, site_url=settings.url))
    output.write("robots.txt", robots_txt(site_url=settings.url))


def _file(url: str) -> str:
    """Return the file that answers at an address."""
    return url if url.endswith(".html") else f"{url}index.html"
