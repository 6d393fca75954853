"""Sites built without MkDocs: the same bank and the same pages, around them next to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from idebank.artifacts import Output
from idebank.build import Host, build_site, load_bank
from idebank.progress import Silence, Stopwatch, Summary
from idebank.resources import schema_folder, theme_folder
from idebank.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from idebank.render import Slots, Templates
    from idebank.views.records import Section


def _chrome(_language: str, _section: Section, _templates: Templates, slots: Slots) -> str:
    return f"<title>{slots.title}</title>{slots.head}{slots.content}"


HOST = Host(icons=lambda _name: '<svg xmlns="http://www.w3.org/2000/svg"></svg>', chrome=_chrome, prose=())


def build(root: Path, folder: Path, **options: Any) -> Summary:
    """Check and build the bank at `root` into `folder`."""
    settings = Settings(
        root=root,
        schema=schema_folder(),
        theme=theme_folder(),
        name="Eksempelbanken",
        url="https://bank.example/",
        today="2026-06-01",
        **options,
    )
    folder.mkdir(parents=True, exist_ok=True)
    watch = Stopwatch(Silence())
    return build_site(
        load_bank(settings, watch=watch), host=HOST, settings=settings, output=Output(folder), watch=watch
    )
