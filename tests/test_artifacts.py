"""Output files, and how a new site takes the old one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.artifacts import (
    AddressTakenError,
    Output,
    OutputBusyError,
    discard,
    exclusive,
    prepare,
    publish,
    staging_folder,
)
from idebank.workers import map_forked

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with an old site."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("gammel", encoding="utf-8")
    return site


def _stage(site: Path, text: str = "ny") -> None:
    (prepare(site) / "index.html").write_text(text, encoding="utf-8")


def _read(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def test_publish(site: Path) -> None:
    """The new site takes the old one's place and leaves nothing beside it."""
    _stage(site)
    (site / "borte.html").touch()

    publish(site)

    assert _read(site) == "ny"
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_publish_first(tmp_path: Path) -> None:
    """The first site needs no old one, and no folder to lie in."""
    site = tmp_path / "ut" / "site"
    _stage(site)

    publish(site)

    assert _read(site) == "ny"


def test_old_site_while_building(site: Path) -> None:
    """The old site is untouched until the new one is published."""
    _stage(site)

    assert _read(site) == "gammel"


def test_discard(site: Path) -> None:
    """A discarded site leaves the old one and nothing else."""
    _stage(site)

    discard(site)

    assert _read(site) == "gammel"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_discard_nothing(site: Path) -> None:
    """There may be nothing to discard."""
    discard(site)

    assert _read(site) == "gammel"


def test_prepare_after_killed_build(site: Path) -> None:
    """What a killed build staged is not mixed into the next one."""
    _stage(site, "halvferdig")

    assert list(prepare(site).iterdir()) == []


def test_prepare_after_kill_between_renames(site: Path) -> None:
    """A build killed between the two renames has moved the old site away; the next build puts it back."""
    _stage(site)
    site.rename(site.with_name(".site.old"))

    prepare(site)

    assert _read(site) == "gammel"
    assert not site.with_name(".site.old").exists()


def test_prepare_after_kill_before_clearing(site: Path) -> None:
    """A build killed right after the renames has published; the next build clears the old site away."""
    retired = site.with_name(".site.old")
    retired.mkdir()

    prepare(site)

    assert _read(site) == "gammel"
    assert not retired.exists()


def test_staging_folder(site: Path) -> None:
    """The new site is built beside the old one, on the same file system."""
    assert site.parent == staging_folder(site).parent


def test_exclusive(site: Path) -> None:
    """While one process builds a site, no other may."""

    def build(_: int) -> str:
        try:
            with exclusive(site):
                return "bygger"
        except OutputBusyError:
            return "opptatt"

    with exclusive(site):
        answers = map_forked(build, [1, 2], workers=2)

    assert answers == ["opptatt", "opptatt"]


def test_exclusive_again(site: Path) -> None:
    """The right to build is given back, also when the build fails."""
    with pytest.raises(ZeroDivisionError), exclusive(site):
        raise ZeroDivisionError

    with exclusive(site):
        assert _read(site) == "gammel"


def test_exclusive_other_site(site: Path) -> None:
    """Two sites in one folder can be built at once."""
    with exclusive(site), exclusive(site.with_name("annen")):
        assert _read(site) == "gammel"


def test_write(tmp_path: Path) -> None:
    """A file is written with the folders that lead to it."""
    output = Output(tmp_path)

    output.write("tiltak/frø/index.html", b"hei")
    output.write("tiltak/frø/bilde.webp", b"RIFF")
    output.write("robots.txt", b"")

    assert (tmp_path / "tiltak/frø/index.html").read_bytes() == b"hei"
    assert (tmp_path / "tiltak/frø/bilde.webp").read_bytes() == b"RIFF"
    assert (tmp_path / "robots.txt").read_bytes() == b""


def test_address_taken(tmp_path: Path) -> None:
    """An address is written once; the second page that wants it is an error and changes nothing."""
    output = Output(tmp_path)
    output.write("index.html", b"en")

    with pytest.raises(AddressTakenError, match=r"index\.html"):
        output.write("index.html", b"to")

    assert (tmp_path / "index.html").read_bytes() == b"en"
