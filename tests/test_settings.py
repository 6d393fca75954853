"""What a bank decides about itself."""

from __future__ import annotations

import pytest

from tests.words import settings


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://bank.example/", "/"),
        ("https://bank.example/under/", "/under/"),
        ("https://bank.example/a/b", "/a/b/"),
        ("/", "/"),
        ("", "/"),
    ],
)
def test_path(url: str, path: str) -> None:
    """The path starts and ends with a slash, whatever the address looks like."""
    assert path == settings(url=url).path
