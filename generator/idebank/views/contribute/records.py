"""What the templates of the forms see."""

from dataclasses import dataclass

from idebank.views.records import TextLink


@dataclass(frozen=True, slots=True)
class Option:
    """One value to choose."""

    id: str
    label: str
    hint: str = ""
    """What it means in everyday words, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question as a page asks it."""

    path: str
    """The route to its field: `contact.role`, `results.#.unit`, or `body` for a part of the story."""
    name: str
    """Of its control: the route, or `body.<number>`."""
    control: str
    ask: str
    help: str
    required: bool
    options: tuple[Option, ...] = ()
    as_list: bool = False
    """Whether the options are too many to lie open."""
    max_length: int = 0
    heading: str = ""
    other_headings: str = ""
    """The same heading in the other languages, with bars between."""
    when: str = ""
    """`phase=stopped`: asked only then."""
    questions: tuple["QuestionView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSectionView:
    """Some questions under a heading."""

    id: str
    level: int
    title: str
    lead: str
    questions: tuple[QuestionView, ...]
    sectors: str
    """Ids with spaces between; shown only when one is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Where a finished form can go."""

    repository: str
    branch: str
    mailbox: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """A form. Template: `form.html`."""

    id: str
    kind: str
    """Empty for a note about an entry."""
    title: str
    lead: str
    sections: tuple[FormSectionView, ...]
    asked: int
    """How many questions the first level has."""
    data: str
    """Address of what the script needs to know."""
    sending: Sending
    others: tuple[TextLink, ...]
    """The ways to the other forms."""
    trail: tuple[TextLink, ...]
