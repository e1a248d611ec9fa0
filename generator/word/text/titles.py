"""Headings and captions: what Word counts, and what references and the table of contents lead to.

The table of contents is a field that Word can update, filled in so that it is right at first opening. It
shows page numbers when somebody gives them: only a program that lays out pages knows them, and none are better than
wrong ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from generator.page import ties
from generator.page.remarks import HEADINGS
from generator.page.vocabulary import classes, tag_of
from generator.word.text.body import Markup, Paragraph
from generator.word.text.controls import CLOSING
from generator.word.text.inline import runs
from generator.word.text.marks import Target, bookmark_name, numbers
from generator.word.text.translation import ContentsEntry
from generator.word.xml import attribute, field, text_run, twips, w

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from generator.word.schema_order import Props
    from generator.word.text.body import Block, Content
    from generator.word.text.translation import Context, Record


DEEPEST_IN_CONTENTS = 3
Counted = Literal["Tabel", "Figuur"]
"""The name of the sequence that Word counts."""
TABLE: Counted = "Tabel"
FIGURE: Counted = "Figuur"
_LEVELS = re.compile(r'(?P<start>\\o\s+"\d-)(?P<deepest>\d)"')
_INSTRUCTION = r'TOC \o "1-2" \h \z \u'
_LINKED = r"\h"
_HEADING = 800
"""The room that the heading of the contents takes, in twentieths of a point."""
_SINGLE = 240
"""The distance between lines where a style says nothing."""
_ROOM = (40, 60, 80)
"""How far the text after a number steps in at each level, in twentieths of a point for each point of its size."""


def heading(element: HtmlElement, context: Context, record: Record) -> Paragraph:
    """Return a heading, and note it for references and for the contents."""
    level = int(tag_of(element)[1])
    style = context.style(_role(element))
    record.headings.add(style)
    number, tab = record.numbering.count(style)
    identity = record.identities.heading(element, context)
    names = _names(element, context)
    text = " ".join(str(element.text_content()).split())
    for name in names:
        record.references.note(name, Target("hoofdstuk" if level == 1 else "paragraaf", number, text))
    if level <= DEEPEST_IN_CONTENTS and "inhoudskop" not in classes(element):
        names = names or [f"_Toc{len(record.contents) + 1:08d}"]
        record.contents.append(ContentsEntry(level, number, tab, text, names[0], identity.name, record.section))
    content = runs(element, context, record)
    if content:  # the sign of a comment goes behind a heading: LibreOffice writes a control behind the sign twice
        first, last = record.comments.ends(numbers(element))
        content = (first, *content, last)
    start, end = record.bookmarks.ends(names)
    return Paragraph(style, (start, *content, end), identity=identity)


def _role(element: HtmlElement) -> str:
    own = classes(element)
    for name in ("inhoudskop", "bijlage", "ongenummerd"):
        if name in own:
            return f"{tag_of(element)}.{name}"
    return tag_of(element)


def _names(element: HtmlElement, context: Context) -> list[str]:
    """Return the bookmarks of a heading: its own, and those of the blocks that begin with it."""
    own = [bookmark_name(str(element.get("id")))] if element.get("id") else []
    return [*own, *context.begun.get(element, ())]


def begun_blocks(body: HtmlElement) -> dict[HtmlElement, list[str]]:
    """Return for each heading the bookmarks of the blocks that begin with it, or that came before it without one."""
    found: dict[HtmlElement, list[str]] = {}
    waiting: list[str] = []
    for element in body.iter():
        if element.tag in HEADINGS:
            found[element], waiting = waiting, []
        elif name := element.get(ties.BLOCK):
            waiting.append(bookmark_name(f"blok_{name}"))
    return found


def caption(words: HtmlElement, whole: HtmlElement, context: Context, record: Record, counted: Counted) -> Paragraph:
    """Return a caption, which stays on the page of what follows.

    Args:
        words: Holds the text.
        whole: What it is a caption of; references use its id.
        context: Where it stands.
        record: What this translation collects.
        counted: What it counts as.
    """
    record.captions[counted] = count = record.captions.get(counted, 0) + 1
    label = context.labels.get(counted, counted)
    number: Content = (field(f"SEQ {counted} \\* ARABIC", text_run(str(count))),)
    if whole.get("id"):
        name = bookmark_name(str(whole.get("id")))
        record.references.note(name, Target(label.lower(), str(count), str(words.text_content())))
        start, end = record.bookmarks.ends([name])
        number = (start, *number, end)
    content = (text_run(f"{label} "), *number, text_run(". "), *runs(words, context, record))
    kept: Props = {"keepNext": ""} if counted == FIGURE else {}
    identity = record.identities.caption(words, whole, context)
    return Paragraph(context.style("bijschrift"), content, kept, identity)


def uncounted(words: HtmlElement, whole: HtmlElement, context: Context, record: Record) -> Paragraph:
    """Return a caption without a number, for a part of a picture; it stays on the page of that part."""
    identity = record.identities.caption(words, whole, context)
    return Paragraph(context.style("verdieping"), runs(words, context, record), {"keepNext": ""}, identity)


def contents(
    context: Context, record: Record, pages: tuple[int, ...] = (), instruction: str | None = None
) -> list[Block]:
    """Return the filled-in table of contents, in the control by which Word knows it as one.

    Args:
        context: The page that it stands on.
        record: What the whole translation collected: the headings.
        pages: The page of each heading, counted from 1; empty leaves the numbers out.
        instruction: What the field of the template's own table of contents asks, if there is one.
    """
    depth = _depth(context, record, instruction)
    entries = listed(context, record, instruction)
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
    lines[0] = replace(lines[0], content=(_begin(_held(instruction, depth)), *lines[0].content))
    lines[-1] = replace(lines[-1], content=(*lines[-1].content, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    start = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
    )
    return [Markup((start,)), *lines, Markup((CLOSING,))]


def listed(context: Context, record: Record, instruction: str | None = None) -> list[ContentsEntry]:
    """Return the headings that the table of contents shows: as many levels as are asked and fit on one page."""
    depth = _depth(context, record, instruction)
    return [entry for entry in record.contents if entry.level <= depth]


def _depth(context: Context, record: Record, instruction: str | None) -> int:
    levels = _LEVELS.search(instruction or _INSTRUCTION)
    asked = int(levels["deepest"]) if levels else DEEPEST_IN_CONTENTS
    lines = [(entry.level, _height(entry, context)) for entry in record.contents]
    room = context.page.height - _HEADING
    fitting = (depth for depth in range(asked, 1, -1) if sum(tall for level, tall in lines if level <= depth) <= room)
    return next(fitting, 1)


def _held(instruction: str | None, depth: int) -> str:
    """Return what the field asks, with no more levels than are shown: else Word adds them when somebody updates it."""
    return _LEVELS.sub(lambda found: f'{found["start"]}{depth}"', instruction or _INSTRUCTION)


def _height(entry: ContentsEntry, context: Context) -> float:
    """Return about how high an entry is in the table of contents, in twentieths of a point."""
    style = context.style(f"toc{entry.level}")
    lettering, measure = context.lettering(f"toc{entry.level}"), context.styles.measure
    line = lettering.line * (measure(style, "spacing", "line") or _SINGLE) / _SINGLE
    width = context.page.width - measure(style, "ind", "left", "start")
    count = 1 + int(lettering.width(entry.text) / width)
    return count * line + measure(style, "spacing", "before") + measure(style, "spacing", "after")


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
