"""The MkDocs plug-in: MkDocs renders the prose pages and the chrome, and the core makes everything else."""

from idebank.plugin.events import IdebankPlugin

__all__ = ["IdebankPlugin"]
