"""`wijkplan overzicht`: the state of a region in one document or sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.aanvullen import overview_formats
from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.messages import say_problems
from generator.cli.output import counted
from generator.cli.progress import working
from generator.cli.region import region_of
from generator.cli.shared_options import house_style_option, target_option
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command(cls=DutchCommand)
@click.argument("antwoorden", metavar="MAP…", type=click.Path(path_type=Path), nargs=-1)
@click.option(
    "--formaat",
    default="",
    metavar="FORMAAT",
    shell_complete=overview_formats,
    help="docx voor Word (standaard), html voor een webpagina, csv of xlsx voor Excel. Zonder deze optie bepaalt de"
    " extensie bij -o het formaat.",
)
@target_option("Waar het overzicht komt. Zonder deze optie: in de map die je noemt.")
@house_style_option("De huisstijl van het Word-document.", by_variable=True)
@click.option("--forceer", is_flag=True, help="Vervang een overzicht waarin is gewerkt. Dat blijft bewaard als .bak.")
@help_option
def overzicht(
    antwoorden: tuple[Path, ...], formaat: str, uit: Path | None, huisstijl: Path | None, *, forceer: bool
) -> int:
    r"""Laat de stand van een streek zien: alle wijken in één overzicht.

    Per gemeente en wijk: de randvoorwaarden, de interventies en werkzame principes, het geld en de open punten. Noem
    de map met wijken, meer mappen of bestanden, of een patroon met een sterretje. Een bestand met een fout houdt de
    andere niet tegen: het overzicht noemt het.

    \b
    Voorbeeld:
      wijkplan overzicht regio
      wijkplan overzicht regio -o streek.xlsx
    """
    from generator.region_overview import FORMATS, NAME, read_region, write_overview

    chosen = _format(formaat, uit, FORMATS)
    region = region_of(antwoorden, click.get_current_context())
    folder = next((place for place in antwoorden if place.is_dir()), Path())
    target = uit or folder / f"{NAME}.{chosen}"
    with working("De antwoorden worden gelezen"):
        streek, problems = read_region(region.files, region.root)
    say_problems(problems)
    saved = write_overview(streek, target, chosen, huisstijl, forceer=forceer)
    if saved.backup is not None:
        click.echo(f"Het oude overzicht is bewaard als {saved.backup}.")
    wijken = counted(len(streek.wijken), "wijk", "wijken")
    left = counted(len(streek.niet_gelezen), "bestand staat", "bestanden staan")
    rest = f" {left} er niet in, want daar is iets fout." if streek.niet_gelezen else ""
    click.echo(f"{saved.target}: {wijken} in {counted(len(streek.gemeenten), 'gemeente', 'gemeenten')}.{rest}")
    return int(bool(streek.niet_gelezen))


def _format(asked: str, target: Path | None, known: Sequence[str]) -> str:
    """Return the format that is asked, else the one that the name ends in, else Word."""
    ending = target.suffix.lower().removeprefix(".") if target else ""
    chosen = asked.strip().casefold() or ending or known[0]
    if chosen not in known:
        remedy = did_you_mean(chosen, known) or f"Kies uit: {', '.join(known)}."
        message = f"“{chosen}” is geen formaat van een overzicht. {remedy}"
        raise click.UsageError(message, click.get_current_context())
    if target and ending != chosen:
        message = f"De naam na -o moet eindigen op .{chosen}."
        raise click.UsageError(message, click.get_current_context())
    return chosen
