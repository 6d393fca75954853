"""What a profile's initiatives have in common, as tables: what was needed, and what was gained."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from re import compile as pattern
from typing import Any, Final

from idebank.model import Initiative
from idebank.profiles import Profile, Question, Register
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.profiles import answer_text, answer_values, value_label
from idebank.views.records import Page, ProfileRow, Section, TextLink

_NUMBER: Final = pattern(r"\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_MIN_SUMMED: Final = 2


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One initiative of a register."""

    text: str
    """The answer that the register is about."""
    language: str
    """Of the texts that somebody wrote."""
    owner: TextLink
    organisation: str
    answers: tuple[ProfileRow, ...]


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """The initiatives with the same answer to one question."""

    id: str
    heading: str
    rows: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A profile's initiatives by one answer. Template: `register.html`."""

    heading: str
    lead: str
    groups: tuple[RegisterGroup, ...]
    also: tuple[TextLink, ...]
    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """One gain of one initiative, and how large it is where that is a plain number."""

    owner: Initiative
    kind: str
    value: str
    number: Decimal | None
    unit: str
    period: str
    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class GainRow:
    """One gain in words."""

    owner: TextLink
    language: str
    organisation: str
    kind: str
    value: str
    unit: str
    period: str
    basis: str
    basis_id: str
    source: str


@dataclass(frozen=True, slots=True)
class GainSum:
    """What gains of the same kind, unit and basis come to."""

    kind: str
    value: str
    unit: str
    basis: str
    basis_id: str
    count: int


@dataclass(frozen=True, slots=True)
class GainsView:
    """Everything that a profile's initiatives have gained. Template: `gains.html`."""

    name: str
    """The profile's."""
    rows: tuple[GainRow, ...]
    sums: tuple[GainSum, ...]
    csv: str
    json: str
    trail: tuple[TextLink, ...]


class RegisterPages:
    """Makes the registers of profiles in one language."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan a register for each profile that has one, and a page of gains for each that asks for them."""
        for profile in self._desk.profiles.by_id.values():
            if profile.register:
                yield Job("register", self._desk.language, profile.id)
            if gains_question(profile):
                yield Job("gains", self._desk.language, profile.id)

    def page(self, job: Job, *, story: str = "") -> Page:  # noqa: ARG002 - a table has no story
        """Return a profile's register or its gains."""
        profile = self._desk.profiles.by_id[job.key]
        return self._register(profile) if job.kind == "register" else self._gains(profile)

    def _register(self, profile: Profile) -> Page:
        register = profile.register
        assert register  # noqa: S101 - planned only where there is one
        desk = self._desk
        entries = desk.catalog.by_profile.get(profile.id, ())
        group_by = profile.question(register.group)
        values = tuple(desk.catalog.vocabulary.terms[group_by.vocabulary])
        grouped: dict[str, list[Initiative]] = defaultdict(list)
        for entry in entries:
            for value in answer_values(group_by, entry.profiles[profile.id]):
                grouped[value].append(entry)
        heading = register.title.text(desk.language)
        view = RegisterView(
            heading=heading,
            lead=register.lead.text(desk.language),
            groups=tuple(
                RegisterGroup(
                    value,
                    value_label(group_by, value, desk.shelf),
                    tuple(self._row(entry, profile, register) for entry in grouped[value]),
                )
                for value in values
                if value in grouped
            ),
            also=tuple(gains_link(profile, desk)),
            trail=self._trail(profile),
        )
        return desk.page(
            "register",
            template="register.html",
            section=Section.SECTORS,
            address=lambda language: addresses.profile_register(profile.sectors[0], register.slug, language),
            view=view,
            indexed=bool(view.groups),
            name=heading,
        )

    def _row(self, entry: Initiative, profile: Profile, register: Register) -> RegisterRow:
        answers, shelf = entry.profiles[profile.id], self._desk.shelf
        columns = (profile.question(name) for name in register.columns)
        return RegisterRow(
            text=answer_text(profile.question(register.by), answers, shelf),
            language=entry.language,
            owner=TextLink(entry.title, addresses.entry(entry)),
            organisation=entry.organisation,
            answers=tuple(
                ProfileRow(question.label.text(shelf.language), text, written=not question.vocabulary)
                for question in columns
                if (text := answer_text(question, answers, shelf))
            ),
        )

    def _gains(self, profile: Profile) -> Page:
        desk, shelf = self._desk, self._desk.shelf
        gains = gains_of(profile, desk.catalog.by_profile.get(profile.id, ()))
        label = profile.label.text(desk.language)
        own = addresses.profile_gains(profile.sectors[0], desk.language)
        view = GainsView(
            name=label,
            rows=tuple(
                GainRow(
                    owner=TextLink(gain.owner.title, addresses.entry(gain.owner)),
                    language=gain.owner.language,
                    organisation=gain.owner.organisation,
                    kind=shelf.label("gain_kinds", gain.kind),
                    value=gain.value,
                    unit=gain.unit,
                    period=gain.period,
                    basis=shelf.label("bases", gain.basis),
                    basis_id=gain.basis,
                    source=gain.source,
                )
                for gain in gains
            ),
            sums=tuple(
                GainSum(
                    shelf.label("gain_kinds", kind),
                    desk.wording.decimal(total),
                    unit,
                    shelf.label("bases", basis),
                    basis,
                    count,
                )
                for (kind, unit, basis), (total, count) in sums_of(gains).items()
            ),
            csv=f"{own}gevinster.csv",
            json=f"{own}gevinster.json",
            trail=self._trail(profile),
        )
        return desk.page(
            "gains",
            template="gains.html",
            section=Section.SECTORS,
            address=lambda language: addresses.profile_gains(profile.sectors[0], language),
            view=view,
            indexed=bool(gains),
            name=label,
        )

    def _trail(self, profile: Profile) -> tuple[TextLink, ...]:
        desk = self._desk
        sector = desk.shelf.sector(profile.sectors[0])
        return (desk.front, TextLink(desk.wording.t("nav.sectors"), addresses.sectors(desk.language)), sector)


def gains_question(profile: Profile) -> Question | None:
    """Return the question that asks for gains, if a profile has one."""
    return next((question for question in profile.questions if question.table == "gains"), None)


def gains_of(profile: Profile, entries: Sequence[Initiative]) -> tuple[Gain, ...]:
    """Return every gain that `entries` tell of."""
    question = gains_question(profile)
    if not question:
        return ()
    return tuple(
        _gain(entry, told) for entry in entries for told in entry.profiles[profile.id].get(question.name, ())
    )


def sums_of(gains: Sequence[Gain]) -> Mapping[tuple[str, str, str], tuple[Decimal, int]]:
    """Return sum and number of gains by (kind, unit, basis), where at least two plain numbers can be added.

    A value such as `over 100 millioner` is no number, and gains with another unit or basis are never added.
    """
    found: dict[tuple[str, str, str], list[Decimal]] = defaultdict(list)
    for gain in gains:
        if gain.number is not None:
            found[gain.kind, gain.unit, gain.basis].append(gain.number)
    return {
        key: (sum(numbers, Decimal()), len(numbers))
        for key, numbers in found.items()
        if len(numbers) >= _MIN_SUMMED
    }


def number_of(value: str) -> Decimal | None:
    """Return a value that is a plain number as Norwegians write it (`1 250 000`, `3,5`), else nothing."""
    text = value.strip()
    if not _NUMBER.fullmatch(text):
        return None
    grouped = text.replace(" ", "").replace("\u00a0", "")
    return Decimal(grouped.replace(",", "."))


def register_links(profile: Profile, desk: Desk) -> Iterator[TextLink]:
    """Yield the ways from a profile's landing to its tables."""
    if profile.register:
        yield TextLink(
            profile.register.title.text(desk.language),
            addresses.profile_register(profile.sectors[0], profile.register.slug, desk.language),
        )
    yield from gains_link(profile, desk)


def gains_link(profile: Profile, desk: Desk) -> Iterator[TextLink]:
    """Yield the way to a profile's gains, if it asks for them."""
    if gains_question(profile):
        label = desk.wording.t("gains.link")
        yield TextLink(label, addresses.profile_gains(profile.sectors[0], desk.language))


def _gain(entry: Initiative, told: Mapping[str, Any]) -> Gain:
    return Gain(
        owner=entry,
        kind=told["kind"],
        value=told["value"],
        number=number_of(told["value"]),
        unit=told["unit"],
        period=told.get("period", ""),
        basis=told["basis"],
        source=told.get("source", ""),
    )
