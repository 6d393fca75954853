"""The page of one initiative, as its template sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.media import Medium
from idebank.model import (
    Attachment,
    Funding,
    Image,
    Period,
    Place,
    Result,
)
from idebank.views.records import FundingRow, ProfileRow, ResultRow, TextLink
from tests.factories import initiative, need
from tests.views.shelves import entry_view, shelf
from tests.words import settings

if TYPE_CHECKING:
    from idebank.views.records import EntryView

FOLDER = "content/initiatives/nordland/sykkelbuss-bodo"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("1804", "18"), "Bodø, Nordland"),
        (Place("0301", "03"), "Oslo"),
        (Place(county="50"), "Trøndelag"),
        (Place(), "Hele landet"),
    ],
)
def test_place(place: Place, words: str) -> None:
    """A place is told as far as it is known, and no name twice."""
    assert words == entry_view(initiative(place=place)).who.place


def test_places() -> None:
    """County and municipality are linked, the widest first."""
    assert entry_view(initiative()).who.places == (
        TextLink("Nordland", "sted/nordland/"),
        TextLink("Bodø", "sted/nordland/bodo/"),
    )


def test_places_of_a_national_entry() -> None:
    """What is done in the whole country leads to no county."""
    view = entry_view(initiative(place=Place()))

    assert view.national
    assert view.who.places == ()


def test_unknown_is_not_told() -> None:
    """What only says that nothing is known is left to the template."""
    view = entry_view(initiative(cost="unknown", time_needed="unknown"))

    assert (view.effort.cost, view.effort.time_needed) == ("", "")


@pytest.mark.parametrize(("amount", "words"), [(0, "0\u00a0kr"), (35000, "35\u00a0000\u00a0kr"), (None, "")])
def test_cost_amount(amount: int | None, words: str) -> None:
    """An amount is written out, also when it is nothing."""
    assert words == entry_view(initiative(cost_amount=amount)).effort.cost_amount


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period("2019", "2023", "med pause"), "2019–2023; med pause"),
        (Period(note="en høst"), "en høst"),
        (None, ""),
    ],
)
def test_period(period: Period | None, words: str) -> None:
    """A period has its note after it."""
    assert words == entry_view(initiative(period=period)).period


def test_results() -> None:
    """A result has a label for what it rests on, and nothing where nothing is told."""
    result = Result("Avfall", "measured", before="12", after="4", unit="kg")

    assert entry_view(initiative(results=(result,))).results == (
        ResultRow("Avfall", "12", "4", "", "kg", "", "", "Målt", "measured", ""),
    )


def test_funding() -> None:
    """Grants are written out as far as they are known."""
    view = entry_view(initiative(funding=(Funding("Fondet", 5000, "2023", "delt"), Funding("FAU"))))

    assert view.funding == (
        FundingRow("Fondet", "5\u00a0000\u00a0kr", "2023", "delt"),
        FundingRow("FAU", "", "", ""),
    )


def test_document_beside_the_entry() -> None:
    """A document of our own has its kind, size, language and licence."""
    document = Attachment(
        "Vaktliste", "template", file="liste.csv", language="nb", licence="CC0-1.0", template=True
    )

    [row] = entry_view(
        initiative(attachments=(document,)), media={f"{FOLDER}/liste.csv": Medium(2600)}
    ).documents

    assert row.url == "tiltak/sykkelbuss-bodo/liste.csv"
    assert row.note.startswith("CSV, 3\u00a0kB, Bokmål")
    assert (row.local, row.template) == (True, True)


def test_small_document() -> None:
    """No document has no size at all."""
    document = Attachment("Tom", "other", file="tom.csv")

    [row] = entry_view(initiative(attachments=(document,)), media={f"{FOLDER}/tom.csv": Medium(3)}).documents

    assert row.note == "CSV, 1\u00a0kB"


def test_document_elsewhere() -> None:
    """A document elsewhere is only linked; an unknown licence is not told."""
    document = Attachment("Avtale", "contract", url="https://x.example/a.pdf", licence="unknown")

    [row] = entry_view(initiative(attachments=(document,))).documents

    assert (row.url, row.local, row.note) == ("https://x.example/a.pdf", False, "")


@pytest.mark.parametrize(
    ("medium", "name", "size"),
    [
        (Medium(1, 2560, 1440), "eple.jpg-1280.webp", (1280, 720)),
        (Medium(1, 300, 200), "eple.jpg-640.webp", (300, 200)),
    ],
)
def test_picture(medium: Medium, name: str, size: tuple[int, int]) -> None:
    """A picture is shown in its largest edition, with the size it has there."""
    image = Image("eple.jpg", "Et eple", "Eksempel", "CC-BY-4.0", "none")

    [picture] = entry_view(initiative(images=(image,)), media={f"{FOLDER}/eple.jpg": medium}).pictures

    assert picture.url == f"tiltak/sykkelbuss-bodo/{name}"
    assert (picture.width, picture.height) == size
    assert (picture.alt, picture.credit, picture.licence) == ("Et eple", "Eksempel", "CC BY 4.0")


def test_card_picture() -> None:
    """A card shows the first picture, small."""
    images = tuple(Image(f"{n}.jpg", n, "x", "CC-BY-4.0", "none") for n in "ab")

    card = shelf().card(initiative(images=images))

    assert (card.image, card.image_alt) == ("tiltak/sykkelbuss-bodo/a.jpg-640.webp", "a")


def test_programme_and_parts() -> None:
    """A part leads to its programme, the programme shows its parts."""
    programme, part = (
        initiative(slug="program", title="Programmet"),
        initiative(slug="del", part_of="program"),
    )

    assert entry_view(part, programme).part_of == TextLink("Programmet", "tiltak/program/", "nb")
    assert [card.slug for card in entry_view(programme, part).parts] == ["del"]


def test_no_programme() -> None:
    """A programme that is not in the bank is not shown."""
    assert entry_view(initiative(part_of="finnes-ikke")).part_of is None


def test_related() -> None:
    """What is alike is shown with the reason in words."""
    themes = ("matsvinn",)

    [related] = entry_view(initiative(themes=themes), initiative(slug="lik", themes=themes)).related

    assert related.card.slug == "lik"
    assert related.reason == "Samme tema: Matsvinn"


def test_related_named() -> None:
    """What an entry names itself has a reason, too."""
    [related] = entry_view(
        initiative(related=("lik",)), initiative(slug="lik", goals=(1,), sectors=("museum",))
    ).related

    assert related.reason == "Nevnt i beskrivelsen"


def test_correction() -> None:
    """A correction starts at the file in the repository, and there is a mailbox for those who write."""
    own = settings(repository_url="https://code.example/bank", contact_email="post@bank.example")

    view = entry_view(initiative(), own_settings=own)

    assert view.trust.correct_url == f"https://code.example/bank/edit/main/{FOLDER}.md"
    assert view.trust.correct_email == "post@bank.example"


def test_correction_without_repository() -> None:
    """A bank without a repository offers no way into one."""
    assert entry_view(initiative()).trust.correct_url == ""


def test_origin() -> None:
    """An entry made from public sources says so, and when they were collected."""
    view = entry_view(initiative(origin="public-sources", collected="2026-11"))

    assert view.trust.from_public_sources
    assert view.trust.collected == "november 2026"


def test_confirmed() -> None:
    """A confirmed entry is as new as the confirmation."""
    view = entry_view(initiative(verified="2026-12-01"))

    assert (view.trust.verified, view.trust.verified_iso) == ("1. desember 2026", "2026-12-01")


def test_in_nynorsk() -> None:
    """Words around the entry are in the interface's language."""
    view = entry_view(initiative(phase="running", sectors=("skole",), place=Place()), language="nn")

    assert view.who.place == "Heile landet"
    assert view.topics.sectors[0].url == "nn/sektor/skole/"


def test_trail() -> None:
    """The way to an entry goes over all initiatives and its first sector."""
    assert [link.url for link in entry_view(initiative()).trail] == ["", "tiltak/", "sektor/skole/"]


def _rows(view: EntryView) -> tuple[ProfileRow, ...]:
    [section] = view.profiles
    return section.rows


def test_no_profiles() -> None:
    """An entry without profiles has no sections for them."""
    assert entry_view(initiative()).profiles == ()


def test_kindergarten() -> None:
    """A kindergarten's profile has labels for what it chose, and nothing it left out."""
    answers = {
        "age_groups": ["3-5"],
        "season": ["spring", "winter"],
        "duration": "unknown",
        "safety": "Hjelm.",
    }

    assert _rows(entry_view(initiative(profiles={"kindergarten": answers}))) == (
        ProfileRow("Aldersgrupper", "3–5 år"),
        ProfileRow("Årstid", "Vår, Vinter"),
        ProfileRow("Trygghet", "Hjelm."),
    )


@pytest.mark.parametrize(("public", "word"), [(True, "Ja"), (False, "Nei")])
def test_library(public: bool, word: str) -> None:  # noqa: FBT001 - a parameter of the test
    """A library's profile says whether the public is served, and its indicators in full."""
    indicators = [
        {"set": "U4SSC", "id": "EC: ICT: 1", "baseline": "3", "year": "2022"},
        {"set": "NS", "id": "7"},
    ]
    answers = {"library_type": "public", "public_service": public, "indicators": indicators}

    assert _rows(entry_view(initiative(profiles={"library": answers})))[1:] == (
        ProfileRow("Tilbud til publikum", word),
        ProfileRow("Indikatorer", "U4SSC, indikator EC: ICT: 1, utgangspunkt 3, år 2022; NS, indikator 7"),
    )


def test_library_that_says_little() -> None:
    """A library that does not say whether the public is served gets no row for it."""
    assert _rows(entry_view(initiative(profiles={"library": {}}))) == ()


def test_school() -> None:
    """A school's profile has its grades and subjects."""
    assert _rows(
        entry_view(initiative(profiles={"school": {"grades": ["1.–4."], "subjects": ["Naturfag", "Norsk"]}}))
    ) == (
        ProfileRow("Trinn", "1.–4."),
        ProfileRow("Fag", "Naturfag, Norsk"),
    )


def test_procurement() -> None:
    """A procurement's gains are rows of a table, each named by its kind."""
    gain = {"kind": "money", "value": "9000", "unit": "kroner", "basis": "estimated"}
    answers = {"need": "Benker", "procedure": "unknown", "gains": [gain]}

    [section] = entry_view(initiative(profiles={"procurement": answers})).profiles

    assert section.rows == (ProfileRow("Behov", "Benker"),)
    assert [(gain.value, gain.unit, gain.basis) for gain in section.gains] == [("9000", "kroner", "Anslått")]


def test_solved() -> None:
    """What solved a need says so, and leads to it."""
    view = entry_view(initiative(slug="svar"), need(slug="behov", title="Hvem kan?", solved_by=("svar",)))

    assert view.solved == (TextLink("Hvem kan?", "etterlyst/behov/", "nb"),)
