"""Pages that stand where something used to be: one that leads on, and one that says it is no more."""

from html import escape

from idebank.wording import Wording


def redirect_page(title: str, *, way: str, canonical: str, wording: Wording) -> bytes:
    """Return a page that sends everyone on to what is called `title`.

    The `way` there is relative, so that it holds wherever the site lies; search engines move to `canonical`.
    """
    name, to, moved = escape(title), escape(way), escape(wording.t("redirect.moved"))
    head = (
        f'<link rel="canonical" href="{escape(canonical)}">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n'
    )
    return _page(
        name, f'{moved} <a href="{to}">{name}</a>', about=f"{moved} {name}", head=head, wording=wording
    )


def gone_page(*, front: str, wording: Wording) -> bytes:
    """Return a page that says that what was here is no more; `front` is the way to the front page."""
    name, text = escape(wording.t("redirect.gone")), escape(wording.t("redirect.gone.text"))
    link = f'<a href="{escape(front)}">{escape(wording.t("nav.front"))}</a>'
    return _page(name, f"{text} {link}", about=text, head="", wording=wording)


def _page(name: str, text: str, *, about: str, head: str, wording: Wording) -> bytes:
    return (
        f'<!doctype html>\n<html lang="{wording.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'\">\n"
        f"<title>{name}</title>\n"
        f'<meta name="description" content="{about}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n{head}</head>\n'
        f"<body>\n<main>\n<h1>{name}</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n"
    ).encode()
