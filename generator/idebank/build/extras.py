"""Files beside the pages that machines and mailboxes take: calendars, tables, feeds, open data."""

from collections.abc import Iterator, Mapping

from idebank.views.desk import Desk


def extra_files(desks: Mapping[str, Desk]) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of each; `desks` are by language, each with catalogue, words and settings."""
    yield from ()
