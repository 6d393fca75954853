"""Tables of a profile's initiatives."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from idebank.views.desk import Job
from idebank.views.registers import (
    GainsView,
    RegisterPages,
    RegisterView,
    gains_of,
    sums_of,
)
from tests.factories import initiative, profiles
from tests.views.shelves import desk

PROCUREMENT = profiles().by_id["procurement"]


def _bought(slug: str, **answers: Any) -> Any:
    return initiative(slug=slug, profiles={"procurement": {"status": "running", "need": "Lys", **answers}})


def _gain(value: str, **changes: str) -> dict[str, str]:
    return {"kind": "money", "value": value, "unit": "kroner", "basis": "measured", **changes}


def test_sums_keep_unit_and_basis_apart() -> None:
    """Only gains of the same kind, unit and basis are added, and only where there are two of them."""
    gains = gains_of(
        PROCUREMENT,
        (
            _bought("a", gains=[_gain("100"), _gain("50", basis="estimated"), _gain("7", unit="tonn")]),
            _bought("b", gains=[_gain("1 000,5"), _gain("over 100 millioner")]),
        ),
    )

    assert sums_of(gains) == {("money", "kroner", "measured"): (Decimal("1100.5"), 2)}


def test_gains_page() -> None:
    """The page shows every gain as it was told, and what they come to."""
    bank = desk(_bought("a", gains=[_gain("100")]), _bought("b", gains=[_gain("250")]))
    page = RegisterPages(bank).page(Job("gains", "nb", "procurement"))
    view = page.view
    assert isinstance(view, GainsView)

    assert page.url == "sektor/innkjop/gevinster/"
    assert [(row.owner.url, row.value, row.unit, row.basis_id) for row in view.rows] == [
        ("tiltak/a/", "100", "kroner", "measured"),
        ("tiltak/b/", "250", "kroner", "measured"),
    ]
    assert [(total.value, total.unit, total.count) for total in view.sums] == [("350", "kroner", 2)]


def test_without_gains() -> None:
    """A bank without gains has the page, and search engines leave it alone."""
    page = RegisterPages(desk(_bought("a"))).page(Job("gains", "nb", "procurement"))

    assert not page.indexed


def test_register_shows_the_stopped_beside_the_rest() -> None:
    """Initiatives stand by status, in the order of the list, with the need first."""
    bank = desk(
        _bought("a", status="stopped", status_why="Ingen leverte.", need="Måking"),
        _bought("b", buyer="Bodø kommune", suppliers=["Lys AS", "Lampe AS"]),
    )
    page = RegisterPages(bank).page(Job("register", "nb", "procurement"))
    view = page.view
    assert isinstance(view, RegisterView)

    assert page.url == "sektor/innkjop/behov/"
    assert [(group.id, [row.text for row in group.rows]) for group in view.groups] == [
        ("running", ["Lys"]),
        ("stopped", ["Måking"]),
    ]
    answers = {answer.label: answer.value for answer in view.groups[0].rows[0].answers}
    assert answers == {"Oppdragsgiver": "Bodø kommune", "Leverandører": "Lys AS, Lampe AS"}


def test_only_profiles_that_ask_have_tables() -> None:
    """A profile without a register or gains has no page for them."""
    assert {(job.kind, job.key) for job in RegisterPages(desk()).jobs()} == {
        ("register", "procurement"),
        ("gains", "procurement"),
    }
