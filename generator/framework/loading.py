"""Reads `framework.yaml`, and remembers the parsed data: reading YAML takes longer than writing a plan."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import msgspec

from generator import __version__
from generator.framework.model import Framework
from generator.kept import Kept, file_stamp
from generator.resources import framework_file


def load_framework(path: Path | None = None) -> Framework:
    """Return the framework: the same object as before, unless the file changed.

    Args:
        path: The YAML file; the project's own `framework.yaml` when left out.

    Raises:
        msgspec.ValidationError: The file does not hold a sound framework.
    """
    return _frameworks.get(path or framework_file())


def _load(path: Path) -> Framework:
    data = path.read_bytes()
    digest = hashlib.sha256(__version__.encode() + data).hexdigest()
    return _from_cache(digest) or _from_yaml(data, digest)


_frameworks = Kept(_load, file_stamp, most=2)


def _from_yaml(data: bytes, digest: str) -> Framework:
    from ruamel.yaml import YAML

    framework = msgspec.convert(YAML(typ="safe").load(data.decode("utf-8")), Framework)
    _remember(framework, digest)
    return framework


def _cache_file(digest: str) -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("wijkplan") / f"kader-{digest[:32]}.json"


def _from_cache(digest: str) -> Framework | None:
    """Return the remembered framework, or None when it is not there or cannot be trusted."""
    try:
        return msgspec.json.decode(_cache_file(digest).read_bytes(), type=Framework)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None


def _remember(framework: Framework, digest: str) -> None:
    """Keep the data for the next run; where the disk does not allow that, nothing is lost."""
    target = _cache_file(digest)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(msgspec.json.encode(framework))
        Path(name).replace(target)
    except OSError:
        return
