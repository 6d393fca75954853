"""The theme's scripts without the site: in Node, or, where one needs a page, in a browser."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol

import playwright

from idebank.resources import theme_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

_ANSWERING = Path(__file__).with_name("answering.mjs")


class Answers(Protocol):
    """Answers what an expression gives, with `load("search/fits")` for a script and `given` handed over."""

    def __call__(self, expression: str, given: object = None) -> Any:
        """Return the value of `expression`."""


@contextmanager
def in_node() -> Iterator[Answers]:
    """Yield a function that asks scripts which need no page; the Node is the one that Playwright brings."""
    [node] = (Path(playwright.__file__).parent / "driver").glob("node*")
    command = [str(node), "--no-warnings", str(_ANSWERING), str(theme_folder() / "js")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        questions, answers = process.stdin, process.stdout

        def ask(expression: str, given: object = None) -> Any:
            questions.write(json.dumps({"expression": expression, "given": given}) + "\n")
            questions.flush()
            answer = json.loads(answers.readline())
            assert "error" not in answer, answer["error"]
            return answer["value"]

        yield ask
        questions.close()


@contextmanager
def scripts(chromium: Browser) -> Iterator[Page]:
    """Yield an empty page that may import `/contribute/….js` as the theme has it."""
    folder = str(theme_folder() / "js")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        context = chromium.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
        context.close()
        server.shutdown()


class _Handler(SimpleHTTPRequestHandler):
    def list_directory(self, _: Any) -> None:
        """Answer with an empty page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
