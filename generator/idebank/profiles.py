"""Sector profiles as data: what a kindergarten or a buyer is asked besides, and what their page shows.

A profile is one YAML file in `schema/profiles`, of the package or of the bank itself; nothing else knows
its name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from idebank.vocabulary import LANGUAGES, Labels, Term

FACET: Final = "{profile}-{question}"
"""What a question is called as a facet of the search."""

_TYPES: Final = frozenset(
    {"text", "texts", "choice", "choices", "yes-no", "year", "records"}
    | {"web-address", "email", "date", "partial-date", "municipality", "county"}
)
_YEAR: Final = r"^(19|20)\d\d$"


class BrokenProfileError(ValueError):
    """Raised when a profile's file cannot be used; its text names file and key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that a profile asks; a field of the entry."""

    name: str
    label: Labels
    help: Labels
    type: str
    """`text`, `texts`, `choice`, `choices`, `yes-no`, `year`, `records` or a form, such as `date`."""
    vocabulary: str = ""
    """The closed list of a choice."""
    required: bool = False
    facet: bool = False
    """Whether the search narrows by it."""
    table: str = ""
    """`gains` where records are shown as a table of results."""
    example: str = ""
    aliases: tuple[str, ...] = ()
    questions: tuple["Question", ...] = ()
    """Of each record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One row of initiatives on a profile's landing page."""

    id: str
    title: Labels
    where: Mapping[str, tuple[str, ...]]
    """By field of the entry, or `<profile>.<question>`: any of these values."""
    sort: str = "newest"
    """`newest` or `easiest`."""
    limit: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """What the page of a profile's sector begins with."""

    lead: Labels
    week: bool = False
    """Whether it picks an idea of the week."""
    browse: tuple[str, ...] = ()
    """Facet questions whose values are shown as ways in."""
    shelves: tuple[Shelf, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A table of a profile's initiatives by one answer, such as the need that was to be met."""

    slug: str
    """The address part, below the page of the profile's first sector."""
    title: Labels
    lead: Labels
    by: str
    """The question whose answer stands first."""
    group: str
    """The choice that the table is grouped by."""
    columns: tuple[str, ...] = ()
    """Further questions whose answers are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one kind of workplace wants to know besides."""

    id: str
    """The file's name; also the field of the entry that holds the answers."""
    label: Labels
    help: Labels
    heading: Labels
    """Over the answers on an entry's page."""
    sectors: tuple[str, ...]
    """The sectors whose pages begin with `landing`."""
    questions: tuple[Question, ...]
    aliases: tuple[str, ...] = ()
    landing: Landing | None = None
    register: Register | None = None
    sheets: bool = False
    """Whether its entries can be printed for the wall and shown in a staff meeting."""
    story: bool = False
    """Whether its entries can be exported as a story on one page."""

    @property
    def facets(self) -> tuple[Question, ...]:
        """Return the questions that the search narrows by."""
        return tuple(question for question in self.questions if question.facet)

    def question(self, name: str) -> Question:
        """Return the question called `name`, which the profile has."""
        return next(question for question in self.questions if question.name == name)


@dataclass(frozen=True, slots=True)
class Profiles:
    """All profiles, with the closed lists that they bring themselves."""

    by_id: Mapping[str, Profile]
    terms: Mapping[str, Sequence[Term]]
    """By name of a closed list."""

    @property
    def nodes(self) -> Mapping[str, Mapping[str, Any]]:
        """Return what each adds to the JSON Schema of initiatives."""
        return {id_: _profile_node(profile) for id_, profile in self.by_id.items()}

    def of_sector(self, sector: str) -> tuple[Profile, ...]:
        """Return the profiles whose landing stands on a sector's page."""
        return tuple(profile for profile in self.by_id.values() if sector in profile.sectors)


def load_profiles(*folders: Path) -> Profiles:
    """Read every profile in `folders`, a later one replacing an earlier; raises BrokenProfileError."""
    paths = {path.stem: path for folder in folders for path in sorted(folder.glob("*.yml"))}
    terms: dict[str, Sequence[Term]] = {}
    profiles = {id_: _Reader(path, terms).profile() for id_, path in sorted(paths.items())}
    return Profiles(profiles, terms)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file, and says where it is wrong."""

    path: Path
    terms: dict[str, Sequence[Term]]

    def profile(self) -> Profile:
        # The base loader reads every scalar as text, so that `no` stays a word.
        tree = yaml.load(self.path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
        known = {
            "label", "help", "heading", "aliases", "sectors", "questions", "landing", "register", "sheets",
            "story",
        }  # fmt: skip
        self._only(tree, known, "the file")
        questions = tuple(self._questions(tree.get("questions", {}), self.path.stem))
        return Profile(
            id=self.path.stem,
            label=self._labels(tree, "label"),
            help=self._labels(tree, "help"),
            heading=self._labels(tree, "heading"),
            sectors=tuple(tree.get("sectors", ())),
            aliases=tuple(tree.get("aliases", ())),
            questions=questions,
            landing=self._landing(tree["landing"]) if "landing" in tree else None,
            register=self._register(tree["register"], questions) if "register" in tree else None,
            sheets=tree.get("sheets") == "true",
            story=tree.get("story") == "true",
        )

    def _questions(self, tree: Mapping[str, Any], within: str) -> Iterator[Question]:
        known = {
            "label", "help", "type", "vocabulary", "choices", "required", "facet", "table", "example",
            "aliases", "questions",
        }  # fmt: skip
        for name, own in tree.items():
            self._only(own, known, name)
            vocabulary = own.get("vocabulary", "")
            if "choices" in own:
                vocabulary = f"{within}.{name}"
                self.terms[vocabulary] = [
                    Term(choice["id"], self._labels({"choice": choice}, "choice"))
                    for choice in own["choices"]
                ]
            if own.get("type", "text") not in _TYPES:
                raise BrokenProfileError(f"{self.path}: {name} has an unknown type")
            yield Question(
                name=name,
                label=self._labels(own, "label"),
                help=self._labels(own, "help"),
                type=own.get("type", "text"),
                vocabulary=vocabulary,
                required=own.get("required") == "true",
                facet=own.get("facet") == "true",
                table=own.get("table", ""),
                example=own.get("example", ""),
                aliases=tuple(own.get("aliases", ())),
                questions=tuple(self._questions(own.get("questions", {}), f"{within}.{name}")),
            )

    def _landing(self, tree: Mapping[str, Any]) -> Landing:
        self._only(tree, {"lead", "week", "browse", "shelves"}, "landing")
        return Landing(
            lead=self._labels(tree, "lead"),
            week=tree.get("week") == "true",
            browse=tuple(tree.get("browse", ())),
            shelves=tuple(self._shelf(id_, own) for id_, own in tree.get("shelves", {}).items()),
        )

    def _register(self, tree: Mapping[str, Any], questions: Iterable[Question]) -> Register:
        self._only(tree, {"slug", "title", "lead", "by", "group", "columns"}, "register")
        by_name = {question.name: question for question in questions}
        columns = tuple(tree.get("columns", ()))
        for name in (tree.get("by"), tree.get("group"), *columns):
            if name not in by_name:
                raise BrokenProfileError(f"{self.path}: register names no question: {name}")
        if not by_name[tree["group"]].vocabulary:
            raise BrokenProfileError(f"{self.path}: register can be grouped by a choice only")
        return Register(
            slug=tree["slug"],
            title=self._labels(tree, "title"),
            lead=self._labels(tree, "lead"),
            by=tree["by"],
            group=tree["group"],
            columns=columns,
        )

    def _shelf(self, id_: str, tree: Mapping[str, Any]) -> Shelf:
        self._only(tree, {"title", "where", "sort", "limit"}, id_)
        return Shelf(
            id=id_,
            title=self._labels(tree, "title"),
            where={field: tuple(values) for field, values in tree.get("where", {}).items()},
            sort=tree.get("sort", "newest"),
            limit=int(tree.get("limit", "4")),
        )

    def _labels(self, tree: Mapping[str, Any], key: str) -> Labels:
        own = tree.get(key)
        if not isinstance(own, dict) or any(language not in own for language in LANGUAGES):
            raise BrokenProfileError(f"{self.path}: {key} needs a text in {', '.join(LANGUAGES)}")
        return Labels(own["nb"], own["nn"], own["en"])

    def _only(self, tree: object, known: set[str], where: str) -> None:
        if not isinstance(tree, dict):
            raise BrokenProfileError(f"{self.path}: {where} holds no fields")
        unknown = sorted(tree.keys() - known)
        if unknown:
            raise BrokenProfileError(f"{self.path}: {where} does not know {', '.join(unknown)}")


def _profile_node(profile: Profile) -> dict[str, Any]:
    node = _object(profile.questions)
    return {
        **_words(profile.label, profile.help, profile.aliases),
        "x-group": "profiles",
        "x-level": 2,
        **node,
        "minProperties": 1,
    }


def _object(questions: Iterable[Question]) -> dict[str, Any]:
    questions = tuple(questions)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {question.name: _question_node(question) for question in questions},
        "required": [question.name for question in questions if question.required],
    }


def _question_node(question: Question) -> dict[str, Any]:
    example = {"x-example": question.example} if question.example else {}
    return {
        **_words(question.label, question.help, question.aliases),
        **example,
        **_value_node(question),
    }


def _value_node(question: Question) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1}
    choice = {"type": "string", "x-vocabulary": question.vocabulary}
    nodes: dict[str, dict[str, Any]] = {
        "text": text,
        "texts": _list(text),
        "choice": choice,
        "choices": {**_list(choice), "uniqueItems": True},
        "yes-no": {"type": "boolean"},
        "year": {"type": "string", "pattern": _YEAR},
        "records": _list(_object(question.questions)),
    }
    return nodes.get(question.type) or {"type": "string", "x-format": question.type}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": 1}


def _words(label: Labels, help_: Labels, aliases: tuple[str, ...]) -> dict[str, Any]:
    words: dict[str, Any] = {
        "x-label": {language: getattr(label, language) for language in LANGUAGES},
        "x-help": {language: getattr(help_, language) for language in LANGUAGES},
    }
    return {**words, "x-aliases": list(aliases)} if aliases else words
