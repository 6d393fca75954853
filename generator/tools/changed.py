"""Tells whether a change is about more than contributions, by the paths that `git diff --name-only -z` lists.

Prints `program=true` or `program=false`, as a step of a workflow hands it on. It runs before anything is
installed, so it has only Python; a test holds its list of folders to the program's.
"""

import sys
from typing import Final

FOLDERS: Final = tuple(
    f"content/{folder}/"
    for folder in ("initiatives", "adoptions", "needs", "methods", "events", "networks", "collections")
)
"""Where contributions lie."""
LISTS: Final = frozenset({"content/moved.txt"})
"""What a contribution may change besides."""


def is_program(path: str) -> bool:
    """Tell whether a change of this file has to be tried by more than the check of contributions."""
    return not path.startswith(FOLDERS) and path not in LISTS


def told(listed: bytes) -> str:
    """Return the answer for a list of paths; a change of nothing is as good as one of everything."""
    paths = [path for path in listed.decode("utf-8", "surrogateescape").split("\0") if path]
    return f"program={str(not paths or any(map(is_program, paths))).lower()}\n"


if __name__ == "__main__":
    sys.stdout.write(told(sys.stdin.buffer.read()))
