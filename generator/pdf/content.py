"""Marks the lines and planes that LibreOffice draws without a tag as decoration, so that nothing reads them aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import ContentStream, NameObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
