"""The texts people read: a file per language, nested as is handy, asked for by dotted keys."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml


def load_messages(folder: Path, language: str) -> Mapping[str, str]:
    """Return the texts of a language by dotted key; raises OSError or ValueError.

    They stand in `<language>.yml`, and what belongs to one area of the site in `areas/<area>/<language>.yml`.
    """
    messages: dict[str, str] = {}
    for path in (folder / f"{language}.yml", *sorted(folder.glob(f"areas/*/{language}.yml"))):
        own = dict(_flat(_tree(path), ""))
        twice = own.keys() & messages.keys()
        if twice:
            raise ValueError(f"{path}: {min(twice)} has its text elsewhere already")
        messages |= own
    return messages


def _tree(path: Path) -> Mapping[str, Any]:
    # The base loader reads every scalar as text, so that `no` stays a word.
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts only
    if not isinstance(tree, dict):
        raise ValueError(f"{path}: not a list of texts by key")  # noqa: TRY004 - the file is wrong, not a caller
    return tree


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            yield f"{prefix}{key}", value
        else:
            raise ValueError(f"{prefix}{key}: a text is wanted, not a list")  # noqa: TRY004 - as above
