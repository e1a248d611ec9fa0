"""The seal: tells a document that this program wrote from one that somebody worked on since.

The seal is a digest over every part but the one that holds it, in a custom property of the document. Word writes all
parts anew when it saves, so a saved document no longer matches its seal. What the document carries of its making is no
work of anybody, so that does not count.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from generator.word.ancestor import is_ancestor

if TYPE_CHECKING:
    from collections.abc import Mapping

SEALED_PART = "docProps/custom.xml"
_END = b"PK\x05\x06"
_END_LENGTH = 22
"""The end of a package without a comment, as this program writes it."""
_STORED = re.compile(rb'name="wijkplan"><vt:lpwstr>([0-9a-f]{64})</vt:lpwstr>')


def digest(parts: Mapping[str, bytes]) -> str:
    """Return the digest over the parts of a package, by name."""
    total = hashlib.sha256()
    for name in sorted(parts):
        if name != SEALED_PART and not is_ancestor(name, parts[name]):
            total.update(f"{name}\x00{len(parts[name])}\x00".encode())
            total.update(parts[name])
    return total.hexdigest()


def is_untouched(document: bytes) -> bool:
    """Tell whether this program wrote the document and nobody changed it since; False for anything else."""
    if document[-_END_LENGTH:][:4] != _END:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, zlib.error):
        return False
    stored = _STORED.search(parts.get(SEALED_PART, b""))
    return stored is not None and stored.group(1).decode() == digest(parts)
