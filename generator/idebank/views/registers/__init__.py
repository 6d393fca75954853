"""What a profile's initiatives have in common, as tables: what was needed, and what was gained."""

from idebank.views.registers.gains import Gain, gains_of, gains_question, sums_of
from idebank.views.registers.pages import RegisterPages, register_links
from idebank.views.registers.records import GainsView, RegisterView

__all__ = [
    "Gain",
    "GainsView",
    "RegisterPages",
    "RegisterView",
    "gains_of",
    "gains_question",
    "register_links",
    "sums_of",
]
