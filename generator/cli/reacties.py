"""`wijkplan reacties`: what every reader said and changed in a plan, in one note with room for answers."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import counted
from generator.cli.progress import working
from generator.cli.shared_options import house_style_option, target_option


@click.command(cls=DutchCommand)
@click.argument("document", metavar="PLAN.docx", type=click.Path(path_type=Path))
@click.argument("reacties", metavar="REACTIE.docx…", type=click.Path(path_type=Path), nargs=-1, required=True)
@target_option("De nota. Anders reactienota.docx naast het plan.")
@house_style_option("De huisstijl van de nota. Anders die van het plan.")
@click.option("--forceer", is_flag=True, help="Vervang een nota waarin is gewerkt. Die blijft bewaard als .bak.")
@help_option
def reacties(
    document: Path, reacties: tuple[Path, ...], *, uit: Path | None, huisstijl: Path | None, forceer: bool
) -> int:
    r"""Maak een reactienota van wat lezers in Word terugstuurden.

    In de nota staan alle opmerkingen, antwoorden daarop en wijzigingen, per hoofdstuk, met wie het zei en bij welke
    tekst. Wat lezers op dezelfde plaats deden, staat bij elkaar. De laatste kolom is leeg, voor jullie antwoord.

    \b
    Voorbeeld:
      wijkplan reacties plan.docx plan-anna.docx plan-bram.docx
    """
    from generator.roundtrip.reaction_note import write_note

    target = uit or document.with_name("reactienota.docx")
    with working("De nota wordt gemaakt"):
        found, saved = write_note(document, reacties, target, huisstijl, forceer=forceer)
    click.echo(f"{saved.target}: {counted(len(found), 'reactie', 'reacties')}.")
    if saved.backup is not None:
        click.echo(f"De nota zoals zij was, is bewaard als {saved.backup}.")
    return 0
