"""The files in an entry's own folder: there, whole, small enough, and mentioned."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from idebank.diagnostics import Finding, KeyPath, Rule
from idebank.rules.documents import DOCUMENT_TOO_LARGE, MAX_DOCUMENT_BYTES, document_findings
from idebank.rules.links import MISSING_FILE, UNMENTIONED_FILE, Links
from idebank.rules.pictures import MAX_PICTURE_BYTES, PICTURE_TOO_LARGE, picture_findings
from idebank.slugs import fold
from idebank.source.files import Sibling, megabytes

ContentCheck = Callable[[str, bytes], Iterator[tuple[Rule, dict[str, str]]]]


def beside_findings(links: Links, *, root: Path, siblings: Iterable[Sibling]) -> Iterator[Finding]:
    """Yield what is wrong with the files that an entry names, and name those that it does not."""
    folder = PurePosixPath(links.path).with_suffix("")
    sizes = {sibling.name: sibling.size for sibling in siblings}
    for named, limit, too_large, check in (
        (links.pictures, MAX_PICTURE_BYTES, PICTURE_TOO_LARGE, picture_findings),
        (links.documents, MAX_DOCUMENT_BYTES, DOCUMENT_TOO_LARGE, document_findings),
    ):
        for keys, name in named:
            if name not in sizes:
                yield _missing(keys, name, folder, sizes)
            elif sizes[name] > limit:
                size, most = megabytes(sizes[name]), megabytes(limit)
                yield Finding(too_large, keys, {"file": name, "size": size, "limit": most})
            else:
                yield from _content(check, keys, root / folder / name)
    mentioned = {name for _, name in (*links.pictures, *links.documents)}
    for name in sizes.keys() - mentioned if sizes else ():
        yield Finding(UNMENTIONED_FILE, params={"file": name, "folder": folder.name})


def _missing(keys: KeyPath, name: str, folder: PurePosixPath, sizes: Mapping[str, int]) -> Finding:
    params = {"file": name, "folder": str(folder)}
    alike = [other for other in sorted(sizes) if fold(other) == fold(name)]
    if alike:
        params |= {"found": alike[0], "corrected": f"file: {alike[0]}"}
    return Finding(MISSING_FILE, keys, params)


def _content(check: ContentCheck, keys: KeyPath, path: Path) -> Iterator[Finding]:
    for rule, params in check(path.name, path.read_bytes()):
        yield Finding(rule, keys, {"file": path.name, **params})
