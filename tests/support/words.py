"""The words that a reader finds in a page or a Word document: of its text, the numbers of its lists and its links."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from tests.support.documents import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SCHEMES = frozenset({"http", "https", "mailto"})
"""What a link may have more than what was typed."""
_BLOCKS = frozenset({"p", "li", "ul", "ol", "blockquote", "br", "div", "td", "th", "caption", "h1", "h2", "h3", "h4"})
_INLINE = frozenset({"a", "strong", "em"})
"""Elements whose edges are signs in what was typed."""


def words(text: str) -> list[str]:
    """Return the words of a text: letters and digits that stand together, whatever invisible signs are in them."""
    seen = "".join(sign for sign in unquote(text) if unicodedata.category(sign) not in {"Cf", "Co"})
    return [word for word in re.findall(r"[^\W_]+", seen) if word not in _SCHEMES]


def words_of_page(element: HtmlElement) -> list[str]:
    """Return the words that stand in an element of a page, with the numbers of its lists and where its links lead."""
    return words("".join(_shown(element)))


def _shown(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    yield "\n" if element.tag in _BLOCKS else "|" if element.tag in _INLINE else ""
    yield element.text or ""
    number = int(element.get("start") or 1)
    for child in element:
        if element.tag == "ol":
            number = int(child.get("value") or number)
            yield f"\n{written(number, element.get('type') or '1')}. "
            number += 1
        yield from _shown(child)
        yield child.tail or ""
    if (element.get("href") or "#")[0] != "#":
        yield f" {element.get('href')} "
    yield "\n" if element.tag in _BLOCKS else "|" if element.tag in _INLINE else ""


def words_of_word(document: bytes) -> list[str]:
    """Return the words in the body of a Word document, with the numbers of its lists and where its links lead."""
    package = parts(document)
    root = etree.fromstring(package["word/document.xml"])
    lists = etree.fromstring(package["word/numbering.xml"])
    links = {item.get("Id"): item.get("Target") for item in etree.fromstring(package["word/_rels/document.xml.rels"])}
    counts: dict[tuple[str, str], int] = {}
    text = []
    for element in root.iter(f"{W}p", f"{W}t", f"{W}br", f"{W}tab", f"{W}hyperlink", f"{W}instrText"):
        if element.tag == f"{W}p":
            text.append(f"\n{list_number(element, lists, counts)} ")
        elif element.tag == f"{W}t":
            text.append(element.text or "")
            link = next(element.iterancestors(f"{W}hyperlink"), None)
            if link is not None and link.get(_R) and element is list(link.iter(f"{W}t"))[-1]:
                text.append(f" {links[link.get(_R)]} ")
        else:
            text.append(" " if element.tag in {f"{W}br", f"{W}tab"} else "")
    return words("".join(text))


def list_number(paragraph: etree._Element, lists: etree._Element, counts: dict[tuple[str, str], int]) -> str:
    """Return the number that Word shows before a paragraph whose list is its own; empty where it has none.

    Args:
        paragraph: The paragraph.
        lists: The root of `numbering.xml`.
        counts: How far each list and level has counted; it is changed.
    """
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    if number is None or level is None:
        return ""
    key = (str(number.get(VAL)), str(level.get(VAL)))
    start, form, text = _level(lists, *key)
    for deeper in [other for other in counts if other[0] == key[0] and other[1] > key[1]]:
        del counts[deeper]
    counts[key] = counts.get(key, start - 1) + 1
    kind = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i"}[form]
    return text.replace(f"%{int(key[1]) + 1}", written(counts[key], kind))


def _level(lists: etree._Element, number: str, level: str) -> tuple[int, str, str]:
    """Return the first number of a level of a list, its form, and the text around it."""
    own = lists.find(f"{W}num[@{W}numId='{number}']")
    assert own is not None
    override = own.find(f"{W}lvlOverride[@{W}ilvl='{level}']")
    made = None if override is None else override.find(f"{W}lvl")
    if made is None:
        abstract = _value(own, "abstractNumId")
        made = lists.find(f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl[@{W}ilvl='{level}']")
    assert made is not None
    has_start = override is not None and override.find(f"{W}startOverride") is not None
    start = _value(override, "startOverride") if override is not None and has_start else _value(made, "start")
    return int(start), _value(made, "numFmt"), _value(made, "lvlText")


def _value(parent: etree._Element, name: str) -> str:
    found = parent.find(f"{W}{name}")
    assert found is not None
    return str(found.get(VAL))


def written(number: int, kind: str) -> str:
    """Return a number in one of HTML's kinds: digits, letters or Roman."""
    if kind == "i":
        return ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")[
            number
        ]
    return str(number) if kind == "1" else chr(ord(kind) + number - 1)
