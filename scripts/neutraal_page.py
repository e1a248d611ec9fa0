"""The page of the neutral house style: A4, margins, header and footer."""

from __future__ import annotations

from style_page import TO_THE_RIGHT, R, W, field, part, text

TEXT_WIDTH = 9298
"""A4 minus margins of 2.3 cm, in twentieths of a point."""


def document() -> str:
    """Return `document.xml`: no text, only the page."""
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId7"/>'
        '<w:footerReference w:type="default" r:id="rId8"/><w:footerReference w:type="first" r:id="rId9"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1361" w:right="1304" w:bottom="1134" w:left="1304" w:header="709" w:footer="567"'
        ' w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def header(*, empty: bool = False) -> str:
    """Return the header: title left, municipality right; the one on the cover is empty."""
    content = "" if empty else field("TITLE") + TO_THE_RIGHT + field("DOCPROPERTY Gemeente")
    return part("hdr", "Header", content)


def footer(*, empty: bool = False) -> str:
    """Return the footer: version and status left, page right; the one on the cover is empty."""
    if empty:
        return part("ftr", "Footer", "")
    left = text("Versie ") + field("DOCPROPERTY Versie") + text(", ") + field("DOCPROPERTY Status")
    right = text("Pagina ") + field("PAGE", "1") + text(" van ") + field("NUMPAGES", "1")
    return part("ftr", "Footer", left + TO_THE_RIGHT + right)
