"""Puts the Word file of a house style together, part by part, so that nothing of a library's template travels along.

The times in the package are fixed: the same script always gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.word.package.archive import package
from generator.word.xml import DECLARATION, W
from scripts.style_numbering import numbering
from scripts.style_page import settings
from scripts.style_sheet import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from scripts.style_numbering import Level
    from scripts.style_sheet import Sheet

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PARTS = (
    "styles",
    "numbering",
    "settings",
    "fontTable",
    "theme",
    "header1",
    "header2",
    "footer1",
    "footer2",
    "comments",
)
"""What the document refers to, numbered from 1; a house style may lack the numbering and the comments."""
_PROPERTIES = {
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
"""The content types of the parts that are no WordprocessingML."""


class Face(NamedTuple):
    """A font: its name, its family and its PANOSE numbers."""

    name: str
    family: str
    panose: str


@dataclass(frozen=True, kw_only=True)
class HouseStyle:
    """The description of a house style."""

    name: str
    heading: Face
    text: Face
    colors: tuple[str, ...]
    """The twelve colours of a theme, in their order."""
    sheet: Sheet
    lists: Mapping[int, tuple[Level, ...]] = field(default_factory=dict)
    parts: Mapping[str, str]
    """The document, the headers and the footers, and the comments if there are any: XML without its declaration."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures by the name of their file."""
    shown: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Of each part with pictures: the id and the file of each."""
    template: bool = False
    """Whether it is a template of Word, not a document."""
    title: str = ""
    author: str = ""


def write(target: Path, style: HouseStyle) -> None:
    """Write the Word file of a house style."""
    target.parent.mkdir(parents=True, exist_ok=True)
    files = _files(style).items()
    parts = {name: data if isinstance(data, bytes) else f"{DECLARATION}{data}".encode() for name, data in files}
    target.write_bytes(package(parts))


def _files(style: HouseStyle) -> dict[str, str | bytes]:
    """Return the content of every file in the package by its name."""
    parts = {
        **style.parts,
        "styles": style.sheet.written(),
        "settings": settings(),
        "fontTable": _fonts(style),
        "theme": theme(style.name, style.colors, style.heading.name, style.text.name),
    }
    if style.lists:
        parts["numbering"] = numbering(style.lists)
    links = [(f"rId{number}", name.rstrip("12"), _file(name)) for number, name in enumerate(_PARTS, 1) if name in parts]
    shown = {
        name: [(key, "image", f"media/{picture}") for key, picture in pictures]
        for name, pictures in style.shown.items()
    }
    shown["document"] = links + shown.get("document", [])
    return {
        "[Content_Types].xml": _content_types(style, parts),
        "_rels/.rels": _package_relationships(),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"><Company></Company></Properties>',
        "docProps/core.xml": _core(style),
        **{f"word/_rels/{name}.xml.rels": _relationships(pictures) for name, pictures in shown.items()},
        **{f"word/{_file(name)}": content for name, content in parts.items()},
        **{f"word/media/{name}": content for name, content in style.pictures.items()},
    }


def _file(part: str) -> str:
    return "theme/theme1.xml" if part == "theme" else f"{part}.xml"


def _content_types(style: HouseStyle, parts: Mapping[str, str]) -> str:
    main = "template.main" if style.template else "document.main"
    kinds = {f"/word/{name}.xml": name.rstrip("12") for name in _PARTS if name in parts and name != "theme"}
    lines = "".join(
        f'<Override PartName="{part}" ContentType="{kind if "/" in kind else f"{_WORD}.{kind}+xml"}"/>'
        for part, kind in {"/word/document.xml": main, **kinds, **_PROPERTIES}.items()
    )
    more = '<Default Extension="png" ContentType="image/png"/>' if style.pictures else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{more}{lines}</Types>'
    )


def _package_relationships() -> str:
    """Return `_rels/.rels`."""
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>"
    )


def _relationships(links: Iterable[tuple[str, str, str]]) -> str:
    """Return the relationships of a part: of each its id, its kind and its target."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(style: HouseStyle) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{style.title}</dc:title>'
        f"<dc:creator>{style.author}</dc:creator><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _fonts(style: HouseStyle) -> str:
    rows = "".join(
        f'<w:font w:name="{face.name}"><w:panose1 w:val="{face.panose}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{face.family}"/><w:pitch w:val="variable"/></w:font>'
        for face in dict.fromkeys((style.heading, style.text))
    )
    return f'<w:fonts xmlns:w="{W}">{rows}</w:fonts>'
