"""The command `gh api` as our jobs use it, with a small GitHub in a file behind it.

FAKE_GITHUB names a JSON file: {"calls": [[method, path, body]…], "answers": {"METHOD path": answer}}; an
answer that is a number is the status of a refusal.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

STATE = Path(os.environ["FAKE_GITHUB"])


def main(arguments: list[str]) -> int:
    """Answer one call."""
    assert arguments.pop(0) == "api"
    paged = "--paginate" in arguments and "--slurp" in arguments
    method = arguments[arguments.index("--method") + 1] if "--method" in arguments else "GET"
    body: Any = json.load(sys.stdin) if "--input" in arguments else None
    path = arguments[-1]
    state = json.loads(STATE.read_text(encoding="utf-8"))
    state["calls"].append([method, path, body])
    STATE.write_text(json.dumps(state), encoding="utf-8")
    answer = state["answers"].get(f"{method} {path}", [] if paged else 404 if method == "GET" else {})
    if isinstance(answer, int):
        sys.stderr.write(f"gh: No (HTTP {answer})\n")
        return 1
    # Two pages, so that who asks for a list has to read on.
    sys.stdout.write(json.dumps([answer[:1], answer[1:]] if paged else answer))
    return 0


sys.exit(main(sys.argv[1:]))
