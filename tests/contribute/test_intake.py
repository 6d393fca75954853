"""From recorded events to answers and files."""

from __future__ import annotations

import json
import os
import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import cmarkgfm
import pytest
from bs4 import BeautifulSoup
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from idebank import limits
from idebank.contribute.comments import MARKER
from idebank.contribute.issues import Issue, read_event
from idebank.contribute.payload import Payload, is_from_form, read_payload, write_payload
from idebank.contribute.reading import Status
from idebank.entry_text import entry_text
from tests.contribute.banks import BANK, EVENTS, TODAY, intake, outcome_of
from tests.factories import check_source

if TYPE_CHECKING:
    from idebank.contribute.intake import Outcome

ANSWERS: Final = Path(__file__).parent / "answers"
UPDATE: Final = os.environ.get("UPDATE_GOLDEN") == "1"
NAMES: Final = sorted(path.stem for path in EVENTS.glob("*.json"))
NORDLAND: Final = "content/initiatives/nordland"

# What becomes of each event: its status, and the file it makes or would make.
EXPECTED: Final[dict[str, tuple[str, str]]] = {
    "adoption": ("ready", "content/adoptions/provedal-skole-skolefrukost-eksempel.md"),
    "adoption-again": ("ready", "content/adoptions/eksempelmo-skole-skolefrukost-eksempel.md"),
    "adoption-of-nothing": ("incomplete", ""),
    "confirmation-approved": ("ready", "content/adoptions/eksempeldal-fruktkurv.md"),
    "confirmation-no": ("ready", ""),
    "confirmation-no-approved": ("ready", ""),
    "confirmation-yes": ("ready", f"{NORDLAND}/skolefrukost-eksempel.md"),
    "correction": ("ready", ""),
    "correction-nn": ("ready", ""),
    "correction-of-nothing": ("incomplete", ""),
    "hostile-aliases": ("incomplete", ""),
    "hostile-author": ("ready", f"{NORDLAND}/byttehylle-for-barneboker.md"),
    "hostile-bidi": ("incomplete", ""),
    "hostile-bidi-escaped": ("incomplete", ""),
    "hostile-body-list": ("refused", ""),
    "hostile-body-null": ("refused", ""),
    "hostile-control": ("incomplete", ""),
    "hostile-deep": ("incomplete", ""),
    "hostile-expression": ("refused", ""),
    "hostile-expression-in-issue-title": ("ready", f"{NORDLAND}/byttehylle-for-barneboker.md"),
    "hostile-fence-inside": ("refused", ""),
    "hostile-headings": ("refused", ""),
    "hostile-headings-inside": ("ready", f"{NORDLAND}/byttehylle-for-barneboker.md"),
    "hostile-hijack": ("incomplete", ""),
    "hostile-many-mistakes": ("incomplete", ""),
    "hostile-mentions": ("ready", f"{NORDLAND}/octocat-fixes-1-skip-ci.md"),
    "hostile-missing-fence": ("refused", ""),
    "hostile-not-texts": ("incomplete", ""),
    "hostile-output": ("ready", f"{NORDLAND}/a-answer-b-set-output-name-x-y.md"),
    "hostile-oversize": ("refused", ""),
    "hostile-oversize-bytes": ("refused", ""),
    "hostile-path-adoption": ("incomplete", ""),
    "hostile-path-confirmation": ("incomplete", ""),
    "hostile-path-correction": ("incomplete", ""),
    "hostile-path-county": ("incomplete", ""),
    "hostile-path-device": ("ready", f"{NORDLAND}/mitt-tiltak.md"),
    "hostile-path-file": ("incomplete", ""),
    "hostile-path-title": ("ready", f"{NORDLAND}/github-workflows-check-yml.md"),
    "hostile-path-windows": ("ready", f"{NORDLAND}/c-windows-con.md"),
    "hostile-quoted": ("refused", ""),
    "hostile-script": ("refused", ""),
    "hostile-script-link": ("incomplete", ""),
    "hostile-second-fence": ("refused", ""),
    "hostile-tags": ("incomplete", ""),
    "hostile-template": ("ready", f"{NORDLAND}/config.md"),
    "hostile-unclosed": ("refused", ""),
    "hostile-unknown-form": ("refused", ""),
    "initiative-alike": ("ready", f"{NORDLAND}/frokost-pa-skolen-av-overskuddsmat.md"),
    "initiative-approved": ("ready", f"{NORDLAND}/byttehylle-for-barneboker.md"),
    "initiative-approved-too-early": ("incomplete", ""),
    "initiative-by-hand": ("incomplete", ""),
    "initiative-closed": ("not-ours", ""),
    "initiative-deep-nn": ("ready", "content/initiatives/vestland/skulehage-pa-taket.md"),
    "initiative-edited-after-approval": ("ready", f"{NORDLAND}/byttehylle-for-barneboker.md"),
    "initiative-english": ("ready", f"{NORDLAND}/book-swap-shelf-in-the-hallway.md"),
    "initiative-issue-form": ("ready", f"{NORDLAND}/byttehylle-for-barneboker.md"),
    "initiative-issue-form-untouched": ("incomplete", ""),
    "initiative-incomplete": ("incomplete", ""),
    "initiative-national": ("ready", "content/initiatives/nasjonalt/byttehylle-for-barneboker.md"),
    "initiative-no-label": ("ready", f"{NORDLAND}/byttehylle-for-barneboker.md"),
    "initiative-personal": ("incomplete", ""),
    "initiative-same-name": ("ready", f"{NORDLAND}/skolefrukost-eksempel-2.md"),
    "initiative-same-source": ("refused", ""),
    "initiative-sami": ("ready", "content/initiatives/finnmark/girjerajus.md"),
    "initiative-tip": ("ready", f"{NORDLAND}/byttehylle-for-barneboker.md"),
    "need": ("ready", "content/needs/lan-av-lastesykkel.md"),
    "other-issue": ("not-ours", ""),
}
# Events that must not become a file for their own sake: their text, not their writer, is at fault.
HARMLESS: Final = {name for name, (_, path) in EXPECTED.items() if path}


def _event(name: str) -> dict[str, Any]:
    event: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))
    return event


@pytest.mark.parametrize("name", NAMES)
def test_outcome(name: str) -> None:
    """Each recorded event has the outcome that somebody decided on."""
    outcome = outcome_of(name)

    assert (str(outcome.status), outcome.change.path if outcome.change else "") == EXPECTED[name]


def test_hostile_events() -> None:
    """There are enough of them to mean something."""
    assert len([name for name in NAMES if name.startswith("hostile-")]) >= 30
    assert set(NAMES) == set(EXPECTED)


@pytest.mark.golden
@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("hostile-")])
def test_answer(name: str) -> None:
    """The whole answer is as it was when somebody last read it."""
    outcome = outcome_of(name)
    change = outcome.change
    head = [
        f"status: {outcome.status}",
        f"add: {', '.join(outcome.add)}",
        f"remove: {', '.join(outcome.remove)}",
    ]
    if change:
        head += [f"path: {change.path}", f"branch: {change.branch}", f"message: {change.message!r}"]
    text = "\n".join((*head, "", outcome.comment))
    stored = ANSWERS / f"{name}.md"
    if UPDATE:
        stored.parent.mkdir(exist_ok=True)
        stored.write_text(text, encoding="utf-8")

    assert stored.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", NAMES)
def test_comment_is_ours(name: str) -> None:
    """Whatever was sent, a comment links to our own pages alone, and GitHub takes it."""
    comment = outcome_of(name).comment
    if not comment:
        assert EXPECTED[name][0] == "not-ours"
        return
    shown = BeautifulSoup(
        cmarkgfm.github_flavored_markdown_to_html(comment, options=Options.CMARK_OPT_UNSAFE), "html.parser"
    )
    links = [str(link["href"]) for link in shown.find_all("a")]

    assert comment.startswith(f"{MARKER}\n")
    assert len(comment) < 65_536
    assert {tag.name for tag in shown.find_all()} <= {
        "a", "br", "code", "h3", "h4", "li", "p", "strong", "table", "td", "th", "tr", "ul",
    }  # fmt: skip
    assert all(
        link.startswith(("https://bank.example/", "https://github.example/idebank/")) for link in links
    )
    for span in shown.find_all("code"):
        span.decompose()
    assert not re.search(r"[@#]\w", shown.get_text())


@pytest.mark.parametrize("name", sorted(HARMLESS))
def test_file_is_an_entry(name: str) -> None:
    """What is written passes the check, lies where the check wants it, and carries the day."""
    change = outcome_of(name).change
    assert change is not None
    record, diagnostics = check_source(change.path, change.content)
    errors = [diagnostic.rule for diagnostic in diagnostics if diagnostic.severity == "error"]

    assert errors == []
    assert record is not None
    assert (record.verified if (BANK / change.path).exists() else record.published) == TODAY


@pytest.mark.parametrize("name", sorted(HARMLESS))
def test_commit(name: str) -> None:
    """Names of branches and words of commits are made of the slug alone."""
    change = outcome_of(name).change
    number = _event(name)["issue"]["number"]
    assert change is not None

    assert re.fullmatch(rf"innmelding/{number}-[a-z0-9-]+", change.branch)
    assert re.fullmatch(
        rf"(Nytt tiltak|Nytt gjenbruk|Ny etterlysning|Bekreftet): [a-z0-9-]+ \(#{number}\)"
        r"(\n\nCo-authored-by: [\w-]+ <\d+\+[\w-]+@users\.noreply\.github\.com>)?",
        change.message,
    )


def test_author_is_credited() -> None:
    """Who sent it in stands in the commit, unless the name is not one that GitHub gives."""
    credited, not_credited = outcome_of("initiative-approved").change, outcome_of("hostile-author").change
    assert credited is not None
    assert not_credited is not None

    assert "Co-authored-by: bibliotekar-eksempel <4242+bibliotekar-eksempel@" in credited.message
    assert "\n" not in not_credited.message


@pytest.mark.parametrize("name", NAMES)
def test_outputs(name: str) -> None:
    """A workflow reads back exactly what there is, one output on each line."""
    outcome = outcome_of(name)
    lines = outcome.outputs().splitlines()
    outputs = dict(line.split("=", 1) for line in lines)

    assert set(outputs) <= {"answer", "path", "branch", "message", "content", "refused", "failed"}
    assert len(outputs) == len(lines)
    if outcome.status is Status.NOT_OURS:
        assert not lines
        return
    assert json.loads(outputs["answer"])["comment"] == outcome.comment
    if outcome.change:
        assert b64decode(outputs["content"]) == outcome.change.content
        assert max(map(len, lines)) < 131_072
        for why in ("refused", "failed"):
            told = json.loads(outputs[why])
            assert (told["marker"], told["add"], told["remove"]) == (MARKER, [], ["klar"])


def test_confirmation_changes_one_line() -> None:
    """Every other byte of the file is as it was."""
    change = outcome_of("confirmation-yes").change
    assert change is not None
    before = (BANK / change.path).read_bytes().split(b"\n")
    after = change.content.split(b"\n")

    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        (b'verified: "2026-05-17"', b'verified: "2026-11-26"')
    ]


def test_labels() -> None:
    """Labels say whose turn it is; an approval does not outlive a change."""
    assert (outcome_of("initiative-tip").add, outcome_of("initiative-tip").remove) == ((), ())
    assert outcome_of("initiative-no-label").add == ("innmelding", "ny")
    assert outcome_of("initiative-incomplete").add == ("mangler",)
    assert outcome_of("initiative-edited-after-approval").remove == ("klar",)
    assert outcome_of("initiative-edited-after-approval").add == ("ny",)
    assert outcome_of("initiative-approved").remove == ("ny",)
    assert (
        outcome_of("initiative-approved-too-early").add,
        outcome_of("initiative-approved-too-early").remove,
    ) == (
        ("mangler",),
        ("klar",),
    )


def _draft(name: str) -> dict[str, str]:
    """Return the draft that the link to the form carries."""
    found = re.search(r"#utkast=([\w-]+)&innmelding=\d+\)", outcome_of(name).comment)
    assert found is not None
    draft: dict[str, str] = json.loads(b64decode(found[1] + "==", altchars="-_"))
    return draft


def test_draft_comes_back() -> None:
    """The link to the form carries what was sent, letter by letter."""
    payload = read_payload(_event("initiative-incomplete")["issue"]["body"])

    assert isinstance(payload, Payload)
    assert _draft("initiative-incomplete") == {"form": payload.form, "text": payload.text}


def test_way_back_from_what_was_not_read() -> None:
    """Where no form is known, the way leads to the first; where a thing is known, to its correction."""
    assert "(https://bank.example/bidra/)" in outcome_of("hostile-missing-fence").comment
    assert "(https://bank.example/bidra/rett/?om=initiative%2Fskolefrukost-eksempel)" in (
        outcome_of("initiative-same-source").comment
    )


def test_draft_of_what_was_written_by_hand() -> None:
    """What was written in another way comes back as a form would have written it."""
    draft = _draft("initiative-by-hand")

    assert is_from_form(draft["text"])
    assert draft["text"].startswith('---\ntitle: "Matsvinn: slik gjorde vi"\n')
    assert 'kommune: "Bodø"\n' in draft["text"]


def test_private_data_does_not_spread() -> None:
    """An answer keeps no private mailbox or identity number, and sends none on."""
    comment = outcome_of("initiative-personal").comment

    assert "01010112377" not in comment
    assert "kari" not in comment.casefold().replace("ring kari", "")
    assert "utkast=" not in comment


def test_only_neighbours_are_read() -> None:
    """One issue costs the reading of one county's files, however large the bank is."""
    read: list[str] = []
    whole = intake()

    def counted(path: str) -> bytes | None:
        read.append(path)
        return whole.shelf.read(path)

    replace(whole, shelf=replace(whole.shelf, read=counted)).understand(
        read_event((EVENTS / "initiative-tip.json").read_bytes())
    )

    assert read
    assert {path.split("/")[2] for path in read} == {"nordland", "nasjonalt"}


def test_without_a_site() -> None:
    """A bank whose site has no address yet links to the repository instead."""
    issue = Issue(
        number=1,
        body=_event("initiative-incomplete")["issue"]["body"],
        is_open=True,
        labels=frozenset(),
        author="a",
        author_id=1,
        action="opened",
        label="",
        repository="https://github.example/idebank/idebank",
        branch="main",
    )

    assert "(https://github.example/idebank/idebank/issues/new?template=innmelding.yml)" in (
        intake(site="").understand(issue).comment
    )


WORDS: Final = st.text(
    st.one_of(st.sampled_from("./\\:~-_ \n\u202e\0Åæ"), st.characters(codec="utf-8")), max_size=60
)


def _sent(form: str, fields: dict[str, Any], *, label: str = "") -> Outcome:
    issue = Issue(
        number=7,
        body=write_payload(form, entry_text(fields)),
        is_open=True,
        labels=frozenset({"innmelding"}),
        author="a",
        author_id=1,
        action="labeled" if label else "opened",
        label=label,
        repository="https://github.example/idebank/idebank",
        branch="main",
    )
    return intake().approve(issue) if label else intake().understand(issue)


@given(title=WORDS, organisation=WORDS, place=st.one_of(WORDS, st.just("Bodø"), st.just("Viken")))
def test_nothing_ends_up_outside(title: str, organisation: str, place: str) -> None:
    """Whatever is written in a form, a file ends up in our folder, with a name that any system takes."""
    fields = {
        "title": title, "summary": "Kort.", "language": "nb", "organisation": organisation,
        "organisation_type": "municipality", "municipality": place, "sectors": ["skole"], "sdgs": ["12"],
        "phase": "running", "contact": {"role": "Miljø"}, "licence": "CC-BY-4.0",
    }  # fmt: skip
    outcome = _sent("initiative", fields)

    assert outcome.status is not Status.NOT_OURS
    if outcome.change:
        assert re.fullmatch(r"content/initiatives/nordland/[a-z0-9]+(-[a-z0-9]+)*\.md", outcome.change.path)


@pytest.mark.parametrize(
    "more",
    [
        {"steps": ["😀" * 200] * 20, "pitfalls": ["<@a>" * 100] * 40, "core": ["*_`" * 90] * 40},
        {"themes": ["😀*" * 40] * 200, "sectors": ["`" * 80] * 200, "sdgs": ["<b>" * 30] * 100},
        {"cost_note": "😀" * 8_000, "time_note": "`" * 10_000, "stopped_why": "|" * 10_000},
    ],
)
def test_answers_stay_short(more: dict[str, Any]) -> None:
    """Whatever was sent, GitHub takes the answer, and a job can be told it."""
    outcome = _sent("initiative", {**dict.fromkeys(("title", "summary"), "😀" * 400), **more})
    answer = outcome.outputs().splitlines()[0]

    assert outcome.status is Status.INCOMPLETE
    assert len(outcome.comment) < 65_536
    assert len(answer.encode()) < 131_072
    assert "#### Dette må rettes" in outcome.comment


def test_an_answer_in_short() -> None:
    """What would be too long in full is answered without the table and the draft."""
    names = ("steps", "pitfalls", "core", "adaptable", "prerequisites", "materials", "partners", "caveats")
    outcome = _sent("initiative", dict.fromkeys(names, ["漢" * 380] * 8))

    assert outcome.status is Status.INCOMPLETE
    assert "#### Dette må rettes" in outcome.comment
    assert "<table>" not in outcome.comment
    assert "utkast=" not in outcome.comment
    assert len(outcome.comment.encode()) < 60_000


def test_a_file_that_grows_too_large() -> None:
    """What would be too large for a job once it is written in full is refused as too large."""
    letters = "[" + ",".join("a" for _ in range(limits.LIST)) + "]"
    lists = "\n".join(f"{field}: {letters}" for field in ("steps", "core", "adaptable", "pitfalls"))
    story = "€€€€€€€\n" * 3_850
    issue = Issue(
        number=7,
        body=write_payload("initiative", _whole().replace("---\n", f"---\n{lists}\n", 1) + story),
        is_open=True,
        labels=frozenset({"innmelding"}),
        author="a",
        author_id=1,
        action="opened",
        label="",
        repository="https://github.example/idebank/idebank",
        branch="main",
    )
    outcome = intake().understand(issue)

    assert (outcome.status, outcome.change) == (Status.REFUSED, None)
    assert "for stor" in outcome.comment


def _whole() -> str:
    """Return the text of an event that is ready."""
    payload = read_payload(_event("initiative-tip")["issue"]["body"])
    assert isinstance(payload, Payload)
    return payload.text


@given(entry=WORDS, role=WORDS)
def test_a_confirmation_touches_nothing_else(entry: str, role: str) -> None:
    """Whatever a confirmation names, only an entry of the bank can change."""
    outcome = _sent("confirmation", {"entry": entry, "still": True, "role": role}, label="klar")

    assert outcome.change is None or (BANK / outcome.change.path).is_file()
