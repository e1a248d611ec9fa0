"""Makes templates with a certain opening and writes a small plan in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.word.assembly import write
from tests.support.documents import body, text_of
from tests.support.templates import build
from tests.word.helpers import page

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from generator.word.options import Options

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING = (
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)
TITLE = '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standaard"/></w:style>'
PLAN = (
    '<nav class="inhoud"><h1 class="ongenummerd inhoudskop" id="inhoud">Inhoud</h1></nav>'
    '<h1 id="een">Het plan</h1><p>Tekst van het plan.</p>'
)
COVER = '<header class="voorblad"><p class="titel">Titel</p><p class="ondertitel">Gemeente X, 2026</p></header>'
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
CONTENTS = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Oude regel</w:t></w:r></w:p>'
    '<w:p><w:r><w:t>Nog een regel</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def p(text: str, style: str = "", properties: str = "", run: str = "") -> str:
    """Return a paragraph of a template."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p><w:pPr>{named}{properties}</w:pPr><w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def section(inside: str = "", *, landscape: bool = False) -> str:
    """Return a `sectPr`."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    sides = " ".join(f'w:{side}="1000"' for side in ("top", "right", "bottom", "left"))
    margins = f'<w:pgMar {sides} w:header="500" w:footer="500" w:gutter="0"/>'
    return f"<w:sectPr>{inside}<w:pgSz {size}/>{margins}</w:sectPr>"


def made(folder: Path, content: str = COVER + PLAN, options: Options | None = None, **features: Any) -> bytes:
    """Return the document that a template with these features gives; it stays in the folder as `uit.docx`."""
    template = folder / "sjabloon.docx"
    features.setdefault("more_styles", HEADING + TITLE)
    template.write_bytes(build(**features))
    document = write(page(content), template, options)
    (folder / "uit.docx").write_bytes(document)
    return document


def lines(document: bytes) -> list[str]:
    """Return the text of each paragraph that is not in the table of contents."""
    found = []
    for item in body(document).iter(f"{W}p"):
        style = item.find(f"{W}pPr/{W}pStyle")
        if style is None or not style.get(f"{W}val", "").startswith("TOC"):
            found.append(text_of(item))
    return found


def sections(document: bytes) -> list[etree._Element]:
    """Return the sections of a document."""
    return list(body(document).iter(f"{W}sectPr"))
