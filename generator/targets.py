"""Names the files that a plan is written to: what `-o` means with one format, and with several."""

from __future__ import annotations

import os
from collections import Counter
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from generator.document_kinds import PLAN
from generator.documents import FORMATS
from generator.problems import ProblemsError
from generator.resources import is_there

if TYPE_CHECKING:
    from collections.abc import Sequence

_OTHER_FORMATS = ("doc", "docm", "dotx", "dotm", "odt", "rtf", "txt", "md", "htm")
"""What a name may end in that promises something else than a plan can be."""
_DOCUMENTS = frozenset((*FORMATS, *_OTHER_FORMATS, "xlsx")) - {"html", "txt", "md"}
"""What a name may end in that promises something else than text."""
_SEPARATORS = tuple(filter(None, ("/", os.sep, os.altsep)))
"""What a name that is meant as a folder may end in."""


def choose_formats(asked: Sequence[str], target: Path | None) -> tuple[str, ...]:
    """Return the formats that are asked, else the one that the name of the target ends in, else Word."""
    ending = _ending(target)
    return tuple(asked) or ((ending,) if ending in FORMATS else FORMATS[:1])


def name_targets(formaten: Sequence[str], target: Path | None, answers: Path, name: str = PLAN) -> dict[str, Path]:
    """Return the file for each format; a file always is what its name says.

    Args:
        formaten: The formats that are made.
        target: What the user named: a folder, one file, or with several formats the name they share.
        answers: The answer file; the document goes beside it when nothing is named, and nothing goes over it.
        name: What the file is called when nothing is named, without its ending.

    Raises:
        ProblemsError: The name ends as another format than the one that is made, or is that of the answers.
    """
    if target is None:
        named = {formaat: answers.with_name(f"{name}.{formaat}") for formaat in formaten}
    elif _is_folder(target):
        named = {formaat: target / f"{name}.{formaat}" for formaat in formaten}
    elif len(formaten) == 1:
        named = {formaten[0]: _one(formaten[0], target)}
    else:
        base = target.with_suffix("") if _ending(target) in FORMATS else target
        named = {formaat: base.with_name(f"{base.name}.{formaat}") for formaat in formaten}
    for place in named.values():
        if _same_file(place, answers):
            melding = "Dit is het bestand met je antwoorden. Daar schrijft wijkplan niet overheen."
            raise ProblemsError.about(place, melding, "Kies een andere naam met -o.")
    return named


def place_typed(typed: str, name: str) -> Path:
    """Return the place that somebody typed: what ends in a slash is a folder, also one that is not there yet.

    Args:
        typed: What stands behind `-o`.
        name: What a document in a folder is called, without its ending.
    """
    return Path(typed) / name if typed.endswith(_SEPARATORS) else Path(typed)


def refuse_for_text(target: Path) -> None:
    """Stop at a name that promises a document, for who writes the text of a window.

    Raises:
        ProblemsError: The name ends as a document does.
    """
    if _ending(target) in _DOCUMENTS:
        melding = f"De naam eindigt op .{_ending(target)}, maar dit wordt een bestand met alleen tekst."
        raise ProblemsError.about(target, melding, "Kies een naam die eindigt op .txt, of op .json bij --json.")


def name_many(files: Sequence[Path], root: Path, target: Path | None, name: str) -> dict[Path, Path]:
    """Return for each of many answer files what its documents are called, without their ending; no two the same.

    Args:
        files: The answer files.
        root: The folder that they have in common.
        target: The folder for all documents, in which the folders of the answers come back; beside the answers if None.
        name: What a document is called; with the name of the answers where one folder has more than one file of them.
    """
    beside = Counter(file.parent for file in files)
    taken: set[str] = set()
    found = {}
    for file in files:
        folder = file.parent if target is None else target / _below(file.parent, root)
        plain = name if beside[file.parent] == 1 else f"{name}-{file.stem}"
        names = (folder / (plain if number == 1 else f"{plain}-{number}") for number in count(1))
        place = next(place for place in names if str(place).casefold() not in taken)
        taken.add(str(place).casefold())  # for Windows and macOS capitals make no other name
        found[file] = place
    return found


def _below(folder: Path, root: Path) -> Path:
    """Return a folder as it is named from another one on; one on another drive of Windows by its whole name."""
    whole = folder.absolute().resolve()
    try:
        return whole.relative_to(root.resolve())
    except ValueError:
        return Path(*whole.parts[1:])


def _one(formaat: str, target: Path) -> Path:
    """Return the target, with the ending of its format where it has none."""
    ending = _ending(target)
    if ending == formaat:
        return target
    if ending in (*FORMATS, *_OTHER_FORMATS):
        melding = f"De naam eindigt op .{ending}, maar het plan wordt een {formaat}-bestand."
        other = f"voeg --formaat {ending} toe" if ending in FORMATS else "kies een andere vorm met --formaat"
        raise ProblemsError.about(target, melding, f"Kies een naam die eindigt op .{formaat}, of {other}.")
    return target if is_there(target) else target.with_name(f"{target.name}.{formaat}")


def _ending(target: Path | None) -> str:
    return target.suffix.lower().removeprefix(".") if target else ""


def _is_folder(place: Path) -> bool:
    return is_there(place) and place.is_dir()


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or cannot be: saving says so
        return False
