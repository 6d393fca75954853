"""The answer in an issue, as Markdown: what was understood, what is missing, and what happens next."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from idebank.contribute.escaping import code, quoted, sentence
from idebank.contribute.payload import FORMS, Reason, is_from_form
from idebank.contribute.reading import Reading, Status
from idebank.contribute.rows import Row, TitleOf, label_of, rows_of
from idebank.contribute.shelf import Known
from idebank.contribute.web import Web
from idebank.diagnostics import Diagnostic, Severity
from idebank.report import Words
from idebank.report.excerpt import excerpt
from idebank.rules.personal import private_emails
from idebank.wording import Wording

MARKER: Final = "<!-- idebank:svar -->"
"""First line of the one comment that is edited in place; nobody sees it."""

_MAX_COMMENT: Final = 60_000
"""Bytes of a comment: GitHub takes 65,536 letters, and a variable of a job's environment 131,072 bytes."""
_MAX_LINES: Final = 8
"""Lines of one field that are shown."""
_MAX_TABLE: Final = 24_000
"""Letters of the table."""
_MAX_WRONG: Final = 12
_MAX_ADVICE: Final = 5
_MAX_FILES: Final = 10
_MAX_HEADINGS: Final = 8
_HEADING: Final = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Answer:
    """Puts an answer into words, in the language of what was sent."""

    wording: Wording
    words: Words
    """Of the check: the same words as everywhere."""
    web: Web
    title_of: TitleOf
    issue: int
    is_short: bool = False
    """Whether only what is most needed is told."""

    def comment(self, reading: Reading) -> str:
        """Return the answer to what was read."""
        duplicate = reading.refusal is not None and reading.refusal.reason is Reason.DUPLICATE
        return self._joined(Reason.DUPLICATE if duplicate else reading.status, self._parts(reading))

    def approved(self, reading: Reading, *, branch: str, compare: str) -> str:
        """Return the answer when the file has been put on a branch; an editor goes on from `compare`."""
        told = self.t("editors.compare", branch=code(branch), address=compare)
        parts = (self.t("next.approved"), self._section("editors", told, *self._file_places(reading)))
        return self._joined("approved", parts)

    def not_approved(self, reading: Reading) -> str:
        """Return the answer when an editor approved what cannot be written."""
        why = self.t("editors.nothing-to-write") if reading.status is Status.READY else ""
        return self._joined("not-approved", (why, *self._parts(reading)))

    def not_put(self, why: str) -> str:
        """Return the answer when the file of an approved issue could not be put on a branch."""
        return self._joined(
            "not-put", (self.t(f"next.{why}"), self._section("editors", self.t("editors.again")))
        )

    def t(self, key: str, **params: object) -> str:
        """Return one of our texts."""
        return self.wording.t(key, **params)

    def _joined(self, heading: str, parts: Iterable[str]) -> str:
        whole = (MARKER, f"### {self.t(f'heading.{heading}')}", *parts)
        return "\n\n".join(part for part in whole if part) + "\n"

    def _section(self, name: str, *parts: str) -> str:
        text = "\n\n".join(part for part in parts if part)
        return f"#### {self.t(f'{name}.heading')}\n\n{text}" if text else ""

    def _parts(self, reading: Reading) -> Iterator[str]:
        yield self._table(reading)
        if reading.refusal:
            yield self._refused(reading)
        yield self._section("wrong", self._unknown_entry(reading), *self._told(reading, Severity.ERROR))
        if reading.status is not Status.READY:
            yield self._section("fix", *self._ways_to_fix(reading))
        else:
            yield from self._when_whole(reading)

    def _when_whole(self, reading: Reading) -> Iterator[str]:
        if reading.entry and reading.entry.files:
            files = ", ".join(map(code, reading.entry.files[:_MAX_FILES]))
            yield self._section("files", self.t("files.text", files=files))
        advice = "\n".join(self._told(reading, Severity.ADVICE))
        yield f"#### {self.t('wrong.advice')}\n\n{advice}" if advice else ""
        if reading.entry and reading.entry.hints:
            alike = "\n".join(f"- {self._link(known)}" for known in reading.entry.hints)
            yield self._section("alike", alike, self.t("alike.text"))
        changed = reading.value.get("still") is False
        yield self._section("next", self.t(f"next.{reading.form}{'-changed' if changed else ''}"))
        yield self._section("editors", self._for_editors(reading))

    def _table(self, reading: Reading) -> str:
        """Return what was understood as a table; of HTML, since a field may have several lines."""
        if self.is_short or not reading.schema or not reading.value:
            return ""
        rows = list(
            rows_of(reading.value, schema=reading.schema, wording=self.wording, title_of=self.title_of)
        )
        rows += self._story(reading)
        lines: list[str] = []
        length = 0
        for row in rows:
            cell = "<br>".join(quoted(discreet(line)) for line in row.lines[:_MAX_LINES])
            more = "<br>…" if len(row.lines) > _MAX_LINES else ""
            line = f'<tr><th align="left">{quoted(row.name)}</th><td>{cell}{more}</td></tr>'
            length += len(line)
            if length > _MAX_TABLE:
                rest = self.wording.tn("more-fields", len(rows) - len(lines))
                lines.append(f'<tr><td colspan="2">{rest}</td></tr>')
                break
            lines.append(line)
        return "\n".join(("<table>", *lines, "</table>"))

    def _story(self, reading: Reading) -> list[Row]:
        body = reading.entry.body if reading.entry else ""
        if not body.strip():
            return []
        words = self.wording.tn("story.words", len(body.split()))
        headings = [found[1].rstrip("# \t") for found in islice(_HEADING.finditer(body), _MAX_HEADINGS)]
        names = ", ".join(f"«{heading}»" for heading in headings)
        text = self.t("story.under", words=words, headings=names) if headings else words
        return [Row(self.t("story.name"), (text,))]

    def _refused(self, reading: Reading) -> str:
        refusal = reading.refusal
        if not refusal:
            return ""
        if refusal.reason is Reason.DUPLICATE and reading.entry and reading.entry.same:
            same = reading.entry.same
            about = f"{reading.form}/{same.told.slug}"
            address = self.web.form("correction", reading.language, om=about)
            help_ = self.t("refused.duplicate-help", address=address)
            return f"{self.t('refused.duplicate', entry=self._link(same))}\n\n{help_}"
        params = {name: code(value) for name, value in refusal.params.items()}
        return self.t(f"refused.{refusal.reason}", line=refusal.line, **params)

    def _told(self, reading: Reading, severity: Severity) -> Iterator[str]:
        """Yield a line for each thing the check found, then how many are left out."""
        found = [diagnostic for diagnostic in reading.diagnostics if diagnostic.severity is severity]
        limit = _MAX_WRONG if severity is Severity.ERROR and not self.is_short else _MAX_ADVICE
        shown = [diagnostic for diagnostic in found if not diagnostic.further][:limit]
        told = [self._item(diagnostic, reading) for diagnostic in shown]
        more = sum(diagnostic.count for diagnostic in found) - len(shown)
        if told:
            yield "\n".join(told)
        if severity is Severity.ERROR and more:
            yield self.wording.tn("wrong.more", more)
        if severity is Severity.ERROR and reading.is_private:
            yield self.t("wrong.private")

    def _item(self, diagnostic: Diagnostic, reading: Reading) -> str:
        name = ""
        if diagnostic.keys and reading.schema:
            label = label_of(str(diagnostic.keys[0]), reading.schema, self.wording.language)
            name = f"**{quoted(label)}:** "
        # Who wrote the block by hand sees a file; who filled in a form has never seen one.
        words = replace(self.words, in_form=is_from_form(reading.text))
        message = sentence(discreet(words.message(diagnostic)))
        message = f"{message} {sentence(words.help(diagnostic))}"
        shown = excerpt(diagnostic, reading.text.split("\n"))
        written = code(discreet(shown[0])) if shown else ""
        line = f"<br>{self.t('wrong.written', line=written)}" if written else ""
        page = self.web.rule(diagnostic.rule, self.wording.language)
        why = f" [{self.t('wrong.why')}]({page})" if page else ""
        return f"- {name}{message.strip()}{why}{line}"

    def _unknown_entry(self, reading: Reading) -> str:
        name = reading.value.get("entry")
        if not reading.note or reading.note.path or not isinstance(name, str):
            return ""
        told = self.t("wrong.unknown-entry", entry=code(name))
        near = ", ".join(f"[{code(path)}]({self.web.entry(path)})" for path in reading.note.near)
        return f"{told} {self.t('wrong.near', near=near)}" if near else told

    def _ways_to_fix(self, reading: Reading) -> Iterator[str]:
        refusal = reading.refusal
        if refusal and refusal.reason is Reason.DUPLICATE:
            return
        text = "" if reading.is_private or self.is_short else reading.draft
        draft = self.web.draft(reading.form, reading.language, text=text, issue=self.issue) if text else ""
        form = self.t("fix.form", address=self.web.form(reading.form or FORMS[0], reading.language))
        yield f"- {self.t('fix.draft', address=draft) if draft else form}\n- {self.t('fix.edit')}"
        yield self.t("fix.again")

    def _for_editors(self, reading: Reading) -> str:
        if reading.entry:
            return self.t("editors.file", path=code(reading.path))
        if reading.content:
            return self.t("editors.confirm", path=code(reading.path))
        entry = f"[{code(reading.path)}]({self.web.entry(reading.path)})"
        return self.t("editors.by-hand", entry=entry, address=self.web.edit(reading.path))

    def _file_places(self, reading: Reading) -> Iterator[str]:
        if reading.entry and reading.entry.files:
            yield self.t("editors.files", folder=code(f"{reading.path.removesuffix('.md')}/"))

    def _link(self, known: Known) -> str:
        return f"[{quoted(known.told.title)}]({self.web.entry(known.path)})"


def fitting(answer: Answer, tell: Callable[[Answer], str]) -> str:
    """Return what `tell` makes of an answer; when that would be too long, what it makes of a short one."""
    text = tell(answer)
    return text if len(text.encode()) <= _MAX_COMMENT else tell(replace(answer, is_short=True))


def discreet(text: str) -> str:
    """Return `text` with private mailboxes hidden: our answer is not to keep them when they are gone."""
    parts: list[str] = []
    at = 0
    for start, name, domain in private_emails(text):
        if start >= at:
            parts.append(f"{text[at:start]}{name[0]}•••@{domain}")
            at = start + len(f"{name}@{domain}")
    return "".join((*parts, text[at:]))
