"""What a profile's initiatives have in common, as tables: what was needed, and what was gained."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from idebank.model import Initiative
from idebank.profiles import Profile, Register
from idebank.routes import route
from idebank.views import addresses
from idebank.views.desk import Desk, Job
from idebank.views.profiles import answer_text, answer_values, value_label
from idebank.views.records import Page, ProfileRow, Section, TextLink
from idebank.views.registers.gains import Gain, gains_of, gains_question, sums_of
from idebank.views.registers.records import (
    GainRow,
    GainSum,
    GainsView,
    RegisterGroup,
    RegisterRow,
    RegisterView,
)


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
            address=lambda language: route(
                "register", language, sector=profile.sectors[0], register=register.slug
            ),
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
        desk = self._desk
        gains = gains_of(profile, desk.catalog.by_profile.get(profile.id, ()))
        label = profile.label.text(desk.language)
        view = GainsView(
            name=label,
            rows=tuple(self._gain(gain) for gain in gains),
            sums=tuple(self._sums(gains)),
            csv=route("gains_table", desk.language, sector=profile.sectors[0], ending="csv"),
            json=route("gains_table", desk.language, sector=profile.sectors[0], ending="json"),
            trail=self._trail(profile),
        )
        return desk.page(
            "gains",
            template="gains.html",
            section=Section.SECTORS,
            address=lambda language: route("gains", language, sector=profile.sectors[0]),
            view=view,
            indexed=bool(gains),
            name=label,
        )

    def _gain(self, gain: Gain) -> GainRow:
        shelf = self._desk.shelf
        return GainRow(
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

    def _sums(self, gains: Sequence[Gain]) -> Iterator[GainSum]:
        label, decimal = self._desk.shelf.label, self._desk.wording.decimal
        for (kind, unit, basis), (total, count) in sums_of(gains).items():
            yield GainSum(
                label("gain_kinds", kind), decimal(total), unit, label("bases", basis), basis, count
            )

    def _trail(self, profile: Profile) -> tuple[TextLink, ...]:
        desk = self._desk
        sector = desk.shelf.sector(profile.sectors[0])
        return (desk.front, TextLink(desk.wording.t("nav.sectors"), route("sectors", desk.language)), sector)


def register_links(profile: Profile, desk: Desk) -> Iterator[TextLink]:
    """Yield the ways from a profile's landing to its tables."""
    if profile.register:
        yield TextLink(
            profile.register.title.text(desk.language),
            route("register", desk.language, sector=profile.sectors[0], register=profile.register.slug),
        )
    yield from gains_link(profile, desk)


def gains_link(profile: Profile, desk: Desk) -> Iterator[TextLink]:
    """Yield the way to a profile's gains, if it asks for them."""
    if gains_question(profile):
        label = desk.wording.t("gains.link")
        yield TextLink(label, route("gains", desk.language, sector=profile.sectors[0]))
