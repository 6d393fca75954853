"""An initiative in other forms."""

from __future__ import annotations

from idebank.views.desk import Job
from idebank.views.sheets import SheetPages
from tests.factories import initiative
from tests.views.shelves import desk

LIBRARY = initiative(slug="fro", sectors=("bibliotek",), profiles={"library": {"library_type": "public"}})


def test_forms_follow_the_profile() -> None:
    """A profile that wants sheets or stories brings them; an initiative of no such profile has none."""
    jobs = list(SheetPages(desk(LIBRARY, initiative(sectors=("landbruk",)))).jobs())

    assert [(job.kind, job.key, job.about) for job in jobs] == [
        ("sheet", "fro", "initiative"),
        ("meeting", "fro", "initiative"),
        ("story", "fro", "initiative"),
    ]


def test_a_form_is_a_page_below_the_entry() -> None:
    """It shows what the entry's page shows, and search engines leave it alone."""
    page = SheetPages(desk(LIBRARY)).page(Job("story", "nb", "fro", about="initiative"), story="<p>Om</p>")

    assert (page.url, page.template, page.indexed) == ("tiltak/fro/historie/", "story.html", False)
    assert page.title == "Historie: Sykkelbuss til skolen"


def test_a_form_is_in_the_entrys_language() -> None:
    """An entry has its forms where it has its page."""
    assert list(SheetPages(desk(LIBRARY, language="nn")).jobs()) == []
