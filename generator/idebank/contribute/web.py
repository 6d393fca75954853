"""The addresses that an answer leads to: the site's forms and pages, and the repository's."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

from idebank.contribute.payload import FORMS
from idebank.kinds import KINDS, kind_of_file
from idebank.routes import route
from idebank.rules.links import slug_of
from idebank.views import addresses

MAX_ADDRESS: Final = 20_000
"""Longest address that carries a draft; what is longer stays in the issue, where it is."""


@dataclass(frozen=True, slots=True)
class Web:
    """Where the site and the repository are."""

    site: str
    """Absolute address of the site, ending with `/`; empty when it is not known."""
    repository: str
    """Web address of the repository, without a trailing `/`."""
    branch: str

    def form(self, form: str, language: str, **answers: str) -> str:
        """Return the address of a form, with some questions answered; the issue form's without a site."""
        if not self.site:
            return f"{self.repository}/issues/new?template=innmelding.yml"
        return f"{self.site}{addresses.form(form, language, **answers)}"

    def draft(self, form: str, language: str, *, text: str, issue: int) -> str:
        """Return the address of a form with a draft in it; empty when that is not possible."""
        if not self.site or form not in FORMS:
            return ""
        draft = json.dumps({"form": form, "text": text}, ensure_ascii=False, separators=(",", ":"))
        packed = urlsafe_b64encode(draft.encode("utf-8", "replace")).decode().rstrip("=")
        address = f"{self.form(form, language)}#utkast={packed}&innmelding={issue}"
        return address if len(address) <= MAX_ADDRESS else ""

    def entry(self, path: str) -> str:
        """Return the address of an entry's page; that of its file when the site is not known."""
        if not self.site:
            return f"{self.repository}/blob/{self.branch}/{quote(path)}"
        return f"{self.site}{route(kind_of_file(path).name, slug=slug_of(path))}"

    def rule(self, id_: str, language: str) -> str:
        """Return the address of the page that explains a rule; empty when the site is not known."""
        return f"{self.site}{route('rule', language, rule=id_)}" if self.site else ""

    def edit(self, path: str) -> str:
        """Return the address where an editor changes an entry's file."""
        return f"{self.repository}/edit/{self.branch}/{quote(path)}"

    def compare(self, branch: str, *, title: str, body: str) -> str:
        """Return the address where a person opens a pull request from a branch."""
        query = urlencode({"quick_pull": "1", "title": title, "body": body})
        return f"{self.repository}/compare/{self.branch}...{quote(branch)}?{query}"


def named_entry(name: str) -> tuple[str, str]:
    """Return kind and slug of an entry called `<kind>/<slug>`; two empty texts when it is not called so."""
    kind, _, slug = name.strip().strip("/").partition("/")
    return (kind, slug) if kind in KINDS and slug and "/" not in slug else ("", "")
