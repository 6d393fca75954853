"""Entries that name each other and their own files: what one file alone cannot know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from idebank.diagnostics import Finding, KeyPath, Rule, Severity
from idebank.rules.entry import Entry
from idebank.schema.formats import is_file_name, is_slug
from idebank.slugs import fold
from idebank.vocabulary import near_misses

DUPLICATE_SLUG: Final = Rule("duplicate-slug")
FORMER_SLUG_IN_USE: Final = Rule("former-slug-in-use")
FORMER_SLUG_TAKEN: Final = Rule("former-slug-taken")
MISSING_FILE: Final = Rule("missing-file")
RELATED_TO_ITSELF: Final = Rule("related-to-itself")
UNKNOWN_INITIATIVE: Final = Rule("unknown-initiative")
UNMENTIONED_FILE: Final = Rule("unmentioned-file", Severity.ADVICE)

RULES: Final = (
    DUPLICATE_SLUG,
    FORMER_SLUG_IN_USE,
    FORMER_SLUG_TAKEN,
    MISSING_FILE,
    RELATED_TO_ITSELF,
    UNKNOWN_INITIATIVE,
    UNMENTIONED_FILE,
)


@dataclass(frozen=True, slots=True)
class Links:
    """What one entry names outside itself."""

    path: str
    """The entry's file."""
    slug: str
    initiatives: tuple[tuple[KeyPath, str], ...] = ()
    """Where it names which other initiative."""
    former_slugs: tuple[tuple[KeyPath, str], ...] = ()
    pictures: tuple[tuple[KeyPath, str], ...] = ()
    documents: tuple[tuple[KeyPath, str], ...] = ()


def links_of(entry: Entry) -> Links:
    """Return what an entry names outside itself."""
    part_of = entry.words("part_of")
    named = [(("part_of",), part_of), *((("related", index), slug) for index, slug in entry.items("related"))]
    return Links(
        path=entry.path,
        slug=entry.slug,
        initiatives=tuple((keys, slug) for keys, slug in named if is_slug(slug)),
        former_slugs=tuple((("former_slugs", index), slug) for index, slug in entry.items("former_slugs")),
        pictures=_files(entry, "images"),
        documents=_files(entry, "attachments"),
    )


def _files(entry: Entry, field: str) -> tuple[tuple[KeyPath, str], ...]:
    return tuple(
        ((field, index, "file"), record["file"])
        for index, record in entry.records(field)
        if isinstance(record.get("file"), str) and is_file_name(record["file"])
    )


def link_findings(every: Sequence[Links], *, slugs: Mapping[str, str]) -> Iterator[tuple[Links, Finding]]:
    """Yield what is wrong between the entries of a bank; `slugs` are all of them, with the path of each."""
    former = {slug: links.slug for links in every for _, slug in links.former_slugs}
    unknown = {slug for links in every for _, slug in links.initiatives} - slugs.keys()
    meant = {slug: (former[slug],) if slug in former else near_misses(slug, slugs) for slug in unknown}
    claims: dict[str, list[Links]] = defaultdict(list)
    for links in every:
        for _, slug in links.former_slugs:
            claims[slug].append(links)
    for links in every:
        for finding in (*_initiatives(links, meant), *_former_slugs(links, slugs, claims)):
            yield links, finding


def _initiatives(links: Links, meant: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    for keys, slug in links.initiatives:
        if slug == links.slug:
            yield Finding(RELATED_TO_ITSELF, keys, {"value": slug, "field": str(keys[0])})
        elif slug in meant:
            near = meant[slug]
            params = (
                {"suggestions": "\n".join(f"`{name}`" for name in near), "better": near[0]} if near else {}
            )
            yield Finding(UNKNOWN_INITIATIVE, keys, {"value": slug, "field": str(keys[0]), **params})


def _former_slugs(
    links: Links, slugs: Mapping[str, str], claims: Mapping[str, Sequence[Links]]
) -> Iterator[Finding]:
    for keys, slug in links.former_slugs:
        if slug in slugs:
            yield Finding(FORMER_SLUG_IN_USE, keys, {"value": slug, "other": slugs[slug]})
        others = [other.path for other in claims[slug] if other.path != links.path]
        if others:
            yield Finding(FORMER_SLUG_TAKEN, keys, {"value": slug, "other": others[0]})


def duplicate_slugs(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, path of another) for entries whose addresses are alike but for case or æ and ae."""
    alike: dict[str, list[str]] = defaultdict(list)
    for path in entries:
        alike[fold(slug_of(path))].append(path)
    for paths in alike.values():
        for path in paths if len(paths) > 1 else ():
            yield path, next(other for other in paths if other != path)


def slug_of(path: str) -> str:
    """Return the address part of an entry's file."""
    name = path.rpartition("/")[2]
    return name[: -len(".md")] if name.lower().endswith(".md") else name
