"""Measures how much of each page of a plan is empty, as LibreOffice lays it out, in one house style or more.

A page is as full as its lowest text is low. It may be short where the next one starts a chapter or an annex, where
itself or the next one lies, and where it is the last. Any other that is less than half full is marked, and the script
ends with 1. Needs LibreOffice and poppler.

    .venv/bin/python -m scripts.measure_pages examples/molenkwartier/antwoorden.yaml neutraal warm fris
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from lxml import html
from PIL import Image, ImageOps

from generator.office import convert, find_office
from generator.pipeline import check_file, find_house_style, generate, make_page

HALF = 0.5
EDGE = 0.1
"""The part of a page at its top and at its foot that is margin."""
RESOLUTION = 40
PALE = 40
"""What is lighter than this much away from white does not count."""


class Page(NamedTuple):
    """A page as it shows."""

    filled: float
    """To where its text comes, as a part of the room for text."""
    lies: bool
    text: str
    """Its words without the spaces."""


def run(*command: str | Path) -> str:
    """Run a program and return what it says."""
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, encoding="utf-8").stdout


def pages_of(document: bytes, folder: Path) -> list[Page]:
    """Return the pages of a document, but for its cover."""
    pdf = folder / "plan.pdf"
    pdf.write_bytes(convert(document, find_office(), "pdf"))
    run("pdftoppm", "-r", str(RESOLUTION), "-png", pdf, folder / "page")
    texts = run("pdftotext", pdf, "-")
    found = []
    for path, text in zip(sorted(folder.glob("page-*.png")), texts.split("\f"), strict=False):
        with Image.open(path) as picture:
            lies = picture.width > picture.height
            found.append(Page(filled(picture), lies, re.sub(r"\s+", "", text)))
    return found[1:]


def filled(picture: Image.Image) -> float:
    """Return how far down the text of a page comes."""
    top, foot = round(picture.height * EDGE), round(picture.height * (1 - EDGE))
    ink = ImageOps.invert(picture.convert("L").crop((0, top, picture.width, foot))).point(lambda grey: grey > PALE)
    box = ink.getbbox()
    return 0.0 if box is None else box[3] / (foot - top)


def starts_chapter(page: Page, chapters: list[str]) -> bool:
    """Tell whether a page starts with the heading of a chapter: its header and a number may stand before it."""
    return any(0 <= page.text.find(chapter) < 160 for chapter in chapters)


def measure(answers: Path, style: str) -> bool:
    """Print the pages of a plan in a house style, and tell whether one is too empty."""
    place = Path(style)
    page = html.document_fromstring(make_page(check_file(answers), find_house_style(place)))
    chapters = [re.sub(r"\s+", "", str(heading.text_content()))[:24] for heading in page.iter("h1")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = generate(answers, folder / "plan.docx", huisstijl=place)
        pages = pages_of((made.document or answers).read_bytes(), folder)
    poor = {
        number
        for number, (one, after) in enumerate(pairwise(pages), 2)
        if one.filled < HALF and not (one.lies or after.lies or starts_chapter(after, chapters))
    }
    mean = sum(1 - one.filled for one in pages) / len(pages)
    print(f"{style}: {len(pages) + 1} bladzijden, gemiddeld {mean:.0%} leeg")
    for number, one in enumerate(pages, 2):
        sign = "  <- minder dan half vol" if number in poor else ""
        print(f"  {number:3} {1 - one.filled:4.0%} leeg{' (liggend)' if one.lies else ''}{sign}")
    return bool(poor)


if __name__ == "__main__":
    sys.exit(max(measure(Path(sys.argv[1]), style) for style in sys.argv[2:] or ["neutraal"]))
