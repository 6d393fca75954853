"""An entry as the text of its file: the one form that every way into the bank writes."""

import json
from collections.abc import Mapping


def entry_text(fields: Mapping[str, object], body: str = "") -> str:
    """Return an entry's file: each field on a line of its own, in the order given, its value as JSON.

    JSON's way of writing texts, lists and fields within fields is also YAML's, needs no look at what a text
    contains, and is read back by a browser without a YAML library. `theme/js/contribute/entrytext.js` writes
    the same bytes; the vectors in `tests/contribute/vectors/entry_texts.yml` hold both to it.
    """
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    story = body.strip()
    return f"---\n{lines}---\n" + (f"\n{story}\n" if story else "")
