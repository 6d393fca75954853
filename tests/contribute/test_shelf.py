"""What is compared with what is there: names, sources, adoptions."""

from __future__ import annotations

import pytest

from idebank.contribute.shelf import Shelf, known_of, same_address
from tests.contribute.banks import shelf
from tests.factories import schemas, vocabulary


@pytest.mark.parametrize(
    "url",
    [
        "https://skole.example/a",
        "http://www.skole.example/a/",
        "HTTPS://Skole.example/a#b",
        " https://skole.example/a ",
    ],
)
def test_same_address(url: str) -> None:
    """However it is written, one page is one page."""
    assert same_address(url) == "skole.example/a"


def test_other_addresses() -> None:
    """Another page, or another question to it, is another address; what is none is left alone."""
    assert same_address("https://skole.example/A?b=1") == "skole.example/A?b=1"
    assert same_address("https://[") == "https://["


def test_known() -> None:
    """An entry is known by its title, place, goals and sources, in whatever state its fields are."""
    known = known_of(
        "content/initiatives/nordland/a.md",
        {
            "title": " A ",
            "municipality": "Bodø",
            "sdgs": ["12.3", "x", "4"],
            "sources": [{"url": "https://a.example/"}, "b"],
        },
        vocabulary(),
    )

    assert (known.told.slug, known.told.title, known.told.municipality, known.place) == (
        "a",
        "A",
        "1804",
        "Bodø",
    )
    assert known.told.goals == {4, 12}
    assert known.sources == {"a.example"}
    assert known_of("a.md", {"title": ["a"], "sdgs": "12"}, vocabulary()).told.title == ""


def test_what_cannot_be_read_is_left_out() -> None:
    """A file that is gone or broken stands in nobody's way."""
    broken = {"initiative": {"a": "content/initiatives/oslo/a.md", "b": "content/initiatives/oslo/b.md"}}
    own = Shelf(schemas(), broken, {"content/initiatives/oslo/a.md": b"tekst"}.get)
    known = known_of("content/initiatives/oslo/c.md", {"title": "Tekst"}, vocabulary())

    assert list(own.perhaps_like(known, "content/initiatives/oslo")) == []
    assert own.title_of("initiative", "b") == own.title_of("initiative", "c") == own.title_of("x", "c") == ""


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Sykkelbuss", True),
        ('"Sykkelbussene, hver dag"', True),
        ("'Sykkelbuss: slik'", True),
        (">-\n  Sykkelbuss", True),
        ('"Sykkelbu\\u0073s"', True),
        ("Gangbuss", False),
        ('"Gangbuss"', False),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_only_what_may_be_alike_is_read(title: str, ends: str, *, read: bool) -> None:
    """A title is looked at only where a look is enough; however it is written, nothing alike is missed."""
    path = "content/initiatives/oslo/a.md"
    raw = f"---\ntitle: {title}\nlanguage: nb\n---\n".replace("\n", ends).encode()
    own = Shelf(schemas(), {"initiative": {"a": path}}, {path: raw}.get)
    known = known_of("content/initiatives/oslo/c.md", {"title": "Sykkelbuss"}, vocabulary())
    found = [other.told.slug for other in own.perhaps_like(known, "content/initiatives/oslo")]

    assert found == (["a"] if read or ends == "\r\n" else [])


def test_a_source_in_common_is_read() -> None:
    """An entry with the same source is found whatever it is called."""
    path = "content/initiatives/oslo/a.md"
    raw = b'---\ntitle: Gangbuss\nsources: [{url: "https://www.skole.example/a/", title: A}]\n---\n'
    own = Shelf(schemas(), {"initiative": {"a": path}}, {path: raw}.get)
    sources = [{"url": "http://skole.example/a", "title": "B"}]
    known = known_of("c.md", {"title": "Sykkelbuss", "sources": sources}, vocabulary())

    assert [other.sources for other in own.perhaps_like(known, "content/initiatives/oslo")] == [known.sources]


def test_titles() -> None:
    """An entry is called by its title, an adoption by who adopted."""
    assert shelf().title_of("initiative", "skolefrukost-eksempel") == "Skolefrokost av overskuddsmat"
    assert shelf().title_of("adoption", "eksempelmo-skolefrukost") == "Eksempelmo skole"
