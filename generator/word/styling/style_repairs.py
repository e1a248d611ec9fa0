"""What keeps a style of a template from showing a plan well, and the properties that undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.colours import BLACK, ENOUGH, contrast, nearest
from generator.word.roles import ROLES
from generator.word.styling.aliases import plain
from generator.word.styling.grounds import readable_on_all
from generator.word.styling.style_search import BODY_LEVEL, HEADINGS, Finder
from generator.word.styling.style_sheet import OFF, colour, indent, numbered, outline, size, spacing
from generator.word.xml import value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.word.reading.inheritance import Sheet
    from generator.word.schema_order import Props
    from generator.word.styling.grounds import Ground
    from generator.word.styling.list_styles import Lists
    from generator.word.styling.look import Eye

_INVISIBLE = 1.5
"""Text with less contrast than this cannot be seen at all; more is the choice of the template's maker."""
_HARD_TO_READ = 3.0
"""The same for text that goes on for pages, and on the background of a table, for which nobody chose it."""
UNREADABLE = ("vanish", "webHidden", "specVanish", "strike", "dstrike")
"""What hides text or draws a line through it."""
_TINY = 10
"""In half points: nobody reads text smaller than this."""
_TWIPS = 10
"""Twentieths of a point in half a point."""
_RUNNING = frozenset(
    {"p", "p.na-tabel", "p.bron", "kader", "tabeltekst", "tabelgetal", "tabelopsomming", "balk", "planningcel"}
    | {"planningrij"}
    | {f"{name}{level}" for name in ("ul", "ol", "toc") for level in (1, 2, 3)}
)
"""Roles of text that goes on for pages."""
_CLOSE = frozenset({"titel", "ondertitel", "toc1", "toc2", "toc3"})
"""Roles of short lines, in styles that Word finds by their name."""
_SINGLE = 240
"""The distance between lines that Word calls single."""
_TURNED = frozenset({"center", "right", "end"})
_PLACED = frozenset({"tabelgetal", "balk", "planningcel"})
"""Roles that are centred or stand at the right by themselves."""
_IN_CELLS = frozenset({"tabeltekst", "tabelkop", "tabelgetal", "tabelkopgetal"})
_NARROW, _LOW = 113, 100
"""The most that text in a cell steps in, or stands apart, in twentieths of a point."""
_WITH_NEXT = frozenset({"bijschrift", "p.kadertitel"})
"""Roles of lines that make no sense at the foot of a page."""
UNNUMBERED = frozenset({f"h{level}.ongenummerd" for level in (1, 2, 3)} | {"h1.inhoudskop"})


class Mender:
    """Compares styles with what a role needs."""

    def __init__(self, sheet: Sheet, lists: Lists, finder: Finder, eye: Eye, *, numbered: bool | None) -> None:
        """Keep where styles are looked up, and whether headings have numbers."""
        self._sheet = sheet
        self._lists = lists
        self._finder = finder
        self._eye = eye
        self._numbered = numbered

    def paragraph(self, key: str | None, role: str) -> Props:
        """Return the properties of a paragraph that make a style fit for a role; nothing when it is."""
        props: Props = {}
        if self._sheet.is_on(key, "pPr/bidi"):
            props |= {"bidi": OFF} | self._side(key)
        if role in _RUNNING:
            props |= self._flow(key, role)
        if role[0] != "h" and self._sheet.is_on(key, "pPr/pageBreakBefore"):
            props["pageBreakBefore"] = OFF
        if role in _IN_CELLS:
            props |= self._compact(key)
        if role in _WITH_NEXT and not self._sheet.is_on(key, "pPr/keepNext"):
            props["keepNext"] = ""
        if self._has_unwanted_number(key, role):
            props |= numbered("0") | {"ind": 'w:left="0" w:firstLine="0"'}
        return props | self._outline(key, role)

    def new_paragraph(self, base: str | None, role: str) -> Props:
        """Return the properties of a paragraph that a new style needs to be fit, for what it is based on."""
        own = {} if base is None or base != self._sheet.default("paragraph") else self._side(base)
        if base is not None and role in HEADINGS and self.has_number(base):
            own |= numbered("0")
        return own | self.paragraph(base, role)

    def text(self, key: str | None, role: str, grounds: Sequence[Ground] = ()) -> Props:
        """Return the properties of text that make a style fit for a role; nothing when it is.

        Args:
            key: The id of the style.
            role: The role.
            grounds: What text in the role can stand on in a table.
        """
        props: Props = {name: OFF for name in UNREADABLE if self._sheet.is_on(key, f"rPr/{name}")}
        if ROLES[role].kind == "character" and role != "a":
            return props
        if grounds and not self._eye.fill(key, "rPr") and not self._eye.fill(key, "pPr"):
            props |= self._on_table(key, grounds)
        else:
            least = _HARD_TO_READ if role in _RUNNING or role == "a" else _INVISIBLE
            own, ground = self._eye.colour(key), self._eye.ground(key)
            if contrast(own, ground) < least:
                props |= colour(nearest(own, ground))
        if role != "a" and self._eye.size(key) < _TINY:
            props |= size(20)
        return props

    def _on_table(self, key: str | None, grounds: Sequence[Ground]) -> Props:
        """Return the colour that text needs in a table.

        Where it has none of its own, a table style may give it one; but not in the second row of a head.
        """
        own = self._eye.theme.colour(self._sheet.effective(key, "rPr/color"))
        shown = [(ink, ground.fill) for ground in grounds for ink in (own or ground.ink, own or BLACK) if ink]
        weak = next((ink for ink, fill in shown if contrast(ink, fill) < ENOUGH), None)
        return {} if weak is None else colour(readable_on_all(grounds, weak))

    def crowds_lines(self, key: str | None, role: str, size: float | None = None) -> bool:
        """Tell whether lines are so low that text does not fit in them, or is hard to read where it goes on.

        Args:
            key: The id of the style.
            role: The role; titles, headings and a table of contents may have lines that are close together.
            size: The size of the text, in half points, where it is not that of the style.
        """
        line = self._sheet.measure(key, "pPr/spacing", "line")
        rule = self._sheet.attribute(key, "pPr/spacing", "lineRule")
        if line is None or rule == "atLeast":
            return False
        if rule == "exact":
            return line < (self._eye.size(key) if size is None else size) * _TWIPS
        return line < _SINGLE and role not in HEADINGS and role not in _CLOSE

    def has_number(self, key: str) -> bool:
        """Tell whether paragraphs in a style have a number or bullet."""
        return self._lists.place(key) is not None

    def _flow(self, key: str | None, role: str) -> Props:
        """Undo what makes running text leap to a new page or to the other side."""
        props: Props = {"keepNext": OFF} if self._sheet.is_on(key, "pPr/keepNext") else {}
        return props if role in _PLACED else props | self._side(key)

    def _side(self, key: str | None) -> Props:
        """Return the property that puts text at the left, where a style puts it elsewhere."""
        side = self._sheet.effective(key, "pPr/jc")
        return {"jc": 'w:val="left"'} if value(side) in _TURNED else {}

    def _compact(self, key: str | None) -> Props:
        """Undo indents and space that leave no room for text in a narrow cell."""
        sides = ("left", "start", "firstLine", "hanging", "right", "end")
        wide = any(abs(self._sheet.measure(key, "pPr/ind", side) or 0) > _NARROW for side in sides)
        tall = any((self._sheet.measure(key, "pPr/spacing", side) or 0) > _LOW for side in ("before", "after"))
        return (indent(0) if wide else {}) | (spacing(40, 40, 240) if tall else {})

    def _has_unwanted_number(self, key: str | None, role: str) -> bool:
        if key is None or role[:2] in {"ul", "ol"} or role in {"tabelopsomming", "h1.bijlage"}:
            return False
        if role in HEADINGS and self._numbered is not False:
            return False
        return self.has_number(key)

    def _outline(self, key: str | None, role: str) -> Props:
        """Return the outline level that a role needs, where a style has another."""
        wanted = outline_level(role)
        level = BODY_LEVEL if key is None else self._finder.outline(key)
        if level == wanted or (key and self._is_known_heading(key, role)):
            return {}
        return outline(wanted)

    def _is_known_heading(self, key: str, role: str) -> bool:
        """Tell whether Word knows the level of a heading by its name."""
        return role in HEADINGS and plain(self._sheet.name(key)) == plain(ROLES[role].name)


def outline_level(role: str) -> int:
    """Return the outline level of a role, from 0; 9 for body text."""
    is_heading = role[0] == "h" and role[1].isdigit() and role != "h1.inhoudskop"
    return int(role[1]) - 1 if is_heading else BODY_LEVEL
