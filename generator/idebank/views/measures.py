"""Results that compare: a page for everything that two or more initiatives have measured."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from idebank.catalog.evidence import Measured
from idebank.routes import route, with_query
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.pieces import result_row
from idebank.views.records import CountLink, Page, ResultRow, Section, TextLink


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """One result, and the initiative that tells of it."""

    owner: TextLink
    language: str
    organisation: str
    place: str
    result: ResultRow


@dataclass(frozen=True, slots=True)
class MeasureView:
    """What several initiatives have measured. Template: `measure.html`."""

    heading: str
    rows: tuple[MeasuredRow, ...]
    initiatives: int
    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """The ways to every measure. Template: `measures.html`."""

    measures: tuple[CountLink, ...]
    """With how many initiatives have measured it."""
    bases: tuple[CountLink, ...]
    """What results rest on, as searches."""
    trail: tuple[TextLink, ...]


class MeasurePages:
    """Makes the pages of results that compare, in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the page of all measures, and a page for each."""
        yield Job("measures", self._desk.language)
        for id_ in self._ids():
            yield Job("measure", self._desk.language, id_)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - a list has no story
        """Return the page of all measures, or that of one."""
        return self._all() if job.kind == "measures" else self._measure(job.key)

    def _ids(self) -> Iterator[str]:
        """Yield the measures in use, in the vocabulary's order."""
        catalog = self._desk.catalog
        return (id_ for id_ in catalog.vocabulary.terms["measures"] if id_ in catalog.measured)

    def _all(self) -> Page:
        desk, catalog = self._desk, self._desk.catalog
        view = MeasuresView(
            measures=tuple(self._link(id_) for id_ in self._ids()),
            bases=tuple(
                CountLink(
                    desk.shelf.label("bases", id_),
                    with_query(route("search", desk.language), basis=id_),
                    len(catalog.by_basis[id_]),
                )
                for id_ in catalog.vocabulary.terms["bases"]
                if id_ in catalog.by_basis
            ),
            trail=(desk.front,),
        )
        return desk.page(
            "measures",
            template="measures.html",
            section=Section.OVERVIEW,
            address=partial(route, "measures"),
            view=view,
            indexed=bool(view.measures),
        )

    def _link(self, id_: str) -> CountLink:
        term = self._desk.catalog.vocabulary.term("measures", id_)
        return CountLink(
            self._desk.shelf.label("measures", id_),
            addresses.measure(term, self._desk.language),
            _initiatives(self._desk.catalog.measured[id_]),
        )

    def _measure(self, id_: str) -> Page:
        desk = self._desk
        found, label = desk.catalog.measured[id_], desk.shelf.label("measures", id_)
        term = desk.catalog.vocabulary.term("measures", id_)
        view = MeasureView(
            heading=label,
            rows=tuple(self._row(measured) for measured in found),
            initiatives=_initiatives(found),
            trail=(
                desk.front,
                TextLink(desk.wording.t("heading.measures"), route("measures", desk.language)),
            ),
        )
        return desk.page(
            "measure",
            template="measure.html",
            section=Section.OVERVIEW,
            address=lambda language: addresses.measure(term, language),
            view=view,
            modified=max(measured.owner.modified for measured in found),
            name=label,
        )

    def _row(self, measured: Measured) -> MeasuredRow:
        owner = measured.owner
        return MeasuredRow(
            owner=TextLink(owner.title, addresses.entry(owner)),
            language=owner.language,
            organisation=owner.organisation,
            place=self._desk.shelf.place(owner.place),
            result=result_row(measured.result, self._desk.shelf),
        )


def _initiatives(found: tuple[Measured, ...]) -> int:
    return len({measured.owner.slug for measured in found})
