"""The seal: tells a PDF that this program wrote from one that somebody changed since.

It is a digest over the whole file, in a field of the document information that stands empty while counting.
"""

from __future__ import annotations

import hashlib
import re

KEY = "/wijkplan"
EMPTY = "0" * 64
_SEAL = re.compile(rb"(/wijkplan \()([0-9a-f]{64})(\))")


def seal(document: bytes) -> bytes:
    """Return the PDF with its digest in the place of `EMPTY`."""
    return _SEAL.sub(rb"\g<1>" + _digest(document).encode() + rb"\g<3>", document, count=1)


def is_untouched(document: bytes) -> bool:
    """Tell whether this program wrote the PDF and nobody changed it since; False for anything else."""
    found = _SEAL.search(document)
    return document.startswith(b"%PDF-") and found is not None and found.group(2).decode() == _digest(document)


def _digest(document: bytes) -> str:
    return hashlib.sha256(_SEAL.sub(rb"\g<1>" + EMPTY.encode() + rb"\g<3>", document, count=1)).hexdigest()
