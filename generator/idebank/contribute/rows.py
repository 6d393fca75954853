"""What an entry says, in plain words: a name and a few lines for each field that was filled in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from idebank.contribute.web import named_entry
from idebank.schema import Schema
from idebank.schema.nodes import Node
from idebank.vocabulary import Vocabulary
from idebank.wording import Wording

TitleOf: TypeAlias = Callable[[str, str], str]
"""Gives an entry's title by kind and slug; empty when there is none."""

_OF_MACHINES: Final = frozenset({"published"})
"""Fields that nobody has to look over."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field, as a reader would say it."""

    name: str
    lines: tuple[str, ...]


def rows_of(
    value: Mapping[str, object], *, schema: Schema, wording: Wording, title_of: TitleOf
) -> Iterator[Row]:
    """Yield the fields of an entry, or of a note, in the schema's order; unknown ones are left out."""
    reader = _Reader(schema.vocabulary, wording, title_of)
    for name, node in schema.root["properties"].items():
        if name in value and name not in _OF_MACHINES:
            lines = tuple(line for line in reader.lines(value[name], node) if line)
            yield Row(reader.label(name, node), lines)


def label_of(name: str, schema: Schema, language: str) -> str:
    """Return what people call a field; its own name when the schema does not know it."""
    node = schema.root["properties"].get(name, {})
    return str(node.get("x-label", {}).get(language, name))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads values in one language."""

    vocabulary: Vocabulary
    wording: Wording
    title_of: TitleOf

    def label(self, name: str, node: Node) -> str:
        return str(node.get("x-label", {}).get(self.wording.language, name))

    def lines(self, value: object, node: Node) -> Iterator[str]:
        """Yield a line for each item of a list, else one."""
        if isinstance(value, list):
            for item in value:
                yield self._one(item, node.get("items", {}))
        else:
            yield self._one(value, node)

    def _one(self, value: object, node: Node) -> str:
        if isinstance(value, bool):
            return self.wording.t("yes" if value else "no")
        if isinstance(value, int):
            return self.wording.kroner(value) if "x-unit" in node else self.wording.number(value)
        if isinstance(value, Mapping):
            return "; ".join(self._fields(value, node.get("properties", {})))
        if isinstance(value, list):
            return ", ".join(self.lines(value, node))
        return self._text(str(value), node)

    def _fields(self, value: Mapping[str, object], properties: Mapping[str, Node]) -> Iterator[str]:
        for name, own in value.items():
            node = properties.get(name, {})
            yield f"{self.label(name, node)}: {', '.join(self.lines(own, node))}"

    def _text(self, text: str, node: Node) -> str:
        language = self.wording.language
        term = self.vocabulary.terms.get(node.get("x-vocabulary", ""), {}).get(text)
        if term:
            return term.labels.text(language)
        if "x-refers" in node or "x-names-entry" in node:
            kind, slug = (node["x-refers"], text) if "x-refers" in node else named_entry(text)
            return self.title_of(kind, slug) or text
        match node.get("x-format"):
            case "municipality":
                places = self.vocabulary.municipalities_called(text)
                return places[0].display if len(places) == 1 else text
            case "county":
                counties = self.vocabulary.counties_called(text)
                return counties[0].name if len(counties) == 1 else text
            case "sdg":
                return self._goal(text)
        return text

    def _goal(self, text: str) -> str:
        target = self.vocabulary.targets.get(text)
        if target:
            return f"{text} {target.title.text(self.wording.language)}"
        goal = self.vocabulary.goals.get(int(text)) if text.isdecimal() else None
        return f"{text} {goal.short.text(self.wording.language)}" if goal else text
