"""What the tests want to know of a finished page, read once from its HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_ADDRESSES: Final = ("href", "src", "action", "srcset", "poster")
_UNREAD: Final = frozenset({"script", "style", "title"})


@dataclass(slots=True)
class Markup:
    """One page's parts."""

    lang: str = ""
    first_in_head: tuple[str, str] = ("", "")
    """The first element of the head: its name and what its `http-equiv` says."""
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    """By name."""
    canonical: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    """Address by `hreflang`, from the head."""
    ids: list[str] = field(default_factory=list)
    mains: int = 0
    headings: list[int] = field(default_factory=list)
    """Levels in order."""
    addresses: list[tuple[str, str, str]] = field(default_factory=list)
    """Element, attribute and value of all that leads somewhere, apart from canonical and alternates."""
    choices: set[tuple[str, str]] = field(default_factory=set)
    """Name and value of each checkbox."""
    faults: list[str] = field(default_factory=list)
    """What no page may have: inline style or script, a picture without alt, tags that do not fit together."""
    text: str = ""
    """What a reader sees or hears, on one line."""


def read_markup(html: str) -> Markup:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.found.faults += [f"<{name}> is never closed" for name in reader.open]
    reader.found.text = " ".join(" ".join(reader.pieces).split())
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Markup()
        self.open: list[str] = []
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element(tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.found.faults.append(f"</{tag}> at {self.getpos()} closes nothing, open is {self.open[-1:]}")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.found.title += data
        if self.open and self.open[-1] not in _UNREAD:
            self.pieces.append(data)

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        found = self.found
        if self.open[-1:] == ["head"] and not found.first_in_head[0]:
            found.first_in_head = (tag, attributes.get("http-equiv", ""))
        if "id" in attributes:
            found.ids.append(attributes["id"])
        found.mains += tag == "main"
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            found.headings.append(int(tag[1]))
        if tag == "html":
            found.lang = attributes.get("lang", "")
        if tag == "input" and attributes.get("type") == "checkbox" and "name" in attributes:
            found.choices.add((attributes["name"], attributes["value"]))
        if tag == "meta" and "name" in attributes:
            found.meta[attributes["name"]] = attributes["content"]
        self._address(tag, attributes)
        found.faults += _faults(tag, attributes)

    def _address(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "link" and attributes.get("rel") == "canonical":
            self.found.canonical.append(attributes["href"])
        elif tag == "link" and "hreflang" in attributes:
            self.found.alternates[attributes["hreflang"]] = attributes["href"]
        else:
            self.found.addresses += [
                (tag, name, attributes[name]) for name in _ADDRESSES if name in attributes
            ]


def _faults(tag: str, attributes: dict[str, str]) -> list[str]:
    faults = [f"{name} on <{tag}>" for name in attributes if name == "style" or name.startswith("on")]
    if tag == "style":
        faults.append("<style>")
    if tag == "script" and "src" not in attributes and attributes.get("type") != "application/json":
        faults.append("<script> without src")
    if tag == "img" and "alt" not in attributes:
        faults.append(f"<img src={attributes.get('src')}> without alt")
    faults += [
        f"{value} on <{tag}>" for value in attributes.values() if value.lower().startswith("javascript:")
    ]
    return faults
