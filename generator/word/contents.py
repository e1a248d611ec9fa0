"""The table of contents: a field that Word can update, filled in so that it is right at first opening.

It shows no page numbers: only a program that lays out pages knows them, and none are better than wrong ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.word.headings import DEEPEST_IN_CONTENTS
from generator.word.xml import attribute, paragraph, text_run

if TYPE_CHECKING:
    from generator.word.state import ContentsEntry, State

CONTENTS_HERE = "\x00inhoud\x00"
"""Stands in the body until every heading is known."""

_LEVELS = re.compile(r'\\o\s+"\d-(\d)"')
_INSTRUCTION = r'TOC \o "1-3" \h \z \u'


def contents(state: State, instruction: str | None = None) -> str:
    """Return the filled-in table of contents, in the control by which Word knows it as one.

    Args:
        state: The state of the translation; it knows the headings.
        instruction: What the field of the template's own table of contents asks, if there is one.
    """
    asked = instruction or _INSTRUCTION
    levels = _LEVELS.search(asked)
    deepest = int(levels.group(1)) if levels else DEEPEST_IN_CONTENTS
    entries = [entry for entry in state.contents if entry.level <= deepest]
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {attribute(asked)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = [
        paragraph(
            state.style(f"toc{entry.level}"),
            (begin if index == 0 else "") + _entry(entry) + (end if index == len(entries) - 1 else ""),
        )
        for index, entry in enumerate(entries)
    ]
    if not lines:
        return ""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def _entry(entry: ContentsEntry) -> str:
    if entry.number and entry.tab:
        shown = f"{text_run(entry.number)}<w:r><w:tab/></w:r>{text_run(entry.text)}"
    else:
        shown = text_run(f"{entry.number} {entry.text}".strip())
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{shown}</w:hyperlink>'
