"""What the translation of a page hands down to each element, and what it collects on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from generator.word.styling.grounds import PAGE, Ground
from generator.word.text.controls import Controls
from generator.word.text.identity import Identities
from generator.word.text.marks import Bookmarks, References
from generator.word.text.typefaces import PADDING, Lettering, typeface
from generator.word.xml import is_on, number, twips, value, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from generator.image_files import ImageFile
    from generator.word.schema_order import Props
    from generator.word.styles import Styles
    from generator.word.text.marks import Comments
    from generator.word.text.numbering import Numbering
    from generator.word.text.sections import PageSetup

_SINGLE = 240
"""The distance between lines where a style says nothing."""


Embed: TypeAlias = "Callable[[Callable[[], bytes], Callable[[str], bytes]], str]"
"""Takes in a chart: from what makes its workbook, and what makes its part from the id of that, to its relationship."""


class ContentsEntry(Struct, frozen=True):
    """A heading as the table of contents shows it."""

    level: int
    """1 to 3."""
    number: str
    tab: bool
    """Whether a tab stands between number and text."""
    text: str
    bookmark: str
    name: str
    """The name of its identity."""
    section: int
    """The section it stands in, from 0."""
    in_annex: bool = False
    """Whether an annex stands before it."""
    own: bool = True
    """Whether it is a heading of the page; else the template brings it along."""


class Context(Struct, frozen=True):
    """Where an element stands, and what is the same for all of them; an element changes it only for what it holds."""

    styles: Styles
    page: PageSetup
    relate: Callable[[str], str]
    """Gives the relationship id for an external address."""
    embed: Embed
    """Gives the relationship id of a new chart."""
    images: Mapping[str, ImageFile]
    """The pictures that the page may show, by the key that it names them with."""
    add_image: Callable[[ImageFile], str]
    """Gives the relationship id of a picture."""
    labels: Mapping[str, str]
    """The words before the numbers of tables and figures, where those are other words than usual."""
    begun: Mapping[HtmlElement, Sequence[str]]
    """The bookmarks of the blocks that begin with each heading."""
    width: int
    """The width of the text here, in twentieths of a point."""
    role: str = "p"
    """The role of paragraphs that have no class of their own."""
    scope: str = ""
    """The name of the heading, table or cell that the blocks stand under."""
    answer: HtmlElement | None = None
    """The element whose answer every paragraph here belongs to, each in a control of its own."""
    key: str = ""
    """The key of the answer that the blocks here are."""
    after_table: bool = False
    """Whether the block before is a table."""
    keep_next: bool = False
    """Whether paragraphs stay on the page of the next one."""
    in_table: bool = False
    """Whether the blocks stand in a cell."""

    ground: Ground = PAGE
    """What stands behind the text here."""
    highest: float = 0.4
    """No picture takes more of the height of a page."""
    points: float = 0.0
    """The size of the text in the cells of a table, where that is smaller than their styles say."""

    def style(self, role: str) -> str:
        """Return the id of the paragraph style for a role."""
        key = self.styles.of(role) or self.styles.of("normal") or "Normal"
        if self.in_table and 0 < self.points < self.styles.size(key):
            return self.styles.resized(key, self.points, role)
        return key

    def on(self, style: str) -> Context:
        """Return where the text of a paragraph in this style stands: on the background of the style, if it has one."""
        fill = self.styles.fill(style)
        return replace(self, ground=Ground(fill)) if fill and fill != self.ground.fill else self

    def lettering(self, role: str) -> Lettering:
        """Return the text of a role as it is measured."""
        key, of = self.style(role), self.styles.property
        wider = number(value(of(key, "w", "rPr")).removesuffix("%")) or 100
        bold = typeface(self.styles.font_of(key)).bold if is_on(of(key, "b", "rPr")) else 1.0
        table = self.styles.of("table")
        sides = (of(table, f"tblCellMar/{side}", "tblPr") for side in ("left", "right"))
        return Lettering(
            self.styles.font_of(key),
            self.styles.size(key),
            apart=twips(value(of(key, "spacing", "rPr"))) or 0,
            stretch=wider / 100 * bold,
            capitals=is_on(of(key, "caps", "rPr")),
            padding=max(PADDING, sum(twips(value(side, w("w"))) or 0 for side in sides)),
        )

    def height(self, role: str, text: str) -> float:
        """Return about how high a paragraph with a text is in a role, in twentieths of a point."""
        key, lettering = self.style(role), self.lettering(role)
        room = max(1, self.width - self.styles.measure(key, "ind", "left", "start"))
        line = lettering.line * (self.styles.measure(key, "spacing", "line") or _SINGLE) / _SINGLE
        around = sum(self.styles.measure(key, "spacing", side) for side in ("before", "after"))
        return (1 + int(lettering.width(text) / room)) * line + around

    def kept(self) -> Props:
        """Return the property that keeps a paragraph on the page of the next one, where that is asked."""
        return {"keepNext": ""} if self.keep_next else {}


class Record(Struct):
    """What one translation collects; nothing of it is ever set back."""

    numbering: Numbering
    comments: Comments
    drawing_numbers: Iterator[int]
    """Numbers for drawings that no drawing of the house style has."""
    section: int
    """The section that is being filled, from 0."""
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    controls: Controls = field(default_factory=Controls)
    references: References = field(default_factory=References)
    identities: Identities = field(default_factory=Identities)
    contents: list[ContentsEntry] = field(default_factory=list)
    headings: set[str] = field(default_factory=set)
    """The ids of the styles of the headings."""
    has_annex: bool = False
    """Whether an annex stands before: only the first has to start a page."""
    captions: dict[str, int] = field(default_factory=dict)
    """How many tables and figures there are."""
