"""Every rule at work: what breaks it in `err`, and the same put right in `ok`, with nothing to say.

In `general` lie files that look odd and are right all the same.
"""

import os
import re
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

import pytest

from idebank.report import render, words_in
from idebank.validate import ALL_RULES
from idebank.vocabulary import LANGUAGES
from tests.factories import PATH, check, entry_text, write_bank

HERE: Final = Path(__file__).parent
UPDATE: Final = os.environ.get("UPDATE_GOLDEN") == "1"

LIBRARY_WORDS: Final = re.compile(
    r"is not of type|required property|Traceback|\bmapping\b|\bscalar\b|\btoken\b|not valid under|"
    r"\bNone\b|additionalProperties|jsonschema|yaml\.scanner|\benum\b|"
    r"could not find expected|did not find expected"
)


def _symlink(root: Path) -> None:
    target = root / "secret.txt"
    target.write_text("secret", encoding="utf-8")
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).symlink_to(target)


def _socket(root: Path) -> None:
    (root / PATH).parent.mkdir(parents=True)
    os.mknod(root / PATH, mode=stat.S_IFSOCK | 0o644)


def _giant(root: Path) -> None:
    write_bank(root, {PATH: entry_text() + "x" * 5_000_000})


def _long_line(root: Path) -> None:
    write_bank(root, {PATH: entry_text("Mange barn ble kjørt til skolen. " * 400)})


def _long_paragraphs(root: Path) -> None:
    write_bank(root, {PATH: entry_text("Mange barn ble kjørt til skolen.\n\n" * 1_300)})


def _many_fields(root: Path) -> None:
    write_bank(root, {PATH: entry_text(partners="\n" + '  - "Bodø kommune"\n' * 2_100)})


def _twins(root: Path) -> None:
    folder = "content/initiatives/nordland"
    write_bank(root, {f"{folder}/sol.md": entry_text(), f"{folder}/Sol.md": entry_text()})


def _large_picture(root: Path) -> None:
    image = '\n  - {file: kart.png, alt: "Et kart", credit: "Bodø kommune", licence: CC-BY-4.0, people: none}'
    file = "content/initiatives/nordland/sykkelbuss-bodo/kart.png"
    write_bank(root, {PATH: entry_text(images=image), file: b"\x89PNG" + bytes(10_100_000)})


def _large_document(root: Path) -> None:
    document = '\n  - {file: rapport.pdf, title: "Rapport", kind: report}'
    file = "content/initiatives/nordland/sykkelbuss-bodo/rapport.pdf"
    write_bank(root, {PATH: entry_text(attachments=document), file: b"%PDF-1.7" + bytes(21_000_000)})


def _odd_names(root: Path) -> None:
    names = ("con.md", "side.md", "sykkelbuss.MD", "Ære være Bodø!.md", f"{'lang-' * 20}.md")
    write_bank(root, {f"content/initiatives/nordland/{name}": entry_text() for name in names})


def _nothing(root: Path) -> None:
    write_bank(root, {PATH: entry_text()})


def _small_document(root: Path) -> None:
    document = '\n  - {file: rapport.pdf, title: "Rapport", kind: report}'
    file = "content/initiatives/nordland/sykkelbuss-bodo/rapport.pdf"
    write_bank(root, {PATH: entry_text(attachments=document), file: b"%PDF-1.7\n%%EOF"})


def _small_picture(root: Path) -> None:
    image = '\n  - {file: kart.png, alt: "Et kart", credit: "Bodø kommune", licence: CC-BY-4.0, people: none}'
    file = "content/initiatives/nordland/sykkelbuss-bodo/kart.png"
    picture = HERE / "ok/unknown-picture-type/bank/content/initiatives/nordland/sykkelbuss-bodo/tegning.png"
    write_bank(root, {PATH: entry_text(images=image), file: picture.read_bytes()})


def _two_names(root: Path) -> None:
    folder = "content/initiatives/nordland"
    write_bank(root, {f"{folder}/sol.md": entry_text(), f"{folder}/vind.md": entry_text()})


def _pages_only(root: Path) -> None:
    write_bank(root, {"content/pages/nb/om.md": "# Om\n"})


def _stumble(_: object) -> NoReturn:
    """Stand in for a rule with a mistake in it."""
    raise ZeroDivisionError


MADE: Final[dict[str, tuple[Callable[[Path], None], str | None]]] = {
    "body-too-long": (_long_paragraphs, None),
    "document-too-large": (_large_document, None),
    "file-not-found": (_nothing, "content/initiatives/nordland/finnes-ikke.md"),
    "file-too-large": (_giant, None),
    "no-entries": (_pages_only, None),
    "line-too-long": (_long_line, None),
    "not-a-plain-file": (_socket, None),
    "not-understood": (_nothing, None),
    "odd-file-name": (_odd_names, None),
    "picture-too-large": (_large_picture, None),
    "symlink": (_symlink, None),
    "too-many-fields": (_many_fields, None),
    "twin-names": (_twins, None),
    "unreadable-file": (_nothing, f"content/initiatives/nordland/{'a' * 300}.md"),
}
"""By rule, for banks that cannot lie in a repository: what makes the bank, and the one path to check."""

RIGHT: Final[dict[str, Callable[[Path], None]]] = {
    "body-too-long": _nothing,
    "document-too-large": _small_document,
    "file-not-found": _nothing,
    "file-too-large": _nothing,
    "no-entries": _nothing,
    "line-too-long": _nothing,
    "not-a-plain-file": _nothing,
    "not-understood": _nothing,
    "odd-file-name": _two_names,
    "picture-too-large": _small_picture,
    "symlink": _nothing,
    "too-many-fields": _nothing,
    "twin-names": _two_names,
    "unreadable-file": _nothing,
}
"""By rule, the same banks put right."""

ERR: Final = sorted(path for path in (HERE / "err").glob("*/*") if path.suffix != ".txt")
OK: Final = sorted((HERE / "ok").glob("*/*"))
GENERAL: Final = sorted((HERE / "general").glob("*/*.md"))


@pytest.mark.golden
@pytest.mark.parametrize("case", ERR, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_err(case: Path, tmp_path: Path) -> None:
    """A case says what is wrong with it, and its own rule is part of that."""
    root = _bank(case, tmp_path)

    found = _report(root)

    _expect(found, case.with_suffix(".txt"), rule=case.parent.name)


@pytest.mark.golden
@pytest.mark.parametrize("rule", sorted(MADE))
def test_err_made(rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot lie in a repository is refused, too, and never read."""
    make, path = MADE[rule]
    make(tmp_path)
    if rule == "not-understood":
        monkeypatch.setattr("idebank.validate.entries.entry_findings", _stumble)

    found = _report(tmp_path, path=path)

    _expect(found, HERE / "err" / rule / "made.txt", rule=rule)


@pytest.mark.golden
@pytest.mark.parametrize("expected", sorted((HERE / "nn").glob("*/*.txt")), ids=lambda path: path.parent.name)
def test_err_in_nynorsk(expected: Path, tmp_path: Path) -> None:
    """Some cases are told in nynorsk, too."""
    case = HERE / "err" / expected.parent.name / f"{expected.stem}.md"
    root = _bank(case, tmp_path)

    found = _report(root, language="nn")

    _expect(found, expected, rule=case.parent.name)


@pytest.mark.parametrize("case", OK, ids=lambda path: path.parent.name)
def test_ok(case: Path, tmp_path: Path) -> None:
    """A case put right has nothing said about it by any rule, and is not the case that was wrong."""
    wrong = HERE / "err" / case.parent.name / case.name

    assert check(_bank(case, tmp_path)).diagnostics == ()
    assert _content(case) != _content(wrong)


@pytest.mark.parametrize("rule", sorted(RIGHT))
def test_ok_made(rule: str, tmp_path: Path) -> None:
    """What is made by a test is put right by one."""
    RIGHT[rule](tmp_path)

    assert check(tmp_path).diagnostics == ()


@pytest.mark.parametrize("case", GENERAL, ids=lambda path: path.stem)
def test_general(case: Path, tmp_path: Path) -> None:
    """Nothing is said about what looks odd and is right."""
    root = write_bank(tmp_path, {f"content/initiatives/{case.parent.name}/{case.name}": case.read_bytes()})

    checked = check(root)

    assert checked.diagnostics == ()
    assert [entry.slug for entry in checked.entries] == [case.stem]


def test_every_rule_has_a_case() -> None:
    """No rule is without a file that breaks it."""
    with_case = {path.parent.name for path in ERR} | set(MADE)

    assert with_case == {rule.id for rule in ALL_RULES}


def test_every_rule_has_a_case_put_right() -> None:
    """The first case of each rule has a twin without the mistake, by the same name."""
    first = {path.parent.name: path for path in reversed(ERR)}

    assert {(path.parent.name, path.name) for path in OK} == {
        (rule, path.name) for rule, path in first.items() if rule not in MADE
    }
    assert RIGHT.keys() == MADE.keys()


def test_rule_ids_are_unique() -> None:
    """An id means one thing."""
    ids = [rule.id for rule in ALL_RULES]

    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words(language: str) -> None:
    """Each rule says what is wrong, what to do and why; no words are left of rules that are gone."""
    messages = words_in(language).messages
    parts = ("message", "help", "why")

    for part in parts:
        having = {
            key.split(".")[1] for key in messages if key.startswith("rules.") and key.endswith(f".{part}")
        }
        assert having == {rule.id for rule in ALL_RULES}
    for rule in ALL_RULES:
        assert len({messages[f"rules.{rule.id}.{part}"] for part in parts}) == len(parts), rule.id


@pytest.mark.parametrize("language", ["nn", "en"])
def test_languages_say_the_same(language: str) -> None:
    """Each text exists in each language and quotes the same things."""
    first, other = words_in("nb").messages, words_in(language).messages

    assert {key: _quoted(text) for key, text in other.items()} == {
        key: _quoted(text) for key, text in first.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_library_words(language: str) -> None:
    """No text speaks of what only programmers know."""
    found = {key: text for key, text in words_in(language).messages.items() if LIBRARY_WORDS.search(text)}

    assert found == {}


def _quoted(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"{(\w+)}", text))


def _content(case: Path) -> dict[str, bytes]:
    """Return every file of a case by its path within it."""
    files = [path for path in case.rglob("*") if path.is_file()] if case.is_dir() else [case]
    return {str(path.relative_to(case)): path.read_bytes() for path in files}


def _bank(case: Path, root: Path) -> Path:
    """Return a bank with the case in it: a whole one, or one entry in Nordland."""
    if case.is_dir():
        shutil.copytree(case, root, dirs_exist_ok=True)
        return root
    return write_bank(root, {f"content/initiatives/nordland/{case.name}": case.read_bytes()})


def _report(root: Path, *, path: str | None = None, language: str = "nb") -> str:
    """Return what the check says, once over in every language, so that no text lacks what it quotes."""
    diagnostics = check(root, paths=[root / path] if path else None).diagnostics
    texts = {
        language: render(diagnostics, format="text", language=language, colour=False, sources=_source(root))
        for language in LANGUAGES
    }
    return texts[language]


def _source(root: Path) -> Callable[[str], str | None]:
    def text(path: str) -> str | None:
        try:
            return (root / path).read_text(encoding="utf-8", errors="replace")[:1_000_000]
        except OSError:
            return None

    return text


def _expect(found: str, expected: Path, *, rule: str) -> None:
    """Compare with a stored report, or store it where that is asked for."""
    assert f"[{rule}]" in found
    assert not LIBRARY_WORDS.search(found)
    if UPDATE:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8")

    assert found == expected.read_text(encoding="utf-8")
