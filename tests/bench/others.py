"""Entries of the other kinds for a generated bank: adoptions, needs, events and networks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from idebank.resources import schema_folder
from idebank.vocabulary import Municipality, load_vocabulary

from .corpus import entry_files
from .entry import front_matter
from .prose import Topic, load_lexicon

PER_INITIATIVES: Final[Mapping[str, float]] = {
    "adoptions": 1 / 10,
    "needs": 3 / 100,
    "events": 1 / 100,
    "networks": 2 / 1000,
}
"""How many entries of a folder there are for each initiative: 1,000 adoptions, 300 needs … for 10,000."""

_FIRST_DAY: Final = date(2024, 1, 5)
_UPKEEP: Final = {"language": "nb", "licence": "CC-BY-4.0"}


@dataclass(frozen=True, slots=True)
class _Maker:
    """What entries of other kinds are made from."""

    slugs: tuple[str, ...]
    """Of the bank's initiatives."""
    places: tuple[Municipality, ...]
    topics: tuple[Topic, ...]

    def fields(self, folder: str, rng: Random, number: int) -> dict[str, Any]:
        """Return the fields of entry `number` of a folder."""
        place, topic = rng.choice(self.places), rng.choice(self.topics)
        published = (_FIRST_DAY + timedelta(days=rng.randrange(900))).isoformat()
        makers = {
            "adoptions": self._adoption,
            "needs": self._need,
            "events": self._event,
            "networks": self._network,
        }
        return {**makers[folder](rng, number, place, topic), **_UPKEEP, "published": published}

    def _adoption(self, rng: Random, number: int, place: Municipality, topic: Topic) -> dict[str, Any]:
        return {
            "initiative": self.slugs[int(len(self.slugs) * rng.random() ** 2)],
            **_owner(place),
            "degree": rng.choice(("copy", "adapted", "inspired")),
            "changed": f"Vi begynte med {topic.themes[0]} og færre folk, og brukte {number % 9 + 2} måneder.",
            "again": rng.choice(("yes", "yes-with-changes", "no", "unknown")),
            "date": str(rng.randint(2021, 2025)),
        }

    def _need(self, rng: Random, number: int, place: Municipality, topic: Topic) -> dict[str, Any]:
        return {
            "title": f"{place.name} leter etter hjelp med {topic.themes[0]} ({number})",
            "summary": f"Vi har prøvd selv, men kommer ikke videre med {topic.themes[0]} i hverdagen.",
            **_owner(place),
            "sectors": list(topic.sectors[:2]),
            "themes": list(topic.themes[:1]),
            "sdgs": list(topic.sdgs[:2]),
            "status": rng.choice(("open", "open", "solved", "closed")),
            "contact": {"role": f"{place.name} kommune, miljø", "url": "https://eksempel.example"},
        }

    def _event(self, rng: Random, number: int, place: Municipality, topic: Topic) -> dict[str, Any]:
        day = _FIRST_DAY + timedelta(days=7 * number)
        return {
            "title": f"Fredag nummer {number + 1} om {topic.themes[0]}",
            "summary": f"Tre virksomheter forteller om {topic.themes[0]}, og det er tid til spørsmål.",
            "series": "barekraftsfredag",
            "format": "online",
            "start": f"{day}T09:00",
            "end": f"{day}T10:00",
            "hosts": [f"{place.name} kommune"],
            "themes": list(topic.themes[:1]),
            "programme": [
                {
                    "title": f"Innlegg {item + 1}",
                    "organisations": [f"{place.name} kommune"],
                    "start": f"0:{item * 15:02}:00",
                    "initiatives": [rng.choice(self.slugs)],
                }
                for item in range(3)
            ],
        }

    def _network(self, rng: Random, number: int, place: Municipality, topic: Topic) -> dict[str, Any]:
        inside = [other.number for other in self.places if other.county == place.county]
        return {
            "title": f"Nettverk {number + 1} for {topic.themes[0]}",
            "summary": f"Kommunene møtes for å lære av hverandre om {topic.themes[0]}.",
            "network_kind": "county",
            "counties": [place.county],
            "coordinator": {"role": "Fylkeskommunen, klima og miljø"},
            "rounds": [
                {
                    "id": "runde-1",
                    "title": "Første runde",
                    "question": "Hva er dere stolte av?",
                    "invited": rng.sample(inside, min(3, len(inside))),
                }
            ],
        }


def write_others(folder: Path, *, seed: int) -> None:
    """Add entries of the other kinds to the bank in `folder`; the same seed gives the same bytes."""
    slugs = tuple(path.stem for path in entry_files(folder))
    vocabulary = load_vocabulary(schema_folder() / "vocabulary")
    maker = _Maker(slugs, tuple(vocabulary.municipalities.values()), tuple(load_lexicon().topics))
    for name, text in _files(maker, seed):
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _files(maker: _Maker, seed: int) -> Iterator[tuple[str, str]]:
    for kind, share in PER_INITIATIVES.items():
        for number in range(round(len(maker.slugs) * share)):
            rng = Random(f"{seed}:{kind}:{number}")
            yield (
                f"{kind}/{kind}-{number:04}.md",
                f"---\n{front_matter(maker.fields(kind, rng, number))}---\n",
            )


def _owner(place: Municipality) -> dict[str, str]:
    return {
        "organisation": f"{place.name} kommune",
        "organisation_type": "municipality",
        "municipality": place.number,
    }
