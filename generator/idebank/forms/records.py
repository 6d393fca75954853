"""What a form asks, ready to be drawn, asked in a terminal, or written as an issue form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from idebank.vocabulary import Labels

NO_LABELS = Labels("", "", "")


class Control(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    TEXTAREA = "textarea"
    CHOICE = "choice"
    CHOICES = "choices"
    MUNICIPALITY = "municipality"
    COUNTY = "county"
    GOALS = "goals"
    DATE = "date"
    PARTIAL_DATE = "partial-date"
    NUMBER = "number"
    YES_NO = "yes-no"
    TEXTS = "texts"
    """Several texts, one on each line."""
    URL = "url"
    EMAIL = "email"
    FILE = "file"
    RECORDS = "records"
    """Several answers of several parts each."""
    STORY = "story"
    """A part of the text below the fields, under a heading of its own."""
    GROUP = "group"
    """Questions that are asked as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """One question of a form."""

    id: str
    """The route to its field, such as `contact.role`; of a group or a part of the story, a name."""
    control: Control
    ask: Labels
    help: Labels = NO_LABELS
    required: bool = False
    vocabulary: str = ""
    """The closed list to choose from."""
    max_length: int = 0
    """In characters; 0 where there is no limit."""
    max_items: int = 0
    example: str = ""
    heading: Labels = NO_LABELS
    """Of a part of the story."""
    when: tuple[str, str] | None = None
    """Another field and the value at which this one is asked."""
    questions: tuple["FormQuestion", ...] = ()
    """Of a group, or of each record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """Some questions under a heading."""

    id: str
    level: int
    """1 for what a tip needs; 2 and 3 may be left out."""
    title: Labels
    lead: Labels
    questions: tuple[FormQuestion, ...]
    sectors: tuple[str, ...] = ()
    """Shown only for these, where there are any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything one form asks."""

    id: str
    kind: str
    """The kind of entry that its answers become; empty for a note about an entry."""
    title: Labels
    lead: Labels
    sections: tuple[FormSection, ...]
    machine: Mapping[str, str] = field(default_factory=dict)
    """Fields that are filled in without asking: `page` for its language, `today` for the day."""

    def questions(self) -> Iterator[FormQuestion]:
        """Yield every question that is answered by itself: those within groups, but not those of records."""
        for section in self.sections:
            for question in section.questions:
                yield from question.questions if question.control is Control.GROUP else (question,)
