"""Norwegian-looking text about one subject, drawn from fixed word lists by a seeded generator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

_HERE: Final = Path(__file__).resolve().parent
_COMPOUND_SHARE: Final = 0.25
"""Share of a subject's words that are drawn as a compound, which gives the long tail of real text."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject, with the words and vocabulary ids that belong to it."""

    id: str
    organisation_type: str
    sectors: tuple[str, ...]
    themes: tuple[str, ...]
    sdgs: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences of one language, with slots for a subject's words."""

    titles: tuple[str, ...]
    summaries: tuple[str, ...]
    headings: tuple[str, ...]
    sentences: tuple[str, ...]
    advice: tuple[str, ...]
    indicators: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that text is made of."""

    topics: tuple[Topic, ...]
    compounds: tuple[str, ...]
    phrases: Mapping[str, Phrases]


def load_lexicon(folder: Path = _HERE) -> Lexicon:
    """Return the word lists that lie beside this module."""
    topics = yaml.safe_load((folder / "topics.yml").read_text(encoding="utf-8"))
    phrases = yaml.safe_load((folder / "phrases.yml").read_text(encoding="utf-8"))
    return Lexicon(
        topics=tuple(_topic(row) for row in topics),
        compounds=tuple(phrases["compounds"]),
        phrases={
            language: Phrases(**{key: tuple(values) for key, values in phrases[language].items()})
            for language in ("nb", "nn")
        },
    )


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the texts of one entry."""

    rng: Random
    topic: Topic
    phrases: Phrases
    compounds: Sequence[str]
    organisation: str
    place: str

    def title(self) -> str:
        """Return a title of at most 100 characters."""
        return self._filled(self.phrases.titles)[:100].strip()

    def summary(self) -> str:
        """Return one or two sentences of at most 300 characters."""
        return self._filled(self.phrases.summaries)[:300].strip()

    def indicator(self) -> str:
        """Return the name of something that can be measured."""
        return self._filled(self.phrases.indicators)

    def advice(self, *, at_least: int, at_most: int) -> list[str]:
        """Return some different short pieces of advice."""
        chosen = self.rng.sample(self.phrases.advice, self.rng.randint(at_least, at_most))
        return [self._fill(pattern) for pattern in chosen]

    def body(self, *, size: int) -> str:
        """Return Markdown of about `size` bytes: headings, paragraphs and now and then a list or table."""
        if size < 80:
            return ""
        parts: list[str] = []
        length = 0
        blocks = self._blocks(size)
        while length < size:
            part = next(blocks)
            parts.append(part)
            length += len(part.encode()) + 2
        return "\n\n".join(parts)

    def _blocks(self, size: int) -> Iterator[str]:
        """Yield headings and blocks; four headings split a text of `size` bytes about evenly."""
        headings = iter(self.phrases.headings)
        due = since = size // 4
        while True:
            if since >= due:
                heading = next(headings, None)
                since = 0
                if heading:
                    yield f"## {heading}"
            block = self._block()
            since += len(block.encode())
            yield block

    def _block(self) -> str:
        draw = self.rng.random()
        if draw < 0.08:
            return self._table()
        if draw < 0.22:
            return "\n".join(f"- {line}" for line in self.advice(at_least=2, at_most=4))
        sentences = [self._filled(self.phrases.sentences) for _ in range(self.rng.randint(2, 4))]
        if self.rng.random() < 0.15:
            word = self._word()
            sentences.append(
                f"[**{word.capitalize()}**](https://{self.topic.id}.example/{word}) *({self.place})*."
            )
        return " ".join(sentences)

    def _table(self) -> str:
        rows = [
            f"| {self.indicator()} | {self.rng.randint(10, 999)} | {self.rng.randint(10, 999)} |"
            for _ in range(3)
        ]
        return "\n".join(["| | 2024 | 2025 |", "| --- | ---: | ---: |", *rows])

    def _filled(self, patterns: Sequence[str]) -> str:
        return self._fill(self.rng.choice(patterns))

    def _fill(self, pattern: str) -> str:
        text = pattern.format(
            a=self._word(),
            b=self._word(),
            c=self._word(),
            x=self._compound(),
            o=self.organisation,
            p=self.place,
            n=self.rng.randint(40, 400),
            m=self.rng.randint(3, 39),
        )
        return text[0].upper() + text[1:]

    def _word(self) -> str:
        if self.rng.random() < _COMPOUND_SHARE:
            return self._compound()
        return self.rng.choice(self.topic.words)

    def _compound(self) -> str:
        return self.rng.choice(self.topic.words).split()[-1] + self.rng.choice(self.compounds)


def _topic(row: Mapping[str, Any]) -> Topic:
    return Topic(
        id=row["id"],
        organisation_type=row["organisation_type"],
        sectors=tuple(row["sectors"]),
        themes=tuple(row["themes"]),
        sdgs=tuple(row["sdgs"]),
        words=tuple(word.replace("_", " ") for word in row["words"].split()),
    )
