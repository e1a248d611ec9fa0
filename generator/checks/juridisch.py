"""What the law asks of a plan, with the article of each rule and the day on which that was last checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.privacy import says
from generator.dutch import opsomming

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.samenwerking import Grondslag
    from generator.checks.report import Report
    from generator.framework import Framework, Interventie

_GROUND = re.compile(r"5\.1\b.{0,40}?\b(?:eerste|tweede|1e|2e|lid\s[12])\b|5\.1\.[12]\b", re.IGNORECASE)
"""Article 5.1 of the Woo with its first or second paragraph."""
_ACT = re.compile(r"\b(?:U?AVG|Wgs|Wpg|Wjsg|BRP|Awb|art\.?|artikel|\w*wet|wet \w+)\b", re.IGNORECASE)
"""What names an act or an article."""
_VIOLENCE = re.compile(r"\b(?:explosi\w*|beschiet\w*|beschoten|handgrana\w*|vuurwapen\w*)", re.IGNORECASE)
"""Serious violence at homes, or weapons."""
_CLOSING = re.compile("174a")
"""The article that lets a mayor close a building."""
_TAKING_PART = re.compile(r"participatieverordening|uitdaagrecht", re.IGNORECASE)


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report what the law does not allow, and what it asks and the answers do not say."""
    _interventions(antwoorden, kader, report)
    _assessment(antwoorden, kader, report)
    _grounds(antwoorden, kader, report)
    _closing(antwoorden, kader, report)
    _secrecy(antwoorden, kader, report)
    _participation(antwoorden, kader, report)
    _council(antwoorden, kader, report)


def _interventions(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    for index, item in enumerate(antwoorden.interventies):
        found = _of_framework(item.id, kader)
        if found and found.juridisch and not item.juridisch:
            rules = opsomming([kader.rechtsregel(key).artikel for key in found.juridisch])
            melding = "Een jurist moet deze interventie nog toetsen."
            remedy = (
                f"Vul “juridisch” in. Denk aan: {rules}. "
                f"Wat die regels vragen, zie je met “wijkplan kader interventies {item.id}”."
            )
            report.aandacht(("interventies", index, "juridisch"), melding, remedy, "jurist")


def _of_framework(key: str | None, kader: Framework) -> Interventie | None:
    return next((found for found in kader.interventies if found.id == key), None)


def _assessment(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report an assessment of privacy that is not ready, or only after an intervention that needs it has begun."""
    dpia = antwoorden.informatiedeling.dpia if antwoorden.informatiedeling else None
    rule = kader.rechtsregel("avg_35")
    for index, item in enumerate(antwoorden.interventies):
        found = _of_framework(item.id, kader)
        if found is None or rule.id not in found.juridisch:
            continue
        start = item.planning.start if item.planning else None
        if dpia is None or dpia.status != "uitgevoerd":
            melding = "Deze interventie vraagt om een DPIA, en die is nog niet afgerond."
        elif dpia.datum and start and start.voor(dpia.datum):
            melding = f"De DPIA is pas op {dpia.datum} afgerond. Dan loopt deze interventie al."
        else:
            continue
        remedy = f"Rond de DPIA af voordat de interventie begint en vul “informatiedeling.dpia” in: {rule.vindplaats}."
        report.aandacht(("interventies", index), melding, remedy, "dpia")


def _grounds(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    for index, item in enumerate(antwoorden.informatiedeling.grondslagen if antwoorden.informatiedeling else ()):
        path = ("informatiedeling", "grondslagen", index, "grondslag")
        if item.grondslag is None:
            continue
        if re.search(r"convenant|protocol", item.grondslag, re.IGNORECASE) and not _ACT.search(item.grondslag):
            melding = "Een convenant of protocol is zelf geen grondslag om informatie te delen."
            remedy = f"Noem ook de wet: {kader.rechtsregel('wgs').vindplaats}, of een andere wet."
            report.aandacht(path, melding, remedy, "grondslag")
        elif _shares_with_police(item) and not re.search(r"Wpg|politiegegevens|Wgs", item.grondslag):
            melding = "De politie deelt hier mee, maar de grondslag voor politiegegevens ontbreekt."
            report.aandacht(path, melding, f"Noem ook {kader.rechtsregel('wpg_16_20').vindplaats}.", "grondslag")


def _shares_with_police(item: Grondslag) -> bool:
    return any("politie" in party.casefold() for party in item.partijen)


def _closing(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    found = _VIOLENCE.search(antwoorden.wijk.aanleiding or "")
    if found and not says(report.source.tree, _CLOSING):
        rule = kader.rechtsregel("gemeentewet_174a")
        melding = f"De aanleiding noemt ernstig geweld of wapens (“{found.group()}”), maar het plan noemt sluiten niet."
        remedy = f"Ga na of dit past, en zet het bij “besluiten_nodig”: {rule.vindplaats}."
        report.aandacht(("informatiedeling", "besluiten_nodig"), melding, remedy, "sluiting")


def _secrecy(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    for index, item in enumerate(antwoorden.document.vertrouwelijke_bijlagen):
        if item.grond and not _GROUND.search(item.grond):
            melding = "Bij deze bijlage ontbreekt op welk lid van artikel 5.1 van de Woo de geheimhouding rust."
            remedy = (
                "Geheimhouding kan alleen op het eerste of tweede lid. Noem lid en onderdeel, en wie de geheimhouding"
                f" oplegt: {kader.rechtsregel('gemeentewet_87').vindplaats}."
            )
            report.aandacht(("document", "vertrouwelijke_bijlagen", index, "grond"), melding, remedy, "geheimhouding")


def _participation(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    if antwoorden.participatie and not says(report.source.tree, _TAKING_PART):
        melding = "Het plan noemt de participatieverordening van de gemeente niet."
        remedy = f"Noem die bij “kader” of bij “participatie”: {kader.rechtsregel('gemeentewet_150').vindplaats}."
        report.aandacht(("participatie",), melding, remedy, "participatieverordening")


def _council(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    decision, money = antwoorden.besluit, antwoorden.financien
    if decision is None or decision.raad in (None, "raadsvoorstel"):
        return
    if money and money.begrotingswijziging_nodig:
        melding = "Er is een begrotingswijziging nodig, maar er gaat geen voorstel naar de raad."
        rule = kader.rechtsregel("gemeentewet_189_192")
        remedy = f"Alleen de raad kan de begroting wijzigen: {rule.vindplaats}. Kies “raadsvoorstel”."
        report.fout(("besluit", "raad"), melding, remedy)
    elif decision.bevoegd_orgaan == "raad":
        melding = "De raad beslist, maar er gaat geen voorstel naar de raad."
        report.fout(("besluit", "raad"), melding, "Kies “raadsvoorstel”, of kies een ander bevoegd orgaan.")
