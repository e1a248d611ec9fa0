"""Writes the blocks of a template that stay around the plan, with nothing in them that clashes with the plan's own."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from generator.word.frame.landmarks import PLAN, heading_level, mark_of, own_text, section_ends, style_of
from generator.word.frame.leftovers import clean_text
from generator.word.provenance import is_ancestor
from generator.word.text.body import Kept, SectionEnd
from generator.word.text.identity import opening_words
from generator.word.text.translation import ContentsEntry
from generator.word.xml import W14, remove, value, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from docx.opc.part import Part, XmlPart
    from docx.opc.rel import Relationships
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element

    from generator.word.styles import Styles
    from generator.word.text.body import Block
    from generator.word.text.identity import Identities
    from generator.word.text.translation import Record

_ALWAYS = frozenset({RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.THEME, RT.FONT_TABLE})
_NOTES = {RT.FOOTNOTES: "footnote", RT.ENDNOTES: "endnote"}
_BOUND = re.compile(r'storeItemID="(\{[0-9A-Fa-f-]+\})"')
_STORE = re.compile(rb'itemID="(\{[0-9A-Fa-f-]+\})"')
_PACKAGE = frozenset({RT.OFFICE_DOCUMENT})
_BOOKMARK = (w("bookmarkStart"), w("bookmarkEnd"))
_FIRST_KEPT = 1_000_000
"""Bookmarks of the template have numbers from here on; those of the plan count from 1."""
_MADE_BY_WORD = re.compile(r"_(?:Toc|GoBack|Hlk)", re.IGNORECASE)


def drop_unused(document: DocumentPart, text: str) -> None:
    """Drop the relationships of the main part that nothing in the document uses, and with them their parts.

    Args:
        document: The main part.
        text: The XML that the main part gets.
    """
    bound = {key.upper() for key in _BOUND.findall(text + "".join(_margin_texts(document)))}
    for key, relationship in list(document.rels.items()):
        kind = relationship.reltype
        if kind in _ALWAYS or f'"{key}"' in text:
            continue
        if kind in _NOTES and _has_notes(relationship.target_part, text, _NOTES[kind]):
            continue
        if kind == RT.CUSTOM_XML and _is_kept(relationship.target_part, bound):
            continue
        document.rels.pop(key)


def drop_package_parts(relationships: Relationships) -> None:
    """Drop what a package has beside its main part, such as a thumbnail or a ribbon of its own."""
    for key in [key for key, item in relationships.items() if item.reltype not in _PACKAGE]:
        relationships.pop(key)


def margins(document: DocumentPart) -> Iterable[_Element]:
    """Return the root of each header and footer."""
    return (cast("_Element", part.element) for part in margin_parts(document))


def margin_parts(document: DocumentPart) -> Iterable[XmlPart]:
    """Return the part of each header and footer."""
    for relationship in document.rels.values():
        if relationship.reltype in {RT.HEADER, RT.FOOTER}:
            yield cast("XmlPart", relationship.target_part)


def _margin_texts(document: DocumentPart) -> Iterable[str]:
    return (etree.tostring(root, encoding="unicode") for root in margins(document))


def _is_kept(part: Part, bound: Collection[str]) -> bool:
    """Tell whether content controls show what is in a part; the ancestor of another document never comes along."""
    return _store(part) in bound and not is_ancestor(str(part.partname), part.blob)


def _store(part: Part) -> str:
    """Return the id under which content controls know a part with custom XML."""
    for relationship in part.rels.values():
        if not relationship.is_external and (found := _STORE.search(relationship.target_part.blob)):
            return found.group(1).decode().upper()
    return ""


def _has_notes(part: Part, text: str, name: str) -> bool:
    """Keep of the notes only the separators and those that the document names, cleaned; tell whether any is left."""
    root = etree.fromstring(part.blob)
    used = set(re.findall(rf'<w:{name}Reference [^>]*w:id="(-?\d+)"', text))
    for note in root.findall(w(name)):
        if note.get(w("type")) in {None, "normal"} and note.get(w("id")) not in used:
            root.remove(note)
    clean_text(root)
    text = etree.tostring(root, encoding="unicode")
    for key in [key for key in part.rels if f'"{key}"' not in text]:
        part.rels.pop(key)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return len(root) > 0


def halves(body: _Element) -> tuple[list[_Element], list[_Element]]:
    """Return the blocks before and after the place of the plan, marks for other places included."""
    blocks = [block for block in body if block.tag != w("sectPr")]
    index = next(position for position, block in enumerate(blocks) if mark_of(block) == PLAN)
    return blocks[:index], blocks[index + 1 :]


def opening_blocks(body: _Element, styles: Styles) -> list[_Element]:
    """Return the blocks before the place of the plan, as far as they are no text with headings."""
    blocks = [block for block in halves(body)[0] if mark_of(block) is None]
    return list(takewhile(lambda block: heading_level(block, styles) is None, blocks))


def note_headings(blocks: Sequence[_Element], styles: Styles, record: Record) -> None:
    """Note the headings among the blocks for the contents, and give each a bookmark to link to."""
    for block in blocks:
        level = heading_level(block, styles)
        if level is None:
            continue
        number, tab = record.numbering.count(style_of(block))
        bookmark = f"_Toc9{len(record.contents) + 1:07d}"
        text = " ".join(own_text(block).split())
        name = _name(block)
        record.contents.append(ContentsEntry(level, number, tab, text, bookmark, name, record.section, own=False))
        start = etree.Element(w("bookmarkStart"), {w("id"): "0", w("name"): bookmark})
        position = 1 if block.find(w("pPr")) is not None else 0
        block.insert(position, start)
        block.insert(position + 1, etree.Element(w("bookmarkEnd"), {w("id"): "0"}))


def settle_bookmarks(blocks: Sequence[_Element], taken: Collection[str]) -> list[_Element]:
    """Number the bookmarks in the blocks anew; those that Word made, that the plan has too or that lost a half go.

    Args:
        blocks: The blocks; they are changed.
        taken: The names of the bookmarks of the plan.

    Returns:
        The blocks that are left: one may have been half a bookmark itself.
    """
    names = {name.casefold() for name in taken}
    marks = [item for block in blocks for item in block.iter(*_BOOKMARK)]
    numbers: dict[_Element, str] = {}
    opened: dict[str, list[_Element]] = {}
    for item in marks:
        if item.tag == _BOOKMARK[0]:
            opened.setdefault(value(item, w("id")), []).append(item)
        elif starts := opened.get(value(item, w("id"))):
            start = starts.pop()
            if not _is_dropped(start, names):
                numbers[start] = numbers[item] = str(_FIRST_KEPT + 1 + len(numbers) // 2)
    for item in marks:
        if item in numbers:
            item.set(w("id"), numbers[item])
        else:
            remove(item)
    return [block for block in blocks if block.tag not in _BOOKMARK or block in numbers]


def _is_dropped(start: _Element, names: Collection[str]) -> bool:
    name = value(start, w("name"))
    own = name.startswith("_Toc9") and value(start, w("id")) == "0"
    return not own and (name.casefold() in names or bool(_MADE_BY_WORD.match(name)))


def kept(blocks: Sequence[_Element], identities: Identities, fills: Mapping[str, Sequence[Block]]) -> list[Block]:
    """Return the blocks that stay around the plan, each mark replaced.

    Args:
        blocks: What stays, with marks; each paragraph gets an identity.
        identities: Hands them out.
        fills: What comes in place of each mark.
    """
    result: list[Block] = []
    after_mark = False
    for block in blocks:
        name = mark_of(block)
        ends = section_ends(block)
        if name is not None:
            result += fills.get(name, ())
        elif after_mark and ends and not own_text(block).strip():
            result.append(SectionEnd(ends[-1], Kept(block, style_of(block))))
        else:
            result.append(Kept(block, style_of(block)))
        if name is None:
            _identify(block, identities)
        after_mark = name is not None
    return result


def _identify(block: _Element, identities: Identities) -> None:
    """Give the paragraphs and rows of a block an id; a text box, which stands there twice, keeps Word's own."""
    for item in block.iter(w("p"), w("tr")):
        if next(item.iterancestors(w("txbxContent")), None) is None:
            row = item.tag == w("tr")
            identity = identities.of("sjabloon/rij") if row else identities.note(_name(item), "sjabloon")
            item.set(f"{{{W14}}}paraId", identity.para_id)


def _name(paragraph: _Element) -> str:
    return f"sjabloon/{opening_words(own_text(paragraph)) or 'leeg'}"
