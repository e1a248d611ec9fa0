"""`wijkplan voeg-toe`: one thing more in an answer file, with every question about it, and what was added where."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.aanvullen import added_names, additions
from generator.cli.answer_file import is_answer_file, the_answers
from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import shell_name
from generator.source.characters import CONTROL
from generator.suggestions import did_you_mean


@click.command("voeg-toe", cls=DutchCommand)
@click.argument("soort", metavar="SOORT", shell_complete=additions)
@click.argument("woorden", metavar="[NAAM]… [ANTWOORDEN]", nargs=-1, shell_complete=added_names)
@click.option("--eigen", is_flag=True, help="De interventie is er een van jullie zelf. NAAM is dan de titel.")
@help_option
def voeg_toe(soort: str, woorden: tuple[str, ...], *, eigen: bool) -> None:
    r"""Zet iets in je antwoorden, met de vragen erbij.

    SOORT is bijvoorbeeld interventie, doel, cijfer, actie, partner, mijlpaal of risico. Alle soorten zie je met
    wijkplan vraag. Het blok komt op zijn plaats in het bestand. Al het andere blijft zoals het is, en het oude
    bestand blijft bewaard als .bak. Hoort iets bij een interventie of een randvoorwaarde? Noem die dan eerst.

    \b
    Voorbeeld:
      wijkplan voeg-toe interventie jongerenwerk mijn-wijk
      wijkplan voeg-toe actie jongerenwerk mijn-wijk
      wijkplan voeg-toe actie urgentiebesef "Gesprek met bewoners" mijn-wijk
      wijkplan voeg-toe partner politie mijn-wijk
    """
    from generator.answers_on_disk import add_to_file
    from generator.form.holders import NotUnderstoodError, Wish
    from generator.form.soorten import SOORTEN

    context = click.get_current_context()
    if soort.casefold() not in SOORTEN:
        remedy = did_you_mean(soort, SOORTEN) or f"Kies uit: {', '.join(SOORTEN)}."
        raise click.UsageError(f"De soort “{soort}” ken ik niet. {remedy}", context)
    file, words = _split(context, woorden)
    names = tuple(" ".join(CONTROL.sub(" ", word).split()) for word in words)
    try:
        inserted, saved = add_to_file(file, Wish(soort.casefold(), names, eigen))
    except NotUnderstoodError as error:
        raise click.UsageError(error.problems[0].sentences, context) from error
    click.echo(click.style(f"{file}:{inserted.first}", bold=True))
    for line in inserted.lines:
        click.echo(f"  {line}".rstrip())
    click.echo("")
    kept = f" Het oude bestand is bewaard als {saved.backup}." if saved.backup else ""
    click.echo(f"Toegevoegd vanaf regel {inserted.first}.{kept} Vul daar in wat je weet.")
    click.echo(f"Kijk daarna wat er ontbreekt: wijkplan controleer {shell_name(file)}")


def _split(context: click.Context, words: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """Return the answer file, and the words before it; the file may be left out where there is only one."""
    if words and is_answer_file(words[-1]):
        return the_answers(context, Path(words[-1])), words[:-1]
    return the_answers(context, None), words
