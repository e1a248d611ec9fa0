"""`wijkplan genereer`: the plan."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.dutch import DutchCommand, help_option
from generator.cli.output import HOUSE_STYLE_VARIABLE, counted
from generator.pipeline import FORMATS


@click.command(cls=DutchCommand)
@click.argument("antwoorden", metavar="ANTWOORDEN", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--uit",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Waar het plan komt. Zonder deze optie: naast je antwoorden.",
)
@click.option(
    "--huisstijl",
    type=click.Path(path_type=Path),
    envvar=HOUSE_STYLE_VARIABLE,
    metavar="MAP|BESTAND|NAAM",
    help="De map of het Word-bestand met de huisstijl, of de naam van een ingebouwde huisstijl. Zonder deze"
    f" optie: de omgevingsvariabele {HOUSE_STYLE_VARIABLE}, anders huisstijl: in je antwoorden, anders neutraal.",
)
@click.option(
    "--formaat",
    type=click.Choice(FORMATS),
    help="docx voor Word (dat is de gewone keuze), html voor een webpagina. Anders telt hoe de naam bij -o eindigt.",
)
@click.option(
    "--forceer", is_flag=True, help="Vervang een plan dat in Word is veranderd. Het oude blijft bewaard als .bak."
)
@click.option(
    "--zonder-opmerkingen",
    is_flag=True,
    help="Zet open punten en aandachtspunten niet als opmerking in Word. Een vastgesteld plan heeft ze nooit.",
)
@help_option
def genereer(
    antwoorden: Path,
    uit: Path | None,
    huisstijl: Path | None,
    formaat: str | None,
    *,
    forceer: bool,
    zonder_opmerkingen: bool,
) -> None:
    r"""Maak het plan uit een bestand met antwoorden.

    Wat nog ontbreekt, staat als open punt in het plan. Een plan dat je in Word hebt veranderd, blijft
    zoals het is, tenzij je --forceer gebruikt.

    \b
    Voorbeeld:
      wijkplan genereer mijn-wijk/antwoorden.yaml
      wijkplan genereer mijn-wijk/antwoorden.yaml -o plan-concept.docx
      wijkplan genereer mijn-wijk/antwoorden.yaml --huisstijl neutraal
    """
    from generator.pipeline import generate

    made = generate(
        antwoorden,
        uit,
        formaat=formaat,
        huisstijl=huisstijl,
        forceer=forceer,
        opmerkingen=not zonder_opmerkingen,
    )
    if made.backup is not None:
        click.echo(f"Het oude plan is bewaard als {made.backup}.")
    points = counted(len(made.checked.open), "open punt", "open punten")
    attention = counted(len(made.checked.aandacht), "aandachtspunt", "aandachtspunten")
    click.echo(f"{made.target}: {points} en {attention}.")
