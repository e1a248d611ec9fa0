"""The numbering of the neutral house style: headings, annexes, bullets and numbered lists, all tied to styles."""

from __future__ import annotations

from typing import NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

HEADINGS, ANNEXES, BULLETS, NUMBERS, TABLE_BULLETS = 1, 2, 3, 4, 5


class Level(NamedTuple):
    """One level of a list."""

    form: str
    text: str
    style: str | None = None
    left: int = 0
    hanging: int = 0
    suffix: str = "tab"


def numbering() -> str:
    """Return `numbering.xml`."""
    lists = {
        HEADINGS: (
            Level("decimal", "%1", "Heading1", 567, 567),
            Level("decimal", "%1.%2", "Heading2", 709, 709),
            Level("decimal", "%1.%2.%3", "Heading3", 794, 794),
        ),
        ANNEXES: (Level("upperLetter", "Bijlage %1:", "Bijlage", suffix="space"),),
        BULLETS: (
            Level("bullet", "•", "ListBullet", 357, 357),
            Level("bullet", "–", "ListBullet2", 714, 357),
            Level("bullet", "•", "ListBullet3", 1071, 357),
        ),
        NUMBERS: (
            Level("decimal", "%1.", "ListNumber", 357, 357),
            Level("lowerLetter", "%2.", "ListNumber2", 714, 357),
            Level("lowerRoman", "%3.", "ListNumber3", 1071, 357),
        ),
        TABLE_BULLETS: (Level("bullet", "•", "Tabelopsomming", 198, 198),),
    }
    abstract = "".join(_abstract(key, levels) for key, levels in lists.items())
    concrete = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists)
    return f'<w:numbering xmlns:w="{W}">{abstract}{concrete}</w:numbering>'


def _abstract(key: int, levels: tuple[Level, ...]) -> str:
    filled = "".join(_level(index, level) for index, level in enumerate(levels))
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="{kind}"/>{filled}</w:abstractNum>'


def _level(index: int, level: Level) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    suffix = f'<w:suff w:val="{level.suffix}"/>' if level.suffix != "tab" else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>{style}{suffix}'
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr></w:lvl>'
    )
