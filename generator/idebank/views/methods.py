"""Working models: the page of each, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from idebank.model import Input, Method
from idebank.routes import route
from idebank.views import addresses
from idebank.views.adoptions import method_rows
from idebank.views.desk import Desk, Job
from idebank.views.pieces import (
    contact_of,
    document_row,
    effort_of,
    link_if_any,
    picture,
    result_row,
    topics_of,
    who_of,
)
from idebank.views.records import (
    Advice,
    Card,
    ContactRow,
    DocumentRow,
    Effort,
    EntryLine,
    LineGroup,
    LinesView,
    Page,
    Picture,
    ResultRow,
    ReuseRow,
    Section,
    TextLink,
    Topics,
    Trust,
    Who,
)
from idebank.views.trust import trust_of


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step."""

    title: str
    text: str
    time: str


@dataclass(frozen=True, slots=True)
class InputRow:
    """Something that must be at hand first."""

    title: str
    text: str
    url: str
    local: bool
    """Whether the address is a file of ours."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method's own page. Template: `method.html`."""

    title: str
    summary: str
    language: str
    who: Who
    topics: Topics
    effort: Effort
    contact: ContactRow
    inputs: tuple[InputRow, ...]
    path: tuple[StepRow, ...]
    advice: Advice
    results: tuple[ResultRow, ...]
    documents: tuple[DocumentRow, ...]
    videos: tuple[TextLink, ...]
    pictures: tuple[Picture, ...]
    part_of: TextLink | None
    followed_by: tuple[Card, ...]
    """Initiatives that followed it."""
    adopted: tuple[ReuseRow, ...]
    body_html: str
    trust: Trust
    trail: tuple[TextLink, ...]
    depth: int = 0
    """A method has no levels."""


class MethodPages:
    """Makes the pages of methods in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the list, and a page for every method whose page is in this language."""
        language = self._desk.language
        yield Job("methods", language)
        for method in self._desk.catalog.methods:
            if self._desk.has_page(method.language):
                yield Job("method", language, method.slug)

    def page(self, job: Job, *, story: str) -> Page:
        """Return the list, or one method's page around its text."""
        return self._list() if job.kind == "methods" else self._method(job.key, story)

    def _list(self) -> Page:
        desk, methods = self._desk, self._desk.catalog.methods
        lines = tuple(method_line(method, desk) for method in methods)
        groups = (LineGroup("", lines),) if lines else ()
        return desk.page(
            "methods",
            template="lines.html",
            section=Section.INITIATIVES,
            address=lambda language: route("methods", language),
            view=LinesView("methods", groups, len(lines), (desk.front,)),
            modified=max((method.modified for method in methods), default=""),
            indexed=bool(methods),
        )

    def _method(self, slug: str, story: str) -> Page:
        method = self._desk.catalog.one(Method, slug)
        return Page(
            url=addresses.entry(method),
            template="method.html",
            language=self._desk.language,
            section=Section.INITIATIVES,
            title=method.title,
            description=method.summary,
            view=self._view(method, story),
            modified=method.modified,
        )

    def _view(self, method: Method, story: str) -> MethodView:
        desk, shelf = self._desk, self._desk.shelf
        programme = desk.catalog.by_slug.get(method.part_of or "")
        return MethodView(
            title=method.title,
            summary=method.summary,
            language=method.language,
            who=who_of(method, shelf),
            topics=topics_of(method, shelf),
            effort=effort_of(method, shelf),
            contact=contact_of(method.contact),
            inputs=tuple(_input(method, one) for one in method.inputs),
            path=tuple(StepRow(step.title, step.text or "", step.time or "") for step in method.steps),
            advice=Advice(method.core, method.adaptable, method.prerequisites, method.pitfalls),
            results=tuple(result_row(result, shelf) for result in method.results),
            documents=tuple(document_row(method, document, desk) for document in method.attachments),
            videos=tuple(TextLink(video.title, video.url) for video in method.videos),
            pictures=tuple(picture(method, image, desk) for image in method.images),
            part_of=link_if_any(programme),
            followed_by=tuple(desk.cards[e.slug] for e in desk.catalog.using.get(method.slug, ())),
            adopted=method_rows(method.slug, desk),
            body_html=story,
            trust=trust_of(method, owner=method.organisation, desk=desk),
            trail=(desk.front, desk.list_of("method")),
        )


def _input(method: Method, one: Input) -> InputRow:
    url = addresses.file_of(method, one.file) if one.file else one.url or ""
    return InputRow(one.title, one.text or "", url, local=bool(one.file))


def method_line(method: Method, desk: Desk) -> EntryLine:
    """Return a method as a line of a list."""
    users = len(desk.catalog.using.get(method.slug, ()))
    users += len(desk.catalog.adoptions_of_method.get(method.slug, ()))
    return EntryLine(
        url=addresses.entry(method),
        title=method.title,
        language=method.language,
        summary=method.summary,
        eyebrow=desk.wording.tn("method.steps", len(method.steps)),
        who=method.organisation,
        place=desk.shelf.place(method.place),
        state="",
        state_id="",
        goals=tuple(desk.shelf.tile(number) for number in method.goals),
        note=desk.wording.tn("method.users", users) if users else "",
    )
