"""Flat records that templates see: texts in the page's language, addresses relative to the site's root.

An address such as `tiltak/frobibliotek/` is written in a template as `{{ root }}{{ card.url }}`.
Words of the interface are not here: templates ask `t("key")` for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Section(StrEnum):
    """Which part of the site a page belongs to; the header marks it as current."""

    FRONT = "front"
    INITIATIVES = "initiatives"
    GOALS = "goals"
    SECTORS = "sectors"
    THEMES = "themes"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    NETWORKS = "networks"
    EVENTS = "events"
    NEEDS = "needs"
    OVERVIEW = "overview"
    SEARCH = "search"
    CONTRIBUTE = "contribute"
    ABOUT = "about"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written, whatever it shows."""

    url: str
    """Address relative to the site's root; ends with `/`, or is empty for the front page, or `404.html`."""
    template: str
    """File in theme/templates."""
    language: str
    """Language of the interface: nb, nn or en."""
    section: Section
    title: str
    """For the browser's tab and for sharing; the site's name is added by the frame."""
    description: str
    view: object
    """One of the records below; the template knows it as `view`."""
    indexed: bool = True
    """False keeps the page out of search engines and of the sitemap."""
    alternates: tuple["Alternate", ...] = ()
    """The same page in the other languages, itself included; empty when it has one language only."""
    modified: str = ""
    """ISO date of the newest content on the page; empty when nothing is dated."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    language: str
    url: str


@dataclass(frozen=True, slots=True)
class TextLink:
    """A label that leads somewhere."""

    label: str
    url: str
    language: str = ""
    """Of the label, when somebody wrote it; empty for our own words."""


@dataclass(frozen=True, slots=True)
class CountLink:
    """A label that leads to a list, with how many initiatives it holds."""

    label: str
    url: str
    count: int
    icon: str = ""
    """Name for `icon()`, such as `material/bank`, or empty."""
    note: str = ""
    """A second line in smaller type, such as the Sámi name of a municipality."""
    note_language: str = ""
    """`lang` of the note when it differs from the page's."""


@dataclass(frozen=True, slots=True)
class GoalTile:
    """A goal as a coloured tile."""

    number: int
    name: str
    colour: str
    """`#rrggbb`, also available in CSS as the class `goal-<number>`."""
    text_colour: str
    url: str


@dataclass(frozen=True, slots=True)
class GoalCount:
    """A goal tile with its number of initiatives."""

    tile: GoalTile
    count: int


@dataclass(frozen=True, slots=True)
class TargetLink:
    """A target such as 12.3."""

    code: str
    text: str
    text_language: str
    """`lang` of the text: some targets have no nynorsk wording."""
    official: bool
    """False when the wording is the idea bank's own translation."""
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Card:
    """An initiative in a list; the whole card is one link."""

    slug: str
    url: str
    title: str
    summary: str
    language: str
    """Language of title and summary."""
    organisation: str
    place: str
    """`Skien, Telemark`, `Trøndelag` or the word for national."""
    goals: tuple[GoalTile, ...]
    sectors: tuple[TextLink, ...]
    sector_icon: str
    """Icon of the first sector."""
    phase: str
    """Id, such as `running`."""
    phase_label: str
    depth: int
    """1-3."""
    reused: int
    """How many have taken it over."""
    image: str
    """Address of a small picture, or empty: then the card draws a quiet pattern of its goals' colours."""
    image_alt: str


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """Another initiative like this one; the reason is outside the card, which is the same everywhere."""

    card: Card
    reason: str
    """What the two have in common, in words: `Samme tema: Matsvinn`."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where we are in a list of several pages."""

    current: int
    """Counted from 1."""
    total: int
    """How many pages there are."""
    address: str
    """Of this page."""
    pages: tuple[TextLink, ...]
    """Numbers and addresses of the first page, the last and those near; a gap between has no address."""
    previous: str
    """Address, or empty on the first page."""
    next: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """How the initiatives of a list spread over another dimension."""

    kind: str
    """`goal`, `sector`, `theme` or `county`: names the heading."""
    links: tuple[CountLink, ...]
    goals: tuple[GoalCount, ...] = ()
    """Filled instead of `links` when kind is `goal`."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """A list of initiatives: all of them, or those of a goal, target, sector, theme, place or organisation.

    Template: `index.html`.
    """

    kind: str
    """`all`, `goal`, `target`, `sector`, `theme`, `county`, `municipality` or `organisation`."""
    name: str
    """What the list is about."""
    heading: str
    heading_language: str
    """`lang` of the heading when it differs from the page's, else empty."""
    lead: str
    """A sentence under the heading; for a goal its full title; may be empty."""
    lead_language: str
    count: int
    """In the whole list, not on this page of it."""
    cards: tuple[Card, ...]
    pagination: Pagination
    trail: tuple[TextLink, ...]
    """Breadcrumbs from the front page to the parent."""
    facets: tuple[FacetGroup, ...]
    tile: GoalTile | None = None
    """The goal's tile on a goal's or target's page."""
    icon: str = ""
    names: tuple[CountLink, ...] = ()
    """Other official names of a place (Sámi, Kven): label = the name, note_language = its language."""
    targets: tuple[TargetLink, ...] = ()
    """On a goal's page: its targets, those in use first."""
    municipalities: tuple[CountLink, ...] = ()
    """On a county's page: all its municipalities."""
    nearby: tuple[CountLink, ...] = ()
    """On an empty municipality's page: the nearest municipalities that have shared something; on an empty
    target's: targets of the same goal that are in use."""
    parent: CountLink | None = None
    """The county of a municipality, the goal of a target."""
    search_url: str = ""
    """The same list in the search page, where it can be narrowed."""
    board: "BoardTeaser | None" = None
    """On a county's page: who has shared, in short."""
    landings: tuple["LandingView", ...] = ()
    """On a sector's page: what its profiles say."""
    more: tuple["LineGroup", ...] = ()
    """On a municipality's or organisation's page: its adoptions, needs, methods and networks."""
    is_empty: bool = False
    """Whether nobody has shared anything; to be member of a network is not to share."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """On the page of what was stopped: why, by slug."""


@dataclass(frozen=True, slots=True)
class BrowseGroup:
    """One question of a profile as ways in: each value with its number of initiatives."""

    heading: str
    links: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class ShelfView:
    """A row of initiatives with something in common."""

    id: str
    title: str
    cards: tuple[Card, ...]
    count: int
    more: str
    """Address of a search for all of them, or empty."""


@dataclass(frozen=True, slots=True)
class LandingView:
    """What a profile says on its sector's page."""

    id: str
    heading: str
    lead: str
    week: Card | None
    """The idea of the week."""
    browse: tuple[BrowseGroup, ...]
    tables: tuple[TextLink, ...]
    """The ways to the profile's register and its gains."""
    shelves: tuple[ShelfView, ...]
    questions: tuple[tuple[str, str], ...]
    """(question, help): what is asked of those who share."""


@dataclass(frozen=True, slots=True)
class MapTile:
    """One municipality on a map of equal tiles."""

    x: float
    y: float
    url: str
    mark: str
    """How it looks: a status, or a shade from 0 to 3."""
    spoken: str
    """Name and status in words."""
    short: str
    """The name as it fits into the tile."""


@dataclass(frozen=True, slots=True)
class TileMap:
    """A map of some municipalities, one equal tile each."""

    box: str
    """For `viewBox`."""
    hexagon: str
    """For `points`, around the middle of a tile."""
    tiles: tuple[MapTile, ...]


@dataclass(frozen=True, slots=True)
class BoardTeaser:
    """A board in short, with the way to it."""

    shared: int
    total: int
    map: TileMap | None
    url: str


@dataclass(frozen=True, slots=True)
class HubGroup:
    """A headed part of a hub page; the heading may be empty."""

    heading: str
    links: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class HubView:
    """A page that leads to lists: the goals, the sectors, the themes, the counties or the organisations.

    Template: `hub.html`.
    """

    kind: str
    """`goals`, `sectors`, `themes`, `places` or `organisations`: names heading and lead."""
    groups: tuple[HubGroup, ...]
    goals: tuple[GoalCount, ...] = ()
    """Filled instead of `groups` on the goals' page."""
    trail: tuple[TextLink, ...] = ()
    map: TileMap | None = None
    """On the places' page: the whole country."""
    former: tuple[TextLink, ...] = ()
    """On the places' page: counties that are no more."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How many initiatives a sector has for a goal."""

    count: int
    shade: int
    """0 (none) to 5 (most)."""
    url: str
    """A search for both, or empty when count is 0."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A sector's line in the matrix."""

    sector: CountLink
    cells: tuple[MatrixCell, ...]
    """One per goal, in the order of `MatrixView.goals`."""


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Goal × sector, as a table. Template: `matrix.html`."""

    goals: tuple[GoalCount, ...]
    rows: tuple[MatrixRow, ...]
    total: int
    trail: tuple[TextLink, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page. Template: `front.html`."""

    total: int
    organisations: int
    municipalities: int
    """How many of the 357 have shared something."""
    municipalities_in_all: int
    featured: tuple[Card, ...]
    """Three initiatives that tell much and differ in sector."""
    newest: tuple[Card, ...]
    """Six, without the featured ones."""
    sectors: tuple[CountLink, ...]
    """«Passer for deg som jobber i …»: the sectors with most initiatives, with icons."""
    goals: tuple[GoalCount, ...]
    counties: tuple[CountLink, ...]
    map: TileMap | None
    example_searches: tuple[TextLink, ...]
    next_event: "EntryLine | None" = None
    needs: tuple["EntryLine", ...] = ()
    """The newest of those still open."""


@dataclass(frozen=True, slots=True)
class SearchFacet:
    """One facet of the search page, drawn by the server so that labels need no script."""

    name: str
    """Name in Pagefind and in the address: `goal`, `sector`, `kindergarten-season` …"""
    label: str
    values: tuple["SearchValue", ...]


@dataclass(frozen=True, slots=True)
class SearchValue:
    """One value of a facet."""

    id: str
    label: str
    count: int
    """In the whole bank."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. Template: `search.html`."""

    facets: tuple[SearchFacet, ...]
    total: int
    example_searches: tuple[TextLink, ...]
    ways: tuple[TextLink, ...]
    """Index pages to use instead, also without JavaScript."""


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page written in Markdown under content/pages. Template: `prose.html`."""

    html: str
    """Safe: written by the maintainers and rendered by the host."""
    toc: tuple[TextLink, ...]
    trail: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for a wrong address. Template: `not_found.html`."""

    ways: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True)
class FundingRow:
    """One grant."""

    source: str
    amount: str
    """Written out, such as `350 000 kr`, or empty."""
    year: str
    note: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line of the results table; an empty text is an empty cell."""

    indicator: str
    before: str
    after: str
    value: str
    unit: str
    period: str
    method: str
    basis: str
    """Label: `Målt`, `Anslått` …"""
    basis_id: str
    source: str
    """Address, or empty."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the initiative."""

    title: str
    kind: str
    """Label."""
    url: str
    """Absolute, or relative to the site's root when `local`."""
    local: bool
    note: str
    """Format, size, language and licence as far as known: `PDF, 340 kB, CC BY 4.0`."""
    template: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the initiative, re-encoded without metadata."""

    url: str
    width: int
    height: int
    alt: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A labelled value of a profile; lists come joined."""

    label: str
    value: str
    written: bool = False
    """Whether somebody wrote the value, so that it is in the entry's language."""


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """What one sector's profile adds."""

    id: str
    heading: str
    rows: tuple[ProfileRow, ...]
    gains: tuple[ResultRow, ...] = ()
    """What is shown as a table of results: indicator = kind of gain."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Where an entry comes from, how far it can be relied on, and how to correct it."""

    owner: str
    """Who could confirm it."""
    from_public_sources: bool
    collected: str
    """Written out, such as `22. november 2026`, or empty."""
    caveats: tuple[str, ...]
    sources: tuple[TextLink, ...]
    published: str
    """Written out, such as `22. november 2026`."""
    published_iso: str
    verified: str
    verified_iso: str
    licence: str
    correct_url: str
    """Absolute address where a correction starts (the file in the repository, ready to edit), or empty."""
    correct_email: str
    """Mailbox for corrections, or empty."""


@dataclass(frozen=True, slots=True)
class Findable:
    """What the search takes from an entry's page besides its text. Template: `partials/entry_search.html`."""

    facets: tuple[tuple[str, str], ...]
    """What the search narrows by, as (facet, value): `("goal", "12")`, `("county", "trondelag")`."""
    kind: str
    """Label, or empty for an initiative."""
    title_order: str
    """What the title is sorted by, so that æ, ø and å come last."""
    who: str
    place: str
    goals: tuple[int, ...]
    state_id: str
    state: str
    """Label such as `I drift`, or empty."""
    language: str
    published: str
    """ISO date."""
    reused: int


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry of any kind but initiatives, in a list; the heading's link covers it all."""

    url: str
    title: str
    language: str
    """Language of title and summary."""
    summary: str
    eyebrow: str
    """What stands above the title, such as its kind or its date; may be empty."""
    who: str
    place: str
    state: str
    """Label such as `Åpen`, or empty."""
    state_id: str
    goals: tuple[GoalTile, ...] = ()
    note: str = ""
    """A last line, such as how many others need it, too."""


@dataclass(frozen=True, slots=True)
class ReuseRow:
    """Somebody who has taken something over, with those who took it over from them."""

    organisation: str
    url: str
    place: str
    degree: str
    degree_label: str
    date: str
    changed: str
    language: str
    """Of `changed`."""
    branches: tuple["ReuseRow", ...]


@dataclass(frozen=True, slots=True)
class LinesView:
    """A list of entries of one kind, in groups. Template: `lines.html`."""

    kind: str
    """`needs`, `methods` …: names heading, lead and empty state."""
    groups: tuple["LineGroup", ...]
    count: int
    trail: tuple[TextLink, ...]
    pagination: Pagination | None = None


@dataclass(frozen=True, slots=True)
class LineGroup:
    """A headed part of a list; the heading may be empty."""

    heading: str
    lines: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class ShownAt:
    """An event where an initiative was shown."""

    title: str
    url: str
    when: str
    time: str
    """Where in the recording, or empty."""
    jump: str
    """Address of that second of the recording, or empty."""
    language: str
    """Of the title."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An initiative's own page. Template: `entry.html`."""

    slug: str
    url: str
    search: Findable
    title: str
    summary: str
    language: str
    """Language of the text; the interface is in nb for `se`, else the same."""
    organisation: CountLink
    organisation_type: str
    place: str
    places: tuple[TextLink, ...]
    """County and municipality, linked, widest first; empty when national."""
    national: bool
    goals: tuple[GoalTile, ...]
    goals_basis: str
    """Label saying whether the goals were stated or assigned, or empty."""
    targets: tuple[TargetLink, ...]
    sectors: tuple[CountLink, ...]
    """With icons; the counts are those of the whole bank."""
    themes: tuple[TextLink, ...]
    phase: str
    phase_label: str
    stopped_why: str
    cost: str
    """Label of the band, or empty when nothing is known."""
    cost_amount: str
    """`350 000 kr`, or empty."""
    cost_note: str
    time_needed: str
    time_note: str
    audience: tuple[str, ...]
    period: str
    """`2019–2023`, `fra februar 2023`, or empty."""
    contact_role: str
    contact_email: str
    contact_url: str
    depth: int
    body_html: str
    """Safe: rendered and cleaned by `render`."""
    results: tuple[ResultRow, ...]
    core: tuple[str, ...]
    adaptable: tuple[str, ...]
    prerequisites: tuple[str, ...]
    pitfalls: tuple[str, ...]
    steps: tuple[str, ...]
    materials: tuple[str, ...]
    documents: tuple[DocumentRow, ...]
    videos: tuple[TextLink, ...]
    funding: tuple[FundingRow, ...]
    partners: tuple[str, ...]
    pictures: tuple[Picture, ...]
    profiles: tuple[ProfileSection, ...]
    forms: tuple[str, ...]
    """Other forms it has: `sheet`, `meeting`, `story`."""
    shown_at: tuple["ShownAt", ...]
    reused: int
    """How many have taken it over, from it or from what came of it."""
    reuse: tuple[ReuseRow, ...]
    wanted: tuple[EntryLine, ...]
    """Open needs that it may answer."""
    method: TextLink | None
    """The method it followed."""
    methods: tuple[TextLink, ...]
    """The methods that were worked out in it."""
    network: TextLink | None
    """The network it belongs to."""
    round: str
    """Title of the call it answers, or empty."""
    builds_on: tuple[TextLink, ...]
    """What it took over, when it began as an adoption."""
    part_of: TextLink | None
    parts: tuple[Card, ...]
    """Initiatives that name this one as their programme."""
    related: tuple[RelatedCard, ...]
    trust: Trust
    trail: tuple[TextLink, ...]
