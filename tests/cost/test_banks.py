"""A larger bank costs as much more work between its entries as it is larger."""

from __future__ import annotations

from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Final

import pytest

from idebank.catalog.reuse import Branch, family
from idebank.rules.links import duplicate_slugs, link_findings, slugs_of
from idebank.rules.references import Links, Reference
from idebank.source import chosen_entries
from tests.factories import adoption
from tests.growth import TIMES, TOO_MUCH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SIZE: Final = 200


def _links(number: int, *named: tuple[str, str], kind: str = "initiative") -> Links:
    references = tuple(Reference((field,), "initiative", slug) for field, slug in named)
    return Links(_path(number), kind, f"e-{number}", references)


def _path(number: int) -> str:
    return f"content/initiatives/nordland/e-{number}.md"


def _formerly(number: int, slug: str) -> Links:
    return Links(_path(number), "initiative", f"e-{number}", former_slugs=((("former_slugs", 0), slug),))


def _calls(size: int) -> list[Links]:
    rounds = tuple(f"runde-{number}" for number in range(300))
    network = Links("content/networks/n.md", "network", "n", rounds=rounds)
    return [network, *(Links(_path(n), "initiative", f"e-{n}", round=("n", "ny")) for n in range(size))]


_BANKS: Final[dict[str, Callable[[int], list[Links]]]] = {
    "unknown names": lambda size: [_links(n, ("related", f"ukjent-{n}")) for n in range(size)],
    "known names": lambda size: [
        _links(n, *(("related", f"e-{n * m % size}") for m in range(8))) for n in range(size)
    ],
    "one large circle": lambda size: [_links(n, ("part_of", f"e-{(n + 1) % size}")) for n in range(size)],
    "a long way into a circle": lambda size: [
        _links(n, ("part_of", f"e-{n - 1 if n > 1 else 1 - n}")) for n in range(size)
    ],
    "many small circles": lambda size: [_links(n, ("part_of", f"e-{n ^ 1}")) for n in range(size)],
    "adoptions in circles": lambda size: [
        _links(n, ("initiative", f"e-{n % 40}"), ("becomes", f"e-{n // 40 % 40}"), kind="adoption")
        for n in range(size)
    ],
    "one former name": lambda size: [_formerly(n, "gammel") for n in range(size)],
    "calls that nobody made": _calls,
}


def _seconds(size: int, bank: str) -> float:
    every = _BANKS[bank](size)
    slugs = slugs_of(map(_path, range(size)))
    return _time(lambda: list(link_findings(every, slugs=slugs)))


def _time(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _grows_by(seconds: Callable[[int], float]) -> float:
    """Return how much longer a bank of so many times the size takes, the best of some tries of each."""
    once, more = (min(seconds(size) for _ in range(3)) for size in (_SIZE, TIMES * _SIZE))
    return more / max(once, 0.001)


@pytest.mark.parametrize("bank", _BANKS)
def test_links(bank: str) -> None:
    """However entries name each other, looking at that grows as their number does."""
    assert _grows_by(lambda size: _seconds(size, bank)) < TOO_MUCH


def test_chosen_entries() -> None:
    """To find the entries that are named costs what there is, not that times what is named."""
    every = [[_path(number) for number in range(size)] for size in (_SIZE, TIMES * _SIZE)]
    by_size = {len(paths): paths for paths in every}

    def seconds(size: int) -> float:
        paths = [Path(path) for path in by_size[size]]
        return _time(lambda: chosen_entries(Path(), paths, every=by_size[size]))

    assert _grows_by(seconds) < TOO_MUCH


def test_twins() -> None:
    """Entries whose addresses are alike are found in one pass."""

    def seconds(size: int) -> float:
        paths = [f"content/initiatives/fylke-{number}/samme.md" for number in range(size)]
        return _time(lambda: list(duplicate_slugs(paths)))

    assert _grows_by(seconds) < TOO_MUCH


def test_family_of_a_ladder() -> None:
    """When every rung of a family has ten adoptions of the one below, each is shown once."""
    rungs = [
        adoption(slug=f"a-{rung}-{n}", initiative=f"i-{rung}", becomes=f"i-{rung + 1}")
        for rung in range(12)
        for n in range(10)
    ]
    adoptions_of = {f"i-{rung}": tuple(rungs[rung * 10 : rung * 10 + 10]) for rung in range(12)}

    shown = sorted(_shown(family("i-0", adoptions_of)))

    assert shown == sorted(one.slug for one in rungs)


def test_family_of_very_many() -> None:
    """A tree shows no more adoptions than a page can hold, the oldest first."""
    many = tuple(adoption(slug=f"a-{n:04}", initiative="i", date=str(1500 + n)) for n in range(500))

    shown = _shown(family("i", {"i": many}))

    assert shown == [one.slug for one in many[:400]]


def _shown(branches: Sequence[Branch]) -> list[str]:
    return [slug for branch in branches for slug in (branch.adoption.slug, *_shown(branch.branches))]
