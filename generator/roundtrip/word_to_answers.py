"""From documents that people edited to the file with answers, read, compared and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.answers_on_disk import save_answers
from generator.pipeline import check_file
from generator.problems import Location, Melding, ProblemsError, in_file, located
from generator.roundtrip.changes import find_changes
from generator.roundtrip.document_text import read_document
from generator.roundtrip.remade import remake
from generator.roundtrip.taking_over import take_over
from generator.source.yaml_file import read_file as read_text
from generator.word.package.archive import read_file
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.roundtrip.answer_changes import Change
    from generator.roundtrip.taking_over import Choice, Taken
    from generator.saving import Saved


class Wanted(Struct, frozen=True):
    """How documents are read."""

    reject: bool = False
    """Whether tracked changes count as rejected; else as accepted."""
    huisstijl: Path | None = None
    """The house style that they were made in, where they do not say so themselves."""
    kind: str = "plan"
    """The kind of document, where it does not say so itself."""


def word_to_answers(
    documents: Sequence[Path],
    answers: Path,
    choose: Callable[[str], Choice | None],
    wanted: Wanted | None = None,
    *,
    write: bool = False,
) -> tuple[Taken, Saved | None]:
    """Take over in a file with answers what people changed in documents that were made from it.

    Args:
        documents: The documents for Word.
        answers: The file.
        choose: Says for a key what wins where document and file both changed.
        wanted: How the documents are read.
        write: Whether to write the file; as it was it is kept beside it, as `.bak`.

    Returns:
        What changed and what could not be read; and where it was written.

    Raises:
        ProblemsError: A file cannot be read, the answers have a fault, or the file cannot be written.
    """
    how = wanted or Wanted()
    checked = check_file(answers)
    if checked.fouten:
        raise ProblemsError(checked.fouten)
    workshop = Workshop()
    found: list[tuple[str, Sequence[Change]]] = []
    unread: list[Melding] = []
    notes: list[Melding] = []
    base = checked.source.tree
    for path in documents:
        with located(in_file(path)):
            document = read_document(read_file(path), path.name, reject=how.reject)
        remade = remake(document.ancestor, checked, how.kind, how.huisstijl, workshop, with_charts=False)
        if not remade.is_certain:
            notes.append(_uncertain(path))
        base = remade.base.tree
        here = find_changes(remade.base, document, str(path))
        found.append((str(path), here.changes))
        unread.extend(here.unread)
        notes.extend(here.notes)
    taken = take_over(checked.source, base, found, choose)
    taken.unread.extend(unread)
    taken.notes.extend(notes)
    if not write or taken.text == checked.source.text:
        return taken, None
    return taken, save_answers(read_text(answers).encoded(taken.text), answers)


def _uncertain(path: Path) -> Melding:
    return Melding(
        "Dit document zegt niet waaruit het is gemaakt. Het is vergeleken met een plan uit de antwoorden van nu.",
        "Kijk elke wijziging daarom zelf na voordat je haar overneemt.",
        Location(str(path)),
    )
