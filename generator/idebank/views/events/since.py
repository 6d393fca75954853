"""«Nytt siden sist»: what came since the last event of a series, as a page and as a mail."""

from collections.abc import Iterator, Sequence
from typing import Final

from idebank.model import Initiative
from idebank.routes import route
from idebank.views.desk import Desk
from idebank.views.events.order import is_over, sorted_events
from idebank.views.events.records import SinceView
from idebank.views.mails import Mail, MailItem, MailPart, absolute, mailed
from idebank.views.moments import moment, written
from idebank.views.news import by_month
from idebank.views.records import TextLink

_NEW: Final = 24
"""How many initiatives «nytt siden sist» shows at most."""
_SUGGESTED: Final = 6


def last_day(series: str, desk: Desk) -> str:
    """Return the ISO date of the last event of a series that is over; empty when none has a known day."""
    days = (moment(event.start) for event in desk.catalog.in_series.get(series, ()))
    today = desk.settings.today
    return max((day.day for day in days if day.is_exact and today and day.day < today), default="")


def since_view(series: str, desk: Desk) -> SinceView:
    """Return what came since the last event of a series, and what has never been shown."""
    catalog, since = desk.catalog, last_day(series, desk)
    fresh = [entry for entry in catalog.entries if entry.published > since][:_NEW]
    seen = set(_goals_lately(series, desk))
    strong = sorted(
        (entry for entry in catalog.entries if entry.slug not in catalog.shown_at),
        key=lambda entry: (-entry.depth, -len(entry.results), entry.slug),
    )
    name = desk.shelf.label("event_series", series)
    own = route("series", desk.language, series=series)
    return SinceView(
        name=name,
        since=desk.wording.date(since),
        groups=by_month(fresh, desk),
        never_shown=tuple(desk.cards[entry.slug] for entry in strong[:_SUGGESTED]),
        goals=tuple(desk.shelf.tile(n) for n in catalog.vocabulary.goals if n not in seen),
        mail=_mail(series, fresh, since=since, desk=desk),
        mail_file=route("series_mail", desk.language, series=series, ending="eml"),
        mail_text=route("series_mail", desk.language, series=series, ending="txt"),
        trail=(
            desk.front,
            desk.list_of("event"),
            TextLink(name, own),
        ),
    )


def _goals_lately(series: str, desk: Desk) -> Iterator[int]:
    """Yield the goals that past events of a series were about in the last twelve months."""
    catalog, today = desk.catalog, desk.settings.today
    year_ago = f"{int(today[:4]) - 1}{today[4:]}" if today else ""
    for event in catalog.in_series.get(series, ()):
        day = moment(event.start).day
        if day[: len(today)] >= year_ago[: len(day)] and is_over(event, today=today):
            yield from event.goals
            for slug in event.shown:
                yield from catalog.by_slug[slug].goals


def _mail(series: str, fresh: Sequence[Initiative], *, since: str, desk: Desk) -> Mail:
    """Return a mail for the list of those who follow a series: what comes next, and what is new."""
    t, written_date = desk.wording.t, desk.wording.date(since)
    events = desk.catalog.in_series.get(series, ())
    upcoming, _, _ = sorted_events(events, today=desk.settings.today)
    told = t("since.mail.since", date=written_date) if since else t("since.mail.latest")
    coming = tuple(
        MailItem(f"{written(e.start, e.end, desk.wording)}: {e.title}", absolute(e, desk)) for e in upcoming
    )
    items = tuple(mailed(entry, desk) for entry in fresh) or (MailItem(t("news.mail.nothing")),)
    ahead = (MailPart(t("since.mail.next"), coming),) if coming else ()
    subject = t("page.title.series_news", name=desk.shelf.label("event_series", series))
    return Mail(subject, t("news.mail.hello"), (*ahead, MailPart(told, items)))
