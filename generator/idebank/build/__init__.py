"""Composition: from a bank's folder to a finished site in a staging folder."""

from idebank.build.bank import Bank, load_bank
from idebank.build.site import Chrome, Prose, Summary, build_site

__all__ = ["Bank", "Chrome", "Prose", "Summary", "build_site", "load_bank"]
