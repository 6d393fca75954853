"""Where schema and theme are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebank import resources

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_schema_folder() -> None:
    """The schema's folder holds the schema."""
    assert (resources.schema_folder() / "initiative.schema.json").is_file()


def test_theme_folder() -> None:
    """The theme's folder holds the templates."""
    assert (resources.theme_folder() / "templates" / "entry.html").is_file()


def test_packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside a wheel, the folders lie in the package."""
    (tmp_path / "_schema").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)

    assert tmp_path / "_schema" == resources.schema_folder()
