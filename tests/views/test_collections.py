"""Collections: picked initiatives in order, each with why."""

from __future__ import annotations

from idebank.model import Collection, Pick
from idebank.views.collections import CollectionPages, CollectionView
from idebank.views.desk import Job
from idebank.views.entries import EntryPages
from idebank.views.records import LinesView
from tests.factories import initiative
from tests.views.shelves import desk


def _collection(*picks: Pick, slug: str = "mat", language: str = "nb") -> Collection:
    return Collection(
        slug=slug,
        path=f"content/collections/{slug}.md",
        title="Mat",
        summary="Noe om mat.",
        language=language,
        published="2026-11-26",
        licence="CC-BY-4.0",
        body="",
        curator="Redaksjonen",
        initiatives=picks,
    )


A, B = initiative(slug="a"), initiative(slug="b")


def test_picks_stand_in_their_order() -> None:
    """The order is the picker's, not the alphabet's."""
    collection = _collection(Pick(initiative="b", why="Først."), Pick(initiative="a"))
    view = CollectionPages(desk(A, B, collection)).page(Job("collection", "nb", "mat"), story="").view

    assert isinstance(view, CollectionView)
    assert [(pick.card.slug, pick.why) for pick in view.picks] == [("b", "Først."), ("a", "")]
    assert view.list_url == "min-liste/?tiltak=b,a"


def test_page_in_its_own_language_only() -> None:
    """A collection has one page; the list is in every language."""
    collection = _collection(Pick(initiative="a"), Pick(initiative="b"), language="nn")
    jobs = {
        language: [job.kind for job in CollectionPages(desk(A, B, collection, language=language)).jobs()]
        for language in ("nb", "nn")
    }

    assert jobs == {"nb": ["collections"], "nn": ["collections", "collection"]}


def test_list_tells_how_many() -> None:
    """A line says what is in it."""
    collection = _collection(Pick(initiative="a"), Pick(initiative="b"))
    view = CollectionPages(desk(A, B, collection)).page(Job("collections", "nb"), story="").view

    assert isinstance(view, LinesView)
    assert [line.eyebrow for group in view.groups for line in group.lines] == ["2 tiltak"]


def test_entry_names_its_collections() -> None:
    """An initiative's page leads to the collections that it was picked for."""
    collection = _collection(Pick(initiative="a"), Pick(initiative="a", why="Igjen."))
    own = desk(A, B, collection)

    assert [link.url for link in EntryPages(own).view(A, "").collections] == ["samling/mat/"]
    assert EntryPages(own).view(B, "").collections == ()
