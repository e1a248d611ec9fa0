"""The advice that a municipality can answer, by the name under which it does so."""

from __future__ import annotations

from typing import Literal, TypeAlias

AdviesId: TypeAlias = Literal[
    "begrotingsmoment",
    "beslispunt_bedrag",
    "bewoners_in_overleg",
    "datum_besluit",
    "doel_indicator",
    "doel_meetbaar",
    "eenzijdig",
    "geld_onzeker",
    "handtekeningen",
    "interventie_kosten",
    "klachten",
    "nulmeting",
    "op_orde",
    "partner_onbekend",
    "probleem_cijfer",
    "probleem_interventie",
    "procesregisseur",
    "snel_beginnen",
    "som_der_delen",
    "streefwaarde",
    "termijn_voorbij",
    "tijdelijk_geld",
    "verkiezingen",
]
