"""Flat records that templates see: texts in the page's language, addresses relative to the site's root.

An address such as `tiltak/frobibliotek/` is written in a template as `{{ root }}{{ card.url }}`.
Words of the interface are not here: templates ask `t("key")` for them.
"""

from idebank.views.records.cards import (
    Card,
    EntryLine,
    LineGroup,
    NewsGroup,
    RelatedCard,
    StartCard,
)
from idebank.views.records.entry import (
    ElsewhereGroup,
    ElsewhereLine,
    ElsewhereView,
    EntryView,
    FundingRow,
    ReuseRow,
    ShownAt,
)
from idebank.views.records.hubs import (
    FrontView,
    HubGroup,
    HubView,
    MineView,
    NotFoundView,
    ProseView,
)
from idebank.views.records.landings import (
    BrowseGroup,
    LandingView,
    ShelfView,
)
from idebank.views.records.links import (
    CountLink,
    GoalCount,
    GoalTile,
    TargetLink,
    TextLink,
)
from idebank.views.records.lists import (
    FacetGroup,
    IndexView,
    LinesView,
    Pagination,
)
from idebank.views.records.maps import (
    BoardTeaser,
    CountyPlaces,
    MapTile,
    MapView,
    Marker,
    PlaceCount,
    TileMap,
)
from idebank.views.records.page import (
    Alternate,
    Page,
    Section,
)
from idebank.views.records.pieces import (
    Advice,
    ContactRow,
    DocumentRow,
    Effort,
    Picture,
    ProfileRow,
    ProfileSection,
    ResultRow,
    Topics,
    Trust,
    Who,
)
from idebank.views.records.searching import (
    Choice,
    Choices,
    SearchFacet,
    SearchValue,
    SearchView,
)

__all__ = [
    "Advice",
    "Alternate",
    "BoardTeaser",
    "BrowseGroup",
    "Card",
    "Choice",
    "Choices",
    "ContactRow",
    "CountLink",
    "CountyPlaces",
    "DocumentRow",
    "Effort",
    "ElsewhereGroup",
    "ElsewhereLine",
    "ElsewhereView",
    "EntryLine",
    "EntryView",
    "FacetGroup",
    "FrontView",
    "FundingRow",
    "GoalCount",
    "GoalTile",
    "HubGroup",
    "HubView",
    "IndexView",
    "LandingView",
    "LineGroup",
    "LinesView",
    "MapTile",
    "MapView",
    "Marker",
    "MineView",
    "NewsGroup",
    "NotFoundView",
    "Page",
    "Pagination",
    "Picture",
    "PlaceCount",
    "ProfileRow",
    "ProfileSection",
    "ProseView",
    "RelatedCard",
    "ResultRow",
    "ReuseRow",
    "SearchFacet",
    "SearchValue",
    "SearchView",
    "Section",
    "ShelfView",
    "ShownAt",
    "StartCard",
    "TargetLink",
    "TextLink",
    "TileMap",
    "Topics",
    "Trust",
    "Who",
]
