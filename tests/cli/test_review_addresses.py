"""Whatever a contributor takes away, the review says what to write, and what it says is enough to publish."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from idebank.build import load_bank
from idebank.build.answers import answers_of, planned_site, prose_addresses
from idebank.kinds import KINDS
from idebank.progress import Silence, Stopwatch
from tests.cli.pull_requests import PullRequest, commit_base, copy_bank
from tests.factories import entry_text
from tests.words import settings

if TYPE_CHECKING:
    from idebank.export.answers import Answers

FIRST: Final = {
    "initiative": "initiatives/nordland/skolefrukost-eksempel.md",
    "adoption": "adoptions/eksempeldal-fruktkurv.md",
    "need": "needs/kantinemat-eksempel.md",
    "method": "methods/matkompass-eksempel.md",
    "event": "events/klimawebinar-eksempel.md",
    "network": "networks/skulematnettverket-eksempel.md",
    "collection": "collections/mat-eksempel.md",
}
"""An entry of each kind that the small bank has."""
WRITE: Final = re.compile(
    r"^ +(?:Skriv|Lat|La|Write|Make) (?:`former_slugs` i )?[^`]*`([^`]+)`", re.MULTILINE
)
MOVED: Final = "content/moved.txt"


def _answers(bank: Path) -> Answers:
    own = settings(root=bank, today="2026-06-01")
    loaded = load_bank(own, watch=Stopwatch(Silence()))
    prose = prose_addresses(bank / "content" / "pages")
    return answers_of(loaded, planned_site(loaded, settings=own), prose=prose)


def _published(folder: Path, **changes: str) -> PullRequest:
    """Return a pull request on the small bank with one more entry of each kind, and everything published.

    `changes` are replaced in the text of the one more initiative.
    """
    base = copy_bank(folder)
    for kind in KINDS:
        first = base / "content" / FIRST[kind]
        shutil.copyfile(first, first.with_name("gammel.md"))
        if first.with_suffix("").is_dir():
            shutil.copytree(first.with_suffix(""), first.with_name("gammel"))
    file = base / _path("initiative")
    file.write_text(_replaced(file.read_text(encoding="utf-8"), **changes), encoding="utf-8")
    every = sorted(_answers(base).addresses - {"404.html"})
    (base / "content" / "published.txt").write_text("".join(f"/{path}\n" for path in every))
    return commit_base(base)


def _path(kind: str, name: str = "gammel") -> str:
    return str(Path("content", FIRST[kind]).with_name(f"{name}.md"))


def _replaced(text: str, **changes: str) -> str:
    for field, value in changes.items():
        text = re.sub(rf"^{field}:.*$", f"{field}: {value}", text, flags=re.MULTILINE)
    return text


def _change(request: PullRequest, path: str, **fields: str) -> None:
    request.write(path, _replaced((request.root / path).read_text(encoding="utf-8"), **fields))


def _rename(request: PullRequest, old: str, new: str) -> None:
    for path in (request.root / old, (request.root / old).with_suffix("")):
        if path.exists():
            target = (request.root / new).with_suffix(path.suffix)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)


def _delete(request: PullRequest, path: str) -> None:
    (request.root / path).unlink()
    shutil.rmtree((request.root / path).with_suffix(""), ignore_errors=True)


def _add_field(request: PullRequest, path: str, line: str) -> None:
    text = (request.root / path).read_text(encoding="utf-8")
    text = re.sub(r"^former_slugs:.*\n", "", text, flags=re.MULTILINE)
    request.write(path, text.replace("---\n", f"---\n{line}\n", 1))


def _told(request: PullRequest) -> list[str]:
    """Return what the review says to write about addresses."""
    return [line for line in WRITE.findall(request.summary) if line.startswith(("/", "former_slugs:"))]


def _close(request: PullRequest, *lines: str) -> None:
    file = request.root / MOVED
    file.write_text(
        file.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in lines), encoding="utf-8"
    )


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a bank in which everything is published; no test changes it."""
    return _published(tmp_path_factory.mktemp("published")).base


@pytest.fixture
def published(bank: Path, tmp_path: Path, only_planned: None) -> PullRequest:  # noqa: ARG001 - wanted for what it does
    """Return a pull request on that bank."""
    return PullRequest(bank, Path(shutil.copytree(bank, tmp_path / "endring")))


def test_deleted(published: PullRequest) -> None:
    """Deleting an entry, of whatever kind, is told with the line that closes its address; then all answer."""
    for kind in KINDS:
        _delete(published, _path(kind))

    assert published.review().exit_code == 1
    assert sorted(_told(published)) == sorted(f"/{kind.address}/gammel/" for kind in KINDS.values())

    _close(published, *_told(published))

    assert published.review().exit_code == 0, published.summary
    assert _answers(published.root).vanished == ()


def test_renamed(published: PullRequest) -> None:
    """Renaming an entry, of whatever kind, is told with the line for the new file; then old links lead on."""
    for kind in KINDS:
        _rename(published, _path(kind), _path(kind, f"ny-{kind}"))

    result = published.review()
    assert result.exit_code == 1
    assert f"::error file={_path('need', 'ny-need')},line=1,col=1,title=vanished-address::" in result.output
    assert _told(published) == ["former_slugs: [gammel]"] * len(KINDS)

    for kind in KINDS:
        _add_field(published, _path(kind, f"ny-{kind}"), _told(published)[0])

    assert published.review().exit_code == 0, published.summary
    found = _answers(published.root)
    assert found.vanished == ()
    assert {(f"{one.address}/gammel/", f"{one.address}/ny-{kind}/") for kind, one in KINDS.items()} <= {
        (move.old, move.new) for move in found.moves
    }


def test_renamed_again(published: PullRequest) -> None:
    """An entry that has been called something else before keeps that name, too."""
    old = "content/initiatives/vestland/skulehage-eksempel.md"
    new = "content/initiatives/vestland/skulehagen.md"
    _rename(published, old, new)
    published.review()

    assert _told(published) == ["former_slugs: [hage-eksempel, skulehage-eksempel]"]


def test_renamed_and_written_anew(published: PullRequest) -> None:
    """A new file with the old one's title goes on with it, however much else has changed."""
    _delete(published, _path("initiative"))
    published.write(_path("initiative", "nyere"), entry_text(title='"Skolefrokost av overskuddsmat"'))
    published.review()

    assert _told(published) == ["former_slugs: [gammel]"]


def test_replaced_by_something_else(published: PullRequest) -> None:
    """A new file that has nothing of the old one does not go on with it: the old one is closed."""
    _delete(published, _path("initiative"))
    published.write("content/initiatives/nordland/noe-annet.md", entry_text())
    published.review()

    assert _told(published) == ["/tiltak/gammel/"]


def test_two_become_one(published: PullRequest) -> None:
    """When two files become one, both names go into it."""
    text = (published.root / _path("need")).read_text(encoding="utf-8")
    for path in (_path("need"), "content/needs/kantinemat-eksempel.md"):
        _delete(published, path)
    published.write("content/needs/samlet.md", text)
    published.review()

    assert _told(published) == ["former_slugs: [gammel, kantinemat-eksempel]"] * 2


def test_becomes_another_kind(published: PullRequest) -> None:
    """An entry whose file goes on as another kind is led on by the list."""
    _rename(published, _path("initiative"), "content/methods/fra-tiltak.md")
    published.review()

    assert "/tiltak/gammel/ /metode/fra-tiltak/" in _told(published)


def test_moved_to_another_county(published: PullRequest) -> None:
    """The folder is no part of the address, so nothing need be said of it."""
    _rename(published, _path("event"), _path("event"))
    text = _replaced(
        (published.root / _path("initiative")).read_text(encoding="utf-8"), municipality='"Oslo"'
    )
    _rename(published, _path("initiative"), "content/initiatives/oslo/gammel.md")
    published.write("content/initiatives/oslo/gammel.md", text)

    assert published.review().exit_code == 0, published.summary
    assert _answers(published.root).vanished == ()


def test_a_former_name_is_dropped(published: PullRequest) -> None:
    """Taking a former name out of an entry is taking its address away."""
    path = "content/initiatives/vestland/skulehage-eksempel.md"
    text = (published.root / path).read_text(encoding="utf-8")
    published.write(path, re.sub(r"^former_slugs:.*\n", "", text, flags=re.MULTILINE))

    assert published.review().exit_code == 1
    assert _told(published) == ["former_slugs: [hage-eksempel]"]


def test_not_on_the_list_yet(request_: PullRequest) -> None:
    """What is in the bank is published, whether or not its address has been stored."""
    _delete(request_, "content/methods/matkompass-eksempel.md")
    request_.review()

    assert _told(request_) == ["/metode/matkompass-eksempel/"]


def test_whoever_names_what_is_gone_is_told(published: PullRequest) -> None:
    """Entries that name a deleted one are told of besides, where they do it."""
    _delete(published, "content/initiatives/nordland/skolefrukost-eksempel.md")
    published.review()

    assert "content/adoptions/eksempelmo-skolefrukost.md" in published.summary
    assert "[unknown-reference]" in published.summary


@pytest.mark.parametrize("language", ["nn", "en"])
def test_in_the_language_of_what_is_gone(language: str, tmp_path: Path, only_planned: None) -> None:  # noqa: ARG001 - as above
    """Who deletes an entry is answered in its language."""
    request = _published(tmp_path, language=language)
    _delete(request, _path("initiative"))
    request.review()

    assert request.summary.startswith({"nn": "## Noko må rettast", "en": "## Something needs"}[language])
    assert _told(request) == ["/tiltak/gammel/"]


@pytest.mark.site
def test_an_organisation_gets_another_name(tmp_path: Path, only_planned: None) -> None:  # noqa: ARG001 - as above
    """Its old page leads to the list by itself; the review gives the line that leads to the new one."""
    request = _published(tmp_path, organisation='"Gamlebyen skole"')
    request.write(
        _path("initiative"),
        _replaced(
            (request.root / _path("initiative")).read_text(encoding="utf-8"), organisation='"Nyskolen"'
        ),
    )

    assert request.review().exit_code == 0, request.summary
    by_itself = {move.old: move.new for move in _answers(request.root).moves}
    assert "    /virksomhet/gamlebyen-skole/ /virksomhet/nyskolen/\n" in request.summary

    _close(request, "/virksomhet/gamlebyen-skole/ /virksomhet/nyskolen/")

    assert request.review().exit_code == 0, request.summary
    told = {move.old: move.new for move in _answers(request.root).moves}
    assert [by_itself[f"{own}virksomhet/gamlebyen-skole/"] for own in ("", "nn/", "en/")] == [
        "virksomhet/",
        "nn/virksomhet/",
        "en/virksomhet/",
    ]
    assert [told[f"{own}virksomhet/gamlebyen-skole/"] for own in ("", "nn/", "en/")] == [
        "virksomhet/nyskolen/",
        "nn/virksomhet/nyskolen/",
        "en/virksomhet/nyskolen/",
    ]
    assert _answers(request.root).vanished == ()


@pytest.mark.parametrize(
    "line",
    [
        "/tiltak/fyllesensor-eksempel/",
        "/virksomhet/eksempelsund-kommune/ /virksomhet/eksempel-skole/",
        "/om/",
        "/tiltak/aldri-her/ /tiltak/fyllesensor-eksempel/",
    ],
)
def test_no_other_address_is_a_contribution(line: str, published: PullRequest) -> None:
    """A line about what the change does not take away is for one of us, even where it would do nothing."""
    _delete(published, _path("need"))
    _close(published, "/etterlyst/gammel/", line)

    assert published.review().exit_code == 1
    assert published.summary.startswith("## Her er det endret noe mer enn bidrag")
    assert "- `content/moved.txt`" in published.summary


def test_the_rest_of_the_list_stays(published: PullRequest) -> None:
    """A contribution adds to the list and takes nothing out of it."""
    _delete(published, _path("need"))
    published.write(MOVED, "/etterlyst/gammel/\n")

    assert published.review().exit_code == 1
    assert "- `content/moved.txt`" in published.summary


@pytest.mark.parametrize("path", [MOVED, "content/published.txt"])
def test_the_lists_alone(path: str, published: PullRequest) -> None:
    """Who changes nothing but a list of addresses is no contributor; one of us may."""
    published.write(path, "/tiltak/borte/\n")

    assert published.review().exit_code == 1
    assert f"- `{path}`" in published.summary
    assert published.review("MEMBER").exit_code == 0


@pytest.mark.parametrize(
    "line", ["/etterlyst/gammel", "/etterlyst/gammel/ /etterlyst/finnes-ikke/", "/../../a/"]
)
def test_a_line_that_does_not_help(line: str, published: PullRequest) -> None:
    """A line that cannot be read, or that leads nowhere, is told by its line."""
    _delete(published, _path("need"))
    _close(published, line)
    number = (published.root / MOVED).read_text(encoding="utf-8").count("\n")

    result = published.review()
    assert result.exit_code == 1
    assert f"::error file={MOVED},line={number}," in result.output


def test_what_an_untouched_entry_says(published: PullRequest) -> None:
    """A new entry that claims another's former name is refused, though the other is not changed."""
    published.write("content/initiatives/nordland/ny.md", entry_text(former_slugs="[hage-eksempel]"))

    assert published.review().exit_code == 1
    assert "[former-slug-taken]" in published.summary


def test_what_was_wrong_before_elsewhere(tmp_path: Path, only_planned: None) -> None:  # noqa: ARG001 - as above
    """A mistake that lay in another entry before the change stops nobody else's contribution."""
    base = copy_bank(tmp_path)
    (base / "content" / "needs" / "feil.md").write_text("---\ntitle: Feil\n---\n", encoding="utf-8")
    request = commit_base(base)
    request.write("content/initiatives/nordland/ny.md", entry_text())

    assert request.review().exit_code == 0, request.summary
