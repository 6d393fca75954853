"""The same bank as a Hugo site: same fields, same bodies, same index pages, Hugo's own related content."""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import material
import yaml

from idebank.model import NATIONAL_FOLDER
from idebank.resources import schema_folder
from idebank.slugs import slugify
from idebank.vocabulary import LANGUAGES, Labels, Vocabulary, load_vocabulary

from .corpus import entry_files

_SKELETON: Final = Path(__file__).resolve().parent / "hugo"
_LISTS: Final = (
    "audiences", "bases", "cost_bands", "document_kinds", "organisation_types", "phases", "sectors", "themes",
    "time_bands",
)  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_ICONS: Final = Path(material.__path__[0]) / "templates" / ".icons"
_FACT_ICONS: Final = {
    "organisation": "material/account-group-outline",
    "place": "material/map-marker-outline",
    "phase": "material/progress-check",
    "cost": "material/cash",
    "time": "material/clock-outline",
    "audience": "material/account-multiple-outline",
    "sectors": "material/shape-outline",
    "themes": "material/tag-outline",
    "contact": "material/email-outline",
}


def write_hugo_site(bank: Path, folder: Path, *, related: bool = True) -> None:
    """Write the bank in `bank` as a Hugo site into `folder`, with or without related entries."""
    vocabulary = load_vocabulary(schema_folder() / "vocabulary")
    shutil.copytree(_SKELETON, folder)
    if not related:
        (folder / "layouts" / "_partials" / "related.html").write_text("", encoding="utf-8")
    _write_data(folder / "data", vocabulary)
    _write_indexes(folder / "content", vocabulary)
    for path in entry_files(bank):
        _write_entry(folder / "content" / "tiltak", path, vocabulary)
    _copy_pages(bank / "content" / "pages", folder / "content")


def split_entry(text: str) -> tuple[dict[str, Any], str]:
    """Return the front matter, every scalar as text, and the body of a generated entry."""
    _, front, body = text.split("---\n", 2)
    return yaml.load(front, Loader=yaml.CBaseLoader), body  # noqa: S506 - our own file, and no types


def _write_data(folder: Path, vocabulary: Vocabulary) -> None:
    for name in _LISTS:
        _write_json(folder, name, {id_: _labels(term.labels) for id_, term in vocabulary.terms[name].items()})
    _write_json(
        folder, "goals", {str(goal.number): _labels(goal.short) for goal in vocabulary.goals.values()}
    )
    _write_json(
        folder, "targets", {code: _labels(target.title) for code, target in vocabulary.targets.items()}
    )
    _write_json(folder, "icons", _icons(vocabulary))
    _write_json(
        folder, "counties", {c.slug: dict.fromkeys(LANGUAGES, c.name) for c in vocabulary.counties.values()}
    )


def _icons(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the drawings that our own pages show: each sector's, and those of the facts."""
    names = {id_: term.icon for id_, term in vocabulary.terms["sectors"].items()} | _FACT_ICONS
    return {key: _icon(name) for key, name in names.items()}


def _icon(name: str) -> str:
    svg = (_ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" class="icon" ', 1)


def _write_json(folder: Path, name: str, value: Mapping[str, Any]) -> None:
    (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _labels(labels: Labels) -> dict[str, str]:
    return {language: labels.text(language) for language in LANGUAGES}


def _write_indexes(content: Path, vocabulary: Vocabulary) -> None:
    """Write the pages that exist with or without entries: sections, goals, targets and places."""
    for section in (".", "tiltak", "oversikt"):
        _write_page(content / section / "_index.md", {"title": section})
    for goal in vocabulary.goals:
        _write_page(content / "goals" / str(goal) / "_index.md", {"title": str(goal)})
    for code in vocabulary.targets:
        _write_page(content / "targets" / code / "_index.md", {"title": code})
    for county in vocabulary.counties.values():
        _write_page(content / "counties" / county.slug / "_index.md", {"title": county.name})
    for municipality in vocabulary.municipalities.values():
        folder = content / "municipalities" / slugify(municipality.display)
        _write_page(folder / "_index.md", {"title": municipality.display})


def _write_entry(section: Path, path: Path, vocabulary: Vocabulary) -> None:
    fields, body = split_entry(path.read_text(encoding="utf-8"))
    pictures = path.with_suffix("")
    if pictures.is_dir():
        shutil.copytree(pictures, section / path.stem)
        target = section / path.stem / "index.md"
    else:
        target = section / f"{path.stem}.md"
    _write_page(target, fields | _derived(fields, path.parent.name, vocabulary), body)


def _derived(fields: Mapping[str, Any], county: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return what idebank computes itself and Hugo has to be told."""
    sdgs: Iterable[str] = fields["sdgs"]
    derived: dict[str, Any] = {
        "goals": sorted({sdg.partition(".")[0] for sdg in sdgs}, key=int),
        "targets": [sdg for sdg in sdgs if "." in sdg],
        "organisations": [fields["organisation"]],
        "keywords": sorted({word.lower() for word in _WORD.findall(fields["title"])}),
        "published_text": fields["published"],
        "depth": _depth(fields),
        "place": "Norge",
    }
    if county != NATIONAL_FOLDER:
        derived["counties"] = [county]
        derived["place"] = next(c.name for c in vocabulary.counties.values() if c.slug == county)
    if "municipality" in fields:
        municipality = vocabulary.municipalities_called(fields["municipality"])[0]
        derived["municipalities"] = [slugify(municipality.display)]
        derived["place"] = municipality.display
    return derived


def _depth(fields: Mapping[str, Any]) -> int:
    if "themes" not in fields:
        return 1
    return 3 if "steps" in fields else 2


def _copy_pages(pages: Path, content: Path) -> None:
    """Copy the prose pages, bokmål at the root and the other languages below their own address."""
    _write_page(
        content / "sider" / "_index.md", {"title": "sider", "build": {"render": "never", "list": "never"}}
    )
    for path in sorted(pages.glob("*/*.md")):
        language = path.parent.name
        name = "start" if path.stem == "index" else path.stem
        text = path.read_text(encoding="utf-8")
        fields, body = split_entry(text) if text.startswith("---\n") else ({}, text)
        address = f"/{name}/" if language == "nb" else f"/{language}/{name}/"
        page = {"title": fields.get("title", name), "language": language, "url": address}
        _write_page(content / "sider" / f"{name}-{language}.md", page, body)


def _write_page(path: Path, fields: Mapping[str, Any], body: str = "") -> None:
    """Write one content file; JSON is YAML, and the front matter Hugo reads fastest is not ours to choose."""
    path.parent.mkdir(parents=True, exist_ok=True)
    front = yaml.dump(dict(fields), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{front}---\n{body}", encoding="utf-8")
