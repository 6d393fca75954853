"""A pull request to look over, quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idebank.build.answers import answers_of, planned_site
from idebank.cli import review as command
from tests.cli.pull_requests import PullRequest, commit_base, copy_bank

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idebank.build import Bank
    from idebank.export.answers import Answers
    from idebank.settings import Settings


@pytest.fixture
def only_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare the time of building the whole site: the trial plans it."""

    def plan(bank: Bank, *, settings: Settings, icons: Callable[[str], str]) -> Answers:
        assert icons("material/check")
        return answers_of(bank, planned_site(bank, settings=settings), prose=())

    monkeypatch.setattr(command, "try_site", plan)


@pytest.fixture
def request_(tmp_path: Path, only_planned: None) -> PullRequest:  # noqa: ARG001 - wanted for what it does
    """Return a pull request that changes nothing yet."""
    return commit_base(copy_bank(tmp_path))
