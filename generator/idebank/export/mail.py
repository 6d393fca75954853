"""A mail as a file that mail programs open as a draft: plain text, and the same with links."""

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from idebank.views.mails import Mail, MailItem

_BOUNDARY = "idebank-mail"
"""Between the two forms; a fixed one, so that the same mail gives the same bytes."""


def mail_file(mail: Mail, *, language: str) -> bytes:
    """Return a mail without sender and receivers, which whoever opens it fills in."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(mail.subject.split())  # a header is one line
    message["Content-Language"] = language
    message["X-Unsent"] = "1"  # asks Outlook to open it for writing
    message.set_content(mail.plain)
    message.add_alternative("".join(_html(mail, language)), subtype="html")
    message.set_boundary(_BOUNDARY)
    return message.as_bytes()


def _html(mail: Mail, language: str) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="{language}">\n<title>{escape(mail.subject)}</title>\n'
    yield f"<p>{escape(mail.greeting)}</p>\n"
    for part in mail.parts:
        if part.heading:
            yield f"<p><strong>{escape(part.heading)}</strong></p>\n"
        yield "<ul>\n"
        yield from (f"<li>{_item(item)}</li>\n" for item in part.items)
        yield "</ul>\n"
    yield "</html>\n"


def _item(item: MailItem) -> str:
    text = escape(item.text)
    return f'<a href="{escape(item.url)}">{text}</a>' if item.url else text
