"""Fills in the placeholders that a house style carries in its own text, headers, footers, text boxes and properties.

Comes after sample text was dropped and before the plan goes in. Everything that is wrong is found before anything is
filled in; what is right goes through docxtpl, unit by unit: a paragraph or table, or as many as one condition spans.
"""

from __future__ import annotations

import re
from copy import deepcopy
from html import unescape
from typing import TYPE_CHECKING, Protocol, cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from lxml import etree
from msgspec import Struct, field

from generator import limits
from generator.problems import Melding
from generator.word.filling.bound_controls import claim
from generator.word.filling.document_properties import named_properties
from generator.word.filling.tags import RESERVED, Tag, find_tags, has_tags, shield, unshield
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from docx.opc.part import Part, XmlPart
    from docx.package import Package
    from lxml.etree import _Element

_MARGINS = {RT.HEADER: "de koptekst", RT.FOOTER: "de voettekst"}
_NOTES = {RT.FOOTNOTES: "de voetnoten", RT.ENDNOTES: "de eindnoten"}
_BODY = "de tekst"
_PROPERTIES = "de documenteigenschappen"
_HALF = {
    "{{": Melding("Een {{ heeft geen }} in dezelfde alinea.", "Zet }} achter de naam."),
    "{%": Melding("Een {% heeft geen %} in dezelfde alinea.", "Zet %} aan het eind van de opdracht."),
    "}}": Melding("Er staat }} zonder {{ ervoor.", "Zet {{ voor de naam, of haal de accolades weg."),
    "%}": Melding("Er staat %} zonder {% ervoor.", "Zet {% voor de opdracht, of haal het teken weg."),
}
_ONLY_IN_TEXT = Melding(
    "“inhoud” is de plek waar het plan komt. Dat kan alleen in de tekst zelf.", "Haal {{ inhoud }} hier weg."
)
_SPLIT = Melding("De voorwaarde of herhaling past hier niet in het document.", "Zet begin en eind in een eigen alinea.")
_NEEDS_PARAGRAPH = tuple(w(name) for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment"))


class Fill(Protocol):
    """What fills in tags, and knows what is in a plan."""

    def faults(self, tags: Sequence[tuple[str, Hashable]]) -> list[tuple[int, Melding]]:
        """Return the number of each wrong tag, and what is wrong with it."""
        ...

    def fill(self, source: str) -> tuple[str, Melding | None]:
        """Return XML text with its tags filled in, or what is wrong."""
        ...


class Filled(Struct):
    """What filling in gave."""

    faults: list[Melding] = field(default_factory=list)
    """Everything that is wrong; when there is anything, nothing was filled in."""
    properties: dict[str, str] = field(default_factory=dict)
    """The document properties that had a placeholder, by the name that fields use."""


class _Region(Struct, frozen=True):
    name: str
    root: _Element
    keep: Callable[[], None]
    """Puts the changed root back into its part."""


def fill_placeholders(package: Package, make_fill: Callable[[], Fill]) -> Filled:
    """Fill in every placeholder of a house style, or none when one is wrong.

    Args:
        package: The house style, its text without the samples and not yet with the plan.
        make_fill: Makes what fills in; called only when there is a placeholder.
    """
    regions = [(region, list(find_tags(region.root))) for region in _regions(package)]
    regions = [(region, tags) for region, tags in regions if tags]
    properties = {name: value for name, value in named_properties(package).items() if has_tags(value)}
    filled = Filled()
    if (count := sum(len(tags) for _, tags in regions)) > limits.TAGS:
        melding = f"Dit Word-bestand heeft {count} invulplekken. Meer dan {limits.TAGS} kunnen het er niet zijn."
        return Filled([Melding(melding, "Haal invulplekken weg, of zet wat herhaald wordt in een lus ({% for %}).")])
    work = [(region, tags) for region, tags in regions if _has_work(region, tags)]
    if work or properties:
        fill = make_fill()
        for region, tags in work:
            filled.faults += _faults(region, tags, fill)
        _fill_properties(properties, fill, filled)
        if not filled.faults:
            filled.faults += [fault for region, tags in work for fault in _fill_region(region, tags, fill)]
    for region, _ in regions:
        _show_reserved(region.root)
        region.keep()
    filled.faults = list(dict.fromkeys(filled.faults))
    return filled


def list_placeholders(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the part that each placeholder stands in, in Dutch, and the words around it."""
    for region in _regions(package):
        for tag in find_tags(region.root):
            if not tag.is_reserved or _is_misplaced(region, tag):
                yield _part(region, tag), tag.words
    for name, value in named_properties(package).items():
        if has_tags(value):
            yield _PROPERTIES, f"{name}: {value}"


def _part(region: _Region, tag: Tag) -> str:
    return "een tekstvak" if _in_text_box(tag) else region.name


def _regions(package: Package) -> Iterator[_Region]:
    document = package.main_document_part
    yield _Region(_BODY, cast("_Element", document.element.body), lambda: None)
    seen = set()
    for item in document.rels.values():
        if item.is_external or item.reltype not in _MARGINS | _NOTES or item.target_part.partname in seen:
            continue
        seen.add(item.target_part.partname)
        if item.reltype in _MARGINS:
            yield _Region(
                _MARGINS[item.reltype], cast("_Element", cast("XmlPart", item.target_part).element), lambda: None
            )
        else:
            yield _notes(_NOTES[item.reltype], item.target_part)


def _notes(name: str, part: Part) -> _Region:
    if hasattr(part, "element"):
        return _Region(name, part.element, lambda: None)
    root = parse_xml(part.blob)

    def keep() -> None:
        # python-docx keeps notes as bytes only
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return _Region(name, root, keep)


def _has_work(region: _Region, tags: list[Tag]) -> bool:
    return any(not tag.is_reserved or _is_misplaced(region, tag) for tag in tags)


def _is_misplaced(region: _Region, tag: Tag) -> bool:
    return region.name != _BODY or _in_text_box(tag)


def _in_text_box(tag: Tag) -> bool:
    return any(True for _ in tag.paragraph.iterancestors(w("txbxContent")))


def _told(part: str, words: str, said: Melding) -> Melding:
    """Return what is wrong with a placeholder, with the part of the document and the words that show which it is."""
    return Melding(f"In {part} staat “{words}”. {said.melding}", said.oplossing)


def _faults(region: _Region, tags: list[Tag], fill: Fill, before: str = "") -> list[Melding]:
    """Return what is wrong with the tags of a region; `before` goes before the words that show which tag it is."""
    found = []
    whole = [tag for tag in tags if tag.whole and not tag.is_reserved]
    wrong = fill.faults([(tag.text, tag.place) for tag in whole])
    said = {id(whole[number]): melding for number, melding in reversed(wrong)}
    for tag in tags:
        if tag.is_reserved and _is_misplaced(region, tag):
            said[id(tag)] = _ONLY_IN_TEXT
        elif not tag.whole:
            said[id(tag)] = _HALF[tag.text[:2]]
        if id(tag) in said:
            found.append(_told(_part(region, tag), before + tag.words, said[id(tag)]))
    return found


def _fill_properties(properties: dict[str, str], fill: Fill, filled: Filled) -> None:
    """Fill in the document properties that have placeholders."""
    for name, text in properties.items():
        paragraph = etree.Element(w("p"))
        shown = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
        shown.text = text
        region = _Region(_PROPERTIES, paragraph, lambda: None)
        found = _faults(region, list(find_tags(paragraph)), fill, f"{name}: ")
        value, said = fill.fill(shown.text) if not found else ("", None)
        if said:
            found = [_told(_PROPERTIES, f"{name}: {text}", said)]
        filled.faults += found
        filled.properties[name] = unshield(unescape(value))


def _fill_region(region: _Region, tags: list[Tag], fill: Fill) -> Iterator[Melding]:
    for tag in tags:
        if region.name not in _NOTES.values():
            claim(tag.paragraph)
    from docxtpl import DocxTemplate

    template = DocxTemplate("")
    for unit, container in _units(region.root, tags):
        source = template.patch_xml(_source(unit, container))
        text, said = fill.fill(_with_signs(source))
        if said is None:
            said = _replace(unit, container, unshield(template.resolve_listing(text)))
        if said:
            words = " ".join("".join(str(text) for text in item.itertext(w("t"))) for item in unit)
            yield _told(region.name, words[:80].strip(), said)


def _units(root: _Element, tags: list[Tag]) -> list[tuple[list[_Element], _Element]]:
    """Return what is filled in at once: children of the root that no condition or loop joins to others."""
    depth: dict[_Element, int] = {}
    for tag in tags:
        child = _child(root, tag.paragraph)
        word = tag.text.split()[1] if tag.text.startswith("{%") else ""
        change = 1 if word.startswith(("if", "for")) else -1 if word.startswith("end") else 0
        if not tag.is_reserved:
            depth[child] = depth.get(child, 0) + change
    found: list[tuple[list[_Element], _Element]] = []
    unit: list[_Element] = []
    level = 0
    for child in root:
        if child in depth or level:
            unit.append(child)
            level += depth.get(child, 0)
        if unit and not level:
            found.append((unit, root))
            unit = []
    return found


def _child(root: _Element, element: _Element) -> _Element:
    while (parent := element.getparent()) is not None and parent is not root:
        element = parent
    return element


def _source(unit: list[_Element], container: _Element) -> str:
    """Return the XML of a unit in which only what was looked at can be a tag."""
    wrapper = etree.Element(container.tag, nsmap=container.nsmap)
    wrapper.extend(deepcopy(item) for item in unit)
    for item in wrapper.iter(etree.Element):
        if item.tag != w("t") and item.text:
            item.text = shield(item.text)
        for name, value in item.attrib.items():
            if "{" in value:
                item.set(name, shield(value))
    return etree.tostring(wrapper, encoding="unicode")


def _with_signs(source: str) -> str:
    """Return XML in which the tags hold `&` as it was typed."""
    return re.sub(r"\{\{.*?\}\}|\{%.*?%\}", lambda tag: tag[0].replace("&amp;", "&"), source)


def _replace(unit: list[_Element], container: _Element, text: str) -> Melding | None:
    try:
        filled = parse_xml(text)
    except etree.XMLSyntaxError:
        return _SPLIT
    for holder in filled.iter(*_NEEDS_PARAGRAPH):
        if holder is not filled and (not len(holder) or holder[-1].tag not in {w("p"), w("sdt")}):
            etree.SubElement(holder, w("p"))
    for child in list(filled):
        unit[0].addprevious(child)
    for item in unit:
        container.remove(item)
    if container.tag in _NEEDS_PARAGRAPH and not len(container):
        etree.SubElement(container, w("p"))
    return None


def _show_reserved(root: _Element) -> None:
    for item in root.iter(w("t")):
        if RESERVED in (item.text or "") or unshield(item.text or "") != (item.text or ""):
            item.text = unshield((item.text or "").replace(RESERVED, "{{ inhoud }}"))
