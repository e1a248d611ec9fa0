"""Whether those who must do it are there: partners, residents, roles, and a mix of interventions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answers.kinds.kind import folded
from generator.checks.privacy import says
from generator.dutch import opsomming

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.samenwerking import Organisatie
    from generator.checks.report import Report
    from generator.framework import Framework

_STRICT = frozenset({"toezicht_controle_handhaving"})
_SOFT = frozenset({"hulpverlening", "jeugd", "communicatie_awareness"})
"""The categories of interventions that only enforce, and of those that only help and tell."""
_CONTROLS = frozenset({"integrale_controles", "integrale_handhavingsacties", "achter_de_voordeur"})
"""Interventions in which several organisations come to people's doors together."""
_COMPLAINT = re.compile(r"klachtenregeling|klachtenprocedure|klachtrecht|een klacht|ombudsman", re.IGNORECASE)
_ENTERING = re.compile(r"binnentre\w*|Awbi|machtiging", re.IGNORECASE)
_RESIDENTS = re.compile(r"bewoner|inwoner|wijkraad|buurtraad|dorpsraad|wijktafel|huurder", re.IGNORECASE)
_OWN_PEOPLE = re.compile(r"gemeente|afdeling|team|college|burgemeester|wethouder", re.IGNORECASE)


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report who is missing or not bound, and what is too much of one kind."""
    if antwoorden.organisatie:
        _signed(antwoorden.organisatie, report)
        _unknown_partners(antwoorden, antwoorden.organisatie, report)
        _meetings(antwoorden.organisatie, report)
        _roles(antwoorden.organisatie, report)
    _one_sided(antwoorden, kader, report)
    _safeguards(antwoorden, report)
    _sum_of_parts(antwoorden, report)


def _signed(organisatie: Organisatie, report: Report) -> None:
    """Report an agreement that is signed by everybody and still a draft, or by nobody and not a draft any more."""
    agreement, partners = organisatie.overeenkomst, organisatie.partners
    if agreement is None or not partners:
        return
    path = ("organisatie", "overeenkomst", "status")
    signed = [partner.getekend for partner in partners]
    if agreement.status in ("concept", "geen") and all(signed):
        status = "nog een concept" if agreement.status == "concept" else "er nog niet"
        melding = f"De overeenkomst is {status}, maar bij alle partners staat dat zij hebben getekend."
        remedy = "Kies “getekend” bij de overeenkomst, of verander “getekend” bij organisatie.partners."
        report.aandacht(path, melding, remedy, "handtekeningen")
    elif agreement.status == "getekend" and not any(answer is not False for answer in signed):
        melding = "De overeenkomst is getekend, maar bij geen enkele partner staat dat die heeft getekend."
        remedy = "Kies “concept” bij de overeenkomst, of verander “getekend” bij organisatie.partners."
        report.aandacht(path, melding, remedy, "handtekeningen")


def _unknown_partners(antwoorden: Antwoorden, organisatie: Organisatie, report: Report) -> None:
    """Report who takes part in an intervention and is named nowhere among partners and parties."""
    named = [partner.naam for partner in organisatie.partners]
    named += [party.partij for party in antwoorden.wijk.krachtenveld]
    known = [folded(name).casefold() for name in named if name]
    if not organisatie.partners:
        return
    for index, item in enumerate(antwoorden.interventies):
        strange = [name for name in item.partners if not _OWN_PEOPLE.search(name) and not _is_among(name, known)]
        if strange:
            are = "staat" if len(strange) == 1 else "staan"
            melding = f"{opsomming(f'“{name}”' for name in strange)} {are} niet bij de partners van de aanpak."
            remedy = "Zet hen bij organisatie.partners of bij wijk.krachtenveld, of schrijf hun naam net zo als daar."
            report.aandacht(("interventies", index, "partners"), melding, remedy, "partner_onbekend")


def _is_among(name: str, known: list[str]) -> bool:
    plain = folded(name).casefold()
    return any(plain in other or other in plain for other in known)


def _meetings(organisatie: Organisatie, report: Report) -> None:
    said = [text for item in organisatie.overleg for text in (item.naam, item.doel, *item.deelnemers) if text]
    if organisatie.overleg and not any(_RESIDENTS.search(text) for text in said):
        melding = "Bewoners doen in geen enkel overleg mee."
        remedy = (
            "Noem hen bij de deelnemers van een overleg. Het kader vraagt om samen te werken met de mensen in de wijk."
        )
        report.aandacht(("organisatie", "overleg"), melding, remedy, "bewoners_in_overleg")


def _roles(organisatie: Organisatie, report: Report) -> None:
    said = [text for item in organisatie.rollen for text in (item.rol, item.wie) if text]
    if said and not re.search(r"proces(?:regisseur|begeleid|leider)", " ".join(said), re.IGNORECASE):
        melding = "Onder de rollen is geen procesregisseur of procesbegeleider."
        remedy = (
            "Noem bij organisatie.rollen wie het proces begeleidt. Het kader vraagt om iemand die onafhankelijk is."
        )
        report.aandacht(("organisatie", "rollen"), melding, remedy, "procesregisseur")


def _one_sided(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    categories = {item.id: item.categorie for item in kader.interventies}
    chosen = [item.categorie or categories.get(item.id or "") for item in antwoorden.interventies]
    if len(chosen) < 2:
        return
    for of_one_kind, only, other in (
        (_STRICT, "toezicht, controle en handhaving", "hulp, jeugd of communicatie"),
        (_SOFT, "hulp, jeugd en communicatie", "toezicht, controle of handhaving"),
    ):
        if of_one_kind.issuperset(category or "" for category in chosen):
            melding = f"Alle interventies gaan over {only}. Er is er geen voor {other}."
            remedy = "Het kader gaat uit van een integrale aanpak. Kies er een bij, of leg de keuze uit."
            report.aandacht(("interventies",), melding, remedy, "eenzijdig")


def _safeguards(antwoorden: Antwoorden, report: Report) -> None:
    """Report joint controls in a plan that says nothing of complaints or of entering a home."""
    if not any(item.id in _CONTROLS for item in antwoorden.interventies):
        return
    missing = [
        what
        for what, sign in (("over binnentreden", _ENTERING), ("waar iemand een klacht kan indienen", _COMPLAINT))
        if not says(report.source.tree, sign)
    ]
    for index, item in enumerate(antwoorden.interventies if missing else ()):
        if item.id in _CONTROLS:
            melding = (
                f"Bij deze interventie gaan partners samen bij mensen langs. Het plan zegt niets {_both(missing)}."
            )
            remedy = "Zet bij “juridisch” wie wanneer naar binnen mag, en welke klachtenregeling er geldt."
            report.aandacht(("interventies", index), melding, remedy, "klachten")


def _both(missing: list[str]) -> str:
    return " en niets ".join(what if what.startswith("over") else f"over {what}" for what in missing)


def _sum_of_parts(antwoorden: Antwoorden, report: Report) -> None:
    """Report the principle that needs a shared vision, where there is none yet."""
    vision = antwoorden.randvoorwaarden.get("gezamenlijke_visie")
    if vision is None or vision.status in (None, "op_orde"):
        return
    for index, item in enumerate(antwoorden.interventies):
        for number, choice in enumerate(item.principes):
            if choice.id == "som_meer_dan_delen":
                melding = "Dit principe steunt op een gezamenlijke visie, en die is nog niet op orde."
                remedy = "Begin met de acties bij de randvoorwaarde gezamenlijke_visie."
                path = ("interventies", index, "principes", number)
                report.aandacht(path, melding, remedy, "som_der_delen")
