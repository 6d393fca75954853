"""Routes: what has an address, and where it lives; addresses are made and read here and nowhere else."""

from idebank.routes.making import page_of_list, prefix, route, with_query
from idebank.routes.reading import Located, by_language, located
from idebank.routes.table import PAGES, TABLE, Role, Route

__all__ = [
    "PAGES",
    "TABLE",
    "Located",
    "Role",
    "Route",
    "by_language",
    "located",
    "page_of_list",
    "prefix",
    "route",
    "with_query",
]
