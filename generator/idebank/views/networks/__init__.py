"""Networks: who belongs to them, what they ask their members, and what is new among them."""

from idebank.views.networks.news import last_meeting, news_of, news_view
from idebank.views.networks.pages import NetworkPages, network_line
from idebank.views.networks.records import GuestRow, MeetingView, NetworkView, NewsView, RoundView

__all__ = [
    "GuestRow",
    "MeetingView",
    "NetworkPages",
    "NetworkView",
    "NewsView",
    "RoundView",
    "last_meeting",
    "network_line",
    "news_of",
    "news_view",
]
