"""The steps from page to document, in order."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from generator.page.vocabulary import Page, has_opening, parse
from generator.problems import ProblemsError
from generator.word.filling import document_properties, field_values
from generator.word.filling.lookup_fields import settle_references, settled
from generator.word.frame import Frame, place
from generator.word.frame.landmarks import CONTENTS, COVER, mark_of, section_ends
from generator.word.frame.pages import for_a_plan, start_without_cover
from generator.word.frame.writing import halves, kept, note_headings, settle_bookmarks
from generator.word.opened_house_style import HouseStyle, WordFile, open_word_file
from generator.word.options import Options
from generator.word.own_words import fill_in, promise_typed, sample_words
from generator.word.package.archive import package
from generator.word.package.part_xml import parse as parse_part
from generator.word.provenance import NO_SEAL, SEALED_PART, ancestor_of, attach, seal
from generator.word.reading.opening import open_parts
from generator.word.styles import Styles
from generator.word.text.blocks import blocks, cover
from generator.word.text.body import (
    ContentsHere,
    Kept,
    PageBreak,
    on_same_page,
    with_contents,
    with_page_breaks,
    with_sections,
    written,
)
from generator.word.text.contents_table import contents_blocks, fitting_contents
from generator.word.text.marks import Comments
from generator.word.text.numbering import Numbering
from generator.word.text.sections import PageSetup, end_section
from generator.word.text.titles import begun_blocks
from generator.word.text.translation import Context, Record
from generator.word.xml import DECLARATION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from generator.image_files import ImageFile
    from generator.word.filling.placeholders import Fill
    from generator.word.frame.remnants import Remnant
    from generator.word.provenance import MadeFrom
    from generator.word.reading.opening import Package
    from generator.word.text.body import Block
    from generator.word.text.identity import Named
    from generator.word.text.translation import Embed

Headings: TypeAlias = "tuple[tuple[str, str], ...]"
"""The number and the text of each heading that the table of contents lists."""
_OF_THE_COVER = {
    "beeld.logo": ("Logo", "Het logo van de gemeente"),
    "beeld.voorblad": ("Voorblad", "Een beeld van de wijk"),
}
"""Key of a picture of the answers → the name of the picture in a house style that makes room for it, and what is said
of it where nobody described it."""


class Written(Struct, frozen=True, dict=True):
    """A Word document that was written."""

    headings: Headings
    parts: Mapping[str, bytes]
    """Every part of it, by name."""
    main: _Element | None = None
    """The root of its main part, where that was parsed."""
    remnants: tuple[Remnant, ...] = ()
    """What of the house style spoke of another document."""

    @cached_property
    def document(self) -> bytes:
        """The bytes of its file, packed when they are first asked for: who only reads it needs none."""
        return package(self.parts)

    def opened(self) -> Package:
        """Return its parts for reading, once: reading changes the tree of the main part."""
        return open_parts(self.parts, self.main)


def write(
    html: str,
    huisstijl: Path,
    options: Options | None = None,
    make_fill: Callable[[], Fill] | None = None,
    made_from: MadeFrom | None = None,
) -> bytes:
    """Return a Word document.

    Args:
        html: A page in the vocabulary of `generator.page.vocabulary`.
        huisstijl: The Word file whose styles, headers and page the document takes.
        options: What the house style asks beyond that.
        make_fill: Makes what fills in the placeholders of the Word file; without it they stay.
        made_from: What the document carries of its making; nothing when None.

    Raises:
        ProblemsError: The page holds something that has no translation, or the Word file cannot be used.
    """
    return write_whole(html, open_word_file(huisstijl), options, make_fill, made_from).document


def write_whole(
    html: str,
    word_file: WordFile,
    options: Options | None = None,
    make_fill: Callable[[], Fill] | None = None,
    made_from: MadeFrom | None = None,
    images: Mapping[str, ImageFile] | None = None,
    *,
    with_charts: bool = True,
) -> Written:
    """Return a Word document and what its table of contents lists.

    Args:
        html: As for `write`, as are the others.
        word_file: The Word file of the house style.
        options: What the house style asks beyond that.
        make_fill: Makes what fills in the placeholders.
        made_from: What the document carries of its making; nothing when None.
        images: The pictures that the page names.
        with_charts: Whether its charts are made; a document of which only the text is read does without.
    """
    wishes = options or Options()
    house_style = word_file.house_style()
    styles = _styles(house_style, wishes)
    opens = has_opening(html)
    titles = sample_words(house_style, styles)
    frame = place(house_style.body, styles, wishes.place, opened=opens, art=house_style.has_cover_art)
    if not opens:
        start_without_cover(frame.section, house_style.document)
    remnants = house_style.clean()
    page = parse(html, _left_out(frame))
    remnants += promise_typed(house_style, frame, styles, titles)
    own, gone = fill_in(house_style, page, frame, styles, make_fill)
    _show_pictures(page, house_style, images or {})
    embed = house_style.embed if with_charts else _no_chart

    def settle(part: _Element, text: str) -> None:
        settle_references(part, text, styles, page.title, titles)

    main = _document(page, house_style, frame, styles, wishes, images or {}, embed, settle)
    for margin in house_style.margins():
        settle(margin, main.xml.decode())
    root = None
    if made_from is not None:
        root = parse_part(main.xml)
        attach(house_style.document, ancestor_of(made_from, root, main.blocks, house_style.pictures))
    parts = house_style.parts()
    parts[house_style.document.partname.lstrip("/")] = main.xml
    parts["docProps/core.xml"] = document_properties.core(page, own)
    parts["docProps/app.xml"] = document_properties.app(page, own)
    parts[SEALED_PART] = document_properties.custom(page, NO_SEAL, own)
    parts[SEALED_PART] = document_properties.custom(page, seal(parts), own)
    return Written(main.headings, parts, root, tuple(dict.fromkeys([*remnants, *gone])))


def _styles(house_style: HouseStyle, options: Options) -> Styles:
    """Return the styles of the house style; the body tells which of them it uses, so it must still be whole."""
    styles = Styles(
        house_style.styles,
        numbering=house_style.numbering,
        theme=house_style.theme,
        body=house_style.body,
        options=options,
    )
    if styles.faults:
        raise ProblemsError.of(styles.faults)
    return styles


def _show_pictures(page: Page, house_style: HouseStyle, images: Mapping[str, ImageFile]) -> None:
    """Show logo and picture of the cover where the house style has its own; the plan's own cover then leaves them."""
    for key, (name, otherwise) in _OF_THE_COVER.items():
        image = images.get(key)
        if image is not None and house_style.show_instead(name, image, image.alt or otherwise):
            for shown in [item for item in page.body.iter("img") if item.get("src") == key]:
                shown.drop_tree()


def _no_chart(_make_workbook: Callable[[], bytes], _make_chart: Callable[[str], bytes]) -> str:
    """Return the relationship of a chart that is not made: none."""
    return ""


class _Main(Struct, frozen=True):
    """The main part: the plan in its frame."""

    xml: bytes
    headings: Headings
    blocks: Sequence[Named]


def _document(
    page: Page,
    house_style: HouseStyle,
    frame: Frame,
    styles: Styles,
    options: Options,
    images: Mapping[str, ImageFile],
    embed: Embed,
    settle: Callable[[_Element, str], None],
) -> _Main:
    before, after = halves(house_style.body)
    apart = not frame.used and any(section_ends(block) for block in before)
    setup = PageSetup(for_a_plan(frame.section, house_style.document), used=frame.used, apart=apart)
    context = Context(
        styles=styles,
        page=setup,
        relate=house_style.relate,
        embed=embed,
        images=images,
        add_image=house_style.add_image,
        labels=options.labels,
        begun=begun_blocks(page.body),
        width=setup.width,
    )
    record = Record(
        numbering=Numbering(styles),
        comments=Comments(page.remarks),
        drawing_numbers=house_style.drawing_numbers(),
        section=int(frame.used),
    )
    note_headings(before, styles, record)
    opening = _cover(page, before, context, record)
    plan = _plan(
        page, frame, context, record, after_text=bool(opening) or any(mark_of(block) is None for block in before)
    )
    note_headings(after, styles, record)
    left = set(settle_bookmarks([*before, *after], record.bookmarks.names))
    before, after = ([block for block in half if block in left] for half in (before, after))
    ending = _ending(house_style, frame, context, record)
    whole = [
        *kept(before, record.identities, {COVER: opening, CONTENTS: [ContentsHere()]}),
        *plan,
        *kept(after, record.identities, {}),
        ending,
    ]
    contents = fitting_contents(context, record, frame.contents)
    whole = with_contents(whole, contents_blocks(contents, context, record, options.pages))
    whole = with_sections(with_page_breaks(whole, styles.breaks_page, record.headings), record.headings)
    body = settled([*before, *after], lambda: written(whole, record.references, house_style.namespaces), settle)
    text = f"{DECLARATION}{house_style.start_tag}{house_style.background}<w:body>{body}</w:body></w:document>"
    house_style.drop_unused(text)
    given = page.meta.get("datum", "")
    record.comments.attach(house_style.document, record.identities, given if field_values.is_day(given) else None)
    headings = tuple((entry.number, entry.text) for entry in contents.entries)
    return _Main(text.encode(), headings, record.identities.blocks)


def _plan(page: Page, frame: Frame, context: Context, record: Record, *, after_text: bool) -> list[Block]:
    """Return the blocks of the plan; `after_text` tells whether something stands before them."""
    plan = blocks(page.body, context, record)
    if frame.new_page and after_text:
        return [PageBreak(), *plan]
    return plan if page.has_opening else on_same_page(plan, context.styles.breaks_page)


def _left_out(frame: Frame) -> list[str]:
    """Return the parts of the page that the template has of its own."""
    return [*(["header"] if frame.cover == "sjabloon" else []), *(["nav"] if frame.contents is not None else [])]


def _cover(page: Page, before: list[_Element], context: Context, record: Record) -> list[Block]:
    """Take the plan's own cover off the page where it has a mark of its own, and return it."""
    header = next(page.body.iter("header"), None)
    if header is None or not any(mark_of(block) == COVER for block in before):
        return []
    header.drop_tree()
    return cover(header, context, record)


def _ending(house_style: HouseStyle, frame: Frame, context: Context, record: Record) -> Kept:
    """Return the end of the last section; where the template goes on in another one, that of the plan ends there."""
    own = end_section(context, record)
    if not frame.follows:
        return Kept(own)
    parent = frame.section.getparent()
    if parent is not None:
        parent.replace(frame.section, own)
    return Kept(house_style.body[-1])
