"""How a new site takes the old one's place."""

from __future__ import annotations

import fcntl
import shutil
from typing import TYPE_CHECKING

import pytest

from idebank.artifacts import MARK, Grounds, OutputBusyError, Staging, Target, TargetRefusedError
from idebank.artifacts import target as where
from idebank.workers import map_forked
from tests.factories import write_bank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GROUNDS = Grounds(around=(), inside=())


@pytest.fixture(params=["whole", "inside"])
def site(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder with an old site: one that can be replaced, or one that is fixed like a mount point."""
    if request.param == "inside":
        monkeypatch.setattr(where, "_is_fixed", lambda folder: folder.is_dir())
    site = write_bank(tmp_path, {"site/index.html": "gammel", "site/borte/index.html": "gammel"}) / "site"
    where.mark(site)
    yield site
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["site"]
    assert [path.name for path in sorted(site.glob(f"{MARK}*"))] == [MARK]


def _open(site: Path, text: str = "ny") -> Staging:
    staging = Staging(Target.at(site, GROUNDS))
    output = staging.open(GROUNDS)
    output.write("index.html", text.encode())
    output.write("assets/a.css", b"")
    return staging


def _files(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != MARK
    }


def test_publish(site: Path) -> None:
    """The new site takes the old one's place; what it has not is gone, and nothing lies beside it."""
    _open(site).publish()

    assert _files(site) == {"assets/a.css": "", "index.html": "ny"}


def test_publish_again(site: Path) -> None:
    """What has been published can be replaced in its turn."""
    _open(site, "ny").publish()
    _open(site, "nyere").publish()

    assert _files(site)["index.html"] == "nyere"


def test_old_site_while_building(site: Path) -> None:
    """The old site is untouched until the new one is published, and stays when it never is."""
    staging = _open(site)
    before = {name: text for name, text in _files(site).items() if not name.startswith(MARK)}
    staging.close()

    assert before == {"borte/index.html": "gammel", "index.html": "gammel"}
    assert _files(site) == before


@pytest.mark.parametrize("can_exchange", [True, False])
def test_what_the_owner_keeps_stays(
    site: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    """A repository, a domain's name and hidden files at the top of a site belong to whoever runs it."""
    if not can_exchange:
        monkeypatch.setattr("idebank.artifacts.swap.exchange", lambda *_: False)
    kept = {".git/HEAD": "main", ".git/objects/a": "", ".nojekyll": "", ".well-known/x": "x", "CNAME": "a.no"}
    write_bank(site, kept)
    (site / ".git" / "lenke").symlink_to("HEAD")
    _open(site).publish()

    assert {**kept, "assets/a.css": "", "index.html": "ny", ".git/lenke": "main"} == _files(site)
    assert (site / ".git" / "lenke").is_symlink()


def test_new_before_kept(site: Path) -> None:
    """What the bank itself brings is newer than what lies there."""
    write_bank(site, {"CNAME": "gammel.no"})
    staging = Staging(Target.at(site, GROUNDS))
    staging.open(GROUNDS).write("CNAME", b"ny.no")
    staging.publish()

    assert _files(site) == {"CNAME": "ny.no"}


def test_one_at_a_time(site: Path) -> None:
    """While one process builds a site, no other may, and what it makes is not touched by those refused."""

    def build(_: int) -> str:
        staging = Staging(Target.at(site, GROUNDS))
        try:
            staging.open(GROUNDS)
        except OutputBusyError:
            return "opptatt"
        finally:
            staging.close()
        return "bygger"

    first = _open(site)
    answers = map_forked(build, [1, 2], workers=2)
    made = _files(first.target.staging)
    first.publish()

    assert answers == ["opptatt", "opptatt"]
    assert made == {"assets/a.css": "", "index.html": "ny"}
    assert _files(site) == made


def test_lock_is_given_back(site: Path) -> None:
    """The right to build is given back, and the file that says so is gone."""
    _open(site).close()
    staging = _open(site)

    assert staging.target.lock.exists()

    staging.close()

    assert not staging.target.lock.exists()


def test_lock_that_went_away(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock taken just as its holder removes it is none: the one that lies there now is taken."""
    target = Target.at(site, GROUNDS)
    lock, flock = target.lock, fcntl.flock
    taken: list[int] = []

    def take(descriptor: int, how: int) -> None:
        taken.append(descriptor)
        if len(taken) == 1:
            lock.unlink()
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", take)
    staging = Staging(target)
    staging.open(GROUNDS)

    assert len(taken) == 2
    assert lock.exists()

    staging.close()


def test_in_a_fork(site: Path) -> None:
    """A worker that ends does not take away what its parent is making."""
    staging = _open(site)
    map_forked(lambda number: staging.close() if number < 2 else None, [0, 1, 2], workers=3)
    staging.publish()

    assert _files(site)["index.html"] == "ny"


def test_after_a_killed_build(site: Path) -> None:
    """What a killed build has staged is not mixed into the next one."""
    target = Target.at(site, GROUNDS)
    write_bank(target.staging, {"halv.html": ""})
    where.mark(target.staging)
    target.lock.touch()
    _open(site).publish()

    assert _files(site) == {"assets/a.css": "", "index.html": "ny"}


def test_killed_while_clearing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build killed while it clears away leaves what the next one knows as ours."""
    staging = _open(site)
    monkeypatch.setattr(shutil, "rmtree", _stop)
    with pytest.raises(KeyboardInterrupt):
        staging.close()
    monkeypatch.undo()
    staging.close()
    _open(site).publish()

    assert _files(site)["index.html"] == "ny"


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_close_again(site: Path) -> None:
    """Closing twice, or what was never opened, does no harm."""
    staging = _open(site)
    staging.close()
    staging.close()
    Staging(Target.at(site, GROUNDS)).close()

    assert _files(site)["index.html"] == "gammel"


def test_killed_between_renames(tmp_path: Path) -> None:
    """A build killed between the two renames has moved the old site away; the next one puts it back."""
    site = tmp_path / "site"
    write_bank(tmp_path, {".site.old/index.html": "gammel"})
    where.mark(tmp_path / ".site.old")
    _open(site).close()

    assert _files(site) == {"index.html": "gammel"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", [".site.new", ".site.old"])
def test_somebodys_folder_called_as_ours(tmp_path: Path, name: str) -> None:
    """A folder that is called as ours and does not carry our mark is left alone."""
    write_bank(tmp_path, {f"{name}/brev.txt": "hei"})
    staging = Staging(Target.at(tmp_path / "site", GROUNDS))
    with pytest.raises(TargetRefusedError):
        staging.open(GROUNDS)
    staging.close()

    assert _files(tmp_path) == {f"{name}/brev.txt": "hei"}


def test_somebody_came_first(tmp_path: Path) -> None:
    """Files that somebody puts in the site's place while it is made are not replaced."""
    staging = _open(tmp_path / "site")
    write_bank(tmp_path, {"site/brev.txt": "hei"})
    with pytest.raises(TargetRefusedError):
        staging.publish()
    staging.close()

    assert _files(tmp_path) == {"site/brev.txt": "hei"}


def test_first_site(tmp_path: Path) -> None:
    """The first site needs no old one, and no folder to lie in."""
    site = tmp_path / "ut" / "her" / "site"
    _open(site).publish()

    assert _files(site)["index.html"] == "ny"


def test_no_first_site(tmp_path: Path) -> None:
    """A first site that comes to nothing leaves no folder, either."""
    _open(tmp_path / "ut" / "her" / "site").close()

    assert list(tmp_path.iterdir()) == []


def test_other_site(tmp_path: Path) -> None:
    """Two sites in one folder can be built at once."""
    one, other = _open(tmp_path / "en"), _open(tmp_path / "to")
    one.publish()
    other.publish()

    assert sorted(_files(tmp_path)) == [
        "en/assets/a.css",
        "en/index.html",
        "to/assets/a.css",
        "to/index.html",
    ]


def test_behind_a_link(tmp_path: Path) -> None:
    """A link in the site's place stays one, and what it leads to is replaced."""
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to("www")
    _open(tmp_path / "site").publish()

    assert (tmp_path / "site").is_symlink()
    assert _files(tmp_path / "www")["index.html"] == "ny"


def test_mode_stays(tmp_path: Path) -> None:
    """A folder that others may write to still may be."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site").chmod(0o775)
    _open(tmp_path / "site").publish()

    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o775
