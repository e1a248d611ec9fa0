"""Writes a file whole or not at all, and never over work of somebody else: the last stage."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.problems import Location, Melding, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Saved(Struct, frozen=True):
    """A file that was written."""

    target: Path
    backup: Path | None
    """Where the file that stood there before is kept, if it was not ours alone."""


def save(data: bytes, target: Path, *, forceer: bool, is_own: Callable[[bytes], bool]) -> Saved:
    """Write `data` to `target`.

    Args:
        data: The whole file.
        target: Where it goes; the folder must exist.
        forceer: Replace a file that somebody else wrote or changed; it is kept as `.bak`.
        is_own: Tells whether a file is ours and unchanged, so that nothing is lost when it is replaced.

    Raises:
        ProblemsError: The file cannot or may not be written; the one that stood there is whole.
    """
    try:
        _refuse_folder(target)
        _refuse_opened(target, forceer=forceer)
    except OSError as error:  # a name that is too long, or a folder that may not be looked into
        raise _explained(error, target) from error
    backup = _backup(target, forceer=forceer, is_own=is_own)
    _write(data, target)
    return Saved(target, backup)


def save_all(files: Mapping[Path, bytes], *, forceer: bool, is_own: Callable[[bytes], bool]) -> tuple[Saved, ...]:
    """Write files that belong together: all of them, or none when one of them cannot or may not be written.

    Args:
        files: What goes where; the folders must exist.
        forceer: As for `save`.
        is_own: As for `save`.

    Raises:
        ProblemsError: One of the files cannot or may not be written; every file that stood there is as it was.
    """
    saved: list[Saved] = []
    before: dict[Path, bytes | None] = {}
    try:
        for target, data in files.items():
            before[target] = _content(target)
            saved.append(save(data, target, forceer=forceer, is_own=is_own))
    except BaseException:
        for done in saved:
            _undo(done, before[done.target])
        raise
    return tuple(saved)


def _content(target: Path) -> bytes | None:
    """Return what stands in a file; None when it is not there, or for `save` to complain about."""
    try:
        return target.read_bytes()
    except OSError:
        return None


def _undo(saved: Saved, before: bytes | None) -> None:
    """Put back what stood there before."""
    if before is None:
        saved.target.unlink(missing_ok=True)
    else:
        _write(before, saved.target)
    if saved.backup is not None:
        saved.backup.unlink(missing_ok=True)


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise ProblemsError.about(target, "Dit is een map, geen bestand.", "Geef met -o ook de naam van het bestand.")
    if not target.parent.is_dir():
        raise ProblemsError.about(
            target, f"De map {target.parent} bestaat niet.", "Maak de map eerst, of kies een andere plaats."
        )


def _refuse_opened(target: Path, *, forceer: bool) -> None:
    """Stop when Word or LibreOffice has the file open: what is typed there would be lost, or replace ours."""
    owners = (f"~${target.name}", f"~${target.name[2:]}", f".~lock.{target.name}#")
    if not forceer and target.exists() and any((target.parent / owner).exists() for owner in owners):
        remedy = "Sluit het document eerst in Word. Staat het nergens open? Gebruik dan --forceer."
        raise ProblemsError.about(target, "Dit document lijkt nog open te staan.", remedy)


def _backup(target: Path, *, forceer: bool, is_own: Callable[[bytes], bool]) -> Path | None:
    """Keep a copy of a file that is not ours alone; without `forceer` refuse to replace it."""
    if not target.exists():
        return None
    try:
        existing = target.read_bytes()
        if is_own(existing):
            return None
        if not forceer:
            melding = "Dit bestand is in Word veranderd, of het is niet door wijkplan gemaakt."
            remedy = "Kies een andere naam met -o, of gebruik --forceer. Het oude bestand blijft dan bewaard als .bak."
            raise ProblemsError.about(target, melding, remedy)
        backup = _free_name(target)
        _write(existing, backup)
    except OSError as error:
        raise ProblemsError.about(
            target, "Dit bestand is niet te lezen.", "Controleer of je het mag openen."
        ) from error
    return backup


def _free_name(target: Path) -> Path:
    """Return a name for the copy that no earlier copy has."""
    candidate, number = target.with_name(f"{target.name}.bak"), 1
    while candidate.exists():
        number += 1
        candidate = target.with_name(f"{target.name}.{number}.bak")
    return candidate


def _write(data: bytes, target: Path) -> None:
    """Write to a temporary file beside the target and put it in place in one step."""
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".wijkplan-", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
        temporary = None
    except OSError as error:
        raise _explained(error, target) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Return the rights of the file that stood there, else those of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _explained(error: OSError, target: Path) -> ProblemsError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return ProblemsError.about(
            target, "De schijf is vol.", "Maak ruimte en probeer het opnieuw. Er is niets veranderd."
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        remedy = "Sluit het document in Word, of kies met -o een map waar je mag schrijven."
        return ProblemsError.about(target, "Dit bestand mag niet worden geschreven, of het staat nog open.", remedy)
    return ProblemsError.about(
        target, "Dit bestand is niet te schrijven.", f"De computer meldt: {error.strerror or error}."
    )


def make_folder(folder: Path) -> None:
    """Make a folder, with the folders that it is in, where it is not there.

    Raises:
        ProblemsError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProblemsError.about(
            folder, "Deze map is niet te maken.", "Kies een map waar je mag schrijven."
        ) from error


def write_all_new(files: Mapping[Path, bytes], folder: Path) -> None:
    """Write files that are not there yet into a folder, made when needed with the folders in it; all of them or none.

    Raises:
        ProblemsError: One of the files is there already, or the folder cannot be written.
    """
    try:
        present = [path for path in files if path.exists() or path.is_symlink()]
    except OSError as error:
        raise _explained(error, folder) from error
    if present:
        remedy = "Kies een andere map. Bestaande bestanden blijven zoals ze zijn."
        raise ProblemsError.of(Melding("Dit bestand bestaat al.", remedy, Location(str(path))) for path in present)
    for place in (folder, *(path.parent for path in files)):
        make_folder(place)
    written: list[Path] = []
    try:
        for path, data in files.items():
            _write(data, path)
            written.append(path)
    except ProblemsError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
