"""`wijkplan genereer` for many answer files: where each document goes, how far it is, and a table at the end."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from generator.batch import Order, Row, Stand, make_many
from generator.cli.document_remarks import told_remnants
from generator.cli.messages import say_problems
from generator.cli.output import counted, shell_name
from generator.documents import FORMATS
from generator.resources import is_there
from generator.targets import name_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import FrameType

    from generator.cli.region import Region
    from generator.crew import Crew
    from generator.pipeline import Wish
    from generator.word.frame.remnants import Remnant

_STOPPED = 130
_NAMES: dict[Stand, str] = {
    "gemaakt": "gemaakt",
    "actueel": "al bij",
    "bewerkt": "in Word bewerkt",
    "mislukt": "niet gemaakt",
}
"""How a stand is called."""


def generate_many(region: Region, wish: Wish, target: Path | None, crew: Crew, *, forceer: bool) -> int:
    """Make the documents of many answer files, and return the exit code.

    Args:
        region: The answer files.
        wish: What is asked of each of them.
        target: The folder that they go to; beside the answers when None.
        crew: Who does the work.
        forceer: Replace documents that somebody worked in.

    Raises:
        click.UsageError: The target is the name of one file.
    """
    if target is not None and target.suffix.lower().removeprefix(".") in FORMATS and not target.is_dir():
        message = f"Je noemt meer dan één wijk. Geef met -o een map, in plaats van “{target}”."
        raise click.UsageError(message, click.get_current_context())
    formaten = wish.output.formaten or FORMATS[:1]
    asked = replace(wish, output=replace(wish.output, formaten=formaten))
    kind = wish.output.document.strip().casefold()
    orders = [
        Order(
            replace(asked, answers=file),
            {formaat: place.with_name(f"{place.name}.{formaat}") for formaat in formaten},
        )
        for file, place in name_many(region.files, region.root, target, kind).items()
    ]
    rows: list[Row] = []
    try:
        with _ended_as_interrupted(), _progress(len(orders)) as tell:
            for row in make_many(orders, crew, forceer=forceer):
                rows.append(row)
                tell(row)
    except KeyboardInterrupt:
        _say(rows)
        click.echo(_stopped(rows, len(orders)), err=True)
        return _STOPPED
    order = {item.wish.answers: number for number, item in enumerate(orders)}
    _say(sorted(rows, key=lambda row: order[row.order.wish.answers]))
    return int(any(row.stand == "mislukt" for row in rows))


def absolute(region: Region) -> Region:
    """Return the files by their whole names, for who stands in another folder."""
    return replace(region, files=tuple(file.absolute() for file in region.files))


def reachable(wish: Wish) -> Wish:
    """Return a wish with the whole name of its house style, where that is no name of one that comes with us."""
    place = wish.huisstijl
    return replace(wish, huisstijl=place.absolute()) if place and is_there(place) else wish


@contextmanager
def _ended_as_interrupted() -> Iterator[None]:
    """Let who ends this process from outside leave nothing behind, as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _progress(number: int) -> Iterator[Callable[[Row], None]]:
    """Show on a terminal how far it is, which file was done last, and how long it will take."""
    if not sys.stderr.isatty():
        yield lambda _row: None
        return
    with click.progressbar(
        length=number,
        label="Documenten",
        show_pos=True,
        show_percent=False,
        item_show_func=lambda row: str(row.order.wish.answers) if row else None,
        file=sys.stderr,
    ) as bar:
        bar.update(0)
        yield lambda row: bar.update(1, row)


def _say(rows: list[Row]) -> None:
    """Say what is wrong, and what came of each file."""
    say_problems([problem for row in rows for problem in row.problems])
    if any(row.problems for row in rows):
        click.echo(err=True)
    for line in (*_table(rows), *_remarks(rows)):
        click.echo(line)


def _table(rows: list[Row]) -> Iterator[str]:
    cells = [("Antwoorden", "Document", "Stand", "Open", "Aandacht"), *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for number, (*words, opened, attention) in enumerate(cells):
        left = "  ".join(word.ljust(width) for word, width in zip(words, widths, strict=False))
        line = f"{left}  {opened:>{widths[3]}}  {attention:>{widths[4]}}".rstrip()
        yield click.style(line, bold=True) if number == 0 else line


def _cells(row: Row) -> tuple[str, ...]:
    first, *others = row.order.targets.values()
    document = ", ".join([str(first), *(f".{formaat}" for formaat in list(row.order.targets)[1 : 1 + len(others)])])
    known = row.stand in {"gemaakt", "actueel"}
    points = (str(row.open), str(row.aandacht)) if known else ("–", "–")
    return str(row.order.wish.answers), "–" if row.stand == "mislukt" else document, _NAMES[row.stand], *points


def _remarks(rows: list[Row]) -> Iterator[str]:
    yield ""
    stands = Counter(row.stand for row in rows)
    counts = ", ".join(f"{stands[stand]} {name}" for stand, name in _NAMES.items() if stands[stand])
    yield f"{counted(len(rows), 'bestand', 'bestanden')} met antwoorden: {counts}."
    kept = [place for row in rows for place in row.kept]
    if kept:
        documents = counted(len(kept), "oud document is", "oude documenten zijn")
        yield f"{documents} bewaard, met .bak achter de naam."
    if stands["bewerkt"]:
        yield "Wat in Word is bewerkt, blijft zoals het is. Bijwerken: wijkplan werk-bij. Vervangen: --forceer."
    yield from _remnants(rows)
    hard = [row.order.targets["docx"] for row in rows if row.is_hard_to_read]
    if hard:
        documents = counted(len(hard), "document is", "documenten zijn")
        yield f"{documents} niet voor iedereen te lezen. Bekijk waarom: wijkplan toegankelijk {shell_name(hard[0])}"


def _remnants(rows: list[Row]) -> Iterator[str]:
    """Yield once for each house style what it says of another document, however many plans say it now."""
    found: dict[Path, dict[Remnant, None]] = {}
    for row in rows:
        if row.house_style is not None:
            found.setdefault(row.house_style, {}).update(dict.fromkeys(row.remnants))
    for place, remnants in found.items():
        yield from told_remnants(tuple(remnants), shell_name(place))


def _stopped(rows: list[Row], number: int) -> str:
    made = sum(row.stand == "gemaakt" for row in rows)
    done = counted(made, "document is", "documenten zijn")
    return (
        f"Gestopt na {len(rows)} van de {number} bestanden: {done} gemaakt, en niets staat er half."
        " Typ dezelfde opdracht om verder te gaan."
    )
