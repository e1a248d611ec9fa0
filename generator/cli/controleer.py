"""`wijkplan controleer`: every problem in one or more answer files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.answer_file import the_answers
from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import counted, shell_name
from generator.problems import Problem, ProblemsError, Soort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks import Checked

_TITLES = {
    Soort.FOUT: "Fout: herstel dit eerst",
    Soort.OPEN: "Open: dit ontbreekt nog",
    Soort.AANDACHT: "Aandacht: advies",
}


@click.command(cls=DutchCommand)
@click.argument("antwoorden", metavar="[ANTWOORDEN]…", type=click.Path(path_type=Path), nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Schrijf de meldingen als JSON, voor een ander programma.")
@click.option("--gelezen", is_flag=True, help="Laat ook zien hoe wijkplan antwoorden leest die anders gespeld zijn.")
@help_option
def controleer(antwoorden: tuple[Path, ...], *, as_json: bool, gelezen: bool) -> int:
    r"""Controleer één of meer bestanden met antwoorden.

    Je ziet per melding de regel, wat er is en wat je kunt doen. Is de status van het plan
    ter_besluitvorming of vastgesteld? Dan telt een open punt als fout.

    \b
    Voorbeeld:
      wijkplan controleer mijn-wijk/antwoorden.yaml
    """
    context = click.get_current_context()
    results = [_checked(path, context) for path in antwoorden or (the_answers(context, None),)]
    if as_json:
        rows = [asdict(problem) for _, _, problems in results for problem in problems]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join("\n".join(_shown(*result, gelezen=gelezen)) for result in results))
    return int(any(checked is None or checked.stops for _, checked, _ in results))


def _checked(path: Path, context: click.Context) -> tuple[Path, Checked | None, tuple[Problem, ...]]:
    from generator.pipeline import check_file

    try:
        path = the_answers(context, path)
        checked = check_file(path)
    except ProblemsError as error:
        return path, None, error.problems
    return path, checked, checked.problems


def _shown(
    path: Path, checked: Checked | None, problems: tuple[Problem, ...], *, gelezen: bool = False
) -> Iterator[str]:
    yield click.style(str(path), bold=True)
    if checked is not None and gelezen:
        yield from _readings(checked)
    for soort in Soort:
        found = [problem for problem in problems if problem.soort is soort]
        if found:
            yield ""
            yield click.style(f"{_TITLES[soort]} ({len(found)})", bold=True)
            for problem in found:
                yield from _one(problem)
    if checked is not None and not checked.fouten:
        yield ""
        yield from _readiness(checked)
    yield ""
    yield _conclusion(path, checked, problems)


def _readings(checked: Checked) -> Iterator[str]:
    """Yield what was read in another spelling, by line."""
    found = sorted(checked.gelezen, key=lambda item: item.regel)
    yield ""
    yield click.style(f"Gelezen: zo staat het in het plan ({len(found)})", bold=True)
    if not found:
        yield "  Elk antwoord is gelezen zoals het er staat."
    for item in found:
        yield f"  regel {item.regel} ({item.sleutel})"
        yield f"    {item.gegeven} → {item.gelezen}"


def _one(problem: Problem) -> Iterator[str]:
    place = f"regel {problem.regel}, kolom {problem.kolom}" if problem.regel else "hele bestand"
    yield f"  {place}{f' ({problem.sleutel})' if problem.sleutel else ''}"
    yield f"    {problem.melding}"
    yield f"    → {problem.oplossing}"


def _readiness(checked: Checked) -> Iterator[str]:
    from generator.answers.keys import Keys
    from generator.framework import load_framework
    from generator.plan.randvoorwaarden import building_blocks

    blocks = building_blocks(checked.antwoorden, load_framework(), Keys(checked.antwoorden))
    names = {"op_orde": "op orde", "deels": "deels", "niet": "niet", "onbekend": "onbekend"}
    width = max(len(block.kader.titel) for block in blocks)
    totals = dict.fromkeys(names, 0)
    yield click.style("Stand van de randvoorwaarden", bold=True)
    for block in blocks:
        counts = {status: sum(item.status == status for item in block.randvoorwaarden) for status in names}
        totals = {status: totals[status] + counts[status] for status in names}
        yield f"  {block.kader.titel:<{width}}  {_counts(counts, names)}"
    yield f"  {'Totaal':<{width}}  {_counts(totals, names)}"


def _counts(counts: dict[str, int], names: dict[str, str]) -> str:
    total = sum(counts.values())
    rest = [f"{counts[status]} {names[status]}" for status in names if status != "op_orde" and counts[status]]
    return ", ".join([f"{counts['op_orde']} van {total} op orde", *rest])


def _conclusion(path: Path, checked: Checked | None, problems: tuple[Problem, ...]) -> str:
    counts = {soort: sum(problem.soort is soort for problem in problems) for soort in Soort}
    parts = (
        counted(counts[Soort.FOUT], "fout", "fouten"),
        counted(counts[Soort.OPEN], "open punt", "open punten"),
        counted(counts[Soort.AANDACHT], "aandachtspunt", "aandachtspunten"),
    )
    summary = f"{path}: {', '.join(parts)}."
    if checked is not None and not checked.stops:
        return f"{summary} Je kunt een plan maken: wijkplan genereer {shell_name(path)}"
    if checked is not None and not checked.fouten:
        status = checked.antwoorden.document.status.replace("_", " ")
        return f"{summary} Het plan is {status}. Vul eerst de open punten in."
    return f"{summary} Herstel eerst de fouten.{_help_offered(path)}"


def _help_offered(path: Path) -> str:
    """Return what `herstel` can do about the faults; nothing where that is nothing."""
    from generator.pipeline import amend_file

    try:
        amended, _ = amend_file(path)
    except ProblemsError:
        return ""
    lines = counted(len(amended.lines), "regel", "regels")
    return f" {lines} kan wijkplan voor je herstellen: wijkplan herstel {shell_name(path)}" if amended.lines else ""
