"""How much two initiatives are alike, and how little is looked at to find out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.catalog.related import RELATED_PER_ENTRY, Reason, Related, find_related
from idebank.messages import load_messages
from idebank.model import Place
from idebank.resources import theme_folder
from tests.factories import initiative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from idebank.model import Initiative

FOREIGN: Final = range(101, 120)
"""Goals that only make an entry less like others."""
LABELS: Final = 4
WORDS: Final = tuple(f"{first}{second}ord" for first in "abcdefgh" for second in "lmnop")
"""Forty words, in order."""


def _entry(slug: str, **changes: Any) -> Initiative:
    """Return an entry with nothing in it that another might have in common."""
    blank: dict[str, Any] = dict.fromkeys(("title", "summary", "body"), "")
    lists: dict[str, Any] = dict.fromkeys(("goals", "targets", "sectors", "themes"), ())
    return initiative(slug=slug, **(blank | lists | {"place": Place()} | changes))


def _text(slug: str, words: Iterable[str]) -> Initiative:
    """Return an entry with nothing but words."""
    return _entry(slug, body=" ".join(words))


def _crowd(count: int) -> list[Initiative]:
    """Return entries that are all alike."""
    return [_entry(f"tiltak-{number:03}", sectors=("skole",), goals=(1,)) for number in range(count)]


def _blanks(count: int) -> list[Initiative]:
    """Return entries that are like nothing, to make a bank of some size."""
    return [_entry(f"blank-{number}") for number in range(count)]


def _found(entries: Iterable[Initiative], slug: str = "selv") -> list[str]:
    """Return the slugs of what one entry is related to."""
    return [related.slug for related in find_related(list(entries))[slug]]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[int]]:
    """Return a function that makes a function of the module count what it returns, each time."""

    def count(name: str) -> list[int]:
        original = find_related.__globals__[name]
        sizes: list[int] = []

        def counting(*arguments: Any) -> Any:
            answer = original(*arguments)
            sizes.append(len(answer) if hasattr(answer, "__len__") else 1)
            return answer

        monkeypatch.setitem(find_related.__globals__, name, counting)
        return sizes

    return count


def test_a_stretch_is_looked_at(counted: Callable[[str], list[int]]) -> None:
    """However many have a trait, an entry looks at 48 of them: else a large bank would never be built."""
    looked_at = counted("_window")
    find_related(_crowd(100))

    assert looked_at == [48] * 100


def test_all_of_a_short_list_are_looked_at(counted: Callable[[str], list[int]]) -> None:
    """Where few have a trait, none of them is passed over."""
    looked_at = counted("_window")
    find_related(_crowd(30))

    assert looked_at == [30] * 30


def test_few_are_compared_in_full(counted: Callable[[str], list[int]]) -> None:
    """Of those that are looked at, 24 are compared in full, which costs most."""
    compared = counted("likeness")
    find_related(_crowd(60))

    assert len(compared) == 24 * 60


def test_few_words_are_looked_up(counted: Callable[[str], list[int]]) -> None:
    """However long a text, 16 of its words are looked up."""
    looked_up = counted("_window")
    find_related([_text("selv", WORDS), _text("lik", WORDS)])

    assert len(looked_up) == 16 * 2


def test_no_more_are_explained_than_are_shown(counted: Callable[[str], list[int]]) -> None:
    """A reason is looked for only where somebody will read it."""
    explained = counted("_explained")
    find_related([_entry("selv", goals=(1,), sectors=("skole",), related=("tiltak-001",)), *_crowd(40)])

    assert RELATED_PER_ENTRY == 5
    assert len(explained) == 5 * 41 - 1


@pytest.mark.parametrize(("at", "first"), [(0, 1), (10, 0), (100, 76), (199, 152)])
def test_a_crowd_finds_its_neighbours(at: int, first: int) -> None:
    """In a crowd each finds those around its own place, so that links lead to all of a bank."""
    found = _found(_crowd(200), f"tiltak-{at:03}")

    assert found == [f"tiltak-{number:03}" for number in range(first, first + 5)]


def test_most_in_common_is_compared_first() -> None:
    """Whoever has most in common is compared however late in the catalogue it comes."""
    like = {"sectors": ("skole",), "goals": (1,), "themes": ("plast",)}

    assert _found([_entry("selv", **like), *_crowd(40), _entry("likest", **like)])[0] == "likest"


SELF: Final[dict[str, Any]] = {
    "sectors": ("skole", "museum"),
    "goals": (1, 2, 3),
    "themes": ("plast",),
    "targets": ("1.1", "1.2"),
    "place": Place(county="18"),
}


def _sharing(slug: str, **more: Any) -> Initiative:
    """Return an entry with a sector, a goal and something more of `SELF`, and as many labels as any other."""
    own = {"sectors": ("skole",), "goals": (1,), **more}
    labels = sum(len(value) for value in own.values() if isinstance(value, tuple)) + ("place" in own)
    return _entry(slug, **(own | {"goals": (*own["goals"], *FOREIGN[: LABELS - labels])}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"themes": ("plast",)}, {"goals": (1, 2, 3)}),
        ({"sectors": ("skole", "museum")}, {"goals": (1, 2)}),
        ({"targets": ("1.1",)}, {"goals": (1, 2), "place": Place(county="18")}),
        ({"targets": ("1.1", "1.2")}, {"themes": ("plast",), "goals": (1, 2)}),
    ],
    ids=["theme", "sector", "target", "two targets"],
)
def test_worth_the_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    """What is worth the same stands in the catalogue's order: a theme, for one, is worth two goals."""
    pair = [_sharing("en", **one), _sharing("annen", **other)]

    assert _found([_entry("selv", **SELF), *pair]) == ["en", "annen"]
    assert _found([_entry("selv", **SELF), *reversed(pair)]) == ["annen", "en"]


def test_same_county_is_nearer() -> None:
    """Of two that are equally alike, the one in the same county is easier to visit."""
    counties = {"fjern": "46", "nær": "18"}
    pair = [_sharing(slug, goals=(1, 2), place=Place(county=own)) for slug, own in counties.items()]

    assert _found([_entry("selv", **SELF), *pair]) == ["nær", "fjern"]


def test_a_target_is_enough() -> None:
    """Those who work for the same target meet, whatever sector each is of."""
    own, other = (
        _entry(slug, targets=("11.2",), goals=(11,), sectors=(sector,))
        for slug, sector in (("selv", "skole"), ("lik", "museum"))
    )

    assert _found([own, other]) == ["lik"]


@pytest.mark.parametrize(("goals", "found"), [(range(1, 4), ["lik"]), (range(1, 5), [])])
def test_enough_in_common(goals: range, found: list[str]) -> None:
    """One theme in common is worth showing among four labels, not among more: the rest is too unlike."""
    own = _entry("selv", themes=("plast",), goals=tuple(goals))
    other = _entry("lik", themes=("plast",), goals=tuple(number + 10 for number in goals))

    assert _found([own, other]) == found


@pytest.mark.parametrize(
    ("themes", "first"), [(("plast", "energi"), "ord"), (("plast", "energi", "mat"), "merke")]
)
def test_words_against_themes(themes: tuple[str, ...], first: str) -> None:
    """All rare words in common count more than two themes of six labels, and less than three."""
    all_themes = ("plast", "energi", "mat")
    text = " ".join(WORDS[:10])
    own = _entry("selv", themes=all_themes, goals=(1, 2, 3), body=text)
    goals = tuple(FOREIGN[: 6 - len(themes)])
    entries = [own, _entry("merke", themes=themes, goals=goals), _entry("ord", goals=FOREIGN[:6], body=text)]

    assert _found([*entries, *_blanks(20)])[0] == first


def test_only_words_in_common() -> None:
    """Entries without goals or sectors are alike by what they tell."""
    assert _found([_text("selv", WORDS[:3]), _text("lik", WORDS[:3])]) == ["lik"]


@pytest.mark.parametrize("part", ["title", "summary", "body"])
def test_words_of_all_texts(part: str) -> None:
    """Title, summary and text all count, in whatever case they are written."""
    entries = [_entry("selv", **{part: "Regnbed"}), _text("lik", ["REGNBED"])]

    assert _found(entries) == ["lik"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("buss", "buss", ["lik"]),
        ("bil", "bil", []),
        ("solcellene", "solceller", ["lik"]),
        ("sykkelbuss", "sykkelbod", []),
        ("čáhci", "čáhci", ["lik"]),
    ],
    ids=["four letters", "three letters", "ending", "eighth letter", "sámi"],
)
def test_what_is_one_word(one: str, other: str, found: list[str]) -> None:
    """Words of four letters count, and are one word when their first eight letters are."""
    assert _found([_text("selv", [one]), _text("lik", [other])]) == found


@pytest.mark.parametrize(
    ("size", "sharing", "found"),
    [(20, 8, RELATED_PER_ENTRY), (20, 9, 0), (100, 10, RELATED_PER_ENTRY), (100, 11, 0)],
)
def test_common_words_tell_nothing(size: int, sharing: int, found: int) -> None:
    """A word counts in a tenth of the entries or in eight; what stands in more tells nobody apart."""
    entries = [_text(f"{number}", ["regnbed"]) for number in range(sharing)] + _blanks(size - sharing)

    assert len(_found(entries, "0")) == found


def test_own_words_do_not_crowd_out() -> None:
    """Words that no other entry has are as rare as can be, but lead nowhere."""
    entries = [_text("selv", WORDS), _text("lik", WORDS[:1]), *_blanks(20)]

    assert _found(entries) == ["lik"]


def test_rarest_words_count() -> None:
    """Of many words in common, the sixteen that fewest entries have decide."""
    rare, common = WORDS[:16], WORDS[16:]
    entries = [_text("selv", (*rare, *common)), *(_text(f"vanlig-{n}", common) for n in range(5))]

    assert _found([*entries, _text("sjelden", rare), *_blanks(20)]) == ["sjelden"]


def test_rarer_words_weigh_more() -> None:
    """A word that two entries share says more than one that five do."""
    rare, common = WORDS[0], WORDS[1]
    entries = [_text("selv", (rare, common)), *(_text(f"vanlig-{n}", [common]) for n in range(4))]

    assert _found([*entries, _text("sjelden", [rare]), *_blanks(20)])[0] == "sjelden"


def test_equally_rare_words_are_chosen_by_letter() -> None:
    """Of more words than count, equally rare, the same are chosen in every run: the last by letter."""
    entries = [_text("selv", WORDS), _text("først", WORDS[:20]), _text("sist", WORDS[20:]), *_blanks(20)]

    assert _found(entries) == ["sist"]


@pytest.mark.parametrize(("words", "reason"), [(6, Reason.TEXT), (7, Reason.SECTOR)])
def test_one_word_of_many_is_no_reason(words: int, reason: Reason) -> None:
    """One rare word of six in common is told as likeness of text, one of seven is not."""
    same = {"goals": (1,), "sectors": ("skole",)}
    texts = [" ".join(WORDS[:words]), " ".join((WORDS[0], *WORDS[20 : 20 + words - 1]))]
    echoes = [_text(f"ekko-{at}", WORDS[1:words] if at else WORDS[20 : 20 + words - 1]) for at in (0, 1)]
    own, other = (_entry(slug, body=text, **same) for slug, text in zip(("selv", "lik"), texts, strict=True))

    found = find_related([own, other, *echoes, *_blanks(20)])["selv"]

    assert next(related for related in found if related.slug == "lik").reason is reason


def test_only_a_theme_is_named() -> None:
    """No reason but a theme has a theme's name."""
    assert Related("lik", Reason.SECTOR).theme == ""


def test_reasons_have_words() -> None:
    """Each reason can be told to the reader."""
    told = {key for key in load_messages(theme_folder() / "messages", "nb") if key.startswith("reason.")}

    assert told == {f"reason.{reason}" for reason in Reason}


def test_order_of_the_crowd() -> None:
    """What is alike to the same degree stands in the catalogue's order."""
    found = _found(_crowd(6), "tiltak-000")

    assert found == sorted(found)
