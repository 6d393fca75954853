"""`make search-speed`: how quick the search is on a slow phone, in a bank of 10,000 entries.

The phone is Lighthouse's: 150 ms to the server and back, 1.6 Mbit/s, and a processor four times slower.
"""

import gzip
import http.server
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from statistics import median
from string import Template
from typing import Any, Final

import click
from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, sync_playwright

from tests.bench.corpus import write_corpus
from tests.browser import find_chromium, launch_arguments

PROJECT: Final = Path(__file__).parents[2]
TEMPLATE: Final = Path(__file__).with_name("speed.md.template")
DOCUMENT: Final = PROJECT / "docs" / "search-speed.md"
ENTRIES: Final = 10_000
SEED: Final = 2026
VISITS: Final = 5
"""Each with an empty cache; medians are reported."""
LATENCY_MS, BYTES_PER_SECOND, SLOWER = 150, 1.6 * 1024 * 1024 / 8, 4
WANTED_RESULT_MS, WANTED_BYTES, WANTED_CLICK_MS, WANTED_MAP_BYTES = 1500, 250_000, 200, 150_000
WORDS: Final = ("mat", "sykkel", "kompost", "skule", "gjenbruk")
"""One for each visit; they are typed as fast as a practised thumb."""
KEY_MS: Final = 100
CLICKS: Final = ("goal=12", "goal=13", "goal=4", "goal=11")

# From the first key to the first hit, and from a click to the new list, as the page itself sees them.
_WATCH: Final = """() => {
  const list = document.querySelector("[data-hits]");
  window.took = { first: 0, clicks: [] };
  let [key, click] = [0, 0];
  const box = document.querySelector("#query");
  box.addEventListener("keydown", () => (key ||= performance.now()), { once: true });
  document.addEventListener("change", () => (click = performance.now()), true);
  new MutationObserver(() => {
    if (key && !window.took.first && list.querySelector(".hit")) window.took.first = performance.now() - key;
    if (click) window.took.clicks.push(performance.now() - click);
    click = 0;
  }).observe(list, { childList: true });
}"""


@dataclass(slots=True)
class Visit:
    """What one visit took."""

    result_ms: float = 0
    page_bytes: int = 0
    """Of the search page with all it loads before anything is typed."""
    search_bytes: int = 0
    clicks_ms: list[float] = field(default_factory=list)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone, compressed as hosts do; yield its address."""

    @cache
    def compressed(path: Path) -> bytes:
        return gzip.compress(path.read_bytes())

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer with a file of the folder."""
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            body = path.read_bytes() if path.suffix == ".woff2" else compressed(path)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(body)))
            if path.suffix != ".woff2":
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def phone(browser: Browser) -> Iterator[tuple[Page, Callable[[], int]]]:
    """Yield a page on a slow phone with an empty cache, and how many bytes it has fetched."""
    size: ViewportSize = {"width": 412, "height": 823}
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True, bypass_csp=True) as context:
        page = context.new_page()
        session: CDPSession = context.new_cdp_session(page)
        sizes: list[int] = []

        def note(event: Mapping[str, Any]) -> None:
            sizes.append(int(event["encodedDataLength"]))

        session.on("Network.loadingFinished", note)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY_MS,
                "downloadThroughput": BYTES_PER_SECOND,
                "uploadThroughput": BYTES_PER_SECOND / 2,
            },
        )
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        yield page, lambda: sum(sizes)


def visit(browser: Browser, url: str, word: str) -> Visit:
    """Search for a word, then narrow the search click by click."""
    took = Visit()
    with phone(browser) as (page, fetched):
        page.goto(f"{url}sok/", wait_until="networkidle")
        took.page_bytes = fetched()
        page.evaluate(_WATCH)
        page.locator("#query").press_sequentially(word, delay=KEY_MS)
        page.wait_for_function("window.took.first > 0")
        page.wait_for_load_state("networkidle")
        took.search_bytes = fetched() - took.page_bytes
        page.locator(".finder__facets > summary").click()
        for number, click_ in enumerate(CLICKS, 1):
            name, _, value = click_.partition("=")
            page.locator(f"input[name={name}][value='{value}']").check()
            page.wait_for_function(f"window.took.clicks.length >= {number}")
        found = page.evaluate("window.took")
    took.result_ms, took.clicks_ms = found["first"], found["clicks"]
    return took


def map_bytes(browser: Browser, url: str) -> int:
    """Return what a first view of the map fetches."""
    with phone(browser) as (page, fetched):
        page.goto(f"{url}kart/", wait_until="networkidle")
        return fetched()


def measure() -> tuple[Sequence[Visit], int]:
    """Build a bank of 10,000 entries; return the visits to its search, and the bytes of its map."""
    with tempfile.TemporaryDirectory(prefix="idebank-speed-") as folder:
        bank = Path(folder, "bank")
        write_corpus(bank, entries=ENTRIES, seed=SEED)
        command = [str(Path(sys.executable).with_name("idebank")), "build"]
        subprocess.run(command, check=True, capture_output=True, cwd=bank)
        with served(bank / "site") as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
            visits = [visit(browser, url, WORDS[number % len(WORDS)]) for number in range(VISITS)]
            weight = map_bytes(browser, url)
            browser.close()
    return visits, weight


def document(visits: Sequence[Visit], weight: int) -> str:
    """Return docs/search-speed.md with these figures."""
    result = median(own.result_ms for own in visits)
    clicks = [click_ for own in visits for click_ in own.clicks_ms]
    searched = median(own.search_bytes for own in visits)
    rows = (
        _row("first hit after the first key", result, WANTED_RESULT_MS, _ms),
        _row("fetched for a first search", searched, WANTED_BYTES, _kb),
        _row("a further click on a facet", median(clicks), WANTED_CLICK_MS, _ms),
        _row("fetched for a first view of the map", weight, WANTED_MAP_BYTES, _kb),
    )
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        entries=f"{ENTRIES:,}",
        visits=VISITS,
        latency=LATENCY_MS,
        slower=SLOWER,
        key=KEY_MS,
        table="\n".join(rows),
        slowest=f"{max(own.result_ms for own in visits):.0f}",
        slowest_click=f"{max(clicks):.0f}",
        page=_kb(median(own.page_bytes for own in visits)),
    )


def _row(what: str, found: float, wanted: float, unit: Callable[[float], str]) -> str:
    return f"| {what} | {unit(wanted)} | {unit(found)} | {'yes' if found <= wanted else '**no**'} |"


def _ms(time: float) -> str:
    return f"{time:.0f} ms"


def _kb(size: float) -> str:
    return f"{size / 1000:.0f} kB"


@click.command()
def main() -> None:
    """Time the search on a slow phone, print the figures, and write docs/search-speed.md."""
    text = document(*measure())
    DOCUMENT.write_text(text, encoding="utf-8")
    click.echo(text)
    click.echo(f"Written to {DOCUMENT.relative_to(PROJECT)}.")


if __name__ == "__main__":
    main()
