"""Picture files: what they are by their content, how big, and whole."""

from collections.abc import Iterator
from typing import Final

from idebank.diagnostics import Rule

BROKEN_PICTURE: Final = Rule("broken-picture")
PICTURE_TOO_LARGE: Final = Rule("picture-too-large")
PICTURE_TOO_MANY_PIXELS: Final = Rule("picture-too-many-pixels")
PICTURE_UNLIKE_NAME: Final = Rule("picture-unlike-name")

RULES: Final = (BROKEN_PICTURE, PICTURE_TOO_LARGE, PICTURE_TOO_MANY_PIXELS, PICTURE_UNLIKE_NAME)

MAX_PICTURE_BYTES: Final = 10_000_000

_ENDINGS: Final = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",)}


def picture_findings(name: str, raw: bytes) -> Iterator[tuple[Rule, dict[str, str]]]:
    """Yield what is wrong with a picture file's content."""
    # Pillow takes a tenth of the whole check of one file to import, and most checks meet no picture.
    from idebank import pictures  # noqa: PLC0415

    try:
        kind = pictures.check_whole(raw)
    except pictures.TooManyPixelsError as error:
        size = {"size": str(error)} if str(error) else {}
        limits = {"side": str(pictures.MAX_SIDE), "megapixels": str(pictures.MAX_PIXELS // 1_000_000)}
        yield PICTURE_TOO_MANY_PIXELS, {**size, **limits}
        return
    except pictures.BrokenPictureError:
        yield BROKEN_PICTURE, {}
        return
    if not name.lower().endswith(_ENDINGS[kind]):
        yield (
            PICTURE_UNLIKE_NAME,
            {"kind": kind, "right_name": f"{name.rpartition('.')[0]}{_ENDINGS[kind][0]}"},
        )
