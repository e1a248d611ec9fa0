"""Turns text with inline elements into runs, hyperlinks and content controls."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from lxml.html import HtmlElement
from msgspec import Struct
from msgspec.structs import replace

from generator.dutch import NBSP, UNBROKEN
from generator.page import ties
from generator.page.grammar import INLINE
from generator.page.vocabulary import children, classes, status_role
from generator.word.schema_order import group
from generator.word.styling.style_sheet import OFF, bold, colour, italic
from generator.word.text.body import Paragraph
from generator.word.text.marks import Reference, bookmark_name, numbers
from generator.word.xml import attribute, text_run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.word.schema_order import Props
    from generator.word.text.body import Content, Ends
    from generator.word.text.controls import Held
    from generator.word.text.identity import Kind
    from generator.word.text.translation import Context, Record

_SPACE = re.compile(r"[ \t\r\n\f]+")
"""White space that HTML folds; a no-break space stays."""
_BREAK = "<w:r><w:br/></w:r>"
_APART = text_run("\u200b")
"""A space without width: where a control touches a link or another control, LibreOffice saves XML that is no XML."""
_FRAMED = "status.onbekend"
"""Has a line around its words to stand out on a page; a cell that has its colour stands out by itself."""
_LETTERS = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
_RIGHT_TO_LEFT = re.compile(rf"({_LETTERS}(?:\s+{_LETTERS})*)")


class Look(Struct, frozen=True):
    """How a piece of text looks and where it leads."""

    role: str | None = None
    """The role of its character style."""
    bold: bool = False
    italic: bool = False
    position: str | None = None
    """`subscript` or `superscript`."""
    language: str | None = None
    link: str | None = None
    place: HtmlElement | None = None
    """The element around it that holds an answer, has a bookmark or is where a remark stands."""


class Piece(Struct, frozen=True):
    """Text in one look, or something ready-made in its place."""

    text: str
    look: Look
    made: str | Reference | None = None
    """XML, such as a line break or a checkbox, or a reference."""


def paragraph(
    inside: HtmlElement | Sequence[HtmlElement | str],
    context: Context,
    record: Record,
    kind: Kind = "alinea",
    *,
    style: str = "",
    properties: Props | None = None,
    names: Sequence[str] = (),
) -> Paragraph | None:
    """Return a paragraph of text and inline elements; None where there is nothing to show.

    Args:
        inside: The element that it is, or loose text and inline elements.
        context: Where it stands.
        record: What this translation collects.
        kind: What it is.
        style: The id of its style, where that is not the one for the role of the context.
        properties: What it says itself beside its style.
        names: Its bookmarks.
    """
    look = Look(place=context.answer)
    if isinstance(inside, HtmlElement):
        nodes: Sequence[HtmlElement | str] = [inside]
        pieces = list(_pieces(inside, look, record))
    else:
        nodes, pieces = inside, [piece for node in inside for piece in _loose(node, look, record)]
    style = style or context.style(context.role)
    content = _runs_of(pieces, context.on(style), record)
    if not content:
        return None
    identity = record.identities.paragraph(nodes, context, kind)
    start, end = record.bookmarks.ends(names)
    return Paragraph(style, (start, *content, end), context.kept() | (properties or {}), identity)


def runs(element: HtmlElement, context: Context, record: Record) -> Content:
    """Return the inside of a paragraph: the runs for an element's text and inline elements."""
    return _runs_of(list(_pieces(element, Look(), record)), context, record)


def _runs_of(pieces: list[Piece], context: Context, record: Record) -> Content:
    """Return the runs for pieces that together fill one paragraph."""
    content: Content = ()
    before: Piece | None = None
    for place, together in groupby(_folded(pieces), key=lambda piece: piece.look.place):
        inside = list(together)
        if before is not None and _touch(before, inside[0]):
            content += (_APART,)
        content += _at_place(place, inside, context, record)
        before = inside[-1]
    if not content:
        return ()
    start, end = record.comments.ends_of_next()
    return start, *content, end


def _loose(node: HtmlElement | str, look: Look, record: Record) -> Iterable[Piece]:
    return [Piece(node, look)] if isinstance(node, str) else _element(node, look, record)


def _pieces(element: HtmlElement, look: Look, record: Record) -> Iterator[Piece]:
    if element.text:
        yield Piece(element.text, look)
    for child in children(element):
        yield from _element(child, look, record)
        if child.tail:
            yield Piece(child.tail, look)


def _element(element: HtmlElement, look: Look, record: Record) -> Iterator[Piece]:
    if element.tag == "br":
        yield Piece("", look, _BREAK)
    elif element.tag == "input":
        yield Piece("", replace(look, place=element), record.controls.checkbox(element))
    elif element.tag == "a" and "verwijzing" in classes(element):
        target = bookmark_name((element.get("href") or "").removeprefix("#"))
        yield Piece("", look, Reference(target, " ".join(str(element.text_content()).split())))
    else:
        is_place = element.get(ties.ANSWER) or element.get(ties.REMARKS) or element.get("id")
        inside = replace(look, place=element) if is_place else look
        yield from _pieces(element, _looked(element, inside), record)


def _looked(element: HtmlElement, look: Look) -> Look:
    """Return the look inside an inline element."""
    match element.tag:
        case "strong":
            return replace(look, bold=True)
        case "em":
            return replace(look, italic=True)
        case "sub" | "sup":
            return replace(look, position="subscript" if element.tag == "sub" else "superscript")
        case "code":
            return replace(look, role=look.role or "code")
        case "mark":
            return replace(look, role="mark.open")
        case "a":
            return replace(look, link=element.get("href") or "", role=look.role or "a")
    if role := status_role(element):
        return replace(look, role=role)
    language = element.get("lang")
    return replace(look, language=language) if language else look


def _folded(pieces: list[Piece]) -> list[Piece]:
    """Fold white space as HTML does: one space between words, none at the ends or beside a line break."""
    result: list[Piece] = []
    space_before = True
    for piece in pieces:
        if piece.made is not None:
            is_break = piece.made == _BREAK
            if is_break and result and result[-1].made is None:
                result[-1] = replace(result[-1], text=result[-1].text.rstrip(" "))
            result.append(piece)
            space_before = is_break
            continue
        folded = UNBROKEN.sub(NBSP, _SPACE.sub(" ", piece.text))
        if space_before:
            folded = folded.removeprefix(" ")
        if folded:
            result.append(piece if folded == piece.text else replace(piece, text=folded))
            space_before = folded.endswith(" ")
    while result and result[-1].made is None and not (trimmed := result[-1].text.rstrip(" ")):
        result.pop()
    if result and result[-1].made is None:
        result[-1] = replace(result[-1], text=trimmed)
    return result


def _touch(before: Piece, after: Piece) -> bool:
    """Tell whether a control and what stands beside it, a link or another control, have no text between them."""
    one, other = (_is_control(piece.look.place) for piece in (before, after))
    return (one and (other or bool(after.look.link))) or (other and bool(before.look.link))


def _is_control(place: HtmlElement | None) -> bool:
    return place is not None and bool(place.get(ties.ANSWER))


def _at_place(place: HtmlElement | None, pieces: list[Piece], context: Context, record: Record) -> Content:
    """Return pieces that stand in one place: in its control, with its bookmark and its comments."""
    content: Content = ()
    for link, stretch in groupby(pieces, key=lambda piece: piece.look.link):
        written = tuple(part for piece in stretch for part in _run(piece, context))
        content += _linked(written, link, context) if link else written
    if place is None or not content:
        return content
    ends: list[Ends] = []
    if place.tag != "input" and any(piece.made or piece.text.strip() for piece in pieces):
        ends.append(record.controls.ends(place, _held(pieces, context)))
    if place.tag in INLINE and place.get("id"):
        ends.append(record.bookmarks.ends([bookmark_name(str(place.get("id")))]))
    ends.append(record.comments.ends(numbers(place)))
    starts, closings = zip(*ends, strict=True)
    return *reversed(starts), *content, *closings


def _held(pieces: list[Piece], context: Context) -> Held:
    """Return what a control around pieces holds."""
    if any(piece.look.link for piece in pieces):
        return "links"
    return "text" if all(_is_plain(piece, context) for piece in pieces) else "looks"


def _is_plain(piece: Piece, context: Context) -> bool:
    """Tell whether a piece is nothing but text."""
    if piece.made is not None or _RIGHT_TO_LEFT.search(piece.text):
        return False
    return not _properties(piece.look, context, right_to_left=False)


def _linked(content: Content, link: str, context: Context) -> Content:
    inside = link.startswith("#")
    target = f'w:anchor="{bookmark_name(link[1:])}"' if inside else f'r:id="{attribute(context.relate(link))}"'
    return f'<w:hyperlink {target} w:history="1">', *content, "</w:hyperlink>"


def _run(piece: Piece, context: Context) -> Content:
    if piece.made is not None:
        return (piece.made,)
    parts = _RIGHT_TO_LEFT.split(piece.text)
    return tuple(
        text_run(part, group("rPr", _properties(piece.look, context, right_to_left=index % 2 == 1)))
        for index, part in enumerate(parts)
        if part
    )


def _properties(look: Look, context: Context, *, right_to_left: bool) -> Props:
    """Return the properties of a look: one character style, and what that style cannot say."""
    role = look.role or ("strong" if look.bold else "em" if look.italic else None)
    style, ink = context.styles.word(role, context.ground) if role else ("", "")
    found: Props = {"rStyle": f'w:val="{attribute(style)}"'} if style else {}
    if ink:
        found |= colour(ink)
    if role == _FRAMED and context.ground.fill and context.ground.fill == context.styles.ground(role):
        found["bdr"] = 'w:val="nil"'
    if look.bold and (role != "strong" or not style):
        found |= bold()
    if look.italic and (role != "em" or not style):
        found |= italic()
    if look.position:
        found["vertAlign"] = f'w:val="{look.position}"'
    if right_to_left or context.styles.turns_text:
        found["rtl"] = "" if right_to_left else OFF
    if look.language:
        found["lang"] = f'w:val="{attribute(_region(look.language))}"'
    return found


def _region(language: str) -> str:
    """Return a language with its region, as Word wants it."""
    return {"en": "en-GB", "nl": "nl-NL", "de": "de-DE", "fr": "fr-FR"}.get(language, language)
