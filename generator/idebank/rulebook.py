"""Every rule of the check explained once, with a case: what `idebank explain` and the rules' pages say.

`make generate` writes the book (schema/rules/book.json) from the rules' texts and the cases that test them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from idebank.vocabulary import Labels

BOOK: Final = "rules/book.json"
"""Where it lies in the schema's folder."""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One rule."""

    id: str
    family: str
    """What it is about: `file`, `fields` or `content`."""
    is_error: bool
    message: Labels
    """What it says of its case."""
    help: Labels
    why: Labels
    wrong: tuple[str, ...]
    """The line of its case that is wrong, with a marker below; empty where no line can show it."""
    right: tuple[str, ...]
    """The lines to write instead; empty where there is nothing to write."""


def load_rulebook(folder: Path) -> Mapping[str, RuleEntry]:
    """Read the book in the schema's folder: rules by id, in the order in which the check looks."""
    tree = json.loads((folder / BOOK).read_text(encoding="utf-8"))
    return {
        id_: RuleEntry(
            id=id_,
            family=own["family"],
            is_error=own["error"],
            message=Labels(**own["message"]),
            help=Labels(**own["help"]),
            why=Labels(**own["why"]),
            wrong=tuple(own["wrong"]),
            right=tuple(own["right"]),
        )
        for id_, own in tree.items()
    }
