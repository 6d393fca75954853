"""The generated bank is reproducible, valid and as large as promised."""

import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from PIL import Image

from idebank.resources import schema_folder
from idebank.vocabulary import Vocabulary, load_vocabulary

from .corpus import entry_files, write_corpus
from .entry import PICTURE_EVERY
from .hugo_site import split_entry

ENTRIES = 100


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of a hundred entries."""
    folder = tmp_path_factory.mktemp("bank")
    write_corpus(folder, entries=ENTRIES, seed=1)
    return folder


@pytest.fixture(scope="module")
def entries(bank: Path) -> Mapping[Path, dict[str, Any]]:
    """The front matter of every entry."""
    return {path: split_entry(path.read_text(encoding="utf-8"))[0] for path in entry_files(bank)}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The closed lists."""
    return load_vocabulary(schema_folder() / "vocabulary")


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_same_seed_same_bytes(bank: Path, tmp_path: Path) -> None:
    """Two banks of one seed are alike to the byte, pictures included."""
    write_corpus(tmp_path, entries=ENTRIES, seed=1)

    assert _files(bank) == _files(tmp_path)


def test_other_seed_other_entries(bank: Path, tmp_path: Path) -> None:
    """Another seed gives another bank."""
    write_corpus(tmp_path, entries=ENTRIES, seed=2)

    assert {path.name for path in entry_files(bank)} != {path.name for path in entry_files(tmp_path)}


def test_larger_bank_begins_with_the_smaller(bank: Path, tmp_path: Path) -> None:
    """The first entries do not depend on how many follow."""
    write_corpus(tmp_path, entries=ENTRIES // 2, seed=1)

    assert _files(tmp_path).items() <= _files(bank).items()


def test_number_of_entries(bank: Path, entries: Mapping[Path, dict[str, Any]]) -> None:
    """There are as many entries as asked for, each with an address of its own, and pages beside them."""
    assert len(entries) == ENTRIES
    assert len({path.stem for path in entries}) == ENTRIES
    assert (bank / "content" / "pages" / "nb" / "om.md").is_file()


def test_sizes(entries: Mapping[Path, dict[str, Any]]) -> None:
    """Files are about 2.1 kB on average and none is tiny or huge."""
    sizes = [path.stat().st_size for path in entries]

    assert 1800 < mean(sizes) < 2500
    assert min(sizes) > 500
    assert max(sizes) < 9000


def test_only_known_terms(entries: Mapping[Path, dict[str, Any]], vocabulary: Vocabulary) -> None:
    """Every value from a closed list is in that list."""
    lists = {
        "sectors": "sectors", "themes": "themes", "audience": "audiences", "phase": "phases",
        "cost": "cost_bands", "time_needed": "time_bands", "organisation_type": "organisation_types",
        "language": "languages",
        "licence": "licences", "sdgs_basis": "sdgs_bases",
    }  # fmt: skip
    for field, name in lists.items():
        used = (fields.get(field, ()) for fields in entries.values())
        found = set(chain.from_iterable([value] if isinstance(value, str) else value for value in used))

        assert found <= set(vocabulary.terms[name])


def test_known_goals_targets_and_places(
    entries: Mapping[Path, dict[str, Any]], vocabulary: Vocabulary
) -> None:
    """Goals and targets exist, and a municipality means exactly one, in the county of the folder."""
    codes = {str(number) for number in vocabulary.goals} | set(vocabulary.targets)
    for path, fields in entries.items():
        assert set(fields["sdgs"]) <= codes
        if "municipality" in fields:
            (municipality,) = vocabulary.municipalities_called(fields["municipality"])

            assert path.parent.name == vocabulary.counties[municipality.county].slug


def test_both_languages(entries: Mapping[Path, dict[str, Any]]) -> None:
    """Most entries are in bokmål, some in nynorsk."""
    nynorsk = sum(fields["language"] == "nn" for fields in entries.values())

    assert 8 <= nynorsk <= 35


def test_every_twentieth_has_a_picture(entries: Mapping[Path, dict[str, Any]]) -> None:
    """Some entries have a real picture beside them, with the fields that it needs."""
    illustrated = {path: fields["images"][0] for path, fields in entries.items() if "images" in fields}

    assert len(illustrated) == ENTRIES // PICTURE_EVERY
    for path, image in illustrated.items():
        with Image.open(path.with_suffix("") / image["file"]) as picture:
            picture.verify()
        assert re.fullmatch(r".{1,100}", image["alt"])


def test_all_depths(entries: Mapping[Path, dict[str, Any]]) -> None:
    """There are tips, descriptions and entries ready to reuse."""
    depths = {("themes" in fields, "steps" in fields) for fields in entries.values()}

    assert {(False, False), (True, False), (True, True)} == depths
