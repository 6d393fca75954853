"""Pictures and documents beside an entry."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from idebank.media import LARGE, SMALL, Medium, edition, encode, load_media, source_of, widths
from idebank.model import Attachment
from idebank.model import Image as Picture
from tests.factories import initiative
from tests.fixture_bank import ENTRIES

if TYPE_CHECKING:
    from pathlib import Path

PHOTO = ENTRIES / "nordland" / "skolefrukost-eksempel" / "frokost.jpg"
RED, GREEN = (200, 60, 40), (40, 120, 60)


def _picture(file: str) -> Picture:
    return Picture(file, "Et eple", "Eksempel", "CC-BY-4.0", "none")


def _save(folder: Path, name: str = "bilde.png", *, size: tuple[int, int] = (4, 2), **options: Any) -> Path:
    path = folder / name
    Image.new(options.pop("mode", "RGB"), size, options.pop("colour", RED)).save(path, **options)
    return path


def _open(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def _alike(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True))


def test_source_of() -> None:
    """A file lies in the folder named as the entry's file."""
    assert source_of(initiative(), "tur.jpg") == "content/initiatives/nordland/sykkelbuss-bodo/tur.jpg"


def test_edition() -> None:
    """A published picture's name says its width."""
    assert edition("mitt.eple.JPG", 640) == "mitt.eple.JPG-640.webp"


@pytest.mark.parametrize(
    ("width", "editions"),
    [
        (100, (("a.jpg-640.webp", SMALL),)),
        (640, (("a.jpg-640.webp", SMALL),)),
        (641, (("a.jpg-640.webp", SMALL), ("a.jpg-1280.webp", LARGE))),
    ],
)
def test_widths(width: int, editions: tuple[tuple[str, int], ...]) -> None:
    """A picture that is no wider than the small edition has no large one."""
    assert editions == widths("a.jpg", Medium(1, width, 10))


def test_load_media() -> None:
    """Pictures are measured as they stand upright; documents are weighed."""
    [path] = (ENTRIES / "nordland").glob("*.md")
    root = ENTRIES.parent.parent
    entry = initiative(
        path=path.relative_to(root).as_posix(),
        images=(_picture("frokost.jpg"),),
        attachments=(
            Attachment("Vaktliste", "template", file="vaktliste.csv"),
            Attachment("Avtale", "contract", url="https://skole.example/"),
        ),
    )

    media = load_media([entry], root=root)

    assert [Medium(PHOTO.stat().st_size, 32, 48), Medium(25)] == list(media.values())


def test_load_media_not_turned(tmp_path: Path) -> None:
    """A picture that does not say how it was held is measured as it lies."""
    folder = tmp_path / "content/initiatives/nordland/sykkelbuss-bodo"
    folder.mkdir(parents=True)
    path = _save(folder)

    media = load_media([initiative(images=(_picture("bilde.png"),))], root=tmp_path)

    assert [Medium(path.stat().st_size, 4, 2)] == list(media.values())


def test_upright() -> None:
    """A picture that was taken with the camera on its side is turned: its left half comes on top."""
    picture = _open(encode(PHOTO, width=SMALL)).convert("RGB")

    assert picture.size == (32, 48)
    assert _alike(picture.getpixel((16, 4)), GREEN)
    assert _alike(picture.getpixel((16, 44)), RED)


def test_no_metadata() -> None:
    """Where, when, with what and by whom a picture was taken stays with the bank."""
    original = PHOTO.read_bytes()
    content = encode(PHOTO, width=SMALL)
    picture = _open(content)

    assert b"Eksempelkamera" in original
    assert b"Kari Eksempel" in original
    assert dict(picture.getexif()) == {}
    assert [tag for tag in (b"EXIF", b"XMP ", b"ICCP", b"Kari", b"Eksempel") if tag in content] == []


def test_no_metadata_of_png() -> None:
    """Nor are the texts and the place of a PNG published."""
    content = encode(PHOTO.with_name("frokost.png"), width=SMALL)

    assert [tag for tag in (b"EXIF", b"XMP ", b"Kari", b"Eksempel") if tag in content] == []


def test_webp(tmp_path: Path) -> None:
    """Every edition is a WebP."""
    assert _open(encode(_save(tmp_path), width=SMALL)).format == "WEBP"


def test_width(tmp_path: Path) -> None:
    """A wide picture is made smaller, its shape stays."""
    path = _save(tmp_path, size=(1000, 500))

    assert _open(encode(path, width=SMALL)).size == (640, 320)


def test_never_larger(tmp_path: Path) -> None:
    """A small picture stays small."""
    assert _open(encode(_save(tmp_path), width=LARGE)).size == (4, 2)


@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (200, 60, 40, 128)), ("LA", (90, 128))])
def test_transparency_stays(tmp_path: Path, mode: str, colour: tuple[int, ...]) -> None:
    """What can be seen through still can."""
    picture = _open(encode(_save(tmp_path, mode=mode, colour=colour), width=SMALL))

    assert picture.mode == "RGBA"


@pytest.mark.parametrize(("mode", "name"), [("CMYK", "trykk.jpg"), ("L", "graa.png"), ("P", "palett.png")])
def test_other_colours(tmp_path: Path, mode: str, name: str) -> None:
    """Pictures for print, in grey or with a palette become pictures for the web."""
    picture = _open(encode(_save(tmp_path, name, mode=mode, colour=0), width=SMALL))

    assert picture.mode == "RGB"


def test_same_bytes(tmp_path: Path) -> None:
    """The same picture gives the same bytes."""
    path = _save(tmp_path)

    assert encode(path, width=SMALL) == encode(path, width=SMALL)
