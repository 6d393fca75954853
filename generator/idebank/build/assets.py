"""The theme's styles, scripts and fonts as published: named by content, so that browsers may keep them."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from idebank.routes import route
from idebank.vocabulary import Goal, Vocabulary

_ICON: Final = re.compile(r"[\"'](material/[a-z0-9-]+)[\"']")


@dataclass(frozen=True, slots=True)
class Assets:
    """All assets of one build."""

    files: Mapping[str, bytes]
    """By address, relative to the site's root."""
    names: Mapping[str, str]
    """Published address by the name that templates use, such as `idebank.css`."""


def load_assets(theme: Path, *, vocabulary: Vocabulary, icons: Callable[[str], str]) -> Assets:
    """Read the theme's assets: one style sheet with the goals' colours last, one sprite of all icons.

    `icons` gives an icon's SVG by name; what it raises for an unknown name is passed on.
    """
    sheets = [path.read_text(encoding="utf-8") for path in sorted((theme / "css").glob("*.css"))]
    named = {
        "idebank.css": "\n".join([*sheets, goals_css(vocabulary.goals.values())]).encode(),
        "icons.svg": sprite({name: icons(name) for name in _icon_names(theme, vocabulary)}),
    }
    named |= {path.name: path.read_bytes() for path in sorted((theme / "js").glob("*.js"))}
    names = {name: _hashed(name, content) for name, content in named.items()}
    names |= _module_names(theme / "js")
    named |= {name: (theme / "js" / name).read_bytes() for name in names.keys() - named.keys()}
    files = {names[name]: content for name, content in named.items()}
    return Assets(files | dict(_fonts(theme)), names)


def goals_css(goals: Iterable[Goal]) -> str:
    """Return a class for each goal that sets its official colour and the text colour that reads on it."""
    return "".join(f".goal-{g.number}{{--goal:{g.colour};--goal-text:{g.text_colour}}}\n" for g in goals)


def sprite(icons: Mapping[str, str]) -> bytes:
    """Return one SVG with a symbol for each icon, called by the last part of its name."""
    symbols = (
        svg.replace(
            '<svg xmlns="http://www.w3.org/2000/svg"', f'<symbol id="{name.rpartition("/")[2]}"'
        ).replace("</svg>", "</symbol>\n")
        for name, svg in sorted(icons.items())
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{"".join(symbols)}</svg>\n'.encode()


def _icon_names(theme: Path, vocabulary: Vocabulary) -> set[str]:
    """Return every icon that a template or a sector names."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(theme.rglob("*.html"))]
    named = {name for source in sources for name in _ICON.findall(source)}
    return named | {sector.icon for sector in vocabulary.terms["sectors"].values()}


def _module_names(scripts: Path) -> dict[str, str]:
    """Return published addresses of scripts in folders, by name such as `contribute/form.js`.

    Scripts of one folder import each other: it is named by the content of all, and they keep their names.
    """
    names: dict[str, str] = {}
    for folder in sorted(path for path in scripts.iterdir() if path.is_dir()):
        paths = sorted(path for path in folder.iterdir() if path.is_file())
        digest = _digest(b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in paths))
        names |= {
            f"{folder.name}/{path.name}": route("script", folder=f"{folder.name}.{digest}", file=path.name)
            for path in paths
        }
    return names


def _hashed(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return route("asset", file=f"{stem}.{_digest(content)}.{ending}")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _fonts(theme: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((theme / "fonts").glob("*")):
        if path.is_file():
            yield route("font", file=path.name), path.read_bytes()
