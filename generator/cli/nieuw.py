"""`wijkplan nieuw` and `wijkplan schema`: a new answer file, and what an editor needs to explain it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import shell_name
from generator.cli.shared_options import give, printed_option
from generator.resources import examples, with_pictures
from generator.suggestions import did_you_mean

_WHOLE = next(iter(examples()))
"""The example in which everything is filled in."""


@click.command(cls=DutchCommand)
@printed_option()
@help_option
def schema(uit: Path | None) -> None:
    r"""Laat het JSON-schema van het antwoordenbestand zien.

    Een editor als VS Code vult daarmee sleutels aan en laat uitleg zien. wijkplan nieuw zet het al klaar.

    \b
    Voorbeeld:
      wijkplan schema -o antwoorden.schema.json
    """
    from generator.answers.schema import schema_text
    from generator.framework import load_framework

    give(schema_text(load_framework()).rstrip("\n"), uit)


@click.command(cls=DutchCommand)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path), required=False)
@click.option("--gemeente", metavar="NAAM", help="De naam van de gemeente.")
@click.option("--wijk", metavar="NAAM", help="De naam van de wijk.")
@click.option(
    "--voorbeeld",
    metavar="[NAAM]",
    is_flag=False,
    flag_value=_WHOLE,
    help=f"Neem een ingevuld voorbeeld over: {' of '.join(examples())}. Zonder naam: het volledige, {_WHOLE}.",
)
@click.option("--word", is_flag=True, help="Maak er meteen een concept in Word bij, om daarin verder te schrijven.")
@help_option
def nieuw(map_: Path | None, gemeente: str | None, wijk: str | None, voorbeeld: str | None, *, word: bool) -> None:
    r"""Maak een nieuw bestand met vragen in een map.

    De vragen voor een eerste opzet staan erin, met uitleg. Wat je nog meer kunt invullen, zie je met
    wijkplan vraag. Een bestand dat er al is, blijft zoals het is.

    \b
    Voorbeeld:
      wijkplan nieuw mijn-wijk --gemeente Elzenbeek --wijk Molenkwartier
      wijkplan nieuw mijn-wijk --gemeente Elzenbeek --wijk Molenkwartier --word
      wijkplan nieuw voorbeeld --voorbeeld
    """
    from generator.form.first_draft import ANSWERS, first_draft, with_schema
    from generator.framework import load_framework
    from generator.saving import write_all_new

    if map_ is None:
        map_, voorbeeld = _folder(voorbeeld), _WHOLE
    framework = load_framework()
    if voorbeeld is not None:
        pictures = _example(voorbeeld, named=bool(gemeente or wijk))
        files = pictures | with_schema(pictures[ANSWERS], framework)
    else:
        gemeente, wijk = _asked(gemeente, "Hoe heet de gemeente?"), _asked(wijk, "Hoe heet de wijk?")
        if word and not (gemeente and wijk):
            melding = "Voor een concept in Word zijn de namen nodig. Geef --gemeente en --wijk."
            raise click.UsageError(melding, click.get_current_context())
        files = with_schema(first_draft(framework, gemeente, wijk), framework)
    answers = map_ / ANSWERS
    write_all_new({map_ / place: content for place, content in files.items()}, map_)
    click.echo(f"Gemaakt: {answers}")
    if word:
        _write_draft(answers)
        return
    if voorbeeld is not None:
        click.echo(f"Alles erin is verzonnen. Maak het plan met: wijkplan genereer {shell_name(map_)}")
        return
    if not gemeente or not wijk:
        click.echo("Vul eerst bij gemeente en bij wijk de naam in. Zonder namen is er geen plan te maken.")
    click.echo(f"Vul in wat je weet. Kijk daarna wat er ontbreekt: wijkplan controleer {shell_name(map_)}")
    click.echo(f"Zet er een interventie bij, met uitleg: wijkplan voeg-toe interventie jongerenwerk {shell_name(map_)}")


def _write_draft(answers: Path) -> None:
    """Make the draft in Word, and say how what is written there comes back."""
    from generator.documents import Output
    from generator.pipeline import generate

    document = answers.with_name("plan.docx")
    generate(answers, document, Output(("docx",)))
    click.echo(f"Gemaakt: {document}")
    click.echo("Open dit document in Word. Klik op elke grijze tekst, en typ of kies wat er moet staan.")
    command = f"wijkplan neem-over {shell_name(document)} {shell_name(answers)} --schrijf"
    click.echo(f"Zet daarna alles in één keer in je antwoorden: {command}")
    click.echo(
        f"Maak dan het plan opnieuw, met de volgende vragen erin: wijkplan genereer {shell_name(answers.parent)}"
    )


def _folder(given: str | None) -> Path:
    """Return the folder that was named behind `--voorbeeld`, where the name of an example may stand."""
    if given is None or given in examples():
        raise click.UsageError("Noem ook de map (MAP), bijvoorbeeld: mijn-wijk.", click.get_current_context())
    return Path(given)


def _example(name: str, *, named: bool) -> dict[Path, bytes]:
    """Return the answer file of an example and its pictures, each by its place in the folder."""
    known = examples()
    if named:
        melding = "Een voorbeeld heeft al een gemeente en een wijk. Laat --gemeente en --wijk weg."
        raise click.UsageError(melding, click.get_current_context())
    if name not in known:
        remedy = did_you_mean(name, known) or f"Kies uit: {', '.join(known)}."
        raise click.UsageError(f"Het voorbeeld “{name}” bestaat niet. {remedy}", click.get_current_context())
    return {place: file.read_bytes() for place, file in with_pictures(known[name]).items()}


def _asked(given: str | None, question: str) -> str | None:
    """Ask for a name that was not given, where there is somebody to answer."""
    if given is not None or not sys.stdin.isatty():
        return given
    answer: str = click.prompt(question, default="", show_default=False)
    return answer or None
