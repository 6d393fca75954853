"""Documents of a kind, and results that compare."""

from __future__ import annotations

from idebank.catalog.evidence import comparable_results, documents_by_kind
from idebank.model import Attachment, Result
from tests.factories import initiative, method

ENERGY = Result(indicator="Strøm", basis="measured", measure="energy-use")


def _slugs(found: object) -> list[str]:
    return [one.owner.slug for one in found]  # type: ignore[attr-defined]


def test_documents_by_kind() -> None:
    """Documents of initiatives and methods stand together by kind, in the order of their owners."""
    first = initiative(
        slug="a", attachments=(Attachment("Krav", "requirements"), Attachment("Mal", "template"))
    )
    second = method(slug="b", attachments=(Attachment("Krav to", "requirements"),))

    found = documents_by_kind((first, second))

    assert list(found) == ["requirements", "template"]
    assert _slugs(found["requirements"]) == ["a", "b"]


def test_two_initiatives_compare() -> None:
    """What two initiatives have measured is a measure of its own."""
    found = comparable_results(
        (initiative(slug="a", results=(ENERGY,)), initiative(slug="b", results=(ENERGY,)))
    )

    assert _slugs(found["energy-use"]) == ["a", "b"]


def test_one_initiative_compares_with_nobody() -> None:
    """Two results of one initiative are nothing to compare, nor is a result that names no measure."""
    alone = initiative(slug="a", results=(ENERGY, ENERGY))
    unnamed = initiative(slug="b", results=(Result(indicator="Strøm", basis="measured"),))

    assert comparable_results((alone, unnamed)) == {}
