"""The theme's styles, scripts and fonts as published."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from idebank.build.assets import goals_css, load_assets, sprite
from idebank.resources import theme_folder
from tests.factories import vocabulary

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0"/></svg>'


def _icon(_: str) -> str:
    return SVG


def test_names_tell_the_content() -> None:
    """A file's name has a fingerprint of what is in it, so that browsers may keep it for ever."""
    assets = load_assets(theme_folder(), vocabulary=vocabulary(), icons=_icon)

    for name, address in assets.names.items():
        if "/" in name:
            continue
        fingerprint = hashlib.sha256(assets.files[address]).hexdigest()[:10]
        stem, _, ending = name.rpartition(".")
        assert address == f"assets/idebank/{stem}.{fingerprint}.{ending}"


def test_what_is_published() -> None:
    """There is one style sheet, one sprite, the scripts, and the fonts with their licence."""
    assets = load_assets(theme_folder(), vocabulary=vocabulary(), icons=_icon)
    fonts = {address.rpartition("/")[2] for address in assets.files if "/fonts/" in address}

    single = sorted(name for name in assets.names if "/" not in name)
    assert single == ["icons.svg", "idebank.css", "idebank.js", "rules.js", "theme.js"]
    assert fonts == {path.name for path in (theme_folder() / "fonts").iterdir()}


def test_goal_colours_in_the_sheet() -> None:
    """The style sheet ends with the goals' colours."""
    assets = load_assets(theme_folder(), vocabulary=vocabulary(), icons=_icon)

    assert assets.files[assets.names["idebank.css"]].decode().endswith(goals_css(vocabulary().goals.values()))


def test_unknown_icon() -> None:
    """An icon that does not exist stops the build."""

    def missing(name: str) -> str:
        raise FileNotFoundError(name)

    with pytest.raises(FileNotFoundError, match="material/"):
        load_assets(theme_folder(), vocabulary=vocabulary(), icons=missing)


def test_goals_css() -> None:
    """Each goal has a class with its colour and the colour of text on it."""
    goal = vocabulary().goals[1]

    assert goals_css([goal]) == f".goal-1{{--goal:{goal.colour};--goal-text:{goal.text_colour}}}\n"


def test_sprite() -> None:
    """Icons become symbols, in order, each called by the last part of its name."""
    assert sprite({"material/b": SVG, "material/a": SVG}).decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg">\n'
        '<symbol id="a" viewBox="0 0 24 24"><path d="M0 0"/></symbol>\n'
        '<symbol id="b" viewBox="0 0 24 24"><path d="M0 0"/></symbol>\n'
        "</svg>\n"
    )


def test_modules_of_a_folder_stay_together(tmp_path: Path) -> None:
    """Scripts in a folder keep their names; a change of one renames the folder."""
    theme = tmp_path / "theme"
    for part in ("css", "fonts", "js/form"):
        (theme / part).mkdir(parents=True)
    (theme / "js" / "form" / "form.js").write_text('import "./words.js";', encoding="utf-8")
    words = theme / "js" / "form" / "words.js"
    words.write_text("export {};", encoding="utf-8")
    before = load_assets(theme, vocabulary=vocabulary(), icons=_icon)

    words.write_text("export default 1;", encoding="utf-8")
    after = load_assets(theme, vocabulary=vocabulary(), icons=_icon)

    folder, _, name = before.names["form/form.js"].rpartition("/")
    assert name == "form.js"
    assert before.names["form/words.js"] == f"{folder}/words.js"
    assert before.files[f"{folder}/words.js"] == b"export {};"
    assert after.names["form/form.js"] != before.names["form/form.js"]
