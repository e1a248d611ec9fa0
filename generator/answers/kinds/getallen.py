"""Amounts, numbers, counts and years."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator import dutch
from generator.answers.kinds.kind import Kind
from generator.problems import HERE, ProblemsError

if TYPE_CHECKING:
    from generator.answers.kinds.kind import JsonSchema

_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
"""A number as the plan prints it, with points between its thousands."""


class Getal(Kind[Decimal]):
    """A number; its decimals stay as many as were given."""

    def parse(self, text: str) -> Decimal:
        """Return the number, with a comma or a point before its decimals."""
        given = text.strip()
        if re.fullmatch(r"\d{1,3}\.\d{3}", given):
            digits, decimal = given.replace(".", ""), given.replace(".", ",")
            remedy = f"Bedoelde je {digits} (zonder punt) of {decimal} (met een komma)?"
            raise ProblemsError.about(HERE, f"Bij “{given}” is niet duidelijk wat de punt betekent.", remedy)
        if not re.fullmatch(r"-?\d+(?:[.,]\d+)?", given):
            raise ProblemsError.about(HERE, f"“{given}” is geen getal.", "Schrijf alleen het getal, bijvoorbeeld 6,1.")
        return Decimal(given.replace(",", "."))

    def show(self, value: Decimal) -> str:
        """Return the number: `6,1` or `5.840`."""
        return dutch.getal(value)

    def write(self, value: Decimal) -> str:
        """Return the number without points between its thousands."""
        return f"{value:f}".replace(".", ",")

    def _read_print(self, text: str) -> Decimal:
        given = text.strip()
        return self.parse(given.replace(".", "") if _GROUPED.fullmatch(given) else given)

    def schema(self) -> JsonSchema:
        """Take text as well: YAML knows no decimal comma."""
        return {"type": ["number", "string"]}


class _Whole(Kind[int]):
    """A whole number, that the plan prints with points between its thousands."""

    def _read_print(self, text: str) -> int:
        given = text.strip().removeprefix("€").strip()
        return self.parse(given.replace(".", "") if _GROUPED.fullmatch(given) else given)

    def write(self, value: int) -> str:
        """Return the digits alone."""
        return str(value)

    def schema(self) -> JsonSchema:
        """Take no negative numbers."""
        return {"type": "integer", "minimum": 0}


_THOUSANDS = re.compile(r"(?:€\s*)?\d{1,3}(?:[.\s]\d{3})+(?:,-+)?|€\s*\d+(?:,-+)?")


class Bedrag(_Whole):
    """An amount in whole euros."""

    def parse(self, text: str) -> int:
        """Return the amount that digits alone give."""
        given = text.strip()
        if re.fullmatch(r"\d{1,12}", given):
            return int(given)
        if _THOUSANDS.fullmatch(given):
            digits = re.sub(r"\D", "", given)
            remedy = f"Bedoelde je {digits}? Schrijf alleen cijfers."
            raise ProblemsError.about(HERE, f"“{given}” is hier geen bedrag.", remedy)
        remedy = "Schrijf alleen cijfers, zonder punt, komma of euroteken: 412000."
        raise ProblemsError.about(HERE, f"“{given}” is geen bedrag in hele euro’s.", remedy)

    def show(self, value: int) -> str:
        """Return the amount: `€ 412.000`."""
        return dutch.euro(value)


class Aantal(_Whole):
    """How many there are of something."""

    def parse(self, text: str) -> int:
        """Return the number that digits alone give."""
        given = text.strip()
        if re.fullmatch(r"\d{1,9}", given):
            return int(given)
        digits = given.replace(".", "")
        remedy = f"Bedoelde je {digits}?" if digits.isdigit() else "Schrijf alleen cijfers, bijvoorbeeld 5840."
        raise ProblemsError.about(HERE, f"“{given}” is geen heel getal.", remedy)

    def show(self, value: int) -> str:
        """Return the number: `5.840`."""
        return dutch.getal(value)


class Jaar(Kind[int]):
    """A year."""

    def parse(self, text: str) -> int:
        """Return the year that four digits give."""
        given = text.strip()
        if re.fullmatch(r"(19|20|21)\d\d", given):
            return int(given)
        raise ProblemsError.about(HERE, f"“{given}” is geen jaartal.", "Schrijf vier cijfers, bijvoorbeeld 2026.")

    def show(self, value: int) -> str:
        """Return the year, without points."""
        return str(value)

    def schema(self) -> JsonSchema:
        """Return the years that can be meant."""
        return {"type": "integer", "minimum": 1900, "maximum": 2199}
