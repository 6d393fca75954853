"""Ways into the bank for those who would not write a file from scratch."""

from idebank.contribute.drafts import Draft, drafts_from_event

__all__ = ["Draft", "drafts_from_event"]
