"""The numbering of the neutral house style: headings, annexes, bullets and numbered lists, all tied to styles."""

from __future__ import annotations

from style_numbering import Level, part

HEADINGS, ANNEXES, BULLETS, NUMBERS, TABLE_BULLETS = 1, 2, 3, 4, 5


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
    return part(lists)
