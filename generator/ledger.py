"""Remembers what a batch made, and from what, so that the next run can skip what is up to date.

It stands in the cache folder of the user, one small file for each set of documents. It is never trusted blindly: what
it says counts only while every document on the disk is byte for byte the one it speaks of. Without it, or where the
disk allows none, documents are made once more and no harm is done.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from generator.kept import from_cache, to_cache

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


class _Entry(msgspec.Struct, frozen=True):
    fingerprint: str
    digests: tuple[str, ...]
    """Of the documents, by their order."""


def recall(targets: Iterable[Path]) -> str:
    """Return the fingerprint of what documents were made from; empty where that is not known or one was changed."""
    places = tuple(targets)
    kept = from_cache(_name(places))
    try:
        entry = msgspec.json.decode(kept or b"", type=_Entry)
        found = tuple(_digest(place.read_bytes()) for place in places)
    except (OSError, ValueError, msgspec.MsgspecError):
        return ""
    return entry.fingerprint if found == entry.digests else ""


def note(files: Mapping[Path, bytes], fingerprint: str) -> None:
    """Remember what documents were made from."""
    entry = _Entry(fingerprint, tuple(map(_digest, files.values())))
    to_cache(_name(tuple(files)), msgspec.json.encode(entry))


def _name(targets: tuple[Path, ...]) -> str:
    name = _digest("\n".join(str(target.absolute()) for target in targets).encode(errors="surrogateescape"))
    return f"gemaakt/{name}.json"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
