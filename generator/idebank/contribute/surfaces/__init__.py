"""Files made from the schema and kept in the repository: every way in knows the same fields and values.

`make generate` writes them; a test fails while any of them differs from what would be written.
"""

from collections.abc import Iterator

from idebank.contribute.surfaces.editor import editor_schemas
from idebank.contribute.surfaces.fields import field_reference
from idebank.contribute.surfaces.issues import issue_forms
from idebank.contribute.surfaces.newfile import new_files
from idebank.contribute.surfaces.source import Source

__all__ = ["Source", "generated_files"]


def generated_files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield the path, relative to the repository, and the content of every generated file."""
    for make in (issue_forms, new_files, field_reference, editor_schemas):
        yield from make(source)
