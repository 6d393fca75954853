"""Pictures as they are sent in: from phones, cameras and printers, whole and damaged."""

from __future__ import annotations

import random
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image, ImageCms

from idebank.pictures import BrokenPictureError, TooManyPixelsError, check_whole, opened, scans, webp

PHOTOS: Final = Path(__file__).parent / "fixtures" / "photos"
SIZE: Final = (48, 32)


def _saved(kind: str, picture: Image.Image, **options: Any) -> bytes:
    stream = BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def _sample(mode: str) -> Image.Image:
    """Return a small picture with something to see in it."""
    slope = Image.linear_gradient("L").resize(SIZE)
    picture = Image.merge("RGB", (slope, slope.rotate(180), slope)).convert(mode)
    if mode.endswith("A"):
        picture.putalpha(slope)
    return picture


def _published(raw: bytes, *, width: int = 640) -> Image.Image:
    picture = Image.open(BytesIO(webp(BytesIO(raw), width=width)))
    picture.load()
    return picture


def _profile(space: str) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()  # type: ignore[arg-type]


def _wide_gamut() -> bytes:
    """Return a profile that differs from sRGB: its own, with red and green changed about."""
    raw = bytearray(_profile("sRGB"))
    for index in range(int.from_bytes(raw[128:132])):
        at = 132 + 12 * index
        name = bytes(raw[at : at + 4])
        raw[at : at + 4] = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}.get(name, name)
    return bytes(raw)


SAMPLES: Final = {
    "grey.jpg": _saved("JPEG", _sample("L")),
    "colour.jpg": _saved("JPEG", _sample("RGB")),
    "progressive.jpg": _saved("JPEG", _sample("RGB"), progressive=True),
    "print.jpg": _saved("JPEG", _sample("CMYK")),
    "bits.png": _saved("PNG", _sample("1")),
    "grey.png": _saved("PNG", _sample("L")),
    "grey-and-clear.png": _saved("PNG", _sample("LA")),
    "colour.png": _saved("PNG", _sample("RGB")),
    "clear.png": _saved("PNG", _sample("RGBA")),
    "palette.png": _saved("PNG", _sample("P")),
    "one-clear-colour.png": _saved("PNG", _sample("P"), transparency=3),
    "clear-palette.png": _saved("PNG", _sample("P"), transparency=bytes(range(256))),
    "one-clear-grey.png": _saved("PNG", _sample("L"), transparency=9),
    "deep.png": _saved("PNG", _sample("L").convert("I").point(lambda v: v * 256).convert("I;16")),
    "deep-and-clear.png": _saved("PNG", _sample("L").convert("I;16"), transparency=300),
    "moving.png": _saved("PNG", _sample("RGB"), save_all=True, append_images=[_sample("RGB").rotate(180)]),
    "colour.webp": _saved("WEBP", _sample("RGB")),
    "clear.webp": _saved("WEBP", _sample("RGBA"), lossless=True),
    "moving.webp": _saved("WEBP", _sample("RGB"), save_all=True, append_images=[_sample("L")]),
    "profile.jpg": _saved("JPEG", _sample("RGB"), icc_profile=_profile("sRGB")),
    "lab-profile.jpg": _saved("JPEG", _sample("RGB"), icc_profile=_profile("LAB")),
    "broken-profile.jpg": _saved("JPEG", _sample("RGB"), icc_profile=b"no profile"),
    "wide.png": _saved("PNG", _sample("RGBA"), icc_profile=_wide_gamut()),
    "phone.jpg": (PHOTOS / "mpo.jpg").read_bytes(),
    "broken-exif.jpg": _saved("JPEG", _sample("RGB"), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_taken(name: str) -> None:
    """Whatever cameras, scanners and drawing programs save is taken, and published in its size."""
    kind = check_whole(SAMPLES[name])
    picture = _published(SAMPLES[name])

    assert {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[name.rpartition(".")[2]] == kind
    assert picture.mode in {"RGB", "RGBA"}
    assert picture.size == ((320, 200) if name == "phone.jpg" else SIZE)


@pytest.mark.parametrize("name", ["clear.png", "clear.webp", "clear-palette.png", "grey-and-clear.png"])
def test_see_through(name: str) -> None:
    """What can be seen through still can, however the file says so."""
    assert _published(SAMPLES[name]).mode == "RGBA"


def test_cut_off() -> None:
    """A picture that was cut off on its way is broken."""
    with pytest.raises(BrokenPictureError):
        check_whole((PHOTOS / "cut-off.jpg").read_bytes())


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged(name: str) -> None:
    """A picture with wrong or missing bytes is told to be broken, or can be published."""
    chance = random.Random(name)  # noqa: S311 - the same damage every time
    for _ in range(30):
        raw = bytearray(SAMPLES[name])
        for _ in range(chance.choice((1, 3, 20))):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        if chance.random() < 0.3:
            del raw[chance.randrange(len(raw)) :]
        _expect_verdict_holds(bytes(raw))


def _expect_verdict_holds(raw: bytes) -> None:
    try:
        check_whole(raw)
    except (BrokenPictureError, TooManyPixelsError):
        return
    assert _published(raw).size
    with opened(BytesIO(raw)) as picture:
        assert picture.size


def test_sixteen_bits() -> None:
    """Of a picture with sixteen bits a channel, the greys stay what they were and do not all become white."""
    deep, plain = _published(SAMPLES["deep.png"]), _published(SAMPLES["grey.png"])

    assert plain.getpixel((24, 16)) == deep.getpixel((24, 16))


def test_colour_profile() -> None:
    """Colours are converted by their profile: this one's green is what is red to everybody else."""
    green = Image.new("RGB", SIZE, (0, 255, 0))
    red, greenish, _ = _published(_saved("PNG", green, icc_profile=_wide_gamut())).getpixel((9, 9))  # type: ignore[misc]

    assert red > 240
    assert greenish < 60


def test_profile_that_does_not_fit() -> None:
    """A profile that is none of this picture's is left out, and the picture stays."""
    plain, odd = (_published(SAMPLES[name]) for name in ("colour.jpg", "broken-profile.jpg"))

    assert plain.tobytes() == odd.tobytes()


@pytest.mark.parametrize("orientation", range(10))
def test_upright(orientation: int) -> None:
    """However a camera was held, what was up is up; what says nothing sensible is left as it lies."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    size = _published(_saved("JPEG", _sample("RGB"), exif=exif)).size

    assert size == (SIZE[::-1] if 5 <= orientation <= 8 else SIZE)


@pytest.mark.parametrize("size", [(8_001, 1), (1, 8_001), (7_000, 7_000)])
def test_too_many_pixels(size: tuple[int, int]) -> None:
    """A picture is refused for its size by its header, before it is unpacked."""
    with pytest.raises(TooManyPixelsError, match=f"{size[0]} × {size[1]}"):
        check_whole(_saved("PNG", Image.new("1", size)))


def test_far_too_many_pixels() -> None:
    """So is one that the decoder itself would refuse."""
    raw = bytearray(SAMPLES["grey.png"])
    raw[16:24] = (60_000).to_bytes(4) * 2
    raw[29:33] = zlib.crc32(raw[12:29]).to_bytes(4)

    with pytest.raises(TooManyPixelsError):
        check_whole(bytes(raw))


def test_scans() -> None:
    """A progressive JPEG's scans are counted, and those of the small picture in its metadata are not."""
    within = _saved("JPEG", _sample("RGB"), progressive=True)
    thumbnail = b"\xff\xe1" + (2 + len(within)).to_bytes(2) + within

    assert [scans(SAMPLES[name]) for name in ("colour.jpg", "progressive.jpg", "grey.png")] == [1, 10, 0]
    assert scans(SAMPLES["colour.jpg"][:2] + thumbnail + SAMPLES["colour.jpg"][2:]) == 1


def test_too_many_scans() -> None:
    """A JPEG that has a large picture gone over again and again is refused without doing so."""
    raw = _saved("JPEG", Image.new("L", (7_000, 5_000)), progressive=True)
    start = raw.rindex(b"\xff\xda")
    last = raw[start:-2]

    with pytest.raises(BrokenPictureError, match="scans"):
        check_whole(raw[:-2] + last * 100 + raw[-2:])
