"""The bank in figures: who has shared, what, when, how it spreads, what came of it."""

from collections.abc import Iterator
from functools import partial

from idebank.routes import route
from idebank.views.desk import Desk, Job
from idebank.views.overview.coverage import coverage_part
from idebank.views.overview.languages import languages_part
from idebank.views.overview.matrix import matrix_part
from idebank.views.overview.records import OverviewView
from idebank.views.overview.results import results_part
from idebank.views.overview.reuse import reuse_part
from idebank.views.overview.years import years_part
from idebank.views.records import Page, Section

_PARTS = (coverage_part, matrix_part, years_part, reuse_part, results_part, languages_part)
"""In the order that a reader asks: who, what, when, and what became of it."""


class OverviewPages:
    """Makes the page of figures in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the page."""
        yield Job("overview", self._desk.language)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - the page has no story
        """Return the page."""
        desk = self._desk
        return desk.page(
            "overview",
            template="overview.html",
            section=Section.OVERVIEW,
            address=partial(route, "overview"),
            view=overview_view(desk),
            modified=_newest(desk),
        )


def overview_view(desk: Desk) -> OverviewView:
    """Return every figure of the page."""
    return OverviewView(
        lead=_lead(desk),
        newest=desk.wording.date(_newest(desk)),
        parts=tuple(part for make in _PARTS if (part := make(desk)).panels),
        trail=(desk.front,),
    )


def _lead(desk: Desk) -> str:
    """Return the whole in a few sentences."""
    t, wording, catalog = desk.wording.t, desk.wording, desk.catalog
    organisations = sum(1 for one in catalog.organisations.values() if one.entries)
    return t(
        "lead.overview",
        initiatives=wording.tn("count.initiatives", len(catalog.entries)),
        organisations=wording.tn("count.organisations", organisations),
        municipalities=wording.number(len(catalog.by_municipality)),
        total=wording.number(len(catalog.vocabulary.municipalities)),
        adoptions=wording.tn("count.times", len(catalog.adoptions)),
    )


def _newest(desk: Desk) -> str:
    of_kind = desk.catalog.of_kind.values()
    return max((entry.modified for entries in of_kind for entry in entries.values()), default="")
