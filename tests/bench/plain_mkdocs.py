"""The same entries as ordinary pages of MkDocs with Material: no plug-in, no search, no index pages."""

import shutil
from pathlib import Path
from typing import Final

from .corpus import entry_files
from .hugo_site import split_entry

_SETTINGS: Final = """\
site_name: Idébanken
site_url: https://idebanken.example/
theme:
  name: material
  language: nb
plugins: []
markdown_extensions: [tables]
not_in_nav: /tiltak/
nav: [index.md]
"""


def write_plain_mkdocs(bank: Path, folder: Path) -> None:
    """Write the bank in `bank` as a plain MkDocs project into `folder`."""
    docs = folder / "docs" / "tiltak"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Idébanken\n", encoding="utf-8")
    for path in entry_files(bank):
        (docs / path.name).write_text(_page(path), encoding="utf-8")
        if path.with_suffix("").is_dir():
            shutil.copytree(path.with_suffix(""), docs / path.stem)


def _page(path: Path) -> str:
    fields, body = split_entry(path.read_text(encoding="utf-8"))
    facts = {
        "Virksomhet": fields["organisation"],
        "Sted": fields.get("municipality", fields.get("county", "Norge")),
        "Bærekraftsmål": ", ".join(fields["sdgs"]),
        "Sektorer": ", ".join(fields["sectors"]),
        "Fase": fields["phase"],
        "Kontakt": fields["contact"]["role"],
    }
    lines = [f"# {fields['title']}", "", fields["summary"], ""]
    lines += [f"- **{name}:** {value}" for name, value in facts.items()]
    lines += [
        "",
        body.strip(),
        "",
        *(f"- [{link['title']}]({link['url']})" for link in fields.get("sources", ())),
    ]
    return "\n".join(lines) + "\n"
