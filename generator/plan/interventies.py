"""The chosen interventions, each with its goals, start questions and the working principles in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
    from generator.answers.wijk import Doel
    from generator.framework import Framework, Interventie, Startvraag, WerkzaamPrincipe


@dataclass(frozen=True, slots=True)
class PrincipeBijInterventie:
    """A working principle in one intervention."""

    principe: WerkzaamPrincipe
    keuze: str
    """`voorgesteld`, `bevestigd` or `eigen`."""
    argument: str | None
    """Why the framework file proposes it here, if it does."""
    hoe: str | None
    let_op: str | None
    sleutel: str
    """The key of the answer, or of the list it belongs in."""
    gekozen: bool
    """False for a proposal that the municipality did not put in its answers."""


@dataclass(frozen=True, slots=True)
class StartvraagInPlan:
    """A start question and its answer."""

    startvraag: Startvraag
    antwoord: str | None
    sleutel: str


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
    """What it is, in the framework or in the municipality's own words."""
    resultaat: str | None
    antwoord: InterventieAntwoord
    sleutel: str
    doelen: tuple[Doel, ...]
    """The goals it contributes to."""
    startvragen: tuple[StartvraagInPlan, ...]
    principes: tuple[PrincipeBijInterventie, ...]
    juridisch: tuple[str, ...]
    """Points of law that the framework file names."""

    @property
    def eigen(self) -> bool:
        """Tell whether the municipality added this intervention itself."""
        return self.kadertitel is None

    @property
    def startvragen_beantwoord(self) -> int:
        """The number of start questions with an answer."""
        return sum(question.antwoord is not None for question in self.startvragen)


def interventions(antwoorden: Antwoorden, kader: Framework) -> tuple[InterventieInPlan, ...]:
    """Return the chosen interventions in the framework's order; one of its own comes last in its category."""
    order = {intervention.id: index for index, intervention in enumerate(kader.interventies)}
    last = {intervention.categorie: index for index, intervention in enumerate(kader.interventies)}
    found = [
        (order.get(answer.id, last.get(answer.categorie or "", len(order)) + 0.5), number, answer)
        for number, answer in enumerate(antwoorden.interventies, 1)
        if answer.id
    ]
    return tuple(
        _intervention(answer, number, antwoorden, kader)
        for _, number, answer in sorted(found, key=lambda item: item[:2])
    )


def _intervention(
    answer: InterventieAntwoord, number: int, antwoorden: Antwoorden, kader: Framework
) -> InterventieInPlan:
    found = next((item for item in kader.interventies if item.id == answer.id), None)
    key = f"interventies[{number}]"
    categories = {category.id: category.titel for category in kader.interventiecategorieen}
    goals = antwoorden.doelen.lijst if antwoorden.doelen else ()
    return InterventieInPlan(
        id=answer.id or "",
        titel=answer.lokale_naam or (found.titel if found else answer.titel or answer.id or ""),
        kadertitel=found.titel if found else None,
        categorie=categories.get(found.categorie if found else answer.categorie or ""),
        doel=found.doel if found else answer.doel,
        resultaat=found.beoogd_resultaat if found else answer.resultaat,
        antwoord=answer,
        sleutel=key,
        doelen=tuple(goal for goal in goals if goal.id in answer.draagt_bij_aan),
        startvragen=_start_questions(answer, key, kader),
        principes=_principles(answer, key, found, kader),
        juridisch=(found.juridisch,) if found and found.juridisch else (),
    )


def _start_questions(answer: InterventieAntwoord, key: str, kader: Framework) -> tuple[StartvraagInPlan, ...]:
    return tuple(
        StartvraagInPlan(question, getattr(answer.startvragen, question.id), f"{key}.startvragen.{question.id}")
        for question in kader.startvragen
    )


def _principles(
    answer: InterventieAntwoord, key: str, found: Interventie | None, kader: Framework
) -> tuple[PrincipeBijInterventie, ...]:
    arguments = {item.principe: item.argument for item in found.voorgestelde_principes} if found else {}
    if not answer.principes:
        return tuple(
            PrincipeBijInterventie(
                kader.principe(principle),
                "voorgesteld",
                argument,
                None,
                None,
                f"{key}.principes",
                gekozen=False,
            )
            for principle, argument in arguments.items()
        )
    chosen = {choice.id: (number, choice) for number, choice in enumerate(answer.principes, 1) if choice.id}
    return tuple(
        _chosen(principle, chosen[principle.id], key, arguments.get(principle.id))
        for principle in kader.werkzame_principes
        if principle.id in chosen
    )


def _chosen(
    principle: WerkzaamPrincipe, numbered: tuple[int, GekozenPrincipe], key: str, argument: str | None
) -> PrincipeBijInterventie:
    number, choice = numbered
    return PrincipeBijInterventie(
        principe=principle,
        keuze=choice.keuze,
        argument=argument,
        hoe=choice.hoe,
        let_op=choice.let_op,
        sleutel=f"{key}.principes[{number}]",
        gekozen=True,
    )
