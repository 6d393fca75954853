"""The search page: what to narrow by, what to try, and the ways around it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, TypeAlias

from idebank.profiles import FACET
from idebank.routes import route, with_query
from idebank.slugs import norwegian_order
from idebank.views.desk import Desk
from idebank.views.findable import facet_counts, start_year
from idebank.views.profiles import value_label
from idebank.views.records import Choice, Choices, SearchFacet, SearchValue, SearchView, TextLink
from idebank.vocabulary import Target

_EXAMPLES: Final = 3

_Offered: TypeAlias = tuple[str, str, Mapping[str, str]]
"""Name of a facet, its label, and the labels of its values by id."""


def search_view(desk: Desk) -> SearchView:
    """Return what the search page shows before anybody has searched."""
    return SearchView(
        municipalities=_own_municipalities(desk),
        facets=facets_offered(desk),
        total=len(desk.catalog.entries),
        example_searches=example_searches(desk),
        ways=ways(desk),
        kinds={kind: desk.wording.t(f"kind.{kind}") for kind in desk.catalog.of_kind},
        states=_known(desk, "phases") | _known(desk, "need_statuses"),
    )


def example_searches(desk: Desk) -> tuple[TextLink, ...]:
    """Return example searches: common themes, those of one word first; each finds something."""
    by_theme = desk.catalog.by_theme
    commonest = sorted(by_theme, key=lambda id_: (-len(by_theme[id_]), id_))
    # The entries are in Norwegian, so an English label would find nothing.
    labels = [desk.catalog.vocabulary.term("themes", id_).labels for id_ in commonest]
    words = [label.nn if desk.language == "nn" else label.nb for label in labels]
    words.sort(key=lambda word: " " in word)
    language = desk.language
    return tuple(TextLink(word, with_query(route("search", language), q=word)) for word in words[:_EXAMPLES])


def ways(desk: Desk) -> tuple[TextLink, ...]:
    """Return the ways to the index pages."""
    language, t = desk.language, desk.wording.t
    return (
        TextLink(t("nav.initiatives"), route("initiatives", language)),
        TextLink(t("nav.goals"), route("goals", language)),
        TextLink(t("nav.sectors"), route("sectors", language)),
        TextLink(t("nav.themes"), route("themes", language)),
        TextLink(t("nav.places"), route("places", language)),
        TextLink(t("nav.organisations"), route("organisations", language)),
        TextLink(t("heading.map"), route("map", language)),
        TextLink(t("nav.overview"), route("overview", language)),
    )


def facets_offered(desk: Desk, *, without: Collection[str] = ()) -> tuple[SearchFacet, ...]:
    """Return every facet with the values in use; the counts are those of all kinds together."""
    counts = facet_counts(desk)
    facets = (
        SearchFacet(
            name,
            label,
            tuple(
                SearchValue(id_, text, counts[name, id_]) for id_, text in values.items() if counts[name, id_]
            ),
        )
        for name, label, values in (*_common(desk), *_of_profiles(desk))
        if name not in without
    )
    return tuple(
        facet for facet in facets if facet.values and (facet.name != "kind" or len(facet.values) > 1)
    )


def _common(desk: Desk) -> Iterator[_Offered]:
    """Yield the facets that entries of all sectors have."""
    catalog, t = desk.catalog, desk.wording.t
    goals = (desk.shelf.tile(number) for number in catalog.vocabulary.goals)
    yield "kind", t("facet.kind"), {kind: t(f"kind.{kind}") for kind in catalog.of_kind}
    yield "goal", t("facet.goal"), {str(goal.number): f"{goal.number} {goal.name}" for goal in goals}
    yield (
        "target",
        t("facet.target"),
        {target.code: _named(target, desk) for target in catalog.vocabulary.targets.values()},
    )
    yield "sector", t("facet.sector"), _labels(desk, "sectors")
    yield "theme", t("facet.theme"), _labels(desk, "themes")
    yield "audience", t("facet.audience"), _labels(desk, "audiences")
    yield (
        "county",
        t("facet.county"),
        {county.slug: county.name for county in catalog.vocabulary.counties.values()},
    )
    yield "municipality", t("facet.municipality"), _municipalities(desk)
    yield "organisation_type", t("facet.organisation_type"), _labels(desk, "organisation_types")
    yield "phase", t("facet.phase"), _labels(desk, "phases")
    yield "started", t("facet.started"), _start_years(desk)
    yield "cost", t("facet.cost"), _labels(desk, "cost_bands")
    yield "time", t("facet.time"), _labels(desk, "time_bands")
    yield "depth", t("facet.depth"), {str(number): t(f"depth.{number}.name") for number in (1, 2, 3)}
    yield (
        "has",
        t("facet.has"),
        {value: t(f"facet.has.{value}") for value in ("results", "documents", "pictures")},
    )
    yield "basis", t("facet.basis"), _labels(desk, "bases")
    yield "language", t("facet.language"), _labels(desk, "languages")
    yield "reused", t("facet.reused"), {"yes": t("word.yes")}


def _named(target: Target, desk: Desk) -> str:
    return f"{target.code} {target.title.text(desk.language)}"


def _start_years(desk: Desk) -> Mapping[str, str]:
    """Return the years that initiatives began in, the latest first."""
    years = {start_year(entry) for entry in desk.catalog.entries}
    return {year: year for year in sorted(years, reverse=True) if year}


def _municipalities(desk: Desk) -> Mapping[str, str]:
    """Return the names of all municipalities by number, in Norwegian order."""
    municipalities = desk.catalog.vocabulary.municipalities.values()
    ordered = sorted(municipalities, key=lambda municipality: norwegian_order(municipality.display))
    return {municipality.number: municipality.display for municipality in ordered}


def _own_municipalities(desk: Desk) -> tuple[Choices, ...]:
    """Return every municipality below its county, both in Norwegian order."""
    vocabulary = desk.catalog.vocabulary
    counties = sorted(vocabulary.counties.values(), key=lambda county: norwegian_order(county.name))
    names = _municipalities(desk)
    return tuple(
        Choices(
            county.name,
            tuple(
                Choice(number, vocabulary.municipalities[number].name)
                for number in names
                if vocabulary.municipalities[number].county == county.number
            ),
        )
        for county in counties
    )


def _of_profiles(desk: Desk) -> Iterator[_Offered]:
    """Yield the facets that profiles bring."""
    for profile in desk.profiles.by_id.values():
        for question in profile.facets:
            values = desk.catalog.vocabulary.terms.get(question.vocabulary, ("yes", "no"))
            yield (
                FACET.format(profile=profile.id, question=question.name),
                f"{profile.label.text(desk.language)}: {question.label.text(desk.language)}",
                {value: value_label(question, value, desk.shelf) for value in values},
            )


def _known(desk: Desk, vocabulary: str) -> dict[str, str]:
    return {id_: label for id_, label in _labels(desk, vocabulary).items() if id_ != "unknown"}


def _labels(desk: Desk, vocabulary: str) -> Mapping[str, str]:
    """Return the labels of a closed list by id, in its order."""
    return {id_: desk.shelf.label(vocabulary, id_) for id_ in desk.catalog.vocabulary.terms[vocabulary]}
