"""The closed lists an entry may choose from: goals, places, sectors, themes and the small ones."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

from idebank.slugs import fold, slugify

LANGUAGES: Final = ("nb", "nn", "en")
"""Languages of the interface, the first being the default."""

NEAR_MISS_CUTOFF: Final = 72
"""Similarity (0-100) from which a name is offered as a near miss; tuned on misspelt municipalities."""


@dataclass(frozen=True, slots=True)
class Labels:
    """One label in the interface languages; an empty text means that no translation is known."""

    nb: str
    nn: str
    en: str

    def text(self, language: str) -> str:
        """Return the label in `language`, else in bokmål."""
        return getattr(self, language, "") or self.nb

    def language(self, language: str) -> str:
        """Return which language `text(language)` is really in, for a `lang` attribute."""
        return language if getattr(self, language, "") else "nb"


@dataclass(frozen=True, slots=True)
class Addition:
    """What of a measure's results may be added up, and in which units."""

    of_reduction: bool
    """Whether it is what went down from before to after; otherwise it is the figure itself."""
    units: tuple[tuple[str, ...], ...]
    """The spellings of each unit, the first being the one to show."""


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed list."""

    id: str
    labels: Labels
    aliases: tuple[str, ...] = ()
    icon: str = ""
    """Name of an icon in Material's bundled set, such as `material/bank`; only sectors have one."""
    adds_up: Addition | None = None
    """Only measures have it, and only those whose results have a sum."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One of the UN's 17 Sustainable Development Goals."""

    number: int
    short: Labels
    title: Labels
    colour: str
    """The goal's official colour, `#rrggbb`."""
    text_colour: str
    """Black or white, whichever contrasts most with `colour`."""


@dataclass(frozen=True, slots=True)
class Target:
    """One of the 169 targets."""

    code: str
    """As written, such as `12.3` or `12.a`."""
    goal: int
    title: Labels
    published_nb: bool
    """Whether the bokmål wording is a published translation; otherwise it is ours."""

    @property
    def slug(self) -> str:
        """The address part, such as `12-3`."""
        return self.code.replace(".", "-")


@dataclass(frozen=True, slots=True)
class County:
    """One of the 15 counties."""

    number: str
    name: str
    parallel: tuple[tuple[str, str], ...]
    """Sámi and Kven names as (language, name)."""

    @property
    def slug(self) -> str:
        """The address part and folder name, such as `more-og-romsdal`."""
        return slugify(self.name)


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 357 municipalities."""

    number: str
    name: str
    display: str
    """Unique name: says the county for Herøy and Våler."""
    parallel: tuple[tuple[str, str], ...]
    """Sámi and Kven names as (language, name)."""
    county: str
    """Number of its county."""
    latitude: float
    longitude: float

    @property
    def slug(self) -> str:
        """The address part, unique within the county."""
        return slugify(self.name)


class Vocabulary:
    """All closed lists, read once and never changed."""

    def __init__(  # noqa: PLR0913 - the lists are what a vocabulary is made of
        self,
        *,
        goals: Iterable[Goal],
        targets: Iterable[Target],
        counties: Iterable[County],
        municipalities: Iterable[Municipality],
        former_municipalities: Iterable[tuple[str, str, tuple[str, ...]]],
        former_counties: Mapping[str, tuple[str, ...]],
        terms: Mapping[str, Iterable[Term]],
    ) -> None:
        """Index the lists; `former_municipalities` are (old number, old name, today's numbers)."""
        self.goals: Mapping[int, Goal] = {goal.number: goal for goal in goals}
        self.targets: Mapping[str, Target] = {target.code: target for target in targets}
        self.counties: Mapping[str, County] = {county.number: county for county in counties}
        self.municipalities: Mapping[str, Municipality] = {m.number: m for m in municipalities}
        self.former_counties = dict(former_counties)
        self.terms: Mapping[str, Mapping[str, Term]] = {
            name: {term.id: term for term in values} for name, values in terms.items()
        }
        self.former_municipalities = tuple(former_municipalities)

    def with_terms(self, more: Mapping[str, Iterable[Term]]) -> "Vocabulary":
        """Return a vocabulary that knows further closed lists, too."""
        other = copy(self)
        vars(other).pop("_term_index", None)
        other.terms = {
            **self.terms,
            **{name: {term.id: term for term in terms} for name, terms in more.items()},
        }
        return other

    def term(self, vocabulary: str, id_: str) -> Term:
        """Return one term of a closed list; raises KeyError for an unknown one."""
        return self.terms[vocabulary][id_]

    def municipalities_called(self, text: str) -> tuple[Municipality, ...]:
        """Return the municipalities that a number or name, today's or a former one, may mean.

        None: unknown. Several: ambiguous, as `Herøy` or a municipality that was split.
        """
        return tuple(self.municipalities[n] for n in self._municipality_index.get(_place_key(text), ()))

    def counties_called(self, text: str) -> tuple[County, ...]:
        """Return the counties that a number or name may mean; `Viken` means three."""
        return tuple(self.counties[n] for n in self._county_index.get(_place_key(text), ()))

    def municipality_near_misses(self, text: str, *, limit: int = 3) -> tuple[str, ...]:
        """Return the names of municipalities spelt most like `text`, best first."""
        found = near_misses(text, self._municipality_index, limit=limit * 3)
        names = [self.municipalities[n].display for key in found for n in self._municipality_index[key]]
        return tuple(dict.fromkeys(names))[:limit]

    def county_near_misses(self, text: str, *, limit: int = 3) -> tuple[str, ...]:
        """Return the names of counties spelt most like `text`, best first."""
        found = near_misses(text, self._county_index, limit=limit)
        return tuple(dict.fromkeys(self.counties[n].name for key in found for n in self._county_index[key]))[
            :limit
        ]

    def term_near_misses(self, vocabulary: str, text: str, *, limit: int = 3) -> tuple[str, ...]:
        """Return the ids whose id, label or alias is spelt most like `text`, best first."""
        spelt = self._term_index[vocabulary]
        return tuple(dict.fromkeys(spelt[key] for key in near_misses(text, spelt, limit=limit)))

    @cached_property
    def _term_index(self) -> Mapping[str, Mapping[str, str]]:
        return {name: _spellings_of(terms.values()) for name, terms in self.terms.items()}

    @cached_property
    def _municipality_index(self) -> Mapping[str, tuple[str, ...]]:
        today = list(_spellings_today(self.municipalities.values(), self.counties))
        former = [
            (_place_key(spelling), number)
            for old, name, numbers in self.former_municipalities
            for number in numbers
            for spelling in (old, name, *_parts(name))
        ]
        return _precedence(today, former)

    @cached_property
    def _county_index(self) -> Mapping[str, tuple[str, ...]]:
        today = [
            (_place_key(spelling), county.number)
            for county in self.counties.values()
            for spelling in (county.number, county.name, *(name for _, name in county.parallel))
        ]
        former = [(_place_key(name), n) for name, numbers in self.former_counties.items() for n in numbers]
        return _precedence(today, former)


def _spellings_of(terms: Iterable[Term]) -> Mapping[str, str]:
    """Return spelling → id, in order of the spellings; the first term that is spelt so wins."""
    spelt: dict[str, str] = {}
    for term in terms:
        for name in (term.id, term.labels.nb, term.labels.nn, term.labels.en, *term.aliases):
            spelt.setdefault(fold(name), term.id)
    return dict(sorted(spelt.items()))


def near_misses(text: str, candidates: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return the candidates spelt most like `text`, best first; ties in alphabetical order."""
    # A tenth of the whole check of one file to import, and most files misspell nothing.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found = process.extract(
        fold(text), sorted(candidates), scorer=fuzz.ratio, limit=limit, score_cutoff=NEAR_MISS_CUTOFF
    )
    return tuple(candidate for candidate, _, _ in found)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read every list in `folder`; raises OSError, KeyError or ValueError when one is broken."""
    terms = {
        path.stem: _load_terms(path)
        for path in sorted(folder.glob("*.yml"))
        if path.stem != "former_counties"
    }
    terms["sectors"] = [
        Term(row["id"], _labels(row, "label"), icon=row["icon"]) for row in _rows(folder / "sectors.csv")
    ]
    return Vocabulary(
        goals=[_goal(row) for row in _rows(folder / "goals.csv")],
        targets=[_target(row) for row in _rows(folder / "targets.csv")],
        counties=[County(r["number"], r["name"], _parallel(r)) for r in _rows(folder / "counties.csv")],
        municipalities=list(_load_municipalities(folder)),
        former_municipalities=_load_former_municipalities(folder),
        former_counties={
            name: tuple(numbers) for name, numbers in _yaml(folder / "former_counties.yml").items()
        },
        terms=terms,
    )


def _load_municipalities(folder: Path) -> Iterator[Municipality]:
    points = {row["number"]: row for row in _rows(folder / "municipality_centroids.csv")}
    for row in _rows(folder / "municipalities.csv"):
        point = points[row["number"]]
        yield Municipality(
            row["number"], row["name"], row["name_display"], _parallel(row), row["county_number"],
            float(point["lat"]), float(point["lon"]),
        )  # fmt: skip


def _load_former_municipalities(folder: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return (old number, old name, today's numbers): the primary successor, or all of a split."""
    successors: dict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for row in _rows(folder / "municipality_history.csv"):
        successors[row["old_number"], row["old_name"]].append(row)
    return [
        (
            number,
            name,
            tuple(r["number"] for r in rows if r["primary"] == "1") or tuple(r["number"] for r in rows),
        )
        for (number, name), rows in successors.items()
    ]


def _load_terms(path: Path) -> list[Term]:
    return [
        Term(
            row["id"],
            Labels(row["nb"], row["nn"], row["en"]),
            tuple(row.get("aliases", ())),
            adds_up=_addition(row["adds_up"]) if "adds_up" in row else None,
        )
        for row in _yaml(path)
    ]


def _addition(row: Mapping[str, Any]) -> Addition:
    return Addition(row["of"] == "reduction", tuple(tuple(unit) for unit in row["units"]))


def _yaml(path: Path) -> Any:
    # The base loader reads every scalar as text, so that `no` and `0301` stay what they are.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts only


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _labels(row: Mapping[str, str], name: str) -> Labels:
    return Labels(row[f"{name}_nb"], row[f"{name}_nn"], row[f"{name}_en"])


def _goal(row: Mapping[str, str]) -> Goal:
    return Goal(
        int(row["number"]), _labels(row, "short"), _labels(row, "title"), row["colour"], row["text_colour"]
    )


def _target(row: Mapping[str, str]) -> Target:
    return Target(row["code"], int(row["goal"]), _labels(row, "title"), row["nb_published"] == "1")


def _parallel(row: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = (part.partition(":") for part in row["name_parallel"].split("|") if part)
    return tuple((language, name) for language, _, name in pairs)


def _parts(name: str) -> list[str]:
    """Return the names in an official one: `Nes (Akershus)` is also `Nes`, `Tysfjord - Divtasvuodna` both."""
    return name.partition(" (")[0].split(" - ")


@lru_cache(maxsize=10_000)  # a bank names the same few hundred places again and again
def _place_key(text: str) -> str:
    """Fold a place name; `Bodø kommune` and `Bodø` are the same place."""
    key = fold(text)
    for ending in ("-fylkeskommune", "-kommune", "-fylke"):
        key = key.removesuffix(ending)
    return key


def _spellings_today(
    municipalities: Iterable[Municipality], counties: Mapping[str, County]
) -> Iterator[tuple[str, str]]:
    for m in municipalities:
        combined = " - ".join((m.name, *(name for _, name in m.parallel)))
        with_county = f"{m.name} {counties[m.county].name}"
        for spelling in (
            m.number,
            m.name,
            m.display,
            combined,
            with_county,
            *(name for _, name in m.parallel),
        ):
            yield _place_key(spelling), m.number


def _precedence(today: list[tuple[str, str]], former: list[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Index spelling → numbers; a name in use today wins over a former one spelt alike."""
    index: dict[str, dict[str, None]] = defaultdict(dict)
    for key, number in today:
        index[key][number] = None
    in_use = set(index)
    for key, number in former:
        if key not in in_use:
            index[key][number] = None
    return {key: tuple(numbers) for key, numbers in sorted(index.items())}
