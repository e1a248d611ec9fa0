"""The table of contents: which headings it shows, and how.

It is a field that Word can update, filled in so that it is right at first opening. It shows page numbers when somebody
gives them: only a program that lays out pages knows them, and none are better than wrong ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.word.text.body import Markup, Paragraph
from generator.word.text.controls import CLOSING
from generator.word.text.titles import DEEPEST_IN_CONTENTS
from generator.word.xml import attribute, field, text_run, twips, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from generator.word.schema_order import Props
    from generator.word.text.body import Block
    from generator.word.text.translation import ContentsEntry, Context, Record

_LEVELS = re.compile(r'(?P<start>\\o\s+"\d-)(?P<deepest>\d)"')
_INSTRUCTION = r'TOC \o "1-2" \h \z \u'
_LINKED = r"\h"
_HEADING = 800
"""The room that the heading of the contents takes, in twentieths of a point."""
_ROOM = (40, 60, 80)
"""How far the text after a number steps in at each level, in twentieths of a point for each point of its size."""


class Contents(Struct, frozen=True):
    """What the table of contents shows: as many levels as are asked and fit on one page."""

    entries: Sequence[ContentsEntry]
    instruction: str
    """What the field asks."""


def fitting_contents(context: Context, record: Record, instruction: str | None = None) -> Contents:
    """Return the contents of a document: where not all fits on one page, the annexes give up their lower levels first.

    Args:
        context: The page that it stands on.
        record: What the whole translation collected: the headings.
        instruction: What the field of the template's own table of contents asks, if there is one.
    """
    asks = instruction or _INSTRUCTION
    levels = _LEVELS.search(asks)
    asked = int(levels["deepest"]) if levels else DEEPEST_IN_CONTENTS
    room = context.page.height - _HEADING
    lines = [(entry, context.height(f"toc{entry.level}", entry.text)) for entry in record.contents]
    entries: list[ContentsEntry] = []
    for depth, in_annex in [*((deep, other) for deep in range(asked, 1, -1) for other in (deep, 1)), (1, 1)]:
        shown = [(entry, tall) for entry, tall in lines if entry.level <= (in_annex if entry.in_annex else depth)]
        entries = [entry for entry, _ in shown]
        if sum(tall for _, tall in shown) <= room:
            break
    if len(entries) == sum(entry.level <= asked for entry in record.contents):
        return Contents(entries, asks)
    return Contents(entries, _held(asks, max(item.level for item in entries)))


def contents_blocks(contents: Contents, context: Context, record: Record, pages: tuple[int, ...] = ()) -> list[Block]:
    """Return the filled-in table of contents, in the control by which Word knows it as one.

    Args:
        contents: What it shows.
        context: The page that it stands on.
        record: What the whole translation collected.
        pages: The page of each heading, counted from 1; empty leaves the numbers out.
    """
    entries = contents.entries
    if not entries:
        return []
    first_page = 1
    if context.page.apart:
        first_page = next((page for entry, page in zip(entries, pages, strict=False) if entry.own), 1)
    shown = [
        context.page.printed(pages[index], entry.section, first_page) if pages else ""
        for index, entry in enumerate(entries)
    ]
    lines = [_line(entry, page, context, record) for entry, page in zip(entries, shown, strict=True)]
    lines[0] = replace(lines[0], content=(_begin(contents.instruction), *lines[0].content))
    lines[-1] = replace(lines[-1], content=(*lines[-1].content, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    start = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
    )
    return [Markup((start,)), *lines, Markup((CLOSING,))]


def _held(instruction: str, depth: int) -> str:
    """Return what the field asks, with no more levels than are shown: else Word adds them when somebody updates it."""
    return _LEVELS.sub(lambda found: f'{found["start"]}{depth}"', instruction)


def _begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {attribute(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _line(entry: ContentsEntry, page: str, context: Context, record: Record) -> Paragraph:
    style = context.style(f"toc{entry.level}")
    tabs = _place_after_number(entry, style, context) + (_page_place(style, context) if page else "")
    properties = ({"tabs": tabs} if tabs else {}) | (_no_indent(style, context) if page else {})
    return Paragraph(style, (_entry(entry, page),), properties, record.identities.of(f"inhoud/{entry.name}"))


def _place_after_number(entry: ContentsEntry, style: str, context: Context) -> str:
    """Return the tab that the style lacks for the text after a number.

    Word itself adds it: most templates have a tab for the page number alone, and the text would jump to that.
    """
    indent = context.styles.property(style, "ind")
    has_own = _has_tab(style, context, "left", "start", "num") or _measure(indent, "hanging") > 0
    if has_own or not (entry.number and entry.tab):
        return ""
    room = context.styles.size(style) * _ROOM[min(entry.level, len(_ROOM)) - 1]
    return f'<w:tab w:val="left" w:pos="{round(_measure(indent, "left", "start") + room)}"/>'


def _page_place(style: str, context: Context) -> str:
    """Return the tab that the style lacks to show a page number at the right margin, as Word itself does."""
    if _has_tab(style, context, "right", "end"):
        return ""
    return f'<w:tab w:val="right" w:leader="dot" w:pos="{context.page.width}"/>'


def _no_indent(style: str, context: Context) -> Props:
    """Return what undoes an indent on the right: it hides the page number in LibreOffice."""
    indent = context.styles.property(style, "ind")
    return {"ind": 'w:right="0"'} if _measure(indent, "right", "end") else {}


def _has_tab(style: str, context: Context, *kinds: str) -> bool:
    tabs = context.styles.property(style, "tabs")
    return any(tab.get(w("val")) in kinds for tab in (() if tabs is None else tabs))


def _measure(indent: _Element | None, *names: str) -> int:
    values = () if indent is None else (twips(indent.get(w(name))) for name in names)
    return next((value for value in values if value is not None), 0)


def _entry(entry: ContentsEntry, page: str) -> str:
    if entry.number and entry.tab:
        shown = f"{text_run(entry.number)}<w:r><w:tab/></w:r>{text_run(entry.text)}"
    else:
        shown = text_run(f"{entry.number} {entry.text}".strip())
    if page:
        shown += f"<w:r><w:tab/></w:r>{field(f'PAGEREF {entry.bookmark} {_LINKED}', text_run(page))}"
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{shown}</w:hyperlink>'
