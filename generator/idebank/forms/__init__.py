"""Forms: which questions they ask, and what a browser needs to check the answers."""

from idebank.forms.checkdata import check_data, place_data
from idebank.forms.loading import BrokenFormError, load_forms
from idebank.forms.records import Control, Form, FormQuestion, FormSection

__all__ = [
    "BrokenFormError",
    "Control",
    "Form",
    "FormQuestion",
    "FormSection",
    "check_data",
    "load_forms",
    "place_data",
]
