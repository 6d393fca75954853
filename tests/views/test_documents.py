"""Documents across entries."""

from __future__ import annotations

from idebank.model import Attachment
from idebank.views.desk import Job
from idebank.views.documents import DocumentPages, DocumentsView
from tests.factories import initiative
from tests.views.shelves import desk

CONTRACT = Attachment("Kontrakten", "contract", url="https://bodo.kommune.no/kontrakt.pdf")
FORM = Attachment("Skjemaet", "template", url="https://bodo.kommune.no/skjema.pdf", template=True)


def _pages(*attachments: Attachment, language: str = "nb") -> DocumentPages:
    return DocumentPages(desk(initiative(attachments=attachments), language=language))


def _view(pages: DocumentPages, job: Job) -> DocumentsView:
    view = pages.page(job).view
    assert isinstance(view, DocumentsView)
    return view


def test_only_kinds_in_use_have_a_page() -> None:
    """The page of all kinds, one for each kind in use, and one for what others may fill in."""
    jobs = list(_pages(CONTRACT, FORM).jobs())

    assert [(job.kind, job.key) for job in jobs] == [
        ("documents", ""),
        ("documents_of_kind", "for-use"),
        ("documents_of_kind", "contract"),
        ("documents_of_kind", "template"),
    ]


def test_an_empty_bank() -> None:
    """Without documents there is one page, which search engines leave alone."""
    pages = _pages()

    assert [job.kind for job in pages.jobs()] == ["documents"]
    assert not pages.page(Job("documents", "nb")).indexed


def test_all_kinds() -> None:
    """Each kind shows a few of its documents, and the way to all when these are not all."""
    view = _view(_pages(*[CONTRACT] * 5, FORM), Job("documents", "nb"))

    groups = {group.heading: (group.count, len(group.documents), group.more) for group in view.groups}
    assert groups["Kontrakt"] == (5, 4, "dokumenter/kontrakt/")
    assert groups["Mal"] == (1, 1, "")
    assert [(kind.label, kind.count) for kind in view.kinds] == [
        ("Maler til bruk", 1),
        ("Kontrakt", 5),
        ("Mal", 1),
    ]


def test_one_kind_in_another_language() -> None:
    """A kind's page names it in the reader's language, at the same address in each."""
    page = _pages(CONTRACT, language="en").page(Job("documents_of_kind", "en", "contract"))

    assert page.url == "en/dokumenter/kontrakt/"
    assert page.title.startswith("Contract")
    assert [alternate.url for alternate in page.alternates] == [
        "dokumenter/kontrakt/",
        "nn/dokumenter/kontrakt/",
        "en/dokumenter/kontrakt/",
    ]


def test_a_document_tells_where_it_comes_from() -> None:
    """A document stands with the entry that tells its story."""
    (document,) = _view(_pages(CONTRACT), Job("documents_of_kind", "nb", "contract")).groups[0].documents

    assert document.row.url == CONTRACT.url
    assert (document.owner.label, document.owner.url) == ("Sykkelbuss til skolen", "tiltak/sykkelbuss-bodo/")
    assert document.organisation == "Bodø kommune"
