"""Where entries come from, and how to correct them: the same on every kind of page."""

from idebank.kinds import kind_of
from idebank.model import Entry
from idebank.views import addresses
from idebank.views.desk import Desk
from idebank.views.records import TextLink, Trust


def trust_of(entry: Entry, *, owner: str, desk: Desk) -> Trust:
    """Return what an entry's page says about the entry itself; `owner` could confirm it."""
    date = desk.wording.date
    about = f"{kind_of(entry).name}/{entry.slug}"
    return Trust(
        owner=owner,
        from_public_sources=entry.origin == "public-sources",
        collected=date(entry.collected or ""),
        caveats=entry.caveats,
        sources=tuple(TextLink(source.title, source.url) for source in entry.sources),
        published=date(entry.published),
        published_iso=entry.published,
        verified=date(entry.verified or ""),
        verified_iso=entry.verified or "",
        licence=desk.shelf.label("licences", entry.licence),
        correct_url=_correct_url(entry, desk),
        correct_email=desk.settings.contact_email,
        correct_form=addresses.form("correction", desk.language, om=about),
        confirm_form=addresses.form("confirmation", desk.language, om=about),
    )


def _correct_url(entry: Entry, desk: Desk) -> str:
    settings = desk.settings
    if not settings.repository_url:
        return ""
    return f"{settings.repository_url}/edit/{settings.repository_branch}/{entry.path}"
