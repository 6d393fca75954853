"""Pages printed: a job in, a file out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from idebank.artifacts import Output
from idebank.build.host import Prose
from idebank.catalog import Catalog
from idebank.export import Listed
from idebank.faults import each
from idebank.kinds import KINDS
from idebank.model import Entry
from idebank.progress import Stopwatch
from idebank.render import Frame, Templates, render_markdown, slots_of, way_up
from idebank.routes import route
from idebank.settings import Settings
from idebank.views.desk import Job
from idebank.views.records import Alternate, Page, ProseView, Section, TextLink
from idebank.views.site import Site
from idebank.vocabulary import LANGUAGES
from idebank.workers import map_forked, shards

_PAGES_PER_SHARD: Final = 2_000
"""Few enough that progress shows, many enough that starting a process costs nothing beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Everything that printing a page takes."""

    site: Site
    catalog: Catalog
    templates: Mapping[str, Templates]
    """By language."""
    frames: Mapping[tuple[str, Section], Frame]
    settings: Settings
    output: Output

    def print_site(self, watch: Stopwatch) -> list[Listed]:
        """Print every page, in as many processes as the settings allow; return the sitemap's lines."""
        jobs = list(self.site.jobs())
        # Those of one entry first: what is wrong with it is met there before it is met among others.
        of_one = [job for job in jobs if _kind_of_entry(job)]
        of_many = [job for job in jobs if not _kind_of_entry(job)]
        workers = self.settings.workers
        listed: list[Listed] = []
        with watch.stage("pages", total=len(jobs)):
            for run in (*_runs(of_one, workers), *_runs(of_many, workers)):
                for lines, written in map_forked(
                    self._print_jobs, shards(run, count=workers), workers=workers
                ):
                    listed += lines
                    self.output.take(written)
                watch.advance(len(run))
        return listed

    def print_prose(self, prose: Sequence[Prose]) -> list[Listed]:
        """Print the pages that the host has rendered."""
        pages = (self._prose_page(one, prose) for one in prose)
        return [line for page in pages if (line := self._print(page, self.output))]

    def _print_jobs(self, jobs: Sequence[Job]) -> tuple[list[Listed], Mapping[str, int]]:
        """Print pages that are each about one entry, or all about many.

        Return the sitemap's lines, and how many bytes were written by path.
        """
        part = self.output.part()
        if jobs and _kind_of_entry(jobs[0]):
            lines = each(jobs, lambda job: self._print_job(job, part), path=lambda job: self._entry(job).path)
        else:
            lines = [self._print_job(job, part) for job in jobs]
        return [line for line in lines if line], part.written

    def _print_job(self, job: Job, output: Output) -> Listed | None:
        if not _kind_of_entry(job):
            return self._print(self.site.page(job), output)
        entry = self._entry(job)
        page = self.site.page(job, story=render_markdown(entry.body) if entry.body else "")
        return self._print(page, output)

    def _entry(self, job: Job) -> Entry:
        return self.catalog.of_kind[job.about or job.kind][job.key]

    def _print(self, page: Page, output: Output) -> Listed | None:
        """Render and write one page; return its line in the sitemap unless it stays out."""
        content = self.templates[page.language].main(page)
        slots = slots_of(page, content=content, settings=self.settings)
        html = self.frames[page.language, page.section].fill(slots, up=self._up(page.url))
        output.write(_file(page.url), html.encode())
        if not page.indexed:
            return None
        return Listed(page.url, page.modified, tuple((a.language, a.url) for a in page.alternates))

    def _up(self, url: str) -> str:
        """Return the way to the root; a wrong address may be at any depth, so its page starts at the top."""
        return self.settings.path if url.endswith(".html") else way_up(url)

    def _prose_page(self, one: Prose, prose: Sequence[Prose]) -> Page:
        front = TextLink(self.templates[one.language].wording.t("nav.front"), route("front", one.language))
        twins = {other.language: other for other in prose if other.name == one.name}
        return Page(
            url=one.address,
            template="prose.html",
            language=one.language,
            section=Section.ABOUT,
            title=one.title,
            description=one.description,
            view=ProseView(one.html, one.toc, (front,)),
            alternates=tuple(
                Alternate(language, twins[language].address) for language in LANGUAGES if language in twins
            ),
        )


def _runs(jobs: Sequence[Job], workers: int) -> list[Sequence[Job]]:
    """Return jobs in runs of which each takes a while, for progress to be told after each."""
    return shards(jobs, count=-(-len(jobs) // (_PAGES_PER_SHARD * workers)))


def _kind_of_entry(job: Job) -> str | None:
    """Return the kind of the one entry that a page is about; None for a page about many."""
    kind = job.about or job.kind
    return kind if kind in KINDS else None


def _file(url: str) -> str:
    """Return the file that answers at an address."""
    return url if url.endswith(".html") else f"{url}index.html"
