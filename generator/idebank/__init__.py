"""idebank: a folder of Markdown entries in, a checked and searchable static site out."""

__version__ = "0.4.0"
