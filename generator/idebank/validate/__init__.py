"""Entries checked: initiatives out, and everything there is to say about their files."""

from idebank.validate.bank import Checked, check_bank
from idebank.validate.entries import check_entry

__all__ = ["Checked", "check_bank", "check_entry"]
