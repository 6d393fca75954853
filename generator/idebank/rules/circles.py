"""Entries that lead to each other in a circle: a programme that is part of its own part, and the like."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Final

from idebank import limits
from idebank.diagnostics import Finding, Rule
from idebank.rules.references import Links, Reference

CIRCLE: Final = Rule("circle")

_UPWARDS: Final = "part_of"


def circles(every: Sequence[Links]) -> Iterator[tuple[Links, Finding]]:
    """Yield each link that closes a circle, with whose it is: one finding for every entry in the circle."""
    yield from _closed(_parts(every))
    yield from _closed(_adoptions(every))


def _parts(every: Sequence[Links]) -> list[tuple[Links, Reference, str, str]]:
    """Return (whose, link, from, to) for every part of a programme."""
    return [
        (links, reference, links.slug, reference.slug)
        for links in every
        for reference in links.references
        if links.kind == "initiative" and reference.keys == (_UPWARDS,)
    ]


def _adoptions(every: Sequence[Links]) -> list[tuple[Links, Reference, str, str]]:
    """Return (whose, link, from, to): from what the adopter made of it back to what was taken over."""
    found = []
    for links in every:
        named = {reference.keys[0]: reference for reference in links.references}
        if links.kind == "adoption" and "initiative" in named and "becomes" in named:
            found.append((links, named["becomes"], named["becomes"].slug, named["initiative"].slug))
    return found


def _closed(edges: Sequence[tuple[Links, Reference, str, str]]) -> Iterator[tuple[Links, Finding]]:
    onwards: dict[str, list[str]] = defaultdict(list)
    for _, _, start, end in edges:
        onwards[start].append(end)
    if not _has_circle(onwards):
        return
    circle_of = _circles(onwards)
    for links, reference, start, end in edges:
        if start != end and circle_of[start] == circle_of[end]:
            shown = " → ".join((start, *(_way(end, start, onwards) or (end, "…", start))))
            yield links, Finding(CIRCLE, reference.keys, {"field": str(reference.keys[0]), "way": shown})


def _has_circle(onwards: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether there is any circle, in one pass over all; one that leads to itself alone is one, too."""
    try:
        TopologicalSorter(onwards).prepare()
    except CycleError:
        return True
    return False


def _circles(onwards: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Return for each slug a name that it shares with all that it leads to and that lead to it.

    Slugs are gone through from the last that a walk onwards leaves, and from each the ways back are followed:
    all that they reach and that has no name yet lies in a circle with it (Kosaraju).
    """
    backwards: dict[str, list[str]] = defaultdict(list)
    for start, ends in onwards.items():
        for end in ends:
            backwards[end].append(start)
    name: dict[str, str] = {}
    for slug in reversed(_left(onwards)):
        waiting = [slug]
        while waiting:
            current = waiting.pop()
            if current not in name:
                name[current] = slug
                waiting += backwards[current]
    return name


def _left(onwards: Mapping[str, Sequence[str]]) -> list[str]:
    """Return all slugs in the order in which a walk through them has been everywhere beyond them."""
    left: dict[str, None] = {}
    begun: set[str] = set()
    for slug in onwards:
        waiting = [slug]
        while waiting:
            current = waiting[-1]
            if current in begun:
                left.setdefault(waiting.pop())
                continue
            begun.add(current)
            waiting += [end for end in onwards.get(current, ()) if end not in begun]
    return list(left)


def _way(start: str, end: str, onwards: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the slugs on a way from `start` to `end`, both included; nothing when it is a long one."""
    before: dict[str, str] = {start: ""}
    waiting = deque([start])
    while waiting and end not in before and len(before) < limits.CIRCLE:
        current = waiting.popleft()
        for following in onwards.get(current, ())[: limits.CIRCLE]:
            if following not in before:
                before[following] = current
                waiting.append(following)
    if end not in before:
        return []
    way = [end]
    while before[way[-1]]:
        way.append(before[way[-1]])
    return way[::-1]
