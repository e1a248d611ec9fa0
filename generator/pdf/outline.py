"""The headings of a PDF: on which page each stands, and no level of them skipped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from generator.pdf.opened import opened, unusable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PdfReader


_STANDARD = frozenset(
    f"/{name}"
    for name in (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
        *("Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH"),
        *("TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
"""The structure types that PDF itself knows (ISO 32000-1, 14.8.4)."""
_HEADING = re.compile(r"/H([1-6])")


def close_gaps(root: DictionaryObject) -> None:
    """Give a heading that stands too deep the level right below the one above it; its looks stay."""
    tree = root.get("/StructTreeRoot")
    if tree is None:
        return
    roles = tree.get("/RoleMap", DictionaryObject()).get_object()
    above: list[int] = []
    for element in elements(tree.get_object()):
        found = _HEADING.fullmatch(_role(str(element.get("/S", "")), roles))
        if found is None:
            continue
        level = int(found.group(1))
        above = [*(higher for higher in above if higher < level), level]
        if len(above) < level:
            element[NameObject("/S")] = NameObject(f"/H{len(above)}")


def free_standard_types(root: DictionaryObject) -> None:
    """Let no standard type stand for another: LibreOffice tags by the names of styles, such as “Quote”."""
    tree = root.get("/StructTreeRoot")
    if tree is None:
        return
    roles = tree.get("/RoleMap", DictionaryObject()).get_object()
    meant = {name: _role(name, roles) for name in roles if name in _STANDARD}
    for element in elements(tree.get_object()) if meant else ():
        name = str(element.get("/S", ""))
        if name in meant:
            element[NameObject("/S")] = NameObject(meant[name])
    for name in meant:
        del roles[NameObject(name)]


def _role(name: str, roles: DictionaryObject) -> str:
    """Return the standard type behind the name of a style."""
    seen: set[str] = set()
    while name in roles and name not in seen:
        seen.add(name)
        name = str(roles[name])
    return name


def elements(element: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield the structure elements below one, in reading order."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        yield current
        kids = current.get("/K", ArrayObject()).get_object()
        below = [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
        waiting += [kid for kid in reversed(below) if isinstance(kid, DictionaryObject) and "/S" in kid]


def heading_pages(exported: bytes, headings: Sequence[tuple[str, str]]) -> tuple[int, ...]:
    """Return the page of each heading, from 1.

    Args:
        exported: The PDF.
        headings: The number and text of the headings, in their order; others may stand between them.

    Raises:
        ProblemsError: The PDF cannot be opened, or a heading is not among its bookmarks.
    """
    reader = opened(exported)
    bookmarks = list(_bookmarks(reader, reader.outline))
    pages, start = list[int](), 0
    for number, text in headings:
        place = _place(_plain(number + text), _plain(text), bookmarks, start)
        if place is None:
            raise unusable(f"waarin de kop “{text}” niet te vinden is")
        pages.append(bookmarks[place][1])
        start = place + 1
    return tuple(pages)


def _place(whole: str, text: str, bookmarks: Sequence[tuple[str, int]], start: int) -> int | None:
    """Return the next bookmark with this number and text; else, as numbers may be written in other ways, this text."""
    rest = range(start, len(bookmarks))
    exact = next((index for index in rest if bookmarks[index][0] == whole), None)
    return exact if exact is not None else next((index for index in rest if bookmarks[index][0].endswith(text)), None)


def _bookmarks(reader: PdfReader, outline: Sequence[Any]) -> Iterator[tuple[str, int]]:
    for item in outline:
        if isinstance(item, list):
            yield from _bookmarks(reader, item)
        elif (number := reader.get_destination_page_number(item)) is not None:
            yield _plain(item.title or ""), number + 1


def _plain(text: str) -> str:
    """Return a text without white space and soft hyphens, which a bookmark may write in another way."""
    return "".join(text.split()).replace("\u00ad", "")
