"""The browser sees words as the build does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

if TYPE_CHECKING:
    from tests.site.browser.conftest import Tab

pytestmark = pytest.mark.browser
SEARCH: Final = Path(__file__).parents[2] / "search"
VECTORS: Final[dict[str, Any]] = yaml.load(
    (SEARCH / "vectors.yml").read_text(encoding="utf-8"),
    Loader=yaml.CBaseLoader,  # noqa: S506 - makes texts only
)
KNOWN: Final = ("sykkel", "vei", "avfall", "sortering", "skole", "hage", "prosjekt", "barn")


def test_browser_and_build_agree(tab: Tab) -> None:
    """Every vector gives in the browser what it gives in the build."""
    page = tab.open("sok/")

    script = (SEARCH / "agree.js").read_text(encoding="utf-8")
    found = page.evaluate(script, [VECTORS, list(KNOWN)])

    assert found["tokens"] == VECTORS["tokens"]
    assert found["stems"] == {own: [own] for own in VECTORS["stems"]}
    assert all(found["keys"].values())
    assert all(found["apart"].values())
    assert found["parts"] == found["pieces"]
    assert all(found["near"]["one"])
    assert not any(found["near"]["more"])
