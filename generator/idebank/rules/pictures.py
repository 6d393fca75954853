"""Picture files: what they are by their content, and how big, without unpacking a single pixel."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from idebank.diagnostics import Rule

BROKEN_PICTURE: Final = Rule("broken-picture")
PICTURE_TOO_LARGE: Final = Rule("picture-too-large")
PICTURE_TOO_MANY_PIXELS: Final = Rule("picture-too-many-pixels")
PICTURE_UNLIKE_NAME: Final = Rule("picture-unlike-name")

RULES: Final = (BROKEN_PICTURE, PICTURE_TOO_LARGE, PICTURE_TOO_MANY_PIXELS, PICTURE_UNLIKE_NAME)

MAX_PICTURE_BYTES: Final = 10_000_000
MAX_PIXELS: Final = 40_000_000
MAX_SIDE: Final = 8_000

_ENDINGS: Final = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",)}


def picture_findings(name: str, raw: bytes) -> Iterator[tuple[Rule, dict[str, str]]]:
    """Yield what is wrong with a picture file's content."""
    # Pillow takes a tenth of the whole check of one file to import, and most checks meet no picture.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            # Pillow only warns of pictures that unpack to gigabytes.
            warnings.simplefilter("error")
            with Image.open(BytesIO(raw), formats=tuple(_ENDINGS)) as picture:
                kind, (width, height) = str(picture.format), picture.size
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        yield PICTURE_TOO_MANY_PIXELS, _limits()
        return
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning):
        yield BROKEN_PICTURE, {}
        return
    if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
        yield PICTURE_TOO_MANY_PIXELS, {"size": f"{width} × {height}", **_limits()}
    if not name.lower().endswith(_ENDINGS[kind]):
        yield (
            PICTURE_UNLIKE_NAME,
            {"kind": kind, "right_name": f"{name.rpartition('.')[0]}{_ENDINGS[kind][0]}"},
        )


def _limits() -> dict[str, str]:
    return {"side": str(MAX_SIDE), "megapixels": str(MAX_PIXELS // 1_000_000)}
