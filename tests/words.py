"""The theme's words and a bank's settings, for tests of what is made with them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from idebank.messages import load_messages
from idebank.resources import schema_folder, theme_folder
from idebank.settings import Settings
from idebank.wording import Wording


@cache
def wording(language: str = "nb") -> Wording:
    """Return the interface's words in one language, read once."""
    return Wording(language, load_messages(theme_folder() / "messages", language))


def settings(**changes: Any) -> Settings:
    """Return a bank's settings with some of them changed."""
    values: dict[str, Any] = {
        "root": Path(),
        "schema": schema_folder(),
        "theme": theme_folder(),
        "name": "Eksempelbanken",
        "url": "https://bank.example/under/",
    }
    return Settings(**(values | changes))
