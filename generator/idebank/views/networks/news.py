"""«Siden sist»: what is new in a network, as a page and as a mail."""

from collections.abc import Sequence
from typing import Final

from idebank.catalog import Catalog
from idebank.catalog.coverage import members_of, told_in
from idebank.model import Event, Initiative, Meeting, Network
from idebank.routes import route
from idebank.views import addresses
from idebank.views.desk import Desk
from idebank.views.mails import Mail, MailItem, MailPart, mailed
from idebank.views.moments import moment
from idebank.views.networks.records import NewsView
from idebank.views.news import by_month, month_of
from idebank.views.records import TextLink

_SHOWN: Final = 48
"""How many stories the page of news shows; the board leads to all."""


def news_of(network: Network, catalog: Catalog) -> tuple[Initiative, ...]:
    """Return what the members have shared, newest first."""
    found = told_in(network, catalog)
    answers = [entry for one in network.rounds for entry in catalog.answers.get((network.slug, one.id), ())]
    unique = {entry.slug: entry for entry in (*found, *answers)}
    by_slug = sorted(unique.values(), key=lambda entry: entry.slug)
    return tuple(sorted(by_slug, key=lambda entry: entry.published, reverse=True))


def event_of(meeting: Meeting, catalog: Catalog) -> Event | None:
    """Return the event that a meeting was, when it has a page."""
    return catalog.find(Event, meeting.event)


def last_meeting(network: Network, desk: Desk) -> str:
    """Return the ISO date of the last meeting so far whose day is known; empty when there is none."""
    today = desk.settings.today
    events = (event_of(meeting, desk.catalog) for meeting in network.meetings)
    starts = (
        meeting.date or (event.start if event else "")
        for meeting, event in zip(network.meetings, events, strict=True)
    )
    days = (moment(start) for start in starts)
    return max((day.day for day in days if day.is_exact and today and day.day < today), default="")


def news_view(network: Network, desk: Desk) -> NewsView:
    """Return what is new among a network's members, by month, and the same as a mail."""
    since = last_meeting(network, desk)
    entries = news_of(network, desk.catalog)
    shown = entries[:_SHOWN]
    return NewsView(
        name=network.title,
        since=desk.wording.date(since),
        groups=by_month(shown, desk),
        mail=news_mail(network, entries, since=since, desk=desk),
        mail_file=route("network_mail", slug=network.slug, ending="eml"),
        mail_text=route("network_mail", slug=network.slug, ending="txt"),
        board_url=route("network_board", slug=network.slug) if members_of(network, desk.catalog) else "",
        feed_url=route("network_feed", slug=network.slug),
        trail=(
            desk.front,
            desk.list_of("network"),
            TextLink(network.title, addresses.entry(network)),
        ),
    )


def news_mail(network: Network, entries: Sequence[Initiative], *, since: str, desk: Desk) -> Mail:
    """Return a mail about what came since a day, or in the newest month when no day is known."""
    newest = month_of(entries[0]) if entries else ""
    fresh = [entry for entry in entries if (entry.published > since if since else month_of(entry) == newest)]
    t = desk.wording.t
    told = t("news.mail.since", date=desk.wording.date(since)) if since else t("news.mail.latest")
    items = tuple(mailed(entry, desk) for entry in fresh) or (MailItem(t("news.mail.nothing")),)
    board = MailItem(t("news.mail.board"), f"{desk.settings.url}{route('network_board', slug=network.slug)}")
    parts = (MailPart(told, items), *([MailPart("", (board,))] if members_of(network, desk.catalog) else []))
    return Mail(t("news.feed", name=network.title), t("news.mail.hello"), parts)
