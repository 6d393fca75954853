"""Events: what is to come, what has been, and what was shown there."""

from idebank.views.events.order import event_line, is_over, next_event, series_in_use, sorted_events
from idebank.views.events.pages import EventPages
from idebank.views.events.recording import jump
from idebank.views.events.records import EventsView, EventView, ProgrammeRow, RecordingView, SinceView
from idebank.views.events.since import last_day, since_view

__all__ = [
    "EventPages",
    "EventView",
    "EventsView",
    "ProgrammeRow",
    "RecordingView",
    "SinceView",
    "event_line",
    "is_over",
    "jump",
    "last_day",
    "next_event",
    "series_in_use",
    "since_view",
    "sorted_events",
]
