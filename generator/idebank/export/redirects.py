"""Pages that stand where an entry used to be and lead on to it."""

from html import escape

from idebank.wording import Wording


def redirect_page(title: str, *, to: str, wording: Wording) -> bytes:
    """Return a page that sends everyone on to `to`, an absolute address; search engines move with it."""
    address, name = escape(to), escape(title)
    return (
        f'<!doctype html>\n<html lang="{wording.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{name}</title>\n"
        f'<meta name="viewport" content="width=device-width">\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{address}">\n'
        f'<meta http-equiv="refresh" content="0; url={address}">\n</head>\n'
        f"<body>\n<main>\n<h1>{name}</h1>\n"
        f'<p>{escape(wording.t("redirect.moved"))} <a href="{address}">{address}</a></p>\n'
        f"</main>\n</body>\n</html>\n"
    ).encode()
