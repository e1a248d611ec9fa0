"""Decides where the plan goes in a template, and keeps of its text only what belongs around the plan.

In this order: the place that `huisstijl.yaml` names, a paragraph `{{ inhoud }}`, a content control or bookmark
named `inhoud`, after the cover page or the table of contents that the template opens with, else in place of
the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from generator.problems import HERE, ProblemsError
from generator.word.frame import pages
from generator.word.frame.cover import Opening, opening
from generator.word.frame.cover_words import shows_title
from generator.word.frame.landmarks import (
    CONTENTS,
    COVER,
    PLAN,
    OwnContents,
    breaks_page,
    has_art,
    mark,
    own_contents,
    own_text,
    section_ends,
    whole_text,
    with_their_blocks,
)
from generator.word.frame.leftovers import find_named
from generator.word.schema_order import child_of
from generator.word.xml import child_at, w

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

    from generator.word.styles import Styles

_STATEMENT = re.compile(r"\{%-?\s*(?:(?:tr|tc|p|r)\s)?\s*(if|for|endif|endfor)\b.*?%\}")
HasArt: TypeAlias = "Callable[[_Element], bool]"
Cover = Literal["eigen", "sjabloon", "samen", "getypt"]


def _no_art(_properties: _Element) -> bool:
    return False


class Frame(Struct, frozen=True):
    """What stays of a template's text; the body holds it, with marks where the plan goes."""

    section: _Element
    """The `sectPr` of the pages that the plan runs on; it stands in the body when text follows the plan."""
    where: str
    """In Dutch: where the plan goes."""
    cover: Cover
    """`eigen`: the plan's own cover; `sjabloon`: the template's; `samen`: the plan's words on the template's page;
    `getypt`: the plan's words in the places of those that somebody typed there."""
    contents: str | None
    """The instruction of the template's own table of contents, if that is used."""
    new_page: bool
    """Whether the plan has to start a page itself."""
    follows: bool = False
    """Whether the section goes on after the plan, in text that stays."""
    used: bool = False
    """Whether the section is that of the cover too, so that the plan is not the first on its pages."""
    dropped: int = 0
    """How many blocks of sample text are left out."""


def place(
    body: _Element, styles: Styles, wish: str | None = None, *, opened: bool = True, art: HasArt = _no_art
) -> Frame:
    """Keep what stays around the plan, and mark where the plan goes.

    Args:
        body: The `w:body` of the template; it is changed.
        styles: The styles of the template.
        wish: What `huisstijl.yaml` asks: `vervang`, `na_voorblad`, `na_inhoud`, the name of a bookmark, or None.
        opened: Whether the page has a cover and a table of contents; else those of the template are dropped.
        art: Tells of the `sectPr` of the first section whether its first page has the art of a cover in its header.

    Raises:
        ProblemsError: The place that is asked is not there, or cannot hold a plan.
    """
    final = body[-1]
    named = None if wish in {"vervang", "na_voorblad", "na_inhoud"} else find_named(body, wish)
    blocks = [block for block in body if block is not final]
    found = pages.sections(blocks, final)
    opens = opening(blocks, styles, pages.page_ends(found))
    if not opened:
        blocks, named, found, opens = _without_opening(blocks, named, found, opens)
    if named is not None:
        kept, frame = _around(blocks, named, found, opens)
    else:
        asked = _as_asked(opens, wish)
        on_art = asked.cover > 0 and not asked.prepared and art(found[0].properties)
        kept, frame = _after_opening(blocks, found, asked, styles, on_art=on_art)
    _refuse_cut(blocks, kept)
    for block in set(blocks).difference(kept):
        del block[:]  # lxml takes quadratic time to move what is in a large table, and no time to forget it
    del body[:-1]
    body[:0] = kept
    return frame


def _refuse_cut(blocks: Sequence[_Element], kept: Sequence[_Element]) -> None:
    """Refuse a condition or loop that begins in what stays and ends in sample text.

    Raises:
        ProblemsError: There is one.
    """
    stays = set(kept)
    begun: list[tuple[str, bool]] = []
    said = (index for index, item in with_their_blocks(blocks, w("t")) if "{" in (item.text or ""))
    for block in (blocks[index] for index in dict.fromkeys(said)):
        for found in _STATEMENT.finditer(whole_text(block)):
            if not found[1].startswith("end"):
                begun.append((found[0], block in stays))
            elif begun and begun.pop()[1] and block not in stays:
                melding = (
                    f"Het voorblad heeft een voorwaarde of herhaling. “{found[0]}” staat in de voorbeeldtekst erna."
                )
                remedy = (
                    f"Die tekst komt niet in het plan. Zet {found[0]} op het voorblad, vóór het einde van de pagina."
                )
                raise ProblemsError.about(HERE, melding, remedy)


def _as_asked(opens: Opening, wish: str | None) -> Opening:
    if wish == "vervang":
        return Opening(0, 0, prepared=False, own_section=False, contents=None)
    if wish == "na_voorblad":
        return replace(opens, prepared=opens.cover > 0, contents=None)
    return opens


def _without_opening(
    blocks: list[_Element], named: tuple[int, int] | None, found: list[pages.Section], opens: Opening
) -> tuple[list[_Element], tuple[int, int] | None, list[pages.Section], Opening]:
    """Return the template as it would be without its cover and its table of contents.

    A place for the plan that stands among them keeps everything: then they are no opening but its surroundings.
    """
    if not opens.cover and opens.contents is None:
        return blocks, named, found, opens
    start = 0 if opens.cover else opens.letterhead
    end = opens.contents[1] if opens.contents else opens.cover
    for closing in _closing(blocks, end):
        end = blocks.index(closing) + 1
    count = end - start
    if named is not None and named[0] < end:
        return blocks, named, found, replace(opens, cover=0, contents=None)
    rest = [*blocks[:start], *blocks[end:]]
    moved = (named[0] - count, named[1] - count) if named else None
    left = pages.sections(rest, found[-1].properties)
    return rest, moved, left, Opening(start, 0, prepared=False, own_section=False, contents=None)


def _around(
    blocks: list[_Element], named: tuple[int, int], found: Sequence[pages.Section], opens: Opening
) -> tuple[list[_Element], Frame]:
    """Keep everything before and after the place that somebody marked."""
    start, end = named
    section = next(item for item in found if item.last >= end or item is found[-1])
    before, contents = blocks[:start], None
    has_cover = 0 < opens.cover <= start
    if opens.contents and opens.contents[1] <= start:
        contents = own_contents(blocks[opens.contents[0] : opens.contents[1]])
        before = [*blocks[: opens.contents[0]], *_contents_blocks(contents), *blocks[opens.contents[1] : start]]
        if not has_cover:
            before.insert(opens.letterhead, mark(COVER))
    return [*before, mark(PLAN), *blocks[end:]], Frame(
        section=section.properties,
        where="op de plaats die in het sjabloon is aangewezen",
        cover="sjabloon" if has_cover else "eigen",
        contents=contents.instruction if contents else None,
        new_page=(has_cover or contents is not None) and not _ends_page(before),
        follows=section is not found[-1],
        used=has_cover or bool(before),
    )


def _after_opening(
    blocks: list[_Element], found: Sequence[pages.Section], opens: Opening, styles: Styles, *, on_art: bool
) -> tuple[list[_Element], Frame]:
    """Keep the cover and the table of contents that the template opens with; the rest is sample text."""
    has_cover = opens.cover > 0 and (opens.prepared or opens.own_section or on_art)
    end = opens.contents[1] if opens.contents else opens.cover if has_cover else 0
    section = pages.main_section(found, end).properties
    kept = [*blocks[: opens.letterhead], mark(COVER)]
    cover: Cover = "eigen"
    if has_cover:
        kept, cover = (blocks[: opens.cover], "getypt") if on_art else _cover(blocks, opens, styles)
    contents = None
    if opens.contents:
        contents = own_contents(blocks[opens.contents[0] : opens.contents[1]])
        title = _title(blocks, opens)
        if not _ends_page(kept):
            _start_page([*title, *contents.title, *contents.rest])
        kept += [*title, *_contents_blocks(contents), *_closing(blocks, end)]
    if any(section_ends(block) for block in kept):
        pages.start_on_new_page(section)
    ended = _ends_page(kept) or (contents is not None and contents.ends_page)
    return [*kept, mark(PLAN)], Frame(
        section=section,
        where=_explained(has_cover=has_cover, has_contents=contents is not None),
        cover=cover,
        contents=contents.instruction if contents else None,
        new_page=not ended,
        used=any(item is section for block in kept for item in section_ends(block)),
        dropped=len(set(blocks).difference(kept)),
    )


def _cover(blocks: list[_Element], opens: Opening, styles: Styles) -> tuple[list[_Element], Cover]:
    """Return the cover as it stays; typed words alone, or art alone, make room for the words of the plan."""
    cover = blocks[: opens.cover]
    if opens.prepared and shows_title(cover, styles):
        _drop_break(cover[-1])
        return cover, "sjabloon"
    if opens.prepared:
        ends = 1 if _ends_page(cover) and not own_text(cover[-1]).strip() else 0
        return [*cover[: len(cover) - ends], mark(COVER), *cover[len(cover) - ends :]], "samen"
    last = cover[-1]
    for child in list(last):
        if child.tag != w("pPr"):
            last.remove(child)
    return [mark(COVER), last], "samen"


def _drop_break(block: _Element) -> None:
    """Take the page break away with which a cover of Word ends: a longer title would push it to an empty page."""
    content = child_at(block, "sdtContent")
    last = content[-1] if content is not None and len(content) > 1 else None
    if content is None or last is None or last.tag != w("p") or not breaks_page(last):
        return
    if not whole_text(last).strip() and not has_art(last) and not section_ends(last):
        content.remove(last)


def _title(blocks: list[_Element], opens: Opening) -> list[_Element]:
    """Return the blocks between the cover and the lines of the contents: its title, seldom more."""
    if opens.contents is None:
        return []
    start = opens.cover if opens.prepared or opens.own_section else max(opens.contents[0] - 1, opens.letterhead)
    return [block for block in blocks[start : opens.contents[0]] if own_text(block).strip() or section_ends(block)]


def _contents_blocks(contents: OwnContents) -> list[_Element]:
    return [*contents.title, mark(CONTENTS), *contents.rest]


def _closing(blocks: list[_Element], end: int) -> list[_Element]:
    """Return the empty blocks after what is kept, if they end its page or section."""
    found: list[_Element] = []
    for block in blocks[end : end + 3]:
        if own_text(block).strip():
            break
        found.append(block)
        if section_ends(block) or breaks_page(block):
            return [block]
    return []


def _ends_page(blocks: Sequence[_Element]) -> bool:
    return bool(blocks) and (breaks_page(blocks[-1]) or bool(section_ends(blocks[-1])))


def _start_page(blocks: Sequence[_Element]) -> None:
    """Let the first of some paragraphs start a page."""
    first = next((block for block in blocks if block.tag == w("p")), None)
    if first is None:
        return
    child_of(child_of(first, "pPr"), "pageBreakBefore")


def _explained(*, has_cover: bool, has_contents: bool) -> str:
    if has_contents:
        return "na de inhoudsopgave van het sjabloon"
    return "na het voorblad van het sjabloon" if has_cover else "in plaats van de tekst van het sjabloon"
