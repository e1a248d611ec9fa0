"""Draws the invented logos of house styles as PNG, without a library: the same shapes always give the same bytes."""

from __future__ import annotations

import math
import struct
import zlib
from typing import NamedTuple

_LINES = 4
"""How many lines a row of pixels is divided into, for smooth edges."""


class Shape(NamedTuple):
    """A filled shape; its points are in parts of the width of the picture."""

    colour: str
    points: tuple[tuple[float, float], ...]


def circle(colour: str, x: float, y: float, radius: float) -> Shape:
    """Return a circle."""
    steps = [2 * math.pi * step / 96 for step in range(96)]
    return Shape(colour, tuple((x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in steps))


def wave(colour: str, top: float, thickness: float, swing: float) -> Shape:
    """Return a band that waves from left to right over the whole width."""
    steps = [step / 48 for step in range(49)]
    above = [(x, top + swing * math.sin(2 * math.pi * x)) for x in steps]
    below = [(x, y + thickness) for x, y in reversed(above)]
    return Shape(colour, (*above, *below))


def png(width: int, height: int, background: str, shapes: tuple[Shape, ...]) -> bytes:
    """Return a picture.

    Args:
        width: Its width in pixels.
        height: Its height in pixels.
        background: Its colour behind the shapes, six hexadecimal digits.
        shapes: What is on it, from back to front.
    """
    rows = [[_parts(background)] * width for _ in range(height)]
    for shape in shapes:
        colour = _parts(shape.colour)
        points = [(x * width, y * width) for x, y in shape.points]
        for number, row in enumerate(rows):
            for place, share in enumerate(_covered(points, number, width)):
                if share:
                    row[place] = _mixed(row[place], colour, min(share, 1.0))
    data = b"".join(b"\0" + bytes(part for pixel in row for part in pixel) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _covered(points: list[tuple[float, float]], row: int, width: int) -> list[float]:
    """Return how much of each pixel in a row a shape covers."""
    found = [0.0] * width
    for line in range(_LINES):
        crossings = sorted(_crossings(points, row + (line + 0.5) / _LINES))
        for start, end in zip(crossings[::2], crossings[1::2], strict=True):
            for place in range(max(int(start), 0), min(math.ceil(end), width)):
                found[place] += (min(end, place + 1) - max(start, place)) / _LINES
    return found


def _crossings(points: list[tuple[float, float]], y: float) -> list[float]:
    edges = zip(points, [*points[1:], points[0]], strict=True)
    return [
        first[0] + (y - first[1]) * (second[0] - first[0]) / (second[1] - first[1])
        for first, second in edges
        if (first[1] <= y) != (second[1] <= y)
    ]


def _mixed(under: tuple[int, ...], over: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(old + (new - old) * share) for old, new in zip(under, over, strict=True))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def picture(relationship: str, name: str, description: str, width: int, height: int, number: int = 1) -> str:
    """Return a picture as `wp:inline` or `wp:anchor` hold it, from `wp:docPr` on.

    Args:
        relationship: The id of the relationship to the picture.
        name: Its name in Word.
        description: What somebody hears who does not see it.
        width: Its width in EMU.
        height: Its height in EMU.
        number: Its number in the document.
    """
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<wp:docPr id="{number}" name="{name}" descr="{description}"/>'
        f'<a:graphic xmlns:a="{space}/main"><a:graphicData uri="{space}/picture"><pic:pic xmlns:pic="{space}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


def inline(content: str, width: int, height: int) -> str:
    """Return a run with a picture between the words."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>{content}</wp:inline></w:drawing></w:r>'
    )


def behind(content: str, place: tuple[int, int], size: tuple[int, int], order: int) -> str:
    """Return the anchor of a drawing behind the text, measured from the corner of the page.

    Args:
        content: What is in it, from `wp:docPr` on.
        place: Its distance from the left and from the top, in EMU.
        size: Its width and height, in EMU.
        order: What is higher lies over what is lower.
    """
    left, top = place
    width, height = size
    return (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{order}"'
        ' behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"{content}</wp:anchor></w:drawing>"
    )
