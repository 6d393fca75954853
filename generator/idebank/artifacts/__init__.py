"""Output files, and how a new site takes the old one's place: nothing else writes what is published."""

from idebank.artifacts.output import AddressTakenError, IncompleteOutputError, Output
from idebank.artifacts.staging import OutputBusyError, Staging
from idebank.artifacts.target import MARK, Grounds, Reason, Target, TargetRefusedError

__all__ = [
    "MARK",
    "AddressTakenError",
    "Grounds",
    "IncompleteOutputError",
    "Output",
    "OutputBusyError",
    "Reason",
    "Staging",
    "Target",
    "TargetRefusedError",
]
