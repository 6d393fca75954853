"""Lists out of the whole bank: all initiatives, those that others took over, those that were stopped."""

from functools import partial

from idebank.routes import route
from idebank.views.desk import Desk
from idebank.views.lists.listing import Listing
from idebank.views.records import Section, TextLink


def all_initiatives(_: str, desk: Desk) -> Listing:
    """List everything, newest first."""
    t = desk.wording.t
    return Listing(
        kind="all",
        section=Section.INITIATIVES,
        entries=desk.catalog.entries,
        name=t("nav.initiatives"),
        address=partial(route, "initiatives"),
        trail=(desk.front,),
        lead=t("index.lead.all"),
        feed=TextLink(t("data.feed.new"), route("initiatives_feed", desk.language)),
    )


def reused_list(_: str, desk: Desk) -> Listing:
    """List what others have taken over, most often first."""
    t, catalog = desk.wording.t, desk.catalog
    ranked = sorted(catalog.reuse, key=lambda slug: (-catalog.reuse[slug], slug))
    return Listing(
        kind="reused",
        section=Section.INITIATIVES,
        entries=tuple(catalog.by_slug[slug] for slug in ranked),
        name=t("index.heading.reused"),
        address=partial(route, "most_reused"),
        trail=(desk.front, desk.list_of("initiative")),
        lead=t("index.lead.reused"),
        search={"reused": "yes"},
    )


def stopped_list(_: str, desk: Desk) -> Listing:
    """List what was stopped, which others can learn from."""
    t = desk.wording.t
    return Listing(
        kind="stopped",
        section=Section.INITIATIVES,
        entries=desk.catalog.by_phase.get("stopped", ()),
        name=t("index.heading.stopped"),
        address=partial(route, "stopped"),
        trail=(desk.front, desk.list_of("initiative")),
        lead=t("index.lead.stopped"),
        search={"phase": "stopped"},
        reasons={
            entry.slug: entry.stopped_why
            for entry in desk.catalog.by_phase.get("stopped", ())
            if entry.stopped_why
        },
    )
