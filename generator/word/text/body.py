"""The body of a document as a list of blocks, on which page breaks, contents and ends of sections are settled."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from msgspec import Struct, field
from msgspec.structs import replace

from generator.word.schema_order import child_of, insert, inside
from generator.word.text.controls import CLOSING
from generator.word.xml import attribute, fragment, w

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from lxml.etree import _Element

    from generator.word.schema_order import Props
    from generator.word.text.identity import Identity
    from generator.word.text.marks import Reference, References

Content: TypeAlias = "tuple[str | Reference, ...]"
"""XML in pieces, with between them the references whose number is known only at the end."""
Ends: TypeAlias = "tuple[str, str]"
"""The XML before and after a piece that something is around."""


class Paragraph(Struct, frozen=True):
    """A paragraph of the plan."""

    style: str
    """The id of its style; empty for none."""
    content: Content = ()
    properties: Props = field(default_factory=dict)
    """What it says itself beside its style."""
    identity: Identity | None = None
    section: _Element | None = None
    """The `sectPr` of a section that ends in it."""

    @property
    def name(self) -> str:
        """The name of its identity; empty for none."""
        return self.identity.name if self.identity else ""

    def whole(self, section: str = "") -> Content:
        """Return its XML; `section` is that of its `sectPr`."""
        style = {"pStyle": f'w:val="{attribute(self.style)}"'} if self.style else {}
        properties = inside("pPr", style | self.properties)
        para_id = f' w14:paraId="{self.identity.para_id}"' if self.identity else ""
        return f"<w:p{para_id}><w:pPr>{properties}{section}</w:pPr>", *self.content, "</w:p>"


class Markup(Struct, frozen=True):
    """Other XML of the plan: a table, or the start or the end of a content control around blocks."""

    content: Content
    is_table: bool = False


class Kept(Struct, frozen=True):
    """A block that the template has around the plan."""

    element: _Element
    style: str = ""
    """The id of its style, where it is a paragraph with one."""
    section: _Element | None = None
    """The `sectPr` of a section of the plan that ends in it."""


class SectionEnd(Struct, frozen=True):
    """The end of a section; it goes into the paragraph before it where there is one that can hold it.

    After a table, or after a paragraph with a control in it, it needs a paragraph of its own: Word keeps the page of a
    section in its last paragraph and nowhere else.
    """

    section: _Element
    """The `sectPr`."""
    line: Paragraph | Kept
    """A paragraph of its own, with that end in it."""
    landscape: bool | None = None
    """Whether the pages that end here lie; None where the template ends them."""


class PageBreak(Struct, frozen=True):
    """Lets the next paragraph start a page."""


class ContentsHere(Struct, frozen=True):
    """Stands where the table of contents comes."""


Block: TypeAlias = "Paragraph | Markup | Kept | SectionEnd | PageBreak | ContentsHere"


def in_cell(blocks: Iterable[Block]) -> Content:
    """Return the XML of blocks in a cell of a table, which has no pages of its own."""
    pieces: list[str | Reference] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            pieces += block.whole()
        elif isinstance(block, Markup):
            pieces += block.content
    return tuple(pieces)


def with_contents(blocks: Sequence[Block], contents: Sequence[Block]) -> list[Block]:
    """Return the blocks with the table of contents in its place."""
    return [item for block in blocks for item in (contents if isinstance(block, ContentsHere) else (block,))]


def on_same_page(blocks: Sequence[Block], breaks_page: Callable[[str], bool]) -> list[Block]:
    """Return the blocks, with the first paragraph on the page of what stands before it, whatever its style says.

    Args:
        blocks: The blocks of the plan.
        breaks_page: Tells whether a paragraph in a style starts a new page.
    """
    first = next((index for index, block in enumerate(blocks) if isinstance(block, Paragraph)), None)
    return [
        _with(block, {"pageBreakBefore": 'w:val="0"'})
        if index == first and isinstance(block, Paragraph) and breaks_page(block.style)
        else block
        for index, block in enumerate(blocks)
    ]


def with_page_breaks(
    blocks: Sequence[Block], breaks_page: Callable[[str], bool], headings: Collection[str] = ()
) -> list[Block]:
    """Return the blocks with each page break in the paragraph after it, unless that starts a page by its style.

    Args:
        blocks: The blocks of the whole body.
        breaks_page: Tells whether a paragraph in a style starts a new page.
        headings: The ids of the styles of headings: on top of a page these have no room above them.
    """
    result: list[Block] = []
    due = on_top = False
    for block in blocks:
        if isinstance(block, PageBreak):
            due = True
            continue
        if isinstance(block, SectionEnd):
            due = due and block.landscape is not False  # the pages after it start by themselves
            on_top = True
        elif isinstance(block, Paragraph):
            own: Props = {}
            if not breaks_page(block.style):
                own = {"pageBreakBefore": ""} if due else {}
                if (due or on_top) and block.style in headings:
                    own |= {"spacing": 'w:before="0"'}
            due = on_top = False
            result.append(_with(block, own) if own else block)
            continue
        elif isinstance(block, Markup) and block.is_table:
            on_top = False
        result.append(block)
    return result


def with_sections(blocks: Sequence[Block], headings: Collection[str]) -> list[Block]:
    """Return the blocks with the end of each section in a paragraph.

    Args:
        blocks: The blocks of the whole body.
        headings: The ids of the styles whose paragraphs go along to the landscape pages that they stand before.
    """
    result, ends = _split(blocks)
    while ends:
        end, following = ends.pop(0)
        only_headings = not _parted(following, headings)[0]
        if end.landscape and only_headings and ends and ends[0][0].landscape is False:
            result += [*following, *ends.pop(0)[1]]  # the next pages are landscape too
            continue
        before, along = _parted(result, headings) if end.landscape is False else (result, [])
        if not before or _opens(before[-1]):
            before, along = result, []
        result = [*_ended(before, end), *along, *following]
    return result


def written(blocks: Iterable[Block], references: References, known: Mapping[str | None, str]) -> str:
    """Return settled blocks as XML.

    Args:
        blocks: The blocks.
        references: Knows what each reference shows.
        known: The namespaces that the root declares.
    """
    pieces = (piece for block in blocks for piece in _pieces(block, known))
    return "".join(piece if isinstance(piece, str) else references.field(piece) for piece in pieces)


def _pieces(block: Block, known: Mapping[str | None, str]) -> Content:
    if isinstance(block, Markup):
        return block.content
    if isinstance(block, Paragraph):
        return block.whole() if block.section is None else block.whole(fragment(block.section, known))
    if isinstance(block, Kept):
        element = block.element if block.section is None else _with_section(block.element, block.section)
        return (fragment(element, known),)
    raise TypeError(block)


def _with(paragraph: Paragraph, properties: Props) -> Paragraph:
    return replace(paragraph, properties=paragraph.properties | properties)


def _split(blocks: Sequence[Block]) -> tuple[list[Block], list[tuple[SectionEnd, list[Block]]]]:
    """Return the blocks of the first section, and each end of a section with the blocks after it."""
    first: list[Block] = []
    ends: list[tuple[SectionEnd, list[Block]]] = []
    for block in blocks:
        if isinstance(block, SectionEnd):
            ends.append((block, []))
        else:
            (ends[-1][1] if ends else first).append(block)
    return first, ends


def _parted(blocks: list[Block], headings: Collection[str]) -> tuple[list[Block], list[Block]]:
    """Return blocks before their last headings, and those headings with the one line that leads on from them."""
    index = len(blocks)
    if index and isinstance(line := blocks[-1], Paragraph) and "keepNext" in line.properties:
        index -= 1
    under = index
    while index and isinstance(last := blocks[index - 1], Paragraph | Kept) and last.style in headings:
        index -= 1
    index = index if index < under else len(blocks)
    return blocks[:index], blocks[index:]


def _opens(block: Block) -> bool:
    """Tell whether a block is the start of a content control, which a section may not cut in two."""
    return isinstance(block, Markup) and not block.is_table and block.content[-1] != CLOSING


def _ended(blocks: list[Block], end: SectionEnd) -> list[Block]:
    """Return blocks with the end of a section in the last of them, or in a paragraph after it."""
    last = blocks[-1] if blocks else None
    if last is None or not _is_line(last) or _ends_section(last) or _holds_control(last):
        return [*blocks, end.line]
    return [*blocks[:-1], replace(last, section=end.section)]


def _is_line(block: Block) -> TypeGuard[Paragraph | Kept]:
    return isinstance(block, Paragraph) or (isinstance(block, Kept) and block.element.tag == w("p"))


def _holds_control(block: Paragraph | Kept) -> bool:
    """Tell whether a paragraph has a control in it: LibreOffice joins one that ends a section to the next paragraph."""
    return isinstance(block, Paragraph) and any(
        isinstance(piece, str) and "<w:sdt>" in piece for piece in block.content
    )


def _ends_section(block: Paragraph | Kept) -> bool:
    if block.section is not None:
        return True
    return isinstance(block, Kept) and block.element.find(f"{w('pPr')}/{w('sectPr')}") is not None


def _with_section(paragraph: _Element, section: _Element) -> _Element:
    result = deepcopy(paragraph)
    insert(child_of(result, "pPr"), deepcopy(section))
    return result
