"""Pictures in files that an answer names: found safely, and looked at before anything is made with them."""

from __future__ import annotations

import io
import re
import struct
import warnings
from base64 import b64decode
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Literal

from generator import limits
from generator.problems import HERE, ProblemsError
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image


_JPEG_END = b"\xff\xd9"
_PART = re.compile(rb"\xff++([^\xda])(?s:..)")
"""How a part of a JPEG file begins that comes before the picture itself: after room that may be filled, its number."""
_TRACES = frozenset({0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE})
"""The parts of a JPEG file with remarks, and with what a camera or program keeps of itself."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The parts of a JPEG file with its size."""
_SHOWING = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"})
"""The parts that a PNG file may do without, but that show in the picture."""
_CAMERA, _EARLY, _ORIENTATION = b"Exif\x00\x00", 200_000, 0x0112
"""With what a camera begins, how early in the file that is, and the number of what it says of how it was held."""
_QUALITY = 92
"""Of a photo that was turned: what it loses is not seen."""
_PNG_START, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture as it lies in its file."""

    naam: str
    """The name that the answer gives, from the folder of the answer file on."""
    soort: Literal["png", "jpeg"]
    """What it is, whatever its name ends in."""
    breedte: int
    """In pixels, as is `hoogte`."""
    hoogte: int
    data: bytes = field(repr=False)
    alt: str = ""
    """What there is to see, as the answer says it; empty where nobody wrote that."""


DOT = ImageFile(
    "",
    "png",
    1,
    1,
    b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="),
)
"""A picture of one point, which stands in for one that is not at hand where only words count."""


def read_image(folder: Path, name: str) -> ImageFile:
    """Return the picture in a file.

    Args:
        folder: The folder of the answer file.
        name: The file, from that folder on.

    Raises:
        ProblemsError: The file is not there, lies elsewhere, is no sound PNG or JPEG, or is too large.
    """
    data = _bytes_of(folder, name)
    soort: Literal["png", "jpeg"] = "png" if data.startswith(_PNG_START) else "jpeg"
    if soort == "jpeg" and not data.startswith(b"\xff\xd8\xff"):
        melding = f"In “{name}” zit geen PNG- of JPEG-afbeelding, al heet het bestand zo."
        raise ProblemsError.about(HERE, melding, "Open de afbeelding, en bewaar haar opnieuw als PNG of JPEG.")
    width, height = _size(data, soort)
    if min(width, height) < 1 or (_PNG_END if soort == "png" else _JPEG_END) not in data[-65_536:]:
        melding = f"De afbeelding in “{name}” is beschadigd of niet volledig."
        raise ProblemsError.about(HERE, melding, "Kopieer het bestand opnieuw, of bewaar de afbeelding opnieuw.")
    if width * height > limits.PICTURE_PIXELS:
        melding = f"De afbeelding “{name}” is te groot: {width} bij {height} beeldpunten."
        raise ProblemsError.about(HERE, melding, "Maak haar kleiner. Een breedte van 2.000 beeldpunten is genoeg.")
    return _upright(ImageFile(name, soort, width, height, data))


def _bytes_of(folder: Path, name: str) -> bytes:
    place = folder / name
    try:
        if not place.resolve().is_relative_to(folder.resolve()):
            melding = f"“{name}” ligt niet in de map van de antwoorden."
            raise ProblemsError.about(HERE, melding, "Zet het bestand zelf in die map, geen koppeling ernaar.")
        with place.open("rb") as stream:
            data = stream.read(limits.PICTURE_BYTES + 1)
    except FileNotFoundError as error:
        nearby = [path.name for path in place.parent.iterdir()] if place.parent.is_dir() else []
        remedy = did_you_mean(place.name, nearby) or "Zet het bestand in die map, of verbeter de naam."
        melding = f"Het bestand “{name}” staat niet in de map van de antwoorden."
        raise ProblemsError.about(HERE, melding, remedy) from error
    except (OSError, ValueError) as error:
        melding = f"Het bestand “{name}” kan niet worden gelezen."
        remedy = "Sluit het in andere programma’s, en kijk of je het mag openen."
        raise ProblemsError.about(HERE, melding, remedy) from error
    if len(data) > limits.PICTURE_BYTES:
        melding = f"De afbeelding “{name}” is groter dan {limits.PICTURE_BYTES // 1_000_000} MB."
        raise ProblemsError.about(HERE, melding, "Maak haar kleiner. Een breedte van 2.000 beeldpunten is genoeg.")
    return data


def _upright(image: ImageFile) -> ImageFile:
    """Return a photo as it was seen: a camera that was held on its side writes beside the photo how to turn it.

    Word shows it as it lies in the file, and we leave out what a camera wrote, so it is turned here.

    Raises:
        ProblemsError: What is in the file cannot be shown.
    """
    if image.soort != "jpeg" or _CAMERA not in image.data[:_EARLY]:
        return image
    from PIL import Image

    stream = io.BytesIO()
    try:
        with Image.open(io.BytesIO(image.data), formats=["JPEG"]) as photo:
            turn = _turn(photo)
            if turn is None:
                return image
            turned = photo.transpose(turn)
            turned.save(stream, "JPEG", quality=_QUALITY, icc_profile=photo.info.get("icc_profile"))
    except (OSError, ValueError, SyntaxError) as error:
        melding = f"De afbeelding in “{image.naam}” is beschadigd of niet volledig."
        remedy = "Open haar in een ander programma, draai haar rechtop, en bewaar haar opnieuw."
        raise ProblemsError.about(HERE, melding, remedy) from error
    return ImageFile(image.naam, image.soort, turned.width, turned.height, stream.getvalue())


def _turn(photo: Image.Image) -> Image.Transpose | None:
    """Return how a photo must be turned; None where the camera does not say, or says it in no way that can be read."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return turns.get(photo.getexif().get(_ORIENTATION, 1))
    except (OSError, ValueError, SyntaxError, LookupError, TypeError, struct.error):
        return None


def without_traces(image: ImageFile) -> bytes:
    """Return a picture without what tells where, when and with what it was made: only what it takes to show it."""
    return b"".join(_png_parts(image.data) if image.soort == "png" else _jpeg_parts(image.data))


def _png_parts(data: bytes) -> Iterator[bytes]:
    yield _PNG_START
    place = len(_PNG_START)
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        name = data[place + 4 : place + 8]
        if name[:1].isupper() or name in _SHOWING:
            yield data[place:end]
        if name == b"IEND":
            return
        place = end


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    end = 2
    for number, start, end in _segments(data):
        if number not in _TRACES:
            yield data[start:end]
    yield data[end : data.rfind(_JPEG_END) + len(_JPEG_END)]


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield what stands in a JPEG file before the picture itself: the number, the begin and the end of each part."""
    place = 2
    while found := _PART.match(data, place):
        start, sized = found.span(1)
        place = sized + int.from_bytes(data[sized : sized + 2], "big")
        yield data[start], start - 1, place


def _size(data: bytes, soort: str) -> tuple[int, int]:
    """Return width and height in pixels; nothing of either where the file does not say."""
    if soort == "png":
        found = data[16:24] if data[12:16] == b"IHDR" else b""
        return int.from_bytes(found[:4], "big"), int.from_bytes(found[4:], "big")
    parts = list(islice(_segments(data), limits.PICTURE_PARTS + 1))
    if len(parts) > limits.PICTURE_PARTS:
        return 0, 0
    start = next((start for number, start, _ in parts if number in _FRAMES), len(data))
    return int.from_bytes(data[start + 7 : start + 9], "big"), int.from_bytes(data[start + 5 : start + 7], "big")
