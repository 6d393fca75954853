"""Pictures decoded: bounded, upright, and in the colours of the web whatever they were taken in."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias

from PIL import Image, ImageCms

Source: TypeAlias = Path | BytesIO

MAX_PIXELS: Final = 40_000_000
MAX_SIDE: Final = 8_000

_KINDS: Final = {"PNG": "PNG", "JPEG": "JPEG", "MPO": "JPEG", "WEBP": "WEBP"}
"""What is taken, by Pillow's name: a phone's MPO is a JPEG with a further picture after it."""
_FORMATS: Final = ("PNG", "JPEG", "WEBP")

_ORIENTATION: Final = 0x0112
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright, by its Exif orientation."""
_ON_ITS_SIDE: Final = 5

_SHRINKABLE: Final = frozenset({"L", "RGB", "CMYK"})
"""Modes of which a decoder can leave out what a smaller picture does not show."""
_MODE_OF_PROFILE: Final = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}

_MARKER: Final = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_START_OF_IMAGE, _END_OF_IMAGE, _SCAN = 0xD8, 0xD9, 0xDA
_MAX_SCANNED: Final = 20 * MAX_PIXELS
"""Pixels in all scans together: a progressive JPEG has a dozen scans, one made to keep us busy thousands."""


class BrokenPictureError(ValueError):
    """Raised for what cannot be decoded as a whole."""


class TooManyPixelsError(ValueError):
    """Raised for a picture that unpacks to more than any reader needs; its text is the size, if known."""


@contextmanager
def opened(source: Source) -> Iterator[Image.Image]:
    """Open a picture by its header, and take what goes wrong with it meanwhile for damage to the file.

    Raises TooManyPixelsError before a pixel is unpacked, else BrokenPictureError.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow warns of is either bounded here or no harm
            with Image.open(source, formats=_FORMATS) as picture:
                _bound(picture)
                yield picture
    except Image.DecompressionBombError:
        raise TooManyPixelsError from None
    except (TooManyPixelsError, MemoryError):
        raise
    except Exception as error:
        # Decoders raise whatever comes to hand: KeyError, struct.error, SyntaxError and more have been seen.
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the disk's trouble, not the picture's
        raise BrokenPictureError(str(error)) from error


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Return width and height as they are once the picture stands upright."""
    width, height = picture.size
    return (height, width) if _orientation(picture) >= _ON_ITS_SIDE else (width, height)


def decoded(picture: Image.Image, *, width: int) -> Image.Image:
    """Return a picture at most `width` pixels wide: upright, in sRGB, see-through where it was.

    Every byte of it is decoded, though not every pixel kept.
    """
    orientation, profile = _orientation(picture), picture.info.get("icc_profile")
    box = (width * 4, width) if orientation >= _ON_ITS_SIDE else (width, width * 4)
    small = picture if _is_shrinkable(picture) else _in_eight_bits(picture)
    small.thumbnail(box, Image.Resampling.LANCZOS)
    colours = _in_srgb(small, profile)
    return colours.transpose(_TURNS[orientation]) if orientation in _TURNS else colours


def check_whole(raw: bytes) -> str:
    """Decode a picture as publishing it will, and return its kind; raises as `opened` does.

    A JPEG that would be gone over for minutes is taken for broken.
    """
    with opened(BytesIO(raw)) as picture:
        if scans(raw) * picture.width * picture.height > _MAX_SCANNED:
            raise BrokenPictureError("too many scans")
        kind = _KINDS[str(picture.format)]
        decoded(picture, width=1)
        return kind


def webp(source: Source, *, width: int) -> bytes:
    """Return a picture as WebP at most `width` pixels wide, without any metadata."""
    with opened(source) as picture:
        clean = decoded(picture, width=width)
        clean.info.clear()
        stream = BytesIO()
        clean.save(stream, "WEBP", quality=80, method=2)
        return stream.getvalue()


def scans(raw: bytes) -> int:
    """Return how many times a JPEG goes over its picture; 0 for what is none."""
    found, at = 0, 2 if raw.startswith(b"\xff\xd8") else len(raw)
    while marker := _MARKER.search(raw, at):
        at = marker.end()
        code = raw[at - 1]
        if code == _END_OF_IMAGE:
            break
        found += code == _SCAN
        if code != _START_OF_IMAGE:
            at += int.from_bytes(raw[at : at + 2])
    return found


def _bound(picture: Image.Image) -> None:
    width, height = picture.size
    if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
        raise TooManyPixelsError(f"{width} × {height}")


def _orientation(picture: Image.Image) -> int:
    """Return how the camera was held; 1, upright, where that cannot be read."""
    try:
        told = picture.getexif().get(_ORIENTATION)
    except Exception:  # noqa: BLE001 - Exif is a format of its own inside, and damage to it is no damage to the picture
        return 1
    return told if told in _TURNS else 1


def _is_shrinkable(picture: Image.Image) -> bool:
    return picture.mode in _SHRINKABLE and "transparency" not in picture.info


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Return a picture with eight bits a channel, and what can be seen through as a channel of its own."""
    if picture.mode.startswith("I"):
        picture.load()
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode == "1":
        return picture.convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture as RGB or RGBA, its colours as they were meant."""
    alpha = picture.getchannel("A") if "A" in picture.getbands() else None
    colours = picture.convert("RGB") if alpha else picture
    colours = (_by_profile(colours, profile) if profile else colours).convert("RGB")
    if alpha:
        colours.putalpha(alpha)
    return colours


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in sRGB by the profile that it came with; as it is where that is of no use."""
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = _MODE_OF_PROFILE[own.profile.xcolor_space.strip()]
        given = picture.convert("RGB") if (picture.mode, mode) == ("L", "RGB") else picture
        return (
            ImageCms.profileToProfile(given, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or given
        )
    except Exception:  # noqa: BLE001 - a profile is a program of its own; a broken one is as none
        return picture
