"""`wijkplan genereer`: the plan, and what its readers would stumble over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.aanvullen import formats, kinds_of_document
from generator.cli.document_remarks import told, told_remnants
from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import counted
from generator.cli.progress import working
from generator.cli.region import region_of
from generator.cli.shared_options import HOUSE_STYLE_VARIABLE, house_style_option, target_option
from generator.document_kinds import PLAN, UnknownKindError, kinds
from generator.documents import FORMATS, Output
from generator.suggestions import did_you_mean
from generator.targets import place_typed

if TYPE_CHECKING:
    from generator.cli.region import Region
    from generator.pipeline import Made, Wish


_MOST_TASKS = 1000


def _formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the formats in a list with commas, each once."""
    if not value:
        return ()
    names = [name.strip().casefold() for name in value.split(",") if name.strip()]
    wrong = next((name for name in names if name not in FORMATS), None)
    if wrong is not None or not names:
        remedy = did_you_mean(wrong or "", FORMATS) or f"Kies uit: {', '.join(FORMATS)}."
        raise click.BadParameter(f"“{wrong or value}” is geen keuze. {remedy}", context, parameter)
    return tuple(dict.fromkeys(names))


def _tasks(context: click.Context, parameter: click.Parameter, value: int | None) -> int | None:
    """Return how many tasks are asked; a range of click itself would stand in the help as a sum."""
    if value is not None and not 1 <= value <= _MOST_TASKS:
        raise click.BadParameter(f"Kies een getal van 1 tot en met {_MOST_TASKS}.", context, parameter)
    return value


@click.command(cls=DutchCommand)
@click.argument("antwoorden", metavar="[ANTWOORDEN]…", type=click.Path(path_type=Path), nargs=-1)
@target_option(
    "Waar het plan wordt opgeslagen: een bestand, of een map. Zonder deze optie: naast je antwoorden. Bij meerdere"
    " formaten: een map, of een naam waar wijkplan de extensie achter zet. Bij meer wijken: een map.",
    "BESTAND|MAP",
    str,
)
@house_style_option(
    "De map of het Word-bestand met de huisstijl, of de naam van een ingebouwde huisstijl. Zonder deze optie: de"
    f" omgevingsvariabele {HOUSE_STYLE_VARIABLE}, daarna de sleutel “huisstijl” in je antwoorden, en anders de"
    " huisstijl “neutraal”.",
    by_variable=True,
)
@click.option(
    "--document",
    default=PLAN,
    metavar="SOORT",
    shell_complete=kinds_of_document,
    help=f"Wat je maakt: {', '.join(kinds()[:-1])} of {kinds()[-1]}. Zonder deze optie: het plan. Een huisstijl kan"
    " soorten toevoegen.",
)
@click.option(
    "--formaat",
    "formaten",
    default="",
    callback=_formats,
    metavar="FORMAAT",
    shell_complete=formats,
    help="docx voor Word (standaard), html voor een webpagina, pdf. Meer dan één? Zet er komma’s tussen. "
    "Zonder deze optie bepaalt de extensie bij -o het formaat.",
)
@click.option(
    "--paginanummers",
    is_flag=True,
    help="Zet paginanummers in de inhoudsopgave van het Word-document. Daarvoor is LibreOffice nodig.",
)
@click.option(
    "--soffice",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Waar het programma soffice van LibreOffice staat, als wijkplan het niet zelf vindt.",
)
@click.option(
    "--forceer", is_flag=True, help="Vervang een plan dat in Word is veranderd. Het oude blijft bewaard als .bak."
)
@click.option(
    "--zonder-opmerkingen",
    is_flag=True,
    help="Maak het Word-document zonder opmerkingen bij open punten en aandachtspunten. Een vastgesteld plan heeft"
    " ze nooit.",
)
@click.option(
    "--schoon",
    is_flag=True,
    help="Laat je antwoordenbestand uit het Word-document. Anders gaat het onzichtbaar mee, om het plan later bij te"
    " kunnen werken. Gebruik dit voor een document dat je publiceert.",
)
@click.option(
    "--taken",
    type=int,
    callback=_tasks,
    metavar="AANTAL",
    help="Bij meer wijken: hoeveel plannen tegelijk worden gemaakt. Zonder deze optie: één per processorkern.",
)
@click.option(
    "--dask",
    metavar="ADRES",
    help="Bij heel veel wijken: laat een Dask-cluster het werk doen, zoals tcp://10.0.0.5:8786. De computers daarin"
    " moeten bij dezelfde mappen kunnen.",
)
@help_option
def genereer(
    antwoorden: tuple[Path, ...],
    uit: str | None,
    huisstijl: Path | None,
    document: str,
    formaten: tuple[str, ...],
    soffice: Path | None,
    taken: int | None,
    dask: str | None,
    *,
    paginanummers: bool,
    forceer: bool,
    zonder_opmerkingen: bool,
    schoon: bool,
) -> int:
    r"""Maak het plan, of een ander document, uit een bestand met antwoorden.

    Wat nog ontbreekt, staat als open punt in het plan. Een plan dat je in Word hebt veranderd, blijft
    zoals het is, tenzij je --forceer gebruikt. Je mag ook de map noemen waar het bestand in staat, of niets
    als je in die map bent.

    Noem je meer bestanden, een map met meer wijken of een patroon met een sterretje? Dan maakt wijkplan alles
    achter elkaar, en aan het eind een overzicht. Wat al bij is, wordt overgeslagen.

    \b
    Voorbeeld:
      wijkplan genereer mijn-wijk/antwoorden.yaml
      wijkplan genereer mijn-wijk
      wijkplan genereer mijn-wijk/antwoorden.yaml -o plan-concept.docx
      wijkplan genereer mijn-wijk/antwoorden.yaml --huisstijl neutraal
      wijkplan genereer mijn-wijk/antwoorden.yaml --formaat docx,html,pdf
      wijkplan genereer mijn-wijk/antwoorden.yaml --document collegevoorstel
      wijkplan genereer regio -o plannen
    """
    from generator.pipeline import Wish

    region = region_of(antwoorden, click.get_current_context())
    output = Output(formaten, paginanummers, soffice, document)
    wish = Wish(region.files[0], output, huisstijl, not zonder_opmerkingen, schoon)
    if region.is_many:
        return _generate_many(region, wish, uit, taken, dask, forceer=forceer)
    return _generate_one(wish, uit, forceer=forceer)


def _generate_many(
    region: Region, wish: Wish, uit: str | None, taken: int | None, dask: str | None, *, forceer: bool
) -> int:
    from generator.cli.many import absolute, generate_many, reachable
    from generator.crew import on_dask, processes

    target = Path(uit) if uit else None
    if dask is None:
        return generate_many(region, wish, target, processes(taken), forceer=forceer)
    return generate_many(absolute(region), reachable(wish), target, on_dask(dask), forceer=forceer)


def _generate_one(wish: Wish, uit: str | None, *, forceer: bool) -> int:
    from generator.pipeline import generate

    kind = wish.output.document.strip().casefold()
    try:
        with working("Het document wordt gemaakt"):
            made = generate(
                wish.answers,
                place_typed(uit, kind) if uit else None,
                wish.output,
                huisstijl=wish.huisstijl,
                forceer=forceer,
                opmerkingen=wish.opmerkingen,
                schoon=wish.schoon,
            )
    except UnknownKindError as error:
        raise click.UsageError(error.problems[0].sentences, click.get_current_context()) from error
    _say(made, kind == PLAN)
    return 0


def _say(made: Made, is_plan: bool) -> None:
    """Say which files there are, and how many points are left: in the plan, or in the answers of another document."""
    for saved in made.saved:
        if saved.backup is not None:
            click.echo(f"Het oude document is bewaard als {saved.backup}.")
    for line in (*told_remnants(made.remnants), *told(made.faults, made.document)):
        click.echo(line)
    points = counted(len(made.checked.open), "open punt", "open punten")
    attention = counted(len(made.checked.aandacht), "aandachtspunt", "aandachtspunten")
    for saved in made.saved[:-1]:
        click.echo(f"{saved.target}")
    if is_plan:
        click.echo(f"{made.saved[-1].target}: {points} en {attention}.")
        return
    click.echo(f"{made.saved[-1].target}: je antwoorden hebben {points} en {attention}.")
    if made.checked.open or made.checked.aandacht:
        click.echo("In dit document staan alleen de punten over wat het laat zien. Alle punten staan in het plan.")
