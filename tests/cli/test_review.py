"""The command `idebank review`, on pull requests between two checkouts."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from idebank import resources
from idebank.artifacts import AddressTakenError
from idebank.cli import review as command
from idebank.diagnostics import BrokenEntriesError, Diagnostic
from tests.cli.pull_requests import commit_base, copy_bank, git
from tests.factories import FIELDS, entry_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from idebank.export.answers import Answers
    from tests.cli.pull_requests import PullRequest

SUMMARIES: Final = Path(__file__).parent / "summaries"
UPDATE: Final = os.environ.get("UPDATE_GOLDEN") == "1"
NEW: Final = "content/initiatives/nordland/sykkelbuss-til-skolen.md"
FROKOST: Final = "content/initiatives/nordland/skolefrukost-eksempel.md"


def _entry(**changes: str | None) -> str:
    return entry_text(**changes)


def test_fine(request_: PullRequest) -> None:
    """A new entry in order is thanked for, with a way to see it."""
    request_.write(NEW, _entry())
    result = request_.review(preview="https://github.example/artifacts/1")

    assert result.exit_code == 0, result.output
    assert "::error" not in result.output
    assert request_.summary.startswith("## Bidragene er i orden\n")
    assert "**[Se hvordan det kommer til å se ut](https://github.example/artifacts/1)**" in request_.summary
    assert "### Meldingene" not in request_.summary


def test_mistakes(request_: PullRequest) -> None:
    """Mistakes are annotated where they are, and listed in full."""
    request_.write(NEW, _entry(phase='"ferdig?"', municipality='"Bodøø"'))
    result = request_.review()

    assert result.exit_code == 1
    assert f"::error file={NEW},line=7,col=15,title=unknown-municipality::" in result.output
    assert f"::error file={NEW},line=10,col=8,title=unknown-value::" in result.output
    assert request_.summary.startswith("## Noe må rettes\n")
    assert f"    {NEW}:10:8: feil: «ferdig?»" in request_.summary


def test_only_what_is_new_is_annotated(request_: PullRequest) -> None:
    """What was there before is listed, and stands beside no line of the change."""
    text = (request_.base / FROKOST).read_text(encoding="utf-8")
    old = text.replace("phase: running", "phase: ferdig")
    (request_.base / FROKOST).write_text(old, encoding="utf-8")
    git(request_.base, "commit", "--quiet", "--all", "--message", "gammel feil")
    shutil.rmtree(request_.root)
    shutil.copytree(request_.base, request_.root)
    request_.write(FROKOST, old.replace('organisation: "Eksempel skole"', 'organisation: ""'))
    result = request_.review()

    assert result.exit_code == 1
    assert result.output.count("::error") == 1
    assert "title=missing-field::" in result.output
    assert "[unknown-value]" in request_.summary


def test_no_more_annotations_than_are_shown(request_: PullRequest) -> None:
    """Ten stand beside the lines, the last of which says how many more there are; the summary has all."""
    for number in range(15):
        request_.write(
            f"content/initiatives/nordland/t-{number}.md", _entry(title=f'"T {number}"', phase="ferdig")
        )
    result = request_.review()

    assert result.output.count("::error") == 10
    assert "Det er 6 til; se oppsummeringen." in result.output
    assert request_.summary.count("[unknown-value]") == 15


def test_what_is_gone_is_missed(request_: PullRequest) -> None:
    """When an entry goes, those that name it are told of."""
    (request_.root / FROKOST).unlink()
    shutil.rmtree(request_.root / FROKOST.removesuffix(".md"))
    result = request_.review()

    assert result.exit_code == 1
    assert "[unknown-reference]" in request_.summary


def test_alike(request_: PullRequest) -> None:
    """A new entry much like one that is there is told of, with a link; it does not fail."""
    request_.write(NEW, _entry(title='"Frokost på skolen av overskuddsmat"'))
    result = request_.review()

    assert result.exit_code == 0
    assert (
        f"- `{NEW}`: [Skolefrokost av overskuddsmat](https://bank.example/under/tiltak/skolefrukost-eksempel/)"
        in request_.summary
    )


@pytest.mark.parametrize(
    ("author", "exit_code", "heading"),
    [
        ("NONE", 1, "## Her er det endret noe mer enn bidrag"),
        ("FIRST_TIME_CONTRIBUTOR", 1, "## Her er det endret noe mer enn bidrag"),
        ("MEMBER", 0, "## Endring av programmet"),
    ],
)
def test_more_than_contributions(request_: PullRequest, author: str, exit_code: int, heading: str) -> None:
    """A contribution that changes something else is stopped, unless one of us made it."""
    request_.write(NEW, _entry(phase="ferdig") if author == "MEMBER" else _entry())
    request_.write(".github/workflows/check.yml", "on: push\n")
    request_.write("content/pages/nb/om.md", "Endret.\n")
    result = request_.review(author)

    assert result.exit_code == exit_code
    assert request_.summary.startswith(heading)
    assert "- `.github/workflows/check.yml`\n- `content/pages/nb/om.md`" in request_.summary


def test_a_link_is_no_contribution(request_: PullRequest) -> None:
    """A link among contributions is refused, and never followed."""
    (request_.root / NEW).symlink_to("/etc/passwd")
    result = request_.review()

    assert result.exit_code == 1
    assert "root:" not in request_.summary
    assert "[symlink]" in request_.summary
    assert f"- `{NEW}`" in request_.summary


LOST: Final = (
    "{}.md", "initiatives/nordland/{}.md", "docs/templates/{}.md", ".github/{}.md", "{}.txt", "Mitt/{}",
    "content/tiltak/{}.md", "content/nordland/{}.md", "content/{}.md", "content/initiatives/{}.md",
    "content/Initiatives/nordland/{}.md", "content/initiatives/nordland/bodo/{}.md", "content/{}.txt",
    "content/initiatives/nordland/{}.md.txt", "content/pages/nb/{}.md", "content\\initiatives\\{}.md",
    "bilder/content/initiatives/nordland/{}.md", "Content/initiatives/nordland/{}.md", "{}.md~",
)  # fmt: skip
"""Where nobody would see an entry published."""


@pytest.mark.parametrize("author", ["NONE", "MEMBER"])
def test_lost_entries(request_: PullRequest, author: str) -> None:
    """An entry is an error wherever it is lost, with the path where it belongs, in its own language."""
    paths = {path.format(f"x{number}"): number for number, path in enumerate(LOST)}
    for path in paths:
        request_.write(path, _entry(language="nn"))
    result = request_.review(author)
    told = dict(re.findall(r"    (.+):1:1: feil: .*\n      (?:Flytt|Kall) fila .*?`(.*?)`", request_.summary))

    assert result.exit_code == 1
    assert request_.summary.startswith("## Noko må rettast\n")
    assert {path: right.rpartition("/")[2] for path, right in told.items()} == {
        path: f"x{number}.md" for path, number in paths.items()
    }
    assert {right.rpartition("/")[0] for right in told.values()} == {"content/initiatives/nordland", ""}


def test_a_lost_entry_beside_code(request_: PullRequest) -> None:
    """Who changes the program too is told as well; in the content, the changed program decides."""
    request_.write("Makefile", "a:\n")
    request_.write("content/tiltak/x.md", _entry())

    assert request_.review("MEMBER").exit_code == 0
    assert "[misplaced-file]" in request_.summary

    request_.write("x.md", _entry(title='"Noe annet"'))

    assert request_.review("MEMBER").exit_code == 1


@pytest.mark.parametrize(
    "path", ["README.md", "docs/om.md", "tests/rules/err/ny/x.md", "content/pages/nb/nytt.md", "docs/mal.md"]
)
def test_no_entry_is_lost(request_: PullRequest, path: str) -> None:
    """Other texts, examples for the program and empty templates are no contributions."""
    text = entry_text() if path.startswith("tests/") else '---\ntitle: "Om"\ndescription: "Om oss"\n---\n'
    template = (Path(__file__).parents[2] / "docs/templates/initiative.md").read_text(encoding="utf-8")
    request_.write(path, template if path.endswith("mal.md") else text)

    assert request_.review().exit_code == 0
    assert request_.summary.startswith("## Ingen bidrag er endret")


@pytest.mark.parametrize("author", ["NONE", "MEMBER"])
def test_no_contributions(request_: PullRequest, author: str) -> None:
    """A change of something else alone is for the other jobs."""
    request_.write("Makefile", "a:\n")
    result = request_.review(author)

    assert result.exit_code == 0
    assert request_.summary.startswith("## Ingen bidrag er endret")


def test_the_change_does_not_say_what_is_right(request_: PullRequest) -> None:
    """Schemas and profiles that a change brings are not what it is checked by."""
    request_.write("schema/profiles/school.yml", "id: [\n")
    request_.write(NEW, _entry(phase="ferdig"))

    assert request_.review().exit_code == 1
    assert "[unknown-value]" in request_.summary


def test_hostile_names_and_texts(request_: PullRequest) -> None:
    """What a contributor wrote begins no command in the log, and leaves no block of the summary."""
    name = "content/initiatives/nordland/a\n::add-mask::x.md"
    request_.write(name, _entry(title='"b"', phase='"x\\n::set-env::y"'))
    request_.write(NEW, _entry(phase='"```\\n# Overskrift <script>"'))
    request_.write("content/initiatives/nordland/<b>`@octocat`.txt", "x")
    result = request_.review()
    commands = [line for line in result.output.splitlines() if line.startswith("::")]

    assert result.exit_code == 1
    assert all(line.startswith(("::error file=", "::warning file=")) for line in commands)
    assert "\n# Overskrift" not in request_.summary
    assert "\n::" not in request_.summary


@pytest.mark.parametrize(
    ("language", "heading"), [("nn", "## Noko må rettast"), ("en", "## Something needs")]
)
def test_language(request_: PullRequest, language: str, heading: str) -> None:
    """The answer is in the language that the contribution is written in."""
    request_.write(NEW, _entry(language=language, phase="ferdig"))
    request_.review()

    assert request_.summary.startswith(heading)


def test_could_not_run(request_: PullRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure of ours is told as ours."""
    monkeypatch.setattr(resources, "schema_folder", lambda: request_.root)
    result = request_.review()

    assert result.exit_code == 2
    assert request_.summary.startswith("## Kontrollen kunne ikke kjøre")


def _fine(request: PullRequest) -> None:
    request.write(NEW, _entry(title='"Frokost på skolen av overskuddsmat"', language="nn"))


def _mistakes(request: PullRequest) -> None:
    request.write(NEW, _entry(phase="ferdig", summary=None))


def _flagged(request: PullRequest) -> None:
    request.write(NEW, _entry())
    request.write("Makefile", "a:\n")


@pytest.mark.golden
@pytest.mark.parametrize("change", [_fine, _mistakes, _flagged], ids=lambda change: change.__name__[1:])
def test_summary(request_: PullRequest, change: Callable[[PullRequest], None]) -> None:
    """The whole summary is as it was when somebody last read it."""
    change(request_)
    request_.review(preview="https://github.example/artifacts/1")
    stored = SUMMARIES / f"{change.__name__[1:]}.md"
    if UPDATE:
        stored.parent.mkdir(exist_ok=True)
        stored.write_text(request_.summary, encoding="utf-8")

    assert stored.read_text(encoding="utf-8") == request_.summary


def test_fields_are_those_of_the_factory() -> None:
    """The lines above are counted in this order of fields."""
    assert list(FIELDS).index("phase") == 8


@pytest.mark.site
def test_the_site_is_built(tmp_path: Path) -> None:
    """What the check passes is built, too, before it is called in order; nothing is left of it."""
    request = commit_base(copy_bank(tmp_path))
    request.write(NEW, _entry())
    found = request.review()

    assert found.exit_code == 0, found.output
    assert request.summary.startswith("## Bidragene er i orden\n")
    assert sorted(path.name for path in request.root.iterdir()) == sorted(
        path.name for path in request.base.iterdir()
    )


def test_the_site_cannot_be_built(request_: PullRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would stop the next publishing stops here, and is not put down to whoever wrote."""

    def fail(*_: object, **__: object) -> Answers:
        raise AddressTakenError("virksomhet/index.html")

    monkeypatch.setattr(command, "try_site", fail)
    request_.write(NEW, _entry())

    assert request_.review().exit_code == 1
    assert request_.summary.startswith("## Nettstedet kan ikke bygges med denne endringen\n")
    assert "    AddressTakenError: virksomhet/index.html\n" in request_.summary


def test_an_entry_that_cannot_be_made(request_: PullRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only the building finds wrong with an entry is told as what the check finds."""

    def fail(*_: object, **__: object) -> Answers:
        raise BrokenEntriesError((Diagnostic(NEW, "broken-picture", params={"file": "a.jpg"}),))

    monkeypatch.setattr(command, "try_site", fail)
    request_.write(NEW, _entry())
    found = request_.review()

    assert found.exit_code == 1
    assert f"::error file={NEW},line=1,col=1,title=broken-picture::" in found.output
    assert request_.summary.startswith("## Noe må rettes\n")
