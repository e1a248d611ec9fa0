"""Properties of styles as text, in the order that the schema of Word wants, and the style that is made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.word.schema_order import Props, group
from generator.word.xml import W, attribute

if TYPE_CHECKING:
    from generator.word.roles import Kind

OFF = 'w:val="0"'


@dataclass(frozen=True, slots=True)
class Draft:
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
