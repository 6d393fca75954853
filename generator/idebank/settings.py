"""What a bank decides about itself, as the core sees it: no host's configuration in here."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Settings:
    """One bank's settings."""

    root: Path
    """The bank's folder, with `content/` in it."""
    schema: Path
    """The folder with the JSON Schemas and the vocabularies."""
    theme: Path
    """The folder with the templates, styles, scripts and messages."""
    name: str
    """The site's name."""
    url: str
    """Absolute address the site is published at, ending with `/`; empty when not known."""
    repository_url: str = ""
    """Web address of the repository, without a trailing `/`; empty when there is none."""
    repository_branch: str = "main"
    contact_email: str = ""
    """Mailbox for contributions and corrections; empty when there is none."""
    demonstration: bool = False
    """Whether every page says that the site is a demonstration."""
    allow_empty: bool = False
    """Whether a bank without entries is built, too: a new one is, and one whose entries are gone is not."""
    search: bool = True
    """Whether the search index is built."""
    preview: bool = False
    """Whether pages are shown by a host that adds a script of its own to reload them."""
    today: str = ""
    """ISO date of the build, for what depends on it, such as which events are to come; part of the input."""
    workers: int = 1
    """How many processes may be used."""

    @property
    def path(self) -> str:
        """Return the path the site is published under, starting and ending with `/`."""
        path = urlsplit(self.url).path.strip("/")
        return f"/{path}/" if path else "/"
