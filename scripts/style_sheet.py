"""Writes the style sheet and the theme of a house style from its styles, each told as data."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from scripts.style_page import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BOLD = "<w:b/><w:bCs/>"
ALL_SIDES = ("top", "left", "bottom", "right")
GRID = (*ALL_SIDES, "insideH", "insideV")
_KEEP = {"": "", "next": "<w:keepNext/>", "whole": "<w:keepNext/><w:keepLines/>"}
_THEME_COLORS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_BUILT_IN = frozenset(
    {"Title", "Subtitle", "Quote", "Body Text", "List Bullet", "List Bullet 2", "List Bullet 3", "List Paragraph"}
    | {"List Number", "List Number 2", "List Number 3", "TOC Heading", "Strong", "Emphasis", "Hyperlink", "Table Grid"}
)
"""The names in capitals that Word knows by itself."""


class Space(NamedTuple):
    """The room before and after a paragraph in twentieths of a point, and between its lines in 240ths of one."""

    before: int
    after: int
    line: int = 0


class Tab(NamedTuple):
    """A tab stop."""

    kind: str
    place: int
    leader: str = ""


@dataclass(frozen=True, kw_only=True)
class Letters:
    """How the letters of a style look; a size is in half points."""

    display: bool = False
    """In the font of headings."""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    size: int = 0

    def look(self) -> str:
        """Return the content of its `rPr`."""
        font = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>' if self.display else ""
        slanted = "<w:i/><w:iCs/>" if self.italic else ""
        sized = _size(self.size) if self.size else ""
        return font + BOLD * self.bold + slanted + (color(self.colour) if self.colour else "") + sized


@dataclass(frozen=True)
class Paragraph(Letters):
    """A paragraph style."""

    key: str
    name: str
    _: KW_ONLY
    based: str = ""
    """The id of another style; empty for the one that all are based on."""
    after: str = ""
    """The style of the next paragraph."""
    quick: bool = True
    """Whether Word shows it among its styles."""
    keep: str = ""
    """`next` to stay with the next paragraph, `whole` to stay on one page as well."""
    new_page: bool = False
    widow: bool = False
    number: tuple[int, int] | None = None
    """The list and the level in it that number it; list 0 takes away the number of the style that it is based on."""
    border: str = ""
    fill: str = ""
    tabs: tuple[Tab, ...] = ()
    space: Space | None = None
    hyphens: bool = False
    """Whether its words may be broken: only in the narrow columns of tables."""
    indent: Mapping[str, int] = field(default_factory=dict)
    contextual: bool = False
    """Without room between paragraphs of this same style."""
    align: str = ""
    outline: int | None = None

    def written(self, base: str) -> str:
        """Return the style; `base` is what it is based on when it names no other."""
        next_style = f'<w:next w:val="{self.after}"/>' if self.after else ""
        shown = "<w:qFormat/>" if self.quick else ""
        return (
            f'<w:style w:type="paragraph"{_custom(self.name)} w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{self.based or base}"/>{next_style}<w:uiPriority w:val="1"/>{shown}'
            f"{_wrapped('pPr', self._place())}{_wrapped('rPr', self.look())}</w:style>"
        )

    def _place(self) -> str:
        """Return the content of its `pPr`, in the order of the schema."""
        spaced = ("" if self.hyphens else "<w:suppressAutoHyphens/>") + _spacing(self.space) if self.space else ""
        indent = "".join(f' w:{side}="{width}"' for side, width in self.indent.items())
        return (
            _KEEP[self.keep]
            + "<w:pageBreakBefore/>" * self.new_page
            + "<w:widowControl/>" * self.widow
            + _numbered(self.number)
            + _wrapped("pBdr", self.border)
            + (shade(self.fill) if self.fill else "")
            + _wrapped("tabs", "".join(map(_tab, self.tabs)))
            + spaced
            + (f"<w:ind{indent}/>" if indent else "")
            + "<w:contextualSpacing/>" * self.contextual
            + (f'<w:jc w:val="{self.align}"/>' if self.align else "")
            + (f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else "")
        )


@dataclass(frozen=True)
class Character(Letters):
    """A character style."""

    key: str
    name: str
    _: KW_ONLY
    font: str = ""
    fill: str = ""
    underline: bool = False
    frame: str = ""
    """The line around it, such as `dashed`, in the colour of its text."""

    def written(self, base: str) -> str:
        """Return the style, based on `base`."""
        font = f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>' if self.font else ""
        under = '<w:u w:val="single"/>' if self.underline else ""
        around = lines(self.colour, "bdr").replace("single", self.frame) if self.frame else ""
        look = font + self.look() + under + around + (shade(self.fill) if self.fill else "")
        return (
            f'<w:style w:type="character"{_custom(self.name)} w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{base}"/><w:uiPriority w:val="2"/><w:qFormat/>{_wrapped("rPr", look)}</w:style>'
        )


@dataclass(frozen=True)
class Table:
    """A table style."""

    key: str
    name: str
    borders: str
    room: tuple[int, int]
    """The room above and beside the text in a cell."""
    conditions: str = ""
    """How its parts look, such as its first row."""
    middle: bool = False

    def written(self, base: str) -> str:
        """Return the style, based on `base`."""
        cell = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>' if self.middle else ""
        room = zip(ALL_SIDES, self.room * 2, strict=True)
        margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in room)
        return (
            f'<w:style w:type="table"{_custom(self.name)} w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{base}"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>{self.borders}</w:tblBorders>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{cell}{self.conditions}</w:style>"
        )


@dataclass(frozen=True)
class Sheet:
    """The styles of a house style."""

    size: int
    line: int
    ink: str
    paragraphs: Iterable[Paragraph]
    characters: Iterable[Character]
    tables: Iterable[Table]
    base: tuple[str, str, str, str] = ("Normal", "DefaultParagraphFont", "NoList", "TableNormal")
    """The ids of the styles that all others are based on: those of paragraphs, characters, lists and tables."""

    def written(self) -> str:
        """Return `styles.xml`."""
        paragraph, character, _, table = self.base
        found = [item.written(paragraph) for item in self.paragraphs]
        found += [item.written(character) for item in self.characters]
        found += [_plain_table(table), *(item.written(table) for item in self.tables)]
        return f'<w:styles xmlns:w="{W}">{self._defaults()}{self._foundation()}{"".join(found)}</w:styles>'

    def _defaults(self) -> str:
        """Return the defaults of all text: its size and the distance between its lines."""
        return (
            "<w:docDefaults><w:rPrDefault><w:rPr>"
            '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"'
            ' w:cstheme="minorBidi"/>'
            f"{_size(self.size)}"
            '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
            f'<w:spacing w:after="0" w:line="{self.line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        )

    def _foundation(self) -> str:
        """Return the styles that all others are based on.

        The colour of text stands in Normal: LibreOffice lets one among the defaults go before that of links in tables.
        """
        paragraph, character, numbering, _ = self.base
        return (
            f'<w:style w:type="paragraph" w:default="1" w:styleId="{paragraph}"><w:name w:val="Normal"/>'
            f"<w:qFormat/><w:rPr>{color(self.ink)}</w:rPr></w:style>"
            f'<w:style w:type="character" w:default="1" w:styleId="{character}">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
            f'<w:style w:type="numbering" w:default="1" w:styleId="{numbering}"><w:name w:val="No List"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        )


def color(value: str) -> str:
    """Return the colour of text."""
    return f'<w:color w:val="{value}"/>'


def shade(fill: str) -> str:
    """Return a background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def lines(color: str, *sides: str, weight: int = 4, room: int = 0) -> str:
    """Return lines on these sides of a table or a paragraph."""
    return "".join(f'<w:{side} w:val="single" w:sz="{weight}" w:space="{room}" w:color="{color}"/>' for side in sides)


def condition(part: str, text: str = "", cell: str = "") -> str:
    """Return how a part of a table looks, such as its first row: its text and its cells."""
    return f'<w:tblStylePr w:type="{part}">{_wrapped("rPr", text)}{_wrapped("tcPr", cell)}</w:tblStylePr>'


def theme(name: str, colors: tuple[str, ...], major: str, minor: str) -> str:
    """Return `theme1.xml`: the colours and the fonts, so that Word offers them in its menus.

    Args:
        name: The name of the house style.
        colors: The twelve colours of a theme, in their order.
        major: The font of headings.
        minor: The font of running text.
    """
    named = zip(_THEME_COLORS, colors, strict=True)
    scheme = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in named)
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


def _custom(name: str) -> str:
    return "" if name[0].islower() or name in _BUILT_IN else ' w:customStyle="1"'


def _wrapped(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""


def _spacing(space: Space) -> str:
    rule = f' w:line="{space.line}" w:lineRule="auto"' if space.line else ""
    return f'<w:spacing w:before="{space.before}" w:after="{space.after}"{rule}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _numbered(number: tuple[int, int] | None) -> str:
    if number is None:
        return ""
    place, level = number
    return f'<w:numPr>{f"""<w:ilvl w:val="{level}"/>""" if place else ""}<w:numId w:val="{place}"/></w:numPr>'


def _tab(tab: Tab) -> str:
    leader = f' w:leader="{tab.leader}"' if tab.leader else ""
    return f'<w:tab w:val="{tab.kind}"{leader} w:pos="{tab.place}"/>'


def _plain_table(key: str) -> str:
    """Return the style that all tables are based on."""
    return (
        f'<w:style w:type="table" w:default="1" w:styleId="{key}"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
