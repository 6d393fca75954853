"""Links that lead out of the bank: which there are, and which lead to nothing any more."""

import re
import socket
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import partial
from http import HTTPStatus
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from idebank.model import Entry

_WHOLE: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_WITHIN: Final = re.compile(r"""https?://[^\s<>"'`)\]]+""", re.IGNORECASE)
_TRAILING: Final = ".,;:!?"
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_AT_ONCE: Final = 8
"""How many hosts are asked at the same time; each of them is asked one question after the other."""


class Verdict(StrEnum):
    """What a link was found to be."""

    ANSWERS = "answers"
    GONE = "gone"
    """There is no such page, or no such host."""
    UNSURE = "unsure"
    """It did not answer this time, or wants no visits from programs."""


def outward_links(entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """Return every address elsewhere that entries name, with the files that name it, both in order."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for text in _texts(entry):
            for url in _links(text):
                found[url].add(entry.path)
    return {url: tuple(sorted(paths)) for url, paths in sorted(found.items())}


def verdicts(links: Iterable[str], *, judge: Callable[[str], Verdict]) -> Mapping[str, Verdict]:
    """Return what each link is; a host is asked about its links one by one, several hosts at a time."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in links:
        by_host[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        judged = pool.map(partial(_judged, judge=judge), by_host.values())
    return dict(pair for pairs in judged for pair in pairs)


def visit(url: str, *, timeout: float, agent: str) -> Verdict:
    """Ask a page for its head and, where that is refused, for itself."""
    verdict = _asked(url, "HEAD", timeout=timeout, agent=agent)
    return verdict if verdict is Verdict.ANSWERS else _asked(url, "GET", timeout=timeout, agent=agent)


def _judged(urls: Sequence[str], *, judge: Callable[[str], Verdict]) -> list[tuple[str, Verdict]]:
    return [(url, judge(url)) for url in urls]


def _asked(url: str, method: str, *, timeout: float, agent: str) -> Verdict:
    request = Request(url, method=method, headers={"User-Agent": agent})  # noqa: S310 - http and https only
    try:
        with urlopen(request, timeout=timeout):  # noqa: S310 - the same
            return Verdict.ANSWERS
    except HTTPError as error:
        return Verdict.GONE if error.code in _GONE else Verdict.UNSURE
    except URLError as error:
        return Verdict.GONE if isinstance(error.reason, socket.gaierror) else Verdict.UNSURE
    except (OSError, ValueError):  # a connection that breaks, an address that none can be
        return Verdict.UNSURE


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a record, however deep."""
    match value:
        case str():
            yield value
        case Mapping():
            for inner in value.values():
                yield from _texts(inner)
        case tuple() | list():
            for inner in value:
                yield from _texts(inner)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _texts(getattr(value, field.name))


def _links(text: str) -> Iterator[str]:
    """Yield the addresses in a text, without the sentence's full stop; a text may be nothing but one."""
    if _WHOLE.fullmatch(text):
        yield text
        return
    for found in _WITHIN.finditer(text):
        yield found[0].rstrip(_TRAILING)
