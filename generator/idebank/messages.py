"""The texts people read: one file per language, nested as is handy, asked for by dotted keys."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml


def load_messages(folder: Path, language: str) -> Mapping[str, str]:
    """Return the texts in `folder`/`language`.yml by dotted key; raises OSError or ValueError."""
    path = folder / f"{language}.yml"
    # The base loader reads every scalar as text, so that `no` stays a word.
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts only
    if not isinstance(tree, dict):
        raise ValueError(f"{path}: not a list of texts by key")  # noqa: TRY004 - the file is wrong, not a caller
    return dict(_flat(tree, ""))


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            yield f"{prefix}{key}", value
        else:
            raise ValueError(f"{prefix}{key}: a text is wanted, not a list")  # noqa: TRY004 - as above
