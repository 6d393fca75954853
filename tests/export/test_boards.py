"""A board as a table and as data."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any, Final

from idebank.export.boards import board_csv, board_json
from idebank.model import Place
from idebank.views.boards import county_board, network_board
from tests.factories import initiative, network
from tests.views.shelves import desk
from tests.words import wording

if TYPE_CHECKING:
    from idebank.model import Entry
    from idebank.views.boards import BoardView

URL: Final = "https://bank.example/under/"
OSLO: Final = Place("0301", "03")


def _oslo(*entries: Entry, language: str = "nb") -> BoardView:
    return county_board("03", desk(*entries, language=language))


def _csv(view: BoardView, language: str = "nb") -> list[list[str]]:
    text = board_csv(view, wording=wording(language), url=URL).decode("utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=";"))


def _json(view: BoardView) -> dict[str, Any]:
    data = json.loads(board_json(view, url=URL))
    assert isinstance(data, dict)
    return data


def test_csv() -> None:
    """The table has a heading, and a line for each municipality with its stories, newest first."""
    new = initiative(slug="nytt", title="Nytt tiltak", place=OSLO, published="2026-12-01")
    old = initiative(slug="gammelt", title="Gammelt tiltak", place=OSLO)

    assert _csv(_oslo(old, new)) == [
        ["Kommunenummer", "Kommune", "Status", "Antall tiltak", "Tiltak"],
        [
            "0301",
            "Oslo",
            "Har delt",
            "2",
            f"Nytt tiltak ({URL}tiltak/nytt/) | Gammelt tiltak ({URL}tiltak/gammelt/)",
        ],
    ]


def test_csv_of_nobody() -> None:
    """A municipality without stories has none, and none are counted."""
    assert _csv(_oslo())[1] == ["0301", "Oslo", "Gjenstår", "0", ""]


def test_csv_has_every_row() -> None:
    """The lines are those of the board, in its order."""
    view = county_board("18", desk(initiative()))

    assert [row[0] for row in _csv(view)[1:]] == [row.number for row in view.rows]


def test_csv_opens_in_a_spreadsheet() -> None:
    """The table is UTF-8 with its mark, semicolons between cells, and lines end as Windows writes them."""
    raw = board_csv(_oslo(), wording=wording(), url=URL)

    assert raw.startswith(b"\xef\xbb\xbfKommunenummer;Kommune;")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 2


def test_csv_quotes() -> None:
    """A title with what parts cells and lines stays in its cell."""
    view = _oslo(initiative(title='Sykler; "buss" | følge', place=OSLO))

    assert _csv(view)[1][4] == f'Sykler; "buss" | følge ({URL}tiltak/sykkelbuss-bodo/)'


def test_csv_has_no_formulas() -> None:
    """A title that a spreadsheet would reckon out is marked as text."""
    view = _oslo(initiative(title='=HYPERLINK("https://ond.example")', place=OSLO))

    assert _csv(view)[1][4].startswith("'=HYPERLINK(")


def test_csv_in_english() -> None:
    """The table is in the language of its board."""
    header, row = _csv(_oslo(language="en"), "en")

    assert header[1] == "Municipality"
    assert row[2] == wording("en").t("board.remaining")


def test_json() -> None:
    """The data has the same as the board, with whole addresses and no words of the interface."""
    assert _json(_oslo(initiative(place=OSLO))) == {
        "name": "Oslo",
        "url": f"{URL}sted/oslo/",
        "total": 1,
        "shared": 1,
        "municipalities": [
            {
                "number": "0301",
                "name": "Oslo",
                "status": "shared",
                "stories": [{"title": "Sykkelbuss til skolen", "url": f"{URL}tiltak/sykkelbuss-bodo/"}],
            }
        ],
    }


def test_json_of_nobody() -> None:
    """A municipality without stories has an empty list."""
    data = _json(_oslo())

    assert (data["total"], data["shared"]) == (1, 0)
    assert data["municipalities"][0]["stories"] == []


def test_json_of_an_empty_network() -> None:
    """A network without municipalities has an empty board."""
    own = network(counties=())

    data = _json(network_board(own, desk(own)))

    assert (data["name"], data["url"]) == ("Nettverk i Nordland", f"{URL}nettverk/nettverk-i-nordland/")
    assert (data["total"], data["municipalities"]) == (0, [])


def test_json_is_utf8() -> None:
    """Letters are written as they are."""
    assert "Bodø".encode() in board_json(county_board("18", desk()), url=URL)
