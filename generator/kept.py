"""Keeps a few things that were made of files: in memory until a file changes, and as bytes in the user's cache folder.

A cache on the disk is never in the way: where it cannot be read, written or trusted, the thing is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Stamp: TypeAlias = "tuple[object, ...] | None"
"""What is different after a file changed; None when there is no file."""

_DIGEST = 32
"""Bytes before what is kept on the disk, which tell that it is whole."""

_K = TypeVar("_K", bound="Hashable")
_V = TypeVar("_V")


class Kept(Generic[_K, _V]):
    """What was made of files, by what it was asked for; the longest unused goes first."""

    def __init__(self, make: Callable[[_K], _V], stamp: Callable[[_K], Stamp], most: int) -> None:
        """Start with nothing.

        Args:
            make: Makes the thing that is asked for.
            stamp: Looks at the files that it is made of.
            most: So many things are kept.
        """
        self._make = make
        self._stamp = stamp
        self._most = most
        self._made: dict[_K, tuple[Stamp, _V]] = {}

    def get(self, key: _K) -> _V:
        """Return the thing: the same one as before, unless its files changed."""
        stamp = self._stamp(key)  # before it is made: what changes meanwhile is made again the next time
        found = self._made.pop(key, None)
        if found is None or stamp is None or found[0] != stamp:
            found = (stamp, self._make(key))
        self._made[key] = found
        while len(self._made) > self._most:
            self._made.pop(next(iter(self._made)), None)
        return found[1]


def file_stamp(path: Path) -> Stamp:
    """Return the stamp of a file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def folder_stamp(folder: Path) -> Stamp:
    """Return the stamp of all files in a folder and in the folders in it."""
    return tuple((str(path), file_stamp(path)) for path in sorted(folder.rglob("*")))


def from_cache(name: str) -> bytes | None:
    """Return what was kept under a name, such as `kader/1f.json`; None where it is not there, or not whole."""
    try:
        kept = (_cache_folder() / name).read_bytes()
    except OSError:
        return None
    return kept[_DIGEST:] if hashlib.sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST] else None


def to_cache(name: str, data: bytes) -> None:
    """Keep bytes under a name for the next run; where the disk does not allow that, nothing is lost."""
    temporary: Path | None = None
    try:
        target = _cache_folder() / name
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=target.parent)
        temporary = Path(made)
        with os.fdopen(handle, "wb") as stream:
            stream.write(hashlib.sha256(data).digest() + data)
        temporary.replace(target)
    except OSError:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("wijkplan", ensure_exists=False)
