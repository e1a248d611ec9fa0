"""Opens the Word file of a house style and keeps what belongs to it: styles, numbering, headers, page."""

from __future__ import annotations

import io
import zipfile
from itertools import count
from typing import TYPE_CHECKING, cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree
from msgspec import Struct

from generator.image_files import without_traces
from generator.word.frame.leftovers import clean_settings, clean_text, make_dutch, make_readable
from generator.word.frame.pages import has_cover_art
from generator.word.frame.remnants import take_out
from generator.word.frame.writing import drop_package_parts, drop_unused, margin_parts, margins
from generator.word.package import open_package
from generator.word.package.part_xml import parse
from generator.word.reading.inheritance import Sheet
from generator.word.reading.theme import Theme
from generator.word.text.images import named_drawings, redraw
from generator.word.xml import NAMESPACES, attribute, fragment, local_name, mc, w, wp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from docx.opc.part import XmlPart
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element

    from generator.image_files import ImageFile
    from generator.word.frame.remnants import Remnant

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
_MARGINS = {"hdr": "de koptekst", "ftr": "de voettekst"}


class HouseStyle:
    """The house style of one document in the making."""

    def __init__(self, package: Package, notices: tuple[str, ...] = ()) -> None:
        """Keep the package of the Word file, and what was repaired or left out in opening it."""
        self._package = package
        self.notices = notices

    @property
    def package(self) -> Package:
        """The package of the Word file."""
        return self._package

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
    def body(self) -> _Element:
        """The body of the main part; it ends in a `sectPr`."""
        body = cast("_Element", self.document.element.body)
        if len(body) == 0 or body[-1].tag != w("sectPr"):
            etree.SubElement(body, w("sectPr"))
        return body

    @property
    def namespaces(self) -> dict[str | None, str]:
        """The namespaces that the main part declares, by prefix."""
        own = {prefix: uri for prefix, uri in self.document.element.nsmap.items() if prefix}
        return {**NAMESPACES, **{prefix: uri for prefix, uri in own.items() if prefix not in NAMESPACES}}

    @property
    def start_tag(self) -> str:
        """The start of the main part, with what the template's own text needs."""
        known = self.namespaces
        declared = "".join(f' xmlns:{prefix}="{attribute(uri)}"' for prefix, uri in known.items())
        asked = (self.document.element.get(mc("Ignorable")) or "").split()
        ignorable = ["w14", *(prefix for prefix in asked if prefix in known and prefix != "w14")]
        return f'<w:document{declared} mc:Ignorable="{" ".join(ignorable)}">'

    @property
    def background(self) -> str:
        """The background of the pages, as XML."""
        found = self.document.element.find(w("background"))
        return "" if found is None else fragment(found, self.namespaces)

    @property
    def theme(self) -> Theme:
        """The colours and fonts of the theme, as the settings name them."""
        related = self.document.rels.values()
        parts = (item.target_part for item in related if item.reltype == RT.THEME and not item.is_external)
        root = next((parse(part.blob) for part in parts), None)
        return Theme(root, self.document.settings.element)

    def margins(self) -> Iterable[_Element]:
        """Return the root of each header and footer."""
        return margins(self.document)

    def has_cover_art(self, section: _Element) -> bool:
        """Tell whether the header of the first page of a section has the art of a cover."""
        return has_cover_art(section, self.document)

    def clean(self) -> list[Remnant]:
        """Take out what an author or an editing session left, and let everything be Dutch.

        Returns:
            What went that no public document may carry.
        """
        sheet = Sheet(self.styles)
        found: list[Remnant] = []
        for name, root in self.named_roots():
            clean_text(root)
            found += take_out(root, name, sheet)
        clean_settings(cast("_Element", self.document.settings.element))
        make_dutch(self.styles)
        make_readable(self.styles)
        return found

    def named_roots(self) -> Iterator[tuple[str, _Element]]:
        """Yield the body and the root of each header and footer, with what people call it in Dutch."""
        yield "de tekst", self.body
        for root in self.margins():
            yield _MARGINS.get(local_name(root), "de tekst"), root

    def drop_unused(self, text: str) -> None:
        """Drop the parts that a main part with this text does not use."""
        drop_unused(self.document, text)
        drop_package_parts(self._package.rels)

    def relate(self, address: str) -> str:
        """Return the id of the relationship to an address outside the document."""
        return self.document.relate_to(address, RT.HYPERLINK, is_external=True)

    def embed(self, make_workbook: Callable[[], bytes], make_chart: Callable[[str], bytes]) -> str:
        """Return the id of the relationship to a new chart.

        Args:
            make_workbook: Makes the workbook inside it.
            make_chart: Makes the part of the chart from the id of its relationship to the workbook.
        """
        package = self._package
        sheet = Part(package.next_partname("/word/embeddings/grafiek%d.xlsx"), CT.SML_SHEET, make_workbook(), package)
        chart = Part(package.next_partname("/word/charts/chart%d.xml"), CT.DML_CHART, b"", package)
        chart._blob = make_chart(chart.relate_to(sheet, RT.PACKAGE))
        return self.document.relate_to(chart, RT.CHART)

    def add_image(self, image: ImageFile) -> str:
        """Return the id of the relationship to a picture, which is put in without traces of its making."""
        return self.document.relate_to(self._image_part(image), RT.IMAGE)

    @property
    def pictures(self) -> dict[str, bytes]:
        """The pictures that stand in the text, by the id of their relationship."""
        links = self.document.rels.items()
        return {
            name: link.target_part.blob for name, link in links if link.reltype == RT.IMAGE and not link.is_external
        }

    def _image_part(self, image: ImageFile) -> Part:
        name = self._package.next_partname(f"/word/media/beeld%d.{image.soort}")
        return Part(name, f"image/{image.soort}", without_traces(image), self._package)

    def show_instead(self, name: str, image: ImageFile, description: str) -> bool:
        """Show a picture in place of each picture of the house style that has this name.

        Args:
            name: The name that a picture has in Word, whatever its capitals.
            image: What comes in its place.
            description: What is said of it to who cannot see it.

        Returns:
            Whether there is such a picture.
        """
        new = self._image_part(image)
        holders = [self.document, *margin_parts(self.document)]
        found = [(holder, drawing) for holder in holders for drawing in named_drawings(holder.element, name)]
        for holder, drawing in found:
            old = redraw(drawing, image, description, holder.relate_to(new, RT.IMAGE))
            if old in holder.rels and f'"{old}"' not in etree.tostring(holder.element, encoding="unicode"):
                holder.rels.pop(old)
        return bool(found)

    def drawing_numbers(self) -> Iterator[int]:
        """Yield numbers that no drawing of the house style has."""
        taken = {item.get("id") for root in (self.body, *self.margins()) for item in root.iter(wp("docPr"))}
        return (number for number in count(1) if str(number) not in taken)

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


class WordFile(Struct, frozen=True):
    """The Word file of a house style, opened and made sound once; it stays as it is, whatever is made of it."""

    whole: bytes
    """The sound package, not compressed."""
    notices: tuple[str, ...] = ()
    """What was repaired or left out in opening it."""

    def house_style(self) -> HouseStyle:
        """Return the house style in it for one document, which may change it."""
        return HouseStyle(Package.open(io.BytesIO(self.whole)), self.notices)


def open_word_file(path: Path) -> WordFile:
    """Return the Word file of a house style.

    Raises:
        ProblemsError: The file is not there or is no Word document that can be used.
    """
    opened = open_package(path)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as whole:
        for name, data in opened.parts.items():
            whole.writestr(name, data)
    return WordFile(stream.getvalue(), opened.notices)
