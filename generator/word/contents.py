"""The table of contents: a field that Word can update, filled in so that it is right at first opening.

It shows page numbers when somebody gives them: only a program that lays out pages knows them, and none are better
than wrong ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.word.headings import DEEPEST_IN_CONTENTS
from generator.word.xml import attribute, field, paragraph, text_run, w

if TYPE_CHECKING:
    from generator.word.state import ContentsEntry, State

CONTENTS_HERE = "\x00inhoud\x00"
"""Stands in the body until every heading is known."""

_LEVELS = re.compile(r'\\o\s+"\d-(\d)"')
_INSTRUCTION = r'TOC \o "1-3" \h \z \u'
_LINKED = r"\h"


def contents(state: State, pages: tuple[int, ...] = (), instruction: str | None = None) -> str:
    """Return the filled-in table of contents, in the control by which Word knows it as one.

    Args:
        state: The state at the end of the translation; it knows the headings.
        pages: The page of each heading, counted from 1; empty leaves the numbers out.
        instruction: What the field of the template's own table of contents asks, if there is one.
    """
    asked = instruction or _INSTRUCTION
    entries = listed(state, instruction)
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {attribute(asked)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = [
        _line(
            entry,
            (begin if index == 0 else "", end if index == len(entries) - 1 else ""),
            state.page.printed(pages[index], entry.section) if pages else "",
            state,
        )
        for index, entry in enumerate(entries)
    ]
    if not lines:
        return ""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def listed(state: State, instruction: str | None = None) -> list[ContentsEntry]:
    """Return the headings that the table of contents shows."""
    levels = _LEVELS.search(instruction or _INSTRUCTION)
    deepest = int(levels.group(1)) if levels else DEEPEST_IN_CONTENTS
    return [entry for entry in state.contents if entry.level <= deepest]


def _line(entry: ContentsEntry, around: tuple[str, str], page: str, state: State) -> str:
    style = state.style(f"toc{entry.level}")
    return paragraph(style, _entry(entry, page).join(around), _page_place(style, state) if page else "")


def _page_place(style: str, state: State) -> str:
    """Return what the style lacks to show a page number at the right margin.

    Word itself adds a tab where the style has none. An indent on the right hides the number in LibreOffice.
    """
    tabs, indent = state.styles.property(style, "tabs"), state.styles.property(style, "ind")
    has_tab = any(tab.get(w("val")) in {"right", "end"} for tab in (() if tabs is None else tabs))
    added = "" if has_tab else f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{state.page.width}"/></w:tabs>'
    indented = indent is not None and {indent.get(w("right"), "0"), indent.get(w("end"), "0")} != {"0"}
    return added + ('<w:ind w:right="0"/>' if indented else "")


def _entry(entry: ContentsEntry, page: str) -> str:
    if entry.number and entry.tab:
        shown = f"{text_run(entry.number)}<w:r><w:tab/></w:r>{text_run(entry.text)}"
    else:
        shown = text_run(f"{entry.number} {entry.text}".strip())
    if page:
        shown += f"<w:r><w:tab/></w:r>{field(f'PAGEREF {entry.bookmark} {_LINKED}', text_run(page))}"
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{shown}</w:hyperlink>'
