"""«Vi bruker dette»: the page of each adoption, the list of all, the family tree of what is reused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from idebank.catalog.reuse import Branch, family
from idebank.model import Adoption, Initiative, Method
from idebank.routes import page_of_list, route
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.paging import CARDS_PER_PAGE, pages_of, pagination
from idebank.views.pieces import contact_of, link_if_any, who_of
from idebank.views.records import (
    Card,
    ContactRow,
    EntryLine,
    LineGroup,
    LinesView,
    Page,
    ReuseRow,
    Section,
    TextLink,
    Trust,
    Who,
)
from idebank.views.trust import trust_of


@dataclass(frozen=True, slots=True)
class AdoptionView:
    """An adoption's own page. Template: `adoption.html`."""

    title: str
    language: str
    """Of what the adopter wrote."""
    who: Who
    degree: str
    degree_label: str
    changed: str
    outcome: str
    again: str
    date: str
    source: Card | None
    """The initiative that was taken over."""
    method: TextLink | None
    """The method that was taken over."""
    becomes: Card | None
    """The adopter's own entry."""
    contact: ContactRow | None
    body_html: str
    trust: Trust
    trail: tuple[TextLink, ...]
    depth: int = 0
    """An adoption has no levels."""


class AdoptionPages:
    """Makes the pages of adoptions in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan every page of the list, and one for every adoption whose page is in this language."""
        language, adoptions = self._desk.language, self._desk.catalog.adoptions
        for number in range(1, pages_of(len(adoptions)) + 1):
            yield Job("adoptions", language, number=number)
        for adoption in adoptions:
            if self._desk.has_page(adoption.language):
                yield Job("adoption", language, adoption.slug)

    def page(self, job: Job, *, story: str) -> Page:
        """Return a page of the list, or one adoption's around its text."""
        return self._list(job.number) if job.kind == "adoptions" else self._adoption(job.key, story)

    def _list(self, number: int) -> Page:
        desk, adoptions = self._desk, self._desk.catalog.adoptions
        shown = adoptions[(number - 1) * CARDS_PER_PAGE : number * CARDS_PER_PAGE]
        lines = tuple(adoption_line(adoption, desk) for adoption in shown)
        own = route("adoptions", desk.language)
        view = LinesView(
            kind="adoptions",
            groups=(LineGroup("", lines),) if lines else (),
            count=len(adoptions),
            trail=(desk.front,),
            pagination=pagination(own, number=number, cards=len(adoptions)),
        )
        return desk.page(
            "adoptions" if number == 1 else "adoptions_more",
            template="lines.html",
            section=Section.INITIATIVES,
            address=lambda language: page_of_list(route("adoptions", language), number),
            view=view,
            modified=max((adoption.modified for adoption in adoptions), default=""),
            indexed=bool(adoptions),
            number=number,
        )

    def _adoption(self, slug: str, story: str) -> Page:
        desk = self._desk
        adoption = desk.catalog.one(Adoption, slug)
        title = adoption_title(adoption, desk)
        return Page(
            url=addresses.entry(adoption),
            template="adoption.html",
            language=desk.language,
            section=Section.INITIATIVES,
            title=title,
            description=adoption.changed or title,
            view=self._view(adoption, title, story),
            modified=adoption.modified,
        )

    def _view(self, adoption: Adoption, title: str, story: str) -> AdoptionView:
        desk, shelf = self._desk, self._desk.shelf
        return AdoptionView(
            title=title,
            language=adoption.language,
            who=who_of(adoption, shelf),
            degree=adoption.degree,
            degree_label=shelf.known_label("adoption_degrees", adoption.degree),
            changed=adoption.changed or "",
            outcome=adoption.outcome or "",
            again=shelf.known_label("again_answers", adoption.again),
            date=desk.wording.date(adoption.date or ""),
            source=desk.cards.get(adoption.initiative or ""),
            method=link_if_any(desk.catalog.find(Method, adoption.method)),
            becomes=desk.cards.get(adoption.becomes or ""),
            contact=contact_of(adoption.contact) if adoption.contact else None,
            body_html=story,
            trust=trust_of(adoption, owner=adoption.organisation, desk=desk),
            trail=(desk.front, desk.list_of("adoption")),
        )


def adoption_title(adoption: Adoption, desk: Desk) -> str:
    """Return a title for an adoption, which has none of its own."""
    find = desk.catalog.find
    what = find(Initiative, adoption.initiative) or find(Method, adoption.method)
    title = what.title if what else ""
    return desk.wording.t("adoption.title", organisation=adoption.organisation, what=title)


def adoption_line(adoption: Adoption, desk: Desk) -> EntryLine:
    """Return an adoption as a line of a list."""
    return EntryLine(
        url=addresses.entry(adoption),
        title=adoption_title(adoption, desk),
        language=adoption.language,
        summary=adoption.changed or "",
        eyebrow=desk.wording.date(adoption.date or ""),
        who=adoption.organisation,
        place=desk.shelf.place(adoption.place),
        state=desk.shelf.known_label("adoption_degrees", adoption.degree),
        state_id=adoption.degree,
        titled=False,
    )


def reuse_rows(slug: str, desk: Desk) -> tuple[ReuseRow, ...]:
    """Return the family tree of an initiative as nested rows."""
    return _rows(family(slug, desk.catalog.adoptions_of), desk)


def method_rows(slug: str, desk: Desk) -> tuple[ReuseRow, ...]:
    """Return who has taken over a method."""
    adoptions = desk.catalog.adoptions_of_method.get(slug, ())
    return _rows(tuple(Branch(adoption, ()) for adoption in reversed(adoptions)), desk)


def _rows(branches: Sequence[Branch], desk: Desk) -> tuple[ReuseRow, ...]:
    return tuple(
        ReuseRow(
            organisation=branch.adoption.organisation,
            url=addresses.entry(branch.adoption),
            place=desk.shelf.place(branch.adoption.place),
            degree=branch.adoption.degree,
            degree_label=desk.shelf.known_label("adoption_degrees", branch.adoption.degree),
            date=desk.wording.date(branch.adoption.date or ""),
            changed=branch.adoption.changed or "",
            language=branch.adoption.language,
            branches=_rows(branch.branches, desk),
        )
        for branch in branches
    )
