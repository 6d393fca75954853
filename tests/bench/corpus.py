"""A generated bank of any size: seeded, valid against the schema, and alike to a real one."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from PIL import Image, ImageDraw

from idebank.model import NATIONAL_FOLDER
from idebank.resources import schema_folder
from idebank.slugs import slugify
from idebank.vocabulary import Municipality, Vocabulary, load_vocabulary

from .entry import Composer, Draft
from .prose import load_lexicon

PROJECT: Final = Path(__file__).resolve().parents[2]
"""The checkout, whose own settings and prose pages every generated bank gets."""

_PICTURE_SIZE: Final = (480, 300)
_KINDS: Final = {"png": "PNG", "jpg": "JPEG"}


def write_corpus(folder: Path, *, entries: int, seed: int) -> list[Path]:
    """Write a complete bank with `entries` entries into `folder` and return the entries' files in order.

    The same seed gives the same bytes, and a larger bank begins with the entries of a smaller one.
    """
    _copy_host(folder)
    vocabulary = load_vocabulary(schema_folder() / "vocabulary")
    composer = Composer(load_lexicon(), vocabulary, _places(vocabulary, seed), seed)
    root = folder / "content" / "initiatives"
    for name in (NATIONAL_FOLDER, *(county.slug for county in vocabulary.counties.values())):
        (root / name).mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    return [
        _write_entry(root, composer.draft(number), vocabulary, taken=taken, number=number)
        for number in range(entries)
    ]


def entry_files(folder: Path) -> Iterator[Path]:
    """Yield the entries' files of the bank in `folder`, sorted."""
    yield from sorted((folder / "content" / "initiatives").glob("*/*.md"))


def _copy_host(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(PROJECT / "content" / "pages", folder / "content" / "pages")


def _places(vocabulary: Vocabulary, seed: int) -> list[Municipality]:
    places = list(vocabulary.municipalities.values())
    Random(seed).shuffle(places)
    return places


def _write_entry(root: Path, draft: Draft, vocabulary: Vocabulary, *, taken: set[str], number: int) -> Path:
    slug = slugify(draft.title)[:60].strip("-")
    slug = f"{slug}-{number}" if slug in taken else slug
    taken.add(slug)
    county = vocabulary.counties[draft.county].slug if draft.county else NATIONAL_FOLDER
    path = root / county / f"{slug}.md"
    path.write_bytes(draft.text().encode())
    for image in draft.fields.get("images", ()):
        picture = path.with_suffix("") / image["file"]
        picture.parent.mkdir()
        picture.write_bytes(_picture(seed=slug, suffix=picture.suffix[1:]))
    return path


def _picture(*, seed: str, suffix: str) -> bytes:
    """Return a drawn picture of a few kilobytes."""
    rng = Random(seed)
    image = Image.new("RGB", _PICTURE_SIZE, _colour(rng))
    draw = ImageDraw.Draw(image)
    for _ in range(24):
        x, y, size = rng.randrange(_PICTURE_SIZE[0]), rng.randrange(_PICTURE_SIZE[1]), rng.randrange(10, 60)
        draw.ellipse((x - size, y - size, x + size, y + size), fill=_colour(rng))
    buffer = io.BytesIO()
    image.save(buffer, format=_KINDS[suffix], quality=40)
    return buffer.getvalue()


def _colour(rng: Random) -> tuple[int, int, int]:
    return rng.randrange(256), rng.randrange(256), rng.randrange(256)
