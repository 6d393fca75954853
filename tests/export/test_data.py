"""Open data."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from idebank.export.data import entries_csv, entries_json
from idebank.export.gains import gains_csv, gains_json
from idebank.export.redirects import redirect_page
from idebank.export.tables import csv_table
from idebank.model import Adoption, Initiative, Need
from idebank.views.registers import gains_of
from tests.factories import adoption, initiative, need, profiles
from tests.words import wording

URL = "https://idebank.example/"


def _rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")  # the mark by which a spreadsheet knows UTF-8
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_json_has_every_field() -> None:
    """An entry is told in full, under the schema's names, without the empty ones and our own folders."""
    (entry,) = json.loads(entries_json([initiative(themes=("mat",))], kind="initiative", url=URL))["entries"]

    assert entry["address"] == f"{URL}tiltak/sykkelbuss-bodo/"
    assert entry["contact"] == {"role": "Bodø kommune, miljø", "url": "https://bodo.kommune.no"}
    assert (entry["goals"], entry["themes"], entry["depth"]) == ([3, 11], ["mat"], 2)
    assert not {"path", "steps", "verified"} & entry.keys()


def test_csv_has_the_plain_fields() -> None:
    """A spreadsheet gets texts and lists of texts; a place takes two columns."""
    (row,) = _rows(entries_csv([initiative()], record=Initiative, url=URL))

    assert row["address"] == f"{URL}tiltak/sykkelbuss-bodo/"
    assert (row["municipality"], row["county"], row["goals"]) == ("1804", "18", "3 | 11")
    assert not {"contact", "results", "body", "path"} & row.keys()


def test_csv_of_other_kinds() -> None:
    """Each kind has its own columns; yes and no are words."""
    (taken,) = _rows(entries_csv([adoption()], record=Adoption, url=URL))
    (wanted,) = _rows(entries_csv([need(joint_procurement=True)], record=Need, url=URL))

    assert (taken["degree"], taken["initiative"]) == ("adapted", "sykkelbuss-bodo")
    assert (wanted["status"], wanted["joint_procurement"]) == ("open", "yes")


def test_no_cell_is_a_formula() -> None:
    """A text that a spreadsheet would run is defused."""
    (row,) = _rows(csv_table(["a", "b"], [["=1+1", "minus -1"]]))

    assert row == {"a": "'=1+1", "b": "minus -1"}


def _gains() -> Any:
    told = [
        {"kind": "money", "value": "1 250", "unit": "kroner", "basis": "measured"},
        {"kind": "money", "value": "mye", "unit": "kroner", "basis": "estimated", "source": "https://a.no"},
    ]
    entry = initiative(profiles={"procurement": {"gains": told}})
    return gains_of(profiles().by_id["procurement"], [entry])


def test_gains_as_csv() -> None:
    """A plain number has a column that can be added up; anything else leaves it empty."""
    rows = _rows(gains_csv(_gains(), wording=wording(), url=URL))

    assert [(row["Verdi"], row["Tall"], row["Enhet"], row["Grunnlag"]) for row in rows] == [
        ("1 250", "1250", "kroner", "measured"),
        ("mye", "", "kroner", "estimated"),
    ]


def test_gains_as_json() -> None:
    """Machines get the same."""
    rows = json.loads(gains_json(_gains(), url=URL))

    assert [(row["initiative"], row["number"], row["source"]) for row in rows] == [
        (f"{URL}tiltak/sykkelbuss-bodo/", "1250", ""),
        (f"{URL}tiltak/sykkelbuss-bodo/", "", "https://a.no"),
    ]


def test_redirect() -> None:
    """An old address sends readers on, and search engines with them."""
    page = redirect_page(
        "Mat & <miljø>", way="../ny/", canonical=f"{URL}tiltak/ny/", wording=wording("nn")
    ).decode()

    assert '<meta http-equiv="refresh" content="0; url=../ny/">' in page
    assert f'<link rel="canonical" href="{URL}tiltak/ny/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "Mat &amp; &lt;miljø&gt;" in page
    assert "Sida har flytta til" in page
