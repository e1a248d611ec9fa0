"""The style of each role in one template: found, mended or made, and what follows from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lxml import etree
from msgspec.structs import replace

from generator.word.options import Options
from generator.word.reading.theme import Theme
from generator.word.roles import OWN_NAMES, ROLES, Kind
from generator.word.styling.grounds import IN_TABLES, Grounds
from generator.word.styling.list_making import NUMBERED_HEADINGS, ListMaker
from generator.word.styling.list_styles import Lists
from generator.word.styling.look import STATUS, Eye, Look, character_draft, coloured, look_of
from generator.word.styling.paragraph_styles import Paragraphs
from generator.word.styling.style_repairs import UNNUMBERED, Mender, outline_level
from generator.word.styling.style_search import HEADINGS, Finder, Found, How, public, style_faults
from generator.word.styling.style_sheet import Draft, TemplateSheet, free_lines, outline, size, text_size
from generator.word.styling.table_styles import Tables
from generator.word.xml import W, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from generator.word.schema_order import Props
    from generator.word.styling.grounds import Ground

_OWN = "Wijkplan"
"""How the name begins of a style that mends one of the template."""


class Styles:
    """The styles of a house style by role; what it lacks is added when it is first asked for."""

    def __init__(
        self,
        root: _Element,
        chosen: Mapping[str, str] | None = None,
        *,
        numbering: _Element | None = None,
        theme: Theme | None = None,
        body: _Element | None = None,
        options: Options | None = None,
    ) -> None:
        """Look at a template.

        Args:
            root: The root of `styles.xml`.
            chosen: Role → name of the style that plays it; those of `options` when None.
            numbering: The root of `numbering.xml`; lists that are made go there.
            theme: The colours of the template; none by itself.
            body: The body of the template, which shows what styles it uses.
            options: What the house style asks beyond its Word file.
        """
        self._options = options or Options()
        self._chosen = self._options.styles if chosen is None else chosen
        self._sheet = TemplateSheet(root)
        self.lists = Lists(
            etree.Element(w("numbering"), nsmap={"w": W}) if numbering is None else numbering, self._sheet
        )
        self._finder = Finder(self._sheet, self.lists, body, self._chosen)
        self._eye = Eye(self._sheet, theme or Theme(), body)
        self.look: Look = look_of(self._sheet, self._finder, self._eye)
        """How the template looks."""
        self._list_maker = ListMaker(self._sheet, self.lists, self._finder, self.look)
        self._mender = Mender(self._sheet, self.lists, self._finder, self._eye, numbered=self._options.numbered)
        self._paragraphs = Paragraphs(self._sheet, self._finder, self._eye, self.look, self.of)
        self._tables = Tables(self._sheet, self._finder, self._eye, self.look)
        self._grounds = Grounds(self._sheet, self._eye, self._own_name)
        self._found: dict[str, Found] = {}
        self._resized: dict[tuple[str, float], str] = {}
        self._numbers_headings = self._options.numbered is True and not self._number_themselves()
        self.turns_text = self._sheet.is_on(self._sheet.default("paragraph"), "rPr/rtl")
        """Whether runs of text stand from right to left by themselves; a style has no valid way to undo that."""
        self.faults = style_faults(self._sheet, self._chosen)

    def of(self, role: str) -> str:
        """Return the id of the style that plays a role."""
        return self.found(role).style_id

    def found(self, role: str) -> Found:
        """Return the style that plays a role, and how it was found."""
        known = role if role in ROLES else role.split(".")[0]
        if known not in self._found:
            self._found[known] = self._settled(known)
        return self._found[known]

    def named(self, name: str, kind: Kind) -> str | None:
        """Return the id of the style with this name, or None."""
        return self._sheet.named(name, kind)

    def name_of(self, key: str) -> str:
        """Return the name of a style, or an empty text when there is none with this id."""
        return self._sheet.name(key)

    def size(self, key: str) -> float:
        """Return the size of the text in a paragraph style, in points."""
        return self._eye.size(key) / 2

    def ground(self, role: str) -> str:
        """Return the background of text in a role, empty when it has that of the page."""
        kind = ROLES[role].kind
        return self._eye.fill(self.of(role), "rPr" if kind == "character" else "pPr")

    def behind(self, table: str, parts: tuple[str, ...]) -> Ground:
        """Return what stands behind text in some parts of a table, the strongest first; `table` is its role."""
        return self._grounds.behind(self.of(table), parts)

    def fill(self, key: str) -> str:
        """Return the background that a paragraph style gives its text, empty for none."""
        return self._eye.fill(key, "rPr") or self._eye.fill(key, "pPr")

    def word(self, role: str, ground: Ground) -> tuple[str, str]:
        """Return the id of the character style of a role on a ground, and its colour where the ground has another."""
        key = self._grounds.word(self.of(role), role, ground)
        return key, self._eye.theme.colour(self._sheet.own(key, "rPr/color")) if ground.ink else ""

    def band_size(self, table: str) -> int:
        """Return how many rows a band has in the tables of a role."""
        return self._sheet.band_size(self.of(table))

    def ink(self, role: str) -> str:
        """Return the colour of text in a role."""
        return self._eye.colour(self.of(role))

    def accents(self) -> list[str]:
        """Return the colours that the theme offers for charts; a template without a theme has none."""
        found = (self._eye.theme.named(f"accent{number}") for number in range(1, 7))
        return [colour for colour in found if colour]

    def font(self, role: str) -> str:
        """Return the font of text in a role as drawings name it; empty when that is left to Word."""
        found = self._sheet.effective(self.of(role), "rPr/rFonts")
        if found is None:
            return ""
        theme = found.get(w("asciiTheme"), "")
        return {"mi": "+mn-lt", "ma": "+mj-lt"}.get(theme[:2], found.get(w("ascii"), ""))

    def property(self, key: str, path: str, group: str = "pPr") -> _Element | None:
        """Return a property of a paragraph style, its own or the nearest of those it is based on.

        Args:
            key: The id of the style.
            path: The name of the property.
            group: `pPr` for a property of the paragraph, `rPr` for one of its text.
        """
        return self._sheet.own(key, f"{group}/{path}")

    def measure(self, key: str, path: str, *attributes: str) -> int:
        """Return a measure of a paragraph style; each attribute is inherited by itself. 0 where nothing gives it."""
        return self._sheet.measure(key, f"pPr/{path}", *attributes) or 0

    def font_of(self, key: str) -> str:
        """Return the name of the font of a paragraph style; empty when that is left to Word."""
        found = self._sheet.effective(key, "rPr/rFonts")
        if found is None:
            return ""
        return self._eye.theme.font(found.get(w("asciiTheme"), "")) or found.get(w("ascii"), "")

    def resized(self, key: str, points: float, role: str = "titel") -> str:
        """Return the id of a style that is as one for paragraphs, but for the size of its text."""
        if (key, points) not in self._resized:
            base = key if key in self._sheet else self._sheet.default("paragraph")
            draft = Draft("paragraph", self._own_name(role), base, text=size(round(points * 2)))
            self._resized[key, points] = self._sheet.add(draft)
        return self._resized[key, points]

    def level(self, key: str) -> int:
        """Return the level of a heading in a paragraph style, from 1; 0 for other text."""
        return self._sheet.level(key)

    def breaks_page(self, key: str) -> bool:
        """Tell whether a paragraph in this style starts a new page."""
        return self._sheet.is_on(key, "pPr/pageBreakBefore")

    def _settled(self, role: str) -> Found:
        start = self._finder.find(role)
        match ROLES[role].kind:
            case "paragraph":
                found = self._paragraph(role, start)
            case "character":
                found = self._character(role, start)
            case "table":
                found = self._table(role, start)
        if self._numbers_headings and role in NUMBERED_HEADINGS:
            self._sheet.change(found.style_id, self._list_maker.properties(role))
            self._list_maker.tie(role, found.style_id)
        return found

    def _paragraph(self, role: str, start: tuple[str, How] | None) -> Found:
        if start is None and role in UNNUMBERED - {"h1.inhoudskop"}:
            heading = self.found(role.split(".")[0])
            if self.lists.place(heading.style_id) is None:
                return replace(heading, role=role)
        if start is None:
            return self._made(
                role,
                self._with_list(
                    role, self._fitted(role, self._paragraphs.draft(role, partial(self._grounds_of, role)))
                ),
            )
        key, how = start
        paragraph = self._mender.paragraph(key, role)
        if self._list_maker.lacks(key, role) and role not in HEADINGS:
            paragraph |= self._list_maker.properties(role)
        text = self._mender.text(key, role, self._grounds_of(role))
        if self._mender.crowds_lines(key, role, text_size(text)):
            paragraph = free_lines(paragraph)
        if not paragraph and not text:
            return Found(role, key, self._sheet.name(key), how)
        level = outline(outline_level(role)) if role in HEADINGS else {}
        return self._mended(role, key, Draft("paragraph", "", key, paragraph=level | paragraph, text=text))

    def _fitted(self, role: str, draft: Draft) -> Draft:
        """Undo in a new style what does not fit in the one that it is based on."""
        paragraph = self._mender.new_paragraph(draft.based, role) if draft.based else {}
        text = self._mender.text(draft.based, role, self._grounds_of(role)) if draft.based else {}
        paragraph, text = paragraph | draft.paragraph, text | draft.text
        if self._mender.crowds_lines(draft.based, role, text_size(text)):
            paragraph = free_lines(paragraph)
        return replace(draft, paragraph=paragraph, text=text)

    def _with_list(self, role: str, draft: Draft) -> Draft:
        if role in HEADINGS:
            return draft
        return replace(draft, paragraph=draft.paragraph | self._list_maker.properties(role))

    def _character(self, role: str, start: tuple[str, How] | None) -> Found:
        base = self._sheet.default("character")
        if start is None:
            draft = character_draft(role, self.look, base)
            if role in self._options.colours:
                draft = replace(draft, text=draft.text | coloured(self._options.colours[role]))
            return self._made(role, draft)
        key, how = start
        text: Props = self._mender.text(key, role)
        if role in STATUS and role in self._options.colours:
            text |= coloured(self._options.colours[role])
        if text:
            return self._mended(role, key, Draft("character", "", key, text=text))
        return Found(role, key, self._sheet.name(key), how)

    def _table(self, role: str, start: tuple[str, How] | None) -> Found:
        if role == "table.matrix" and role not in self._chosen:
            return replace(self.found("table"), role=role)
        if start is not None:
            return self._table_style(role, start, self._tables.mend_colours(start[0]))
        if role in {"table", "tabelraster"}:
            return self._own_table(role)
        return self._made(role, self._tables.draft(role, self.of("table")))

    def _own_table(self, role: str) -> Found:
        key = self._tables.find() if role == "table" else None
        if key is None:
            return self._made(role, self._tables.draft(role, self._sheet.default("table")))
        return self._table_style(role, (key, "naam"), self._tables.mend(key))

    def _table_style(self, role: str, start: tuple[str, How], lacking: str) -> Found:
        key, how = start
        if lacking:
            return self._mended(role, key, Draft("table", "", key, table=lacking))
        return Found(role, key, self._sheet.name(key), how)

    def _made(self, role: str, draft: Draft) -> Found:
        """Add a style under the name that belongs to its role, or another where that name is taken."""
        if self._sheet.is_taken(draft.name):
            draft = replace(draft, name=self._own_name(role), standard=False)
        standard = draft.standard and draft.name not in OWN_NAMES
        key = self._sheet.add(replace(draft, standard=standard), default=role == "normal")
        if role not in HEADINGS:
            self._list_maker.tie(role, key)
        return Found(role, key, draft.name, "gemaakt")

    def _mended(self, role: str, key: str, draft: Draft) -> Found:
        """Add a style that is as one of the template, but for what keeps that from showing a plan."""
        added = self._sheet.add(replace(draft, name=self._own_name(role)))
        if "numPr" in draft.paragraph and self._list_maker.lacks(key, role) and role not in HEADINGS:
            self._list_maker.tie(role, added)
        return Found(role, added, self._sheet.name(added), "gemaakt", self._sheet.name(key))

    def _own_name(self, role: str) -> str:
        wanted = f"{_OWN} {public(role).replace('_', ' ')}"
        tries = [wanted, *(f"{wanted} {number}" for number in range(2, 100))]
        return next((name for name in tries if not self._sheet.is_taken(name)), wanted)

    def _grounds_of(self, role: str) -> tuple[Ground, ...]:
        """Return what text in a role can stand on in a table; nothing for text that stands elsewhere."""
        return self._grounds.of_role(role, self.of("table")) if role in IN_TABLES else ()

    def _number_themselves(self) -> bool:
        found = self._finder.find("h1")
        return found is not None and self.lists.place(found[0]) is not None
