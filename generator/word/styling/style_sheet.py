"""The styles of a template as roles look for them: by any of their names or ids; new ones are added.

A new style is made of its properties as text, in the order that the schema of Word wants.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from generator.word.reading.inheritance import Sheet, kind_of
from generator.word.roles import stored_name
from generator.word.schema_order import Props, child_of, group, set_properties
from generator.word.styling.aliases import plain
from generator.word.xml import W, attribute, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from generator.word.roles import Kind


OFF = 'w:val="0"'
_SPECIAL_IDS = {"toc": "TOC"}


class Draft(Struct, frozen=True):
    """A style that is to be made."""

    kind: Kind
    name: str
    based: str | None = None
    """The id of the style that it is based on."""
    following: str | None = None
    """The id of the style of the next paragraph."""
    paragraph: Props = field(default_factory=dict)
    text: Props = field(default_factory=dict)
    table: str = ""
    """What only a table style has: from `tblPr` on."""
    standard: bool = False
    """Whether Word itself knows a style of this name."""


def style_xml(draft: Draft, key: str, *, default: bool = False) -> str:
    """Return a style with this id."""
    custom = "" if draft.standard else ' w:customStyle="1"'
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style xmlns:w="{W}" w:type="{draft.kind}"{mark}{custom} w:styleId="{attribute(key)}">'
        f'<w:name w:val="{attribute(draft.name)}"/>'
        + (f'<w:basedOn w:val="{attribute(draft.based)}"/>' if draft.based else "")
        + (f'<w:next w:val="{attribute(draft.following)}"/>' if draft.following else "")
        + f"<w:qFormat/>{group('pPr', draft.paragraph)}{group('rPr', draft.text)}{draft.table}</w:style>"
    )


def size(half_points: float) -> Props:
    """Return the properties for a size of text, in half points."""
    return {name: f'w:val="{round(half_points)}"' for name in ("sz", "szCs")}


def bold(*, on: bool = True) -> Props:
    """Return the properties for bold text."""
    return dict.fromkeys(("b", "bCs"), "" if on else OFF)


def italic() -> Props:
    """Return the properties for italic text."""
    return {"i": "", "iCs": ""}


def colour(value: str) -> Props:
    """Return the property for the colour of text."""
    return {"color": f'w:val="{value}"'}


def fill(value: str) -> Props:
    """Return the property for a background."""
    return {"shd": f'w:val="clear" w:color="auto" w:fill="{value}"'}


def spacing(before: float, after: float, line: int | None = None) -> Props:
    """Return the properties for the space around a paragraph, in twentieths of a point; `line` in 240ths."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return {
        "spacing": f'w:before="{round(before)}" w:beforeAutospacing="0" w:after="{round(after)}"'
        f' w:afterAutospacing="0"{lines}'
    }


def free_lines(props: Props) -> Props:
    """Return properties in which lines are as high as their text needs, unless they say how high."""
    found = props.get("spacing", "")
    return props if "w:line=" in found else props | {"spacing": f'{found} w:line="252" w:lineRule="auto"'.strip()}


def text_size(props: Props) -> float | None:
    """Return the size of text that properties give, in half points, or None."""
    found = re.search(r'w:val="(\d+)"', props.get("sz", ""))
    return float(found.group(1)) if found else None


def indent(left: int, hanging: int = 0, right: int = 0) -> Props:
    """Return the property for the indents of a paragraph, in twentieths of a point."""
    first = f'w:hanging="{hanging}"' if hanging else 'w:firstLine="0"'
    return {"ind": f'w:left="{left}" w:right="{right}" {first}'}


def outline(level: int) -> Props:
    """Return the property for the level of a heading, from 0; 9 for body text."""
    return {"outlineLvl": f'w:val="{level}"'}


def numbered(number: str, level: int = 0) -> Props:
    """Return the property that puts a paragraph in a list; number 0 takes it out of any."""
    place = "" if number == "0" else f'<w:ilvl w:val="{level}"/>'
    return {"numPr": f'{place}<w:numId w:val="{number}"/>'}


class TemplateSheet(Sheet):
    """The styles in `styles.xml` of a template."""

    def __init__(self, root: _Element) -> None:
        """Index the styles; of two with one name the first counts."""
        self._styles = root
        self._by_name: dict[tuple[str, str], str] = {}
        self._by_plain_id: dict[tuple[str, str], str] = {}
        super().__init__(root)

    def index(self, style: _Element) -> bool:
        """Take a style into account; tell whether its id was free."""
        if not super().index(style):
            return False
        key, kind = value(style, w("styleId")), kind_of(style)
        self._by_plain_id.setdefault((kind, key.casefold()), key)
        for name in _names(style, key):
            self._by_name.setdefault((kind, plain(name)), key)
        return True

    def named(self, name: str, kind: str) -> str | None:
        """Return the id of the style with this name, whatever its case and spaces, or None."""
        return self._by_name.get((kind, plain(name)))

    def chosen(self, name: str, kind: str) -> str | None:
        """Return the id of the style that somebody named as Word stores it or as a Dutch Word shows it, or None."""
        return self.named(name, kind) or self.named(stored_name(name), kind)

    def identified(self, key: str, kind: str) -> str | None:
        """Return the id of the style with this id, whatever its case, or None."""
        return self._by_plain_id.get((kind, key.casefold()))

    def is_taken(self, name: str) -> bool:
        """Tell whether a style of any kind has this name."""
        return any(found == plain(name) for _, found in self._by_name)

    def add(self, draft: Draft, *, default: bool = False) -> str:
        """Add a style; return its id, which is like no other whatever the case."""
        key = self._free(_SPECIAL_IDS.get(draft.name.split()[0], "") + _id(draft.name))
        added = etree.fromstring(style_xml(draft, key, default=default))
        self._styles.append(added)
        self.index(added)
        self.forget()
        return key

    def change(self, key: str, props: Props) -> None:
        """Give the paragraphs in a style these properties instead of those that it has."""
        set_properties(child_of(self.element(key), "pPr"), props)
        self.forget()

    def _free(self, wanted: str) -> str:
        taken = {key for _, key in self._by_plain_id}
        tries: Iterable[str] = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        return next(key for key in tries if key.casefold() not in taken)


def _id(name: str) -> str:
    """Return the id that Word gives a style of this name."""
    words = name.split()
    start = "" if words[0] in _SPECIAL_IDS else words[0][:1].upper() + words[0][1:]
    return re.sub(r"[^A-Za-z0-9]", "", start + "".join(words[1:]))


def _names(style: _Element, key: str) -> list[str]:
    """Return every name of a style: Word keeps several in one text, with commas."""
    given = value_at(style, "name") or key
    parts = [part.strip() for text in (given, value_at(style, "aliases")) for part in text.split(",")]
    return [name for name in dict.fromkeys([given, *parts]) if name]
