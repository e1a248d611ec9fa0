"""A document in reading order, with its styles and colours: what the rules, the report and the round trip look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator.word.reading.backgrounds import Backgrounds, TextLook

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.word.reading.content import Block, Paragraph, Picture, Table
    from generator.word.reading.inheritance import Sheet
    from generator.word.reading.theme import Theme

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


@dataclass(eq=False)
class Document:
    """Everything in a document, found in one pass."""

    main: _Element
    styles: Sheet
    theme: Theme
    settings: _Element | None
    core: _Element | None
    roots: dict[str, _Element]
    """The root of each part with text, by the name of the part."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    """What follows each other in the main text."""
    flows: list[list[Block]] = field(default_factory=list)
    """What follows each other anywhere: the body, each cell, each text box, each header."""
    boxes: list[tuple[Paragraph, _Element]] = field(default_factory=list)
    """Each text box, after the paragraph that it is fixed to."""

    @property
    def title(self) -> str:
        """The title in the properties, empty when there is none."""
        return "" if self.core is None else (self.core.findtext(_TITLE) or "").strip()

    @cached_property
    def data_tables(self) -> tuple[Table, ...]:
        """The tables with something to find in them."""
        return tuple(table for table in self.tables if table.rows and table.is_data)

    @cached_property
    def backgrounds(self) -> Backgrounds:
        """The colours of its text and cells."""
        return Backgrounds(self.styles, self.theme, self.theme.paper(self.main))

    @cached_property
    def looks(self) -> tuple[TextLook, ...]:
        """Every look that its text has, with the first place of each."""
        return tuple(self.backgrounds.looks(self.paragraphs))

    def release(self) -> None:
        """Let go of what holds on to each other, such as a cell and its paragraphs: memory then comes free at once."""
        for table in self.tables:
            for row in table.rows:
                row.cells.clear()
            table.rows.clear()
        for flow in self.flows:
            flow.clear()
