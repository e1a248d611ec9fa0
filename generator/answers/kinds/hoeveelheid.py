"""How much something is, as people give it: exactly, by approximation, between two bounds, or not at all."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from generator import dutch
from generator.answers.kinds.kind import Kind, folded
from generator.answers.kinds.patterns import one_of, spelled, unnamed
from generator.problems import HERE, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.answers.kinds.kind import JsonSchema

PM = "PM"
ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Hoeveelheid:
    """An amount, a figure or a count; what is known of it, and how the plan says that."""

    laagste: Decimal | None
    """The lowest that it can be, or just what it is; None where there is no number at all."""
    hoogste: Decimal | None
    """The highest that it can be, or just what it is."""
    eenheid: str = ""
    """`€`, `%`, or empty."""
    bepaling: str = ""
    """What was said of the number: `ca.`, `ruim` or `maximaal`; empty where it is exact."""
    woord: str = ""
    """What stands in the place of a number: `PM`, `onbekend` or `een derde`."""

    def __str__(self) -> str:
        """Return it as the plan prints it."""
        return self.tekst

    @property
    def bekend(self) -> bool:
        """Tell whether there is a number."""
        return self.laagste is not None

    @property
    def exact(self) -> bool:
        """Tell whether it is one number and no other."""
        return self.bekend and self.laagste == self.hoogste and not self.bepaling

    @property
    def getal(self) -> Decimal | None:
        """The number; None where there is none, or where there are two."""
        return self.laagste if self.laagste == self.hoogste else None

    @property
    def tekst(self) -> str:
        """It as the plan prints it: `€ 412.000`, `ca. 14.000`, `47,6%`, `€ 10.000 tot € 15.000` or `PM`."""
        if self.laagste is None or self.hoogste is None:
            return self.woord
        if self.laagste == self.hoogste:
            return f"{self.bepaling} {self._shown(self.hoogste)}".strip()
        return f"{self._shown(self.laagste)} tot {self._shown(self.hoogste)}"

    def _shown(self, number: Decimal) -> str:
        return dutch.euro(int(number)) if self.eenheid == "€" else f"{dutch.getal(number)}{self.eenheid}"


def zoveel(number: Decimal | int, eenheid: str = "", bepaling: str = "") -> Hoeveelheid:
    """Return one number."""
    return Hoeveelheid(Decimal(number), Decimal(number), eenheid, bepaling)


def tussen(lowest: Decimal | int, highest: Decimal | int, eenheid: str = "") -> Hoeveelheid:
    """Return what lies between two numbers."""
    return Hoeveelheid(Decimal(lowest), Decimal(highest), eenheid)


def in_woorden(woord: str, eenheid: str = "") -> Hoeveelheid:
    """Return what has no number: `PM` or `onbekend`."""
    return Hoeveelheid(None, None, eenheid, "", woord)


def as_cost(bedrag: Hoeveelheid | None) -> int | None:
    """Return how much an amount counts as cost: the most that it can be; None where there is no number."""
    return None if bedrag is None or bedrag.hoogste is None else int(bedrag.hoogste)


def as_cover(bedrag: Hoeveelheid | None) -> int | None:
    """Return how much an amount counts as cover: the least that it can be; None where there is no number."""
    return None if bedrag is None or bedrag.laagste is None else int(bedrag.laagste)


_DUTCH = r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?"
_ENGLISH = r"\d{1,3}(?:,\d{3})+\.\d{1,2}"
_SCALES = {
    **dict.fromkeys(("k", "duizend"), 1_000),
    "ton": 100_000,
    **dict.fromkeys(("mln", "mln.", "miljoen", "mio"), 1_000_000),
    **dict.fromkeys(("mld", "mld.", "mrd", "mrd.", "miljard"), 1_000_000_000),
}
_SPOKEN = {"een half": "0.5", "half": "0.5", "anderhalf": "1.5", "anderhalve": "1.5", "een": "1", "één": "1"}
"""Numbers that people say before a multiplier: `anderhalf miljoen`."""
NUMBER = (
    rf"(?P<sign>[-−])?(?P<digits>{_DUTCH}|{_ENGLISH}|\d+(?:[.,]\d+)?|{one_of(_SPOKEN)}(?=\s))(?:,-{{1,2}}|,=)?"
    rf"(?:\s?(?P<scale>{one_of(_SCALES)}))?"
)
"""A number, with a point or a space between its thousands, and what it is multiplied by."""
_SAID = {
    **dict.fromkeys(("ca.", "ca", "circa", "c.a.", "plm.", "plm", "±", "+/-", "~"), "ca."),
    **dict.fromkeys(("ongeveer", "zo'n", "zo’n", "rond", "rond de", "om en nabij", "naar schatting"), "ongeveer"),
    **{word: word for word in ("ruim", "bijna", "maximaal", "minstens", "meer dan", "minder dan")},
    **dict.fromkeys(("max.", "max", "hoogstens", "ten hoogste", "≤"), "maximaal"),
    **dict.fromkeys(("min.", "minimaal", "ten minste", "tenminste", "≥"), "minstens"),
    **{">": "meer dan", "<": "minder dan"},
}
"""What people say of a number, and how the plan prints that."""
_QUALIFIED = rf"(?:(?P<said>{one_of(_SAID)})\s?)?"
_TO = r"\s?(?:-|–|—|à|tot en met|tot|t/m)\s?"

UNKNOWN = {
    **dict.fromkeys(("onbekend", "nb", "n.b.", "n.b", "nog onbekend", "niet bekend", "nog niet bekend"), ONBEKEND),
    **dict.fromkeys(
        ("n.t.b.", "n.t.b", "ntb", "n.n.b.", "nog te bepalen", "nader te bepalen", "volgt"), "nader te bepalen"
    ),
    "zie bijlage": "zie bijlage",
}
"""What people write for a number that nobody knows, or that is not in the plan itself, and how the plan says that."""
NOT_APPLICABLE = dict.fromkeys(("n.v.t.", "n.v.t", "nvt", "niet van toepassing"), "n.v.t.")


class Quantity(Kind[Hoeveelheid]):
    """A kind of number; its subclasses say what may stand around a number, and in the place of one."""

    number: str
    """The pattern of one number, with what belongs to it."""
    words: ClassVar[Mapping[str, str]] = UNKNOWN
    """Spelling → the word that the plan prints where there is no number."""
    is_whole: ClassVar[bool] = True
    """Whether a point between digits can only be that between thousands."""
    eenheid: ClassVar[str] = ""
    wanted: ClassVar[str]
    """What to write."""

    def parse(self, text: str) -> Hoeveelheid:
        """Return what a text gives: a number, two of them, or a word where there is none."""
        return self._read(text, is_whole=self.is_whole)

    def show(self, value: Hoeveelheid) -> str:
        """Return it in Dutch: `5.840`, `ca. 14.000`, `€ 10.000 tot € 15.000` or `onbekend`."""
        return value.tekst

    def write(self, value: Hoeveelheid) -> str:
        """Return it without points between thousands, which could be read in two ways."""
        if value.laagste is None or value.hoogste is None:
            return value.woord
        percent = value.eenheid.removeprefix("€")
        bounds = {value.laagste: None, value.hoogste: None}
        numbers = " tot ".join(f"{number:f}{percent}".replace(".", ",") for number in bounds)
        return f"{value.bepaling} {numbers}".strip()

    @property
    def spellings(self) -> str:
        """The pattern of every spelling in small letters."""
        one = "|".join((one_of(self.words), f"{_QUALIFIED}{self.number}", *self._ranges()))
        return rf"(?:{one})\s?\.*"

    def schema(self) -> JsonSchema:
        """Take numbers, and every spelling of one."""
        number = {"type": "number", "minimum": 0} if self.is_whole else {"type": "number"}
        return {"if": number, "else": spelled(self.spellings, self.wanted)}

    @abstractmethod
    def _refused(self, given: str) -> ProblemsError:
        """Return the error of a text that gives no number."""

    def _read_print(self, text: str) -> Hoeveelheid:
        return self._read(text, is_whole=True)

    def _read(self, text: str, *, is_whole: bool) -> Hoeveelheid:
        given = folded(text).replace("−", "-")
        plain = given.casefold()
        for words in (plain, plain.rstrip(". ")):
            if words in self.words:
                return in_woorden(self.words[words], self.eenheid)
        plain = plain.rstrip(". ")
        if found := re.fullmatch(f"{_QUALIFIED}{self.number}", plain):
            number = self._value(found, found["scale"], given, is_whole=is_whole or bool(found["said"]))
            return zoveel(number, self._unit(found), _SAID.get(found["said"] or "", ""))
        for pattern in self._ranges():  # read last: most answers have none, and the patterns are large
            if found := re.fullmatch(pattern, plain):
                lowest, highest = (re.fullmatch(self.number, part) for part in found.groups())
                if lowest and highest:
                    return self._between(lowest, highest, given, is_whole=is_whole)
        raise self._refused(given)

    def _ranges(self) -> tuple[str, str]:
        one = f"({unnamed(self.number)})"
        return rf"(?:van\s)?{one}{_TO}{one}", rf"tussen\s(?:de\s)?{one}\sen\s(?:de\s)?{one}"

    def _between(self, lowest: re.Match[str], highest: re.Match[str], given: str, *, is_whole: bool) -> Hoeveelheid:
        """Return what lies between two numbers; what is said of the last one alone goes for both."""
        scale = highest["scale"]
        first = self._value(lowest, lowest["scale"] or scale, given, is_whole=is_whole)
        last = self._value(highest, scale, given, is_whole=is_whole)
        if first >= last:
            melding = f"Bij “{given}” is het eerste getal niet kleiner dan het tweede."
            raise ProblemsError.about(HERE, melding, "Zet het laagste getal vooraan.")
        return tussen(first, last, self._unit(highest))

    def _value(self, found: re.Match[str], scale: str | None, given: str, *, is_whole: bool) -> Decimal:
        """Return the number in a match."""
        digits = _SPOKEN.get(found["digits"], found["digits"])
        if digits != found["digits"]:
            if scale is None:
                raise self._refused(given)
            return Decimal(digits) * _SCALES[scale]
        if re.fullmatch(r"\d{1,3}\.\d{3}", digits) and (scale or not is_whole):
            raise _two_meanings(given, digits)
        if re.fullmatch(r"\d{1,3},\d{3}", digits) and self.is_whole:
            raise _two_meanings(given, digits.replace(",", "."))
        if re.fullmatch(_ENGLISH, digits):
            plain = digits.replace(",", "")
        elif re.fullmatch(_DUTCH, digits):
            plain = re.sub(r"[.\s]", "", digits).replace(",", ".")
        else:
            plain = digits.replace(",", ".")
        number = Decimal(f"{'-' if found['sign'] else ''}{plain}")
        return number * _SCALES[scale] if scale else number

    def _unit(self, found: re.Match[str]) -> str:  # noqa: ARG002 - a figure has its unit in the match
        return self.eenheid


def _two_meanings(given: str, digits: str) -> ProblemsError:
    whole, decimal = digits.replace(".", ""), digits.replace(".", ",")
    remedy = f"Bedoelde je {whole} (zonder punt) of {decimal} (met een komma)?"
    return ProblemsError.about(HERE, f"Bij “{given}” is niet duidelijk wat de punt of komma betekent.", remedy)
