"""The rules of the check, each on a page of its own, so that a message can lead to what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from idebank.routes import route
from idebank.rulebook import RuleEntry
from idebank.views.desk import Desk, Job
from idebank.views.records import Alternate, Page, Section, TextLink
from idebank.vocabulary import LANGUAGES

_ALL, _ONE = "rules", "rule"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in a list."""

    id: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules of one family."""

    family: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class RulesView:
    """All rules. Template: `rules.html`."""

    groups: tuple[RuleGroup, ...]
    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule. Template: `rule.html`."""

    id: str
    family: str
    is_error: bool
    message: str
    help: str
    why: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    trail: tuple[TextLink, ...]


class RulePages:
    """Makes the pages of the rules in one language."""

    def __init__(self, desk: Desk) -> None:
        """Take what pages are made with."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan the list and a page for each rule, where the bank has a book of them."""
        language, book = self._desk.language, self._desk.rulebook
        if book:
            yield Job(_ALL, language)
        yield from (Job(_ONE, language, id_) for id_ in book)

    def page(self, job: Job, *, story: str) -> Page:  # noqa: ARG002 - rules have no story
        """Make one page."""
        desk, t = self._desk, self._desk.wording.t
        sharing = TextLink(t("share.button"), route("contribute", desk.language))
        if job.kind == _ALL:
            return desk.page(
                _ALL,
                template="rules.html",
                section=Section.CONTRIBUTE,
                address=partial(route, "rules"),
                view=RulesView(tuple(self._groups()), (desk.front, sharing)),
            )
        rule = desk.rulebook[job.key]
        view = self._view(
            rule, (desk.front, sharing, TextLink(t("rules.title"), route("rules", desk.language)))
        )
        return Page(
            url=route("rule", desk.language, rule=rule.id),
            template="rule.html",
            language=desk.language,
            section=Section.CONTRIBUTE,
            title=rule.id,
            description=view.message,
            view=view,
            alternates=tuple(
                Alternate(language, route("rule", language, rule=rule.id)) for language in LANGUAGES
            ),
        )

    def _groups(self) -> Iterator[RuleGroup]:
        language, book = self._desk.language, self._desk.rulebook
        for family in dict.fromkeys(rule.family for rule in book.values()):
            yield RuleGroup(
                family,
                tuple(
                    RuleLine(rule.id, route("rule", language, rule=rule.id), rule.message.text(language))
                    for rule in book.values()
                    if rule.family == family
                ),
            )

    def _view(self, rule: RuleEntry, trail: tuple[TextLink, ...]) -> RuleView:
        language = self._desk.language
        return RuleView(
            id=rule.id,
            family=rule.family,
            is_error=rule.is_error,
            message=rule.message.text(language),
            help=rule.help.text(language),
            why=rule.why.text(language),
            wrong=rule.wrong,
            right=rule.right,
            trail=trail,
        )
