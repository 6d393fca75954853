"""How much one entry may hold, and how much is said about it: what gives the work on any entry an end.

Each limit is several times what any entry of the bank has needed: beside it stands the most that was seen
there and in its sources. The check names what is over a limit; a field of the schema may have a closer one.
"""

from typing import Final

ENTRY_BYTES: Final = 200_000
"""Of a file; 5,000."""
LINE: Final = 10_000
"""Letters of a line; 480. A paragraph may be a line."""
WORD: Final = 400
"""Letters, digits and hyphens in a run; 120, in an address."""
VALUES: Final = 2_000
"""Fields and items of lists above the text; 190, but a network may name every municipality."""
DEPTH: Final = 6
"""Lists and fields inside each other; 4."""
TEXT: Final = 2_000
"""Letters of a field; 480, of an address."""
LIST: Final = 400
"""Items of a list; 11, but a network may name every municipality."""
BODY: Final = 40_000
"""Letters of the text; 1,200."""
CELLS: Final = 2_000
"""Cells of the tables in the text; 12."""

REPAIRS: Final = 20
"""Broken lines that are explained; each costs one more reading of the file."""
TOLD_OF_A_RULE: Final = 20
"""Diagnostics of one rule in one file that are told; of the rest, only how many there are."""
TOLD: Final = 200
"""Diagnostics of one file that are told."""
COMPARED: Final = 200
"""Unknown names of entries for which like ones are looked for in the whole bank."""
CIRCLE: Final = 50
"""Entries that are looked at for the way round a circle."""
QUOTED: Final = 1_000
"""Letters of what a message quotes."""
