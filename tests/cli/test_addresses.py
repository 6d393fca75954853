"""The command `idebank addresses`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from idebank.cli import main
from idebank.export import Listed, sitemap_xml
from idebank.export.sitemap import addresses_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of three pages."""
    folder = tmp_path / "site"
    for path in ("", "om/", "tiltak/fro/"):
        (folder / path).mkdir(parents=True, exist_ok=True)
        (folder / path / "index.html").write_text("")
    pages = [Listed("", ""), Listed("om/", ""), Listed("tiltak/fro/", "")]
    (folder / "sitemap.xml").write_bytes(sitemap_xml(pages, site_url="https://idebank.example/bank/"))
    return folder


def _run(site: Path, *arguments: str) -> Result:
    published = site.parent / "published.txt"
    return CliRunner().invoke(main, ["addresses", "-d", str(site), "--published", str(published), *arguments])


def test_storing(site: Path) -> None:
    """The addresses of a site are added to those stored before."""
    (site.parent / "published.txt").write_text("/om/\n")

    assert _run(site, "--store").exit_code == 0
    assert (site.parent / "published.txt").read_text() == "/\n/om/\n/tiltak/fro/\n"


def test_a_vanished_address(site: Path) -> None:
    """An address that no longer answers is named, and nothing is stored."""
    (site.parent / "published.txt").write_text("/om/\n/tiltak/mat/\n")

    result = _run(site, "--store")

    assert result.exit_code == 1
    assert "  tiltak/mat/\n" in result.output
    assert (site.parent / "published.txt").read_text() == "/om/\n/tiltak/mat/\n"


def test_the_last_sitemap(site: Path) -> None:
    """The sitemap of the last site does as well as the list."""
    last = site.parent / "last.xml"
    pages = [Listed("", ""), Listed("tiltak/mat/", "")]
    last.write_bytes(sitemap_xml(pages, site_url="https://idebank.example/bank/"))

    result = CliRunner().invoke(main, ["addresses", "-d", str(site), "--published", str(last)])

    assert result.exit_code == 1
    assert "tiltak/mat/" in result.output


def test_without_a_site(tmp_path: Path) -> None:
    """The command says what to do first."""
    result = _run(tmp_path / "nothing")

    assert result.exit_code == 2
    assert "sitemap.xml" in result.output


def test_a_sitemap_without_addresses() -> None:
    """Something else than a sitemap is refused."""
    with pytest.raises(ValueError, match="no address"):
        addresses_in(b"<html></html>")
