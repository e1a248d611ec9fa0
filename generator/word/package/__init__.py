"""From whatever file a house style comes in to a sound Word package without macros, or a sentence that says why not.

The steps: unpack the file within limits (`archive`), find the document in it (`draft`), decide what stays
(`selection`), read and clean the XML of every part, and add what is missing (`contents`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.word.package import part_names, relationships
from generator.word.package.archive import read_archive
from generator.word.package.contents import clean_parts, complete, read_parts, write_parts
from generator.word.package.draft import read_draft
from generator.word.package.selection import select

if TYPE_CHECKING:
    from pathlib import Path

    from generator.word.package.draft import Draft

__all__ = ["WordPackage", "open_package"]


class WordPackage(Struct, frozen=True):
    """A Word package that every reader opens: transitional, without macros, and whole."""

    parts: dict[str, bytes]
    """Every part by name, without leading slash; also the content types and the relationships."""
    main: str
    """The name of the main part."""
    notices: tuple[str, ...]
    """What was repaired or left out, each in a plain Dutch sentence."""


def open_package(path: Path) -> WordPackage:
    """Return the Word package in a file.

    Raises:
        ProblemsError: The file is no Word document that can be used; the message says what it is.
    """
    draft = read_draft(read_archive(path))
    select(draft)
    read_parts(draft)
    clean_parts(draft)
    complete(draft)
    write_parts(draft)
    return WordPackage(_all_parts(draft), draft.main, tuple(draft.notices))


def _all_parts(draft: Draft) -> dict[str, bytes]:
    links = {part_names.rels_name(source): relationships.write(items) for source, items in draft.rels.items() if items}
    return {part_names.CONTENT_TYPES: part_names.write_types(draft.part_types)} | links | draft.parts
