"""Opens the Word file of a house style and keeps what belongs to it: styles, numbering, headers, page."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from generator.word.faults import HouseStyleError
from generator.word.xml import W, w

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.opc.part import XmlPart
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_MAIN = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml"
    rb"|ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml)"
)
_PROPERTIES = {
    RT.CORE_PROPERTIES: ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    RT.EXTENDED_PROPERTIES: (
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
    RT.CUSTOM_PROPERTIES: (
        "/docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}


class HouseStyle:
    """An opened house style."""

    def __init__(self, package: Package) -> None:
        """Keep the package of the Word file."""
        self._package = package

    @property
    def document(self) -> DocumentPart:
        """The main part."""
        return cast("DocumentPart", self._package.main_document_part)

    @property
    def styles(self) -> _Element:
        """The root of `styles.xml`."""
        return cast("_Element", cast("XmlPart", self.document.part_related_by(RT.STYLES)).element)

    @property
    def numbering(self) -> _Element:
        """The root of `numbering.xml`."""
        return cast("_Element", self.document.numbering_part.element)

    @property
    def section(self) -> _Element:
        """The section that the plan runs in."""
        section = self.document.element.body.find(w("sectPr"))
        return etree.Element(w("sectPr"), nsmap={"w": W}) if section is None else section

    def margins(self) -> Iterator[_Element]:
        """Yield the root of each header and footer."""
        for relationship in self.document.rels.values():
            if relationship.reltype in {RT.HEADER, RT.FOOTER}:
                yield relationship.target_part.element

    def relate(self, address: str) -> str:
        """Return the id of the relationship to an address outside the document."""
        return self.document.relate_to(address, RT.HYPERLINK, is_external=True)

    def parts(self) -> dict[str, bytes]:
        """Return every part as bytes, by name; the properties are there, still empty."""
        self._renew_properties()
        stream = io.BytesIO()
        self._package.save(stream)
        with zipfile.ZipFile(stream) as saved:
            return {name: saved.read(name) for name in saved.namelist()}

    def _renew_properties(self) -> None:
        """Drop the properties of the house style's author, and make room for those of the plan."""
        relationships = self._package.rels
        for key in [key for key, item in relationships.items() if item.reltype in _PROPERTIES]:
            relationships.pop(key)
        for kind, (name, content_type) in _PROPERTIES.items():
            self._package.relate_to(Part(PackURI(name), content_type, b"", self._package), kind)


def open_house_style(path: Path) -> HouseStyle:
    """Return the house style in a Word file.

    Raises:
        HouseStyleError: The file is not there or is no Word document.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HouseStyleError(
            "Dit bestand met de huisstijl is niet te lezen.", "Controleer de naam en de map."
        ) from error
    try:
        return HouseStyle(Package.open(io.BytesIO(_as_document(data))))
    except (zipfile.BadZipFile, KeyError, ValueError, PackageNotFoundError, etree.XMLSyntaxError) as error:
        raise HouseStyleError(
            "Dit bestand is geen Word-document.", "Kies een bestand dat op .docx of .dotx eindigt."
        ) from error


def _as_document(data: bytes) -> bytes:
    """Return the file with its main part marked as a document, where it was a template."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = package.read("[Content_Types].xml")
        renamed = _TEMPLATE_MAIN.sub(_MAIN.encode(), types)
        if renamed == types:
            return data
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as changed:
            for name in package.namelist():
                changed.writestr(name, renamed if name == "[Content_Types].xml" else package.read(name))
    return stream.getvalue()
