"""Goes through the XML of a package: every part of it is read, cleaned of what is gone, and written back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.problems import HERE, ProblemsError
from generator.word.package import content_types, part_xml, relationships, selection, strict
from generator.word.package.draft import unreadable
from generator.word.package.selection import OUTSIDE, select
from generator.word.xml import w

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


def read_parts(draft: Draft) -> None:
    """Read every part of XML; one that is unreadable and not needed is left out.

    Raises:
        ProblemsError: A part that is needed is unreadable, or all of it is too much.
    """
    found = [name for name, kind in draft.part_types.items() if content_types.is_xml(kind)]
    if sum(part_xml.count_nodes(draft.parts[name]) for name in found) > part_xml.MAX_NODES:
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
