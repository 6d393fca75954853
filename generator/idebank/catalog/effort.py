"""How much an entry takes: the one measure by which «easiest first» is sorted everywhere."""

from typing import Final

from idebank.model import Entry
from idebank.vocabulary import Vocabulary

UNKNOWN_EFFORT: Final = 9
"""Of an entry that tells neither time nor cost: it comes last."""
_MOST: Final = 8
_BANDS: Final = (("time_bands", "time_needed"), ("cost_bands", "cost"))


def effort(entry: Entry, vocabulary: Vocabulary) -> int:
    """Return 0 to 8 for how much time and money an entry takes, as far as it tells, or 9."""
    steps = [band_step(vocabulary, list_, getattr(entry, field, None)) for list_, field in _BANDS]
    known = [step for step in steps if step is not None]
    return round(_MOST * sum(known) / len(known)) if known else UNKNOWN_EFFORT


def band_step(vocabulary: Vocabulary, list_: str, value: str | None) -> float | None:
    """Return where a band stands in its list, from 0 for the least to 1 for the most; None when unknown."""
    bands = [id_ for id_ in vocabulary.terms[list_] if id_ != "unknown"]
    return bands.index(value) / (len(bands) - 1) if value in bands else None
