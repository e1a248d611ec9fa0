"""What a save in Word or another program does to a document, one by one: the answers come back and the update holds.

In each document somebody also typed another version, and the answers got another number of inhabitants.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.roundtrip.changes import find_changes
from generator.roundtrip.document_text import read_document
from generator.roundtrip.updated import brought_up_to_date
from tests.roundtrip.test_laws import answers, made, remade, texts
from tests.support import word_hands
from tests.support.word_edits import (
    Edited,
    W,
    comment_on,
    copied,
    set_cells,
    set_text,
    track_deletion,
    track_insertion,
    w,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = answers("molenkwartier")
NEW = TEXT.replace("inwoners: 5840", "inwoners: 6001", 1)
_LISTED = re.compile(rb'(<w:num(?:Id)? w:(?:val|numId)=")([1-9]\d*)"')
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that happened to a document."""

    do: Callable[[Edited], object]
    keys: frozenset[str] = frozenset()
    """The answers that change by it."""
    named: tuple[str, ...] = ()
    """Words that are named, because they are no answer."""
    stays: tuple[str, ...] = ()
    """Words that stand in the document afterwards, brought up to date or not."""
    unread: tuple[str, ...] = ()
    """The answers of which is said that they cannot be read."""
    is_new_told: bool = True
    """Whether the new number comes in; else it is said beside the text."""
    away: tuple[str, ...] = ()
    """Headings that do not come back."""


def renumber_lists(document: Edited) -> None:
    """Give every list another number, as pasting from another document does."""
    document.parts["word/document.xml"] = etree.tostring(document.root)
    for name in ("word/document.xml", "word/numbering.xml", "word/styles.xml"):
        document.parts[name] = _LISTED.sub(lambda m: b'%s%d"' % (m[1], int(m[2]) + 70), document.parts[name])
    document.root = etree.fromstring(document.parts["word/document.xml"])


def move_block(document: Edited) -> None:
    """Drag the borders of the neighbourhood to below its reason."""
    control = document.control("wijk.afbakening")
    document.control("wijk.aanleiding").addnext(control)


def heading_of(document: Edited, words: str) -> etree._Element:
    """Return the heading that begins with these words."""
    return next(
        item
        for item in document.root.find(w("body"))
        if word_hands.level(item) and "".join(t.text or "" for t in item.iter(w("t"))).startswith(words)
    )


def paste_row(document: Edited) -> None:
    """Paste a row of another table between two others."""
    row = document.row("wijk.krachtenveld[1].partij")
    pasted = copied(row, with_tags=False)
    set_cells(pasted, ["Huurdersraad", "informeel", "wonen", "meedenken"])
    row.addnext(pasted)


def sort_rows(document: Edited) -> None:
    """Put the second party before the first."""
    document.row("wijk.krachtenveld[2].partij").addnext(document.row("wijk.krachtenveld[1].partij"))


def track(document: Edited) -> None:
    """Leave a word that was typed and a word that was taken out for somebody else to decide."""
    track_insertion(document.paragraph("wijk.afbakening"), " Ook de haven.", "Anna Bos")
    track_deletion(document.paragraph("wijk.aanleiding"), "Anna Bos")


def answer_a_comment(document: Edited) -> None:
    """Say something in the margin, and answer that."""
    comment_on(document, "wijk.afbakening", "Hoort de haven erbij?", "Anna Bos")
    comment_on(document, "wijk.afbakening", "Nee, die niet.", "Bram Kok", reply_to="Hoort de haven erbij?")


def delete_chapter(document: Edited) -> None:
    """Take the chapter about risks away."""
    body = list(document.root.find(w("body")))
    start = body.index(heading_of(document, "Risico’s"))
    end = next(place for place in range(start + 1, len(body)) if word_hands.level(body[place]) == 1)
    for item in body[start:end]:
        item.getparent().remove(item)


def add_chapter(document: Edited) -> None:
    """Write a chapter with a table of its own before the one about risks."""
    heading = heading_of(document, "Risico’s")
    own = copied(heading, with_tags=False)
    set_text(own, "Wat wij zelf nog kwijt willen")
    paragraph = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = "Dit staat nergens anders."
    table = copied(next(document.row("wijk.krachtenveld[1].partij").iterancestors(w("tbl"))), with_tags=False)
    first, *rest = table.findall(w("tr"))
    for row in rest:
        table.remove(row)
    set_cells(first, ["Eigen", "tabel", "van", "ons"])
    for item in (own, paragraph, table):
        heading.addprevious(item)


def drag_words_out(document: Edited) -> None:
    """Drag the words of an answer out of its place while changes are tracked."""
    paragraph = document.paragraph("wijk.afbakening")
    moved = copied(paragraph, with_tags=False)
    for name, block in (("moveFrom", paragraph), ("moveTo", moved)):
        for run in list(block.iter(w("r"))):
            change = etree.Element(w(name), {w("id"): "9010", w("author"): "Anna Bos"})
            run.addprevious(change)
            change.append(run)
    document.control("wijk.aanleiding").addprevious(moved)


def join_paragraphs(document: Edited) -> None:
    """Press Backspace at the beginning of the paragraph below the borders, which shows an answer of its own."""
    below = document.paragraph("wijk.inwoners")
    document.paragraph("wijk.afbakening").extend(item for item in list(below) if item.tag != w("pPr"))
    below.getparent().remove(below)


def write_elsewhere(document: Edited) -> None:
    """Write in a text box, in a formula, in hidden text and in a header."""
    line = "<w:p><w:r><w:t>Omkaderd</w:t></w:r></w:p>"
    box = f'<w:r xmlns:w="{W}"><w:pict><w:txbxContent>{line}</w:txbxContent></w:pict></w:r>'
    formula = f'<m:oMath xmlns:m="{_MATH}"><m:r><m:t>kans maal gevolg</m:t></m:r></m:oMath>'
    hidden = f'<w:r xmlns:w="{W}"><w:rPr><w:vanish/></w:rPr><w:t>Verstopt</w:t></w:r>'
    paragraph = document.paragraph("wijk.afbakening")
    paragraph.extend(map(etree.fromstring, (box, formula, hidden)))
    name = next(name for name in document.parts if name.startswith("word/header") and b"<w:p" in document.parts[name])
    header = etree.fromstring(document.parts[name])
    etree.SubElement(etree.SubElement(next(header.iter(w("p"))), w("r")), w("t")).text = "Vertrouwelijk"
    document.parts[name] = etree.tostring(header)


def empty(document: Edited) -> None:
    """Take the text out of a control, as the key Delete does."""
    document.say("gemeente.riec", "")


DEEDS = {
    "styles that were renamed": Deed(lambda document: word_hands.rename_styles(document, 0, "")),
    "lists that were renumbered": Deed(renumber_lists),
    "runs that were split, with numbers of sessions and marks of spelling": Deed(
        lambda document: word_hands.split_runs(document, 1, "")
    ),
    "a block that was moved": Deed(move_block, stays=("Het gebied tussen het kanaal",)),
    "a heading that was retyped": Deed(
        lambda document: set_text(heading_of(document, "Risico’s"), "De gevaren"),
        named=("De gevaren",),
        stays=("De gevaren",),
        away=("Risico’s",),
    ),
    "a row that was pasted": Deed(paste_row, frozenset({"wijk.krachtenveld"}), stays=("Huurdersraad",)),
    "rows that were sorted": Deed(sort_rows, frozenset({"wijk.krachtenveld"})),
    "changes that are open": Deed(track, frozenset({"wijk.afbakening", "wijk.aanleiding"}), stays=("Ook de haven.",)),
    "comments and replies": Deed(answer_a_comment),
    "a chapter that was deleted": Deed(delete_chapter, away=("Risico’s",)),
    "a chapter that was added by hand": Deed(
        add_chapter,
        named=("Wat wij zelf nog kwijt willen", "Dit staat nergens anders."),
        stays=("Wat wij zelf nog kwijt willen", "Dit staat nergens anders.", "Eigen"),
    ),
    "a picture that was pasted": Deed(lambda document: word_hands.paste_picture(document, 40, "Het plein")),
    "controls that were removed": Deed(lambda document: document.unwrap_controls()),
    "words that were dragged out of an answer": Deed(
        drag_words_out, named=("Het gebied tussen het kanaal",), unread=("wijk.afbakening",)
    ),
    "two paragraphs that became one": Deed(
        join_paragraphs, unread=("wijk.afbakening",), stays=("De wijk telt 5.840",), is_new_told=False
    ),
    "words outside the lines of the text": Deed(
        write_elsewhere, named=("Omkaderd", "kans maal gevolg", "Verstopt", "Vertrouwelijk")
    ),
    "a control that was emptied": Deed(empty, frozenset({"gemeente.riec"})),
}


@pytest.mark.slow
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_it_survives(deed: Deed) -> None:
    """The answers come back, and only they; what was done stays, and the new number comes in."""
    document = Edited(made(TEXT))
    document.say("document.versie", "0.9")
    comment_on(document, "wijk.inwoners", "Klopt dit nog?", "Cor Dijk")
    deed.do(document)
    edited = document.data

    found = find_changes(remade(TEXT).base, read_document(edited), "plan.docx")
    said = " ".join(item.melding for item in (*found.unread, *found.notes))
    assert {change.key for change in found.changes} == {"document.versie", *deed.keys}
    assert tuple(item.place.sleutel for item in found.unread) == deed.unread
    assert [words for words in deed.named if words not in said] == []

    updated = brought_up_to_date(edited, remade(TEXT), made(NEW)).data
    lines = texts(updated)
    shown = " ".join(lines)
    assert ("6.001" in shown) is deed.is_new_told
    assert [words for words in deed.stays if words not in shown] == []
    assert [words for words in deed.away if words in lines] == []
    assert texts(updated, reject=True) == texts(edited, reject=True)
    sign = next(
        next(item.iterancestors(w("r")))
        for item in Edited(updated).root.iter(w("commentReference"))
        if item.get(w("id")).startswith("9")
    )
    assert next(sign.iterancestors(w("del")), None) is None
