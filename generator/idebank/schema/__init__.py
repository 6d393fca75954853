"""What an entry may say: the JSON Schema with its closed lists, and its verdicts in our own words."""

from idebank.schema.rules import RULES
from idebank.schema.schema import Schema, Schemas

__all__ = ["RULES", "Schema", "Schemas"]
