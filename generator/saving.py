"""Writes a file whole or not at all, and never over work of somebody else: the last stage."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from generator import limits
from generator.problems import Location, Melding, ProblemsError
from generator.resources import is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_ANYBODY_WRITES = 0o222
_written: list[Path] = []


class Saved(Struct, frozen=True):
    """A file that was written."""

    target: Path
    backup: Path | None
    """Where the file that stood there before is kept, if it was not ours alone."""


class NotReplacedError(ProblemsError):
    """What stands at a place may be somebody's work: it is open, locked or changed, and only replaced when asked."""


def save(data: bytes, target: Path, *, forceer: bool, is_own: Callable[[bytes], bool]) -> Saved:
    """Write `data` to `target`.

    Args:
        data: The whole file.
        target: Where it goes; the folder must exist. Of a link, what it points at is written.
        forceer: Replace a file that somebody else wrote or changed; it is kept as `.bak`.
        is_own: Tells whether a file is ours and unchanged, so that nothing is lost when it is replaced.

    Raises:
        ProblemsError: The file cannot or may not be written; the one that stood there is whole.
    """
    return save_all({target: data}, forceer=forceer, is_own=is_own)[0]


def save_all(files: Mapping[Path, bytes], *, forceer: bool, is_own: Callable[[bytes], bool]) -> tuple[Saved, ...]:
    """Write files that belong together: all of them, or none when one of them cannot or may not be written.

    Every place is looked at, and every file written beside its place, before the first is put in its place.

    Args:
        files: What goes where; the folders must exist.
        forceer: As for `save`.
        is_own: As for `save`.

    Raises:
        ProblemsError: One of the files cannot or may not be written; every file that stood there is as it was.
    """
    changed = {target: _look(target, forceer=forceer, is_own=is_own) for target in files}
    with _Writing() as writing:
        backups = {target: _back_up(target, writing) for target, is_changed in changed.items() if is_changed}
        for target, data in files.items():
            writing.prepare(data, target)
        writing.finish()
    return tuple(Saved(target, backups.get(target)) for target in files)


def written() -> tuple[Path, ...]:
    """Return the files that this process put in place, for who has to tell what happened until it was stopped."""
    return tuple(_written)


def _look(target: Path, *, forceer: bool, is_own: Callable[[bytes], bool]) -> bool:
    """Refuse a place that may not be written; tell whether the file there is to be kept as a copy."""
    try:
        _refuse_folder(target)
        _refuse_opened(target, forceer=forceer)
        if not target.exists():
            return False
        _refuse_locked(target, forceer=forceer)
    except OSError as error:  # a name that is too long, or a folder that may not be looked into
        raise _explained(error, target) from error
    try:
        if target.stat().st_size <= limits.DOCUMENT and is_own(target.read_bytes()):
            return False
    except OSError as error:
        raise _unreadable(target) from error
    if not forceer:
        melding = "Dit bestand is in Word veranderd, of het is niet door wijkplan gemaakt."
        remedy = "Kies een andere naam met -o, of gebruik --forceer. Het oude bestand blijft dan bewaard als .bak."
        raise NotReplacedError.about(target, melding, remedy)
    return True


class _Writing:
    """Files that are being written: beside their places, then all in place, or as if nothing had happened."""

    def __init__(self) -> None:
        self._ready: dict[Path, Path] = {}
        """Each place → the file beside it that goes there."""
        self._held: dict[Path, Path] = {}
        """Each place → the old file, kept until all is done."""
        self._placed: dict[Path, os.stat_result] = {}
        self._done = False

    def __enter__(self) -> _Writing:
        return self

    def __exit__(self, *_error: object) -> None:
        """Leave nothing beside the places; where it did not come to the end, put back what stood there."""
        for place in () if self._done else self._placed:
            self._undo(place)
        for left in (*self._ready.values(), *self._held.values()):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)

    def prepare(self, data: bytes, target: Path) -> None:
        """Write a file beside its place, with the rights of the file that stands there."""
        place = _place_of(target)
        try:
            with _beside(place, self._ready) as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            self._ready[place].chmod(_mode(place))
        except OSError as error:
            raise _explained(error, target) from error

    def copy(self, source: Path, target: Path) -> None:
        """Write a copy of a file beside its place, for the same people to read."""
        try:
            with source.open("rb") as old, _beside(target, self._ready) as stream:
                shutil.copyfileobj(old, stream)
            self._ready[target].chmod(_mode(source))
        except OSError as error:
            raise _explained(error, target) from error

    def finish(self) -> None:
        """Put every file in its place."""
        for place, ready in self._ready.items():
            try:
                if len(self._ready) > 1 and place.exists():
                    self._hold(place)
                made = ready.stat()
                ready.replace(place)
            except OSError as error:
                raise _explained(error, place) from error
            self._placed[place] = made
        self._done = True
        _written.extend(self._placed)

    def _hold(self, place: Path) -> None:
        """Keep the old file under another name, with its own moment."""
        with _beside(place, self._held):
            held = self._held[place]
        try:
            held.unlink()
            os.link(place, held)
        except OSError:  # a disk that has no links
            shutil.copy2(place, held)

    def _undo(self, place: Path) -> None:
        """Put back what stood there, unless somebody else has put another file there since."""
        with contextlib.suppress(OSError):
            if place.stat().st_ino != self._placed[place].st_ino:
                return
            if place in self._held:
                self._held[place].replace(place)
            else:
                place.unlink()


@contextlib.contextmanager
def _beside(place: Path, names: dict[Path, Path]) -> Iterator[BinaryIO]:
    """Open a new file beside a place, which nobody else may read yet; its name is in `names` as soon as it is there."""
    handle, name = tempfile.mkstemp(prefix=".wijkplan-", dir=place.parent)
    names[place] = Path(name)
    with os.fdopen(handle, "wb") as stream:
        yield stream


def _place_of(target: Path) -> Path:
    """Return the file itself: of a link, also one that leads nowhere yet, what it points at."""
    return Path(os.path.realpath(target)) if target.is_symlink() else target


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise ProblemsError.about(target, "Dit is een map, geen bestand.", "Geef met -o ook de naam van het bestand.")
    folder = _place_of(target).parent
    if not folder.is_dir():
        raise ProblemsError.about(
            target, f"De map {folder} bestaat niet.", "Maak de map eerst, of kies een andere plaats."
        )


def _refuse_opened(target: Path, *, forceer: bool) -> None:
    """Stop when Word or LibreOffice has the file open: what is typed there would be lost, or replace ours."""
    places = {target, _place_of(target)}
    owners = (
        place.parent / name
        for place in places
        for name in (f"~${place.name}", f"~${place.name[1:]}", f"~${place.name[2:]}", f".~lock.{place.name}#")
    )
    if not forceer and target.exists() and any(owner.exists() for owner in owners):
        remedy = "Sluit het document eerst in Word. Staat het nergens open? Gebruik dan --forceer."
        raise NotReplacedError.about(target, "Dit document lijkt nog open te staan.", remedy)


def _refuse_locked(target: Path, *, forceer: bool) -> None:
    """Stop at what is no file, such as a pipe or a disk, and at a file that somebody made read-only."""
    found = target.stat()
    if not stat.S_ISREG(found.st_mode):
        melding = "Dit is geen gewoon bestand, maar bijvoorbeeld een apparaat of een pijp."
        raise ProblemsError.about(target, melding, "Kies met -o de naam van een gewoon bestand.")
    if not forceer and not found.st_mode & _ANYBODY_WRITES:
        remedy = "Kies een andere naam met -o, of gebruik --forceer. Het oude bestand blijft dan bewaard als .bak."
        raise NotReplacedError.about(target, "Dit bestand is beveiligd tegen veranderen.", remedy)


def _back_up(target: Path, writing: _Writing) -> Path:
    """Let a copy of a file be kept beside it."""
    backup = _free_name(_place_of(target))
    writing.copy(target, backup)
    return backup


def _free_name(target: Path) -> Path:
    """Return a name for the copy that no earlier copy has."""
    candidate, number = target.with_name(f"{target.name}.bak"), 1
    while candidate.exists():
        number += 1
        candidate = target.with_name(f"{target.name}.{number}.bak")
    return candidate


def _mode(target: Path) -> int:
    """Return the rights of the file that stood there, else those of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unreadable(target: Path) -> ProblemsError:
    return ProblemsError.about(target, "Dit bestand is niet te lezen.", "Controleer of je het mag openen.")


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


def write_new(data: bytes, target: Path) -> None:
    """Write a file that is not there yet, in a folder that is made when needed.

    Raises:
        ProblemsError: The file is there already, or cannot be written.
    """
    refuse_present(target)
    write_all_new({target: data}, target.parent)


def refuse_present(target: Path) -> None:
    """Stop at a place where something is, for who writes a new file; what is there may be work of somebody.

    Raises:
        ProblemsError: Something is there.
    """
    if is_there(target) or target.is_symlink():
        remedy = "Kies een andere naam met -o, of haal het bestand eerst weg."
        raise ProblemsError.about(target, "Dit bestand bestaat al.", remedy)


def write_all_new(files: Mapping[Path, bytes], folder: Path) -> None:
    """Write files that are not there yet into a folder, made when needed with the folders in it; all of them or none.

    Raises:
        ProblemsError: One of the files is there already, or the folder cannot be written.
    """
    try:
        present = [path for path in files if path.exists() or path.is_symlink()]
        made = [place for parent in (folder, *(path.parent for path in files)) for place in _absent(parent)]
    except OSError as error:
        raise _explained(error, folder) from error
    if present:
        remedy = "Kies een andere map. Bestaande bestanden blijven zoals ze zijn."
        raise ProblemsError.of(Melding("Dit bestand bestaat al.", remedy, Location(str(path))) for path in present)
    try:
        for place in (folder, *(path.parent for path in files)):
            make_folder(place)
        with _Writing() as writing:
            for path, data in files.items():
                writing.prepare(data, path)
            writing.finish()
    except BaseException:
        for place in sorted(set(made), key=lambda place: len(place.parts), reverse=True):
            with contextlib.suppress(OSError):  # it was not made, or somebody put something in it
                place.rmdir()
        raise


def _absent(folder: Path) -> list[Path]:
    """Return a folder and those that it is in, as far as they are not there."""
    return [place for place in (folder, *folder.parents) if not place.exists()]
