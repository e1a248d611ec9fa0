"""The text of a paragraph or a row, as its reader sees it."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.reading.shown_text import shown_text
from generator.word.xml import W


def element(xml: str) -> etree._Element:
    """Return an element of WordprocessingML."""
    return etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')[0]


def run(text: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("Een ") + run("twee"), "Een twee"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>", "a\tb\nc-"),
        ("<w:r><w:t> in </w:t></w:r>", "in"),
        ('<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>' + run("x"), "x"),
        (f"<w:ins>{run('nieuw')}</w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del>", "nieuw"),
        (f"<w:moveFrom>{run('hier')}</w:moveFrom><w:moveTo>{run('daar')}</w:moveTo>", "daar"),
        (f"<w:del>{run('weg')}</w:del>{run('er')}", "er"),
        (f"<w:r><w:pict><w:txbxContent><w:p>{run('vak')}</w:p></w:txbxContent></w:pict></w:r>{run('er')}", "er"),
        (
            f"<w:sdt><w:sdtContent>{run('veld')}</w:sdtContent></w:sdt><w:hyperlink>{run('link')}</w:hyperlink>",
            "veldlink",
        ),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("7"), "7"),
    ],
)
def test_the_text_of_a_paragraph(inside: str, text: str) -> None:
    """Tracked changes are accepted, instructions and text boxes are no text of it, and a break is a sign."""
    assert shown_text(element(f"<w:p>{inside}</w:p>")) == text


def test_the_text_of_a_row() -> None:
    """Cells are apart by tabs and their paragraphs by ends of lines, so that a word that moves is seen."""
    cells = [
        f"<w:tc><w:p>{run('a')}</w:p><w:p>{run('b')}</w:p></w:tc>",
        "<w:tc><w:p/></w:tc>",
        f"<w:tc><w:p>{run('c')}</w:p></w:tc>",
    ]
    assert shown_text(element(f"<w:tr>{''.join(cells)}</w:tr>")) == "a\nb\t\tc"
