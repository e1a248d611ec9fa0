"""The years that a plan is about: those of its planning and of its money, and amounts given for several at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answers.opdracht import Periode

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.uitvoering import Dekking, Financien, Last
    from generator.source import Tree

MOST_YEARS = 60
"""Word takes 63 columns in a table; a plan of more years than these is a slip of the pen."""
A_YEAR = r"\s*(?:per jaar|p\.j\.|/jaar|elk jaar)"
"""What is said after an amount that is for each year."""
ONE_YEAR = r"^\s*(?:19|20|21)\d\d\s*$"
SEVERAL_YEARS = r"^\s*\d{4}\s*(?:-|–|t/m|tot en met)\s*\d{4}\s*$"
CUT_OFF = r"^\d{1,2}(?!\d)"
"""The decimals of an amount before it, `{2026: 1,2 mln}`, that became a key."""
_A_YEAR = re.compile(rf"(.+?){A_YEAR}", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*(?:-|–|t/m|tot en met)\s*(\d{4})")


def planned_years(antwoorden: Antwoorden) -> range:
    """Return the years of the planning: those of the plan, else from the first start to the last end; maybe none."""
    jaren = [
        jaar
        for interventie in antwoorden.interventies
        if (planning := interventie.planning) and planning.start
        for moment in (planning.start, planning.eind)
        if moment
        for jaar in moment.jaren()
    ]
    periode = antwoorden.document.periode
    first = periode.van if periode and periode.van else min(jaren, default=None)
    last = periode.tot_en_met if periode and periode.tot_en_met else max(jaren, default=first)
    if first is None or last is None:
        return range(0)
    return range(first, max(first, last) + 1)


def budget_years(financien: Financien | None) -> tuple[int, ...]:
    """Return the years in which there is cost or cover, in order."""
    if financien is None:
        return ()
    regels: tuple[Last | Dekking, ...] = (*financien.lasten, *financien.dekking)
    return tuple(sorted({jaar for regel in regels for jaar in regel.bedragen}))


def spread(tree: Tree, whole: Tree) -> Tree:
    """Return amounts with one year for each.

    `{2026-2028: 5000 per jaar}` says it for three years, and `5000 per jaar` for every year of the plan.

    Args:
        tree: The amounts as they were given.
        whole: The whole answer file, for the years of the plan.
    """
    if isinstance(tree, str):
        found, years = _A_YEAR.fullmatch(tree.strip()), _plan_years(whole)
        return dict.fromkeys(years, found[1]) if found and years else tree
    if not isinstance(tree, dict):
        return tree
    amounts: dict[str, Tree] = {}
    for key, value in _joined(tree).items():
        years, found = _between(key), _A_YEAR.fullmatch(value.strip()) if isinstance(value, str) else None
        given = dict.fromkeys(years, found[1]) if years and found else {key: value}
        # The second amount for a year keeps a key of its own, so that it is told and not lost.
        amounts |= {f"{name} " if name in amounts else name: amount for name, amount in given.items()}
    return amounts


def _joined(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return amounts whose decimals became a key of their own, `{2026: 1,2 mln}`, in one piece again."""
    joined: dict[str, Tree] = {}
    last = ""
    for key, value in tree.items():
        before = joined.get(last)
        if value is None and re.match(CUT_OFF, key) and isinstance(before, str) and before[-1:].isdigit():
            joined[last] = f"{before},{key}"
        else:
            joined[key], last = value, key
    return joined


def _plan_years(whole: Tree) -> list[str]:
    """Return the years of the plan; none where they are not both there."""
    found = Periode.years_in(whole)
    return _between("-".join(found)) if found else []


def _between(text: str) -> list[str]:
    """Return the years from the first to the last of `2026-2028`; none where a text is not that."""
    found = _YEARS.fullmatch(text.strip())
    years = range(int(found[1]), int(found[2]) + 1) if found else range(0)
    return [str(year) for year in years] if len(years) <= MOST_YEARS else []
