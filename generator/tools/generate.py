"""Writes what is made from the schema: `make generate`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from idebank.contribute.surfaces import Source, generated_files
from idebank.contribute.surfaces.rulecases import rule_book
from idebank.resources import schema_folder
from idebank.rulebook import BOOK

PROJECT: Final = Path(__file__).resolve().parents[2]


def everything() -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every generated file."""
    made_from = Source.load(schema_folder())
    yield from generated_files(made_from)
    yield f"schema/{BOOK}", rule_book(PROJECT / "tests" / "rules", made_from.schemas)


def main() -> None:
    """Write every generated file that is not what it should be."""
    for name, content in everything():
        path = PROJECT / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            sys.stdout.write(f"written: {name}\n")


if __name__ == "__main__":
    main()
