"""Files beside an entry: what is wrong with them is told at the entry's own line."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.factories import PATH, check, entry_text, write_bank

PHOTOS: Final = Path(__file__).parents[1] / "fixtures" / "photos"
IMAGE: Final = """
  - {file: tur.jpg, alt: "En tur", credit: "Bodø kommune", licence: CC-BY-4.0, people: none}"""


@pytest.mark.parametrize(
    ("photo", "told"), [("cut-off.jpg", [(15, "broken-picture", "tur.jpg")]), ("mpo.jpg", [])]
)
def test_photo(tmp_path: Path, photo: str, told: list[tuple[int, str, str]]) -> None:
    """A picture that was cut off is named at its line; a phone's double picture is as good as any."""
    beside = f"{PATH.removesuffix('.md')}/tur.jpg"
    files: dict[str, str | bytes] = {PATH: entry_text(images=IMAGE), beside: (PHOTOS / photo).read_bytes()}
    found = check(write_bank(tmp_path, files)).diagnostics

    assert [(one.line, one.rule, one.params["file"]) for one in found] == told
