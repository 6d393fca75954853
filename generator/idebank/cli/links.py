"""`idebank links`: find links out of the bank that lead to nothing any more."""

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from idebank import __version__
from idebank.cli.bank import load_schemas
from idebank.cli.options import EXIT_COULD_NOT_RUN, EXIT_MISTAKES, explained, language_option
from idebank.console.words import cli_wording
from idebank.outward import Verdict, outward_links, verdicts, visit
from idebank.validate import check_bank

_AGENT = f"idebank/{__version__} (link check)"


@click.command()
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The bank's folder.")
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=15.0, show_default=True,
    help="Seconds that a page gets to answer.",
)  # fmt: skip
@language_option
def links(*, root: Path, timeout: float, language: str) -> None:
    """Visit every page elsewhere that entries name; a build never does."""
    wording = cli_wording(language)
    with explained(language):
        checked = check_bank(root, schemas=load_schemas(root))
        if checked.has_errors:
            click.echo(wording.t("links.check_first"), err=True)
            sys.exit(EXIT_COULD_NOT_RUN)
        named = outward_links(checked.entries)
        found = verdicts(named, judge=partial(visit, timeout=timeout, agent=_AGENT))
        gone, unsure = (_of(found, verdict) for verdict in (Verdict.GONE, Verdict.UNSURE))
        for key, urls in (("links.gone", gone), ("links.unsure", unsure)):
            if urls:
                click.echo(wording.tn(key, len(urls)))
                click.echo("\n".join(f"  {url}\n    {', '.join(named[url])}" for url in urls))
        click.echo(wording.tn("links.fine", len(found) - len(gone) - len(unsure)))
        if gone:
            click.echo(wording.t("links.help"))
            sys.exit(EXIT_MISTAKES)


def _of(found: Mapping[str, Verdict], verdict: Verdict) -> Sequence[str]:
    return [url for url, own in found.items() if own is verdict]
