"""The framework: twelve conditions, thirty interventions and six working principles, checked when read."""

from __future__ import annotations

from generator.framework.loading import load_framework
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
