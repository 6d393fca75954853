"""`idebank explain`: what a rule of the check means, why it is there, and what to do."""

import sys
from collections.abc import Iterator, Mapping

import click

from idebank import resources
from idebank.cli.options import EXIT_MISTAKES, explained, language_option
from idebank.console.words import cli_wording
from idebank.rulebook import RuleEntry, load_rulebook
from idebank.vocabulary import near_misses
from idebank.wording import Wording


@click.command()
@click.argument("rule", required=False)
@language_option
def explain(*, rule: str | None, language: str) -> None:
    """Explain RULE, the word in brackets behind a message; without it, list every rule."""
    wording = cli_wording(language)
    with explained(language):
        book = load_rulebook(resources.schema_folder())
        if rule is None:
            click.echo("\n".join(_listed(book, wording)))
            return
        found = book.get(rule.strip("[]"))
        if found is None:
            near = near_misses(rule, book)
            known = wording.t("explain.near", rules=", ".join(near)) if near else wording.t("explain.all")
            click.echo(f"{wording.t('explain.unknown', rule=rule)} {known}", err=True)
            sys.exit(EXIT_MISTAKES)
        click.echo("\n".join(_told(found, wording)))


def _listed(book: Mapping[str, RuleEntry], wording: Wording) -> Iterator[str]:
    """Yield every rule with what it says, family by family."""
    width = max(map(len, book))
    for family in dict.fromkeys(own.family for own in book.values()):
        yield wording.t(f"explain.family.{family}")
        for own in book.values():
            if own.family == family:
                yield f"  {own.id:<{width}}  {own.message.text(wording.language)}"
        yield ""
    yield wording.t("explain.more")


def _told(rule: RuleEntry, wording: Wording) -> Iterator[str]:
    language = wording.language
    severity = wording.t("explain.error" if rule.is_error else "explain.advice")
    yield f"{rule.id} ({severity})"
    yield ""
    if rule.wrong:
        yield wording.t("explain.example")
        yield from (f"  {line}" for line in rule.wrong)
        yield ""
    yield rule.message.text(language)
    yield rule.why.text(language)
    yield ""
    yield rule.help.text(language)
    if rule.right:
        yield ""
        yield wording.t("explain.right")
        yield from (f"  {line}" for line in rule.right)
