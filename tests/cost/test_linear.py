"""A longer text costs as much more work as it is longer, in every function of what a contributor wrote."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections import Counter
from functools import partial
from time import process_time
from typing import TYPE_CHECKING, Any, Final

import pytest

import idebank
from idebank.report import words_in
from idebank.report.excerpt import excerpt
from idebank.report.formats import as_annotations, as_json, as_text
from idebank.rules.names import right_slug
from idebank.schema.better_fields import Fields
from idebank.schema.better_values import FORM_RULES, better_term
from idebank.schema.coercion import coerced
from idebank.schema.shapes import wrong_shape
from idebank.source.repairs import repair
from tests.cost.shapes import shapes
from tests.factories import PATH, check_source, entry_text, schema, vocabulary
from tests.growth import TIMES, TOO_MUCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from idebank.diagnostics import Diagnostic

_ROOMS: Final = (
    "source", "schema", "rules", "validate", "report", "render", "slugs", "vocabulary", "outward", "wording",
    "catalog", "entry_text", "search.letters", "search.stems", "contribute.comments", "contribute.escaping",
    "contribute.likeness", "contribute.notes", "contribute.payload", "contribute.rows", "contribute.shelf",
)  # fmt: skip
"""Where texts of contributors come by."""
_NEVER_LONG: Final = frozenset({"idebank.report.words_in", "idebank.contribute.escaping._literal"})
"""Functions of a text that is never a contributor's, or cut off before."""

_BY_THE_LINE: Final = frozenset({"idebank.render.markdown.render_markdown"})
"""Functions that take the square of a line, to whose length the check sets an end: cmark, of some spaces."""

_SMALL: Final = (12, 18, 24, 32, 48, 72, 108, 240)
"""Lengths at which what grows faster than any power is noticed in time."""
_LONG_FOR_SO_SHORT: Final = 0.1
"""Seconds that no text of those lengths may take."""
_LENGTH: Final = 3_000
_AT_ONCE: Final = 0.001
"""Seconds that a text of that length may take unasked: what goes with the square takes longer."""
_ENTRY_AT_ONCE: Final = 0.03
"""Seconds that an entry with such a text may take unasked."""
_VERY_LONG: Final = 60_000
_VERY_LONG_AT_ONCE: Final = 0.1
"""What copies a text for each of its places is quick, and only a long text tells."""


def _found() -> Iterator[tuple[str, Callable[[Any], object]]]:
    """Yield every function of one text, with its name."""
    for info in pkgutil.walk_packages(idebank.__path__, "idebank."):
        if not info.name.removeprefix("idebank.").startswith(_ROOMS):
            continue
        for name, function in vars(importlib.import_module(info.name)).items():
            own = f"{info.name}.{name}"
            ours = callable(function) and getattr(function, "__module__", "") == info.name
            if ours and not inspect.isclass(function) and own not in _NEVER_LONG:
                yield from _of_one_text(own, inspect.unwrap(function))


def _of_one_text(
    name: str, function: Callable[[Any], object]
) -> Iterator[tuple[str, Callable[[Any], object]]]:
    parameters = inspect.signature(function).parameters.values()
    asked = [own for own in parameters if own.default is own.empty and own.kind is not own.VAR_KEYWORD]
    if len(asked) == 1 and asked[0].annotation is str:
        yield name, function
    if len(asked) == 1 and asked[0].annotation is bytes:
        yield name, lambda text: function(text.encode("utf-8", "replace"))


def _entry(text: str, write: Callable[[str], str]) -> None:
    """Check an entry with a text in one of its places, and tell of it in every way."""
    raw = write(text)
    _, diagnostics = check_source(PATH, raw.encode("utf-8", "replace"))
    for lines in (
        as_text(diagnostics, _WORDS, colour=False, sources=lambda _: raw, read=None),
        *_told(diagnostics),
    ):
        Counter(map(type, lines))


def _told(diagnostics: Sequence[Diagnostic]) -> Iterator[Iterator[str]]:
    yield as_json(diagnostics, _WORDS, read=None)
    yield as_annotations(diagnostics, _WORDS, read=None)


def _node(name: str) -> Any:
    return schema().root["properties"][name]


def _excerpt(text: str) -> None:
    for diagnostic in check_source(PATH, entry_text(municipality='"Bodo"').encode())[1]:
        excerpt(diagnostic, [text] * 20)


def _repaired(text: str) -> None:
    """Explain a line that YAML stops at, whatever it is."""
    import yaml  # noqa: PLC0415 - only to make what the parser raises

    mark = yaml.Mark("", 0, 1, 0, "", 0)
    for trouble in ("while parsing a flow sequence", "while parsing a block mapping"):
        error = yaml.MarkedYAMLError(trouble, mark, trouble, mark)
        repair(["a: b", text.replace("\n", " "), "c: d"], error)


def _suggested(form: str, text: str) -> object:
    return FORM_RULES[form][1](text, vocabulary())


_WORDS: Final = words_in("nb")
_FIELDS: Final = Fields((), schema().root)
_WITH_MORE: Final[dict[str, Callable[[str], object]]] = {
    **{f"a better {form}": partial(_suggested, form) for form in FORM_RULES},
    "a better term": lambda text: better_term("themes", text, vocabulary()),
    "a better field": _FIELDS.better,
    "a municipality": vocabulary().municipality_near_misses,
    "text where a list is wanted": lambda text: wrong_shape(text, _node("partners"), keys=("partners",)),
    "text where terms are wanted": lambda text: wrong_shape(text, _node("sectors"), keys=("sectors",)),
    "text where a number is wanted": lambda text: wrong_shape(
        text, _node("cost_amount"), keys=("cost_amount",)
    ),
    "text where yes or no is wanted": lambda text: wrong_shape(text, _node("national"), keys=("national",)),
    "coerced": lambda text: coerced({"title": text, "cost_amount": text}, schema().root),
    "the right slug": lambda text: right_slug(text, title=text),
    "excerpt": _excerpt,
    "repair": _repaired,
}
_ENTRIES: Final[dict[str, Callable[[str], object]]] = {
    "an entry's text": lambda text: _entry(text, entry_text),
    "an entry's fields": lambda text: _entry(text, lambda own: f"---\n{own}\n---\n\nTekst.\n"),
    "a title": lambda text: _entry(text, lambda own: entry_text(title=own)),
    "a quoted title": lambda text: _entry(text, lambda own: entry_text(title=f'"{own}"')),
    "an item": lambda text: _entry(text, lambda own: entry_text(partners=f"[{own}]")),
    "an e-mail address": lambda text: _entry(text, lambda own: entry_text(contact=f'{{email: "{own}"}}')),
    "the whole file": lambda text: _entry(text, str),
}
_FUNCTIONS: Final = {**dict(_found()), **_WITH_MORE}


def _seconds(function: Callable[[Any], object], text: str) -> float:
    """Return how long a processor works on a text; what comes of it is for other tests."""
    start = process_time()
    try:
        made = function(text)
        if inspect.isgenerator(made):
            Counter(map(type, made))
    except Exception:  # noqa: BLE001, S110 - as above
        pass
    return process_time() - start


def _is_linear(
    function: Callable[[Any], object], shape: str, *, at_once: float, length: int = _LENGTH
) -> bool:
    return (
        _seconds(function, shapes(length)[shape]) < at_once
        or _grows_by(function, shape, length=length) < TOO_MUCH
    )


def _explodes(function: Callable[[Any], object], shape: str) -> bool:
    texts = [shapes(length)[shape] for length in _SMALL]
    return any(all(_seconds(function, text) > _LONG_FOR_SO_SHORT for _ in range(2)) for text in texts)


def _grows_by(function: Callable[[Any], object], shape: str, *, length: int) -> float:
    """Return how much longer a text around a length takes than one much shorter: the best of some tries."""
    short, long = (shapes(own)[shape] for own in (length // 2, length // 2 * TIMES))
    return min(_seconds(function, long) for _ in range(3)) / min(_seconds(function, short) for _ in range(3))


@pytest.mark.parametrize("name", _FUNCTIONS)
def test_work_grows_as_the_text(name: str) -> None:
    """Whatever shape a text has, a function's work grows as its length does."""
    function = _FUNCTIONS[name]

    slow = [
        shape
        for shape in shapes(1)
        if _explodes(function, shape) or not _is_linear(function, shape, at_once=_AT_ONCE)
    ]

    assert slow == []


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(_FUNCTIONS.keys() - _BY_THE_LINE))
def test_work_grows_as_a_long_text(name: str) -> None:
    """What only a very long text tells: that it is copied for each of its places."""
    function = _FUNCTIONS[name]

    slow = [
        shape
        for shape in shapes(1)
        if not _is_linear(function, shape, at_once=_VERY_LONG_AT_ONCE, length=_VERY_LONG)
    ]

    assert slow == []


@pytest.mark.parametrize("name", _ENTRIES)
def test_work_grows_as_the_entry(name: str) -> None:
    """Wherever in an entry a text stands, checking it and telling of it grows as its length does."""
    slow = [s for s in shapes(1) if not _is_linear(_ENTRIES[name], s, at_once=_ENTRY_AT_ONCE)]

    assert slow == []


def test_functions_are_found() -> None:
    """Functions that went wrong once are among those found."""
    assert {
        "idebank.source.encoding.decode",
        "idebank.source.repairs.tidied",
        "idebank.rules.code_spans.without_code",
        "idebank.rules.national_id.masked",
        "idebank.render.markdown.render_markdown",
    } <= _FUNCTIONS.keys()
