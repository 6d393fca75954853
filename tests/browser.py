"""Finds the Chromium that the browser tests drive, and installs one where there is none."""

from __future__ import annotations

import functools
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# A test browser has nothing to tell anyone; on a closed network each attempt ends as an error on the console.
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
MISSING = (
    "No Chromium for the browser tests: install Chromium or Chrome, "
    "or name one in the environment variable IDEBANK_CHROMIUM"
)


@functools.cache
def find_chromium() -> str | None:
    """Return the path of the browser named in IDEBANK_CHROMIUM, else one on PATH, else Playwright's own."""
    named = os.environ.get("IDEBANK_CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = (shutil.which(name) for name in NAMES)
    return next(filter(None, on_path), None) or _find_downloaded()


def launch_arguments() -> list[str]:
    """Return the arguments for Playwright's `launch`, which itself adds the headless mode."""
    return [*ARGUMENTS, *(["--no-sandbox"] if _is_root() else [])]


def _find_downloaded() -> str | None:
    # In a process of its own: Playwright's loop must not run twice in the process of the tests.
    answer = subprocess.run(
        [sys.executable, "-c", ASK_PLAYWRIGHT], check=False, capture_output=True, encoding="utf-8"
    )
    path = Path(answer.stdout.strip())
    return str(path) if path.is_file() else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _is_debian() -> bool:
    try:
        return platform.freedesktop_os_release()["ID"] == "debian"
    except OSError:
        return False


def _install() -> None:
    if _is_debian() and _is_root():
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "-qq", "update"], check=True, env=quiet)
        subprocess.run(
            ["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"],
            check=True,
            env=quiet,
            stdout=subprocess.DEVNULL,
        )
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main() -> int:
    """Make sure that there is a browser; say so when one has to be installed."""
    if find_chromium() is None and not os.environ.get("IDEBANK_CHROMIUM"):
        sys.stdout.write("Installing Chromium for the browser tests …\n")
        sys.stdout.flush()
        try:
            _install()
        except subprocess.CalledProcessError as error:
            sys.stderr.write(f"The installation failed (exit code {error.returncode})\n")
        find_chromium.cache_clear()
    if find_chromium() is None:
        sys.stderr.write(MISSING + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
