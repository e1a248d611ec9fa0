"""`wijkplan huisstijl`: the commands for who owns the house style."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.aanvullen import house_styles
from generator.cli.dutch_command import DutchCommand, DutchGroup, help_option
from generator.cli.output import counted, shell_name
from generator.cli.shared_options import give, target_option
from generator.inspection import GROUPS, can_make_plans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection import Regel


_WORD = (".docx", ".dotx", ".docm", ".dotm")
_TITLES = {
    "herstel": "Hersteld of weggelaten bij het openen",
    "plaats": "Waar het plan komt",
    "blijft": "Dit blijft van het Word-bestand",
    "vervalt": "Dit komt niet in het plan",
    "invulplek": "Invulplekken",
    "veld": "Velden die wijkplan vult",
    "getypt": "Getypte woorden waar die van het plan komen",
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
    for onderdeel in ("invulplek", "veld", "getypt", "taal", "sjabloon", "keuze"):
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


@click.group(cls=DutchGroup)
@help_option
def huisstijl() -> None:
    r"""Maak een huisstijl, of kijk wat erin zit.

    Een huisstijl is een Word-bestand, of een map met een Word-bestand en wat je verder wilt.

    \b
    Voorbeeld:
      wijkplan huisstijl controleer sjabloon.dotx
      wijkplan huisstijl proef sjabloon.dotx -o proef.docx
      wijkplan huisstijl nieuw onze-huisstijl --van sjabloon.dotx
    """


@huisstijl.command(cls=DutchCommand)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--van", metavar="BESTAND", type=click.Path(path_type=Path), help="Begin met dit Word-bestand.")
@click.option(
    "--tokens",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    help="Begin met lettertypen en kleuren uit een JSON-bestand met design tokens.",
)
@help_option
def nieuw(map_: Path, van: Path | None, tokens: Path | None) -> None:
    r"""Maak een map om een huisstijl mee te beginnen.

    In de map komen een Word-bestand, huisstijl.yaml met uitleg en een map sjablonen. Zonder optie is het
    Word-bestand dat van de neutrale huisstijl. Bestanden die er al zijn, blijven zoals ze zijn.

    \b
    Voorbeeld:
      wijkplan huisstijl nieuw onze-huisstijl
      wijkplan huisstijl nieuw onze-huisstijl --van sjabloon.dotx
      wijkplan huisstijl nieuw onze-huisstijl --tokens tokens.json
    """
    from generator.housestyle.new_house_style import start

    if van is not None and tokens is not None:
        raise click.UsageError("Kies --van of --tokens, niet allebei.", click.get_current_context())
    started = start(map_, van, tokens)
    for path in started.files:
        click.echo(f"Gemaakt: {path}")
    for sentence in started.said:
        click.echo(sentence)
    click.echo(f"Maak er een plan mee: wijkplan genereer antwoorden.yaml --huisstijl {shell_name(map_)}")


@huisstijl.command(cls=DutchCommand)
@click.argument("pad", metavar="PAD", type=click.Path(path_type=Path), shell_complete=house_styles)
@click.option("--json", "as_json", is_flag=True, help="Schrijf de meldingen als JSON, voor een ander programma.")
@click.option(
    "--herstel",
    "mends",
    is_flag=True,
    help="Maak een kopie van het Word-bestand waarin kleuren, taal en ontbrekende stijlen in orde zijn.",
)
@target_option(
    "Met --herstel: waar de kopie komt. Zonder deze optie: naast het Word-bestand. Zonder --herstel: schrijf dit in een"
    " nieuw bestand, in plaats van op het scherm."
)
@click.option("--forceer", is_flag=True, help="Vervang een bestand dat er al staat. Het oude blijft bewaard als .bak.")
@help_option
def controleer(pad: Path, uit: Path | None, *, as_json: bool, mends: bool, forceer: bool) -> int:
    r"""Kijk wat een plan uit een huisstijl overneemt.

    Je ziet welke stijl bij welke soort tekst hoort, waar het plan komt, wat er blijft en wat er vervalt.
    PAD is een map, een Word-bestand of de naam van een ingebouwde huisstijl.

    \b
    Voorbeeld:
      wijkplan huisstijl controleer sjabloon.dotx
      wijkplan huisstijl controleer onze-huisstijl
      wijkplan huisstijl controleer sjabloon.dotx --herstel
    """
    from generator.inspection import can_make_plans, inspect

    if mends and as_json:
        raise click.UsageError("Kies --herstel of --json, niet allebei.", click.get_current_context())
    if mends:
        return _mend(pad, uit, forceer=forceer)
    if forceer or (uit is not None and uit.suffix.lower() in _WORD):
        message = "Een Word-bestand bij -o, en --forceer, horen bij --herstel."
        raise click.UsageError(message, click.get_current_context())
    found = inspect(pad)
    data = json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=1) if as_json else None
    give(data or "\n".join(shown(pad, found)), uit)
    return int(not can_make_plans(found))


def _mend(pad: Path, uit: Path | None, *, forceer: bool) -> int:
    """Write a mended copy and say what was changed in it."""
    from generator.inspection import write_mended

    saved, changes = write_mended(pad, uit, forceer=forceer)
    if saved is None:
        click.echo(f"{pad}: er is niets te herstellen aan kleuren, taal en stijlen.")
        return 0
    click.echo("\n".join([*_titled(f"Hersteld ({len(changes)})"), *(f"  {change}" for change in changes), ""]))
    if saved.backup is not None:
        click.echo(f"Het oude bestand is bewaard als {saved.backup}.")
    click.echo(f"Gemaakt: {saved.target}. Je eigen bestand is niet veranderd.")
    click.echo(f"Kijk wat er nog over is: wijkplan huisstijl controleer {shell_name(saved.target)}")
    return 0


@huisstijl.command(cls=DutchCommand)
@click.argument("pad", metavar="PAD", type=click.Path(path_type=Path), shell_complete=house_styles)
@target_option("Waar de proef komt. Zonder deze optie: proef.docx.", default=Path("proef.docx"))
@click.option("--forceer", is_flag=True, help="Vervang een bestand dat er al staat. Het oude blijft bewaard als .bak.")
@help_option
def proef(pad: Path, uit: Path, *, forceer: bool) -> None:
    r"""Maak een Word-document dat elke soort tekst laat zien.

    Bij elk stuk tekst staat welke stijl het is en hoe die is gevonden. Zo zie je in Word of de huisstijl klopt.

    \b
    Voorbeeld:
      wijkplan huisstijl proef sjabloon.dotx
      wijkplan huisstijl proef onze-huisstijl -o proef.docx
    """
    from generator.specimen import write_specimen

    saved = write_specimen(pad, uit, forceer=forceer)
    if saved.backup is not None:
        click.echo(f"Het oude bestand is bewaard als {saved.backup}.")
    click.echo(f"Gemaakt: {saved.target}. Open het in Word en kijk of elke tekst eruitziet zoals je wilt.")
