"""Finds the tags (`{{ … }}` and `{% … %}`) in the paragraphs of a house style, whole where Word split them over runs.

Word puts a spelling mark, another revision or a look of its own in the middle of what somebody typed, makes curly
quotes of straight ones and keeps spaces together. A tag found here stands in one run, cleaned of all that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.word.xml import SPACE, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

SHIELD = {"{{": "\ufdd0", "{%": "\ufdd1", "{#": "\ufdd2"}
"""What stands for braces that stay text while a part is filled in: signs that Unicode keeps free for use within a
program, so that no document holds them (an icon font may well use a private sign)."""
RESERVED = "\ufdd3"
"""What stands for `{{ inhoud }}` then."""

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_RESERVED = re.compile(r"\{\{\s*inhoud\s*\}\}")
_STATEMENT = re.compile(r"\{%\s*(?:(tr|tc|p|r)\s)?\s*")
_NOT_PLAIN = ("sectPr", "drawing", "pict", "object", "br", "fldChar", "instrText", "footnoteReference")
_TYPED = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛′", "'")
    | dict.fromkeys("\u00a0\u202f\u2007\u2009\t\n", " ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None)
    | {"–": "-", "\u2011": "-"}
)
_AROUND = 40


class Tag(Struct, frozen=True):
    """A tag in a paragraph."""

    text: str
    """The tag, cleaned."""
    paragraph: _Element
    words: str
    """The tag with the words around it."""
    place: tuple[str, ...]
    """What a tag and the tag that ends it have in common."""
    whole: bool
    """Whether it has an end."""

    @property
    def is_reserved(self) -> bool:
        """Tell whether this is where the plan goes."""
        return bool(_RESERVED.fullmatch(self.text))


def find_tags(root: _Element) -> Iterator[Tag]:
    """Yield the tags under an element, in order, and put each in one run."""
    done: set[_Element] = set()
    for item in root.iter(w("t")):
        if "{" not in (item.text or "") and "}" not in (item.text or ""):
            continue
        paragraph = next(item.iterancestors(w("p")), None)
        if paragraph is not None and paragraph not in done:
            done.add(paragraph)
            yield from _in_paragraph(paragraph)


def shield(text: str) -> str:
    """Return a text in which braces are no tags."""
    for braces, sign in SHIELD.items():
        text = text.replace(braces, sign)
    return text


def unshield(text: str) -> str:
    """Return a text with its braces back."""
    for braces, sign in SHIELD.items():
        text = text.replace(sign, braces)
    return text


def has_tags(text: str) -> bool:
    """Tell whether a text holds a tag, or half of one."""
    return bool(re.search(r"\{\{|\{%|\}\}|%\}", text))


def clean(tag: str) -> str:
    """Return a tag as it was meant, without what Word made of it; `{%-` is `{%`."""
    typed = tag.translate(_TYPED)
    return re.sub(r"^(\{[{%])[-+]|[-+]([%}]\})$", r"\1\2", typed)


def around(text: str, start: int, end: int) -> str:
    """Return a piece of text with some words before and after it."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    first = "…" + before.partition(" ")[2] if start > _AROUND else before
    last = after.rpartition(" ")[0] + "…" if end + _AROUND < len(text) else after
    return f"{first}{text[start:end]}{last}".strip()


def _in_paragraph(paragraph: _Element) -> list[Tag]:
    texts = [item for item in paragraph.iter(w("t")) if next(item.iterancestors(w("p")), None) is paragraph]
    whole = "".join(item.text or "" for item in texts)
    if not has_tags(whole) and "{#" not in whole:
        return []
    spans = [match.span() for match in _TAG.finditer(whole)]
    alone = len(spans) == 1 and whole.strip() == whole[slice(*spans[0])] and _is_plain(paragraph)
    found: list[Tag] = []
    pieces: list[tuple[int, int, str]] = []
    for start, end in spans:
        tag = _tag(paragraph, texts, whole, (start, end), alone=alone)
        pieces.append((start, end, RESERVED if tag.is_reserved else tag.text))
        if tag.text:
            found.append(tag)
    found += _halves(paragraph, whole, spans)
    _put(texts, pieces)
    return found


def _tag(paragraph: _Element, texts: list[_Element], whole: str, span: tuple[int, int], *, alone: bool) -> Tag:
    raw = whole[slice(*span)]
    text = "" if raw.startswith("{#") else clean(raw)
    holder = _holder(texts, span[0])
    statement = _STATEMENT.match(text)
    level = (statement[1] or ("p" if alone else "")) if statement else ""
    if statement:
        text = f"{{%{level} {text[statement.end() :]}"
    nested = "{{" in text[2:] or "{%" in text[2:]
    return Tag(text, paragraph, around(whole, *span), _place(paragraph, holder, level), whole=not nested)


def _place(paragraph: _Element, holder: _Element, level: str) -> tuple[str, ...]:
    """Return where a statement stands: its paragraph, or for a whole paragraph, row or cell what holds that."""
    tree = paragraph.getroottree()
    ancestor = {"p": w("p"), "tr": w("tr"), "tc": w("tc")}.get(level)
    if ancestor is None:
        run = holder.getparent()
        return ("", tree.getpath(paragraph), "" if run is None else tree.getpath(_parent(run)))
    lifted = paragraph if level == "p" else next(paragraph.iterancestors(ancestor), paragraph)
    return (level, tree.getpath(_parent(lifted)))


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    return element if parent is None else parent


def _holder(texts: list[_Element], start: int) -> _Element:
    """Return the text element in which a position of the whole text is."""
    for item in texts:
        start -= len(item.text or "")
        if start < 0:
            return item
    return texts[-1]


def _is_plain(paragraph: _Element) -> bool:
    return not any(True for _ in paragraph.iter(*(w(name) for name in _NOT_PLAIN)))


def _halves(paragraph: _Element, whole: str, spans: list[tuple[int, int]]) -> list[Tag]:
    """Return the braces that have no other half."""
    rest = list(whole)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    plain = "".join(rest)
    return [
        Tag(match[0], paragraph, around(whole, *match.span()), (), whole=False)
        for match in re.finditer(r"\{\{|\{%|\}\}|%\}", plain)
    ]


def _put(texts: list[_Element], pieces: list[tuple[int, int, str]]) -> None:
    """Write each piece whole into the text element in which it begins."""
    position = 0
    for item in texts:
        old = item.text or ""
        begin, end = position, position + len(old)
        new, at = "", begin
        for start, stop, text in pieces:
            if stop <= begin or start >= end:
                continue
            new += old[at - begin : max(start, begin) - begin]
            new += text if start >= begin else ""
            at = min(stop, end)
        new += old[at - begin :]
        position = end
        if new != old:
            item.text = new.replace("{#", SHIELD["{#"])
            item.set(SPACE, "preserve")
