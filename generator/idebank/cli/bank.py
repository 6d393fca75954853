"""The bank that a command works on: its schemas, and what mkdocs.yml says of its site."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Host:
    """What mkdocs.yml says about the site, as far as a command wants to know it without starting MkDocs."""

    name: str
    url: str
    """Absolute address of the site, ending with `/`; empty when it is not told."""


def load_host(file: Path) -> Host:
    """Return what a mkdocs.yml says about its site; without the file, nothing is known."""
    # The base loader makes texts of everything, whatever tags only MkDocs would understand.
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    settings = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - as above
    told = settings if isinstance(settings, dict) else {}
    name, address = (str(told.get(key) or "") for key in ("site_name", "site_url"))
    return Host(name, f"{address.rstrip('/')}/" if address else "")


def material_icon(name: str) -> str:
    """Return the SVG of one of the icons that come with Material; raises FileNotFoundError for an unknown."""
    # Most commands draw nothing, and should not wait for the theme.
    import material  # noqa: PLC0415

    folder = Path(material.__file__).parent / "templates" / ".icons"
    return (folder / f"{name}.svg").read_text(encoding="utf-8")
