"""The value that an unknown or misspelt one was probably meant to be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from idebank.diagnostics import Rule
from idebank.schema import rules
from idebank.schema.dates import has_date_form, suggested_date
from idebank.schema.formats import is_email, is_web_address
from idebank.slugs import fold, slugify
from idebank.vocabulary import LANGUAGES, Term, Vocabulary, near_misses

MAX_LISTED: Final = 8
"""A closed list at most this long is shown whole when nothing in it resembles what was written."""

_SDG: Final = re.compile(r"\b(\d{1,2})(?:\s?[.,]\s?(\d{1,2}|[a-d])\b)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Better:
    """A better value, as written in the front matter, and what the message needs besides."""

    value: str = ""
    """Empty when nobody can tell."""
    params: Mapping[str, str] = field(default_factory=dict)
    rule: Rule | None = None
    """A rule that says it better than the usual one."""


def better_term(vocabulary_name: str, value: str, vocabulary: Vocabulary) -> Better:
    """Return the terms spelt most like `value`, or the whole list when it is short."""
    terms = vocabulary.terms[vocabulary_name]
    near = vocabulary.term_near_misses(vocabulary_name, value)
    if near:
        return Better(near[0], _shown_terms("suggestions", [terms[id_] for id_ in near]))
    if len(terms) <= MAX_LISTED:
        return Better("", _shown_terms("allowed", list(terms.values())))
    return Better("", {"list": f"{vocabulary_name}.{'csv' if vocabulary_name == 'sectors' else 'yml'}"})


def _shown_terms(name: str, terms: list[Term]) -> dict[str, str]:
    return {
        f"{name}.{language}": "\n".join(_shown(term, language) for term in terms) for language in LANGUAGES
    }


def _shown(term: Term, language: str) -> str:
    label = term.labels.text(language)
    return f"`{term.id}`" if fold(label) == fold(term.id) else f"`{term.id}` ({label})"


def _names(names: tuple[str, ...]) -> dict[str, str]:
    return {"suggestions": "\n".join(f"«{name}»" for name in names)} if names else {}


def _municipality(value: str, vocabulary: Vocabulary) -> Better:
    counties = vocabulary.counties_called(value)
    if counties:
        return Better("", {"county": value})
    near = vocabulary.municipality_near_misses(value)
    return Better(f'"{near[0]}"' if near else "", _names(near))


def _county(value: str, vocabulary: Vocabulary) -> Better:
    municipalities = vocabulary.municipalities_called(value)
    if municipalities:
        return Better("", {"municipality": value})
    near = vocabulary.county_near_misses(value)
    return Better(f'"{near[0]}"' if near else "", _names(near))


def _sdg(value: str, vocabulary: Vocabulary) -> Better:
    found = _SDG.search(value)
    if found:
        code = f"{found[1]}.{found[2].lower()}" if found[2] else found[1]
        if code in vocabulary.targets or (not found[2] and int(code) in vocabulary.goals):
            return Better(f'"{int(code)}"' if not found[2] else f'"{code}"', _names((code.lstrip("0"),)))
        return Better()
    spelt = {
        fold(label): goal
        for goal in vocabulary.goals.values()
        for label in (goal.short.nb, goal.short.nn, goal.short.en)
    }
    near = tuple(dict.fromkeys(str(spelt[key].number) for key in near_misses(value, spelt)))
    return Better(f'"{near[0]}"' if near else "", _names(near))


def _email(value: str, _: Vocabulary) -> Better:
    cleaned = re.sub(r"\s|^mailto:|[<>]", "", value)
    cleaned = re.sub(r"[(\[]?(?:at|krøllalfa|alfakrøll)[)\]]", "@", cleaned)
    return Better(cleaned) if is_email(cleaned) else Better()


def _web_address(value: str, _: Vocabulary) -> Better:
    rest = re.sub(r"^<|>$|^(?:https?)?[:/\\]*", "", value.strip(), flags=re.IGNORECASE).replace(" ", "%20")
    address = f"https://{rest}"
    if re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", value, re.IGNORECASE) and not value.lower().startswith("http"):
        return Better()
    return Better(f'"{address}"') if is_web_address(address) else Better()


def _date(value: str, *, partial: bool) -> Better:
    if has_date_form(value, partial=partial):
        return Better(rule=rules.IMPOSSIBLE_DATE)
    suggested = suggested_date(value, partial=partial)
    return Better(f'"{suggested}"' if suggested else "")


def _event_time(value: str) -> Better:
    """Return a day and a time on the clock that were written another way: `28.05.2021 kl. 13.30`."""
    if has_date_form(value.partition("T")[0], partial=True):
        return Better(rule=rules.IMPOSSIBLE_DATE)
    found = re.fullmatch(
        r"(.*?\d{4})(?:[ T,]+(?:kl\.? ?)?(\d{1,2})[.:](\d\d))?", value.strip(), re.IGNORECASE
    )
    day = suggested_date(found[1], partial=True) if found else ""
    if not day or not found:
        return Better()
    time = f"T{int(found[2]):02}:{found[3]}" if found[2] else ""
    return Better(f'"{day}{time}"')


def _offset(value: str) -> Better:
    """Return a place in a recording that was written without its hours: `12:30`."""
    found = re.fullmatch(r"(?:(\d{1,2})[.:])?(\d{1,2})[.:](\d\d)", value.strip())
    return Better(f'"{int(found[1] or 0)}:{int(found[2]):02}:{found[3]}"') if found else Better()


def _slug(value: str, _: Vocabulary) -> Better:
    return Better(slugify(value.removesuffix(".md").rpartition("/")[2]))


def _file(value: str, _: Vocabulary) -> Better:
    stem, _dot, ending = value.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return Better(f"{slugify(stem)}.{slugify(ending)}" if stem and ending else "")


FORM_RULES: Final[Mapping[str, tuple[Rule, Callable[[str, Vocabulary], Better]]]] = {
    "municipality": (rules.UNKNOWN_MUNICIPALITY, _municipality),
    "county": (rules.UNKNOWN_COUNTY, _county),
    "sdg": (rules.UNKNOWN_SDG, _sdg),
    "email": (rules.NOT_AN_EMAIL_ADDRESS, _email),
    "web-address": (rules.NOT_A_WEB_ADDRESS, _web_address),
    "partial-date": (rules.DATE_FORM, lambda value, _: _date(value, partial=True)),
    "event-time": (rules.EVENT_TIME_FORM, lambda value, _: _event_time(value)),
    "offset": (rules.NOT_AN_OFFSET, lambda value, _: _offset(value)),
    "date": (rules.DATE_FORM, lambda value, _: _date(value, partial=False)),
    "slug": (rules.NOT_A_SLUG, _slug),
    "file": (rules.ODD_FILE_REFERENCE, _file),
    "name": (rules.NAME_WITHOUT_LETTERS, lambda _, __: Better()),
}
"""By `x-format`: the rule that a wrong value breaks, and how to find a better one."""
