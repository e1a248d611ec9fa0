"""The fresh house style: a template as a communications officer has one.

It is made for Word in Dutch, with a band over the cover, a text box, sample text, and no bullets.
"""

from __future__ import annotations

from scripts.style_drawing import behind, circle, inline, picture, png, wave
from scripts.style_package import Face, HouseStyle
from scripts.style_page import R, W, document, field, paragraph, part, section, text
from scripts.style_sheet import ALL_SIDES, GRID, Character, Paragraph, Sheet, Space, Tab, Table, lines

_ACCENT, _DEEP, _INK, _GREY, _TINT, _LINE = "0B5563", "083C46", "20292B", "526064", "E8F3F4", "9DBFC5"
_TEXT_WIDTH = 9298
"""A4 minus margins of 2.3 cm, in twentieths of a point."""
_AUTHOR = "Sjabloonbeheer"
"""Who made the template; no plan may show this name."""
_BAR = {
    "border": lines(_ACCENT, *ALL_SIDES, weight=24, room=3),
    "fill": _ACCENT,
    "indent": {"left": 113, "right": 113},
    "colour": "FFFFFF",
}
_UNDER = {"border": lines(_LINE, "bottom", weight=6, room=3), "colour": _ACCENT}

_HEADINGS = tuple(
    Paragraph(
        f"Kop{level}",
        f"heading {level}",
        after="Plattetekst",
        keep="whole",
        outline=level - 1,
        display=True,
        space=space,
        size=size,
        **look,
    )
    for level, space, size, look in (
        (1, Space(320, 140, 252), 32, _BAR),
        (2, Space(200, 70, 252), 26, _UNDER),
        (3, Space(180, 50, 252), 22, {"bold": True, "colour": _DEEP}),
        (4, Space(200, 60, 252), 20, {"bold": True, "colour": _GREY}),
    )
)
_CONTENTS = tuple(
    Paragraph(
        f"Inhopg{level}",
        f"toc {level}",
        quick=False,
        tabs=(Tab("right", _TEXT_WIDTH, "dot"),),
        space=Space(before, 0, 240),
        indent={"left": left},
        **look,
    )
    for level, left, before, look in (
        (1, 0, 40, {"bold": True, "colour": _ACCENT}),
        (2, 284, 0, {}),
        (3, 567, 0, {"colour": _GREY}),
    )
)
_PARAGRAPHS = (
    *_HEADINGS,
    Paragraph(
        "Kopvaninhoudsopgave",
        "TOC Heading",
        based="Kop1",
        after="Plattetekst",
        new_page=True,
        space=Space(0, 240, 252),
        outline=9,
    ),
    Paragraph("Plattetekst", "Body Text", space=Space(0, 90)),
    Paragraph("Lijstalinea", "List Paragraph", space=Space(0, 60), indent={"left": 357}),
    Paragraph(
        "Bijschrift",
        "caption",
        after="Plattetekst",
        keep="whole",
        space=Space(160, 50),
        bold=True,
        colour=_DEEP,
        size=18,
    ),
    Paragraph("Citaat", "Quote", space=Space(120, 120), indent={"left": 567, "right": 567}, italic=True),
    Paragraph(
        "Koptekst",
        "header",
        quick=False,
        border=lines(_ACCENT, "bottom", weight=8, room=6),
        align="right",
        colour=_GREY,
        size=16,
    ),
    Paragraph("Voettekst", "footer", quick=False, align="center", colour=_GREY, size=16),
    Paragraph("Tekstopmerking", "annotation text", quick=False),
    *_CONTENTS,
    Paragraph(
        "Titel",
        "Title",
        after="Ondertitel",
        keep="next",
        space=Space(4200, 240, 252),
        display=True,
        bold=True,
        colour=_ACCENT,
        size=60,
    ),
    Paragraph("Ondertitel", "Subtitle", after="Voorblad", space=Space(0, 480), display=True, colour=_DEEP, size=32),
    Paragraph("Voorblad", "Voorblad", space=Space(0, 60), colour=_GREY, size=22),
)
_CHARACTERS = (
    Character("Zwaar", "Strong", bold=True),
    Character("Nadruk", "Emphasis", italic=True),
    Character("Hyperlink", "Hyperlink", colour=_ACCENT, underline=True),
)
_TABLES = (Table("Tabelraster", "Table Grid", lines(_LINE, *GRID), (28, 100)),)
_BASE = ("Standaard", "Standaardalinea-lettertype", "Geenlijst", "Standaardtabel")

_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_IGNORING = f'{_SPACES} mc:Ignorable="wps"'
_MARGINS = (1304, 1304, 1021, 1304, 510, 510)
_SHAPE = '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
_MARK = "Logo: twee golven onder een punt"
_BAND = (7_560_000, 2_520_000)
_BOX = (3_960_000, 900_000)


def _logo(background: str, colour: str) -> bytes:
    """Return the logo: two waves under a dot."""
    return png(
        240,
        200,
        background,
        (circle(colour, 0.5, 0.16, 0.12), wave(colour, 0.4, 0.11, 0.06), wave(colour, 0.61, 0.11, 0.06)),
    )


def _document() -> str:
    """Return `document.xml`: a cover, and a page with sample text, a comment and a tracked change."""
    bound = (
        '<w:sdt><w:sdtPr><w:alias w:val="Titel"/><w:tag w:val="titel"/><w:id w:val="1001"/><w:showingPlcHdr/>'
        "<w:dataBinding w:prefixMappings=\"xmlns:ns0='http://purl.org/dc/elements/1.1/'"
        " xmlns:ns1='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'\""
        ' w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
        "<w:text/></w:sdtPr><w:sdtContent>"
        f"{paragraph('Titel', text('[Titel van het document]'))}</w:sdtContent></w:sdt>"
    )
    status = text("Status: ") + field("DOCPROPERTY Status", "concept")
    page = section(_MARGINS, {"default": (6, 8), "first": (7, 9)})
    end = f'<w:p><w:pPr><w:pStyle w:val="Voorblad"/>{page}</w:pPr></w:p>'
    cover = (
        bound
        + paragraph("Ondertitel", text("Wijk {{ wijk.naam }}"))
        + paragraph("Voorblad", status)
        + paragraph("Voorblad", _text_box())
    )
    return document(cover + end + _sample() + section(_MARGINS, {}), _IGNORING)


def _comments() -> str:
    """Return `comments.xml`."""
    words = paragraph("Tekstopmerking", text("Vervang deze tekst door je eigen tekst."))
    remark = f'<w:comment w:id="0" w:author="{_AUTHOR}" w:initials="SB">{words}</w:comment>'
    return f'<w:comments xmlns:w="{W}">{remark}</w:comments>'


def _first_header() -> str:
    """Return the header of the cover: a band over the whole width of the page, with the logo on it."""
    width, height = _BAND
    shape = (
        '<wp:docPr id="11" name="Band" descr=""><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
        f"</a:extLst></wp:docPr><wp:cNvGraphicFramePr/>{_SHAPE}"
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{_ACCENT}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln>"
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    fallback = (
        '<w:pict><v:rect style="position:absolute;margin-left:0;margin-top:0;width:595.3pt;height:198.4pt;'
        "z-index:-2;"
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page"'
        f' fillcolor="#{_ACCENT}" stroked="f"/></w:pict>'
    )
    band = _alternate(behind(shape, (0, 0), _BAND, 1), fallback)
    size = (1_296_000, 1_080_000)
    mark = f"<w:r>{behind(picture('rIdMark', 'Logo', _MARK, *size, 12), (900_000, 720_000), size, 2)}</w:r>"
    return part("hdr", "Koptekst", band + mark, _IGNORING)


def _text_box() -> str:
    """Return a text box with placeholders, and beside it the one for programs that know no such box."""
    width, height = _BOX
    words = paragraph("Voorblad", text("Gemeente {{ gemeente.naam }}")) + paragraph(
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
        f'<w:ins w:id="21" w:author="{_AUTHOR}">{text("Deze zin is later toegevoegd.")}</w:ins></w:p>'
    )
    remark = '<w:commentRangeStart w:id="0"/>' + text("Hoofdstuktitel") + '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    return paragraph("Kop1", remark + reference) + changed


def _alternate(choice: str, fallback: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


_SMALL_MARK = inline(picture("rIdLogo", "Logo", _MARK, 432_000, 360_000, 2), 432_000, 360_000)

FRIS = HouseStyle(
    name="Fris",
    heading=Face("Trebuchet MS", "swiss", "020B0603020202020204"),
    text=Face("Arial", "swiss", "020B0604020202020204"),
    colors=("000000", "FFFFFF", _INK, _TINT, _ACCENT, "5E8C2F", "C77700", _DEEP, _GREY, _LINE, _ACCENT, _GREY),
    sheet=Sheet(20, 248, _INK, _PARAGRAPHS, _CHARACTERS, _TABLES, _BASE),
    parts={
        "document": _document(),
        "comments": _comments(),
        "header1": part("hdr", "Koptekst", text("{{ titel }}\u2003") + _SMALL_MARK, _SPACES),
        "header2": _first_header(),
        "footer1": part("ftr", "Voettekst", text("– ") + field("PAGE", "1") + text(" –"), _SPACES),
        "footer2": part("ftr", "Voettekst", "", _SPACES),
    },
    pictures={"beeldmerk.png": _logo(_ACCENT, "FFFFFF"), "logo.png": _logo("FFFFFF", _ACCENT)},
    shown={"header1": (("rIdLogo", "logo.png"),), "header2": (("rIdMark", "beeldmerk.png"),)},
    template=True,
    title="Rapport",
    author=_AUTHOR,
)
