"""`make search-eval`: how well the search finds what people look for, in a browser over the real index."""

import functools
import http.server
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import fmean
from string import Template
from typing import Final, TypeAlias

import click
import yaml
from playwright.sync_api import Page, sync_playwright

from tests.browser import find_chromium, launch_arguments

PROJECT: Final = Path(__file__).parents[2]
QUERIES: Final = Path(__file__).with_name("queries.yml")
TEMPLATE: Final = Path(__file__).with_name("search.md.template")
DOCUMENT: Final = PROJECT / "docs" / "search.md"
TOP: Final = 10
WANTED_RECALL: Final = 0.95
WANTED_RANK: Final = 0.85

_MODULES: Final = "document.querySelector('script[type=module]').src.replace(/[^/]+$/, '')"
_INDEX: Final = "new URL(document.getElementById('search').dataset.index, location).href"
_OURS: Final = """async ([base, query]) => {
  const { Index } = await import(base.modules + "index.js");
  const { search } = await import(base.modules + "engine.js");
  window.bank ??= new Index(base.index);
  const { numbers } = await search(window.bank, { query });
  return (await window.bank.entries(numbers.slice(0, 10))).map((entry) => entry.url);
}"""
_PAGEFIND: Final = """async ([base, query]) => {
  window.plain ??= await import(base.pagefind + "pagefind.js");
  const { results } = await window.plain.search(query);
  const hits = await Promise.all(results.slice(0, 10).map((hit) => hit.data()));
  return hits.map((hit) => hit.raw_url.slice(1));
}"""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that people look for."""

    phenomenon: str
    query: str
    wanted: tuple[str, ...]
    """Addresses that must be among the first ten."""


Answers: TypeAlias = Sequence[tuple[Question, Sequence[str]]]
"""Each question with the addresses that were found, best first."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well some questions were answered."""

    recall: float
    """Of what was wanted, the share among the first ten."""
    reciprocal_rank: float
    """One divided by the place of the first that was wanted."""
    nothing: float
    """Share of questions without any hit."""
    questions: int


def questions() -> tuple[Question, ...]:
    """Return every question with the addresses that answer it."""
    kinds = {"events": "arrangement", "adoptions": "gjenbruk", "methods": "metode", "networks": "nettverk"}

    def address(name: str) -> str:
        kind, _, slug = name.rpartition("/")
        return f"{kinds[kind] if kind else 'tiltak'}/{slug}/"

    tree = yaml.load(QUERIES.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    return tuple(
        Question(phenomenon, query, tuple(map(address, names)))
        for phenomenon, asked in tree.items()
        for query, names in asked.items()
    )


def score(answers: Answers) -> Score:
    """Return how good answers are."""
    return Score(
        fmean(len(set(q.wanted) & set(found[:TOP])) / min(len(q.wanted), TOP) for q, found in answers),
        fmean(
            next((1 / place for place, url in enumerate(found, 1) if url in q.wanted), 0.0)
            for q, found in answers
        ),
        fmean(not found for _, found in answers),
        len(answers),
    )


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone; yield its address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def ask(page: Page, script: str, base: Mapping[str, str]) -> Answers:
    """Ask every question in a browser that shows a page of the site."""
    return [(question, page.evaluate(script, [base, question.query])) for question in questions()]


def build(folder: Path) -> Path:
    """Build the real site with our index and with plain Pagefind's beside it; return its folder."""
    site = folder / "site"
    run = functools.partial(subprocess.run, check=True, capture_output=True, cwd=PROJECT)
    run([str(Path(sys.executable).with_name("idebank")), "build", "--site-dir", site])
    run(
        [sys.executable, "-m", "pagefind", "--site", site, "--root-selector", "main",
         "--force-language", "no", "--glob", "{tiltak,arrangement,gjenbruk,metode,nettverk}/*/index.html"]
    )  # fmt: skip
    return site


def measure() -> tuple[Answers, Answers]:
    """Return our answers and plain Pagefind's."""
    with tempfile.TemporaryDirectory(prefix="idebank-search-") as folder:
        site = build(Path(folder))
        with served(site) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
            page = browser.new_page(bypass_csp=True)
            page.goto(f"{url}sok/")
            base = {
                "modules": page.evaluate(
                    "document.querySelector('script[type=module]').src.replace(/[^/]+$/, '')"
                ),
                "index": page.evaluate(
                    "new URL(document.getElementById('search').dataset.index, location).href"
                ),
                "pagefind": f"{url}pagefind/",
            }
            answers = ask(page, _OURS, base), ask(page, _PAGEFIND, base)
            browser.close()
    return answers


def table(
    ours: Sequence[tuple[Question, Sequence[str]]], plain: Sequence[tuple[Question, Sequence[str]]]
) -> str:
    """Return the figures as a Markdown table: a row for each phenomenon, then all together."""
    by_phenomenon: dict[str, list[int]] = defaultdict(list)
    for at, (question, _) in enumerate(ours):
        by_phenomenon[question.phenomenon].append(at)
    rows = [*by_phenomenon.items(), ("**all**", range(len(ours)))]
    lines = [
        "| phenomenon | questions | recall at 10 | rank | no hit | Pagefind: recall | rank | no hit |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, places in rows:
        own, other = score([ours[at] for at in places]), score([plain[at] for at in places])
        cells = [
            f"{value:.2f}" for one in (own, other) for value in (one.recall, one.reciprocal_rank, one.nothing)
        ]
        lines.append(f"| {name} | {own.questions} | {' | '.join(cells)} |")
    return "\n".join(lines)


def document(ours: Answers, plain: Answers) -> str:
    """Return docs/search.md with these figures."""
    own = score(ours)
    holds = {True: "yes", False: "**no**"}
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        questions=own.questions,
        pagefind=version("pagefind"),
        recall=f"{own.recall:.2f}",
        recall_holds=holds[own.recall > WANTED_RECALL],
        rank=f"{own.reciprocal_rank:.2f}",
        rank_holds=holds[own.reciprocal_rank > WANTED_RANK],
        table=table(ours, plain),
    )


def misses(ours: Answers) -> Iterator[str]:
    """Yield a line for each question whose first hit is not what was wanted, or that misses something."""
    for question, found in ours:
        missed = [url for url in question.wanted if url not in found]
        first = next((place for place, url in enumerate(found, 1) if url in question.wanted), 0)
        if missed or first != 1:
            where = f"first at {first}, missed {missed}, found {found[:3]}"
            yield f"{question.phenomenon}: {question.query}: {where}"


@click.command()
@click.option("--verbose", is_flag=True, help="Also list what was wanted and not found first.")
def main(*, verbose: bool) -> None:
    """Ask every question in a browser, print how well it was answered, and write docs/search.md."""
    ours, plain = measure()
    click.echo(table(ours, plain))
    for line in misses(ours) if verbose else ():
        click.echo(line)
    DOCUMENT.write_text(document(ours, plain), encoding="utf-8")
    click.echo(f"Written to {DOCUMENT.relative_to(PROJECT)}.")


if __name__ == "__main__":
    main()
