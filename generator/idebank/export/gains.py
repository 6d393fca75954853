"""What initiatives have gained, for reports."""

import json
from collections.abc import Sequence

from idebank.export.tables import csv_table
from idebank.views import addresses
from idebank.views.registers import Gain
from idebank.wording import Wording

_COLUMNS = ("initiative", "organisation", "kind", "value", "number", "unit", "period", "basis", "source")


def gains_csv(gains: Sequence[Gain], *, wording: Wording, url: str) -> bytes:
    """Return gains as CSV; `number` is filled in where the value is a plain number."""
    header = (wording.t(f"gains.csv.{column}") for column in _COLUMNS)
    return csv_table(header, (tuple(row.values()) for row in _rows(gains, url)))


def gains_json(gains: Sequence[Gain], *, url: str) -> bytes:
    """Return gains as JSON."""
    return json.dumps(list(_rows(gains, url)), ensure_ascii=False, separators=(",", ":")).encode()


def _rows(gains: Sequence[Gain], url: str) -> list[dict[str, str]]:
    return [
        {
            "initiative": f"{url}{addresses.entry(gain.owner)}",
            "organisation": gain.owner.organisation,
            "kind": gain.kind,
            "value": gain.value,
            "number": "" if gain.number is None else f"{gain.number:f}",
            "unit": gain.unit,
            "period": gain.period,
            "basis": gain.basis,
            "source": gain.source,
        }
        for gain in gains
    ]
