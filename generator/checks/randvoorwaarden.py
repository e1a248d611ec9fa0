"""Conditions that are called in order while nothing shows that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.dutch import opsomming

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.checks.report import Report
    from generator.framework import Framework


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report each condition in order of which parts were not looked at, are not in order, or without proof."""
    for condition in kader.randvoorwaarden:
        answer = antwoorden.randvoorwaarden.get(condition.id)
        if answer is None or answer.status != "op_orde":
            continue
        path = ("randvoorwaarden", condition.id, "status")
        unseen = [eis.nr for eis in condition.eisen if answer.eisen.get(str(eis.nr)) in (None, "onbekend")]
        missing = []
        if unseen:
            missing.append(f"{len(unseen)} van de {len(condition.eisen)} onderdelen zijn niet beoordeeld")
        if not answer.bewijs:
            missing.append("er staat geen bewijs bij")
        if missing:
            melding = f"Deze randvoorwaarde is ‘op orde’, maar {opsomming(missing)}."
            remedy = "Vul “eisen” en “bewijs” in, of kies “deels” of “onbekend”."
            report.aandacht(path, melding, remedy, "op_orde")
        partly = [eis.nr for eis in condition.eisen if answer.eisen.get(str(eis.nr)) == "deels"]
        if partly:
            melding = f"Deze randvoorwaarde is ‘op orde’, maar onderdeel {opsomming(partly)} is dat maar deels."
            if len(partly) > 1:
                melding = (
                    f"Deze randvoorwaarde is ‘op orde’, maar de onderdelen {opsomming(partly)} zijn dat maar deels."
                )
            remedy = "Kies “deels”, of verander de stand van het onderdeel."
            report.aandacht(path, melding, remedy, "op_orde")
