"""Writes what is made from the schema: `make generate`."""

import sys
from pathlib import Path
from typing import Final

from idebank.contribute.surfaces import Source, generated_files
from idebank.resources import schema_folder

PROJECT: Final = Path(__file__).resolve().parents[2]


def main() -> None:
    """Write every generated file that is not what it should be."""
    for name, content in generated_files(Source.load(schema_folder())):
        path = PROJECT / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            sys.stdout.write(f"written: {name}\n")


if __name__ == "__main__":
    main()
