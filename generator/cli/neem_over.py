"""`wijkplan neem-over`: what people changed in Word, back in the file with answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import counted, shell_name
from generator.cli.progress import working
from generator.cli.shared_options import give, house_style_option, printed_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.problems import Melding
    from generator.roundtrip.taking_over import Choice, Taken, TakenChange
    from generator.saving import Saved

_STATES = {
    "over": "wordt overgenomen",
    "staat_er_al": "staat al zo in de antwoorden",
    "conflict": "botst",
    "blijft": "het antwoord in het bestand blijft",
    "basis": "komt uit de basis",
}


@click.command("neem-over", cls=DutchCommand)
@click.argument("bestanden", metavar="PLAN.docx… ANTWOORDEN", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "--schrijf", is_flag=True, help="Neem de wijzigingen over in het bestand. Het oude blijft bewaard als .bak."
)
@click.option(
    "--kies",
    metavar="word|antwoorden|SLEUTEL=…",
    multiple=True,
    help="Wat wint als een antwoord in Word én in het bestand is veranderd: voor alles, of per sleutel. Mag vaker.",
)
@click.option(
    "--wijzigingen",
    type=click.Choice(["accepteren", "weigeren"]),
    default="accepteren",
    show_default=True,
    help="Hoe bijgehouden wijzigingen in Word tellen die nog openstaan.",
)
@house_style_option("De huisstijl van het document, als het die zelf niet noemt.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf wat er veranderde als JSON, voor een ander programma.")
@printed_option("De antwoorden verander je met --schrijf.")
@help_option
def neem_over(
    bestanden: tuple[Path, ...],
    *,
    schrijf: bool,
    kies: tuple[str, ...],
    wijzigingen: Literal["accepteren", "weigeren"],
    huisstijl: Path | None,
    as_json: bool,
    uit: Path | None,
) -> int:
    r"""Neem over wat in Word is veranderd, in het bestand met antwoorden.

    Je geeft een of meer Word-documenten en daarna het bestand met antwoorden. Je ziet elk antwoord zoals het
    was en zoals het wordt. Zonder --schrijf verandert er niets. Al het andere in het bestand blijft precies zoals
    het is: de volgorde, je opmerkingen en de aanhalingstekens.

    \b
    Voorbeeld:
      wijkplan neem-over mijn-wijk/plan.docx mijn-wijk/antwoorden.yaml
      wijkplan neem-over plan-anna.docx plan-bram.docx antwoorden.yaml --schrijf
    """
    from generator.roundtrip.word_to_answers import Wanted, word_to_answers

    documents, answers = _split(bestanden)
    wanted = Wanted(reject=wijzigingen == "weigeren", huisstijl=huisstijl)
    with working("De documenten worden gelezen"):
        taken, saved = word_to_answers(documents, answers, _chooser(kies), wanted, write=schrijf)
    data = json.dumps(_data(taken), ensure_ascii=False, indent=1) if as_json else None
    give(data or "\n".join(_shown(answers, taken, saved)), uit)
    return int(bool(taken.conflicts) or bool(taken.unread) or bool(taken.elsewhere))


def _split(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], Path]:
    """Return the documents and the file with answers, in whatever order they were given."""
    answers = [path for path in paths if path.suffix.lower() in {".yaml", ".yml"}]
    documents = tuple(path for path in paths if path not in answers)
    if len(answers) != 1 or not documents:
        message = "Geef eerst een of meer Word-documenten, en daarna één bestand met antwoorden (.yaml)."
        raise click.UsageError(message)
    return documents, answers[0]


def _chooser(kies: tuple[str, ...]) -> Callable[[str], Choice | None]:
    chosen: dict[str, Choice] = {}
    for item in kies:
        key, _, side = item.rpartition("=")
        if side not in {"word", "antwoorden"}:
            message = f"Bij --kies past word, antwoorden of bijvoorbeeld wijk.aanleiding=word, niet “{item}”."
            raise click.UsageError(message)
        chosen[key] = "word" if side == "word" else "antwoorden"
    return lambda key: chosen.get(key, chosen.get(""))


def _shown(answers: Path, taken: Taken, saved: Saved | None) -> Iterator[str]:
    yield click.style(str(answers), bold=True)
    for note in taken.notes:
        yield f"  {note.place.bestand}: {note.melding} {note.oplossing}"
    for state in ("over", "conflict", "blijft", "basis", "staat_er_al"):
        items = [item for item in taken.changes if item.state == state]
        if items:
            yield ""
            title = "Overgenomen" if state == "over" and saved else _STATES[state].capitalize()
            yield click.style(f"{title} ({len(items)})", bold=True)
            for item in items:
                yield from _one(answers, item)
            if state == "basis":
                yield "  → Moet het voor alle wijken anders? Verander het in dat bestand."
                yield f"    Alleen hier? Zet het hele antwoord in {shell_name(answers)}: dat gaat voor."
    if taken.unread:
        yield ""
        yield click.style(f"Niet te lezen als antwoord ({len(taken.unread)})", bold=True)
        for melding in taken.unread:
            yield from _unread(melding)
    yield ""
    yield _conclusion(answers, taken, saved)


def _one(answers: Path, item: TakenChange) -> Iterator[str]:
    from generator.roundtrip.tree_edits import in_words

    change = item.change
    file = item.file or answers
    place = f"{file}:{item.line}:{item.column}" if item.line else str(file)
    who = f", door {change.who}" if change.who else ""
    yield f"  {change.key}  {place}{who}"
    if change.what == "nieuw":
        yield f"    nieuw: {in_words(change.new)}"
    elif change.what == "weg":
        yield f"    weg:   {in_words(change.old)}"
    elif change.what == "volgorde":
        yield f"    andere volgorde: {in_words(change.new)}"
    else:
        yield f"    was:   {in_words(change.old)}"
        yield f"    wordt: {in_words(change.new)}"
    if item.state in {"conflict", "blijft"} and item.rival is None and not item.rival_documents:
        yield f"    nu in het bestand: {in_words(item.now)}"
    if item.rival_documents:
        yield f"    maar in {', '.join(item.rival_documents)}: {in_words(item.rival)}"


def _unread(melding: Melding) -> Iterator[str]:
    yield f"  {melding.place.bestand}: {melding.melding}"
    if melding.place.sleutel:
        yield f"    antwoord: {melding.place.sleutel}"
    yield f"    → {melding.oplossing}"


def _conclusion(answers: Path, taken: Taken, saved: Saved | None) -> str:
    number = counted(len(taken.over), "wijziging", "wijzigingen")
    waiting = counted(len(taken.conflicts), "antwoord botst", "antwoorden botsen")
    rest = f" {waiting}: kies met --kies word of --kies antwoorden." if taken.conflicts else ""
    if saved is not None:
        kept = f" Het oude bestand is bewaard als {saved.backup}." if saved.backup else ""
        return f"{number} overgenomen.{kept}{rest}"
    if taken.over:
        return f"{number} over te nemen. Er is nog niets veranderd. Neem ze over met --schrijf.{rest}"
    return (
        f"Er is niets over te nemen.{rest}"
        if rest
        else f"In {shell_name(answers)} is niets te veranderen."
        if taken.elsewhere
        else f"Er is niets veranderd in de antwoorden van {shell_name(answers)}."
    )


def _data(taken: Taken) -> dict[str, object]:
    changes = [
        {
            "sleutel": item.change.key,
            "wat": item.change.what,
            "was": item.change.old,
            "wordt": item.change.new,
            "wie": item.change.who,
            "kop": item.change.heading,
            "stand": item.state,
            "nu": item.now,
            "regel": item.line,
            "kolom": item.column,
            "bestand": item.file,
            "documenten": item.documents,
        }
        for item in taken.changes
    ]
    unread = [
        {"document": m.place.bestand, "sleutel": m.place.sleutel, "melding": m.melding, "oplossing": m.oplossing}
        for m in taken.unread
    ]
    return {"wijzigingen": changes, "niet_gelezen": unread}
