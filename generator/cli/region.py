"""Which answer files a command is about when it may be about many: files, folders, and patterns such as `*/a.yaml`."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from glob import has_magic
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.answer_files import answer_files
from generator.cli.answer_file import the_answers
from generator.problems import Location, Melding, ProblemsError
from generator.resources import is_there

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import click

_BASIS = re.compile(r"""^basis[ \t]*:[ \t]*["']?([^"'#\r\n]+?)["']?[ \t]*(?:#.*)?$""", re.MULTILINE)
_LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True)
class Region:
    """The answer files that a command is about."""

    files: tuple[Path, ...]
    root: Path
    """The folder that they have in common: from there on, no two have the same name."""
    is_many: bool
    """Whether more than one file was meant, however many there are."""


def region_of(named: Sequence[Path], context: click.Context) -> Region:
    """Return the answer files that are meant.

    A folder stands for the answer files in it, or, where there are none, for those in the folders below; a file that
    others there name as their basis does not count. A pattern may be quoted: the command line of Windows leaves it.

    Args:
        named: What the user named; nothing stands for the folder that one is in.
        context: The command, for what to type instead.

    Raises:
        ProblemsError: A folder or pattern holds no answer file.
        click.UsageError: Nothing is named, and this folder does not hold exactly one.
    """
    if not named:
        file = the_answers(context, None)
        return Region((file,), file.parent, False)
    found: dict[Path, Path] = {}
    roots = []
    missing = []
    for place in named:
        files, root = _found(place)
        if not files:
            missing.append(_nothing(place))
        roots.append(root)
        found.update((_identity(file), file) for file in files if _identity(file) not in found)
    if missing:
        raise ProblemsError.of(missing)
    meant = tuple(found.values())
    is_one = len(meant) == len(named) == 1 and (meant[0] == named[0] or meant[0].parent == named[0])
    return Region(meant, _common(roots), not is_one)


def _found(place: Path) -> tuple[list[Path], Path]:
    """Return the files that one word stands for, and the folder that these are named from."""
    if is_there(place) and place.is_dir():
        return _without_bases(_in_folder(place)), place
    if not _is_pattern(place):
        return [place], place.parent
    fixed = Path(*takewhile(lambda part: not has_magic(part), place.parts))
    matches = sorted(match for match in fixed.glob(str(place.relative_to(fixed))) if not _is_hidden(match, fixed))
    files = [file for match in matches for file in (_in_folder(match) if match.is_dir() else [match])]
    return _without_bases(files), fixed


def _is_pattern(place: Path) -> bool:
    return has_magic(str(place)) and not is_there(place)


def _is_hidden(place: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in place.relative_to(root).parts)


def _in_folder(folder: Path) -> list[Path]:
    """Return the answer files in a folder, and in the folders below it where itself it has only bases of those."""
    here = answer_files(folder)
    below = list(_below(folder))
    rest = _without_bases([*here, *below])
    own = [file for file in here if file in rest]
    return own or rest or here


def _below(folder: Path) -> Iterator[Path]:
    for name, folders, _ in os.walk(folder):
        folders[:] = sorted(item for item in folders if not item.startswith("."))
        if Path(name) != folder:
            yield from answer_files(Path(name))


def _without_bases(files: list[Path]) -> list[Path]:
    """Return the files that none of the others names as its basis."""
    bases = {_identity(file.parent / name) for file in files for name in _BASIS.findall(_start(file))}
    return [file for file in files if _identity(file) not in bases]


def _start(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            return stream.read(_LOOKED_AT)
    except OSError:  # reading it says so
        return ""


def _identity(file: Path) -> Path:
    """Return one name for a file, however it was named."""
    return Path(os.path.realpath(file))


def _common(roots: list[Path]) -> Path:
    """Return the folder that folders have in common; nothing in common have the drives of Windows."""
    try:
        return Path(os.path.commonpath([root.resolve() for root in roots]))
    except ValueError:
        return Path()


def _nothing(place: Path) -> Melding:
    if _is_pattern(place):
        melding = "Bij dit patroon past geen enkel bestand met antwoorden."
        return Melding(melding, "Controleer de map en het sterretje.", Location(str(place)))
    melding = "In deze map staat geen bestand met antwoorden, ook niet in de mappen eronder."
    return Melding(melding, "Controleer de map, of maak er een met: wijkplan nieuw MAP.", Location(str(place)))
