"""Makes the paragraph styles that a template lacks, in its own font, size and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.colours import ENOUGH, contrast, readable
from generator.word.roles import ROLES
from generator.word.styling.grounds import readable_on_all
from generator.word.styling.style_repairs import UNNUMBERED
from generator.word.styling.style_sheet import (
    OFF,
    Draft,
    bold,
    colour,
    fill,
    indent,
    italic,
    numbered,
    outline,
    size,
    spacing,
)
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.word.reading.inheritance import Sheet
    from generator.word.schema_order import Props
    from generator.word.styling.grounds import Ground
    from generator.word.styling.look import Eye, Look
    from generator.word.styling.style_search import Finder

_SCALE = {1: 1.7, 2: 1.35, 3: 1.15, 4: 1.0, 5: 1.0, 6: 1.0}
"""The size of headings, in running text."""
_KEPT: Props = {"keepNext": "", "keepLines": ""}
_NO_TABS = {"contextualSpacing": OFF}


class Paragraphs:
    """Drafts paragraph styles."""

    def __init__(self, sheet: Sheet, finder: Finder, eye: Eye, look: Look, of: Callable[[str], str]) -> None:
        """Keep how the template looks; `of` gives the id of the style for another role."""
        self._sheet = sheet
        self._finder = finder
        self._eye = eye
        self._look = look
        self._of = of
        normal = finder.find("normal")
        self.normal = normal[0] if normal and finder.is_usable(normal[0]) else None

    def draft(self, role: str, grounds: Callable[[], Sequence[Ground]]) -> Draft:
        """Return the style for a role.

        Args:
            role: The role.
            grounds: Gives what text in the role stands on in a table.
        """
        if role in _HEADS:
            return self._heading(int(role[1]))
        if role in {"tabelkop", "planningkop", "tabelkopgetal"}:
            return self._table_head(role, grounds())
        if role[:2] in {"ul", "ol"}:
            return self._list(role)
        if role.startswith("toc"):
            return self._contents(role)
        if role in UNNUMBERED:
            return self._unnumbered(role)
        return self._margin(role) if role in {"header", "footer"} else self._recipes()[role]()

    def _recipes(self) -> dict[str, Callable[[], Draft]]:
        return {
            "titel": self._title,
            "ondertitel": self._subtitle,
            "voorbladregel": self._cover_line,
            "h1.bijlage": self._annex,
            "p": self._body,
            "normal": lambda: self.make("normal", None, {}),
            "p.na-tabel": self._after_table,
            "p.intro": self._intro,
            "p.bron": self._source,
            "bijschrift": self._caption,
            "verdieping": self._storey,
            "grafiek": self._chart,
            "blockquote": self._quote,
            "kader": self._box,
            "p.kadertitel": self._box_title,
            "tabeltekst": self._table_text,
            "tabelgetal": self._table_number,
            "tabelopsomming": self._table_bullet,
            "balk": self._bar_text,
            "planningcel": self._plan_cell,
            "planningrij": self._plan_row,
        }

    def make(self, role: str, base: str | None, paragraph: Props, text: Props | None = None) -> Draft:
        """Return a draft with the name that belongs to the role."""
        following = self._of("p") if role in _FOLLOWED else None
        return Draft("paragraph", ROLES[role].name, base, following, paragraph, text or {}, standard=True)

    @property
    def unit(self) -> int:
        """The size of running text, in twentieths of a point."""
        return self._look.size * 10

    def accent(self) -> Props:
        """Return the colour of headings, where that differs from running text."""
        return colour(self._look.accent) if self._look.accent != self._look.text else {}

    def quiet(self) -> Props:
        """Return the properties of small text."""
        return size(max(self._look.size * 0.85, 14)) | colour(self._look.quiet)

    def _heading(self, level: int) -> Draft:
        """Return a heading that goes with those that the template has."""
        near = self._nearest(level)
        base, text = self._look.size, bold() | self._fonts() | self.accent()
        wanted = base * _SCALE[level]
        if near:
            number, key = near
            text = self._text_of(key)
            wanted = self._eye.size(key) * _SCALE[level] / _SCALE[number]
            wanted = min(wanted, self._eye.size(key)) if number < level else max(wanted, self._eye.size(key))
        text |= size(max(wanted, base))
        if level > 4:
            text |= italic() if level == 6 else colour(self._look.text)
        room = max(wanted, base) * 10
        paragraph = _KEPT | spacing(room * 1.1, room * 0.4, 252) | indent(0) | outline(level - 1)
        return self.make(f"h{level}", self.normal, paragraph, text)

    def _nearest(self, level: int) -> tuple[int, str] | None:
        """Return the nearest heading of the template: a higher one, else a lower one."""
        for other in [*range(level - 1, 0, -1), *range(level + 1, 7)]:
            found = self._finder.find(f"h{other}")
            if found and contrast(self._eye.colour(found[0]), self._eye.paper) >= ENOUGH:
                return other, found[0]
        return None

    def _text_of(self, key: str) -> Props:
        """Return what makes the text of a heading look as it does."""
        text: Props = self._fonts()
        for name in ("b", "i", "caps", "smallCaps"):
            if self._sheet.is_on(key, f"rPr/{name}"):
                text[name] = ""
        value = self._eye.colour(key)
        return text | (colour(value) if value != self._eye.colour(self.normal) else {})

    def _fonts(self) -> Props:
        return {"rFonts": self._look.fonts} if self._look.fonts else {}

    def _body(self) -> Draft:
        """Return running text: as the template's own, with room between paragraphs."""
        before = self._sheet.measure(self.normal, "pPr/spacing", "before") or 0
        after = self._sheet.measure(self.normal, "pPr/spacing", "after") or 0
        line = None if self._sheet.measure(self.normal, "pPr/spacing", "line") else 264
        enough = before + after >= self.unit * 0.3
        room = spacing(min(before, self.unit * 2), min(after, self.unit * 2) if enough else self.unit * 0.6, line)
        return self.make("p", self.normal, room | _NO_TABS)

    def _title(self) -> Draft:
        above = self.unit * 14
        line = {"pBdr": f'<w:bottom w:val="single" w:sz="12" w:space="10" w:color="{self._look.accent}"/>'}
        text = self._fonts() | bold() | self.accent() | size(self._look.size * 2.6)
        paragraph = {"keepNext": ""} | line | spacing(above, self.unit * 1.6, 252) | indent(0)
        return self.make("titel", self.normal, paragraph, text)

    def _subtitle(self) -> Draft:
        return self.make(
            "ondertitel",
            self.normal,
            spacing(0, self.unit * 3) | indent(0),
            self._fonts() | size(self._look.size * 1.4),
        )

    def _cover_line(self) -> Draft:
        return self.make("voorbladregel", self.normal, spacing(0, 60) | indent(0), colour(self._look.quiet))

    def _unnumbered(self, role: str) -> Draft:
        paragraph = numbered("0") | indent(0)
        if role == "h1.inhoudskop":
            paragraph |= outline(9)
        return self.make(role, self._of(role.split(".")[0]), paragraph)

    def _annex(self) -> Draft:
        return self.make("h1.bijlage", self._of("h1"), indent(0))

    def _after_table(self) -> Draft:
        return self.make("p.na-tabel", self._of("p"), spacing(self.unit * 0.9, self._after()))

    def _after(self) -> int:
        return max(self._sheet.measure(self._of("p"), "pPr/spacing", "after") or 0, round(self.unit * 0.3))

    def _intro(self) -> Draft:
        text = size(round(self._eye.size(self._of("p")) * 1.12)) | self.accent()
        return self.make("p.intro", self._of("p"), spacing(0, self.unit * 0.9) | {"keepNext": ""}, text)

    def _source(self) -> Draft:
        return self.make("p.bron", self._of("p"), spacing(self.unit * 0.4, self.unit * 0.7), self.quiet())

    def _caption(self) -> Draft:
        text = bold() | self.accent() | size(max(self._look.size * 0.9, 15))
        paragraph = _KEPT | spacing(self.unit * 0.9, self.unit * 0.3) | indent(0)
        return self.make("bijschrift", self.normal, paragraph, text)

    def _storey(self) -> Draft:
        """Return the name above a storey of the house: a caption that takes little room."""
        text = size(max(self._look.size * 0.8, 15))
        return self.make("verdieping", self._of("bijschrift"), spacing(self.unit * 0.25, self.unit * 0.1), text)

    def _chart(self) -> Draft:
        """Return a line as high as the chart in it: a fixed height would cut it off."""
        return self.make("grafiek", self.normal, spacing(0, self.unit * 0.6, 240) | indent(0) | _side("left"))

    def _quote(self) -> Draft:
        left = self._left() + 284
        return self.make("blockquote", self._of("p"), self._bar() | indent(left, right=284), italic())

    def _left(self) -> int:
        return max(self._sheet.measure(self._of("p"), "pPr/ind", "left", "start") or 0, 0)

    def _bar(self) -> Props:
        return {"pBdr": f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{self._look.accent}"/>'}

    def _box(self) -> Draft:
        edge = f'w:val="single" w:sz="4" w:space="7" w:color="{self._look.tint}"'
        around = {"pBdr": f"<w:top {edge}/>{self._bar()['pBdr']}<w:bottom {edge}/>"}
        paragraph = around | fill(self._look.tint) | spacing(0, 100) | indent(self._left() + 227, right=0)
        return self.make(
            "kader", self._of("p"), paragraph | _NO_TABS, colour(readable(self._look.tint, self._look.text))
        )

    def _box_title(self) -> Draft:
        text = bold() | colour(readable(self._eye.ground(self._of("kader")), self._look.accent, self._look.text))
        return self.make("p.kadertitel", self._of("kader"), {"keepNext": ""} | spacing(self.unit * 1.1, 20), text)

    def _list(self, role: str) -> Draft:
        return self.make(role, self._of("p"), spacing(0, self.unit * 0.25) | _NO_TABS | self.side())

    def side(self) -> Props:
        """Return the alignment of short lines: never stretched."""
        found = self._sheet.effective(self.normal, "pPr/jc")
        return {"jc": 'w:val="left"'} if found is not None and found.get(w("val")) not in {"left", "start"} else {}

    def _contents(self, role: str) -> Draft:
        level = int(role[-1])
        left, hanging = ((454, 454), (1077, 623), (1871, 794))[level - 1]
        tabs = {"tabs": f'<w:tab w:val="left" w:pos="{left}"/>'}
        paragraph = tabs | spacing(self.unit * 0.4 if level == 1 else 0, self.unit * 0.1) | indent(left, hanging, 284)
        text = bold() | self.accent() if level == 1 else colour(self._look.quiet) if level == 3 else {}
        return self.make(role, self.normal, paragraph | self.side(), text)

    def _table_text(self) -> Draft:
        paragraph = spacing(0, 0, 240) | indent(0) | _NO_TABS | self.side()
        return self.make("tabeltekst", self.normal, paragraph, size(max(self._look.size * 0.9, 15)))

    def _table_head(self, role: str, grounds: Sequence[Ground]) -> Draft:
        base = self._of("tabeltekst" if role == "tabelkop" else "tabelkop")
        ink = readable_on_all(grounds, self._look.accent, self._look.text)
        text = bold() | colour(ink) if role == "tabelkop" else {}
        aligned = {"tabelkop": {"keepNext": ""}, "planningkop": _side("center"), "tabelkopgetal": _side("right")}[role]
        if role == "planningkop":
            text = size(max(self._look.size * 0.75, 14))
        return self.make(role, base, aligned, text)

    def _table_number(self) -> Draft:
        return self.make("tabelgetal", self._of("tabeltekst"), _side("right"))

    def _table_bullet(self) -> Draft:
        return self.make("tabelopsomming", self._of("tabeltekst"), {})

    def _bar_text(self) -> Draft:
        ground = self._look.accent
        return self.make("balk", self._of("tabeltekst"), fill(ground) | _side("center"), colour(readable(ground)))

    def _plan_cell(self) -> Draft:
        text = size(max(self._look.size * 0.8, 14))
        return self.make("planningcel", self._of("tabeltekst"), _side("center"), text)

    def _plan_row(self) -> Draft:
        return self.make("planningrij", self._of("tabeltekst"), spacing(50, 50) | indent(57, right=57))

    def _margin(self, role: str) -> Draft:
        tabs = '<w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/>'
        return self.make(role, self.normal, {"tabs": tabs} | spacing(0, 0), self.quiet())


def _side(value: str) -> Props:
    return {"jc": f'w:val="{value}"'}


_HEADS = frozenset(f"h{level}" for level in range(1, 7))
_FOLLOWED = frozenset(
    _HEADS
    | {role for role in ROLES if role.startswith("h") and "." in role}
    | {"p.na-tabel", "p.intro", "p.bron", "bijschrift", "blockquote"}
)
"""Roles after which running text follows when somebody types on."""
