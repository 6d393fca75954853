"""Mails ready to send: what they say, for whoever keeps a list of readers."""

from collections.abc import Iterator
from dataclasses import dataclass

from idebank.model import Entry, Initiative
from idebank.views import addresses
from idebank.views.desk import Desk


@dataclass(frozen=True, slots=True)
class MailItem:
    """Something to read on about."""

    text: str
    url: str = ""
    """Absolute, or empty when there is nothing more to read."""


@dataclass(frozen=True, slots=True)
class MailPart:
    """Some items under a line of their own, which may be empty."""

    heading: str
    items: tuple[MailItem, ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to many."""

    subject: str
    greeting: str
    parts: tuple[MailPart, ...]

    @property
    def plain(self) -> str:
        """Return the mail as plain text, ready to be pasted."""
        return "\n\n".join(self._paragraphs()) + "\n"

    def _paragraphs(self) -> Iterator[str]:
        yield self.greeting
        for part in self.parts:
            if part.heading:
                yield part.heading
            yield from ("\n".join(filter(None, (item.text, item.url))) for item in part.items)


def mailed(entry: Initiative, desk: Desk) -> MailItem:
    """Return what a mail says of an initiative: title, who, and where to read on."""
    return MailItem(f"{entry.title} ({entry.organisation})", absolute(entry, desk))


def absolute(entry: Entry, desk: Desk) -> str:
    """Return the whole address of an entry's page."""
    return f"{desk.settings.url}{addresses.entry(entry)}"
