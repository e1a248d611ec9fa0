"""Writes the blocks that stay around the plan, with nothing in them that clashes with the plan's own names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.frame.looking import heading_level, own_text, section_ends, style_of
from generator.word.frame.marks import PLAN, mark_of
from generator.word.text.sections import SECTION_ENDS
from generator.word.text.state import ContentsEntry
from generator.word.xml import fragment, w

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from generator.word.text.state import State

_FIRST_KEPT = 1_000_000
"""Bookmarks of the template have numbers from here on; those of the plan count from 1."""
_MADE_BY_WORD = re.compile(r"_(?:Toc|GoBack|Hlk)", re.IGNORECASE)


def halves(body: _Element) -> tuple[list[_Element], list[_Element]]:
    """Return the blocks before and after the place of the plan, marks for other places included."""
    blocks = [block for block in body if block.tag != w("sectPr")]
    index = next(position for position, block in enumerate(blocks) if mark_of(block) == PLAN)
    return blocks[:index], blocks[index + 1 :]


def note_headings(blocks: Sequence[_Element], state: State) -> None:
    """Note the headings among the blocks for the contents, and give each a bookmark to link to."""
    for block in blocks:
        level = heading_level(block, state.styles)
        if level is None:
            continue
        number, tab = state.numbering.count(style_of(block))
        name = f"_Toc9{len(state.contents) + 1:07d}"
        state.contents.append(
            ContentsEntry(level, number, tab, " ".join(own_text(block).split()), name, state.page.index, own=False)
        )
        start = etree.Element(w("bookmarkStart"), {w("id"): "0", w("name"): name})
        position = 1 if block.find(w("pPr")) is not None else 0
        block.insert(position, start)
        block.insert(position + 1, etree.Element(w("bookmarkEnd"), {w("id"): "0"}))


def settle_bookmarks(blocks: Sequence[_Element], taken: str) -> None:
    """Number the bookmarks in the blocks anew, and drop those that Word made or the plan has too.

    Args:
        blocks: The blocks; they are changed.
        taken: The XML of the plan.
    """
    names = {name.casefold() for name in re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', taken)}
    open_numbers: dict[str | None, str | None] = {}
    count = 0
    for item in [item for block in blocks for item in block.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        if item.tag == w("bookmarkStart"):
            name = item.get(w("name"), "")
            own = name.startswith("_Toc9") and item.get(w("id")) == "0"
            dropped = not own and (name.casefold() in names or bool(_MADE_BY_WORD.match(name)))
            count += 1
            open_numbers[item.get(w("id"))] = None if dropped else str(_FIRST_KEPT + count)
        number = open_numbers.get(item.get(w("id")))
        parent = item.getparent()
        if number is None and parent is not None:
            parent.remove(item)
        elif number is not None:
            item.set(w("id"), number)


def written(blocks: Sequence[_Element], fills: Mapping[str, str], known: Mapping[str | None, str]) -> list[str]:
    """Return the blocks as XML.

    Args:
        blocks: What stays, with marks.
        fills: What comes in place of each mark.
        known: The namespaces that the root declares.
    """
    result: list[str] = []
    after_mark = False
    for block in blocks:
        name = mark_of(block)
        if name is not None:
            result.append(fills.get(name, ""))
        elif after_mark and section_ends(block) and not own_text(block).strip():
            result.append(f"{SECTION_ENDS}{fragment(block, known)}{SECTION_ENDS}")
        else:
            result.append(fragment(block, known))
        after_mark = name is not None
    return result
