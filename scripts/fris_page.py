"""The pages of the fresh house style: a band over the cover, a text box, and the sample text that a template has."""

from __future__ import annotations

from style_drawing import behind, circle, inline, picture, png, wave
from style_page import TO_THE_RIGHT, R, W, field, text

ACCENT, DEEP = "0B5563", "083C46"
TEXT_WIDTH = 9070
"""A4 minus margins of 2.5 cm, in twentieths of a point."""
AUTHOR = "Sjabloonbeheer"
"""Who made the template; no plan may show this name."""

_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_MARGINS = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418"'
    ' w:header="624" w:footer="567" w:gutter="0"/><w:cols w:space="708"/>'
)
_SHAPE = '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
_MARK = "Logo: twee golven onder een punt"
_BAND = (7_560_000, 2_520_000)
_BOX = (3_960_000, 900_000)


def logo(background: str, colour: str) -> bytes:
    """Return the logo: two waves under a dot."""
    return png(
        240,
        200,
        background,
        (circle(colour, 0.5, 0.16, 0.12), wave(colour, 0.4, 0.11, 0.06), wave(colour, 0.61, 0.11, 0.06)),
    )


def document() -> str:
    """Return `document.xml`: a cover, and a page with sample text, a comment and a tracked change."""
    bound = (
        '<w:sdt><w:sdtPr><w:alias w:val="Titel"/><w:tag w:val="titel"/><w:id w:val="1001"/><w:showingPlcHdr/>'
        "<w:dataBinding w:prefixMappings=\"xmlns:ns0='http://purl.org/dc/elements/1.1/'"
        " xmlns:ns1='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'\""
        ' w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
        "<w:text/></w:sdtPr><w:sdtContent>"
        f"{_paragraph('Titel', text('[Titel van het document]'))}</w:sdtContent></w:sdt>"
    )
    status = text("Status: ") + field("DOCPROPERTY Status", "concept")
    end = (
        '<w:p><w:pPr><w:pStyle w:val="Voorblad"/><w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId7"/>'
        '<w:footerReference w:type="default" r:id="rId8"/><w:footerReference w:type="first" r:id="rId9"/>'
        f"{_MARGINS}<w:titlePg/></w:sectPr></w:pPr></w:p>"
    )
    cover = (
        bound
        + _paragraph("Ondertitel", text("Wijk {{ wijk.naam }}"))
        + _paragraph("Voorblad", status)
        + _paragraph("Voorblad", _text_box())
    )
    return (
        f'<w:document {_SPACES} mc:Ignorable="wps"><w:body>{cover}{end}{_sample()}<w:sectPr>{_MARGINS}</w:sectPr>'
        "</w:body></w:document>"
    )


def comments() -> str:
    """Return `comments.xml`."""
    words = _paragraph("Tekstopmerking", text("Vervang deze tekst door je eigen tekst."))
    remark = f'<w:comment w:id="0" w:author="{AUTHOR}" w:initials="SB">{words}</w:comment>'
    return f'<w:comments xmlns:w="{W}">{remark}</w:comments>'


def header() -> str:
    """Return the header: the title left, the logo right."""
    mark = inline(picture("rIdLogo", "Logo", _MARK, 432_000, 360_000, 2), 432_000, 360_000)
    return f"<w:hdr {_SPACES}>{_paragraph('Koptekst', text('{{ titel }}') + TO_THE_RIGHT + mark)}</w:hdr>"


def first_header() -> str:
    """Return the header of the cover: a band over the whole width of the page, with the logo on it."""
    width, height = _BAND
    shape = (
        '<wp:docPr id="11" name="Band" descr=""><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
        f"</a:extLst></wp:docPr><wp:cNvGraphicFramePr/>{_SHAPE}"
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{ACCENT}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln>"
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    fallback = (
        '<w:pict><v:rect style="position:absolute;margin-left:0;margin-top:0;width:595.3pt;height:198.4pt;'
        "z-index:-2;"
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page"'
        f' fillcolor="#{ACCENT}" stroked="f"/></w:pict>'
    )
    band = _alternate(behind(shape, (0, 0), _BAND, 1), fallback)
    size = (1_296_000, 1_080_000)
    mark = f"<w:r>{behind(picture('rIdMark', 'Logo', _MARK, *size, 12), (900_000, 720_000), size, 2)}</w:r>"
    return f'<w:hdr {_SPACES} mc:Ignorable="wps">{_paragraph("Koptekst", band + mark)}</w:hdr>'


def footer(*, empty: bool = False) -> str:
    """Return the footer: the page in the middle; the one on the cover is empty."""
    content = "" if empty else text("– ") + field("PAGE", "1") + text(" –")
    return f"<w:ftr {_SPACES}>{_paragraph('Voettekst', content)}</w:ftr>"


def _text_box() -> str:
    """Return a text box with placeholders, and beside it the one for programs that know no such box."""
    width, height = _BOX
    words = _paragraph("Voorblad", text("Gemeente {{ gemeente.naam }}")) + _paragraph(
        "Voorblad", text("Versie {{ document.versie }}, {{ document.datum }}")
    )
    inside = f"<w:txbxContent>{words}</w:txbxContent>"
    shape = (
        '<wp:docPr id="13" name="Gegevens" descr="Gemeente, versie en datum"/>'
        f'<wp:cNvGraphicFramePr/>{_SHAPE}<wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f'<wps:txbx>{inside}</wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
        "</a:graphicData></a:graphic>"
    )
    fallback = (
        '<w:pict><v:rect style="position:absolute;margin-left:70.9pt;margin-top:652pt;width:311.8pt;height:70.9pt;'
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page" filled="f" stroked="f">'
        f"<v:textbox>{inside}</v:textbox></v:rect></w:pict>"
    )
    return _alternate(behind(shape, (900_000, 8_280_000), _BOX, 3), fallback)


def _sample() -> str:
    changed = (
        f'<w:p><w:pPr><w:pStyle w:val="Plattetekst"/></w:pPr>{text("Dit is voorbeeldtekst van het sjabloon. ")}'
        f'<w:ins w:id="21" w:author="{AUTHOR}">{text("Deze zin is later toegevoegd.")}</w:ins></w:p>'
    )
    remark = '<w:commentRangeStart w:id="0"/>' + text("Hoofdstuktitel") + '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    return _paragraph("Kop1", remark + reference) + changed


def _alternate(choice: str, fallback: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
