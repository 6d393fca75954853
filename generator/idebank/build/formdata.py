"""What the scripts of the forms fetch: what to check, names of places, titles to compare with."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from idebank.build.bank import Bank
from idebank.forms import Form, check_data, place_data
from idebank.kinds import KINDS
from idebank.messages import load_messages
from idebank.model import Initiative
from idebank.model.parts import NATIONAL_FOLDER
from idebank.routes import route
from idebank.settings import Settings
from idebank.vocabulary import LANGUAGES, Vocabulary
from idebank.wording import Wording

_WORDS: Final = "form-script."
"""Messages that the scripts say."""


def form_files(
    bank: Bank, *, settings: Settings, entries: Sequence[Initiative]
) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of each."""
    for language in LANGUAGES:
        messages = load_messages(settings.theme / "messages" / "rules", language)
        for form in bank.forms.values():
            data = _form_data(form, bank=bank, language=language, messages=messages)
            yield route("form_data", form=form.id, language=language), _json(data)
    yield route("place_names"), _json(place_data(bank.vocabulary))
    for folder, rows in _titles(entries, bank.vocabulary).items():
        yield route("likenesses", folder=folder), _json(rows)


def _form_data(form: Form, *, bank: Bank, language: str, messages: Mapping[str, str]) -> dict[str, Any]:
    schema = bank.schemas[form.kind] if form.kind else bank.schemas.note(form.id)
    return {
        "form": form.id,
        "folder": KINDS[form.kind].folder if form.kind else "",
        "by_county": bool(form.kind) and KINDS[form.kind].by_county,
        "machine": {name: language if value == "page" else value for name, value in form.machine.items()},
        "check": check_data(schema, language=language, messages=messages),
        "words": _words(bank.wordings[language]),
    }


def _words(wording: Wording) -> dict[str, str]:
    return {
        key.removeprefix(_WORDS): text for key, text in wording.messages.items() if key.startswith(_WORDS)
    }


def _titles(entries: Sequence[Initiative], vocabulary: Vocabulary) -> Mapping[str, list[list[Any]]]:
    """Return by folder what a new title is compared with; every county has a file, if only an empty one."""
    folders = [NATIONAL_FOLDER, *(county.slug for county in vocabulary.counties.values())]
    rows: dict[str, list[list[Any]]] = defaultdict(list, {folder: [] for folder in folders})
    for entry in entries:
        county = vocabulary.counties[entry.place.county].slug if entry.place.county else NATIONAL_FOLDER
        rows[county].append([entry.slug, entry.title, entry.place.municipality or "", list(entry.goals)])
    return rows


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
