"""Where in the film of an event a point of its programme begins."""

from typing import Final

from idebank.model import Event, ProgrammeItem

_TIMED_HOSTS: Final = {
    "youtube.com": "t",
    "www.youtube.com": "t",
    "m.youtube.com": "t",
    "youtu.be": "t",
    "vimeo.com": "#t",
}
"""Hosts of films whose addresses can name a second, and how."""


def jump(event: Event, item: ProgrammeItem) -> str:
    """Return the address of the second where a point of the programme begins, where the host takes one."""
    if not event.recording or not item.start:
        return ""
    url = event.recording.url.partition("#")[0]
    host = url.partition("//")[2].partition("/")[0].lower()
    hours, minutes, seconds = map(int, item.start.split(":"))
    second = f"{hours * 3600 + minutes * 60 + seconds}s"
    match _TIMED_HOSTS.get(host):
        case "t":
            return f"{url}{'&' if '?' in url else '?'}t={second}"
        case "#t":
            return f"{url}#t={second}"
        case _:
            return ""
