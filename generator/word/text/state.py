"""What the translation of one page keeps: the styles it uses and everything it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from generator.word.text.comments import Comments
from generator.word.text.controls import Controls
from generator.word.text.references import Bookmarks, References

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.html import HtmlElement

    from generator.word.styles import Styles
    from generator.word.text.numbering import Numbering
    from generator.word.text.sections import PageSetup


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading as the table of contents shows it."""

    level: int
    """1 to 3."""
    number: str
    tab: bool
    """Whether a tab stands between number and text."""
    text: str
    bookmark: str
    section: int
    """The section it stands in, from 0."""
    own: bool = True
    """Whether it is a heading of the page; else the template brings it along."""


@dataclass(slots=True)
class State:
    """The state of one translation."""

    styles: Styles
    numbering: Numbering
    page: PageSetup
    relate: Callable[[str], str]
    """Gives the relationship id for an external address."""
    embed: Callable[[bytes, Callable[[str], bytes]], str]
    """Gives the relationship id of a new chart: its workbook, and what makes its part from the id of that."""
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    controls: Controls = field(default_factory=Controls)
    comments: Comments = field(default_factory=Comments)
    references: References = field(default_factory=References)
    contents: list[ContentsEntry] = field(default_factory=list)
    headings: set[str] = field(default_factory=set)
    """The ids of the styles of the headings so far."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """The words before the numbers of tables and figures, where those are other words than usual."""
    captions: dict[str, int] = field(default_factory=dict)
    """The number of tables and figures so far."""
    drawing_numbers: Iterator[int] = field(default_factory=lambda: count(1))
    """Numbers for drawings that no drawing of the house style has."""
    blocks: list[str] = field(default_factory=list)
    """Bookmark names of blocks that wait for their first heading."""
    remarks: list[str] = field(default_factory=list)
    """Numbers of remarks that wait for the next text."""
    answer: HtmlElement | None = None
    """The element whose answer every paragraph here belongs to."""
    after_table: bool = False
    """Whether the block before was a table."""
    new_page: bool = False
    """Whether the next paragraph must start a new page."""
    same_page: bool = False
    """Whether the next paragraph stays on the page of what stands before it, whatever its style says."""
    keep_next: bool = False
    """Whether paragraphs stay on the page of the next one."""
    in_table: bool = False
    """Whether the blocks stand in a cell."""
    width: int = 0
    """The width of the text here, in twentieths of a point."""

    def style(self, role: str) -> str:
        """Return the id of the paragraph style for a role."""
        return self.styles.of(role) or self.styles.of("normal") or "Normal"

    def kept(self) -> str:
        """Return the property that keeps a paragraph on the page of the next one, where that is asked."""
        return "<w:keepNext/>" if self.keep_next else ""
