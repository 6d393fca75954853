"""The theme's styles, scripts and fonts as published: hashed names, so that browsers may keep them for ever."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from idebank.vocabulary import Goal

_FOLDER: Final = "assets/idebank"


@dataclass(frozen=True, slots=True)
class Assets:
    """All assets of one build."""

    files: Mapping[str, bytes]
    """By address, relative to the site's root."""
    names: Mapping[str, str]
    """Published address by the name that templates use, such as `idebank.css`."""


def load_assets(theme: Path, *, goals: Iterable[Goal]) -> Assets:
    """Read the theme's assets; the style sheets become one, the goals' colours last."""
    sheets = [path.read_text(encoding="utf-8") for path in sorted((theme / "css").glob("*.css"))]
    named = {"idebank.css": "\n".join([*sheets, goals_css(goals)]).encode()}
    named |= {path.name: path.read_bytes() for path in sorted((theme / "js").glob("*.js"))}
    names = {name: _hashed(name, content) for name, content in named.items()}
    files = {names[name]: content for name, content in named.items()}
    return Assets(files | dict(_fonts(theme)), names)


def goals_css(goals: Iterable[Goal]) -> str:
    """Return a class for each goal that sets its official colour and the text colour that reads on it."""
    return "".join(f".goal-{g.number}{{--goal:{g.colour};--goal-text:{g.text_colour}}}\n" for g in goals)


def _hashed(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{_FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"


def _fonts(theme: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((theme / "fonts").glob("*")):
        if path.is_file():
            yield f"{_FOLDER}/fonts/{path.name}", path.read_bytes()
