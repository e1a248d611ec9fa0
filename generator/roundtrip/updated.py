"""An edited document brought up to date with its answers, from file to file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from generator.documents import Draft, make_document
from generator.housestyle import find_house_style
from generator.lineage import made_from
from generator.pipeline import check_file, make_page
from generator.problems import ProblemsError, in_file, located
from generator.roundtrip.adoption import Adoption
from generator.roundtrip.document_text import NUMBER, main_root, number_blocks, read_parts
from generator.roundtrip.drawing_renewal import OTHER_PICTURE, Pictures, renew_charts
from generator.roundtrip.margin_notes import add_comments, comments_of_readers
from generator.roundtrip.merging import merge
from generator.roundtrip.remade import house_style_of, remake
from generator.roundtrip.restyled import restyled
from generator.roundtrip.tracked_changes import let_changes_show, settle
from generator.roundtrip.tracked_edits import Editor
from generator.roundtrip.tracked_words import AUTHOR, parent_of
from generator.saving import save
from generator.word.package.archive import package, read_file, unpack
from generator.word.package.relationships import main_part
from generator.word.provenance import is_ancestor, read_ancestor
from generator.word.xml import w
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lxml.etree import _Element

    from generator.checks import Checked
    from generator.housestyle import HouseStyleFiles
    from generator.roundtrip.merging import Merge
    from generator.roundtrip.remade import Remade
    from generator.roundtrip.restyled import Restyled
    from generator.roundtrip.text_blocks import DocumentText
    from generator.saving import Saved
    from generator.word.provenance import Ancestor


class Updated(Struct, frozen=True):
    """A document that was brought up to date."""

    data: bytes
    merge: Merge
    is_certain: bool
    """Whether the document said what it was made from."""
    move: Restyled | None = None
    """How it came into another house style; None when it stays in its own."""


def update_file(
    document: Path, answers: Path, target: Path | None = None, huisstijl: Path | None = None, *, direct: bool = False
) -> tuple[Updated, Saved]:
    """Bring an edited document up to date with its answers, and write it.

    Args:
        document: The document for Word.
        answers: The answers as they are now.
        target: Where it is written; in its own place when None, with the document as it was beside it as `.bak`.
        huisstijl: The house style that it gets; where it does not say what it was made from, the one it has.
        direct: Whether blocks that nobody touched change at once, without tracked changes.

    Raises:
        ProblemsError: A file cannot be read or written, or something in the answers stops a plan.
    """
    checked = check_file(answers)
    if checked.stops:
        raise ProblemsError([*checked.fouten, *([] if checked.is_draft else checked.open)])
    with located(in_file(document)):
        data = read_file(document)
        ancestor = read_ancestor(unpack(data, document.name))
    workshop = Workshop()
    asked = None if huisstijl is None else find_house_style(huisstijl)
    own = huisstijl if ancestor is None or asked is None or _is_style_of(ancestor, asked, checked) else None
    remade = remake(ancestor, checked, "plan", own, workshop)
    kind = ancestor.made_from.document if ancestor else "plan"

    def made_in(style: HouseStyleFiles) -> bytes:
        page = make_page(checked, style, kind, workshop=workshop)
        return make_document(Draft(page, style, checked, workshop, made_from(checked, style, kind)), "docx")

    fresh = made_in(house_style_of(ancestor, checked, own))
    with located(in_file(document)):
        updated = brought_up_to_date(data, remade, fresh, direct=direct)
        if asked is not None and own is None:
            move = restyled(unpack(updated.data), unpack(fresh), unpack(made_in(asked)))
            updated = replace(updated, data=move.data, move=move)
    saved = save(updated.data, target or document, forceer=True, is_own=lambda existing: existing == updated.data)
    return updated, saved


def _is_style_of(ancestor: Ancestor, style: HouseStyleFiles, checked: Checked) -> bool:
    """Tell whether a document was made in a house style."""
    return made_from(checked, style, ancestor.made_from.document).house_style == ancestor.made_from.house_style


def brought_up_to_date(data: bytes, remade: Remade, fresh: bytes, *, direct: bool = False) -> Updated:
    """Return an edited document brought up to date.

    Args:
        data: The edited document.
        remade: The document as it was made.
        fresh: The document as it is made now.
        direct: Whether blocks that nobody touched change at once, without tracked changes.

    Raises:
        ProblemsError: It is no Word document, or no safe one.
    """
    parts, new = unpack(data), unpack(fresh)
    main = main_part(parts) or ""
    root = main_root(parts)
    numbered = number_blocks(root)
    theirs = read_parts({**parts, main: etree.tostring(root)})
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    adoption = Adoption(parts, main, new)
    editor = Editor(when, adoption.relate, adoption.take, comments_of_readers(parts, main))
    base = remade.base.document if remade.is_certain else theirs
    ours = read_parts(new)
    done = merge(
        base,
        theirs,
        ours,
        lambda item: numbered[item.get(NUMBER, "")],
        editor,
        only_propose=not remade.is_certain,
    )
    for element in done.touched:
        adoption.fit(element)
        if direct:
            settle(element, by=AUTHOR)
        let_changes_show(element)
    if remade.is_certain:
        done.comments.extend(renew_charts(done.charts, adoption, remade.parts, parts, new))
        made = theirs.ancestor.pictures if theirs.ancestor else ()
        _renew_pictures(done, Pictures(adoption, made, parts, new))
    if _headings(base) != _headings(ours):
        _let_contents_be_renewed(root)
    adoption.save()
    add_comments(parts, main, done.comments, when)
    for element in root.iter():
        element.attrib.pop(NUMBER, None)
    if done.touched or done.comments:
        parts[main] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        _renew_ancestor(parts, new)
        data = package(parts)
    return Updated(data, done, remade.is_certain)


def _renew_pictures(done: Merge, pictures: Pictures) -> None:
    """Renew the pictures that nobody changed, and say of each other one that it is new."""
    for before, paragraph, after in done.pictures:
        said = pictures.renew(before, paragraph, after)
        if said:
            done.comments.append((paragraph, said))
            done.voorstellen += said == OTHER_PICTURE
            done.bijgewerkt += said != OTHER_PICTURE


def _headings(document: DocumentText) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.level]


def _let_contents_be_renewed(root: _Element) -> None:
    """Let Word make the table of contents anew when it opens the document."""
    for instruction in root.iter(w("instrText")):
        if (instruction.text or "").lstrip().startswith("TOC"):
            before = (run.find(w("fldChar")) for run in parent_of(instruction).itersiblings(preceding=True))
            begin = next((mark for mark in before if mark is not None), None)
            if begin is not None:
                begin.set(w("dirty"), "true")


def _renew_ancestor(parts: dict[str, bytes], fresh: Mapping[str, bytes]) -> None:
    """Let the document say what it is made from now."""
    old = next((name for name in sorted(parts) if is_ancestor(name, parts[name])), None)
    new = next((fresh[name] for name in sorted(fresh) if is_ancestor(name, fresh[name])), None)
    if old is not None and new is not None:
        parts[old] = new
