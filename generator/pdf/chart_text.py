"""Gives figures and links in a PDF the words that LibreOffice leaves behind, and marks what is only drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject, TextStringObject

from generator.pdf.outline import elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdf import PageObject, PdfWriter

_Operation = tuple[Any, bytes]
_BUILDS = frozenset({b"m", b"l", b"c", b"v", b"y", b"re", b"h"})
"""Operators that build a path."""
_PAINTS = frozenset({b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
"""Operators that draw it."""
_CLIPS = frozenset({b"W", b"W*"})


def mark_decoration(page: PageObject, writer: PdfWriter) -> None:
    """Put every path that is drawn outside the marked content of a page in an artifact."""
    found = page.get_contents()
    if found is None:
        return
    content = ContentStream(found, writer)
    marked = list(_marked(content.operations))
    if len(marked) != len(content.operations):
        content.operations = marked
        page.replace_contents(content)


def _marked(operations: Iterable[_Operation]) -> Iterator[_Operation]:
    depth, path = 0, list[_Operation]()
    for operation in operations:
        operator = operation[1]
        depth += (operator in {b"BMC", b"BDC"}) - (operator == b"EMC")
        if operator in _BUILDS | _CLIPS:
            path.append(operation)
            continue
        outside = depth == 0 and operator in _PAINTS
        yield from _artifact([*path, operation]) if outside else [*path, operation]
        path = []
    yield from path


def _artifact(drawing: list[_Operation]) -> list[_Operation]:
    return [([NameObject("/Artifact")], b"BMC"), *drawing, ([], b"EMC")]


def describe_figures(root: DictionaryObject, texts: Sequence[str]) -> None:
    """Give each figure without an alternative text its own; where they cannot be matched, none gets any."""
    silent = [item for item in _structure(root) if item.get("/S") == "/Figure" and not item.get("/Alt")]
    if len(silent) != len(texts):
        return
    for figure, text in zip(silent, texts, strict=True):
        figure[NameObject("/Alt")] = TextStringObject(text)


def describe_links(root: DictionaryObject) -> None:
    """Give a link whose words stand elsewhere, as where a line or page breaks, what its annotation says."""
    for element in _structure(root):
        if element.get("/S") != "/Link" or element.get("/Alt"):
            continue
        kids = element.get("/K", ArrayObject()).get_object()
        kinds = [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
        objects = [kid for kid in kinds if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR"]
        if objects and len(objects) == len(kinds):
            annotation = objects[0]["/Obj"].get_object()
            said = annotation.get("/Contents") if isinstance(annotation, DictionaryObject) else None
            element[NameObject("/Alt")] = TextStringObject(said or "link")


def _structure(root: DictionaryObject) -> Iterator[DictionaryObject]:
    tree = root.get("/StructTreeRoot")
    return iter(()) if tree is None else elements(tree.get_object())
