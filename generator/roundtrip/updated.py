"""An edited document brought up to date with its answers, from file to file."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lxml import etree

from generator.documents import Draft, make_document
from generator.lineage import made_from
from generator.pipeline import check_file, make_page
from generator.problems import ProblemsError, in_file, located
from generator.roundtrip.document_text import read_document
from generator.roundtrip.margin_notes import add_comments
from generator.roundtrip.merging import merge
from generator.roundtrip.remade import house_style_of, remake
from generator.roundtrip.tracked_edits import Editor, settled
from generator.saving import save
from generator.word.package import part_xml, relationships
from generator.word.package.archive import package, read_file, unpack
from generator.word.package.part_names import rels_name
from generator.word.package.relationships import Relationship, main_part, relationships_of
from generator.word.provenance import is_ancestor
from generator.word.xml import child_at, remove, value, value_at, w
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from lxml.etree import _Element

    from generator.roundtrip.merging import Merge
    from generator.roundtrip.remade import Remade
    from generator.saving import Saved

_NUMBER = "wijkplan-nummer"
"""An attribute that tells the blocks apart while they are compared; it is gone before the document is written."""
_COUNTED = tuple(map(w, ("p", "tr", "tbl")))


@dataclass(frozen=True, slots=True)
class Updated:
    """A document that was brought up to date."""

    data: bytes
    merge: Merge
    is_certain: bool
    """Whether the document said what it was made from."""


def update_file(
    document: Path, answers: Path, target: Path | None = None, huisstijl: Path | None = None, *, direct: bool = False
) -> tuple[Updated, Saved]:
    """Bring an edited document up to date with its answers, and write it.

    Args:
        document: The document for Word.
        answers: The answers as they are now.
        target: Where it is written; in its own place when None, with the document as it was beside it as `.bak`.
        huisstijl: The house style that it was made in, where it does not say so itself.
        direct: Whether blocks that nobody touched change at once, without tracked changes.

    Raises:
        ProblemsError: A file cannot be read or written, or something in the answers stops a plan.
    """
    checked = check_file(answers)
    if checked.stops:
        raise ProblemsError([*checked.fouten, *([] if checked.is_draft else checked.open)])
    with located(in_file(document)):
        data = read_file(document)
        theirs = read_document(data, document.name)
    workshop = Workshop()
    remade = remake(theirs, checked, "plan", huisstijl, workshop)
    style = house_style_of(theirs.ancestor, checked, huisstijl)
    kind = theirs.ancestor.made_from.document if theirs.ancestor else "plan"
    page = make_page(checked, style, kind, workshop=workshop)
    fresh = make_document(Draft(page, style, checked, workshop, made_from(checked, style, kind)), "docx")
    updated = brought_up_to_date(data, remade, fresh, direct=direct)
    saved = save(updated.data, target or document, forceer=True, is_own=lambda existing: existing == updated.data)
    return updated, saved


def brought_up_to_date(data: bytes, remade: Remade, fresh: bytes, *, direct: bool = False) -> Updated:
    """Return an edited document brought up to date.

    Args:
        data: The edited document.
        remade: The document as it was made.
        fresh: The document as it is made now.
        direct: Whether blocks that nobody touched change at once, without tracked changes.
    """
    parts, new = unpack(data), unpack(fresh)
    main = main_part(parts) or ""
    root = part_xml.parse(parts[main])
    numbered = _numbered(root)
    theirs = read_document(package({**parts, main: etree.tostring(root)}))
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    editor = Editor(when, _Links(parts, main, new).relate)
    base = remade.base.document if remade.is_certain else theirs
    done = merge(
        base,
        theirs,
        read_document(fresh),
        lambda item: numbered[item.get(_NUMBER, "")],
        editor,
        only_propose=not remade.is_certain,
    )
    styles = _ids(parts, "/styles.xml", "style", "styleId") if done.touched else frozenset()
    lists = _ids(parts, "/numbering.xml", "num", "numId") if done.touched else frozenset()
    for element in done.touched:
        _fit(element, styles, lists)
        if direct:
            settled(element)
    add_comments(parts, main, done.comments, when)
    for element in root.iter():
        element.attrib.pop(_NUMBER, None)
    if done.touched or done.comments:
        parts[main] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        _renew_ancestor(parts, new)
        data = package(parts)
    return Updated(data, done, remade.is_certain)


def _numbered(root: _Element) -> dict[str, _Element]:
    """Give each paragraph, row and table a number, and return them by it."""
    found = {}
    for number, element in enumerate(root.iter(*_COUNTED)):
        element.set(_NUMBER, str(number))
        found[str(number)] = element
    return found


class _Links:
    """Gives links that come from a new document a relationship in the edited one."""

    def __init__(self, parts: dict[str, bytes], main: str, fresh: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._place = rels_name(main)
        self._new = {item.id: item for item in relationships_of(fresh, main_part(fresh) or "")}
        self._there = relationships_of(parts, main)

    def relate(self, identity: str) -> str | None:
        """Return the id of the same address in the edited document; None where it is no address."""
        wanted = self._new.get(identity)
        if wanted is None or not wanted.external:
            return None
        for item in self._there:
            if item.external and (item.type, item.target) == (wanted.type, wanted.target):
                return item.id
        taken = {item.id for item in self._there}
        name = next(f"rIdNieuw{n}" for n in range(1, len(taken) + 2) if f"rIdNieuw{n}" not in taken)
        self._there.append(Relationship(name, wanted.type, wanted.target, external=True))
        self._parts[self._place] = relationships.write(self._there)
        return name


def _fit(element: _Element, styles: Collection[str], lists: Collection[str]) -> None:
    """Let what is new use the styles and lists that the document has, by their ids."""
    for name in ("pStyle", "rStyle", "tblStyle"):
        for item in [item for item in element.iter(w(name)) if value(item) not in styles]:
            remove(item)
    paragraphs = [element] if element.tag == w("p") else list(element.iter(w("p")))
    for paragraph in paragraphs:
        numbering = child_at(paragraph, "pPr/numPr")
        before = paragraph.getprevious()
        neighbour = child_at(before, "pPr/numPr") if before is not None and before.tag == w("p") else None
        same = value_at(before, "pPr/pStyle") == value_at(paragraph, "pPr/pStyle") if before is not None else False
        if numbering is not None and neighbour is not None and same:
            for part in list(numbering):
                numbering.remove(part)
            for part in neighbour:
                numbering.append(copy.deepcopy(part))
        elif numbering is not None and value_at(numbering, "numId") not in lists:
            remove(numbering)


def _ids(parts: Mapping[str, bytes], ending: str, tag: str, attribute: str) -> frozenset[str]:
    data = next((parts[name] for name in sorted(parts) if name.endswith(ending)), None)
    found = () if data is None else part_xml.parse(data).iter(w(tag))
    return frozenset(value(item, w(attribute)) for item in found)


def _renew_ancestor(parts: dict[str, bytes], fresh: Mapping[str, bytes]) -> None:
    """Let the document say what it is made from now."""
    old = next((name for name in sorted(parts) if is_ancestor(name, parts[name])), None)
    new = next((fresh[name] for name in sorted(fresh) if is_ancestor(name, fresh[name])), None)
    if old is not None and new is not None:
        parts[old] = new
