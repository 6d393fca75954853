"""Entries checked: records out, and everything there is to say about their files."""

from typing import Final

from idebank import rules, schema, source
from idebank.diagnostics import Rule
from idebank.validate.bank import Checked, check_bank

ALL_RULES: Final[tuple[Rule, ...]] = (*source.RULES, *schema.RULES, *rules.RULES)
"""Every rule there is; each has its words in theme/messages/rules."""

__all__ = ["ALL_RULES", "Checked", "check_bank"]
