"""Pages of a PDF as pictures: what is drawn on them, so many, so wide, and never larger than the limits."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from generator.limits import SHOWN_HEIGHT
from generator.pdf.page_pictures import page_pictures
from generator.problems import ProblemsError

RED, BLUE = (255, 0, 0), (0, 0, 255)


def pdf(*colours: tuple[int, int, int], size: tuple[float, float] = (300, 400)) -> bytes:
    """Return a PDF with a page for each colour, of which the upper half has that colour."""
    writer = PdfWriter()
    width, height = size
    for colour in colours:
        page = writer.add_blank_page(width, height)
        content = DecodedStreamObject()
        shade = " ".join(str(part / 255) for part in colour)
        content.set_data(f"{shade} rg 0 {height / 2} {width} {height / 2} re f".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def opened(picture: bytes) -> Image.Image:
    """Return a picture with its colours."""
    assert picture.startswith(b"\x89PNG")
    return Image.open(io.BytesIO(picture)).convert("RGB")


def test_each_page_is_a_picture_of_the_asked_width() -> None:
    """In the order of the pages, the right side up, on white."""
    drawn = [opened(picture) for picture in page_pictures(pdf(RED, BLUE), 150)]
    assert [picture.size for picture in drawn] == [(150, 200)] * 2
    assert [picture.getpixel((75, 50)) for picture in drawn] == [RED, BLUE]
    assert {picture.getpixel((75, 150)) for picture in drawn} == {(255, 255, 255)}


def test_no_more_pages_are_drawn_than_asked() -> None:
    """A document of hundreds of pages costs no more than its first ones."""
    assert page_pictures(pdf(RED, BLUE, RED), 30, 2) == page_pictures(pdf(RED, BLUE), 30)


def test_a_page_as_long_as_a_banner_stays_within_the_limit() -> None:
    """It gets narrower, not cut off."""
    (picture,) = page_pictures(pdf(RED, size=(20, 14_000)))
    assert opened(picture).height == SHOWN_HEIGHT
    assert opened(picture).width < 5


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nstuk", pdf(RED)[:200]])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    """As a fault of LibreOffice, which makes them."""
    with pytest.raises(ProblemsError, match="LibreOffice maakte een pdf"):
        page_pictures(data)
