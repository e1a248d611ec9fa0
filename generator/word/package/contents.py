"""Goes through the XML of a package: every part of it is read, cleaned of what is gone, and written back.

What every Word document has and some templates lack is added: styles, settings, numbering, a page.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from generator import limits
from generator.problems import HERE, ProblemsError
from generator.word.package import part_names, part_xml, relationships, selection, strict
from generator.word.package.draft import unreadable
from generator.word.package.selection import OUTSIDE, select
from generator.word.schema_order import insert, put_in_order
from generator.word.xml import DECLARATION, W, number, remove, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.word.package.draft import Draft


_ROOTS = {
    "officeDocument": "document",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}
"""The kinds of parts of the document without which it is another one, and the element that each holds."""
_FIELDS = (b"instrText", b"fldSimple")
_MENTIONS = (b"macro", b"Macro")
_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
    '<w:szCs w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)
_SETTINGS = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat>'
)
_NEEDED = {"styles": _STYLES, "settings": _SETTINGS, "numbering": ""}
_NOTICES = {
    "styles": "Dit bestand heeft geen stijlen. Het plan krijgt eenvoudige stijlen.",
    "settings": "Dit bestand heeft geen instellingen. Het plan krijgt de gewone instellingen van Word.",
}
_SIZE = {"w": "11906", "h": "16838"}
_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "1417") | {
    "header": "708",
    "footer": "708",
    "gutter": "0",
}
"""A4 with margins of 2.5 cm."""
_MAX_MEASURE = 31680
"""Of a page in Word: 22 inches."""


def read_parts(draft: Draft) -> None:
    """Read every part of XML; one that is unreadable and not needed is left out.

    Raises:
        ProblemsError: A part that is needed is unreadable, or all of it is too much.
    """
    found = [name for name, kind in draft.part_types.items() if part_names.is_xml(kind)]
    if sum(part_xml.count_nodes(draft.parts[name]) for name in found) > limits.NODES:
        raise ProblemsError.about(
            HERE,
            "Dit bestand heeft te veel tekst en opmaak.",
            "Haal tekst die je niet nodig hebt uit het bestand en bewaar het opnieuw.",
        )
    needed = {draft.main, *(item.target for item in draft.rels[draft.main])}
    broken = [name for name in found if not _read(draft, name, needed=name in needed)]
    for name in broken:
        draft.drop(name)
        draft.note(f"Het onderdeel {name} is onleesbaar en komt niet mee.")
    if broken:
        select(draft)
        draft.trees = {name: tree for name, tree in draft.trees.items() if name in draft.parts}


def clean_parts(draft: Draft) -> None:
    """Take what is gone, what starts code and what ties the document to other files out of every part."""
    for name, root in draft.trees.items():
        data = draft.parts[name]
        present = {item.id: item.kind for item in draft.rels.get(name, ())}
        touched = relationships.drop_references(root, present)
        if any(word in data for word in _MENTIONS):
            touched |= selection.drop_starters(root)
        if any(word in data for word in _FIELDS) and selection.settle_fields(root):
            draft.note(OUTSIDE)
            touched = True
        if draft.part_kinds[name] == "settings":
            touched |= selection.drop_ties(root)
        if name == draft.main:
            touched |= relationships.drop_notes(root, present)
        if draft.strict or strict.HAS_MEASURES.search(data):
            strict.transitional_values(root)
            touched = True
        if touched:
            draft.changed.add(name)


def write_parts(draft: Draft) -> None:
    """Write the parts that were changed back as bytes."""
    while draft.trees:
        name, root = draft.trees.popitem()
        if name in draft.changed or not _is_utf8(root):
            draft.parts[name] = part_xml.serialise(root)


def _is_utf8(root: _Element) -> bool:
    return root.getroottree().docinfo.encoding.lower() in {"utf-8", "us-ascii"}


def _read(draft: Draft, name: str, *, needed: bool) -> bool:
    """Read a part; tell whether it can be used."""
    wanted = _ROOTS.get(draft.part_kinds[name]) if needed else None
    try:
        data = strict.transitional_names(part_xml.as_utf8(draft.parts[name]))
        root = part_xml.parse(data)
    except etree.XMLSyntaxError as error:
        if wanted:
            raise unreadable(name) from error
        return False
    if wanted and root.tag != w(wanted):
        raise unreadable(name)
    draft.parts[name] = data
    draft.trees[name] = root
    return True


def complete(draft: Draft) -> None:
    """Add the parts that are missing, and a final section."""
    folder, slash, _ = draft.main.rpartition("/")
    for kind, content in _NEEDED.items():
        if not draft.related(draft.main, kind):
            name = _free_name(draft, f"{folder}{slash}{kind}")
            draft.parts[name] = f'{DECLARATION}<w:{kind} xmlns:w="{W}">{content}</w:{kind}>'.encode()
            draft.relate(kind, name)
            if kind in _NOTICES:
                draft.note(_NOTICES[kind])
    _complete_body(draft.trees[draft.main])
    draft.changed.add(draft.main)


def _free_name(draft: Draft, stem: str) -> str:
    known = draft.known()
    numbers = ("", *range(2, len(known) + 3))
    return next(f"{stem}{number}.xml" for number in numbers if part_names.key(f"{stem}{number}.xml") not in known)


def _complete_body(document: _Element) -> None:
    """Give the document a body that ends with a section with a page."""
    body = document.find(w("body"))
    if body is None:
        body = etree.SubElement(document, w("body"))
    section = _final_section(body)
    earlier = [item for item in body.iter(w("sectPr")) if item is not section]
    for item in earlier:
        _round(item.find(w("pgSz")), _SIZE)
        _round(item.find(w("pgMar")), _MARGINS)
    _complete_page(section, "pgSz", _SIZE, earlier)
    _complete_page(section, "pgMar", _MARGINS, earlier)
    for item in body.iter(w("sectPr")):
        put_in_order(item)


def _final_section(body: _Element) -> _Element:
    """Return the last element of the body: its own section, that of the last paragraph, or one like the last."""
    own = body.findall(w("sectPr"))
    found = own[-1] if own else _section_of_last_paragraph(body)
    if found is None:
        others = list(body.iter(w("sectPr")))
        found = deepcopy(others[-1]) if others else etree.Element(w("sectPr"), nsmap={"w": W})
    for item in [*own, found]:
        remove(item)
    body.append(found)
    return found


def _section_of_last_paragraph(body: _Element) -> _Element | None:
    last = next(body.iterchildren("*", reversed=True), None)
    return last.find(f"{w('pPr')}/{w('sectPr')}") if last is not None and last.tag == w("p") else None


def _complete_page(section: _Element, tag: str, measures: dict[str, str], earlier: list[_Element]) -> None:
    """Give a section the whole of its size or margins, as in the section before it where it says nothing."""
    found = section.find(w(tag))
    if found is None:
        before = [item for other in earlier if (item := other.find(w(tag))) is not None]
        found = deepcopy(before[-1]) if before else etree.Element(w(tag))
        insert(section, found)
    for name, usual in measures.items():
        found.set(w(name), _whole(found.get(w(name)), usual))


def _round(measures: _Element | None, usual: dict[str, str]) -> None:
    """Let each measure that a section gives be a whole number that a page can have."""
    if measures is not None:
        given = [name for name in usual if w(name) in measures.attrib]
        for name in given:
            measures.set(w(name), _whole(measures.get(w(name)), usual[name]))


def _whole(value: str | None, usual: str) -> str:
    found = number(value)
    return usual if found is None or abs(found) > _MAX_MEASURE else str(found)
