"""The records that checked entries become: frozen, typed and complete when born."""

from idebank.model.adoption import Adoption
from idebank.model.collection import Collection, Pick
from idebank.model.event import Event, ProgrammeItem, Recording
from idebank.model.initiative import Depth, Initiative
from idebank.model.method import Input, Method, Step
from idebank.model.need import AlsoNeeds, Need
from idebank.model.network import Coordinator, Meeting, Member, Network, Round
from idebank.model.parts import (
    NATIONAL_FOLDER,
    Attachment,
    Contact,
    Entry,
    Funding,
    Image,
    Link,
    Period,
    Place,
    Result,
    Topical,
    Video,
)

__all__ = [
    "NATIONAL_FOLDER",
    "Adoption",
    "AlsoNeeds",
    "Attachment",
    "Collection",
    "Contact",
    "Coordinator",
    "Depth",
    "Entry",
    "Event",
    "Funding",
    "Image",
    "Initiative",
    "Input",
    "Link",
    "Meeting",
    "Member",
    "Method",
    "Need",
    "Network",
    "Period",
    "Pick",
    "Place",
    "ProgrammeItem",
    "Recording",
    "Result",
    "Round",
    "Step",
    "Topical",
    "Video",
]
