"""What templates see: the framework and the answers brought together, with everything counted and linked."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.answers.adviezen import ONDERWERPEN
from generator.answers.keys import Keys
from generator.plan.acties import ActieInPlan, all_actions, first_noticed
from generator.plan.bronnen import BronInPlan, sources
from generator.plan.cijfers import Cijfergrafiek, figure_charts, telling_figures
from generator.plan.geld import Begroting, budget
from generator.plan.hoofdstukken import APPENDICES, CHAPTERS, Bijlage, appendices, chapters
from generator.plan.interventies import InterventieInPlan, interventions
from generator.plan.keten import Schakel, chain
from generator.plan.principes import PrincipeInPlan, principles
from generator.plan.punten import OpenDeel, OpenPunt, Opmerking, by_part, open_points, remarks
from generator.plan.randvoorwaarden import (
    BouwsteenInPlan,
    RandvoorwaardeInPlan,
    building_blocks,
)
from generator.plan.tijdbalk import Tijdbalk, timeline
from generator.plan.woorden import Aanspreekvorm, fixed_words, form_of_address, municipality, without_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.answers import Antwoorden
    from generator.answers.acties import Mijlpaal
    from generator.answers.wijk import Cijfer
    from generator.framework import Framework
    from generator.image_files import ImageFile
    from generator.plan.woorden import Woorden
    from generator.problems import Problem

__all__ = ["Layout", "Plan", "build"]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a house style asks of the plan's parts and their names."""

    hoofdstukken: tuple[str, ...] = CHAPTERS
    """The chapters it wants, in its order."""
    bijlagen: tuple[str, ...] = APPENDICES
    """The annexes it wants, in its order."""
    woorden: Mapping[str, str] = field(default_factory=dict)
    """Its own fixed texts, by key."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan of approach, ready to be put into words; templates see each field under its own name."""

    kader: Framework
    """The framework."""
    antwoorden: Antwoorden
    """The answers as they were given."""
    sleutels: Keys
    """The key of every group of answers."""
    titel: str
    """The title of the document."""
    gemeentenaam: str
    """What the municipality calls itself, such as `gemeente Elzenbeek`."""
    wijknaam: str
    """The neighbourhood inside a sentence, with the article that goes with its name: `het Molenkwartier`."""
    aanspreekvorm: Aanspreekvorm
    """`wij` or `de gemeente`, with the verb that fits."""
    concept: bool
    """Whether it is a draft: only there a gap shows, and what nobody confirmed yet."""
    hoofdstukken: tuple[str, ...]
    """The names of the chapters that have something to say, in order."""
    nog_te_schrijven: tuple[str, ...]
    """The names of the chapters that nothing was answered for yet, in order; none in a plan that is no draft."""
    bijlagen: tuple[Bijlage, ...]
    """The annexes, in order."""
    bouwstenen: tuple[BouwsteenInPlan, ...]
    """The four building blocks with their conditions."""
    interventies: tuple[InterventieInPlan, ...]
    """The chosen interventions, in the order of the answers."""
    keten: tuple[Schakel, ...]
    """The goals with what is done for each, last the interventions without a goal."""
    principes: tuple[PrincipeInPlan, ...]
    """The working principles in use, in the order of the framework."""
    acties: tuple[ActieInPlan, ...]
    """Every action of the conditions and interventions, by date."""
    merkbaar: tuple[Mijlpaal, ...]
    """What of the interventions can be noticed in the first year of the plan."""
    sprekende_cijfers: tuple[Cijfer, ...]
    """The figures in which the neighbourhood differs most from the municipality, the strongest first."""
    cijfergrafieken: tuple[Cijfergrafiek, ...]
    """Which figures of the neighbourhood are shown in a chart together."""
    bewuste_keuzes: Mapping[str, str]
    """What each advice is about that was answered, by its name, in the order of the answers."""
    begroting: Begroting | None
    """Cost and cover per year."""
    tijdbalk: Tijdbalk | None
    """Which intervention runs when."""
    open_punten: tuple[OpenPunt, ...]
    """What still has to be answered."""
    open_per_onderdeel: tuple[OpenDeel, ...]
    """The same by part of the plan."""
    bronnen: tuple[BronInPlan, ...]
    """The sources, numbered."""
    opmerkingen: tuple[Opmerking, ...]
    """What the checks found, for comments beside the text; empty when those are not wanted."""
    afbeeldingen: Mapping[str, ImageFile]
    """The pictures beside the answer file, by the key of the group that names them, such as `beeld.logo`."""
    woorden: Woorden
    """The fixed texts: titles of chapters and annexes, words for a status, labels."""

    @property
    def randvoorwaarden(self) -> tuple[RandvoorwaardeInPlan, ...]:
        """All conditions, in the order of the framework."""
        return tuple(randvoorwaarde for bouwsteen in self.bouwstenen for randvoorwaarde in bouwsteen.randvoorwaarden)


def build(
    antwoorden: Antwoorden,
    kader: Framework,
    problems: Iterable[Problem] = (),
    layout: Layout | None = None,
    *,
    opmerkingen: bool = True,
    afbeeldingen: Mapping[str, ImageFile] | None = None,
) -> Plan:
    """Bring the answers and the framework together.

    Args:
        antwoorden: Sound answers: every id in them exists in the framework.
        kader: The framework.
        problems: What the checks found; the open points among them go into the plan.
        layout: What the house style asks; the usual order and words when None.
        opmerkingen: Whether what was found is also said beside the text.
        afbeeldingen: The pictures that were read, by key.
    """
    problems = tuple(problems)
    asked = layout or Layout()
    keys = Keys(antwoorden)
    wij = form_of_address(antwoorden.gemeente.aanspreekvorm, samen=bool(antwoorden.gemeente.samen_met))
    bouwstenen = building_blocks(antwoorden, kader, keys)
    interventies = interventions(antwoorden, kader)
    acties = all_actions(bouwstenen, interventies)
    open_punten = open_points(problems, antwoorden.navraag)
    principes = principles(interventies, kader)
    concept = antwoorden.document.status == "concept"
    hoofdstukken = chapters(antwoorden, interventies, asked.hoofdstukken)
    return Plan(
        kader=kader,
        antwoorden=antwoorden,
        sleutels=keys,
        titel=_title(antwoorden),
        gemeentenaam=municipality(antwoorden.gemeente),
        wijknaam=antwoorden.wijk.aanduiding or antwoorden.wijk.naam,
        aanspreekvorm=wij,
        concept=concept,
        hoofdstukken=hoofdstukken,
        nog_te_schrijven=tuple(name for name in asked.hoofdstukken if concept and name not in hoofdstukken),
        bijlagen=appendices(antwoorden, acties, open_punten, asked.bijlagen),
        bouwstenen=bouwstenen,
        interventies=interventies,
        keten=chain(antwoorden, interventies),
        principes=principes,
        acties=acties,
        merkbaar=first_noticed(interventies, antwoorden.document.periode.van if antwoorden.document.periode else None),
        sprekende_cijfers=telling_figures(antwoorden.wijk.cijfers),
        cijfergrafieken=figure_charts(antwoorden.wijk.cijfers),
        bewuste_keuzes=MappingProxyType({name: ONDERWERPEN[name] for name in antwoorden.bewust}),
        begroting=budget(antwoorden.financien),
        tijdbalk=timeline(interventies, antwoorden),
        open_punten=open_punten,
        open_per_onderdeel=by_part(open_punten),
        bronnen=sources(bouwstenen, principes, kader),
        opmerkingen=remarks(problems) if opmerkingen else (),
        afbeeldingen=MappingProxyType(dict(afbeeldingen or {})),
        woorden=fixed_words(wij, asked.woorden),
    )


def _title(antwoorden: Antwoorden) -> str:
    return antwoorden.document.titel or f"Plan van aanpak ondermijning {without_article(antwoorden.wijk)}"
