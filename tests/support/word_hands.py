"""Hands that work on a document for Word at random: each does one thing that people, or Word itself, do to it.

A hand gets the document, a number that says where, and a word; it tells which of the words it typed must survive.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from tests.support.word_edits import W14, Edited, comment_on, copied, set_cells, set_text, track_insertion, w

if TYPE_CHECKING:
    from lxml.etree import _Element

Hand: TypeAlias = Callable[[Edited, int, str], "Typed"]
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STYLE_NAMES = re.compile(
    rb'(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link|styleLink|numStyleLink) w:val="|w:styleId=")([^"]+)"'
)
_PICTURE = (
    '<w:p xmlns:w="{w}"><w:r><w:drawing><wp:inline'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="360000" cy="360000"/><wp:docPr id="{id}" name="Foto {id}" descr="{word}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a hand typed."""

    answer: tuple[str, ...] = ()
    """Words in the place of an answer."""
    own: tuple[str, ...] = ()
    """Words elsewhere: they belong to no answer."""
    pictures: tuple[str, ...] = ()
    """The descriptions of pictures."""


def _typed_controls(document: Edited) -> list[_Element]:
    """Return the controls in which text is typed, of which the answer stands in a run of its own."""
    return [
        control
        for control in document.root.iter(w("sdt"))
        if control.find(f"{w('sdtPr')}/{w('tag')}") is not None
        and control.find(f"{w('sdtPr')}/{w('dropDownList')}") is None
        and control.find(f"{w('sdtPr')}/{w('date')}") is None
        and control.find(f"{w('sdtPr')}/{{{W14}}}checkbox") is None
        and next(control.iter(w("t")), None) is not None
        and len(list(control.iter(w("sdt")))) == 1
    ]


def _some(items: list[_Element], number: int) -> _Element | None:
    return items[number % len(items)] if items else None


def _forget_prompt(control: _Element) -> None:
    prompt = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
    if prompt is not None:
        control.find(w("sdtPr")).remove(prompt)


def type_over(document: Edited, number: int, word: str) -> Typed:
    """Type another text over that of a control, in one of its paragraphs."""
    control = _some(_typed_controls(document), number)
    if control is None:
        return Typed()
    _forget_prompt(control)
    content = control.find(w("sdtContent"))
    paragraphs = [item for item in content.findall(w("p")) if next(item.iter(w("t")), None) is not None]
    set_text(paragraphs[number % len(paragraphs)] if paragraphs else content, f"Wij schrijven {word} hier.")
    return Typed(answer=(word,))


def add_words(document: Edited, number: int, word: str) -> Typed:
    """Type a word behind the text of a control."""
    control = _some(_typed_controls(document), number)
    if control is None:
        return Typed()
    _forget_prompt(control)
    last = list(control.iter(w("t")))[-1]
    last.text = f"{last.text or ''} {word}"
    last.set(_SPACE, "preserve")
    return Typed(answer=(word,))


def track_words(document: Edited, number: int, word: str) -> Typed:
    """Type a word in a control while changes are tracked."""
    control = _some([item for item in _typed_controls(document) if item.getparent().tag == w("p")], number)
    if control is None:
        return Typed()
    _forget_prompt(control)
    track_insertion(control.find(w("sdtContent")), f" {word}", "Anna Bos")
    return Typed(answer=(word,))


def split_runs(document: Edited, number: int, _word: str) -> Typed:
    """Let Word cut every third run in two, with the number of a session and marks of spelling."""
    runs = [
        run
        for run in document.root.iter(w("r"))
        if run.find(w("t")) is not None and len(run.find(w("t")).text or "") > 3
    ]
    for run in runs[number % 3 :: 3]:
        if len(run.findall(w("t"))) != 1:
            continue
        twin = copy.deepcopy(run)
        text = run.find(w("t")).text
        run.find(w("t")).text, twin.find(w("t")).text = text[:2], text[2:]
        for half in (run, twin):
            half.find(w("t")).set(_SPACE, "preserve")
            half.set(w("rsidR"), "00A1B2C3")
        run.addnext(twin)
        mark = etree.Element(w("proofErr"))
        mark.set(w("type"), "spellStart")
        run.addnext(mark)
    return Typed()


def rename_styles(document: Edited, _number: int, _word: str) -> Typed:
    """Give every style another id, as Word does in another language."""
    document.parts["word/document.xml"] = etree.tostring(document.root)
    for name in [name for name in document.parts if name.startswith("word/") and name.endswith(".xml")]:
        document.parts[name] = _STYLE_NAMES.sub(rb'\1nl\2"', document.parts[name])
    document.root = etree.fromstring(document.parts["word/document.xml"])
    return Typed()


def _movable(document: Edited) -> list[_Element]:
    return [
        block
        for block in document.root.find(w("body"))
        if block.tag == w("p")
        and block.find(f"{w('pPr')}/{w('sectPr')}") is None
        and next(block.iter(w("t")), None) is not None
        and next(block.iter(w("fldChar")), None) is None
        and not level(block)
    ]


def level(block: _Element) -> int:
    """Return the level of a heading; 0 for anything else."""
    style = block.find(f"{w('pPr')}/{w('pStyle')}")
    found = re.fullmatch(r"(?:nl)*(?:Heading|Kop)(\d)", style.get(w("val"))) if style is not None else None
    return int(found[1]) if found else 0


def move_block(document: Edited, number: int, _word: str) -> Typed:
    """Move a paragraph to another place."""
    blocks = _movable(document)
    block, place = blocks[number % len(blocks)], blocks[(number * 7 + 1) % len(blocks)]
    if block is not place:
        place.addnext(block)
    return Typed()


def retype_heading(document: Edited, number: int, word: str) -> Typed:
    """Type another heading."""
    heads = [item for item in document.root.find(w("body")) if level(item) and next(item.iter(w("sdt")), None) is None]
    heading = _some(heads, number)
    if heading is None:
        return Typed()
    set_text(heading, f"Over {word}")
    return Typed(own=(word,))


def _rows(document: Edited) -> list[_Element]:
    """Return the rows that can be copied: of a list of answers, without cells that run on."""
    return [
        row
        for row in document.root.iter(w("tr"))
        if next(row.iter(w("sdt")), None) is not None
        and row.getparent().tag == w("tbl")
        and next(row.iter(w("vMerge")), None) is None
        and next(row.iter(w("tblHeader")), None) is None
        and len(row.findall(w("tc"))) > 1
        and row.getnext() is not None
    ]


def paste_row(document: Edited, number: int, word: str) -> Typed:
    """Paste a row with words in every cell below another one."""
    row = _some(_rows(document), number)
    if row is None:
        return Typed()
    twin = copied(row, with_tags=False)
    words = [f"{word}k{place}" for place in range(len(twin.findall(w("tc"))))]
    set_cells(twin, words)
    row.addnext(twin)
    return Typed(answer=tuple(words))


def sort_rows(document: Edited, number: int, _word: str) -> Typed:
    """Turn the rows of a table round."""
    row = _some(_rows(document), number)
    if row is not None:
        rows = [item for item in row.getparent().findall(w("tr")) if item in set(_rows(document))]
        for item in rows[1:]:
            rows[0].addprevious(item)
            rows = [item, *rows]
    return Typed()


def comment(document: Edited, number: int, word: str) -> Typed:
    """Say something in the margin."""
    if "word/comments.xml" in document.parts:
        control = _some(_typed_controls(document), number)
        if control is not None:
            comment_on(document, control.find(f"{w('sdtPr')}/{w('tag')}").get(w("val")), word, "Bram Kok")
    return Typed()


def _chapter(document: Edited, number: int) -> list[_Element]:
    """Return a chapter: its heading and all that follows up to the next."""
    body = list(document.root.find(w("body")))
    heads = [index for index, item in enumerate(body) if level(item) == 1]
    if len(heads) < 3:
        return []
    place = 1 + number % (len(heads) - 2)
    return body[heads[place] : heads[place + 1]]


def delete_chapter(document: Edited, number: int, _word: str) -> Typed:
    """Take a chapter away, but for the end of a section."""
    for item in _chapter(document, number):
        if next(item.iter(w("sectPr")), None) is None and not _holds_typed(item):
            item.getparent().remove(item)
    return Typed()


def _holds_typed(block: _Element) -> bool:
    """Tell whether a hand wrote in a block: whoever deletes that means it, and no law holds it."""
    text = "".join(item.text or "" for item in block.iter(w("t")))
    return (
        "Zq" in text
        or next(block.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}graphic"), None) is not None
    )


def add_chapter(document: Edited, number: int, word: str) -> Typed:
    """Write a chapter behind another: a heading and two paragraphs."""
    chapter = _chapter(document, number)
    if not chapter:
        return Typed()
    heading = copied(chapter[0], with_tags=False)
    set_text(heading, f"Hoofdstuk {word}k")
    texts = []
    for text in (f"Eerst {word}a.", f"Daarna {word}b."):
        paragraph = etree.Element(w("p"))
        etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = text
        texts.append(paragraph)
    last = chapter[-1]
    for item in reversed([heading, *texts]):
        last.addnext(item)
    return Typed(own=(f"{word}k", f"{word}a", f"{word}b"))


def paste_picture(document: Edited, number: int, word: str) -> Typed:
    """Paste a picture behind a paragraph."""
    blocks = _movable(document)
    xml = _PICTURE.format(w=w("")[1:-1], id=90_000 + number % 1000, word=word)
    blocks[number % len(blocks)].addnext(etree.fromstring(xml))
    return Typed(pictures=(word,))


def remove_controls(document: Edited, number: int, _word: str) -> Typed:
    """Take controls away, all of them or those of some answers; what stands in them stays."""
    document.unwrap_controls(lambda tag: bool(number % 3) and len(tag) % 3 == number % 3)
    return Typed()


def empty_control(document: Edited, number: int, _word: str) -> Typed:
    """Take the text out of a control in which no hand typed."""
    control = _some([item for item in _typed_controls(document) if not _holds_typed(item)], number)
    if control is not None:
        for text in control.iter(w("t")):
            text.text = ""
    return Typed()


HANDS: tuple[Hand, ...] = (
    type_over,
    add_words,
    track_words,
    split_runs,
    rename_styles,
    move_block,
    retype_heading,
    paste_row,
    sort_rows,
    comment,
    delete_chapter,
    add_chapter,
    paste_picture,
    remove_controls,
    empty_control,
)


def worked_on(data: bytes, deeds: list[tuple[Hand, int]]) -> tuple[Edited, Typed]:
    """Return a document in which hands did these deeds one after another, and what they typed."""
    document = Edited(data)
    done = [hand(document, number, f"Zq{place}x{number}z") for place, (hand, number) in enumerate(deeds)]
    said = "".join(text.text or "" for text in document.root.iter(w("t")))
    return document, Typed(
        tuple(word for typed in done for word in typed.answer if word in said),
        tuple(word for typed in done for word in typed.own if word in said),
        tuple(word for typed in done for word in typed.pictures),
    )
