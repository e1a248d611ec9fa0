"""The chosen interventions, each with its goals, start questions and the working principles in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.doelen import Doel
    from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
    from generator.answers.wijk import Probleem
    from generator.framework import Framework, Interventie, Startvraag, WerkzaamPrincipe


UNNAMED = "Nog te kiezen interventie"
"""The title of an intervention that was written out before anybody said which one it is."""


@dataclass(frozen=True, slots=True)
class PrincipeBijInterventie:
    """A working principle in one intervention."""

    principe: WerkzaamPrincipe
    argument: str | None
    """Why the framework file proposes it here, if it does."""
    antwoord: GekozenPrincipe | None
    """None for a proposal that the municipality did not put in its answers."""

    @property
    def keuze(self) -> str:
        """`voorgesteld`, `bevestigd` or `eigen`."""
        return self.antwoord.keuze if self.antwoord else "voorgesteld"


@dataclass(frozen=True, slots=True)
class StartvraagInPlan:
    """A start question and its answer."""

    startvraag: Startvraag
    antwoord: str | None


@dataclass(frozen=True, slots=True)
class InterventieInPlan:
    """A chosen intervention."""

    id: str
    titel: str
    """The local name, else the title."""
    kadertitel: str | None
    """The title in the framework; None for an intervention of the municipality's own."""
    categorie: str | None
    """The title of the category."""
    doel: str | None
    """What it is, in the municipality's own words where it gives those, else in the framework's."""
    resultaat: str | None
    antwoord: InterventieAntwoord
    doelen: tuple[Doel, ...]
    """The goals it contributes to."""
    problemen: tuple[Probleem, ...]
    """The problems of the neighbourhood that it is about."""
    startvragen: tuple[StartvraagInPlan, ...]
    principes: tuple[PrincipeBijInterventie, ...]
    """Those that were chosen, or that the framework file proposes; only confirmed ones in a plan that is no draft."""

    @property
    def eigen(self) -> bool:
        """Tell whether the municipality added this intervention itself."""
        return self.kadertitel is None

    @property
    def loopt_al(self) -> bool:
        """Tell whether it had begun before the plan."""
        return self.antwoord.fase == "lopend"


def interventions(antwoorden: Antwoorden, kader: Framework) -> tuple[InterventieInPlan, ...]:
    """Return the interventions of which anything was said, in the order in which the answers give them."""
    given = [(number, item) for number, item in enumerate(antwoorden.interventies, 1) if item != type(item)()]
    return tuple(_intervention(number, antwoord, antwoorden, kader) for number, antwoord in given)


def _intervention(
    number: int, antwoord: InterventieAntwoord, antwoorden: Antwoorden, kader: Framework
) -> InterventieInPlan:
    uit_kader = next((interventie for interventie in kader.interventies if interventie.id == antwoord.id), None)
    categorieen = {categorie.id: categorie.titel for categorie in kader.interventiecategorieen}
    doelen = antwoorden.doelen.lijst if antwoorden.doelen else ()
    return InterventieInPlan(
        id=antwoord.id or f"nog_te_kiezen_{number}",
        titel=antwoord.lokale_naam or (uit_kader.titel if uit_kader else antwoord.titel or antwoord.id or UNNAMED),
        kadertitel=uit_kader.titel if uit_kader else None,
        categorie=categorieen.get(uit_kader.categorie if uit_kader else antwoord.categorie or ""),
        doel=antwoord.doel or (uit_kader.doel if uit_kader else None),
        resultaat=antwoord.resultaat or (uit_kader.beoogd_resultaat if uit_kader else None),
        antwoord=antwoord,
        doelen=tuple(doel for doel in doelen if doel.id in antwoord.draagt_bij_aan),
        problemen=tuple(item for item in antwoorden.wijk.problemen if item.id and item.id in antwoord.problemen),
        startvragen=tuple(
            StartvraagInPlan(startvraag, getattr(antwoord.startvragen, startvraag.id))
            for startvraag in kader.startvragen
        ),
        principes=_principles(antwoord, uit_kader, kader, confirmed=antwoorden.document.status != "concept"),
    )


def _principles(
    antwoord: InterventieAntwoord, uit_kader: Interventie | None, kader: Framework, *, confirmed: bool
) -> tuple[PrincipeBijInterventie, ...]:
    """Return the principles that were chosen; where none was, those that the framework file proposes.

    Args:
        antwoord: The answers about the intervention.
        uit_kader: The intervention of the framework, if it is one.
        kader: The framework.
        confirmed: Whether only those count that the municipality confirmed or chose itself.
    """
    voorgesteld = uit_kader.voorgestelde_principes if uit_kader else ()
    argumenten = {voorstel.principe: voorstel.argument for voorstel in voorgesteld}
    if not antwoord.principes and confirmed:
        return ()
    if not antwoord.principes:
        return tuple(
            PrincipeBijInterventie(kader.principe(principe), argument, None)
            for principe, argument in argumenten.items()
        )
    gekozen = {keuze.id: keuze for keuze in antwoord.principes}
    return tuple(
        PrincipeBijInterventie(principe, argumenten.get(principe.id), gekozen[principe.id])
        for principe in kader.werkzame_principes
        if principe.id in gekozen and not (confirmed and gekozen[principe.id].keuze == "voorgesteld")
    )
