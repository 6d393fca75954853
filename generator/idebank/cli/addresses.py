"""`idebank addresses`: hold the site to the addresses it has published."""

import sys
from pathlib import Path

import click

from idebank.cli.options import EXIT_COULD_NOT_RUN, EXIT_MISTAKES, explained, language_option
from idebank.console.words import cli_wording
from idebank.export.sitemap import addresses_in
from idebank.routes import route
from idebank.source import read_published


@click.command()
@click.option(
    "-d", "--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True,
    help="The site as built now.",
)  # fmt: skip
@click.option(
    "--published", type=click.Path(path_type=Path), default=Path("content/published.txt"), show_default=True,
    help="The addresses published so far: a list, or the sitemap of the last site.",
)  # fmt: skip
@click.option("--store", is_flag=True, help="Add the addresses of this site to the list.")
@language_option
def addresses(*, site_dir: Path, published: Path, store: bool, language: str) -> None:
    """Tell which published addresses no longer answer; a redirect is an answer, too."""
    wording = cli_wording(language)
    sitemap = site_dir / route("sitemap")
    with explained(language):
        if not sitemap.is_file():
            click.echo(wording.t("addresses.no_site", file=sitemap), err=True)
            sys.exit(EXIT_COULD_NOT_RUN)
        known = _published(published) if published.is_file() else set()
        vanished = sorted(path for path in known if not answers(site_dir, path))
        if vanished:
            click.echo(wording.tn("addresses.vanished", len(vanished)))
            click.echo("\n".join(f"  {path or '/'}" for path in vanished))
            click.echo(wording.t("addresses.help"))
            sys.exit(EXIT_MISTAKES)
        click.echo(wording.tn("addresses.fine", len(known)))
        if store:
            every = sorted(known | set(addresses_in(sitemap.read_bytes())))
            published.write_text("".join(f"/{path}\n" for path in every), encoding="utf-8")
            click.echo(wording.t("addresses.stored", count=wording.number(len(every)), file=published))


def answers(site: Path, path: str) -> bool:
    """Tell whether a site answers at an address relative to its root."""
    return (site / path / "index.html").is_file()


def _published(file: Path) -> set[str]:
    """Return the addresses in a list or a sitemap, relative to the site's root."""
    if file.suffix == ".xml":
        return set(addresses_in(file.read_bytes()))
    return set(read_published(file))
