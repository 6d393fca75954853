"""The bank that a command works on: its schemas, and the few settings that a command needs of its site."""

from pathlib import Path

import yaml

from idebank import resources
from idebank.profiles import load_profiles
from idebank.schema import Schemas
from idebank.vocabulary import load_vocabulary


def load_schemas(root: Path) -> Schemas:
    """Return what entries may say in the bank at `root`, its own profiles included."""
    folder = resources.schema_folder()
    profiles = load_profiles(folder / "profiles", root / "schema" / "profiles")
    vocabulary = load_vocabulary(folder / "vocabulary").with_terms(profiles.terms)
    return Schemas(folder, vocabulary, profiles.nodes)


def site_address(root: Path) -> str:
    """Return the address of the bank's site, ending with `/`; empty when mkdocs.yml does not tell."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        return ""
    # The base loader makes texts of everything, whatever tags MkDocs would understand; MkDocs itself is slow.
    settings = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - as above
    address = settings.get("site_url") if isinstance(settings, dict) else None
    return f"{address.rstrip('/')}/" if isinstance(address, str) and address else ""
