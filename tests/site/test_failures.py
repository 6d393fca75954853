"""What goes wrong is told in plain words, and the old site stays as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from idebank.artifacts import MARK, Grounds, Staging, Target
from tests.factories import PATH, entry_text, write_bank
from tests.site.commands import IDEBANK, MKDOCS, build, copy_bank, kill, read_until, run, started, tree

if TYPE_CHECKING:
    from pathlib import Path

OLD: Final = {
    "site/index.html": "The old page",
    "site/tiltak/et-tiltak/index.html": "The old entry",
    f"site/{MARK}": "",
}
GROUNDS: Final = Grounds(around=(), inside=())
BROKEN: Final = {PATH: entry_text(municipality='"Sandness"', phase="sometimes")}
COMMANDS: Final = pytest.mark.parametrize("command", [IDEBANK, MKDOCS], ids=["idebank", "mkdocs"])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a bank that a test may break, with an old site."""
    return write_bank(copy_bank(tmp_path / "bank"), OLD)


@pytest.fixture
def broken(home: Path) -> Path:
    """Return a bank with two mistakes in one entry, and with an old site."""
    return write_bank(home, BROKEN)


@COMMANDS
def test_broken_entry_stops_the_build(broken: Path, command: tuple[str, ...]) -> None:
    """A build with a mistake in an entry ends with exit code 1."""
    assert run(*command, "build", cwd=broken).returncode == 1


@COMMANDS
def test_broken_entry_is_explained_as_by_check(broken: Path, command: tuple[str, ...]) -> None:
    """The build says of the mistakes what `idebank check` says, word for word."""
    checked = run(*IDEBANK, "check", cwd=broken).stdout
    said = run(*command, "build", cwd=broken).stderr

    assert f"{PATH}:" in checked
    assert re.sub(r"^Leste .*?\. ", "", checked, flags=re.MULTILINE) in said  # a build tells that otherwise


@COMMANDS
def test_broken_entry_shows_no_traceback(broken: Path, command: tuple[str, ...]) -> None:
    """A contributor is never shown the inside of the program."""
    finished = run(*command, "build", cwd=broken)

    assert "Traceback" not in finished.stdout + finished.stderr


@COMMANDS
def test_broken_entry_leaves_the_old_site(broken: Path, command: tuple[str, ...]) -> None:
    """What is published stays, byte for byte, and nothing half-made lies beside it."""
    before = tree(broken / "site")
    run(*command, "build", cwd=broken)

    assert tree(broken / "site") == before
    assert list(broken.glob(".site.*")) == []


def test_killed_build_leaves_the_old_site(home: Path) -> None:
    """A build that is killed while it writes pages has not touched the old site."""
    before = tree(home / "site")
    with started(*MKDOCS, "build", cwd=home) as build_:
        said = read_until("Skriver sider", build_)
        half_made = (home / ".site.new").exists()
        kill(build_)

    assert half_made, said
    assert tree(home / "site") == before


def test_build_after_a_killed_one_works(home: Path) -> None:
    """What a killed build has left behind is cleared away."""
    with started(*MKDOCS, "build", cwd=home) as killed:
        read_until("Skriver sider", killed)
        kill(killed)
    build(home, "--no-search")

    assert "The old page" not in (home / "site" / "index.html").read_text(encoding="utf-8")
    assert list(home.glob(".site.*")) == []


@pytest.mark.parametrize(("command", "code"), [(IDEBANK, 2), (MKDOCS, 1)], ids=["idebank", "mkdocs"])
def test_second_build_at_once_stops(home: Path, command: tuple[str, ...], code: int) -> None:
    """While one build writes the site, another says so and leaves it alone."""
    before = tree(home / "site")
    staging = Staging(Target.at(home / "site", GROUNDS))
    staging.open(GROUNDS)
    second = run(*command, "build", cwd=home)
    made = [path.name for path in staging.target.staging.iterdir()]
    staging.close()

    assert second.returncode == code
    assert made == [MARK]
    assert "En annen bygging skriver denne siden nå." in second.stderr
    assert "Traceback" not in second.stderr
    assert tree(home / "site") == before


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(b"", "empty-file", id="empty"),
        pytest.param(entry_text().encode("latin-1"), "not-utf-8", id="latin-1"),
        pytest.param(entry_text("A long story. " * 400_000).encode(), "file-too-large", id="5 MB"),
        pytest.param(b"\x00\xff\xfe\x00" * 100, "not-utf-8", id="binary"),
    ],
)
def test_bad_file_is_explained(tmp_path: Path, content: bytes, rule: str) -> None:
    """A file that cannot be an entry gets one plain message with its place and the rule's name."""
    checked = run(*IDEBANK, "check", cwd=write_bank(tmp_path, {PATH: content}))

    assert checked.returncode == 1
    assert checked.stdout.startswith(f"{PATH}:")
    assert f"[{rule}]" in checked.stdout
    assert checked.stderr == ""


def test_symbolic_link_is_explained(tmp_path: Path) -> None:
    """What lies outside the bank does not come in through a link."""
    bank = write_bank(tmp_path / "bank", {PATH: entry_text()})
    link = (bank / PATH).with_name("hemmelig.md")
    link.symlink_to(write_bank(tmp_path, {"outside.md": entry_text()}) / "outside.md")
    checked = run(*IDEBANK, "check", cwd=bank)

    assert checked.returncode == 1
    assert "hemmelig.md:1:1: " in checked.stdout
    assert "[symlink]" in checked.stdout


def test_build_without_settings_is_explained(tmp_path: Path) -> None:
    """Outside of a bank the command says what it misses, with exit code 2."""
    finished = run(*IDEBANK, "build", cwd=tmp_path)

    assert finished.returncode == 2
    assert "mkdocs.yml" in finished.stderr
    assert "Traceback" not in finished.stderr
