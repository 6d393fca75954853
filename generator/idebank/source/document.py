"""One entry's text taken apart: fields and body, and where in the file each value stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import frontmatter
from frontmatter.default_handlers import BaseHandler

from idebank.diagnostics import Diagnostic, Finding, KeyPath
from idebank.source.encoding import RULES as ENCODING_RULES
from idebank.source.encoding import decode
from idebank.source.fences import RULES as FENCE_RULES
from idebank.source.fences import Fences, find_fences
from idebank.source.front_matter import RULES as FRONT_MATTER_RULES
from idebank.source.front_matter import FrontMatter, read_front_matter
from idebank.source.strict_yaml import Marks, Place

RULES: Final = (*ENCODING_RULES, *FENCE_RULES, *FRONT_MATTER_RULES)


@dataclass(frozen=True, slots=True)
class Document:
    """One entry's text, taken apart but not yet judged."""

    path: str
    """The file, relative to the bank's root, with forward slashes."""
    text: str
    fields: Mapping[str, object]
    """Nested fields, lists and texts: every scalar is text."""
    body: str
    body_line: int
    """Line of the file, from 1, where the body begins."""


class EntryHandler(BaseHandler):
    """Lets python-frontmatter read what has passed the check of the fences, with our strict YAML."""

    def __init__(self, fences: Fences) -> None:
        """Keep the parts, which are told apart already."""
        self.fences = fences
        self.front_matter = FrontMatter(None, (), {})

    def split(self, text: str) -> tuple[str, str]:  # noqa: ARG002 - the signature is the library's
        """Return front matter and body."""
        return self.fences.front, self.fences.body

    def load(self, fm: str) -> dict[str, Any]:
        """Return the fields; what is wrong with them is kept in `front_matter`."""
        self.front_matter = read_front_matter(fm)
        return self.front_matter.fields or {}


def parse_document(path: str, raw: bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document in `raw`, as far as it can be read, and what is wrong with its form."""
    text, findings = decode(raw)
    if text is None:
        return None, tuple(finding.in_file(path) for finding in findings)
    fences, misplaced = find_fences(text)
    findings += misplaced
    if fences is None:
        return None, tuple(finding.in_file(path) for finding in findings)
    handler = EntryHandler(fences)
    fields, body = frontmatter.parse(text, handler=handler)
    findings += handler.front_matter.findings
    document = Document(path, text, fields, body, fences.body_line)
    return (
        None if handler.front_matter.fields is None else document,
        tuple(finding.in_file(path) for finding in findings),
    )


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the values of one file stand."""

    marks: Mapping[KeyPath, Marks]

    def of(self, keys: KeyPath, *, at_key: bool = False) -> Place:
        """Return line and column of a value or its key; of the nearest one around it when it is missing."""
        for length in range(len(keys), 0, -1):
            marks = self.marks.get(keys[:length])
            if marks:
                return marks.key if at_key or length < len(keys) else marks.value
        return 1, 1


def positions(text: str) -> Positions:
    """Return where the values of a document's text stand; read again, since few documents are ever asked."""
    fences, _ = find_fences(text)
    if fences is None:
        return Positions({})
    return Positions(read_front_matter(fences.front, with_marks=True).marks)


def locate(text: str, keys: KeyPath, *, at_key: bool = False) -> Place:
    """Return line and column, both from 1, of one value in a document's text."""
    return positions(text).of(keys, at_key=at_key)


def placed(finding: Finding, where: Positions) -> Finding:
    """Return the finding with its line and column, looked up by its keys."""
    if not finding.keys:
        return finding
    line, column = where.of(finding.keys, at_key=finding.rule.points_at_key)
    return Finding(finding.rule, finding.keys, finding.params, line, column)
