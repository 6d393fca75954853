"""Where the schema and the theme lie: inside the installed wheel, or beside the package in a checkout."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_CHECKOUT: Final = _PACKAGE.parent.parent


def package_folder() -> Path:
    """Return the folder with the program itself."""
    return _PACKAGE


def schema_folder() -> Path:
    """Return the folder with the JSON Schemas and the vocabularies."""
    return _folder("schema")


def theme_folder() -> Path:
    """Return the folder with the templates, styles, scripts and messages."""
    return _folder("theme")


def _folder(name: str) -> Path:
    packaged = _PACKAGE / f"_{name}"
    return packaged if packaged.is_dir() else _CHECKOUT / name
