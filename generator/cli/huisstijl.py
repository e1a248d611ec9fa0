"""`wijkplan huisstijl`: the commands for who owns the house style."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli.dutch import DutchCommand, DutchGroup, help_option
from generator.cli.output import shell_name


@click.group(cls=DutchGroup, no_args_is_help=True)
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
    from generator.housestyle.starting import start

    if van is not None and tokens is not None:
        raise click.UsageError("Kies --van of --tokens, niet allebei.", click.get_current_context())
    started = start(map_, van, tokens)
    for path in started.files:
        click.echo(f"Gemaakt: {path}")
    for sentence in started.said:
        click.echo(sentence)
    click.echo(f"Maak er een plan mee: wijkplan genereer antwoorden.yaml --huisstijl {shell_name(map_)}")


@huisstijl.command(cls=DutchCommand)
@click.argument("pad", metavar="PAD", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Schrijf de meldingen als JSON, voor een ander programma.")
@help_option
def controleer(pad: Path, *, as_json: bool) -> int:
    r"""Kijk wat een plan uit een huisstijl overneemt.

    Je ziet welke stijl bij welke soort tekst hoort, waar het plan komt, wat er blijft en wat er vervalt.
    PAD is een map, een Word-bestand of de naam van een ingebouwde huisstijl.

    \b
    Voorbeeld:
      wijkplan huisstijl controleer sjabloon.dotx
      wijkplan huisstijl controleer onze-huisstijl
    """
    from generator.cli.inspected import shown
    from generator.inspection import can_make_plans, inspect

    found = inspect(pad)
    if as_json:
        click.echo(json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(shown(pad, found)))
    return int(not can_make_plans(found))


@huisstijl.command(cls=DutchCommand)
@click.argument("pad", metavar="PAD", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--uit",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    default=Path("proef.docx"),
    help="Waar de proef komt. Zonder deze optie: proef.docx.",
)
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
