"""The numbering of a house style: counts what its headings show, and starts lists anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.styling.list_styles import LEVELS, Place

if TYPE_CHECKING:
    from generator.word.styles import Styles

_LETTERS = 26
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_MOST_SIGNS = 780
"""Letters and signs that stand for themselves more than thirty times begin anew, as in Word."""
_MOST_ROMAN = 32_767
_SIGNS = "*†‡§"


class Numbering:
    """Counts as Word does."""

    def __init__(self, styles: Styles) -> None:
        """Start counting in the lists that the styles stand in."""
        self._lists = styles.lists
        self._counters: dict[str, list[int]] = {}

    def count(self, style: str) -> tuple[str, bool]:
        """Count a heading in this style; return its number as shown, and whether a tab follows it."""
        place = self._lists.place(style)
        level = self._lists.level(place) if place else None
        if place is None or level is None:
            return "", False
        counters = self._counters.setdefault(str(self._lists.abstract(place.number)), [0] * LEVELS)
        counters[place.level] += 1
        self._start_deeper(place, counters)
        return self._shown(place, counters), level.tab

    def restarted(
        self, style: str, outer: tuple[str, int] | None = None, *, start: int = 1, form: str | None = None
    ) -> tuple[str, int] | None:
        """Return the `numId` and level of a list that looks as the one of this style but starts anew.

        Args:
            style: The id of the style of the items.
            outer: The list that this one stands in; a list that shows its numbers too goes on in it, for Word
                starts a deeper level anew by itself.
            start: The first number.
            form: How the numbers are written, such as `lowerLetter`, where the page says so.
        """
        place = self._lists.place(style)
        if place is None:
            return None
        level = self._lists.level(place)
        shows_outer = level is not None and any(f"%{index}" in level.text for index in range(1, place.level + 1))
        as_it_is = start == 1 and (form is None or (level is not None and level.form == form))
        if outer and shows_outer and as_it_is and self._is_deeper(place, outer):
            return outer[0], place.level
        return self._lists.restarted(place, start, form), place.level

    def left(self, style: str) -> int | None:
        """Return how far the text of a list item in this style stands from the margin."""
        place = self._lists.place(style)
        level = self._lists.level(place) if place else None
        return level.left if level else None

    def _is_deeper(self, place: Place, outer: tuple[str, int]) -> bool:
        return place.level > outer[1] and self._lists.abstract(place.number) == self._lists.abstract(outer[0])

    def _start_deeper(self, place: Place, counters: list[int]) -> None:
        """Let deeper levels start anew, but for those that say after which level they do."""
        for deeper in range(place.level + 1, LEVELS):
            level = self._lists.level(Place(place.number, deeper))
            if level is None or level.restart is None or place.level < level.restart:
                counters[deeper] = 0

    def _shown(self, place: Place, counters: list[int]) -> str:
        own = self._lists.level(place)
        if own is None or own.form == "bullet":
            return ""
        shown = own.text
        for index in range(place.level + 1):
            level = self._lists.level(Place(place.number, index))
            if level is not None:
                form = "decimal" if own.legal and level.form != "none" else level.form
                shown = shown.replace(f"%{index + 1}", formatted(max(counters[index], 1) + level.start - 1, form))
        return shown


def formatted(number: int, form: str) -> str:
    """Return a number the way Word writes it in a Dutch list of this form; unknown forms give digits."""
    match form:
        case "none" | "bullet":
            return ""
        case "upperLetter" | "lowerLetter":
            return _cased(_letters(number), form)
        case "upperRoman" | "lowerRoman" if number <= _MOST_ROMAN:
            return _cased(_roman(number), form)
        case "decimalZero":
            return f"{number:02d}"
        case "ordinal":
            return f"{number}e"
        case "numberInDash":
            return f"- {number} -"
        case "chicago":
            turn = max(number - 1, 0) % _MOST_SIGNS
            return _SIGNS[turn % len(_SIGNS)] * (turn // len(_SIGNS) + 1)
    return str(number)


def _cased(shown: str, form: str) -> str:
    return shown if form.startswith("upper") else shown.lower()


def _letters(number: int) -> str:
    if number < 1:
        return ""
    number = (number - 1) % _MOST_SIGNS + 1
    return chr(ord("A") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def _roman(number: int) -> str:
    result = ""
    for value, sign in _ROMAN:
        while number >= value:
            result += sign
            number -= value
    return result
