"""A page's content made to stand in a file by itself: what it would load is inside, and nothing runs."""

import re
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from markupsafe import escape

from idebank.render import ROOT, resolve_root

# What opens the file is a browser anywhere: whatever got into it could load and run nothing.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_IMAGE: Final = re.compile(rf'<img src="{ROOT}([^"]*)"([^>]*)>')
_ALT: Final = re.compile(r' alt="([^"]*)"')
_ID: Final = re.compile(r' (id|for|aria-labelledby|aria-describedby)="([^"]+)"')
_SCRIPT: Final = re.compile(r"<script[^>]*></script>\n?")
_FONT: Final = re.compile(r'url\("fonts/([\w-]+\.woff2)"\)')
_SYMBOL: Final = re.compile(r'<symbol id="([\w-]+)".*?</symbol>', re.DOTALL)


def standing_alone(html: str, *, pictures: Mapping[str, str], instead: str, site: str, number: int) -> str:
    """Return a page's content with `pictures` (by address) inside, and links that lead to `site`.

    Other pictures become the words `instead` with their description. The page's scripts go. Icons are
    asked for within the file, and ids get a `number`, for several pages may stand in one file.
    """

    def picture(match: re.Match[str]) -> str:
        data = pictures.get(match[1])
        if data:
            return f'<img src="{data}"{match[2]}>'
        alt = _ALT.search(match[2])
        return f"<p>{escape(instead)} {alt[1] if alt else ''}</p>"

    def numbered(match: re.Match[str]) -> str:
        names = " ".join(f"{name}-{number}" for name in match[2].split())
        return f' {match[1]}="{names}"'

    ids = {name for kind, name in _ID.findall(html) if kind == "id"}
    html = _ID.sub(numbered, _IMAGE.sub(picture, _SCRIPT.sub("", html))).replace(f'href="{ROOT}#', 'href="#')
    for name in ids:
        html = html.replace(f'<a href="#{name}"', f'<a href="#{name}-{number}"')
    return resolve_root(html, up=str(escape(site)))


def with_fonts(styles: str, folder: Path) -> str:
    """Return styles with the fonts that they name inside."""
    return _FONT.sub(
        lambda found: f'url("{data_address("font/woff2", (folder / found[1]).read_bytes())}")', styles
    )


def icons_of(html: str, sprite: str) -> str:
    """Return the icons that stand in `html`, to be drawn from within the file."""
    used = "".join(found[0] for found in _SYMBOL.finditer(sprite) if f'href="#{found[1]}"' in html)
    return f'<svg xmlns="http://www.w3.org/2000/svg" hidden>{used}</svg>'


def data_address(kind: str, content: bytes) -> str:
    """Return content as an address that is the content."""
    return f"data:{kind};base64,{b64encode(content).decode()}"


def whole_file(*, language: str, title: str, styles: str, icons: str, banner: str, content: str) -> str:  # noqa: PLR0913 - the places of a file
    """Return a file with its styles and icons inside, a banner and the content."""
    return f"""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{escape(title)}</title>
<style>
{styles}
</style>
</head>
<body>
{icons}
{banner}
<main>
{content}
</main>
</body>
</html>
"""
