"""The framework's advice on interventions: an owner, a goal, an indicator, and know why it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.dutch import opsomming

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import KeyPath


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report what an intervention still lacks to have a chance."""
    titles = {item.id: item.titel for item in kader.interventies}
    for index, item in enumerate(antwoorden.interventies):
        path = ("interventies", index)
        title = item.lokale_naam or item.titel or titles.get(item.id or "", item.id or "zonder naam")
        _completeness(item, title, kader, path, report)
        _principles(item, title, kader, path, report)
        _indicators(item, path, report)
        _law(item, title, kader, path, report)


def _completeness(item: InterventieAntwoord, title: str, kader: Framework, path: KeyPath, report: Report) -> None:
    missing = [
        name
        for name, value in (
            ("een eigenaar", item.eigenaar),
            ("een doel in deze wijk", item.lokaal_doel),
            ("een indicator", item.indicatoren),
        )
        if not value
    ]
    unanswered = sum(getattr(item.startvragen, question.id) is None for question in kader.startvragen)
    if unanswered:
        missing.append(f"een antwoord op {unanswered} van de {len(kader.startvragen)} startvragen")
    if missing:
        melding = f"De interventie “{title}” mist nog: {opsomming(missing)}."
        remedy = "Vul dit samen met de eigenaar in. Dat vergroot de kans dat de interventie werkt."
        report.aandacht(path, melding, remedy)


def _principles(item: InterventieAntwoord, title: str, kader: Framework, path: KeyPath, report: Report) -> None:
    if not item.principes:
        melding = f"Voor de interventie “{title}” is nog geen werkzaam principe gekozen."
        remedy = "Het plan laat de voorstellen bij het kader zien. Bevestig ze bij principes, of kies zelf."
        report.aandacht((*path, "principes"), melding, remedy)
    for index, choice in enumerate(item.principes):
        here = (*path, "principes", index)
        name = _principle_title(choice, kader)
        if choice.keuze == "voorgesteld":
            melding = f"Het principe “{name}” bij “{title}” is nog maar een voorstel."
            report.aandacht(here, melding, "Bespreek het met de eigenaar en kies bevestigd of eigen.")
        if choice.let_op is None:
            melding = f"Bij het principe “{name}” staat nog niet hoe jullie omgaan met de waarschuwing van het kader."
            report.aandacht((*here, "let_op"), melding, f"Vul let_op in. {_warning(choice, kader)}".strip())


def _principle_title(choice: GekozenPrincipe, kader: Framework) -> str:
    titles = {principle.id: principle.titel for principle in kader.werkzame_principes}
    return titles.get(choice.id or "", choice.id or "zonder naam")


def _warning(choice: GekozenPrincipe, kader: Framework) -> str:
    warnings = {principle.id: principle.let_op[0] for principle in kader.werkzame_principes}
    warning = warnings.get(choice.id or "")
    return f"Het kader zegt: {warning}" if warning else ""


def _indicators(item: InterventieAntwoord, path: KeyPath, report: Report) -> None:
    for index, indicator in enumerate(item.indicatoren):
        missing = [name for name in ("bron", "jaar") if getattr(indicator, name) is None]
        if missing:
            melding = f"De indicator “{indicator.naam or 'zonder naam'}” heeft geen {' en geen '.join(missing)}."
            remedy = "Zonder bron en jaar kan niemand nagaan of het doel is gehaald."
            report.aandacht((*path, "indicatoren", index), melding, remedy)


def _law(item: InterventieAntwoord, title: str, kader: Framework, path: KeyPath, report: Report) -> None:
    points = {found.id: found.juridisch for found in kader.interventies}
    point = points.get(item.id or "")
    if point and not item.juridisch:
        melding = f"Bij “{title}” horen regels die een jurist moet toetsen."
        report.aandacht((*path, "juridisch"), melding, f"Vul juridisch in. {point}")
