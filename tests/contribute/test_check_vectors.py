"""The form and `idebank check` say the same: one file of cases, through Python and through the scripts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest
import yaml

from idebank.entry_text import entry_text
from idebank.forms.checkdata import NOT_IN_A_FORM, check_data, place_data
from idebank.report import words_in
from idebank.source import SourceFile
from idebank.validate import ALL_RULES
from idebank.validate.entries import check_file
from idebank.vocabulary import LANGUAGES
from tests.factories import schema, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

    from idebank.diagnostics import Diagnostic

VECTORS: Final = yaml.safe_load((Path(__file__).parent / "vectors" / "check.yml").read_text(encoding="utf-8"))
PATHS: Final = {
    "initiative": "content/initiatives/nordland/sykkelbuss-bodo.md",
    "adoption": "content/adoptions/saltdal-sykkelbuss.md",
    "need": "content/needs/kjole-matrester.md",
}
ENOUGH: Final = 200

IN_BROWSER: Final = """
async ({ cases, data, places }) => {
  const [{ check }, { Words }, { PlaceNames }] = await Promise.all(
    ["rules", "words", "placenames"].map((name) => import(`/contribute/${name}.js`)),
  );
  const names = new PlaceNames(places);
  return cases.map(({ kind, fields, body }) =>
    check(fields, body, data.nb[kind], names).map(({ rule, keys }, index) => ({
      rule,
      path: keys.join("."),
      texts: Object.entries(data).flatMap(([language, kinds]) => {
        const finding = check(fields, body, kinds[kind], names)[index];
        return [false, true].map((inForm) => {
          const words = new Words(kinds[kind].messages, { inForm });
          return [language, inForm, words.message(finding), words.help(finding), words.why(finding)];
        });
      }),
    })),
  );
}
"""

Told: TypeAlias = tuple[str, str, tuple[tuple[Any, ...], ...]]
"""Rule, field at the top, and all texts."""


def _case(case: Mapping[str, Any]) -> dict[str, Any]:
    kind = case.get("kind", "initiative")
    merged = {**VECTORS["base"][kind], **case["fields"]}
    fields = {name: _written_out(value) for name, value in merged.items() if value is not None}
    return {"name": case["name"], "kind": kind, "fields": fields, "body": case.get("body", VECTORS["body"])}


def _written_out(value: Any) -> Any:
    return value["repeat"] * value["times"] if isinstance(value, dict) and "repeat" in value else value


CASES: Final = [_case(case) for case in VECTORS["cases"]]
EXPECTED: Final = [Counter((rule, path) for rule, path in case.get("finds", ())) for case in VECTORS["cases"]]


@pytest.fixture(scope="module")
def in_browser(script_page: Page) -> list[list[dict[str, Any]]]:
    """Return what the scripts find in each case."""
    data = {
        language: {
            kind: check_data(schema(kind), language=language, messages=words_in(language).messages)
            for kind in PATHS
        }
        for language in LANGUAGES
    }
    given = {"cases": CASES, "data": data, "places": place_data(vocabulary())}
    found: list[list[dict[str, Any]]] = script_page.evaluate(IN_BROWSER, given)
    return found


def _in_python(case: Mapping[str, Any]) -> list[Told]:
    path = PATHS[case["kind"]]
    text = entry_text(case["fields"], case["body"])
    checked = check_file(SourceFile(path, text.encode()), schema=schema(case["kind"]))
    # The folder is computed when the file is written, from the same fields.
    return [
        _told(diagnostic, text) for diagnostic in checked.diagnostics if diagnostic.rule != "wrong-folder"
    ]


def _told(diagnostic: Diagnostic, text: str) -> Told:
    texts = [
        (language, in_form, words.message(diagnostic), words.help(diagnostic), words.why(diagnostic))
        for language in LANGUAGES
        for in_form in (False, True)
        for words in [words_in(language, in_form=in_form)]
    ]
    path = ".".join(map(str, diagnostic.keys)) or _field_at(diagnostic.line, text)
    return (diagnostic.rule, path, tuple(texts))


def _field_at(line: int, text: str) -> str:
    """Return which field stands on a line; the story has the lines after the fields."""
    lines = text.split("\n")
    return lines[line - 1].partition(":")[0] if line < lines.index("---", 1) + 1 else "body"


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_check(number: int) -> None:
    """`idebank check` finds what the case expects, and nothing else."""
    found = Counter((rule, path) for rule, path, _ in _in_python(CASES[number]))
    # A rule about the whole text knows the line, not the value within a record.
    expected = Counter(
        {
            (rule, path if (rule, path) in found else path.split(".")[0]): count
            for (rule, path), count in EXPECTED[number].items()
        }
    )

    assert found == expected


@pytest.mark.browser
@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_form(number: int, in_browser: list[list[dict[str, Any]]]) -> None:
    """The scripts find what the case expects, and nothing else."""
    found = Counter((told["rule"], told["path"]) for told in in_browser[number])

    assert found == EXPECTED[number]


@pytest.mark.browser
@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_words(number: int, in_browser: list[list[dict[str, Any]]]) -> None:
    """Both say it in the same words, in every language, to who sees a file and to who sees a form."""
    in_form = sorted(
        (told["rule"], tuple(tuple(texts) for texts in told["texts"])) for told in in_browser[number]
    )
    in_python = sorted((rule, texts) for rule, _, texts in _in_python(CASES[number]))

    assert in_form == in_python


def test_enough_cases() -> None:
    """Both are held to many answers."""
    assert len(CASES) >= ENOUGH


def test_every_rule_is_tried_or_has_a_reason() -> None:
    """A new rule is either checked in the browser, too, with a case, or it is said why not."""
    tried = {rule for expected in EXPECTED for rule, _ in expected}
    all_rules = {rule.id for rule in ALL_RULES}
    exempt = {rule for ids in NOT_IN_A_FORM.values() for rule in ids}

    assert tried | exempt == all_rules
    assert tried & exempt == set()
