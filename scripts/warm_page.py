"""The pages of the warm house style: a cover in a section of its own, header with logo, footer, and the logo itself."""

from __future__ import annotations

from style_drawing import Shape, circle, inline, picture, png
from style_page import TO_THE_RIGHT, R, W, field, part, text

ACCENT, OLIVE = "8F3A1F", "4A6423"

TEXT_WIDTH = 8957
"""A4 minus margins of 3.2 cm left, where the numbers of headings hang, and 2 cm right, in twentieths of a point."""
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1871" w:right="1134" w:bottom="1474" w:left="1815"'
    ' w:header="680" w:footer="680" w:gutter="0"/><w:cols w:space="708"/>'
)
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_WIDTH, _HEIGHT = 360, 270
"""The logo in pixels."""
_LARGE, _SMALL = 1_260_000, 504_000
"""The width of the logo on the cover and in the header, in EMU."""


def logo() -> bytes:
    """Return the logo: three gables and a low sun."""
    gables = ((0.0, 0.28, ACCENT), (0.36, 0.12, "B65A36"), (0.70, 0.33, OLIVE))
    houses = tuple(
        Shape(colour, ((x, 0.75), (x, top + 0.15), (x + 0.15, top), (x + 0.30, top + 0.15), (x + 0.30, 0.75)))
        for x, top, colour in gables
    )
    return png(_WIDTH, _HEIGHT, "FFFFFF", (circle("E9B44C", 0.84, 0.14, 0.11), *houses))


def document() -> str:
    """Return `document.xml`: the cover with its placeholders, and the page that the plan runs on."""
    rows = "".join(
        _paragraph("Voorbladregel", text(label) + "<w:r><w:tab/></w:r>" + text(value))
        for label, value in (
            ("Versie", "{{ document.versie }}"),
            ("Status", "{{ document.status }}"),
            ("Datum", "{{ document.datum }}"),
        )
    )
    condition = (
        _paragraph("Voorbladregel", text("{% if document.zaaknummer %}"))
        + _paragraph("Voorbladregel", text("Zaaknummer") + "<w:r><w:tab/></w:r>" + text("{{ document.zaaknummer }}"))
        + _paragraph("Voorbladregel", text("{% endif %}"))
    )
    end = (
        '<w:p><w:pPr><w:pStyle w:val="Voorbladregel"/><w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="default" r:id="rId8"/>'
        f"{_PAGE}</w:sectPr></w:pPr></w:p>"
    )
    cover = (
        _paragraph("Afzender", _picture(_LARGE, 1))
        + _paragraph("Afzender", text("Gemeente {{ gemeente.naam }}"))
        + _paragraph("Voorbladwijk", text("Wijk {{ wijk.naam }}"))
        + _paragraph("Title", text("{{ titel }}"))
        + _paragraph("Subtitle", text("Plan van aanpak tegen ondermijning"))
    )
    return (
        f"<w:document {_SPACES}><w:body>{cover}{rows}{condition}{end}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId7"/><w:footerReference w:type="default" r:id="rId9"/>'
        f"{_PAGE}</w:sectPr></w:body></w:document>"
    )


def header(*, empty: bool = False) -> str:
    """Return the header: the neighbourhood left, the logo right; the one on the cover is empty."""
    if empty:
        return part("hdr", "Header", "")
    content = text("Gemeente {{ gemeente.naam }}, wijk {{ wijk.naam }}") + TO_THE_RIGHT + _picture(_SMALL, 2)
    return f'<w:hdr {_SPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{content}</w:p></w:hdr>'


def footer(*, empty: bool = False) -> str:
    """Return the footer: the page in the margin at the left, then the title; the one on the cover is empty."""
    if empty:
        return part("ftr", "Voetvoorblad", "")
    number = field("PAGE", "1", f'<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>')
    return part("ftr", "Footer", number + "<w:r><w:tab/></w:r>" + field("TITLE"))


def _picture(width: int, number: int) -> str:
    height = width * _HEIGHT // _WIDTH
    return inline(picture("rIdLogo", "Logo", "Logo: drie gevels en een lage zon", width, height, number), width, height)


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
