"""Results that compare."""

from __future__ import annotations

from idebank.model import Result
from idebank.views.desk import Job
from idebank.views.measures import MeasurePages, MeasuresView, MeasureView
from tests.factories import initiative
from tests.views.shelves import desk


def _energy(basis: str) -> tuple[Result, ...]:
    return (Result(indicator="Strøm", basis=basis, value="40", unit="prosent", measure="energy-use"),)


BANK = (
    initiative(slug="a", results=_energy("measured")),
    initiative(slug="b", results=_energy("estimated")),
    initiative(slug="c", results=(Result(indicator="Trær", basis="not-measured", measure="trees-planted"),)),
)


def _pages(language: str = "nb") -> MeasurePages:
    return MeasurePages(desk(*BANK, language=language))


def test_jobs() -> None:
    """Only what two initiatives have measured has a page."""
    assert [(job.kind, job.key) for job in _pages().jobs()] == [("measures", ""), ("measure", "energy-use")]


def test_all_measures() -> None:
    """The first page leads to every measure, and to what results rest on, also to what was not measured."""
    view = _pages().page(Job("measures", "nb")).view
    assert isinstance(view, MeasuresView)

    assert [(link.label, link.url, link.count) for link in view.measures] == [
        ("Energibruk", "resultater/energibruk/", 2)
    ]
    assert {link.url: link.count for link in view.bases} == {
        "sok/?basis=measured": 1,
        "sok/?basis=estimated": 1,
        "sok/?basis=not-measured": 1,
    }


def test_one_measure() -> None:
    """Every result stands with its initiative, unit and basis."""
    page = _pages("nn").page(Job("measure", "nn", "energy-use"))
    view = page.view
    assert isinstance(view, MeasureView)

    assert page.url == "nn/resultater/energibruk/"
    assert view.initiatives == 2
    assert [(row.owner.url, row.result.value, row.result.unit, row.result.basis_id) for row in view.rows] == [
        ("tiltak/a/", "40", "prosent", "measured"),
        ("tiltak/b/", "40", "prosent", "estimated"),
    ]
