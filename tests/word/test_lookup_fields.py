"""Fields in headers that look for a style or a bookmark find it in the plan, or are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.support.documents import parts, text_of
from tests.word.frame.helpers import BREAK, HEADING, TITLE, W, made, p

if TYPE_CHECKING:
    from pathlib import Path

HEAD = p("Inleiding", "Kop1")
NAMED = '<w:style w:type="paragraph" w:styleId="Docnaam"><w:name w:val="Documentnaam"/></w:style>'


def _field(instruction: str, shown: str) -> str:
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


@pytest.mark.parametrize(
    ("instruction", "stored", "shown", "stays"),
    [
        ("STYLEREF Documentnaam", "Naam van het rapport", "Titel", False),
        ("STYLEREF Afdeling", "Afdeling Groen", "", False),
        ("STYLEREF 1", "Inleiding", "Het plan", True),
        ('STYLEREF "Kop 1" \\* MERGEFORMAT', "Inleiding", "Het plan", True),
        ('STYLEREF "heading 1" \\n', "1", "", True),
        ("STYLEREF Afdeling", "Jaarverslag 2019", "Titel", False),
        ("REF kenmerk", "2019/12", "", False),
        ("PAGEREF _Toc123", "12", "", False),
        ("PAGE", "3", "3", True),
    ],
)
def test_a_field_that_finds_nothing_shows_no_error(
    instruction: str, stored: str, shown: str, stays: bool, tmp_path: Path
) -> None:
    """What it showed of the template is gone in any case; a title becomes that of the plan."""
    document = made(
        tmp_path,
        body=p("Jaarverslag 2019", "Titel") + BREAK + p("Naam van het rapport", "Docnaam") + HEAD,
        more_styles=HEADING + TITLE + NAMED,
        headers={"default": _field(instruction, stored)},
    )
    header = etree.fromstring(parts(document)["word/header_default.xml"])
    assert text_of(header) == shown
    assert (next(header.iter(f"{W}instrText"), None) is not None) == stays


@pytest.mark.parametrize(
    ("instruction", "stored", "shown", "stays"),
    [
        ("STYLEREF 1", "Inleiding", "Het plan", True),
        ("STYLEREF Afdeling", "Afdeling Groen", "", False),
        ("REF verdwenen", "2019/12", "", False),
        ("REF kenmerk", "Z-12", "Z-12", True),
    ],
)
def test_a_field_on_a_cover_that_stays_shows_no_error(
    instruction: str, stored: str, shown: str, stays: bool, tmp_path: Path
) -> None:
    """As in a header; what it looks for may stand on the cover itself, or in the plan."""
    cover = '<w:p><w:bookmarkStart w:id="4" w:name="kenmerk"/><w:r><w:t>Z-12</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p>'
    document = made(tmp_path, body=p("{{ titel }}") + cover + _field(instruction, stored) + BREAK + HEAD)
    paragraphs = list(etree.fromstring(parts(document)["word/document.xml"]).iter(f"{W}p"))
    holder = next(item for item in paragraphs if item.find(f".//{W}fldChar") is not None or not text_of(item))
    assert text_of(holder) == shown
    assert (next(holder.iter(f"{W}instrText"), None) is not None) == stays


def test_a_bookmark_that_stays_is_still_found(tmp_path: Path) -> None:
    """A header may repeat what stands on the cover."""
    cover = '<w:p><w:bookmarkStart w:id="4" w:name="kenmerk"/><w:r><w:t>Z-12</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p>'
    document = made(
        tmp_path, body=p("{{ titel }}") + cover + BREAK + HEAD, headers={"default": _field("REF kenmerk", "Z-12")}
    )
    header = etree.fromstring(parts(document)["word/header_default.xml"])
    assert (text_of(header), len(list(header.iter(f"{W}instrText")))) == ("Z-12", 1)
