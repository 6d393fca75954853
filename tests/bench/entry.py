"""One generated entry: its fields by depth, as front matter and body."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from idebank.slugs import slugify
from idebank.vocabulary import Municipality, Vocabulary

from .prose import Lexicon, Writer

PICTURE_EVERY: Final = 20
"""Every so many entries one has a picture."""

SIZES: Final = (800, 8000)
"""Least and most bytes of a file, front matter included; pictures come beside."""

_FIRST_DAY: Final = date(2022, 1, 3)
_DAYS: Final = 1750
_NYNORSK_SHARE: Final = 0.2
_MEDIAN_SIZE: Final = 1700
_SPREAD: Final = 0.55
_PHASES: Final = (
    "idea",
    "planned",
    "pilot",
    "running",
    "running",
    "running",
    "completed",
    "completed",
    "stopped",
)
_UNITS: Final = {
    "kindergarten": "barnehage", "primary-school": "skole", "upper-secondary-school": "videregående skole",
    "library": "bibliotek", "museum": "museum", "care-home": "sykehjem", "business": "energi AS",
    "voluntary": "frivilligsentral", "inter-municipal-company": "avfall IKS",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry before it has an address."""

    title: str
    fields: Mapping[str, Any]
    body: str
    county: str
    """Number of the county whose folder it lies in; empty for a national one."""

    def text(self) -> str:
        """Return the whole file."""
        return (
            f"---\n{front_matter(self.fields)}---\n\n{self.body}\n"
            if self.body
            else f"---\n{front_matter(self.fields)}---\n"
        )


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes entries from word lists and vocabularies; the same number always gives the same entry."""

    lexicon: Lexicon
    vocabulary: Vocabulary
    places: Sequence[Municipality]
    """Every municipality once, the most active first."""
    seed: int

    def draft(self, number: int) -> Draft:
        """Return entry `number`, counted from nought."""
        rng = Random(f"{self.seed}:{number}")
        topic = rng.choice(self.lexicon.topics)
        place = self._place(rng, number)
        language = "nn" if rng.random() < _NYNORSK_SHARE else "nb"
        organisation, organisation_type = _organisation(rng, place)
        writer = Writer(
            rng, topic, self.lexicon.phrases[language], self.lexicon.compounds, organisation, place.name
        )  # fmt: skip
        size = _size(rng)
        fields = _required(writer, language, organisation_type)
        fields |= _where(rng, place)
        if size > 1000:
            fields |= _described(writer, self.vocabulary)
        if size > 2300 and rng.random() < 0.7:
            fields |= _reusable(writer)
        if number % PICTURE_EVERY == 0:
            fields["images"] = [_picture(writer)]
        front = len(front_matter(fields).encode()) + 9
        body = writer.body(size=size - front - 40)
        return Draft(fields["title"], fields, body, "" if "national" in fields else place.county)

    def _place(self, rng: Random, number: int) -> Municipality:
        """Return each municipality once, then the active ones more often than the others."""
        if number < len(self.places):
            return self.places[number]
        return self.places[int(len(self.places) * rng.random() ** 2)]


def _size(rng: Random) -> int:
    """Return how many bytes the file is to have: log-normal, about 2.1 kB on average."""
    return int(min(max(_MEDIAN_SIZE * rng.lognormvariate(0, _SPREAD), SIZES[0]), SIZES[1]))


def _organisation(rng: Random, place: Municipality) -> tuple[str, str]:
    """Return a name and type: mostly the municipality, else one of two units that it has."""
    if rng.random() < 0.6:
        return f"{place.name} kommune", "municipality"
    type_ = rng.choice(Random(place.number).sample(sorted(_UNITS), 2))
    return f"{place.name} {_UNITS[type_]}", type_


def _required(writer: Writer, language: str, organisation_type: str) -> dict[str, Any]:
    rng, topic = writer.rng, writer.topic
    phase = rng.choice(_PHASES)
    address = f"https://{slugify(writer.organisation)}.example"
    fields: dict[str, Any] = {
        "title": writer.title(),
        "summary": writer.summary(),
        "language": language,
        "organisation": writer.organisation,
        "organisation_type": organisation_type,
        "sectors": list(topic.sectors[: rng.randint(1, 2)]),
        "sdgs": sorted(rng.sample(topic.sdgs, rng.randint(1, 3))),
        "sdgs_basis": rng.choice(("stated", "inferred")),
        "phase": phase,
        "contact": {
            "role": f"{writer.organisation}, {rng.choice(('miljø', 'plan', 'drift'))}",
            "url": address,
        },
        "published": (_FIRST_DAY + timedelta(days=rng.randrange(_DAYS))).isoformat(),
        "licence": "CC-BY-4.0",
    }
    if phase == "stopped":
        fields["stopped_why"] = writer.advice(at_least=1, at_most=1)[0]
    return fields


def _where(rng: Random, place: Municipality) -> dict[str, Any]:
    draw = rng.random()
    if draw < 0.02:
        return {"national": True}
    if draw < 0.05:
        return {"county": place.county}
    return {"municipality": rng.choice((place.display, place.number))}


def _described(writer: Writer, vocabulary: Vocabulary) -> dict[str, Any]:
    rng, topic = writer.rng, writer.topic
    year = rng.randint(2019, 2025)
    fields: dict[str, Any] = {
        "themes": list(topic.themes[: rng.randint(1, 2)]),
        "audience": sorted(rng.sample(list(vocabulary.terms["audiences"]), rng.randint(1, 3))),
        "period": {"from": str(year), "to": f"{year + 1}-06"},
        "cost": rng.choice(list(vocabulary.terms["cost_bands"])),
        "time_needed": rng.choice(list(vocabulary.terms["time_bands"])),
        "sources": [_source(writer) for _ in range(rng.randint(1, 3))],
    }
    if rng.random() < 0.5:
        fields["results"] = [_result(writer, vocabulary) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.3:
        fields["funding"] = [
            {"source": "Miljødirektoratet", "amount": rng.randint(5, 90) * 10000, "year": str(year)}
        ]
        fields["partners"] = [
            f"{writer.place} {name}" for name in rng.sample(("vel", "museum", "næringshage"), 2)
        ]
    return fields | _profile(writer)


def _profile(writer: Writer) -> dict[str, Any]:
    sector = writer.topic.sectors[0]
    if sector == "barnehage":
        return {
            "kindergarten": {
                "learning_areas": ["nature", "body"],
                "situations": ["meals"],
                "season": ["spring"],
            }
        }
    if sector == "bibliotek":
        return {"library": {"library_type": "public", "public_service": True}}
    if sector == "innkjop":
        return {"procurement": {"buyer": writer.organisation, "procedure": "framework", "status": "procured"}}
    return {}


def _reusable(writer: Writer) -> dict[str, Any]:
    address = f"https://{writer.topic.id}.example"
    return {
        "core": writer.advice(at_least=1, at_most=2),
        "adaptable": writer.advice(at_least=1, at_most=2),
        "prerequisites": writer.advice(at_least=1, at_most=3),
        "pitfalls": writer.advice(at_least=1, at_most=2),
        "steps": writer.advice(at_least=3, at_most=5),
        "attachments": [{"url": f"{address}/mal.pdf", "title": writer.title(), "kind": "template"}],
    }


def _source(writer: Writer) -> dict[str, str]:
    return {
        "url": f"https://{writer.topic.id}.example/{writer.rng.randrange(10**6)}",
        "title": writer.title(),
    }


def _result(writer: Writer, vocabulary: Vocabulary) -> dict[str, str]:
    rng = writer.rng
    return {
        "indicator": writer.indicator(),
        "before": str(rng.randint(100, 999)),
        "after": str(rng.randint(10, 99)),
        "unit": rng.choice(writer.phrases.units),
        "basis": rng.choice(list(vocabulary.terms["bases"])),
    }


def _picture(writer: Writer) -> dict[str, str]:
    return {
        "file": f"bilde.{writer.rng.choice(('png', 'jpg'))}",
        "alt": writer.title(),
        "credit": writer.organisation,
        "licence": "CC-BY-4.0",
        "people": "none",
    }


def front_matter(fields: Mapping[str, Any]) -> str:
    """Return block-style YAML with every text in double quotes, as the bank's own entries are written."""
    return "".join(f"{key}:{_value(value)}\n" for key, value in fields.items())


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "".join(f"\n  {key}: {_scalar(item)}" for key, item in value.items())
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return "".join(
            "\n  - " + "\n    ".join(f"{k}: {_scalar(v)}" for k, v in row.items()) for row in value
        )
    if isinstance(value, list) and any(" " in item for item in value):
        return "".join(f"\n  - {_scalar(item)}" for item in value)
    return f" {_scalar(value)}"


def _scalar(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
