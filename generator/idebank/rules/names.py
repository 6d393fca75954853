"""The file's name, which becomes the entry's address."""

from typing import Final

from idebank.diagnostics import Rule
from idebank.kinds import RESERVED
from idebank.rules.entry import Entry, EntryRule, Found
from idebank.schema.formats import MAX_SLUG, is_slug
from idebank.slugs import is_device, slugify


def odd_file_name(entry: Entry) -> Found:
    """Find a file name that makes no good address."""
    if not entry.path.endswith(".md") or not is_slug(entry.slug) or entry.slug in RESERVED:
        right = right_slug(entry.slug, title=entry.words("title"))
        name = entry.path.rpartition("/")[2]
        yield (), {"name": name, "right_name": f"{right}.md", "limit": str(MAX_SLUG)}


def reserved_former_slug(entry: Entry) -> Found:
    """Find a former name that would lead away from a page of the site's own."""
    for index, slug in entry.items("former_slugs"):
        if slug in RESERVED:
            yield ("former_slugs", index), {"value": slug}


def right_slug(stem: str, *, title: str) -> str:
    """Return the name that a file should have: its own put right, else one from the title."""
    for text in (stem, title):
        slug = slugify(text)[:MAX_SLUG].rstrip("-")
        if len(slugify(text)) > MAX_SLUG and "-" in slug:
            slug = slug.rpartition("-")[0]
        if slug and not is_device(slug) and slug not in RESERVED:
            return slug
    return "mitt-tiltak"


RULES: Final = (
    EntryRule(Rule("odd-file-name"), odd_file_name),
    EntryRule(Rule("reserved-former-slug"), reserved_former_slug),
)
