"""A diagnostic in words: its message, its help and its reason, in one language."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from idebank import limits
from idebank.diagnostics import Diagnostic, Severity
from idebank.kinds import KINDS
from idebank.rules.national_id import masked
from idebank.slugs import fold
from idebank.wording import Wording

# Control characters, line separators, direction controls, tags and halves of a character, which a file's name
# may have: what could garble a terminal or a log.
_GARBLING: Final = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


_ALL_OF_THEM: Final = frozenset({"successors", "wanted"})
"""Parameters whose values are all meant; of others, one is."""


def plain(text: str) -> str:
    """Return `text` harmless to print: nothing garbling, and no national identity number."""
    return masked(_GARBLING.sub("\ufffd", text))


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of the check in one language."""

    language: str
    messages: Mapping[str, str]
    in_form: bool = False
    """Whether the reader sees questions of a form, and neither a file nor the names of its fields."""

    def message(self, diagnostic: Diagnostic) -> str:
        """Return what is wrong, or how many more of the same there are."""
        if diagnostic.further:
            return self._counted("further", diagnostic.further)
        return self._part(diagnostic, "message")

    def help(self, diagnostic: Diagnostic) -> str:
        """Return what to do about it."""
        return self._part(diagnostic, "help")

    def why(self, diagnostic: Diagnostic) -> str:
        """Return why it matters; empty where that is plain."""
        return self._part(diagnostic, "why")

    def severity(self, severity: Severity) -> str:
        """Return the word for how serious a diagnostic is."""
        return self.messages[f"check.severity.{severity}"]

    def summary(self, diagnostics: Sequence[Diagnostic]) -> str:
        """Return one sentence on everything that was found."""
        errors = counted(diagnostics, Severity.ERROR)
        advice = counted(diagnostics, Severity.ADVICE)
        found = [
            self._counted(name, count) for name, count in (("errors", errors), ("advice", advice)) if count
        ]
        files = self._counted("files", len({diagnostic.path for diagnostic in diagnostics}))
        kind = "with-errors" if errors else "with-advice" if found else "clean"
        return self.messages[f"check.summary.{kind}"].format(found=self._joined(found, "and"), files=files)

    def read(self, counts: Mapping[str, int]) -> str:
        """Return one sentence on how many entries of each kind were read."""
        found = [self._counted(f"entries.{kind}", counts[kind]) for kind in KINDS if counts.get(kind)]
        if not found:
            return self.messages["check.read-nothing"]
        return self.messages["check.read"].format(entries=self._joined(found, "and"))

    def more(self, count: int) -> str:
        """Return the sentence that says how many diagnostics are left out."""
        return self._counted("more", count)

    def _counted(self, name: str, count: int) -> str:
        return Wording(self.language, self.messages).tn(f"check.{name}", count)

    def _part(self, diagnostic: Diagnostic, part: str) -> str:
        """Return a text of the rule: the variant for what is known in this case, else the usual one."""
        if diagnostic.further:
            return ""
        usual = f"rules.{diagnostic.rule}.{part}"
        params = self._params(diagnostic.params)
        texts = (
            self.messages[key]
            for own in (f"{usual}-in-form", usual)[0 if self.in_form else 1 :]
            for key in (*(f"{own}-with-{name}" for name in params), own)
            if key in self.messages
        )
        return next(texts, "").format_map(params)

    def _params(self, params: Mapping[str, str]) -> dict[str, str]:
        ready: dict[str, str] = {}
        for name, value in params.items():
            base, _, language = name.partition(".")
            if language in {"", self.language}:
                word = "and" if base in _ALL_OF_THEM else "or"
                ready[base] = self._joined([plain(_within_limit(line)) for line in value.split("\n")], word)
        if self.in_form and "corrected" in ready:
            ready["corrected"] = _bare(ready["corrected"])
        if "field" in ready:
            ready["name"] = self._name(ready["field"], ready.get("label", ready["field"]))
        return ready

    def _name(self, field: str, label: str) -> str:
        """Return what the reader knows a field by."""
        if self.in_form:
            return self.messages["check.in-form"].format(label=label)
        return f"`{field}`" if fold(label) == fold(field) else f"`{field}` ({_within(label)})"

    def _joined(self, parts: Sequence[str], word: str) -> str:
        """Return `a, b or c` with this language's word."""
        if len(parts) < 2:  # noqa: PLR2004 - one part needs no joining
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.messages[f'check.{word}']} {parts[-1]}"


def counted(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """Return how many things were found, those that are not told one by one included."""
    return sum(diagnostic.count for diagnostic in diagnostics if diagnostic.severity is severity)


def _within_limit(text: str) -> str:
    return text if len(text) <= limits.QUOTED else f"{text[: limits.QUOTED]}…"


def _bare(corrected: str) -> str:
    """Return a corrected line's value, as it is typed into a form: `municipality: "Bodø"` gives `Bodø`."""
    value = re.sub(r"^[a-z_]+: ", "", corrected)
    return re.sub(r"""^(["'])(.*)\1$""", r"\2", value)


def _within(label: str) -> str:
    """Return a label as it is written within a sentence: `tittel`, but `FNs bærekraftsmål`."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
