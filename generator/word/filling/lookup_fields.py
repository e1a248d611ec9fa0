"""Settles the fields of a template that look for something in the text: a style, or a bookmark.

Where Word does not find that, it prints an error on every page; what it found in the template stays as their result.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from generator.word.fields import fields
from generator.word.filling.field_values import show

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from lxml.etree import _Element

    from generator.word.fields import Field
    from generator.word.styles import Styles

_ASKED = re.compile(
    r"\s*(styleref|ref|pageref|noteref)\s+(?:[\"“”„]([^\"“”„]*)[\"“”„]|(\S+))(.*)", re.IGNORECASE | re.DOTALL
)
_HEADING = re.compile(r"(?:(?:kop|heading|überschrift|titre)\s*)?([1-6])", re.IGNORECASE)
_OF_NUMBERS = re.compile(r"\\[nprtw]\b")
"""Switches with which a field shows the number of what it finds."""
_TITLE = re.compile(r"tite?l|naam|name|document|rapport|report|onderwerp|subject", re.IGNORECASE)
"""What styles are called whose words are the title of a document."""
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def settled(blocks: Sequence[_Element], write: Callable[[], str], settle: Callable[[_Element, str], None]) -> str:
    """Return the XML of the main part, with the lookups settled in what the template has in it.

    Args:
        blocks: What the template has in it; changed where a field looks something up.
        write: Writes the main part.
        settle: Settles the lookups of one block, with what the main part says.
    """
    text = write()
    asking = [block for block in blocks if any(_ASKED.match(item.instruction) for item in fields(block))]
    for block in asking:
        settle(block, text)
    return write() if asking else text


def settle_references(root: _Element, text: str, styles: Styles, title: str, titles: Collection[str]) -> None:
    """Give fields that find something in the document its words, and take those out that find nothing.

    A field that showed the title of the template shows that of the plan.

    Args:
        root: A header, a footer or a block; it is changed.
        text: The XML of the main part.
        styles: The styles of the document.
        title: The title of the plan.
        titles: The titles that the template had.
    """
    for item in list(fields(root, results=True)):
        asked = _ASKED.match(item.instruction)
        if asked is None:
            continue
        kind, name = asked[1].casefold(), asked[2] or asked[3]
        if kind != "styleref":
            if f'w:name="{name}"' not in text:
                _end(item, "")
            continue
        found = _line(text, _style(name, styles))
        old = "".join(shown.text or "" for shown in item.results).strip()
        if found:
            show(item, "" if _OF_NUMBERS.search(asked[4]) else found)
        else:
            _end(item, title if _TITLE.search(name) or old in titles else "")


def _end(item: Field, words: str) -> None:
    """Leave words in place of a field."""
    if item.results:
        show(item, words)
    item.unlink()


def _style(name: str, styles: Styles) -> str:
    """Return the id of the style that a field names: by its number as a heading, its name or its id."""
    level = _HEADING.fullmatch(name)
    if level:
        return styles.of(f"h{level[1]}")
    return styles.named(name, "paragraph") or styles.named(name, "character") or name


def _line(text: str, style: str) -> str:
    """Return the first words in a style that a document shows."""
    for found in re.finditer(rf'<w:(?:pStyle|rStyle) w:val="{re.escape(style)}"/>', text):
        end = text.find("</w:p>" if found[0].startswith("<w:p") else "</w:r>", found.end())
        words = " ".join(unescape("".join(_TEXT.findall(text[found.end() : end]))).split())
        if words:
            return words
    return ""
