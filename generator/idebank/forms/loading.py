"""Forms as data: `schema/forms/*.yml` say what is asked and in which words; the schema says the rest."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from idebank.forms.questions import question_of
from idebank.forms.records import NO_LABELS, Control, Form, FormQuestion, FormSection
from idebank.profiles import Profile, Profiles
from idebank.schema import Schema, Schemas
from idebank.vocabulary import LANGUAGES, Labels

_PROFILE_LEVEL: Final = 2
_OF_A_QUESTION: Final = frozenset(
    {"field", "body", "id", "ask", "help", "control", "heading", "when", "fields", "questions"}
)


class BrokenFormError(ValueError):
    """Raised when a form's file cannot be used; its text names file and key."""


def load_forms(*folders: Path, schemas: Schemas, profiles: Profiles) -> Mapping[str, Form]:
    """Read every form in `folders`, a later one replacing an earlier; raises BrokenFormError."""
    paths = {path.stem: path for folder in folders for path in sorted(folder.glob("*.yml"))}
    return {id_: _Reader(path, schemas, profiles).form() for id_, path in sorted(paths.items())}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file, and says where it is wrong."""

    path: Path
    schemas: Schemas
    profiles: Profiles

    def form(self) -> Form:
        # The base loader reads every scalar as text, so that `no` stays a word.
        tree = yaml.load(self.path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
        self._only(
            tree, {"kind", "note", "title", "lead", "machine", "sections", "profiles"}, where="the file"
        )
        schema = self.schemas[tree["kind"]] if "kind" in tree else self.schemas.note(tree.get("note", ""))
        sections = [self._section(own, schema) for own in tree.get("sections", ())]
        if tree.get("profiles") == "true":
            sections += [self._profile(own, schema) for own in self.profiles.by_id.values()]
        return Form(
            id=self.path.stem,
            kind=tree.get("kind", ""),
            title=self._labels(tree, "title"),
            lead=self._labels(tree, "lead"),
            sections=tuple(sections),
            machine=dict(tree.get("machine", {})),
        )

    def _section(self, tree: Mapping[str, Any], schema: Schema) -> FormSection:
        self._only(tree, {"id", "level", "title", "lead", "questions"}, where="a section")
        return FormSection(
            id=tree["id"],
            level=int(tree["level"]),
            title=self._labels(tree, "title"),
            lead=self._labels(tree, "lead") if "lead" in tree else NO_LABELS,
            questions=tuple(self._questions(tree["questions"], schema)),
        )

    def _profile(self, profile: Profile, schema: Schema) -> FormSection:
        """Return the section of a profile, which needs no words but its own."""
        questions = (
            question_of(
                schema,
                (profile.id, question.name),
                fields=(),
                control=Control.TEXTAREA if question.type == "text" else None,
            )
            for question in profile.questions
        )
        return FormSection(
            id=profile.id,
            level=_PROFILE_LEVEL,
            title=profile.heading,
            lead=profile.help,
            questions=tuple(questions),
            sectors=profile.sectors,
        )

    def _questions(self, trees: Sequence[Mapping[str, Any]], schema: Schema) -> Iterator[FormQuestion]:
        for tree in trees:
            self._only(tree, _OF_A_QUESTION, where="a question")
            if "field" in tree:
                yield self._field(tree, schema)
            elif "body" in tree:
                heading = self._labels(tree, "heading")
                yield self._plain(tree, id_=f"body.{tree['body']}", control=Control.STORY, heading=heading)
            else:
                questions = tuple(self._questions(tree["questions"], schema))
                yield self._plain(tree, id_=tree["id"], control=Control.GROUP, questions=questions)

    def _field(self, tree: Mapping[str, Any], schema: Schema) -> FormQuestion:
        keys = tuple(tree["field"].split("."))
        try:
            return question_of(
                schema,
                keys,
                fields=tuple(tree.get("fields", ())),
                ask=self._labels(tree, "ask") if "ask" in tree else None,
                help_=self._labels(tree, "help") if "help" in tree else None,
                control=Control(tree["control"]) if "control" in tree else None,
                when=next(iter(tree["when"].items())) if "when" in tree else None,
            )
        except KeyError as error:
            raise BrokenFormError(f"{self.path}: the schema has no field {tree['field']}") from error

    def _plain(
        self,
        tree: Mapping[str, Any],
        *,
        id_: str,
        control: Control,
        heading: Labels = NO_LABELS,
        questions: tuple[FormQuestion, ...] = (),
    ) -> FormQuestion:
        return FormQuestion(
            id=id_,
            control=control,
            ask=self._labels(tree, "ask"),
            help=self._labels(tree, "help") if "help" in tree else NO_LABELS,
            required=any(question.required for question in questions),
            heading=heading,
            questions=questions,
        )

    def _labels(self, tree: Mapping[str, Any], key: str) -> Labels:
        own = tree.get(key)
        if not isinstance(own, dict) or any(language not in own for language in LANGUAGES):
            raise BrokenFormError(f"{self.path}: {key} needs a text in {', '.join(LANGUAGES)}")
        return Labels(own["nb"], own["nn"], own["en"])

    def _only(self, tree: object, known: AbstractSet[str], *, where: str) -> None:
        if not isinstance(tree, dict):
            raise BrokenFormError(f"{self.path}: {where} holds no fields")
        unknown = sorted(tree.keys() - known)
        if unknown:
            raise BrokenFormError(f"{self.path}: {where} does not know {', '.join(unknown)}")
