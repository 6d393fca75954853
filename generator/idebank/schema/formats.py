"""The forms a text may have to follow (`x-format` in the schema), as questions with yes or no."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from idebank.schema.dates import is_date, is_event_time, is_partial_date
from idebank.slugs import has_name, is_device
from idebank.vocabulary import Vocabulary

MAX_SLUG: Final = 80

_WEB_ADDRESS: Final = re.compile(
    r"https?://(?:[\w-]+\.)+[^\W\d_][\w-]+(?::[0-9]{1,5})?(?:[/?#][^\s<>\"]*)?",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.))*\.[A-Za-z0-9]+")
_OFFSET: Final = re.compile(r"[0-9]{1,2}:[0-5][0-9]:[0-5][0-9]")
_MAX_FILE_NAME: Final = 100


def is_web_address(text: str) -> bool:
    """Tell whether `text` is an http or https address with a host that has a name."""
    return _WEB_ADDRESS.fullmatch(text) is not None


def is_email(text: str) -> bool:
    """Tell whether `text` has the form of an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def is_slug(text: str) -> bool:
    """Tell whether `text` may be the address part of an entry."""
    return len(text) <= MAX_SLUG and _SLUG.fullmatch(text) is not None and not is_device(text)


def is_file_name(text: str) -> bool:
    """Tell whether `text` is a file name, without folders, that every file system takes."""
    return (
        len(text) <= _MAX_FILE_NAME
        and _FILE.fullmatch(text) is not None
        and not is_device(text.partition(".")[0])
    )


def is_offset(text: str) -> bool:
    """Tell whether `text` is a place in a recording: hours, minutes and seconds, `0:12:30`."""
    return _OFFSET.fullmatch(text) is not None


def formats(vocabulary: Vocabulary) -> Mapping[str, Callable[[str], bool]]:
    """Return the question behind each `x-format`."""
    sdgs = frozenset(map(str, vocabulary.goals)) | frozenset(vocabulary.targets)
    return {
        "municipality": lambda text: bool(vocabulary.municipalities_called(text)),
        "county": lambda text: bool(vocabulary.counties_called(text)),
        "sdg": sdgs.__contains__,
        "email": is_email,
        "web-address": is_web_address,
        "partial-date": is_partial_date,
        "date": is_date,
        "event-time": is_event_time,
        "offset": is_offset,
        "slug": is_slug,
        "file": is_file_name,
        "name": lambda text: not text or has_name(text),  # that nothing stands there is told anyway
    }
