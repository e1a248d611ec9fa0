"""The landmarks of a template: its text, art, headings and table of contents, and the marks where a plan goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from generator.word.fields import fields
from generator.word.reading.content import GRAPHICS
from generator.word.reading.content_controls import control_of
from generator.word.reading.inheritance import level_of
from generator.word.xml import W, child_at, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from generator.word.styles import Styles

PLAN, COVER, CONTENTS = "_wijkplan_plan", "_wijkplan_voorblad", "_wijkplan_inhoud"
_TEXT_BOX = w("txbxContent")
_PLACEHOLDER = re.compile(r"\{[{%]")
_PROPERTY_FIELD = re.compile(r"^\s*(?:TITLE|SUBJECT|DOCPROPERTY|DOCTITLE|KEYWORDS|COMMENTS|AUTHOR)\b", re.IGNORECASE)
_CONTENTS_FIELD = re.compile(r"^\s*TOC\b(?!.*\\[ac]\b)", re.IGNORECASE | re.DOTALL)
_DEEPEST_HEADING = 3


def mark(name: str) -> _Element:
    """Return a paragraph that marks a place; its name is that of a bookmark, so that it survives any rewriting."""
    paragraph = etree.Element(w("p"), nsmap={"w": W})
    etree.SubElement(paragraph, w("bookmarkStart"), {w("id"): "0", w("name"): name})
    etree.SubElement(paragraph, w("bookmarkEnd"), {w("id"): "0"})
    return paragraph


def mark_of(block: _Element) -> str | None:
    """Return the name of the place that a block marks, or None."""
    found = block.find(w("bookmarkStart")) if block.tag == w("p") else None
    name = None if found is None else found.get(w("name"))
    return name if name in {PLAN, COVER, CONTENTS} else None


def own_text(block: _Element) -> str:
    """Return the text of a block, without that of text boxes that float over it."""
    return "".join(item.text or "" for item in block.iter(w("t")) if not in_text_box(item, block))


def whole_text(block: _Element) -> str:
    """Return all text of a block."""
    return "".join(item.text or "" for item in block.iter(w("t")))


def with_their_blocks(blocks: Sequence[_Element], *tags: str) -> Iterator[tuple[int, _Element]]:
    """Yield the elements of some kinds in blocks of the body, each after the index of its block.

    Only these are looked at: a document may have a million blocks with nothing in them.

    Args:
        blocks: Blocks of one body, in their order.
        tags: The kinds.
    """
    body = blocks[0].getparent() if blocks else None
    if body is None:
        return
    places = {block: index for index, block in enumerate(blocks)}
    for item in body.iter(*tags):
        block = item
        while (parent := block.getparent()) is not None and parent is not body:
            block = parent
        if block in places:
            yield places[block], item


def has_art(block: _Element) -> bool:
    """Tell whether a block holds a picture, a drawing or another object."""
    return next(block.iter(*GRAPHICS), None) is not None


def has_placeholder(block: _Element) -> bool:
    """Tell whether somebody prepared a block to be filled in: a placeholder, a bound control or a property field."""
    if _PLACEHOLDER.search(whole_text(block)) or next(block.iter(w("dataBinding")), None) is not None:
        return True
    return any(_PROPERTY_FIELD.match(instruction) for instruction in instructions(block))


def instructions(block: _Element) -> list[str]:
    """Return the instruction of each field in a block."""
    return [item.instruction for item in fields(block, unclosed=True)]


def starts_contents(block: _Element) -> bool:
    """Tell whether a table of contents starts in a block."""
    return gallery(block) == "Table of Contents" or any(_CONTENTS_FIELD.match(item) for item in instructions(block))


def gallery(block: _Element) -> str:
    """Return the gallery of Word that a block comes from, such as `Cover Pages`; empty when it comes from none."""
    control = control_of(block)
    while control and not control.gallery and len(control.content) == 1:
        control = control_of(control.content[0])
    return control.gallery if control else ""


def field_depth(block: _Element) -> int:
    """Return how many fields a block opens and does not close."""
    kinds = [item.get(w("fldCharType")) for item in block.iter(w("fldChar"))]
    return kinds.count("begin") - kinds.count("end")


def heading_level(block: _Element, styles: Styles) -> int | None:
    """Return the level of a heading, from 1; None for anything else."""
    if block.tag != w("p") or not own_text(block).strip():
        return None
    outline = child_at(block, "pPr/outlineLvl")
    level = styles.level(style_of(block)) if outline is None else level_of(outline)
    return level if 0 < level <= _DEEPEST_HEADING else None


def style_of(block: _Element) -> str:
    """Return the id of a paragraph's style, or an empty text."""
    return value_at(block, "pPr/pStyle")


def breaks_page(block: _Element) -> bool:
    """Tell whether a page break is the last thing in a block."""
    runs = [item for item in block.iter(w("t"), w("br"), *GRAPHICS) if not in_text_box(item, block)]
    texts = [item for item in runs if item.tag != w("t") or (item.text or "").strip()]
    return bool(texts) and texts[-1].tag == w("br") and texts[-1].get(w("type")) == "page"


def section_ends(block: _Element) -> list[_Element]:
    """Return the properties of the sections that end in a block."""
    if block.tag == w("sectPr"):
        return []
    return [item for item in block.iter(w("sectPr")) if not in_text_box(item, block)]


def in_text_box(item: _Element, block: _Element) -> bool:
    """Tell whether something in a block floats over it, in a text box."""
    parent = item.getparent()
    while parent is not None and parent is not block:
        if parent.tag == _TEXT_BOX:
            return True
        parent = parent.getparent()
    return False


class OwnContents(Struct, frozen=True):
    """A table of contents that a template brings along."""

    title: list[_Element]
    """The paragraphs above its lines."""
    rest: list[_Element]
    """A paragraph that ends the section right after its lines, emptied."""
    instruction: str
    """The instruction of its field."""
    ends_page: bool
    """Whether a page break stood after its lines."""


def own_contents(blocks: Sequence[_Element]) -> OwnContents:
    """Take a table of contents apart.

    Args:
        blocks: The blocks that hold it.
    """
    lines = [line for block in blocks for line in _lines(block)]
    start = next((index for index, line in enumerate(lines) if _holds_field(line)), 0)
    instruction = next((item for line in lines for item in instructions(line) if item.strip().startswith("TOC")), "")
    rest = [_emptied(line) for line in lines[start:] if section_ends(line)]
    return OwnContents(lines[:start], rest[-1:], " ".join(instruction.split()), any(map(breaks_page, lines[start:])))


def _lines(block: _Element) -> list[_Element]:
    if block.tag != w("sdt"):
        return [block]
    content = block.find(w("sdtContent"))
    return [] if content is None else [line for child in content for line in _lines(child)]


def _holds_field(line: _Element) -> bool:
    return starts_contents(line) or next(line.iter(w("fldChar")), None) is not None


def _emptied(line: _Element) -> _Element:
    """Keep of a paragraph only its properties, with the end of a section in them."""
    for child in list(line):
        if child.tag != w("pPr"):
            line.remove(child)
    return line
