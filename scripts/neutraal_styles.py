"""The styles and the theme of the neutral house style: one accent colour, dark text, air around headings."""

from __future__ import annotations

from neutraal_numbering import ANNEXES, BULLETS, HEADINGS, NUMBERS, TABLE_BULLETS
from neutraal_page import TEXT_WIDTH, W

FONT = "Arial"
INK, GREY, ACCENT, TINT, HEAD, LINE, LINK = (
    "1F2933",
    "52606D",
    "1F4E5F",
    "F0F5F7",
    "DCE9ED",
    "B5C7CE",
    "0B5A83",
)

# Background and text of each status; every pair has a contrast above 7 to 1 and a different lightness.
STATUS = {
    "Status op orde": ("D3EEDB", "12472A"),
    "Status deels": ("FFE8B3", "553A00"),
    "Status niet": ("F8D4D2", "6E1414"),
    "Status onbekend": ("E3E5E8", "3A3F45"),
}
PLACEHOLDER = ("FFF3A3", "4A3C00")


def styles() -> str:
    """Return `styles.xml`."""
    body = "".join([*_basis(), *_headings(), *_text(), *_lists(), *_contents(), *_cover(), *_in_tables()])
    return f'<w:styles xmlns:w="{W}">{_defaults()}{body}{"".join(_characters())}{"".join(_tables())}</w:styles>'


def _defaults() -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"'
        ' w:cstheme="minorBidi"/>'
        f'<w:color w:val="{INK}"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="254" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def paragraph(
    key: str,
    name: str,
    *,
    based: str = "Normal",
    after: str = "",
    ppr: str = "",
    rpr: str = "",
    quick: bool = True,
) -> str:
    """Return a paragraph style; `after` is the style of the next paragraph."""
    custom = "" if name[0].islower() or name in _BUILT_IN else ' w:customStyle="1"'
    next_style = f'<w:next w:val="{after}"/>' if after else ""
    shown = "<w:qFormat/>" if quick else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{next_style}<w:uiPriority w:val="1"/>{shown}'
        f"{_wrapped('pPr', ppr)}{_wrapped('rPr', rpr)}</w:style>"
    )


_BUILT_IN = frozenset(
    {"Title", "Subtitle", "Quote", "Body Text", "List Bullet", "List Bullet 2", "List Bullet 3"}
    | {"List Number", "List Number 2", "List Number 3", "TOC Heading"}
)


def character(key: str, name: str, rpr: str, *, built_in: bool = False) -> str:
    """Return a character style."""
    custom = "" if built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="2"/><w:qFormat/>'
        f"{_wrapped('rPr', rpr)}</w:style>"
    )


def _wrapped(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""


def _space(before: int, after: int, line: int = 0, *, whole: str = "<w:suppressAutoHyphens/>") -> str:
    """Return the spacing of a paragraph; its words stay whole, but for those in the narrow columns of tables."""
    rule = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'{whole}<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _numbered(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


BOLD = "<w:b/><w:bCs/>"
NEW_PAGE = "<w:pageBreakBefore/>"
KEEP = "<w:keepNext/><w:keepLines/>"


def _basis() -> list[str]:
    return [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
        paragraph("BodyText", "Body Text", ppr="<w:widowControl/>" + _space(0, 110)),
        paragraph("Natabel", "Na tabel", based="BodyText", after="BodyText", ppr=_space(180, 120)),
        paragraph(
            "Header",
            "header",
            ppr=f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>',
            rpr=_color(GREY) + _size(17),
            quick=False,
        ),
        paragraph(
            "Footer",
            "footer",
            ppr=f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>',
            rpr=_color(GREY) + _size(17),
            quick=False,
        ),
    ]


def _heading(
    level: int, before: int, after: int, size: int, color: str, *, first: str = "", numbered: bool = True
) -> str:
    number = _numbered(HEADINGS, level - 1) if numbered else ""
    return paragraph(
        f"Heading{level}",
        f"heading {level}",
        after="BodyText",
        ppr=f'{KEEP}{first}{number}{_space(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>',
        rpr=BOLD + _color(color) + _size(size),
    )


def _headings() -> list[str]:
    without = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    top = _space(0, 280)
    flush = '<w:ind w:left="0" w:firstLine="0"/>'
    return [
        _heading(1, 520, 200, 38, ACCENT),
        _heading(2, 300, 100, 27, ACCENT),
        _heading(3, 260, 80, 23, INK),
        _heading(4, 200, 40, 20, ACCENT, numbered=False),
        paragraph(
            "Kopzondernummer",
            "Kop zonder nummer",
            based="Heading1",
            after="BodyText",
            ppr=NEW_PAGE + without + top + flush,
        ),
        paragraph("Kop2zondernummer", "Kop 2 zonder nummer", based="Heading2", after="BodyText", ppr=without + flush),
        paragraph("Kop3zondernummer", "Kop 3 zonder nummer", based="Heading3", after="BodyText", ppr=without + flush),
        paragraph(
            "Bijlage",
            "Bijlage",
            based="Heading1",
            after="BodyText",
            ppr=NEW_PAGE + _numbered(ANNEXES) + top + flush,
        ),
        paragraph(
            "TOCHeading",
            "TOC Heading",
            based="Heading1",
            after="BodyText",
            ppr=NEW_PAGE + without + top + flush + '<w:outlineLvl w:val="9"/>',
        ),
    ]


def _text() -> list[str]:
    border = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
    box = border + _shade(TINT)
    return [
        paragraph(
            "Intro",
            "Intro",
            based="BodyText",
            after="BodyText",
            ppr="<w:keepNext/>" + _space(0, 180, 295),
            rpr=_color(ACCENT) + _size(23),
        ),
        paragraph("Bron", "Bron", after="BodyText", ppr=_space(80, 140), rpr=_color(GREY) + _size(17)),
        paragraph(
            "Caption",
            "caption",
            after="BodyText",
            ppr="<w:keepNext/><w:keepLines/>" + _space(180, 60),
            rpr=BOLD + _color(ACCENT) + _size(18),
        ),
        paragraph(
            "Quote",
            "Quote",
            based="BodyText",
            after="BodyText",
            ppr=border + '<w:ind w:left="284" w:right="284"/>',
            rpr="<w:i/><w:iCs/>",
        ),
        paragraph(
            "Kader",
            "Kader",
            after="BodyText",
            ppr=box + _space(60, 100) + '<w:ind w:left="227" w:right="57"/>',
        ),
        paragraph(
            "Kadertitel",
            "Kadertitel",
            based="Kader",
            after="Kader",
            ppr="<w:keepNext/>" + _space(240, 20),
            rpr=BOLD + _color(ACCENT),
        ),
    ]


def _lists() -> list[str]:
    result = []
    for kind, number in (("Bullet", BULLETS), ("Number", NUMBERS)):
        for level, suffix in enumerate(("", " 2", " 3")):
            result.append(
                paragraph(
                    f"List{kind}{suffix.strip()}",
                    f"List {kind}{suffix}",
                    based="BodyText",
                    ppr=_numbered(number, level) + _space(0, 50),
                )
            )
    return result


def _contents() -> list[str]:
    def entry(level: int, left: int, tab: int, before: int, rpr: str = "") -> str:
        tabs = (
            f'<w:tabs><w:tab w:val="left" w:pos="{tab}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
        )
        indent = f'<w:ind w:left="{tab}" w:hanging="{tab - left}"/>'
        return paragraph(
            f"TOC{level}",
            f"toc {level}",
            after="Normal",
            ppr=tabs + _space(before, 0) + indent,
            rpr=rpr,
            quick=False,
        )

    return [
        entry(1, 0, 454, 80, BOLD + _color(ACCENT)),
        entry(2, 454, 1077, 0),
        entry(3, 1077, 1871, 0, _color(GREY)),
    ]


def _cover() -> list[str]:
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="14" w:color="{ACCENT}"/></w:pBdr>'
    return [
        paragraph(
            "Title",
            "Title",
            after="Subtitle",
            ppr="<w:keepNext/>" + rule + _space(3800, 360, 252),
            rpr=BOLD + _color(ACCENT) + _size(60),
        ),
        paragraph("Subtitle", "Subtitle", after="Voorbladregel", ppr=_space(0, 720), rpr=_color(INK) + _size(30)),
        paragraph("Voorbladregel", "Voorbladregel", ppr=_space(0, 60), rpr=_color(GREY) + _size(22)),
    ]


def _in_tables() -> list[str]:
    return [
        paragraph("Tabeltekst", "Tabeltekst", ppr=_space(0, 0, 240, whole=""), rpr=_size(18)),
        paragraph("Tabelkop", "Tabelkop", based="Tabeltekst", ppr="<w:keepNext/>", rpr=BOLD + _color(ACCENT)),
        paragraph("Tabelgetal", "Tabelgetal", based="Tabeltekst", ppr='<w:jc w:val="right"/>'),
        paragraph("Tabelkopgetal", "Tabelkop getal", based="Tabelkop", ppr='<w:jc w:val="right"/>'),
        paragraph("Tabelopsomming", "Tabelopsomming", based="Tabeltekst", ppr=_numbered(TABLE_BULLETS)),
        paragraph(
            "Balk",
            "Balk",
            based="Tabeltekst",
            ppr=_shade(ACCENT) + '<w:jc w:val="center"/>',
            rpr=_color("FFFFFF"),
        ),
        paragraph("Planningcel", "Planningcel", based="Tabeltekst", ppr='<w:jc w:val="center"/>', rpr=_size(16)),
        paragraph("Planningkop", "Planningkop", based="Tabelkop", ppr='<w:jc w:val="center"/>', rpr=_size(15)),
        paragraph(
            "Planningrij",
            "Planningrij",
            based="Tabeltekst",
            ppr=_space(50, 50, whole="") + '<w:ind w:left="57" w:right="57"/>',
        ),
    ]


def _characters() -> list[str]:
    found = [
        character("Strong", "Strong", BOLD, built_in=True),
        character("Emphasis", "Emphasis", "<w:i/><w:iCs/>", built_in=True),
        character("Hyperlink", "Hyperlink", _color(LINK) + '<w:u w:val="single"/>', built_in=True),
        character("Code", "Code", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'),
        character("Invulplek", "Invulplek", _color(PLACEHOLDER[1]) + _shade(PLACEHOLDER[0])),
    ]
    for name, (fill, text) in STATUS.items():
        found.append(character(name.replace(" ", ""), name, BOLD + _color(text) + _shade(fill)))
    return found


def _tables() -> list[str]:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in ("top", "bottom", "insideH")
    )
    grid = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    head = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_shade(HEAD)}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    total = (
        f'<w:tblStylePr w:type="lastRow"><w:rPr>{BOLD}</w:rPr><w:tcPr><w:tcBorders>'
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    first = f'<w:tblStylePr w:type="firstCol"><w:rPr>{BOLD}</w:rPr></w:tblStylePr>'
    return [
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        _table("TableGrid", "Table Grid", grid, _margins(0, 108), "", custom=False),
        _table("WijkplanTabel", "Wijkplan Tabel", lines, _margins(28, 85), head + total),
        _table("WijkplanGegevens", "Wijkplan Gegevens", lines, _margins(28, 85), head + first),
        _table("WijkplanPlanning", "Wijkplan Planning", grid, _margins(0, 0), head, middle=True),
    ]


def _margins(vertical: int, horizontal: int) -> str:
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    return "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)


def _table(
    key: str,
    name: str,
    borders: str,
    margins: str,
    conditional: str,
    *,
    custom: bool = True,
    middle: bool = False,
) -> str:
    own = ' w:customStyle="1"' if custom else ""
    cell = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>' if middle else ""
    return (
        f'<w:style w:type="table"{own} w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{cell}{conditional}</w:style>"
    )


def theme() -> str:
    """Return `theme1.xml`: the colours and the font, so that Word offers them in its menus."""
    colors = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": INK,
        "lt2": TINT,
        "accent1": ACCENT,
        "accent2": LINK,
        "accent3": "5B8C5A",
        "accent4": "B7791F",
        "accent5": "9B2C2C",
        "accent6": GREY,
        "hlink": LINK,
        "folHlink": GREY,
    }
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors.items())
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Neutraal"><a:themeElements>'
        f'<a:clrScheme name="Neutraal">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Neutraal"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Neutraal"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
