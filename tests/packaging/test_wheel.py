"""The built package works away from the checkout."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.packaging.lockfiles import ROOT, read_lock

BANK = ROOT / "tests" / "fixtures" / "bank"


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        command, check=False, cwd=cwd, env=environment, capture_output=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def _pack(source: Path, target: str, *, into: Path) -> Path:
    _run(sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", into, cwd=source)
    [packed] = into.iterdir()
    return packed


def _link_dependencies(folder: Path) -> None:
    """Fill `folder` with links to the installed packages of site.txt and to no others.

    Thereby nothing is fetched or installed twice, and a package that only the tests have is not there.
    """
    lock = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    for pin in read_lock(lock):
        if not pin.applies_here:
            continue
        package = importlib.metadata.distribution(pin.name)
        tops = {file.parts[0] for file in package.files or []} - {"..", "__pycache__"}
        for top in tops:
            (folder / top).symlink_to(Path(str(package.locate_file(top))))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel that is built from the checkout."""
    return _pack(ROOT, "wheel", into=tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of an environment that holds the wheel and the locked dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--quiet",
        "--disable-pip-version-check",
        "--python",
        folder,
    ]
    _run(*pip, "install", "--no-index", "--no-deps", wheel, cwd=folder)
    dependencies = folder / "dependencies"
    dependencies.mkdir()
    _link_dependencies(dependencies)
    [packages] = folder.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    return folder / "bin"


def test_wheel_holds_every_module(wheel: Path) -> None:
    """No folder of the package has a name that .gitignore, and with it the wheel, leaves out."""
    sources = {
        str(path.relative_to(ROOT / "generator")) for path in (ROOT / "generator" / "idebank").rglob("*.py")
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py")}

    assert packed == sources


def test_theme_and_schema_come_from_the_wheel(commands: Path, tmp_path: Path) -> None:
    """The installed package looks nowhere else for them, and they are all there."""
    code = "from idebank.resources import *; print(schema_folder(), theme_folder(), sep='\\n')"
    schema, theme = (Path(line) for line in _run(commands / "python", "-c", code, cwd=tmp_path).splitlines())

    assert (schema.name, theme.name) == ("_schema", "_theme")
    for installed, source in ((schema, ROOT / "schema"), (theme, ROOT / "theme")):
        assert installed.is_relative_to(commands.parent)
        assert _names(installed) == _names(source)


def _names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_installed_command_builds_a_bank(commands: Path, tmp_path: Path) -> None:
    """Each entry of a small bank far from the checkout gets its page."""
    bank = tmp_path / "bank"
    shutil.copytree(BANK, bank)
    _run(commands / "idebank", "build", cwd=bank)
    entries = {path.stem for path in bank.glob("content/initiatives/*/*.md")}
    pages = {path.parent.name for path in bank.glob("site/tiltak/*/index.html")}

    assert entries
    assert entries <= pages


def test_source_distribution_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """Whoever packages from the source distribution misses no file."""
    with tarfile.open(_pack(ROOT, "sdist", into=tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path, filter="data")
    [source] = tmp_path.glob("idebank-*")
    again = _pack(source, "wheel", into=tmp_path / "wheel")

    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()
