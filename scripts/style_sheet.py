"""Writes styles and a theme: the building blocks that the scripts of all house styles share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BOLD = "<w:b/><w:bCs/>"
NEW_PAGE = "<w:pageBreakBefore/>"
KEEP = "<w:keepNext/><w:keepLines/>"
_BUILT_IN = frozenset(
    {"Title", "Subtitle", "Quote", "Body Text", "List Bullet", "List Bullet 2", "List Bullet 3", "List Paragraph"}
    | {"List Number", "List Number 2", "List Number 3", "TOC Heading"}
)
"""The names in capitals that Word knows by itself."""


def defaults(half_points: int, line: int) -> str:
    """Return the defaults of all text: its size and the distance between its lines."""
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"'
        ' w:cstheme="minorBidi"/>'
        f"{size(half_points)}"
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
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
        f"{wrapped('pPr', ppr)}{wrapped('rPr', rpr)}</w:style>"
    )


def character(key: str, name: str, rpr: str, *, built_in: bool = False, based: str = "DefaultParagraphFont") -> str:
    """Return a character style."""
    custom = "" if built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:uiPriority w:val="2"/><w:qFormat/>'
        f"{wrapped('rPr', rpr)}</w:style>"
    )


def wrapped(tag: str, content: str) -> str:
    """Return an element with this content, or nothing when there is none."""
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""


def space(before: int, after: int, line: int = 0, *, whole: str = "<w:suppressAutoHyphens/>") -> str:
    """Return the spacing of a paragraph; its words stay whole, but for those in the narrow columns of tables."""
    rule = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'{whole}<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def size(half_points: int) -> str:
    """Return the size of text."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def color(value: str) -> str:
    """Return the colour of text."""
    return f'<w:color w:val="{value}"/>'


def shade(fill: str) -> str:
    """Return a background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def numbered(number: int, level: int = 0) -> str:
    """Return a place in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def margins(vertical: int, horizontal: int) -> str:
    """Return the room between the text in a cell and its edges."""
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    return "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)


def table(
    key: str,
    name: str,
    borders: str,
    room: str,
    conditional: str,
    *,
    custom: bool = True,
    middle: bool = False,
    based: str = "TableNormal",
) -> str:
    """Return a table style; `conditional` is how its parts look."""
    own = ' w:customStyle="1"' if custom else ""
    cell = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>' if middle else ""
    return (
        f'<w:style w:type="table"{own} w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
        f'<w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{room}</w:tblCellMar></w:tblPr>{cell}{conditional}</w:style>"
    )


def foundation(
    ink: str, paragraph: str = "Normal", character: str = "DefaultParagraphFont", numbering: str = "NoList"
) -> str:
    """Return the styles that all others are based on, under the ids that Word gives them in some language.

    The colour of text stands in Normal: LibreOffice lets one among the defaults go before that of links in tables.
    """
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{paragraph}"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:rPr>{color(ink)}</w:rPr></w:style>"
        f'<w:style w:type="character" w:default="1" w:styleId="{character}">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f'<w:style w:type="numbering" w:default="1" w:styleId="{numbering}"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def plain_table(key: str = "TableNormal") -> str:
    """Return the style that all tables are based on."""
    return (
        f'<w:style w:type="table" w:default="1" w:styleId="{key}"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def lines(color: str, *sides: str, weight: int = 4) -> str:
    """Return thin lines on these sides of a table."""
    return "".join(f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="{color}"/>' for side in sides)


def condition(part: str, text: str = "", cell: str = "") -> str:
    """Return how a part of a table looks, such as its first row: its text and its cells."""
    return f'<w:tblStylePr w:type="{part}">{wrapped("rPr", text)}{wrapped("tcPr", cell)}</w:tblStylePr>'


def theme_part(name: str, colors: Mapping[str, str], major: str, minor: str) -> str:
    """Return `theme1.xml`.

    Args:
        name: The name of the house style.
        colors: The twelve colours of a theme, in their order.
        major: The font of headings.
        minor: The font of running text.
    """
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors.items())
    faces = [f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>' for font in (major, minor)]
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{faces[0]}</a:majorFont><a:minorFont>{faces[1]}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="{name}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
