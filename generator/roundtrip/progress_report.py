"""Two files with answers or documents compared, and the report of progress that is made of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.checks import check
from generator.documents import Draft, make_document
from generator.framework import load_framework
from generator.housestyle import find_house_style
from generator.pipeline import check_file, known_keys_of
from generator.plan import build
from generator.problems import Location, Melding, ProblemsError, in_file, located
from generator.rendering import render_alone
from generator.roundtrip.changes import find_changes
from generator.roundtrip.comparison import compare
from generator.roundtrip.document_text import read_document
from generator.roundtrip.remade import made_from_answers, remake
from generator.roundtrip.taking_over import take_over
from generator.saving import save
from generator.source.shared_answers import parse_whole
from generator.word.package.archive import read_file
from generator.word.provenance import is_untouched

if TYPE_CHECKING:
    from pathlib import Path

    from generator.checks import Checked
    from generator.roundtrip.comparison import Vergelijking
    from generator.roundtrip.taking_over import TakenChange
    from generator.saving import Saved

_TEMPLATE = "nota/voortgangsrapportage.html.j2"


class Compared(Struct, frozen=True):
    """Two files compared."""

    vergelijking: Vergelijking
    unread: tuple[Melding, ...]
    """What people changed in a document and that cannot be read as an answer, so that it does not count."""
    checked: Checked
    """The answers of now."""


def compare_files(then: Path, now: Path) -> Compared:
    """Return what changed from one file to another, each with answers or a document for Word.

    Args:
        then: As it was.
        now: As it is.

    Raises:
        ProblemsError: A file cannot be read, has a fault, or is a document that does not say what it was made from.
    """
    kader = load_framework()
    unread: list[Melding] = []
    checked = [_answers_of(path, unread) for path in (then, now)]
    toen, nu = (build(item.antwoorden, kader, item.problems) for item in checked)
    return Compared(compare(toen, nu, (checked[0].source.tree, checked[1].source.tree)), tuple(unread), checked[1])


def write_report(
    compared: Compared, target: Path, huisstijl: Path | None = None, *, names: tuple[str, str], forceer: bool = False
) -> Saved:
    """Write the report of progress.

    Args:
        compared: What changed.
        target: The document.
        huisstijl: Its house style; the neutral one when None.
        names: What the two were called.
        forceer: Replace a report that somebody worked in; it is kept as `.bak`.

    Raises:
        ProblemsError: The house style cannot be used, or the report not be written.
    """
    style = find_house_style(huisstijl)
    found = compared.vergelijking
    words = found.nu.woorden
    page = render_alone(
        _TEMPLATE,
        words,
        toen=found.toen,
        nu=found.nu,
        namen=names,
        standen=[(words[stand], then, now) for stand, then, now in found.standen],
        onderdelen=found.onderdelen,
    )
    return save(
        make_document(Draft(page, style, compared.checked), "docx"), target, forceer=forceer, is_own=is_untouched
    )


def _answers_of(path: Path, unread: list[Melding]) -> Checked:
    """Return the answers in a file, or in a document with what people changed in it."""
    if path.suffix.lower() in {".yaml", ".yml"}:
        checked = check_file(path)
    else:
        with located(in_file(path)):
            document = read_document(read_file(path), path.name)
        if document.ancestor is None:
            melding = "Dit document zegt niet waaruit het is gemaakt, dus is niet te zeggen wat de antwoorden zijn."
            raise ProblemsError.about(path, melding, "Geef het bestand met antwoorden (.yaml) van dit document.")
        kader = load_framework()
        made = made_from_answers(document.ancestor, str(path))
        base = remake(document.ancestor, made, "plan", with_charts=False).base
        found = find_changes(base, document, str(path))
        taken = take_over(made.source, made.source.tree, [(str(path), found.changes)], lambda _key: "word")
        unread.extend([*found.unread, *taken.unread, *map(_in_basis, taken.elsewhere)])
        bases = document.ancestor.made_from.bases
        checked = check(parse_whole(taken.text, bases, str(path), known_keys_of(kader)), kader, with_pictures=False)
    if checked.fouten:
        raise ProblemsError(checked.fouten)
    return checked


def _in_basis(item: TakenChange) -> Melding:
    melding = "Dit antwoord is in Word veranderd, maar het komt uit de basis van het bestand met antwoorden."
    place = Location(item.file, item.line, item.column, item.change.key)
    return Melding(melding, "Verander het in de basis, en maak het document opnieuw.", place)
