"""GitHub's issue form: one box for what the web form has filled in, or for an entry written by hand."""

from collections.abc import Iterator
from typing import Any, Final

import yaml

from idebank.contribute.payload import write_payload
from idebank.contribute.surfaces.newfile import new_file
from idebank.contribute.surfaces.source import Source

_FOLDER: Final = ".github/ISSUE_TEMPLATE"
_LABELS: Final = ["innmelding", "ny"]
_ABOUT: Final = (
    "Kom du hit fra skjemaet på nettstedet, er alt fylt ut: trykk «Create» nederst.\n\n"
    "Ellers er det enklest å bruke skjemaet. Vil du heller skrive selv, fyller du ut feltene i ruten under. "
    "La linjene med bølgetegn stå.\n"
)


def issue_forms(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield the issue form and GitHub's settings for choosing one."""
    form = source.forms["initiative"]
    yield f"{_FOLDER}/innmelding.yml", _yaml(_innmelding(write_payload(form.id, new_file(form, source))))
    yield f"{_FOLDER}/config.yml", _yaml({"blank_issues_enabled": True})


def _innmelding(value: str) -> dict[str, Any]:
    return {
        "name": "Del et tiltak",
        "description": "Send inn det du har fylt ut i skjemaet på nettstedet, eller skriv det her.",
        "labels": _LABELS,
        "body": [
            {"type": "markdown", "attributes": {"value": _ABOUT}},
            {
                "type": "textarea",
                "id": "payload",
                "attributes": {
                    "label": "Bidraget",
                    "description": "Du trenger ikke endre noe her hvis du kom fra skjemaet.",
                    "value": value,
                },
                "validations": {"required": True},
            },
        ],
    }


def _yaml(value: object) -> bytes:
    head = "# Made by `make generate` from schema/; do not edit by hand.\n"
    return (head + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)).encode()
