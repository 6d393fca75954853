"""A front matter read to its end, mistakes and all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from idebank import limits
from idebank.diagnostics import Finding, KeyPath, Rule
from idebank.source.repairs import RULES as REPAIR_RULES
from idebank.source.repairs import Repair, repair, tidied
from idebank.source.strict_yaml import RULES as YAML_RULES
from idebank.source.strict_yaml import Marks, Reading, Unreadable, Value, read_yaml

FRONT_MATTER_WITHOUT_FIELDS: Final = Rule("front-matter-without-fields")

RULES: Final = (FRONT_MATTER_WITHOUT_FIELDS, *REPAIR_RULES, *YAML_RULES)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of an entry, as far as they can be read."""

    fields: dict[str, Value] | None
    """None when nothing can be made of them."""
    findings: tuple[Finding, ...]
    marks: Mapping[KeyPath, Marks]


def read_front_matter(text: str, *, with_marks: bool = False) -> FrontMatter:
    """Return the fields of a front matter; broken lines are explained, put right and read again."""
    text, findings = tidied(text)
    lines = text.split("\n")
    for _ in range(limits.REPAIRS):
        try:
            reading = read_yaml("\n".join(lines), with_marks=with_marks)
        except Unreadable as unreadable:
            return _unreadable(findings, unreadable.finding)
        except yaml.MarkedYAMLError as error:
            explained = repair(lines, error)
            if not isinstance(explained, Repair):
                return _unreadable(findings, explained)
            _tell_once(findings, explained.finding)
            lines[explained.finding.line - 1] = explained.line
        else:
            return _finished(reading, findings)
    return FrontMatter(None, tuple(findings), {})


def _tell_once(findings: list[Finding], finding: Finding) -> None:
    """Add a finding unless its line is explained already: the second would be a consequence of the first."""
    if all(told.line != finding.line for told in findings):
        findings.append(finding)


def _unreadable(findings: list[Finding], last: Finding) -> FrontMatter:
    _tell_once(findings, last)
    return FrontMatter(None, tuple(findings), {})


def _finished(reading: Reading, findings: list[Finding]) -> FrontMatter:
    if isinstance(reading.value, dict):
        return FrontMatter(reading.value, (*findings, *reading.findings), reading.marks)
    shape = "list" if isinstance(reading.value, list) else "text"
    return _unreadable(findings, Finding(FRONT_MATTER_WITHOUT_FIELDS, params={"shape": shape}))
