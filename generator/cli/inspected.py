"""Shows what was found in a house style, in the order in which its owner wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.output import counted
from generator.inspection import GROUPS, can_make_plans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.inspection import Regel

_TITLES = {
    "herstel": "Hersteld of weggelaten bij het openen",
    "plaats": "Waar het plan komt",
    "blijft": "Dit blijft van het Word-bestand",
    "vervalt": "Dit komt niet in het plan",
    "invulplek": "Invulplekken",
    "veld": "Velden die wijkplan vult",
    "taal": "Taal",
    "sjabloon": "Eigen sjablonen",
    "keuze": "Eigen keuzes in huisstijl.yaml",
}


def shown(path: Path, found: Sequence[Regel]) -> Iterator[str]:
    """Yield the lines that tell what was found in a house style."""
    yield click.style(str(path), bold=True)
    plain = [item for item in found if item.soort == "uitleg"]
    for onderdeel in ("herstel", "plaats", "blijft", "vervalt"):
        yield from _list(onderdeel, plain)
    yield from _styles([item for item in plain if item.onderdeel == "stijl"])
    for onderdeel in ("invulplek", "veld", "taal", "sjabloon", "keuze"):
        yield from _list(onderdeel, plain)
    yield from _contrast([item for item in found if item.onderdeel == "contrast"])
    yield from _serious("Aandacht: kijk of dit beter kan", [item for item in found if item.soort == "aandacht"])
    yield from _serious("Fout: herstel dit eerst", [item for item in found if item.soort == "fout"])
    yield ""
    yield _conclusion(path, found)


def _titled(title: str) -> Iterator[str]:
    yield ""
    yield click.style(title, bold=True)


def _list(onderdeel: str, plain: Sequence[Regel]) -> Iterator[str]:
    lines = list(dict.fromkeys(item.melding for item in plain if item.onderdeel == onderdeel))
    if lines:
        yield from _titled(_TITLES[onderdeel])
        yield from (f"  {line}" for line in lines)


def _styles(found: Sequence[Regel]) -> Iterator[str]:
    by_role = {item.naam: item for item in found}
    if not by_role:
        return
    yield from _titled("Welke stijl bij welke soort tekst hoort")
    role_width = max(len(role) for role in by_role)
    width = max(len(item.waarde) for item in found)
    for title, roles in GROUPS.items():
        yield f"  {title}"
        for item in (by_role[role] for role in roles):
            yield f"    {item.naam:<{role_width}}  {item.waarde:<{width}}  {item.melding}"


def _contrast(found: Sequence[Regel]) -> Iterator[str]:
    if not found:
        return
    good = sum(item.soort == "uitleg" for item in found)
    yield from _titled("Contrast van tekst en achtergrond")
    if good == len(found):
        yield f"  Alle {good} combinaties van kleuren zijn goed te lezen."
    else:
        yield f"  {good} van de {len(found)} combinaties van kleuren zijn goed te lezen. De andere staan hieronder."


def _serious(title: str, found: Sequence[Regel]) -> Iterator[str]:
    if not found:
        return
    yield from _titled(f"{title} ({len(found)})")
    for remedy in dict.fromkeys(item.oplossing for item in found):
        for item in (item for item in found if item.oplossing == remedy):
            if item.bestand:
                yield f"  {_place(item)}"
            yield f"  {item.melding}"
        yield f"    → {remedy}"


def _place(item: Regel) -> str:
    line = f", regel {item.regel}, kolom {item.kolom}" if item.regel else ""
    return f"{item.bestand}{line}{f' ({item.naam})' if item.naam else ''}"


def _conclusion(path: Path, found: Sequence[Regel]) -> str:
    faults = sum(item.soort == "fout" for item in found)
    attention = sum(item.soort == "aandacht" for item in found)
    if not can_make_plans(found):
        return f"{path}: met deze huisstijl is nog geen plan te maken. Herstel eerst {_faults(faults)}."
    points = f" Er {'is' if attention == 1 else 'zijn'} {counted(attention, 'aandachtspunt', 'aandachtspunten')}."
    return f"{path}: met deze huisstijl is een plan te maken.{points if attention else ''}"


def _faults(number: int) -> str:
    return "de fout" if number == 1 else f"de {number} fouten"
