"""The day it is: asked for by the hosts alone, and handed on from there."""

import os
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def today() -> str:
    """Return the day in Norway: what the reproducible-builds convention says, else the clock; ISO."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.astimezone(ZoneInfo("Europe/Oslo")).date().isoformat()
