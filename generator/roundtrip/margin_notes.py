"""Puts comments beside paragraphs of a document that has comments already, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.roundtrip.tracked_words import AUTHOR
from generator.word.package import part_xml, relationships
from generator.word.package.part_names import rels_name
from generator.word.package.relationships import Relationship, relationships_of
from generator.word.xml import DECLARATION, W, child_at, number, value, w

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def add_comments(parts: dict[str, bytes], main: str, notes: Sequence[tuple[_Element, str]], when: str) -> None:
    """Put comments beside paragraphs.

    Args:
        parts: The parts of the document, which are changed.
        main: The name of the main part.
        notes: For each paragraph of the main part what is said beside it.
        when: The moment: `2026-03-01T09:00:00Z`.
    """
    if not notes:
        return
    name = _comments_part(parts, main)
    root = part_xml.parse(parts[name])
    used = [number(item.get(w("id"))) or 0 for item in root.findall(w("comment"))]
    for new, (paragraph, text) in enumerate(notes, max(used, default=-1) + 1):
        root.append(_comment(new, text, when))
        _refer(paragraph, new)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def comments_of_readers(parts: Mapping[str, bytes], main: str) -> frozenset[str]:
    """Return the ids of the comments of a document that are not ours."""
    name = next((item.target for item in relationships_of(parts, main) if item.kind == "comments"), "")
    comments = part_xml.parse(parts[name]).findall(w("comment")) if name in parts else []
    return frozenset(value(item, w("id")) for item in comments if value(item, w("author")) != AUTHOR)


def _comments_part(parts: dict[str, bytes], main: str) -> str:
    """Return the name of the part with comments, which is made where there is none."""
    related = relationships_of(parts, main)
    for item in related:
        if item.kind == "comments" and not item.external:
            return item.target
    name = f"{main.rpartition('/')[0]}/comments.xml"
    parts[name] = f'{DECLARATION}<w:comments xmlns:w="{W}"/>'.encode()
    taken = {item.id for item in related}
    identity = next(
        f"rIdOpmerkingen{n or ''}" for n in range(len(taken) + 1) if f"rIdOpmerkingen{n or ''}" not in taken
    )
    parts[rels_name(main)] = relationships.write([*related, Relationship(identity, _KIND, name)])
    types = part_xml.parse(parts["[Content_Types].xml"])
    space = etree.QName(types).namespace
    etree.SubElement(types, f"{{{space}}}Override", PartName=f"/{name}", ContentType=_TYPE)
    parts["[Content_Types].xml"] = etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)
    return name


def _comment(number: int, text: str, when: str) -> _Element:
    comment = etree.Element(w("comment"))
    comment.set(w("id"), str(number))
    comment.set(w("author"), AUTHOR)
    comment.set(w("date"), when)
    comment.set(w("initials"), "w")
    run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
    words = etree.SubElement(run, w("t"))
    words.text = text
    return comment


def _refer(paragraph: _Element, number: int) -> None:
    start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
    run = etree.Element(w("r"))
    mark = etree.SubElement(run, w("commentReference"))
    for element in (start, end, mark):
        element.set(w("id"), str(number))
    paragraph.insert(0 if child_at(paragraph, "pPr") is None else 1, start)
    paragraph.append(end)
    paragraph.append(run)
