"""Pages that stand where an entry used to be and lead on to it."""

from html import escape

from idebank.wording import Wording


def redirect_page(title: str, *, slug: str, canonical: str, wording: Wording) -> bytes:
    """Return a page that sends everyone on to the entry `slug` of the same kind.

    The way there is relative, so that it holds wherever the site lies; search engines move to `canonical`.
    """
    way, name = escape(f"../{slug}/"), escape(title)
    moved = escape(wording.t("redirect.moved"))
    return (
        f'<!doctype html>\n<html lang="{wording.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'\">\n"
        f"<title>{name}</title>\n"
        f'<meta name="description" content="{moved} {name}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{escape(canonical)}">\n'
        f'<meta http-equiv="refresh" content="0; url={way}">\n</head>\n'
        f'<body>\n<main>\n<h1>{name}</h1>\n<p>{moved} <a href="{way}">{name}</a></p>\n</main>\n'
        f"</body>\n</html>\n"
    ).encode()
