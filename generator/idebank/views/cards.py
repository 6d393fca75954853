"""Small records that many pages show: cards, goal tiles, places in words."""

from dataclasses import dataclass

from idebank.catalog import Catalog
from idebank.media import SMALL, edition
from idebank.model import Initiative, Place
from idebank.routes import route
from idebank.slugs import address_part
from idebank.views import addresses
from idebank.views.records import Card, CountLink, GoalCount, GoalTile, TargetLink, TextLink
from idebank.vocabulary import Goal, Target
from idebank.wording import Wording


@dataclass(frozen=True, slots=True)
class Shelf:
    """Makes the small records of one language from the catalogue."""

    catalog: Catalog
    wording: Wording

    @property
    def language(self) -> str:
        """Return the language of everything made here."""
        return self.wording.language

    def card(self, entry: Initiative) -> Card:
        """Return an entry's card."""
        image = entry.images[0] if entry.images else None
        terms = self.catalog.vocabulary.terms
        first_sector = terms["sectors"][entry.sectors[0]]
        return Card(
            slug=entry.slug,
            url=addresses.entry(entry),
            title=entry.title,
            summary=entry.summary,
            language=entry.language,
            organisation=entry.organisation,
            place=self.place(entry.place),
            goals=tuple(self.tile(number) for number in entry.goals),
            sectors=tuple(self.sector(id_) for id_ in entry.sectors),
            sector_icon=first_sector.icon,
            phase=entry.phase,
            phase_label=self.label("phases", entry.phase),
            depth=int(entry.depth),
            reused=self.catalog.reuse.get(entry.slug, 0),
            image=addresses.file_of(entry, edition(image.file, SMALL)) if image else "",
            image_alt=image.alt if image else "",
        )

    def label(self, vocabulary: str, id_: str | None) -> str:
        """Return a term's label, or nothing for no term."""
        return self.catalog.vocabulary.term(vocabulary, id_).labels.text(self.language) if id_ else ""

    def known_label(self, vocabulary: str, id_: str | None) -> str:
        """Return a term's label, or nothing when it only says that nothing is known."""
        return "" if id_ == "unknown" else self.label(vocabulary, id_)

    def place(self, place: Place | None) -> str:
        """Return a place as `Skien, Telemark`; nothing when there is none."""
        vocabulary = self.catalog.vocabulary
        if place is None:
            return ""
        if not place.county:
            return place.abroad or self.wording.t("place.national")
        county = vocabulary.counties[place.county].name
        if not place.municipality:
            return county
        municipality = vocabulary.municipalities[place.municipality].name
        return municipality if municipality == county else f"{municipality}, {county}"

    def places(self, place: Place | None) -> tuple[TextLink, ...]:
        """Return a place's county and municipality as links, widest first."""
        vocabulary = self.catalog.vocabulary
        if place is None or not place.county:
            return ()
        county = vocabulary.counties[place.county]
        links = [TextLink(county.name, route("county", self.language, county=county.slug))]
        if place.municipality:
            municipality = vocabulary.municipalities[place.municipality]
            links.append(
                TextLink(
                    municipality.name,
                    route("municipality", self.language, county=county.slug, municipality=municipality.slug),
                )
            )
        return tuple(links)

    def tile(self, number: int) -> GoalTile:
        """Return a goal's tile."""
        return goal_tile(self.catalog.vocabulary.goals[number], self.language)

    def goal_counts(self) -> tuple[GoalCount, ...]:
        """Return all 17 goals with their number of entries."""
        by_goal = self.catalog.by_goal
        return tuple(GoalCount(self.tile(n), len(by_goal.get(n, ()))) for n in self.catalog.vocabulary.goals)

    def sector(self, id_: str) -> TextLink:
        """Return a sector as a link."""
        return TextLink(self.label("sectors", id_), route("sector", self.language, sector=id_))

    def sector_count(self, id_: str) -> CountLink:
        """Return a sector with icon and number of entries."""
        icon = self.catalog.vocabulary.term("sectors", id_).icon
        count = len(self.catalog.by_sector.get(id_, ()))
        return CountLink(self.label("sectors", id_), route("sector", self.language, sector=id_), count, icon)

    def theme(self, id_: str) -> TextLink:
        """Return a theme as a link."""
        return TextLink(self.label("themes", id_), route("theme", self.language, theme=id_))

    def theme_count(self, id_: str) -> CountLink:
        """Return a theme with its number of entries."""
        count = len(self.catalog.by_theme.get(id_, ()))
        return CountLink(self.label("themes", id_), route("theme", self.language, theme=id_), count)

    def county_count(self, number: str) -> CountLink:
        """Return a county with its number of entries and its Sámi or Kven name."""
        county = self.catalog.vocabulary.counties[number]
        language, name = county.parallel[0] if county.parallel else ("", "")
        count = len(self.catalog.by_county.get(number, ()))
        return CountLink(
            county.name,
            route("county", self.language, county=county.slug),
            count,
            note=name,
            note_language=language,
        )

    def municipality_count(self, number: str) -> CountLink:
        """Return a municipality with its number of entries and its Sámi or Kven name."""
        vocabulary = self.catalog.vocabulary
        municipality = vocabulary.municipalities[number]
        county = vocabulary.counties[municipality.county]
        language, name = municipality.parallel[0] if municipality.parallel else ("", "")
        count = len(self.catalog.by_municipality.get(number, ()))
        url = route("municipality", self.language, county=county.slug, municipality=municipality.slug)
        return CountLink(municipality.name, url, count, note=name, note_language=language)

    def organisation_count(self, name: str) -> CountLink:
        """Return an organisation with its number of entries."""
        organisation = self.catalog.organisations[address_part(name)]
        url = route("organisation", self.language, organisation=organisation.slug)
        return CountLink(organisation.name, url, len(organisation.entries))

    def target(self, code: str) -> TargetLink:
        """Return a target with its number of entries."""
        target: Target = self.catalog.vocabulary.targets[code]
        text_language = target.title.language(self.language)
        return TargetLink(
            code=code,
            text=target.title.text(self.language),
            text_language=text_language,
            official=text_language != "nb" or target.published_nb,
            url=route("target", self.language, goal=target.goal, target=target.slug),
            count=len(self.catalog.by_target.get(code, ())),
        )


def goal_tile(goal: Goal, language: str) -> GoalTile:
    """Return a goal's tile in `language`."""
    return GoalTile(
        goal.number,
        goal.short.text(language),
        goal.colour,
        goal.text_colour,
        route("goal", language, goal=goal.number),
    )
