"""Does on GitHub what another job has worked out: answers an issue, puts a file on a branch, keeps a list.

Jobs that may write run this and nothing else: no stranger's code, no package, only Python and `gh`.
What they are told stands in the environment: GITHUB_REPOSITORY and GH_TOKEN always, and what each asks for.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

_BOT: Final = "github-actions[bot]"
_EDITORS: Final = frozenset({"admin", "maintain", "write"})
"""Permissions of those who may have a file put on a branch."""
_FILE: Final = re.compile(
    r"content/(?:initiatives/[a-z-]+|adoptions|needs|methods|events|networks|collections)/[a-z0-9-]+\.md"
)
_BRANCH: Final = re.compile(r"innmelding/[0-9]+-[a-z0-9-]+")
_MARKER: Final = "<!-- idebank:svar -->"
"""First line of the one comment of ours that is edited in place."""
_REPLIES: Final = Path(__file__).parents[2] / ".github" / "replies"
_LABELS: Final = Path(__file__).parents[2] / ".github" / "labels.yml"
_LABEL: Final = re.compile(r"^- name: (.+)\n  color: (.+)\n  description: (.+)$", re.MULTILINE)
_NOT_FOUND: Final = 404
_THERE_ALREADY: Final = 422


class RefusedError(RuntimeError):
    """Raised when GitHub says no, or when we are told to do what we do not do."""

    def __init__(self, reason: str, status: int = 0) -> None:
        """Keep the status GitHub answered with."""
        super().__init__(reason)
        self.status = status


def answer() -> None:
    """Write ANSWER (JSON: comment, marker, labels to add and to remove) in the issue ISSUE.

    The comment that begins with the marker is edited in place, so that there is never more than one.
    """
    told = json.loads(os.environ["ANSWER"])
    issue = f"issues/{int(os.environ['ISSUE'])}"
    own = next((c for c in _pages(f"{issue}/comments") if _is_ours(c, told["marker"])), None)
    if own is None:
        _call("POST", f"{issue}/comments", {"body": told["comment"]})
    elif own["body"] != told["comment"]:
        _call("PATCH", f"issues/comments/{own['id']}", {"body": told["comment"]})
    if told["add"]:
        _call("POST", f"{issue}/labels", {"labels": told["add"]})
    for label in told["remove"]:
        _unless(_NOT_FOUND, "DELETE", f"{issue}/labels/{quote(label, safe='')}")


def branch() -> None:
    """Put CONTENT (base64) at FILE on BRANCH, which begins at BASE, if SENDER may write in the repository."""
    file, name, sender = os.environ["FILE"], os.environ["BRANCH"], os.environ["SENDER"]
    if not _FILE.fullmatch(file) or not _BRANCH.fullmatch(name):
        raise RefusedError(f"neither {file!r} nor {name!r} may be anything else than what we call them")
    if _call("GET", f"collaborators/{quote(sender, safe='')}/permission")["permission"] not in _EDITORS:
        _tell_workflow("because=refused")
        raise RefusedError(f"{sender} may not approve a contribution")
    _unless(_THERE_ALREADY, "POST", "git/refs", {"ref": f"refs/heads/{name}", "sha": os.environ["BASE"]})
    there = _unless(_NOT_FOUND, "GET", f"contents/{file}?ref={quote(name, safe='')}")
    change = {"message": json.loads(os.environ["MESSAGE"]), "content": os.environ["CONTENT"], "branch": name}
    _call("PUT", f"contents/{file}", {**change, **({"sha": there["sha"]} if there else {})})


def sorry() -> None:
    """Write in the issue ISSUE that we could not read it; in two languages, for nobody knows its own."""
    texts = [(_REPLIES / f"gikk-galt.{form}.md").read_text(encoding="utf-8") for form in ("nb", "nn")]
    comment = "\n".join((f"{_MARKER}\n", *texts))
    os.environ["ANSWER"] = json.dumps({"comment": comment, "marker": _MARKER, "add": [], "remove": []})
    answer()


def rolling() -> None:
    """Write ANSWER (JSON: title, body, label) in the one open issue of ours that has the label."""
    told = json.loads(os.environ["ANSWER"])
    label = told["label"]
    every = _pages(f"issues?state=open&labels={quote(label, safe='')}")
    ours = [issue for issue in every if issue["user"]["login"] == _BOT]
    text = {"title": told["title"], "body": told["body"]}
    if ours:
        _call("PATCH", f"issues/{ours[0]['number']}", text)
    else:
        _call("POST", "issues", {**text, "labels": [label]})


def labels() -> None:
    """Give the repository the labels of `.github/labels.yml`; others are left alone."""
    there = {label["name"] for label in _pages("labels")}
    for label in labels_in(_LABELS.read_text(encoding="utf-8")):
        if label["name"] in there:
            _call("PATCH", f"labels/{quote(label['name'], safe='')}", label)
        else:
            _call("POST", "labels", label)


def labels_in(text: str) -> list[dict[str, str]]:
    """Return the labels of a list: three lines each, as plain as that, so that no YAML library is needed."""
    return [
        {"name": name, "color": color, "description": description}
        for name, color, description in _LABEL.findall(text)
    ]


def _tell_workflow(line: str) -> None:
    """Add a line to the outputs of the step, where there is a workflow."""
    if file := os.environ.get("GITHUB_OUTPUT"):
        with Path(file).open("a", encoding="utf-8") as outputs:
            outputs.write(f"{line}\n")


def _is_ours(comment: Mapping[str, Any], marker: str) -> bool:
    return bool(comment["user"]["login"] == _BOT and comment["body"].startswith(marker))


def _pages(path: str) -> list[Any]:
    """Return everything in a list of GitHub's, all pages of it."""
    separator = "&" if "?" in path else "?"
    pages = _gh("--paginate", "--slurp", f"{_repository()}/{path}{separator}per_page=100")
    return [item for page in json.loads(pages) for item in page]


def _call(method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
    """Ask GitHub for something about the repository; raises RefusedError."""
    given = () if body is None else ("--input", "-")
    text = _gh("--method", method, *given, f"{_repository()}/{path}", stdin=json.dumps(body))
    return json.loads(text) if text.strip() else None


def _unless(status: int, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
    """Ask GitHub for something that may be refused with `status`; None when it was."""
    try:
        return _call(method, path, body)
    except RefusedError as refused:
        if refused.status != status:
            raise
        return None


def _repository() -> str:
    return f"repos/{os.environ['GITHUB_REPOSITORY']}"


def _gh(*arguments: str, stdin: str = "") -> str:
    command = ["gh", "api", *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - no shell, and each part is one argument
    if done.returncode:
        status = re.search(r"\(HTTP (\d{3})\)", done.stderr)
        raise RefusedError(done.stderr.strip(), int(status[1]) if status else 0)
    return done.stdout


_COMMANDS: Final[Mapping[str, Callable[[], None]]] = {
    "answer": answer,
    "branch": branch,
    "labels": labels,
    "rolling": rolling,
    "sorry": sorry,
}

if __name__ == "__main__":
    try:
        _COMMANDS[sys.argv[1]]()
    except RefusedError as refused:
        sys.exit(str(refused))
