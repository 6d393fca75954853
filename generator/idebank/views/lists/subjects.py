"""Lists by what initiatives are about: goals, targets, sectors, themes."""

from idebank.routes import route
from idebank.views.desk import Desk
from idebank.views.following import feed_link
from idebank.views.landings import landings
from idebank.views.lists.listing import Listing
from idebank.views.paging import trail
from idebank.views.records import CountLink, Section, TextLink
from idebank.views.starting import start_here


def goal_list(key: str, desk: Desk) -> Listing:
    """List what works for a goal, with the goal's targets."""
    shelf, number = desk.shelf, int(key)
    goal = desk.catalog.vocabulary.goals[number]
    targets = [shelf.target(code) for code, t in desk.catalog.vocabulary.targets.items() if t.goal == number]
    return Listing(
        kind="goal",
        section=Section.GOALS,
        entries=desk.catalog.by_goal.get(number, ()),
        name=f"{number} {goal.short.text(shelf.language)}",
        address=lambda language: route("goal", language, goal=number),
        trail=trail(shelf, "goals"),
        search={"goal": number},
        lead=goal.title.text(shelf.language),
        lead_language=_differs(goal.title.language(shelf.language), shelf.language),
        tile=shelf.tile(number),
        targets=tuple(sorted(targets, key=lambda target: target.count == 0)),
        feed=feed_link((("goal", key),), desk),
    )


def target_list(code: str, desk: Desk) -> Listing:
    """List what works for a target; an empty one shows other targets of its goal."""
    shelf = desk.shelf
    target = desk.catalog.vocabulary.targets[code]
    tile = shelf.tile(target.goal)
    siblings = (
        shelf.target(other.code)
        for other in desk.catalog.vocabulary.targets.values()
        if other.goal == target.goal and other.code != code and other.code in desk.catalog.by_target
    )
    goal_count = len(desk.catalog.by_goal.get(target.goal, ()))
    goal_name = f"{tile.number} {tile.name}"
    return Listing(
        kind="target",
        section=Section.GOALS,
        entries=desk.catalog.by_target.get(code, ()),
        name=code,
        address=lambda language: route("target", language, goal=target.goal, target=target.slug),
        trail=(*trail(shelf, "goals"), TextLink(goal_name, tile.url)),
        search={"q": code},
        lead=target.title.text(shelf.language),
        lead_language=_differs(target.title.language(shelf.language), shelf.language),
        tile=tile,
        nearby=tuple(CountLink(f"{other.code} {other.text}", other.url, other.count) for other in siblings),
        parent=CountLink(goal_name, tile.url, goal_count),
    )


def sector_list(id_: str, desk: Desk) -> Listing:
    """List what a sector has done, under what its profiles say."""
    link = desk.shelf.sector_count(id_)
    told = landings(id_, desk)
    return Listing(
        kind="sector",
        section=Section.SECTORS,
        entries=desk.catalog.by_sector.get(id_, ()),
        name=link.label,
        address=lambda language: route("sector", language, sector=id_),
        trail=trail(desk.shelf, "sectors"),
        search={"sector": id_},
        icon=link.icon,
        landings=told,
        # A profile has shelves of its own to begin with.
        start=() if told else start_here(desk.catalog.by_sector.get(id_, ()), desk),
        feed=feed_link((("sector", id_),), desk),
    )


def theme_list(id_: str, desk: Desk) -> Listing:
    """List what a theme has."""
    return Listing(
        kind="theme",
        section=Section.THEMES,
        entries=desk.catalog.by_theme.get(id_, ()),
        name=desk.shelf.label("themes", id_),
        address=lambda language: route("theme", language, theme=id_),
        trail=trail(desk.shelf, "themes"),
        search={"theme": id_},
    )


def _differs(language: str, page: str) -> str:
    return "" if language == page else language
