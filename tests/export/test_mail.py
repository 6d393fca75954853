"""Mails as files that mail programs open."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from idebank.export.mail import mail_file
from idebank.views.mails import Mail, MailItem, MailPart

if TYPE_CHECKING:
    from email.message import EmailMessage

MAIL = Mail(
    "Nytt siden sist: Bærekraftsfredag",
    "Hei!",
    (
        MailPart("Neste gang:", (MailItem("fredag 4. desember: Mat", "https://bank.example/mat/"),)),
        MailPart("", (MailItem("Ingen har delt noe <ennå>."),)),
    ),
)


def _read(mail: Mail = MAIL) -> EmailMessage:
    return message_from_bytes(mail_file(mail, language="nb"), policy=policy.default)


def _body(kind: str) -> str:
    part = _read().get_body(preferencelist=(kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_subject() -> None:
    """The subject is read as it was written; nobody has sent it yet, and nobody is to get it."""
    message = _read()

    assert message["Subject"] == "Nytt siden sist: Bærekraftsfredag"
    assert message["X-Unsent"] == "1"
    assert not {"From", "To", "Date"} & set(message)


def test_plain() -> None:
    """The plain form is what the page shows for pasting."""
    assert _body("plain") == MAIL.plain
    assert MAIL.plain == (
        "Hei!\n\nNeste gang:\n\nfredag 4. desember: Mat\nhttps://bank.example/mat/\n\n"
        "Ingen har delt noe <ennå>.\n"
    )


def test_html() -> None:
    """The other form says the same with links, and what somebody wrote stays text."""
    page = BeautifulSoup(_body("html"), "html.parser")

    assert [(a.text, a["href"]) for a in page.find_all("a")] == [
        ("fredag 4. desember: Mat", "https://bank.example/mat/")
    ]
    assert [item.text for item in page.find_all("li")][-1] == "Ingen har delt noe <ennå>."
    assert page.find("ennå") is None


def test_same_bytes() -> None:
    """The same mail is the same file each time."""
    assert mail_file(MAIL, language="nb") == mail_file(MAIL, language="nb")


def test_line_breaks_in_a_title() -> None:
    """A title cannot add headers of its own."""
    message = _read(Mail("Nytt fra A\nBcc: noen@bank.example", "Hei!", ()))

    assert (message["Subject"], message["Bcc"]) == ("Nytt fra A Bcc: noen@bank.example", None)
