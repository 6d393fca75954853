"""Where a site may go, tried with the real commands and with other plug-ins beside ours."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

from idebank.artifacts import MARK
from idebank.cli import main
from tests.factories import PATH, entry_text, write_bank
from tests.site.commands import IDEBANK, MKDOCS, run, tree

if TYPE_CHECKING:
    from pathlib import Path

CONFIG: Final = (
    "site_name: Bank\ndocs_dir: content/pages\ntheme: material\nhooks: [hook.py]\nplugins: [idebank]\n"
)
# As mkdocs-redirects does: writes into the site when all pages are there, and asks for nothing.
HOOK: Final = """
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_post_build(config):
    site = Path(config.site_dir)
    assert (site / "index.html").is_file()
    (site / "gammel.html").write_text("flyttet", encoding="utf-8")
    for told in Path(config.config_file_path).parent.glob("feil-*"):
        (site / told.name.removeprefix("feil-")).unlink()
"""
FILES: Final = {
    "mkdocs.yml": CONFIG,
    "hook.py": HOOK,
    "content/pages/nb/om.md": "# Om\n",
    PATH: entry_text(),
    "annet/brev.txt": "hei",
    "depot/.git/HEAD": "main",
    "fil": "hei",
    ".git/HEAD": "main",
}


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a bank with all that must not be written over."""
    return write_bank(tmp_path_factory.mktemp("targets") / "bank", FILES)


@pytest.mark.parametrize("site", ["content/initiatives", "annet", ".git"])
def test_refused(bank: Path, site: str) -> None:
    """A build that would destroy something says so in a sentence, and nothing has been touched."""
    before = tree(bank)
    refused = [run(*command, "build", "-d", site, cwd=bank) for command in (IDEBANK, MKDOCS)]

    assert [finished.returncode for finished in refused] == [2, 1]
    for finished in refused:
        assert "Traceback" not in finished.stderr
        assert "kan ikke legges" in finished.stderr or "ikke er laget av idebank" in finished.stderr
    assert tree(bank) == before


@pytest.mark.parametrize("site", ["content", ".", "..", "/", "depot", "fil", "content/ny", "fil/site"])
def test_refused_by_one_of_us(bank: Path, site: str) -> None:
    """Where MkDocs says no before we are asked, that is as good."""
    before = tree(bank)
    refused = CliRunner().invoke(main, ["build", "-f", str(bank / "mkdocs.yml"), "-d", str(bank / site)])

    assert refused.exit_code in (1, 2)
    assert "Traceback" not in refused.output
    assert any(
        words in refused.output for words in ("kan ikke legges", "ikke er laget av idebank", "'site_dir'")
    )
    assert tree(bank) == before


def test_built_with_others(bank: Path) -> None:
    """What a hook adds when the pages are there is published, too, and what the owner keeps stays."""
    run(*MKDOCS, "build", "-d", "ut", cwd=bank)
    write_bank(bank / "ut", {"CNAME": "idebank.example", ".git/HEAD": "main", "utdatert/index.html": ""})
    finished = run(*IDEBANK, "build", "-d", "ut", "--no-search", cwd=bank)
    site = tree(bank / "ut")

    assert finished.returncode == 0, finished.stderr
    assert {"gammel.html", "index.html", "CNAME", ".git/HEAD", MARK} < site.keys()
    assert "utdatert/index.html" not in site
    assert list(bank.glob(".ut.*")) == []


@pytest.mark.parametrize(
    ("gone", "words"), [("404.html", "Siden lot seg ikke skrive"), ("finnes-ikke", "finnes-ikke")]
)
def test_others_that_fail(bank: Path, gone: str, words: str) -> None:
    """A hook that takes a page away, or fails, stops the build when all is made, and nothing is published."""
    before = tree(bank)
    (bank / f"feil-{gone}").touch()
    stopped = run(*IDEBANK, "build", "-d", "feil", "--no-search", cwd=bank)
    (bank / f"feil-{gone}").unlink()

    assert stopped.returncode == 2
    assert words in stopped.stderr
    assert tree(bank) == before
    assert list(bank.glob(".feil.*")) == []


def test_entries_that_are_gone(bank: Path, tmp_path: Path) -> None:
    """A bank whose entries are gone is not built over a good site, unless somebody says so."""
    home = tmp_path / "bank"
    shutil.copytree(bank, home)
    write_bank(home, {"site/index.html": "den gode", f"site/{MARK}": ""})
    (home / PATH).unlink()
    before = tree(home / "site")
    refused = [run(*command, "build", cwd=home) for command in (IDEBANK, MKDOCS)]
    after = tree(home / "site")
    told = run(*IDEBANK, "build", "--allow-empty", "--no-search", cwd=home)

    assert [finished.returncode for finished in refused] == [1, 1]
    assert all("[no-entries]" in finished.stderr for finished in refused)
    assert after == before
    assert told.returncode == 0, told.stderr
    assert "gammel.html" in tree(home / "site")


def test_deployed_with_mkdocs(bank: Path, tmp_path: Path) -> None:
    """`mkdocs gh-deploy` finds the site that it has built, and pushes it."""
    home, origin = tmp_path / "bank", tmp_path / "origin.git"
    shutil.copytree(bank, home, ignore=shutil.ignore_patterns(".git", "depot", "ut"))
    for command in (
        ("init", "--bare", "-q", origin),
        ("init", "-q", "-b", "main"),
        ("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "--allow-empty", "-m", "Start"),
        ("config", "user.name", "a"),
        ("config", "user.email", "a@b.example"),
        ("remote", "add", "origin", origin),
    ):
        assert run("git", *command, cwd=home).returncode == 0
    finished = run(*MKDOCS, "gh-deploy", "--no-history", cwd=home)
    listed = run("git", "ls-tree", "-r", "--name-only", "gh-pages", cwd=origin).stdout.split()

    assert finished.returncode == 0, finished.stderr
    assert {"index.html", "gammel.html", MARK, ".nojekyll"} <= set(listed)


def test_disk_says_no(bank: Path) -> None:
    """A limit on the size of files fails the build, and nothing of it is published."""
    before = tree(bank)
    limited = run("sh", "-c", f'ulimit -f 40; exec "{IDEBANK[0]}" build -d grense', cwd=bank)

    assert limited.returncode == 2
    assert "Siden lot seg ikke skrive" in limited.stderr
    assert tree(bank) == before
    assert list(bank.glob(".grense.*")) == []
