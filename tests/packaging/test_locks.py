"""The lock files hold what pyproject.toml asks for, and nothing that ties them to a place."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.lockfiles import LOCKS, ROOT, read_lock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packaging.lockfiles import Pin

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME: list[str] = PYPROJECT["project"]["dependencies"]
# What `make lock` puts into each file: the runtime dependencies or not, and a group or none.
ASKED = {
    "bench": (False, "bench"),
    "build": (False, "build"),
    "dev": (True, "dev"),
    "node": (False, "node"),
    "site": (True, None),
    "test": (True, "test"),
}
each_lock = pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)


def _pins(lock: Path) -> list[Pin]:
    return list(read_lock(lock.read_text(encoding="utf-8")))


def _group(name: str) -> list[str]:
    members: list[str | dict[str, str]] = PYPROJECT["dependency-groups"][name]
    flat: list[str] = []
    for member in members:
        flat.extend([member] if isinstance(member, str) else _group(member["include-group"]))
    return flat


def test_there_is_a_lock_for_each_purpose() -> None:
    """The tests below mean nothing without files."""
    assert [lock.stem for lock in LOCKS] == sorted(ASKED)


@each_lock
def test_lock_names_no_place(lock: Path) -> None:
    """The registry is the reader's own choice: no address, no index, no path of a machine."""
    places = re.findall(
        r"\w+://\S*|^-.*|\S*@\s*file\S*|\s/\S+", lock.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert places == []


@each_lock
def test_every_pin_is_exact_and_hashed(lock: Path) -> None:
    """One version, and at least one SHA-256 by which pip knows the file."""
    loose = [
        pin.name
        for pin in _pins(lock)
        if not pin.version
        or not pin.hashes
        or any(not re.fullmatch("sha256:[0-9a-f]{64}", h) for h in pin.hashes)
    ]

    assert loose == []


@each_lock
def test_lock_holds_what_is_asked_for(lock: Path) -> None:
    """A dependency added to pyproject.toml without `make lock` is noticed."""
    runtime, group = ASKED[lock.stem]
    asked = [Requirement(text) for text in [*(RUNTIME if runtime else []), *(_group(group) if group else [])]]
    locked = {pin.name: pin.version for pin in _pins(lock)}
    missing = [
        str(requirement)
        for requirement in asked
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"))
    ]

    assert missing == []


@each_lock
def test_locks_agree(lock: Path) -> None:
    """All locks fit into one environment; only the benchmark's and Node's have more than dev.txt."""
    dev = {pin.name: pin.version for pin in _pins(ROOT / "requirements" / "dev.txt")}
    is_part = lock.stem not in {"bench", "node"}
    others = {pin.name: pin.version for pin in _pins(lock) if is_part or pin.name in dev}

    assert others.items() <= dev.items()


def test_the_lock_of_the_scripts_names_no_place() -> None:
    """What checks the scripts is locked by version and hash; the registry is the reader's own choice, too."""
    folder = ROOT / "generator" / "tools" / "js"
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = {name.removeprefix("node_modules/"): own for name, own in lock["packages"].items() if name}

    assert [name for name, own in packages.items() if "resolved" in own or "integrity" not in own] == []
    assert {name: packages[name]["version"] for name in asked} == asked
