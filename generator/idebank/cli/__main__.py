"""Runs the command as `python -m idebank.cli`."""

from idebank.cli import main

main()
