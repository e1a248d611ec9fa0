"""Writes the lists of a house style, each level tied to the paragraph style that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scripts.style_page import W

if TYPE_CHECKING:
    from collections.abc import Mapping


class Level(NamedTuple):
    """One level of a list."""

    form: str
    text: str
    style: str | None = None
    left: int = 0
    hanging: int = 0
    suffix: str = "tab"
    look: str = ""
    """The properties of the number or sign itself."""


def numbering(lists: Mapping[int, tuple[Level, ...]]) -> str:
    """Return `numbering.xml`: of each list its number and its levels."""
    abstract = "".join(_abstract(key, levels) for key, levels in lists.items())
    concrete = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists)
    return f'<w:numbering xmlns:w="{W}">{abstract}{concrete}</w:numbering>'


def _abstract(key: int, levels: tuple[Level, ...]) -> str:
    filled = "".join(_level(index, level) for index, level in enumerate(levels))
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="{kind}"/>{filled}</w:abstractNum>'


def _level(index: int, level: Level) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    look = f"<w:rPr>{level.look}</w:rPr>" if level.look else ""
    suffix = f'<w:suff w:val="{level.suffix}"/>' if level.suffix != "tab" else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>{style}{suffix}'
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr>{look}</w:lvl>'
    )
