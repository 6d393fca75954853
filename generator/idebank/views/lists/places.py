"""Lists by who and where: counties, municipalities, organisations, with what else they have."""

from collections.abc import Sequence

from idebank.model import Adoption, Method, Need, Network
from idebank.routes import route
from idebank.slugs import norwegian_order
from idebank.views.adoptions import adoption_line
from idebank.views.boards import teaser
from idebank.views.desk import Desk
from idebank.views.following import feed_link
from idebank.views.lists.listing import Listing
from idebank.views.methods import method_line
from idebank.views.nearby import nearest
from idebank.views.needs import need_line
from idebank.views.networks import network_line
from idebank.views.paging import trail
from idebank.views.records import CountLink, LineGroup, Section, TextLink


def county_list(number: str, desk: Desk) -> Listing:
    """List what a county has done, with its municipalities and its board."""
    shelf, vocabulary = desk.shelf, desk.catalog.vocabulary
    county = vocabulary.counties[number]
    inside = [m for m in vocabulary.municipalities.values() if m.county == number]
    inside.sort(key=lambda municipality: norwegian_order(municipality.name))
    return Listing(
        kind="county",
        section=Section.PLACES,
        entries=desk.catalog.by_county.get(number, ()),
        name=county.name,
        address=lambda language: route("county", language, county=county.slug),
        trail=trail(shelf, "places"),
        search={"county": county.slug},
        names=_other_names(county.parallel),
        municipalities=tuple(shelf.municipality_count(m.number) for m in inside),
        board=teaser(number, desk),
        feed=feed_link((("county", county.slug),), desk),
    )


def municipality_list(number: str, desk: Desk) -> Listing:
    """List what a municipality has done; an empty one shows the nearest that have shared something."""
    shelf, catalog = desk.shelf, desk.catalog
    municipality = catalog.vocabulary.municipalities[number]
    county = catalog.vocabulary.counties[municipality.county]
    parent = shelf.county_count(county.number)
    entries = catalog.by_municipality.get(number, ())
    adoptions, needs = catalog.adoptions_in.get(number, ()), catalog.needs_in.get(number, ())
    near = () if entries else nearest(municipality, catalog=catalog)
    return Listing(
        kind="municipality",
        section=Section.PLACES,
        entries=entries,
        name=municipality.name,
        address=lambda language: route(
            "municipality", language, county=county.slug, municipality=municipality.slug
        ),
        trail=(*trail(shelf, "places"), TextLink(parent.label, parent.url)),
        search={"q": municipality.name},
        names=_other_names(municipality.parallel),
        nearby=tuple(shelf.municipality_count(n) for n in near),
        parent=parent,
        more=_more(
            desk, adoptions=adoptions, needs=needs, networks=catalog.networks_of.get(county.number, ())
        ),
        others=len(adoptions) + len(needs),
    )


def organisation_list(slug: str, desk: Desk) -> Listing:
    """List what an organisation has done."""
    organisation = desk.catalog.organisations[slug]
    return Listing(
        kind="organisation",
        section=Section.ORGANISATIONS,
        entries=organisation.entries,
        name=organisation.name,
        address=lambda language: route("organisation", language, organisation=slug),
        trail=trail(desk.shelf, "organisations"),
        search={"q": organisation.name},
        more=_more(
            desk, adoptions=organisation.adoptions, needs=organisation.needs, methods=organisation.methods
        ),
        others=organisation.count - len(organisation.entries),
    )


def _more(
    desk: Desk,
    *,
    adoptions: Sequence[Adoption],
    needs: Sequence[Need],
    methods: Sequence[Method] = (),
    networks: Sequence[Network] = (),
) -> tuple[LineGroup, ...]:
    """Return what a place or an organisation has besides initiatives."""
    t = desk.wording.t
    groups = (
        LineGroup(t("place.adoptions"), tuple(adoption_line(adoption, desk) for adoption in adoptions)),
        LineGroup(t("place.needs"), tuple(need_line(need, desk.shelf) for need in needs)),
        LineGroup(t("place.methods"), tuple(method_line(method, desk) for method in methods)),
        LineGroup(t("place.networks"), tuple(network_line(network, desk) for network in networks)),
    )
    return tuple(group for group in groups if group.lines)


def _other_names(parallel: tuple[tuple[str, str], ...]) -> tuple[CountLink, ...]:
    return tuple(CountLink(name, "", 0, note_language=language) for language, name in parallel)
