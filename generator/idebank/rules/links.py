"""Entries that name each other and their own files: what one file alone cannot know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Final, TypeAlias

from idebank import limits
from idebank.diagnostics import Finding, Rule, Severity
from idebank.kinds import KINDS, kind_of_file
from idebank.rules.circles import CIRCLE, circles
from idebank.rules.entry import Entry
from idebank.rules.references import Links, Reference
from idebank.rules.unexpected import findings_or_fault
from idebank.schema.formats import is_file_name, is_slug
from idebank.schema.nodes import field_name
from idebank.slugs import fold
from idebank.vocabulary import near_misses

DUPLICATE_SLUG: Final = Rule("duplicate-slug")
FORMER_SLUG_IN_USE: Final = Rule("former-slug-in-use")
FORMER_SLUG_TAKEN: Final = Rule("former-slug-taken")
MISSING_FILE: Final = Rule("missing-file")
RELATED_TO_ITSELF: Final = Rule("related-to-itself")
UNKNOWN_REFERENCE: Final = Rule("unknown-reference")
UNKNOWN_ROUND: Final = Rule("unknown-round")
UNMENTIONED_FILE: Final = Rule("unmentioned-file", Severity.ADVICE)

RULES: Final = (
    CIRCLE,
    DUPLICATE_SLUG,
    FORMER_SLUG_IN_USE,
    FORMER_SLUG_TAKEN,
    MISSING_FILE,
    RELATED_TO_ITSELF,
    UNKNOWN_REFERENCE,
    UNKNOWN_ROUND,
    UNMENTIONED_FILE,
)


def links_of(entry: Entry) -> Links:
    """Return what an entry names outside itself."""
    references = (Reference(*found) for found in entry.schema.references(entry.value))
    files = [(keys, name) for keys, name in entry.schema.of_form(entry.value, "file") if is_file_name(name)]
    network, round_ = entry.words("network"), entry.words("round")
    return Links(
        path=entry.path,
        kind=entry.kind,
        slug=entry.slug,
        references=tuple(reference for reference in references if is_slug(reference.slug)),
        former_slugs=tuple((("former_slugs", index), slug) for index, slug in entry.items("former_slugs")),
        pictures=tuple((keys, name) for keys, name in files if keys[0] == "images"),
        documents=tuple((keys, name) for keys, name in files if keys[0] != "images"),
        rounds=tuple(str(own.get("id", "")) for _, own in entry.records("rounds")),
        round=(network, round_) if round_ and entry.kind == "initiative" else None,
    )


Slugs: TypeAlias = Mapping[str, Mapping[str, str]]
"""By kind: every slug in use, with the path of its file."""


def slugs_of(paths: Iterable[str]) -> Slugs:
    """Return the slugs of all entries."""
    slugs: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for path in paths:
        slugs[kind_of_file(path).name][slug_of(path)] = path
    return slugs


def link_findings(every: Sequence[Links], *, slugs: Slugs) -> Iterator[tuple[Links, Finding]]:
    """Yield what is wrong between the entries of a bank, together with whose links they are."""
    claims: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for links in every:
        for _, slug in links.former_slugs:
            claims[links.kind, slug][links.path] = links.slug
    near = _Near(slugs)
    for links in every:
        look = partial(_between, links, slugs, claims, near)
        yield from ((links, finding) for finding in findings_or_fault(links.path, look))
    yield from _unknown_rounds(every, slugs)
    yield from circles(every)


_Claims: TypeAlias = Mapping[tuple[str, str], Mapping[str, str]]
"""By kind and former slug: the entries that say it was theirs, path and slug."""


def _between(links: Links, slugs: Slugs, claims: _Claims, near: "_Near") -> Iterator[Finding]:
    yield from _references(links, slugs, claims, near)
    yield from _former_slugs(links, slugs, claims)


class _Near:
    """Finds what unknown slugs were meant to be: each is compared with all there are, so only so many are."""

    def __init__(self, slugs: Slugs) -> None:
        self._slugs = slugs
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}

    def to(self, kind: str, slug: str) -> tuple[str, ...]:
        """Return the slugs of a kind that are most like one."""
        if (kind, slug) not in self._found and len(self._found) < limits.COMPARED:
            self._found[kind, slug] = near_misses(slug, self._slugs[kind])
        return self._found.get((kind, slug), ())


def _references(links: Links, slugs: Slugs, claims: _Claims, near_slugs: _Near) -> Iterator[Finding]:
    for reference in links.references:
        field = field_name(reference.keys)
        if (reference.kind, reference.slug) == (links.kind, links.slug):
            yield Finding(RELATED_TO_ITSELF, reference.keys, {"value": reference.slug, "field": field})
        elif reference.slug not in slugs[reference.kind]:
            claimed = claims.get((reference.kind, reference.slug), {})
            near = tuple(islice(claimed.values(), 1)) or near_slugs.to(reference.kind, reference.slug)
            params = {"suggestions": "\n".join(f"`{n}`" for n in near), "better": near[0]} if near else {}
            folder = f"content/{KINDS[reference.kind].folder}"
            params |= {"value": reference.slug, "field": field, "folder": folder}
            yield Finding(UNKNOWN_REFERENCE, reference.keys, params)


def _unknown_rounds(every: Sequence[Links], slugs: Slugs) -> Iterator[tuple[Links, Finding]]:
    """Find an initiative that answers a call which its network has not made."""
    rounds = {links.slug: dict.fromkeys(links.rounds) for links in every if links.kind == "network"}
    for links in every:
        if links.round is None:
            continue
        network, round_ = links.round
        known = rounds.get(network, {})
        # When only some files are checked, the networks among the others are there, but not read.
        unread = network in slugs["network"] and network not in rounds
        if round_ in known or unread or (network and network not in slugs["network"]):
            continue
        near = near_misses(round_, known)
        params = {"suggestions": "\n".join(f"`{name}`" for name in near)} if near else {}
        yield links, Finding(UNKNOWN_ROUND, ("round",), {"value": round_, "network": network, **params})


def _former_slugs(links: Links, slugs: Slugs, claims: _Claims) -> Iterator[Finding]:
    for keys, slug in links.former_slugs:
        in_use = slugs[links.kind].get(slug)
        if in_use:
            yield Finding(FORMER_SLUG_IN_USE, keys, {"value": slug, "other": in_use})
        other = next((path for path in claims[links.kind, slug] if path != links.path), None)
        if other:
            yield Finding(FORMER_SLUG_TAKEN, keys, {"value": slug, "other": other})


def duplicate_slugs(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, path of another) for entries whose addresses are alike but for case or æ and ae."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in entries:
        alike[kind_of_file(path).folder, fold(slug_of(path))].append(path)
    for paths in alike.values():
        for path in paths if len(paths) > 1 else ():
            yield path, next(other for other in paths if other != path)


def slug_of(path: str) -> str:
    """Return the address part of an entry's file."""
    name = path.rpartition("/")[2]
    return name[: -len(".md")] if name.lower().endswith(".md") else name
