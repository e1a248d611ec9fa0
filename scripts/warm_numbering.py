"""The numbering of the warm house style: numbers of headings hang in the margin, bullets are square."""

from __future__ import annotations

from style_numbering import Level, part
from warm_page import ACCENT

HEADINGS, ANNEXES, BULLETS, NUMBERS, TABLE_BULLETS = 1, 2, 3, 4, 5

_RED = f'<w:color w:val="{ACCENT}"/>'


def numbering() -> str:
    """Return `numbering.xml`."""
    return part(
        {
            HEADINGS: (
                Level("decimal", "%1.", "Heading1", 0, 851),
                Level("decimal", "%1.%2.", "Heading2", 0, 851),
                Level("decimal", "%1.%2.%3.", "Heading3", 0, 851),
            ),
            ANNEXES: (Level("upperLetter", "Bijlage %1 –", "Bijlage", suffix="space"),),
            BULLETS: (
                Level("bullet", "▪", "ListBullet", 397, 397, look=_RED),
                Level("bullet", "–", "ListBullet2", 737, 340, look=_RED),
                Level("bullet", "▫", "ListBullet3", 1077, 340, look=_RED),
            ),
            NUMBERS: (
                Level("decimal", "%1)", "ListNumber", 397, 397, look=_RED),
                Level("lowerLetter", "%2)", "ListNumber2", 794, 397, look=_RED),
                Level("lowerRoman", "%3)", "ListNumber3", 1191, 397, look=_RED),
            ),
            TABLE_BULLETS: (Level("bullet", "▪", "Tabelopsomming", 227, 227, look=_RED),),
        }
    )
