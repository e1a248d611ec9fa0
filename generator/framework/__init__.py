"""The framework: twelve conditions, thirty interventions and six working principles, checked when read."""

from __future__ import annotations

from generator.framework.loading import load_framework
from generator.framework.model import (
    Actie,
    Bouwsteen,
    Eis,
    Framework,
    Interventie,
    Interventiecategorie,
    Leestip,
    Randvoorwaarde,
    Startvraag,
    Studie,
    VoorgesteldPrincipe,
    WerkzaamPrincipe,
)

__all__ = [
    "Actie",
    "Bouwsteen",
    "Eis",
    "Framework",
    "Interventie",
    "Interventiecategorie",
    "Leestip",
    "Randvoorwaarde",
    "Startvraag",
    "Studie",
    "VoorgesteldPrincipe",
    "WerkzaamPrincipe",
    "load_framework",
]
