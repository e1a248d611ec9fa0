"""Puts the Word file of a house style together, part by part, so that nothing of a library's template travels along.

The times in the package are fixed: the same script always gives the same bytes.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

PROPERTIES = {
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
"""The content types of the parts that are no WordprocessingML."""


def write(target: Path, parts: Mapping[str, str | bytes]) -> None:
    """Write a package.

    Args:
        target: The file.
        parts: The content of each part by name, in the order of the package; a text is XML without its declaration.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content if isinstance(content, bytes) else XML + content)


def content_types(overrides: Mapping[str, str], pictures: str = "") -> str:
    """Return `[Content_Types].xml`.

    Args:
        overrides: The type of each part by name; a type without a slash is one of WordprocessingML.
        pictures: The ending of the pictures in the package, if there are any.
    """
    lines = "".join(
        f'<Override PartName="{part}" ContentType="{kind if "/" in kind else f"{WORD}.{kind}+xml"}"/>'
        for part, kind in overrides.items()
    )
    more = f'<Default Extension="{pictures}" ContentType="image/{pictures}"/>' if pictures else ""
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{more}{lines}</Types>'
    )


def package_relationships() -> str:
    """Return `_rels/.rels`."""
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>"
    )


def relationships(links: Iterable[tuple[str, str, str]]) -> str:
    """Return the relationships of a part: of each its id, its kind and its target."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def core(title: str = "", author: str = "") -> str:
    """Return `docProps/core.xml`."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def app() -> str:
    """Return `docProps/app.xml`."""
    return f'<Properties xmlns="{OFFICE}/extended-properties"><Company></Company></Properties>'


def fonts(*faces: tuple[str, str, str]) -> str:
    """Return `fontTable.xml`: of each font its name, its family and its PANOSE numbers."""
    rows = "".join(
        f'<w:font w:name="{name}"><w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, family, panose in faces
    )
    return f'<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{rows}</w:fonts>'
