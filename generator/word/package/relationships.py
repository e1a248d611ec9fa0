"""Relationships: reads and writes them, and takes away what the XML of a part says about those that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from generator.word.package import part_names, part_xml
from generator.word.xml import VML, R, W, a, r, remove, unwrap, vml, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_XML = "urn:schemas-microsoft-com:office:office"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PREFIXES = {"r": R, "o": _OFFICE_XML, "w": W, "v": VML}
_REFERRING = etree.XPath("//*[@r:* or @o:relid]", namespaces=_PREFIXES)
_HEADERS = {w("headerReference"): "header", w("footerReference"): "footer"}
_NOTES = {
    "footnotes": ("footnoteReference",),
    "endnotes": ("endnoteReference",),
    "comments": ("commentReference", "commentRangeStart", "commentRangeEnd"),
}


class Relationship(Struct, frozen=True):
    """One relationship of a part."""

    id: str
    type: str
    """The URI of its type."""
    target: str
    """The name of a part, or an address when it is external; as written until it is resolved."""
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type, such as `header`."""
        return self.type.rpartition("/")[2]


def read(data: bytes) -> list[Relationship]:
    """Return the relationships in a part; without id or with an id that is taken already they do not count.

    Raises:
        etree.XMLSyntaxError: The part is not well-formed.
    """
    found: dict[str, Relationship] = {}
    for item in part_xml.parse(data).iter("{*}Relationship"):
        external = item.get("TargetMode", "").lower() == "external"
        relationship = Relationship(item.get("Id", ""), item.get("Type", ""), item.get("Target", ""), external)
        if relationship.id:
            found.setdefault(relationship.id, relationship)
    return list(found.values())


def relationships_of(parts: Mapping[str, bytes], source: str) -> list[Relationship]:
    """Return the relationships of a part, or of the package when the source is empty, with the names of parts."""
    data = parts.get(part_names.rels_name(source))
    known = {part_names.key(name): name for name in parts}
    return [
        item if item.external else replace(item, target=find_target(source, item.target, known) or item.target)
        for item in (read(data) if data else ())
    ]


def main_part(parts: Mapping[str, bytes]) -> str | None:
    """Return the name of the part with the main text; None where a file does not say it."""
    name = next((item.target for item in relationships_of(parts, "") if item.kind == "officeDocument"), None)
    return name if name in parts else None


def write(items: Iterable[Relationship]) -> bytes:
    """Return the part that holds the relationships; targets inside the package are absolute."""
    root = etree.Element(f"{{{_SPACE}}}Relationships", nsmap={None: _SPACE})
    for item in items:
        target = item.target if item.external else f"/{item.target}"
        child = etree.SubElement(root, f"{{{_SPACE}}}Relationship", Id=item.id, Type=item.type, Target=target)
        if item.external:
            child.set("TargetMode", "External")
    return part_xml.serialise(root)


def find_target(source: str, target: str, known: dict[str, str]) -> str | None:
    """Return the name of the part that a target stands for, given the names by key; None when there is none."""
    return next((known[found] for found in part_names.candidates(source, target) if found in known), None)


def drop_references(root: _Element, present: Mapping[str, str]) -> bool:
    """Take away references to relationships that are not there; tell whether there were any.

    Args:
        root: The root of a part.
        present: The kinds of the relationships of the part, by id.
    """
    found = False
    for element in _REFERRING(root):
        missing = [name for name in _references(element) if not _fits(element, element.get(name, ""), present)]
        if missing:
            found = True
            _treat(element, missing)
    nameless = [item for item in root.iter(*_HEADERS) if r("id") not in item.attrib]
    for element in nameless:
        remove(element)
    return found or bool(nameless)


def drop_notes(root: _Element, present: Mapping[str, str]) -> bool:
    """Take away the signs of notes and comments that have no part to be in; tell whether there were any."""
    absent = [w(name) for kind, tags in _NOTES.items() if kind not in present.values() for name in tags]
    found = list(root.iter(*absent)) if absent else []
    for element in found:
        remove(element)
    return bool(found)


def _references(element: _Element) -> Iterator[str]:
    for name in map(str, element.attrib):
        if name.startswith(f"{{{R}}}") or name == f"{{{_OFFICE_XML}}}relid":
            yield name


def _fits(element: _Element, value: str, present: Mapping[str, str]) -> bool:
    wanted = _HEADERS.get(str(element.tag))
    return value in present and wanted in {None, present[value]}


def _treat(element: _Element, missing: list[str]) -> None:
    tag = str(element.tag)
    for name in missing:
        del element.attrib[name]
    if tag == w("hyperlink"):
        _unlink(element)
    elif tag in {a("blip"), vml("imagedata")}:
        if not any(_references(element)):
            _drop_picture(element)
    elif (extension := _ancestor(element, a("ext"))) is not None:
        remove(extension)
    elif _is_graphic(element):
        _drop_drawing(element)
    else:
        remove(element)


def _unlink(link: _Element) -> None:
    """Keep the text of a link without an address; one to a place in the document is whole without it."""
    if not link.get(w("anchor")):
        unwrap(link)


def _drop_picture(element: _Element) -> None:
    """Take away a picture that has no file: as much around it as is nothing without it."""
    parent = element.getparent()
    if parent is None:
        return
    if str(element.tag) == vml("imagedata"):
        _drop_shape(parent)
    elif (picture := _ancestor(element, f"{{{PIC}}}pic")) is not None and parent.getparent() is picture:
        _drop_drawing(picture) if _is_graphic(picture) else remove(picture)
    elif str(parent.tag) == a("blipFill"):
        _fill_with_nothing(parent)
    else:
        remove(parent)


def _fill_with_nothing(fill: _Element) -> None:
    around = fill.getparent()
    if around is not None:
        around.replace(fill, etree.Element(a("noFill")))


def _is_graphic(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and str(parent.tag) == a("graphicData")


def _drop_drawing(element: _Element) -> None:
    frames = (item for item in element.iterancestors() if etree.QName(item).localname in {"graphicFrame", "drawing"})
    remove(next(frames, element))


def _drop_shape(shape: _Element) -> None:
    """Take away a shape of the older kind, and what is around it when it was the only one."""
    around = shape.getparent()
    remove(shape)
    if around is None or str(around.tag) not in {w("pict"), w("object")}:
        return
    if any(str(item.tag) != vml("shapetype") for item in around.iter(vml("*")) if item.getparent() is around):
        return
    bullet = around.getparent()
    if bullet is not None and str(bullet.tag) == w("numPicBullet"):
        _drop_bullet(bullet)
    else:
        remove(around)


def _drop_bullet(bullet: _Element) -> None:
    number = bullet.get(w("numPicBulletId"))
    for item in list(bullet.getroottree().getroot().iter(w("lvlPicBulletId"))):
        if item.get(w("val")) == number:
            remove(item)
    remove(bullet)


def _ancestor(element: _Element, tag: str) -> _Element | None:
    return next(element.iterancestors(tag), None)
