"""Pages that the browser fills with what a reader has chosen: the private list, and a comparison."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from idebank.routes import route
from idebank.views.desk import Desk, Job
from idebank.views.records import MineView, Page, Section

_PAGES: Final = ("my_list", "compare")


class MinePages:
    """Makes both pages in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan both."""
        for kind in _PAGES:
            yield Job(kind, self._desk.language)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - it has no story
        """Return one of them; no search engine need list a page that is empty to everyone else."""
        return self._desk.page(
            job.kind,
            template=f"{job.kind}.html",
            section=Section.INITIATIVES,
            address=partial(route, job.kind),
            view=MineView((self._desk.front, self._desk.list_of("initiative"))),
            indexed=False,
        )
