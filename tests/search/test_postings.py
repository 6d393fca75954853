"""Which words stand in which entry, and how much each says about it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Any, Final

import pytest

from idebank.faults import EntryFaultsError
from idebank.search.documents import Field
from idebank.search.lexicon import Lexicon, Relation, build_lexicon
from idebank.search.postings import MOST, known_words, merged
from tests.search.indexed import LEXICON, document, indexed

if TYPE_CHECKING:
    from collections.abc import Callable

    from idebank.search.documents import SearchDocument


def test_title_weighs_more_than_text() -> None:
    """A word in the title says more of an entry than one in the text, however often it stands there."""
    postings = indexed(document(title="Frø"), document(text="frø " * 50)).postings

    (_, in_title), (_, in_text) = postings["fro"]
    assert in_title > in_text


def test_weights_fit_their_bits() -> None:
    """A word that stands everywhere still has a weight that can be written."""
    everywhere = dict.fromkeys((field.value for field in Field), "frø frøa frøene frøet")

    postings = indexed(document(**everywhere)).postings

    assert postings["fro"] == [(0, MOST)]


def test_words_that_say_nothing_are_left_out() -> None:
    """Stop words and single letters are not looked for."""
    assert set(indexed(document(text="og på a skule")).postings) == {"skol"}


def test_compound_is_found_by_its_parts() -> None:
    """A common word is also found inside others, but says less there."""
    documents = [document(title="Hage")] * 3 + [document(title="Skolehage")]

    postings = indexed(*documents).postings

    assert [number for number, _ in postings["hag"]] == [0, 1, 2, 3]
    assert postings["hag"][3][1] < postings["skolehag"][0][1]


def test_runs_are_joined_in_order() -> None:
    """What several processes indexed reads as if one had."""
    documents = [document(title="Frø"), document(title="Høne"), document(title="Frø og høne")]

    together = indexed(*documents).postings
    apart = merged([indexed(documents[0]), indexed(*documents[1:], first=1)]).postings

    assert apart == together


def test_weight_fits_six_bits() -> None:
    """The script that reads an entry's number and weight takes the last six bits for the weight."""
    assert MOST == 0b111111


@pytest.mark.parametrize(
    ("field", "weight"),
    [(Field.TITLE, 24), (Field.WHO, 14), (Field.SUMMARY, 12), (Field.TOPICS, 10), (Field.TEXT, 3)],
)
def test_weight_of_a_field(field: Field, weight: int) -> None:
    """A title says twice as much as a summary; whose it is and what it is about say more than the text."""
    assert indexed(document(**{field.value: "frø"})).postings == {"fro": [(0, weight)]}


@pytest.mark.parametrize(("times", "weight"), [(1, 3), (2, 4), (4, 5), (50, 8)])
def test_weight_of_repetition(times: int, weight: int) -> None:
    """Repeating a word in the text makes it weigh more, but less for each time: nobody gains by stuffing."""
    assert indexed(document(text="frø " * times)).postings == {"fro": [(0, weight)]}


@pytest.mark.parametrize("field", [field for field in Field if field is not Field.TEXT])
def test_short_fields_count_once(field: Field) -> None:
    """In a short field it does not matter how often a word stands there."""
    once, often = (indexed(document(**{field.value: "frø " * times})).postings for times in (1, 5))

    assert often == once


def test_fields_are_added_up() -> None:
    """A word in several fields says as much as in all of them together."""
    assert indexed(document(title="frø", summary="frø", text="frø")).postings == {"fro": [(0, 24 + 12 + 3)]}


def test_goals_have_a_small_weight() -> None:
    """A goal that nobody wrote of leads to its entries, further down than one that is written of."""
    assert indexed(replace(document(), keys=("#4",))).postings == {"#4": [(0, 4)]}


@pytest.mark.parametrize(("field", "weights"), [("title", (24, 12)), ("text", (3, 1))])
def test_weight_of_a_part(field: str, weights: tuple[int, int]) -> None:
    """A part of a compound is worth half the whole, and never so little that it is not found."""
    hages = [document(title="Hage")] * 3

    postings = indexed(*hages, document(**{field: "skolehage"})).postings

    assert (postings["skolehag"][-1], postings["hag"][-1]) == ((3, weights[0]), (3, weights[1]))


def test_a_word_is_no_part_of_itself() -> None:
    """A compound that is another form of its own part counts once."""
    lexicon = build_lexicon([(Relation.SAME, ["hage", "skolehage"])])

    postings = indexed(document(title="Skolehage"), *[document(title="Skole")] * 3, lexicon=lexicon).postings

    assert postings["hag"] == [(0, 24)]
    assert postings["skol"][0] == (0, 12)


def test_parts_are_added_up() -> None:
    """A part of several words, in however many entries, says as much each time."""
    entries = [document(title="Skolehage, sansehage")] * 2

    postings = indexed(*entries, *[document(title="Hage, skole, sanse")] * 3).postings

    assert postings["hag"][:2] == [(0, 24), (1, 24)]


def test_two_letters_are_a_word() -> None:
    """A word of two letters is looked for, one of a single letter is not."""
    assert set(indexed(document(text="ku i fjøs")).postings) == {"ku", "fjos"}


PLAIN: Final = build_lexicon([(Relation.STOP, ["og"])])


def _known(*documents: SearchDocument, lexicon: Lexicon = PLAIN) -> set[str]:
    return set(known_words(documents, lexicon))


@pytest.mark.parametrize(("times", "known"), [(3, {"hag"}), (2, set())])
def test_common_words_are_parts(times: int, known: set[str]) -> None:
    """A word of three titles may be a part of compounds; one of fewer may be a slip of the pen."""
    assert _known(*[document(title="Hage")] * times) == known


def test_titles_and_summaries_tell_words() -> None:
    """A word is counted where an entry is named and summed up, not in its long text."""
    told = document(title="Hage", summary="Hage, hagen", text="fjøs", who="fjøs", topics="fjøs")

    assert _known(told, document(title="Hage"), *[document(text="fjøs")] * 3) == {"hag"}


@pytest.mark.parametrize("word", ["og", "bil", "plan2030"], ids=["stop word", "three letters", "digits"])
def test_what_is_no_part(word: str) -> None:
    """What says nothing, is too short or no word at all would be found inside others by chance."""
    assert _known(*[document(title=word)] * 3) == set()


def test_long_stop_words_are_no_parts() -> None:
    """A word that says nothing says nothing inside others either, however long it is."""
    lexicon = build_lexicon([(Relation.STOP, ["gjennom"])])

    assert _known(*[document(title="gjennom")] * 3, lexicon=lexicon) == set()


@pytest.mark.parametrize(
    ("row", "known"),
    [
        ((Relation.SAME, ["skole", "skule"]), {"skole"}),
        ((Relation.LIKE, ["natur", "biologisk mangfold"]), {"natur", "biologisk", "mangfold"}),
        ((Relation.GOAL, ["14", "hav", "liv under vann"]), {"hav", "liv", "under", "vann"}),
        ((Relation.LIKE, ["ku", "storfe"]), {"storfe"}),
    ],
    ids=["same", "like", "goal", "two letters"],
)
def test_words_of_the_table_are_parts(row: tuple[Relation, list[str]], known: set[str]) -> None:
    """What somebody put in the table of words is a part of compounds, unless it has but two letters."""
    lexicon = build_lexicon([row])

    assert _known(lexicon=lexicon) == {lexicon.key(word) for word in known}


def test_forms_of_a_key() -> None:
    """A key remembers which words it was made of, so that one of them can be shown."""
    assert indexed(document(title="Skolen", text="skule og frø")).forms == {
        "skol": {"skolen", "skule"},
        "fro": {"fro"},
    }


def test_words_are_told_as_written() -> None:
    """A word is shown with its own letters, in lower case, without digits."""
    assert indexed(document(title="Frø 2030", text="FRØ i A4")).spelt == {"fro": "frø", "i": "i", "a": "a"}


def test_spelling_does_not_depend_on_order() -> None:
    """Of two spellings of one word the same is shown in whatever order, and run, they come."""
    documents = [document(title=word) for word in ("bærekraft", "berekraft", "baerekraft")]
    together = [indexed(*order).spelt for order in permutations(documents)]
    apart = [merged(indexed(own) for own in order).spelt for order in permutations(documents)]

    assert [*together, *apart] == [{"berekraft": "baerekraft"}] * 12


def test_runs_keep_forms() -> None:
    """Words of all runs are remembered."""
    runs = [indexed(document(title="Skole")), indexed(document(title="Skule"), first=1)]

    assert merged(runs).forms == {"skol": {"skole", "skule"}}


def test_numbers_begin_where_told() -> None:
    """The entries of a run go on where the run before ended."""
    assert indexed(document(title="Frø"), document(title="Frø"), first=7).postings["fro"] == [
        (7, 24),
        (8, 24),
    ]


@pytest.mark.parametrize("work", [known_words, indexed], ids=["words", "postings"])
def test_trouble_is_put_on_its_entry(work: Callable[..., object]) -> None:
    """An entry that the program cannot read is named, so that somebody can look at it."""
    broken = replace(document(), path="content/needs/frø.md", texts={})
    arguments: tuple[Any, ...] = ([broken], LEXICON) if work is known_words else (broken,)

    with pytest.raises(EntryFaultsError) as told:
        work(*arguments)

    assert [fault.path for fault in told.value.faults] == ["content/needs/frø.md"]


EACH_WORD: Final = ("folded", "parts")
"""What is done with each word, and costs most."""


def test_a_word_is_taken_apart_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language has few words: ten times as many entries of the same ones are no more work with words."""
    asked: list[str] = []

    def counting(name: str) -> Callable[..., Any]:
        original = indexed.__globals__["index_documents"].__globals__[name]

        def count(*arguments: Any, **options: Any) -> Any:
            asked.append(name)
            return original(*arguments, **options)

        return count

    for name in EACH_WORD:
        monkeypatch.setitem(indexed.__globals__["index_documents"].__globals__, name, counting(name))
    indexed(*[document(title="Skolehage og frø", text="Frø i en skolehage")] * 10)

    assert sorted(asked) == ["folded"] * 5 + ["parts"] * 3
