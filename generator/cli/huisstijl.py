"""`wijkplan huisstijl`: the commands for who owns the house style."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.dutch import DutchCommand, DutchGroup, help_option
from generator.cli.output import shell_name


@click.group(cls=DutchGroup, no_args_is_help=True)
@help_option
def huisstijl() -> None:
    r"""Maak een huisstijl.

    Een huisstijl is een Word-bestand, of een map met een Word-bestand en wat je verder wilt.

    \b
    Voorbeeld:
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
