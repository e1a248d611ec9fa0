"""A Word file as a zip of parts: reads one within bounds, and writes one that has the same bytes for the same parts."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from generator import limits
from generator.problems import HERE, ProblemsError
from generator.word.package import file_types, part_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MB = 1024 * 1024
_CHUNK = 1024 * 1024
_CENTRAL = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What Word itself reads; the others also unpack without a limit in the standard library."""
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    struct.error,
    zlib.error,
    EOFError,
    ValueError,
    OverflowError,
    LookupError,
    OSError,
)
"""What the standard library raises on bytes that are no sound zip."""
_FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Readers expect these at the start."""
_MOMENT = (1980, 1, 1, 0, 0, 0)


def read_archive(path: Path) -> dict[str, bytes]:
    """Return the entries of a file by clean name.

    Raises:
        ProblemsError: The file cannot be read, is no sound zip, or holds more than the limits allow.
    """
    return unpack(read_file(path), path.name)


def unpack(data: bytes, name: str = "") -> dict[str, bytes]:
    """Return the entries of the zip in the bytes of a file; its name tells what it is when they do not.

    Raises:
        ProblemsError: It is no sound zip, or holds more than the limits allow.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise file_types.no_zip(name, data)
    if data.count(_CENTRAL) > limits.ENTRIES:
        raise _too_large(f"Er zitten meer dan {limits.ENTRIES} onderdelen in dit bestand.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _entries(archive, len(data))
    except _BROKEN as error:
        raise file_types.broken() from error


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        ProblemsError: There is no such file, it cannot be read, or it is too large.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ProblemsError.about(HERE, "Dit is een map, geen bestand.", "Kies het Word-bestand in de map.")
        if not stat.S_ISREG(found.st_mode):
            raise ProblemsError.about(HERE, "Dit is geen gewoon bestand.", "Kies een Word-bestand.")
        if found.st_size > limits.FILE:
            raise _too_large(f"Dit bestand is groter dan {limits.FILE // MB} MB.")
        with path.open("rb") as stream:
            data = stream.read(limits.FILE)
    except FileNotFoundError as error:
        raise ProblemsError.about(HERE, "Dit bestand bestaat niet.", "Controleer de naam en de map.") from error
    except (OSError, ValueError) as error:
        remedy = "Controleer of je het bestand mag openen en of het niet ergens anders open staat."
        raise ProblemsError.about(HERE, "Dit bestand is niet te lezen.", remedy) from error
    if not data:
        raise ProblemsError.about(
            HERE, "Dit bestand is leeg.", "Kies een ander bestand, of vraag opnieuw om het Word-bestand."
        )
    return data


def _entries(archive: zipfile.ZipFile, size: int) -> dict[str, bytes]:
    entries: dict[str, bytes] = {}
    room = limits.UNPACKED
    keys: set[str] = set()
    for info in archive.infolist():
        if _is_extra(info.filename):
            continue
        name = _checked_name(info.filename, keys)
        _refuse_unreadable(info)
        entries[name] = _unpack(archive, info, room)
        room -= len(entries[name])
        if limits.UNPACKED - room > max(limits.RATIO_MATTERS, limits.RATIO * size):
            raise _too_large("Dit bestand is klein ingepakt, maar uitgepakt buitengewoon groot.")
    return entries


def _is_extra(name: str) -> bool:
    """Tell whether an entry comes from packing by hand, such as a folder or what macOS adds."""
    last = name.replace("\\", "/").rpartition("/")[2].lower()
    return last in {"", ".ds_store", "thumbs.db", "desktop.ini"} or name.startswith("__MACOSX")


def _checked_name(name: str, keys: set[str]) -> str:
    remedy = "Open het bestand in Word en bewaar het opnieuw als .docx."
    if part_names.is_unsafe(name):
        raise ProblemsError.about(HERE, "In dit bestand zit een onderdeel met een naam die naar buiten wijst.", remedy)
    found = part_names.key(name)
    if found in keys:
        raise ProblemsError.about(HERE, f"In dit bestand zit het onderdeel {part_names.clean(name)} twee keer.", remedy)
    keys.add(found)
    return part_names.clean(name)


def _refuse_unreadable(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise ProblemsError.about(
            HERE,
            "De onderdelen van dit bestand zijn versleuteld.",
            "Haal de versleuteling eraf, of vraag om het bestand zonder wachtwoord.",
        )
    if info.compress_type not in _METHODS:
        raise ProblemsError.about(
            HERE,
            "Dit bestand is ingepakt op een manier die Word niet kent.",
            "Open het bestand in Word en bewaar het opnieuw als .docx.",
        )


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> bytes:
    limit = min(room, limits.ENTRY)
    pieces = bytearray()
    with archive.open(info) as stream:
        while piece := stream.read(_CHUNK):
            pieces += piece
            if len(pieces) > limit:
                raise _too_large("Dit bestand is uitgepakt te groot.")
    return bytes(pieces)


def _too_large(melding: str) -> ProblemsError:
    return ProblemsError.about(
        HERE, melding, "Haal grote afbeeldingen en tekst die je niet nodig hebt uit het bestand en bewaar het opnieuw."
    )


def package(parts: Mapping[str, bytes]) -> bytes:
    """Return the file that holds the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return stream.getvalue()
