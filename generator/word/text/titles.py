"""Headings and captions: what Word counts, and what references and the table of contents lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.page import ties
from generator.page.remarks import HEADINGS
from generator.page.vocabulary import classes, tag_of
from generator.word.text.body import Paragraph
from generator.word.text.inline import runs
from generator.word.text.marks import Target, bookmark_name, numbers
from generator.word.text.translation import ContentsEntry
from generator.word.xml import field, text_run

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.word.schema_order import Props
    from generator.word.text.body import Content
    from generator.word.text.translation import Context, Record


DEEPEST_IN_CONTENTS = 3
Counted = Literal["Tabel", "Figuur"]
"""The name of the sequence that Word counts."""
TABLE: Counted = "Tabel"
FIGURE: Counted = "Figuur"


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
        record.contents.append(
            ContentsEntry(level, number, tab, text, names[0], identity.name, record.section, in_annex=record.has_annex)
        )
    content = runs(element, context.on(style), record)
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
    style = context.style("bijschrift")
    record.captions[counted] = count = record.captions.get(counted, 0) + 1
    label = context.labels.get(counted, counted)
    number: Content = (field(f"SEQ {counted} \\* ARABIC", text_run(str(count))),)
    if whole.get("id"):
        name = bookmark_name(str(whole.get("id")))
        record.references.note(name, Target(label.lower(), str(count), str(words.text_content())))
        start, end = record.bookmarks.ends([name])
        number = (start, *number, end)
    content = (text_run(f"{label} "), *number, text_run(". "), *runs(words, context.on(style), record))
    kept: Props = {"keepNext": ""} if counted == FIGURE else {}
    identity = record.identities.caption(words, whole, context)
    return Paragraph(style, content, kept, identity)


def uncounted(words: HtmlElement, whole: HtmlElement, context: Context, record: Record) -> Paragraph:
    """Return a caption without a number, for a part of a picture; it stays on the page of that part."""
    identity = record.identities.caption(words, whole, context)
    return Paragraph(context.style("verdieping"), runs(words, context, record), {"keepNext": ""}, identity)
