"""Keeps compiled templates for the next run, for this Python and this version of what we add to them."""

from __future__ import annotations

import contextlib
import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from generator import __version__
from generator.kept import from_cache, to_cache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class _Compiled(BytecodeCache):
    """Compiled templates in a folder of the user's cache."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a compiled template, if it is there and whole."""
        kept = from_cache(f"{self._folder}/{bucket.key}")
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        to_cache(f"{self._folder}/{bucket.key}", bucket.bytecode_to_string())


@cache
def compiled() -> BytecodeCache:
    """Return the compiled templates of this user."""
    added = hashlib.sha256(__version__.encode())
    with contextlib.suppress(OSError):
        added.update(Path(__file__).with_name("counting.py").read_bytes())
    return _Compiled(f"sjablonen-{sys.implementation.cache_tag}-{added.hexdigest()[:12]}")
