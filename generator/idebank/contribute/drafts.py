"""«Fra fredag til idébank»: the programme of an event as drafts of initiatives, one for each point."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from idebank.kinds import KINDS
from idebank.model import Event, ProgrammeItem
from idebank.model.parts import NATIONAL_FOLDER
from idebank.schema import Schema
from idebank.slugs import slugify
from idebank.vocabulary import Vocabulary
from idebank.wording import Wording

_TYPES: Final = {
    "kommune": "municipality",
    "fylkeskommune": "county-council",
    "barnehage": "kindergarten",
    "bibliotek": "library",
    "folkebibliotek": "library",
}
"""Kind of organisation by the last word of its name, where that leaves no doubt."""
_REQUIRED: Final = ("title", "summary", "organisation", "organisation_type", "sectors", "sdgs", "contact")
"""What a tip cannot do without; where the programme does not tell it, the draft asks."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An initiative begun: what the programme tells is filled in, the rest is asked for."""

    path: str
    """Where its file would lie, below a folder of drafts: `trondelag/<slug>.md`."""
    slug: str
    text: str
    missing: tuple[str, ...]
    """The required fields that are still empty."""


def drafts_from_event(event: Event, *, schema: Schema, wording: Wording, today: str) -> Iterator[Draft]:
    """Yield a draft for each point of the programme that names an organisation and no initiative yet.

    `schema` is that of initiatives, `wording` the command line's in the event's language, `today` ISO.
    """
    for item in event.programme:
        if item.organisations and not item.initiatives:
            yield _draft(event, item, schema, wording, today)


def _draft(event: Event, item: ProgrammeItem, schema: Schema, wording: Wording, today: str) -> Draft:
    organisation = item.organisations[0]
    place = _place(organisation, schema.vocabulary)
    fields: dict[str, Any] = {
        "title": item.title,
        "summary": item.summary,
        "language": event.language,
        "organisation": organisation,
        "organisation_type": _TYPES.get(organisation.lower().rpartition(" ")[2]),
        **(place or {"municipality": None}),
        "partners": list(item.organisations[1:]),
        "sectors": list(event.sectors),
        "themes": list(event.themes),
        "sdgs": [*map(str, event.goals)],
        "phase": "unknown",
        "contact": {"role": wording.t("draft.contact", event=event.title), "url": event.url},
        "sources": [{"url": url, "title": event.title} for url in _sources(event)],
        "published": today,
        "licence": "CC-BY-4.0",
    }
    if not event.url:
        fields["contact"] = None
    required = _REQUIRED if place else (*_REQUIRED, "municipality")
    missing = tuple(name for name in required if not fields[name])
    slug = slugify(item.title)
    lines = "".join(_lines(fields, missing, schema, event.language))
    text = f"---\n{lines}---\n\n{wording.t('draft.body', event=event.title)}\n"
    return Draft(
        f"{_folder(place, schema.vocabulary)}/{slug}.md",
        slug,
        text,
        missing,
    )


def _place(organisation: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the place that an organisation's name tells, when it tells one."""
    name = organisation.lower()
    if name.endswith(" fylkeskommune"):
        counties = vocabulary.counties_called(organisation)
        return {"county": counties[0].number} if len(counties) == 1 else {}
    if name.endswith(" kommune"):
        municipalities = vocabulary.municipalities_called(organisation)
        return {"municipality": municipalities[0].number} if len(municipalities) == 1 else {}
    return {}


def _folder(place: Mapping[str, str], vocabulary: Vocabulary) -> str:
    if "municipality" in place:
        return vocabulary.counties[vocabulary.municipalities[place["municipality"]].county].slug
    return vocabulary.counties[place["county"]].slug if "county" in place else NATIONAL_FOLDER


def _sources(event: Event) -> tuple[str, ...]:
    recording = event.recording.url if event.recording else None
    return tuple(url for url in (event.url, recording) if url)


def _lines(
    fields: Mapping[str, Any], missing: tuple[str, ...], schema: Schema, language: str
) -> Iterator[str]:
    """Yield the lines of the front matter; a field to fill in stands below the form's own help for it."""
    for name, value in fields.items():
        if name in missing:
            words = schema.root["properties"][name]["x-help"]
            yield f"# {words.get(language, words['nb'])}\n{name}:\n"
        elif name == "phase" or value:
            # JSON's way of writing texts and lists is also YAML's.
            yield f"{name}: {json.dumps(value, ensure_ascii=False)}\n"


def file_of(draft: Draft) -> str:
    """Return where a draft's file lies once it is an entry."""
    return f"content/{KINDS['initiative'].folder}/{draft.path}"
