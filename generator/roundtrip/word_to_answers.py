"""From documents that people edited to the file with answers, read, compared and written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field

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
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from generator.checks import Checked
    from generator.roundtrip.answer_changes import Change
    from generator.roundtrip.taking_over import Choice, Taken
    from generator.saving import Saved
    from generator.source import Tree


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
    checked = check_file(answers)
    if checked.fouten:
        raise ProblemsError(checked.fouten)
    found = found_in((Edited(path.name, str(path), partial(read_file, path)) for path in documents), checked, wanted)
    taken = take_over(checked.source, found.base, found.changes, choose)
    taken.unread.extend(found.unread)
    taken.notes.extend(found.notes)
    if not write or taken.text == checked.source.text:
        return taken, None
    return taken, save_answers(read_text(answers).encoded(taken.text), answers)


class Edited(Struct, frozen=True):
    """A document that somebody may have edited."""

    title: str
    """What it is called."""
    place: str
    """What problems call it."""
    read: Callable[[], bytes]
    """Returns the file."""


class FoundInAll(Struct):
    """What people changed in documents that were made from the same answers."""

    base: Tree
    """The answers that the documents were made from."""
    changes: list[tuple[str, Sequence[Change]]] = field(default_factory=list)
    """For each document what problems call it, and what changed in it."""
    unread: list[Melding] = field(default_factory=list)
    """What people changed and cannot be read as an answer."""
    notes: list[Melding] = field(default_factory=list)


def found_in(
    documents: Iterable[Edited], checked: Checked, wanted: Wanted | None = None, workshop: Workshop | None = None
) -> FoundInAll:
    """Return what people changed in documents.

    Args:
        documents: The documents for Word.
        checked: The answers of now.
        wanted: How the documents are read.
        workshop: What plans share; one of its own when None.

    Raises:
        ProblemsError: A document cannot be read.
    """
    how, shared = wanted or Wanted(), workshop or Workshop()
    found = FoundInAll(checked.source.tree)
    for edited in documents:
        with located(in_file(edited.place)):
            document = read_document(edited.read(), edited.title, reject=how.reject)
        remade = remake(document.ancestor, checked, how.kind, how.huisstijl, shared, with_charts=False)
        if not remade.is_certain:
            found.notes.append(_uncertain(edited.place))
        found.base = remade.base.tree
        here = find_changes(remade.base, document, edited.place)
        found.changes.append((edited.place, here.changes))
        found.unread.extend(here.unread)
        found.notes.extend(here.notes)
    return found


def _uncertain(place: str) -> Melding:
    return Melding(
        "Dit document zegt niet waaruit het is gemaakt. Het is vergeleken met een plan uit de antwoorden van nu.",
        "Kijk elke wijziging daarom zelf na voordat je haar overneemt.",
        Location(place),
    )
