"""Texts by dotted key."""

from pathlib import Path

import pytest

from idebank.messages import load_messages


def test_nested_texts(tmp_path: Path) -> None:
    """Nesting is only a way to write; every value is text."""
    (tmp_path / "nb.yml").write_text("a:\n  b: ja\n  c.d: no\ne: 12\n", encoding="utf-8")

    assert load_messages(tmp_path, "nb") == {"a.b": "ja", "a.c.d": "no", "e": "12"}


@pytest.mark.parametrize("text", ["- a\n", "a: [b]\n", ""])
def test_what_is_no_text_is_an_error(tmp_path: Path, text: str) -> None:
    """A list has no key to ask for it by."""
    (tmp_path / "nb.yml").write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match="text"):
        load_messages(tmp_path, "nb")
