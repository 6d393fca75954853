"""The files in an entry's own folder: there, whole, small enough, and mentioned."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from idebank.diagnostics import Finding, KeyPath, Rule
from idebank.rules.attached import DOCUMENT_ENDINGS, PICTURE_ENDINGS
from idebank.rules.documents import DOCUMENT_TOO_LARGE, MAX_DOCUMENT_BYTES, document_findings
from idebank.rules.links import MISSING_FILE, UNMENTIONED_FILE
from idebank.rules.pictures import MAX_PICTURE_BYTES, PICTURE_TOO_LARGE, picture_findings
from idebank.rules.references import Links
from idebank.slugs import fold
from idebank.source import Sibling
from idebank.source.files import megabytes


@dataclass(frozen=True, slots=True)
class Kind:
    """What is asked of one kind of file."""

    endings: frozenset[str]
    """Of names that are worth a look inside; others are refused for their name."""
    limit: int
    """Bytes."""
    too_large: Rule
    check: Callable[[str, bytes], Iterator[tuple[Rule, dict[str, str]]]]


PICTURES: Final = Kind(PICTURE_ENDINGS, MAX_PICTURE_BYTES, PICTURE_TOO_LARGE, picture_findings)
DOCUMENTS: Final = Kind(DOCUMENT_ENDINGS, MAX_DOCUMENT_BYTES, DOCUMENT_TOO_LARGE, document_findings)


def beside_findings(links: Links, *, root: Path, siblings: Iterable[Sibling]) -> Iterator[Finding]:
    """Yield what is wrong with the files that an entry names, and name those that it does not."""
    folder = PurePosixPath(links.path).with_suffix("")
    sizes = {sibling.name: sibling.size for sibling in siblings}
    spelt = {fold(name): name for name in sorted(sizes, reverse=True)}
    for named, kind in ((links.pictures, PICTURES), (links.documents, DOCUMENTS)):
        # A file that is named twice is looked into once.
        for name, keys in {name: keys for keys, name in reversed(named)}.items():
            if name in sizes:
                yield from _present(root / folder / name, keys, kind=kind, size=sizes[name])
            else:
                yield _missing(keys, name, folder, spelt.get(fold(name)))
    mentioned = {name for _, name in (*links.pictures, *links.documents)}
    for name in sorted(sizes.keys() - mentioned):
        yield Finding(UNMENTIONED_FILE, params={"file": name, "folder": folder.name})


def _present(path: Path, keys: KeyPath, *, kind: Kind, size: int) -> Iterator[Finding]:
    if size > kind.limit:
        params = {"file": path.name, "size": megabytes(size), "limit": megabytes(kind.limit)}
        yield Finding(kind.too_large, keys, params)
    elif path.suffix.lower() in kind.endings:
        for rule, params in kind.check(path.name, path.read_bytes()):
            yield Finding(rule, keys, {"file": path.name, **params})


def _missing(keys: KeyPath, name: str, folder: PurePosixPath, alike: str | None) -> Finding:
    params = {"file": name, "folder": str(folder)}
    if alike:
        params |= {"found": alike, "corrected": f"file: {alike}"}
    return Finding(MISSING_FILE, keys, params)
