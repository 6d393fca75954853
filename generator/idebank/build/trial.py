"""A site built to see whether it can be: everything but the host's chrome and prose, then thrown away."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from idebank.artifacts import Output
from idebank.build.answers import answers_of, planned_site
from idebank.build.bank import Bank
from idebank.build.host import Host
from idebank.build.site import build_site
from idebank.export.answers import Answers
from idebank.faults import EntryFaultsError
from idebank.progress import Silence, Stopwatch
from idebank.render import Slots, Templates
from idebank.settings import Settings
from idebank.views.records import Section


def try_site(bank: Bank, *, settings: Settings, icons: Callable[[str], str]) -> Answers:
    """Build a bank's site in a temporary folder and return what it answers at; raises what a build raises."""
    with TemporaryDirectory() as folder:
        host = Host(icons, _chrome, ())
        output, watch = Output(Path(folder)), Stopwatch(Silence())
        made = build_site(bank, host=host, settings=settings, output=output, watch=watch)
    if made.aside:
        raise EntryFaultsError(made.aside)
    return answers_of(bank, planned_site(bank, settings=settings), prose=())


def _chrome(_language: str, _section: Section, _templates: Templates, slots: Slots) -> str:
    return f"<title>{slots.title}</title>{slots.content}"
