"""What the sector profiles add to an initiative's page."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from idebank.model import Gain, Initiative, Kindergarten, Library, Procurement, School
from idebank.views.cards import Shelf
from idebank.views.records import ProfileRow, ProfileSection, ResultRow

Rows: TypeAlias = Iterator[tuple[str, str]]


def profile_sections(
    entry: Initiative, *, shelf: Shelf, gain: Callable[[Gain], ResultRow]
) -> tuple[ProfileSection, ...]:
    """Return a section for each profile that the entry fills in."""
    sections = []
    if entry.kindergarten:
        sections.append(_section("kindergarten", _kindergarten(entry.kindergarten, shelf), shelf))
    if entry.library:
        sections.append(_section("library", _library(entry.library, shelf), shelf))
    if entry.school:
        sections.append(_section("school", _school(entry.school), shelf))
    if entry.procurement:
        gains = tuple(gain(one) for one in entry.procurement.gains)
        sections.append(_section("procurement", _procurement(entry.procurement, shelf), shelf, gains))
    return tuple(sections)


def _section(profile: str, rows: Rows, shelf: Shelf, gains: tuple[ResultRow, ...] = ()) -> ProfileSection:
    labelled = (
        ProfileRow(shelf.wording.t(f"profile.{profile}.{name}"), value) for name, value in rows if value
    )
    return ProfileSection(profile, tuple(labelled), gains)


def _kindergarten(profile: Kindergarten, shelf: Shelf) -> Rows:
    yield "age_groups", _labels(shelf, "kindergarten_age_groups", profile.age_groups)
    yield "learning_areas", _labels(shelf, "learning_areas", profile.learning_areas)
    yield "situations", _labels(shelf, "situations", profile.situations)
    yield "season", _labels(shelf, "seasons", profile.season)
    yield "preparation_time", shelf.known_label("time_bands", profile.preparation_time)
    yield "duration", shelf.known_label("time_bands", profile.duration)
    yield "childrens_participation", profile.childrens_participation or ""
    yield "safety", profile.safety or ""
    yield "parents", profile.parents or ""


def _library(profile: Library, shelf: Shelf) -> Rows:
    yield "library_type", shelf.label("library_types", profile.library_type)
    if profile.public_service is not None:
        yield "public_service", shelf.wording.t("word.yes" if profile.public_service else "word.no")
    yield "indicators", "; ".join(_indicator(i.set, i.id, i.baseline, i.year) for i in profile.indicators)


def _indicator(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _school(profile: School) -> Rows:
    yield "grades", ", ".join(profile.grades)
    yield "subjects", ", ".join(profile.subjects)


def _procurement(profile: Procurement, shelf: Shelf) -> Rows:
    yield "buyer", profile.buyer or ""
    yield "suppliers", ", ".join(profile.suppliers)
    yield "need", profile.need or ""
    yield "procedure", shelf.known_label("procedures", profile.procedure)
    yield "status", shelf.known_label("procurement_statuses", profile.status)
    yield "status_why", profile.status_why or ""
    yield "price", profile.price or ""
    yield "call_off_for_others", profile.call_off_for_others or ""


def _labels(shelf: Shelf, vocabulary: str, ids: Iterable[str]) -> str:
    return ", ".join(shelf.label(vocabulary, id_) for id_ in ids)
