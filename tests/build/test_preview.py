"""Entries in one file: whole, harmless, and readable by itself."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import material
import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup

from idebank.build import load_parts, preview
from idebank.build.preview import MAX_ENTRIES, Preview, preview_of
from idebank.resources import schema_folder, theme_folder
from idebank.settings import Settings
from tests.factories import PATH, entry_text, write_bank

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BANK: Final = Path(__file__).parents[1] / "fixtures" / "bank"
FROKOST: Final = "content/initiatives/nordland/skolefrukost-eksempel.md"
HOSTILE: Final = "content/initiatives/oslo/tegn-og-sitat-eksempel.md"
ONE_OF_EACH: Final = (
    FROKOST,
    HOSTILE,
    "content/adoptions/eksempeldal-fruktkurv.md",
    "content/events/barekraftsfredag-mat-eksempel.md",
    "content/methods/matkompass-eksempel.md",
    "content/needs/kantinemat-eksempel.md",
    "content/networks/delenettverket-eksempel.md",
)


def _icon(name: str) -> str:
    folder = Path(material.__file__).parent / "templates" / ".icons"
    return (folder / f"{name}.svg").read_text(encoding="utf-8")


def _preview(root: Path, *paths: str) -> Preview:
    settings = Settings(
        root=root,
        schema=schema_folder(),
        theme=theme_folder(),
        name="Eksempelbanken",
        url="https://bank.example/",
        today="2026-11-26",
    )
    return preview_of(paths, parts=load_parts(settings, home=root), settings=settings, icons=_icon)


@pytest.fixture(scope="module")
def html() -> str:
    """Return the preview of an entry of each kind."""
    made = _preview(BANK, *ONE_OF_EACH)

    assert made.shown == ONE_OF_EACH
    assert made.left_out == ()
    return made.html


def test_each_kind_is_shown(html: str) -> None:
    """Each entry stands there as on its own page, in its own language."""
    sections = BeautifulSoup(html, "html.parser").main.find_all("section", recursive=False)  # type: ignore[union-attr]

    assert [section["data-page"] for section in sections] == [
        "entry", "entry", "adoption", "event", "method", "need", "network",
    ]  # fmt: skip
    assert all(section.h1 for section in sections)
    assert {section["lang"] for section in sections} == {"nb", "nn"}


def test_nothing_runs_or_loads(html: str) -> None:
    """There is no script, nothing is fetched, and what contributors wrote stays text."""
    page = BeautifulSoup(html, "html.parser")

    assert page.find_all(["script", "iframe", "object", "embed", "link", "base", "form"]) == []
    assert [tag for tag in page.find_all() if any(name.startswith("on") for name in tag.attrs)] == []
    assert all(str(image["src"]).startswith("data:image/webp;base64,") for image in page.find_all("img"))
    assert "script-src" not in html
    assert "default-src 'none'" in html
    assert set(re.findall(r"url\(\"?([a-z]+:)", html)) == {"data:"}


def test_links_lead_somewhere(html: str) -> None:
    """Links lead to the site or elsewhere by whole addresses, and icons are in the file."""
    page = BeautifulSoup(html, "html.parser")
    ids = {str(tag["id"]) for tag in page.find_all(id=True)}
    links = [str(link["href"]) for link in page.find_all("a")]

    assert all(re.match(r"(https?|mailto|tel):|#", link) for link in links)
    assert {str(use["href"]).removeprefix("#") for use in page.find_all("use")} <= ids
    assert "\ue010" not in html


def test_pictures_are_inside() -> None:
    """An entry's own pictures are in the file; there is nothing of their places in it."""
    html = _preview(BANK, FROKOST).html

    assert html.count('<img src="data:image/webp;base64,') == 2
    assert "Foto: Eksempel skole" in html


def test_without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures that there is no room for are named instead."""
    monkeypatch.setattr("idebank.build.preview.MAX_PICTURE_BYTES", 0)
    html = _preview(BANK, FROKOST).html

    assert "<img" not in html
    assert "<p>Bilde som ikke er med her: Et bord med brød og epler</p>" in html


def test_what_has_mistakes_is_left_out(tmp_path: Path) -> None:
    """An entry with mistakes is named, and so is one that names it; the rest is shown."""
    other = "content/initiatives/nordland/gangbuss.md"
    third = "content/initiatives/nordland/rullebuss.md"
    root = write_bank(
        tmp_path,
        {
            PATH: entry_text(phase="ferdig?"),
            other: entry_text(title='"Gangbuss"', related="[sykkelbuss-bodo]"),
            third: entry_text(title='"Rullebuss"'),
        },
    )
    made = _preview(root, PATH, other, third)

    assert (made.shown, made.left_out) == ((third,), (PATH, other))
    assert f"<li><code>{other}</code></li>" in made.html
    assert "Rullebuss" in made.html
    assert "Gangbuss" not in made.html


@pytest.mark.parametrize("damage", ["missing", "link", "no picture"])
def test_a_picture_that_is_none(tmp_path: Path, damage: str) -> None:
    """A picture that is missing, leads elsewhere or is none keeps its entry out, and is never opened."""
    root = Path(shutil.copytree(BANK, tmp_path / "bank"))
    picture = root / FROKOST.removesuffix(".md") / "frokost.jpg"
    secret = tmp_path / "hemmelig.jpg"
    shutil.copy(picture, secret)
    picture.unlink()
    if damage == "link":
        picture.symlink_to(secret)
    elif damage == "no picture":
        picture.write_bytes(b"GIF89a ikke et bilde")

    assert _preview(root, FROKOST).left_out == (FROKOST,)


@pytest.mark.parametrize(
    "function", ["record_of", "encode", "render_markdown"], ids=["record", "picture", "story"]
)
def test_what_goes_wrong_is_left_out(monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    """An entry that the program stumbles over is left out like one with mistakes, and the rest is shown."""
    need = "content/needs/kantinemat-eksempel.md"
    real = getattr(preview, function)

    def trapped(about: Any, *others: Any, **named: Any) -> Any:
        if re.search("fr[ou]kost", f"{getattr(about, 'path', about)}", re.IGNORECASE):
            raise KeyError("snublesten")
        return real(about, *others, **named)

    monkeypatch.setattr(preview, function, trapped)
    made = _preview(BANK, FROKOST, need)

    assert FROKOST in made.left_out
    assert FROKOST not in made.shown


def test_nothing_to_show(tmp_path: Path) -> None:
    """Nothing is shown of nothing, and the file says so."""
    root = write_bank(tmp_path, {PATH: entry_text(phase="ferdig?")})
    made = _preview(root, PATH, "content/initiatives/oslo/finnes-ikke.md")

    assert (made.shown, made.left_out) == ((), (PATH,))
    assert "Her er det ingenting å vise ennå." in made.html


def test_many(tmp_path: Path) -> None:
    """No more is shown than somebody would look at."""
    paths = {f"content/initiatives/nordland/t-{n:02}.md": entry_text(title=f'"T {n}"') for n in range(30)}
    made = _preview(write_bank(tmp_path, paths), *paths)

    assert len(made.shown) == MAX_ENTRIES
    assert len(made.left_out) == 30 - MAX_ENTRIES
    assert "og 6 til" in made.html


def test_names_are_text(tmp_path: Path) -> None:
    """A file's name is shown as text, whatever it is."""
    path = "content/initiatives/nordland/<img src=x onerror=alert(1)>.md"
    made = _preview(write_bank(tmp_path, {path: entry_text()}), path)

    assert made.left_out == (path,)
    assert "<img" not in made.html
    assert "&lt;img src=x onerror=alert(1)&gt;.md" in made.html


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("paths", "accepted"),
    [
        ((FROKOST,), set()),
        (ONE_OF_EACH, {"landmark-unique"}),  # each of several pages has its trail and its facts
    ],
    ids=["one", "several"],
)
def test_in_a_browser(
    chromium: Browser, tmp_path: Path, paths: tuple[str, ...], accepted: set[str], scheme: str
) -> None:
    """It opens from the disk without a request or a complaint, fits a phone, and axe finds nothing."""
    file = tmp_path / "preview.html"
    file.write_text(_preview(BANK, *paths).html, encoding="utf-8")
    context = chromium.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: told.append(request.url[:60]))
    page.goto(file.as_uri())
    width = page.evaluate("document.documentElement.scrollWidth")
    page.evaluate(Axe().axe_script)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    context.close()

    assert [one for one in told if not one.startswith(("file:", "data:"))] == []
    assert width <= 320
    assert {rule["id"] for rule in found["violations"]} == accepted
