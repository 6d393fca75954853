"""Composition: from a bank's folder to a finished site in a staging folder."""

from idebank.build.bank import Bank, Parts, load_bank, load_parts
from idebank.build.host import Host, Prose
from idebank.build.site import build_site

__all__ = ["Bank", "Host", "Parts", "Prose", "build_site", "load_bank", "load_parts"]
