"""The command `idebank`."""

import gc
from importlib import import_module
from keyword import iskeyword
from typing import Final

import click

from idebank import __version__

_COMMANDS: Final = {
    "addresses": "idebank.cli.addresses",
    "build": "idebank.cli.build",
    "check": "idebank.cli.check",
    "draft-from-event": "idebank.cli.draft",
    "explain": "idebank.cli.explain",
    "export": "idebank.cli.sheets",
    "import": "idebank.cli.sheets",
    "new": "idebank.cli.new",
    "intake": "idebank.cli.intake",
    "links": "idebank.cli.links",
    "preview": "idebank.cli.preview",
    "review": "idebank.cli.review",
    "waiting": "idebank.cli.waiting",
}
"""Where each subcommand lives; imported when asked for, so that `check` does not wait for MkDocs."""


class _Lazy(click.Group):
    """A group that knows its commands by name and imports one only to run or describe it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command, imported now, or None for an unknown name."""
        module = _COMMANDS.get(cmd_name)
        if not module:
            return None
        # Imports make much and throw nothing away: looking for garbage meanwhile only takes time.
        gc.disable()
        try:
            name = cmd_name.replace("-", "_")
            name = f"{name}_" if iskeyword(name) else name
            command: click.Command = getattr(import_module(module), name)
        finally:
            gc.enable()
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="idebank")
def main() -> None:
    """Check and build a bank of sustainability initiatives."""
