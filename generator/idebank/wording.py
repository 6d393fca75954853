"""Words, numbers and dates as a reader of one language writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
EN_DASH: Final = "–"


@dataclass(frozen=True, slots=True)
class Wording:
    """The interface's messages in one language, and how that language writes numbers and dates."""

    language: str
    messages: Mapping[str, str]

    def t(self, key: str, **params: object) -> str:
        """Return the message called `key` with `{name}` filled in; raises KeyError for an unknown key."""
        message = self.messages[key]
        return message.format(**params) if params else message

    def tn(self, key: str, count: int, **params: object) -> str:
        """Return `key.one` or `key.other` with `{count}` filled in."""
        form = "one" if count == 1 else "other"
        return self.t(f"{key}.{form}", count=self.number(count), **params)

    def number(self, value: int) -> str:
        """Return a whole number with groups of three: `350 000`, in English `350,000`."""
        grouped = f"{value:,}"
        return grouped if self.language == "en" else grouped.replace(",", NO_BREAK_SPACE)

    def decimal(self, value: Decimal) -> str:
        """Return a number with as many decimals as it has: `1 250,5`, in English `1,250.5`."""
        whole, _, decimals = f"{value:f}".partition(".")
        mark = "." if self.language == "en" else ","
        return f"{self.number(int(whole))}{mark}{decimals}" if decimals else self.number(int(whole))

    def kroner(self, value: int) -> str:
        """Return an amount of Norwegian kroner."""
        return (
            f"NOK {self.number(value)}"
            if self.language == "en"
            else f"{self.number(value)}{NO_BREAK_SPACE}kr"
        )

    def date(self, iso: str) -> str:
        """Write out `2026-11-22`, `2026-11` or `2026`; an empty text stays empty."""
        year, _, rest = iso.partition("-")
        month, _, day = rest.partition("-")
        if not month:
            return year
        name = self.messages[f"month.{int(month)}"]
        if not day:
            return f"{name} {year}"
        return f"{int(day)} {name} {year}" if self.language == "en" else f"{int(day)}. {name} {year}"

    def period(self, start: str | None, end: str | None) -> str:
        """Write out a stretch of time of which either end may be unknown."""
        if start and end:
            return self.date(start) if start == end else self._span(start, end)
        if start:
            return self.t("period.from", date=self.date(start))
        return self.t("period.until", date=self.date(end)) if end else ""

    def _span(self, start: str, end: str) -> str:
        years_only = len(start) == len(end) == len("2024")
        dash = EN_DASH if years_only else f" {EN_DASH} "
        return f"{self.date(start)}{dash}{self.date(end)}"
