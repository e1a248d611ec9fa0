"""Gives a house style the words of the plan: in placeholders, fields and controls, and where others were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import ProblemsError
from generator.word.filling import document_properties, typed_words
from generator.word.filling.placeholders import Fill, Filled, fill_placeholders
from generator.word.filling.tags import has_tags
from generator.word.filling.typed_words import put_typed, take_names
from generator.word.frame.cover_words import fit_titles, promise_words, put_words, sample_titles, take_places
from generator.word.frame.landmarks import own_text
from generator.word.frame.writing import halves, opening_blocks
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.page.vocabulary import Page
    from generator.word.frame import Frame
    from generator.word.frame.remnants import Remnant
    from generator.word.opened_house_style import HouseStyle
    from generator.word.styles import Styles

_OPENING = 80
"""So many blocks of a template may hold the title of the document that it was."""


def fill_in(
    house_style: HouseStyle, page: Page, frame: Frame, styles: Styles, make_fill: Callable[[], Fill] | None
) -> tuple[dict[str, str], list[Remnant]]:
    """Fill in what the house style shows of the plan; return the properties that it writes itself, and what went."""
    lines = _cover_lines(page) if frame.cover == "getypt" else []
    if frame.cover in {"sjabloon", "samen"}:
        promise_words(halves(house_style.body)[0], styles)
    filled = fill_placeholders(house_style.package, make_fill) if make_fill else Filled()
    if filled.faults:
        raise ProblemsError.of(filled.faults)
    values = document_properties.values_of(page, filled.properties)
    document_properties.show_properties(house_style.package, values)
    put_words(house_style.body, page.title, page.subtitle)
    if lines:
        take_places(halves(house_style.body)[0], styles, lines)
    gone: list[Remnant] = []
    for name, root in house_style.named_roots():
        put_typed(root, values)
        gone += take_names(root, name)
    if frame.cover != "eigen":
        fit_titles(halves(house_style.body)[0], styles)
    return filled.properties, gone


def _cover_lines(page: Page) -> list[str]:
    """Take the plan's own cover off the page, and return its lines."""
    header = next(page.body.iter("header"), None)
    if header is None:
        return []
    header.drop_tree()
    return [" ".join(str(line.text_content()).split()) for line in header.iter("p")]


def sample_words(house_style: HouseStyle, styles: Styles) -> set[str]:
    """Return the titles that the text of a house style has: its headers may repeat them."""
    shown = sample_titles([block for block in house_style.body[:_OPENING] if block.tag != w("sectPr")], styles)
    found = (" ".join(own_text(title).split()) for title in shown)
    return {title for title in found if title and not has_tags(title)}


def promise_typed(house_style: HouseStyle, frame: Frame, styles: Styles, titles: set[str]) -> list[Remnant]:
    """Mark what somebody typed that makes room for words of the plan, and tell what stays of another document."""
    found: list[Remnant] = []
    opening = opening_blocks(house_style.body, styles) if frame.cover != "getypt" else []
    for name, root in house_style.named_roots():
        pieces = opening if root is house_style.body else [root]
        found += (item for piece in pieces for item in typed_words.promise(piece, name, titles))
    return found
