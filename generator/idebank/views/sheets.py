"""An initiative in other forms: on a sheet for the wall, in a staff meeting, as a story on one page."""

from collections.abc import Iterator

from idebank.routes import route
from idebank.views.desk import Desk, Job
from idebank.views.entries import EntryPages
from idebank.views.records import Page, Section


class SheetPages:
    """Makes the other forms of initiatives in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk
        self._entries = EntryPages(desk)

    def jobs(self) -> Iterator[Job]:
        """Plan the forms of every initiative that has a profile which wants them."""
        for entry in self._desk.catalog.entries:
            if self._desk.has_page(entry.language):
                for kind in self._entries.forms(entry):
                    yield Job(kind, self._desk.language, entry.slug, about="initiative")

    def page(self, job: Job, *, story: str) -> Page:
        """Return one form of an initiative."""
        entry = self._desk.catalog.by_slug[job.key]
        return Page(
            url=route(job.kind, slug=entry.slug),
            template=f"{job.kind}.html",
            language=self._desk.language,
            section=Section.INITIATIVES,
            title=self._desk.wording.t(f"page.title.{job.kind}", name=entry.title),
            description=entry.summary,
            view=self._entries.view(entry, story),
            indexed=False,
        )
