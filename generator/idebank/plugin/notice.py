"""What a preview shows while the bank cannot be built: what is wrong, above the page as it was."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any, Final, TypeAlias

from idebank.console.words import cli_wording

Application: TypeAlias = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application."""

_BODY: Final = re.compile(rb"<body\b[^>]*>")
_SECONDS: Final = 2
"""How often a page that has no other way to hear of a new site asks for it."""


class Notice:
    """Says in the browser what is wrong, as long as something is."""

    def __init__(self, language: str, trouble: Callable[[], str]) -> None:
        """Take who knows what is wrong; as long as that is nothing, there is no notice."""
        self._wording = cli_wording(language)
        self._trouble = trouble

    def around(self, application: Application) -> Application:
        """Return `application` with the notice on each of its pages, and in the place of those it lacks."""

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            started: list[Any] = []
            body = application(environ, lambda *args: started.extend(args))
            status, headers = started[0], started[1]
            if not self._trouble() or not _is_page(headers):
                start_response(status, headers)
                return body
            told = self._above(b"".join(_read(body))) if status.startswith("200") else self._alone()
            start_response(
                "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(told)))]
            )
            return [told]

        return answer

    def _above(self, page: bytes) -> bytes:
        t = self._wording.t
        body = _BODY.search(page)
        notice = self._html(t("notice.heading"), f"{t('notice.text')} {t('notice.last')}")
        return page[: body.end()] + notice + page[body.end() :] if body else self._alone()

    def _alone(self) -> bytes:
        """Return a page of its own, which asks again by itself until there is a site."""
        heading = self._wording.t("notice.none")
        head = (
            f'<!doctype html>\n<html lang="{self._wording.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="refresh" content="{_SECONDS}">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(heading)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        )
        return head.encode() + self._html(heading, self._wording.t("notice.text")) + b"</body>\n</html>\n"

    def _html(self, heading: str, text: str) -> bytes:
        return (
            f'<section class="build-notice" role="alert" aria-labelledby="build-notice">\n'
            f'<h1 id="build-notice">{escape(heading)}</h1>\n<p>{escape(text)}</p>\n'
            f'<pre tabindex="0">{escape(self._trouble())}</pre>\n</section>\n'
        ).encode()


def _is_page(headers: list[tuple[str, str]]) -> bool:
    return any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers)


def _read(body: Iterable[bytes]) -> Iterator[bytes]:
    yield from body
    close = getattr(body, "close", None)
    if close:
        close()


_STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.5 system-ui,sans-serif;margin:0;padding:1.5rem;background:Canvas;color:CanvasText}"
    "section{max-width:60rem;margin:auto;border-left:.5rem solid #c0392b;padding:.25rem 1.5rem}"
    "h1{font-size:1.5rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.9375rem}"
)
