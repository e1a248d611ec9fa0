"""The document that an edited one came from, made anew in memory: what differs from it is what people changed."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.checks import check
from generator.documents import Draft, write_word
from generator.framework import load_framework
from generator.housestyle import built_in_styles, find_house_style
from generator.page.ties import ANSWER
from generator.pipeline import known_keys_of, make_page
from generator.problems import ProblemsError
from generator.roundtrip.document_text import read_written
from generator.source.shared_answers import parse_whole
from generator.word.text.controls import keys_cut_short
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.answers import Antwoorden
    from generator.checks import Checked
    from generator.housestyle import HouseStyleFiles
    from generator.roundtrip.text_blocks import DocumentText
    from generator.source import Tree
    from generator.word.provenance import Ancestor

_KEY = re.compile(rf'{ANSWER}="([^"]+)"')


class Base(Struct, frozen=True):
    """The document as it was made, and the answers that it was made from."""

    document: DocumentText
    tree: Tree
    antwoorden: Antwoorden
    keys: Mapping[str, str]
    """The key for each tag that was cut short."""


class Remade(Struct, frozen=True):
    """A document as it was made, as far as that can be known."""

    base: Base
    is_certain: bool
    """Whether the document itself says what it was made from; else the answers of now stand in."""
    parts: Mapping[str, bytes]
    """Every part of it, by name."""


def remake(
    ancestor: Ancestor | None,
    now: Checked,
    kind: str,
    huisstijl: Path | None = None,
    workshop: Workshop | None = None,
    *,
    with_charts: bool = True,
) -> Remade:
    """Return the document that an edited one came from.

    Args:
        ancestor: What the edited one says of its making.
        now: The answers of now, for a document that does not say what it was made from.
        kind: What kind of document that then is.
        huisstijl: The house style, where that is given.
        workshop: What plans share; one of its own when None.
        with_charts: Whether its charts are made too; its text needs none of them.

    Raises:
        ProblemsError: A template or the house style has a fault.
    """
    checked = now if ancestor is None else _checked(ancestor, now)
    style = house_style_of(ancestor, checked, huisstijl)
    shared = workshop or Workshop()
    page = make_page(checked, style, kind if ancestor is None else ancestor.made_from.document, workshop=shared)
    made = write_word(Draft(page, style, checked, shared, with_charts=with_charts))
    keys = keys_cut_short({unescape(key) for key in _KEY.findall(page)})
    base = Base(read_written(made), checked.source.tree, checked.antwoorden, keys)
    return Remade(base, ancestor is not None, made.parts)


def _checked(ancestor: Ancestor, now: Checked) -> Checked:
    """Return the answers that a document was made from; those of now where this program no longer reads them."""
    made = ancestor.made_from
    if (made.answers, *made.bases) == (now.source.text, *(basis.text for basis in now.source.bases)):
        return now
    try:
        return made_from_answers(ancestor, now.source.name, [basis.name for basis in now.source.bases])
    except ProblemsError:
        return now


def made_from_answers(ancestor: Ancestor, name: str, names: Sequence[str] = ()) -> Checked:
    """Return the answers that a document was made from.

    Args:
        ancestor: What the document says of its making.
        name: What problems call the file.
        names: What problems call the files that it takes answers from.

    Raises:
        ProblemsError: This program does not read them.
    """
    kader, made = load_framework(), ancestor.made_from
    return check(parse_whole(made.answers, made.bases, name, known_keys_of(kader), names), kader, with_pictures=False)


def house_style_of(ancestor: Ancestor | None, checked: Checked, asked: Path | None) -> HouseStyleFiles:
    """Return a house style with the words of the document: the one asked for, its own, or the neutral one."""
    if asked is not None:
        return find_house_style(asked)
    name = ancestor.made_from.house_style if ancestor else ""
    if name in built_in_styles():
        return find_house_style(Path(name))
    named = checked.antwoorden.huisstijl
    beside = Path(checked.source.file_of(("huisstijl",))).parent
    try:
        return find_house_style(Path(named), beside=beside) if named else find_house_style(None)
    except ProblemsError:
        return find_house_style(None)
