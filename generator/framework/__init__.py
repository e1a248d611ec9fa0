"""The framework: twelve conditions, thirty interventions and six working principles, checked when read.

The parsed data are remembered: reading YAML takes longer than writing a plan.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from generator import __version__
from generator.framework.model import (
    Actie,
    Bouwsteen,
    EigenTekst,
    Eis,
    Framework,
    Inleiding,
    Interventie,
    Interventiecategorie,
    Leesstap,
    Leestip,
    Randvoorwaarde,
    Rechtsregel,
    Startvraag,
    Studie,
    VoorgesteldPrincipe,
    WerkzaamPrincipe,
)
from generator.kept import Kept, file_stamp, from_cache, to_cache
from generator.resources import framework_file

if TYPE_CHECKING:
    from pathlib import Path


__all__ = [
    "Actie",
    "Bouwsteen",
    "EigenTekst",
    "Eis",
    "Framework",
    "Inleiding",
    "Interventie",
    "Interventiecategorie",
    "Leesstap",
    "Leestip",
    "Randvoorwaarde",
    "Rechtsregel",
    "Startvraag",
    "Studie",
    "VoorgesteldPrincipe",
    "WerkzaamPrincipe",
    "load_framework",
]


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
    return _remembered(digest) or _from_yaml(data, digest)


_frameworks = Kept(_load, file_stamp, most=2)


def _from_yaml(data: bytes, digest: str) -> Framework:
    from ruamel.yaml import YAML

    framework = msgspec.convert(YAML(typ="safe").load(data.decode("utf-8")), Framework)
    to_cache(_kept_name(digest), msgspec.json.encode(framework))
    return framework


def _kept_name(digest: str) -> str:
    return f"kader-{digest[:32]}.json"


def _remembered(digest: str) -> Framework | None:
    """Return the remembered framework, or None when it is not there or cannot be trusted."""
    kept = from_cache(_kept_name(digest))
    try:
        return None if kept is None else msgspec.json.decode(kept, type=Framework)
    except (ValueError, msgspec.MsgspecError):
        return None
