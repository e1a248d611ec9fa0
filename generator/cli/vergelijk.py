"""`wijkplan vergelijk`: what changed between two sets of answers or documents, as text, JSON or a report in Word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.shared_options import give, house_style_option, target_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.roundtrip.comparison import Regel
    from generator.roundtrip.progress_report import Compared

_REPORT = "voortgangsrapportage"


@click.command(cls=DutchCommand)
@click.argument("toen", metavar="TOEN", type=click.Path(path_type=Path))
@click.argument("nu", metavar="NU", type=click.Path(path_type=Path))
@click.option("--document", type=click.Choice([_REPORT]), help="Schrijf de vergelijking als document voor Word.")
@target_option("Dat document. Anders naast NU. Zonder --document: schrijf de vergelijking zelf in een nieuw bestand.")
@house_style_option("De huisstijl van dat document.")
@click.option("--forceer", is_flag=True, help="Vervang een document waarin is gewerkt. Dat blijft bewaard als .bak.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf wat er veranderde als JSON, voor een ander programma.")
@help_option
def vergelijk(
    toen: Path,
    nu: Path,
    *,
    document: str | None,
    uit: Path | None,
    huisstijl: Path | None,
    forceer: bool,
    as_json: bool,
) -> int:
    r"""Laat zien wat er veranderde tussen twee plannen.

    Geef twee bestanden met antwoorden, of Word-documenten die met wijkplan zijn gemaakt. Wat mensen in zo’n document
    veranderden, telt mee. Je ziet per onderdeel hoe het was en hoe het nu is: de randvoorwaarden, de acties, de
    doelen, de interventies en het geld. Met --document voortgangsrapportage komt het in Word.

    \b
    Voorbeeld:
      wijkplan vergelijk plan-2025.docx mijn-wijk/antwoorden.yaml
      wijkplan vergelijk 2025.yaml 2026.yaml --document voortgangsrapportage -o voortgang.docx
    """
    from generator.roundtrip.progress_report import compare_files, write_report

    is_word = uit is not None and uit.suffix.lower() == ".docx"
    if (is_word or huisstijl or forceer) and document is None:
        message = f"Een Word-bestand, --huisstijl en --forceer horen bij een document. Zet erbij: --document {_REPORT}."
        raise click.UsageError(message)
    compared = compare_files(toen, nu)
    data = json.dumps(_data(compared), ensure_ascii=False, indent=1) if as_json else None
    give(data or "\n".join(_shown(compared, toen, nu)), None if document else uit)
    if document is not None:
        target = uit or nu.with_name(f"{_REPORT}.docx")
        names = (toen.name, nu.name)
        if toen.name == nu.name:  # the folders then say which is which
            names = (f"{toen.absolute().parent.name}/{toen.name}", f"{nu.absolute().parent.name}/{nu.name}")
        saved = write_report(compared, target, huisstijl, names=names, forceer=forceer)
        click.echo(f"Gemaakt: {saved.target}", err=as_json)
    return 0


def _shown(compared: Compared, toen: Path, nu: Path) -> Iterator[str]:
    found = compared.vergelijking
    yield click.style(f"{toen} → {nu}", bold=True)
    for part in found.onderdelen:
        yield ""
        yield click.style(f"{part.kop} ({len(part.regels)})", bold=True)
        for regel in part.regels:
            yield f"  {regel.wat}"
            yield f"    {_said(regel)}"
    if not found.onderdelen:
        yield "Er is niets veranderd."
    for melding in compared.unread:
        yield ""
        yield f"Telt niet mee: {melding.place.bestand}: {melding.melding}"
        yield f"  → {melding.oplossing}"


def _said(regel: Regel) -> str:
    if regel.soort == "nieuw":
        return f"nieuw: {regel.nu}"
    if regel.soort == "weg":
        return f"staat er niet meer in; was: {regel.toen}"
    return f"{regel.toen} → {regel.nu}"


def _data(compared: Compared) -> dict[str, object]:
    found = compared.vergelijking
    return {
        "standen": {stand: {"toen": then, "nu": now} for stand, then, now in found.standen},
        "onderdelen": [
            {
                "onderdeel": part.naam,
                "kop": part.kop,
                "regels": [{"wat": r.wat, "soort": r.soort, "toen": r.toen, "nu": r.nu} for r in part.regels],
            }
            for part in found.onderdelen
        ],
        "niet_gelezen": [
            {"document": m.place.bestand, "sleutel": m.place.sleutel, "melding": m.melding} for m in compared.unread
        ],
    }
