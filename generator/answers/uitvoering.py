"""Answers about carrying the plan out: money, monitoring, risks, terms and annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.answers import kinds
from generator.answers.opdracht import Periode
from generator.answers.questions import Antwoord, Bedrag, Datum, Jaar, JaNee, Tekst, vraag
from generator.problems import ProblemsError

if TYPE_CHECKING:
    from generator.source import Tree

GROOTTEN = {
    **dict.fromkeys(("laag", "gering", "beperkt"), "klein"),
    **dict.fromkeys(("middel", "gemiddeld", "matig"), "midden"),
    "hoog": "groot",
}
"""Other words for how large a chance or an effect is."""


class Last(Antwoord):
    """A cost item, in whole euros per year."""

    _text_alone = "post"

    post: Tekst | None = vraag("Waarvoor is het geld?", nodig="de post", voorbeeld="wijkboa")
    bedragen: dict[Jaar, Bedrag] = vraag(
        "Hoeveel per jaar, in hele euro’s?",
        nodig="de bedragen",
        voorbeeld="{2026: 58000, 2027: 74000}",
        standaard={},
    )
    soort: Literal["incidenteel", "structureel"] | None = vraag(
        "Zijn de kosten incidenteel (eenmalig) of structureel (elk jaar)?",
        nodig="of de kosten incidenteel of structureel zijn",
        voorbeeld="structureel",
        ook={
            **dict.fromkeys(("eenmalig", "i"), "incidenteel"),
            **dict.fromkeys(("jaarlijks", "elk jaar", "per jaar", "s"), "structureel"),
        },
    )


class Dekking(Antwoord):
    """Where the money comes from, in whole euros per year."""

    _text_alone = "bron"

    bron: Tekst | None = vraag("Waar komt het geld vandaan?", nodig="de bron", voorbeeld="programma Veiligheid")
    bedragen: dict[Jaar, Bedrag] = vraag(
        "Hoeveel per jaar, in hele euro’s?",
        nodig="de bedragen",
        voorbeeld="{2026: 56000, 2027: 66000}",
        standaard={},
    )
    status: Literal["toegezegd", "aangevraagd", "onzeker"] | None = vraag(
        "Is het geld toegezegd, aangevraagd of onzeker?",
        nodig="de status",
        voorbeeld="aangevraagd",
        ook={
            **dict.fromkeys(("beschikt", "beschikking ontvangen", "toegekend", "zeker"), "toegezegd"),
            **dict.fromkeys(("in aanvraag", "aanvraag loopt", "subsidie aangevraagd"), "aangevraagd"),
            **dict.fromkeys(("niet zeker", "onder voorbehoud", "nog niet zeker", "nog aan te vragen"), "onzeker"),
        },
    )


class Financien(Antwoord):
    """Cost and cover."""

    toelichting: Tekst | None = vraag("Wat moet de lezer weten bij de bedragen?")
    lasten: tuple[Last, ...] = vraag("Wat kost de aanpak?", nodig="de lasten", standaard=())
    dekking: tuple[Dekking, ...] = vraag("Waaruit wordt dat betaald?", nodig="de dekking", standaard=())
    begrotingswijziging_nodig: JaNee | None = vraag(
        "Moet de begroting worden gewijzigd: ja of nee?",
        nodig="of een begrotingswijziging nodig is",
        voorbeeld="nee",
    )


class Evaluatie(Antwoord):
    """When and by whom the plan is evaluated."""

    @classmethod
    def from_text(cls, text: str, whole: Tree = None) -> dict[str, str] | None:
        """Return one date as that of the evaluation halfway, or where it is at the end of the plan as the last one.

        What looks like a date and is none is read as one, so that its own fault is told.
        """
        try:
            years = kinds.Datum().parse(text).jaren()
        except ProblemsError:
            return {"tussentijds": text} if any(sign.isdigit() for sign in text) else None
        plan = Periode.years_in(whole)
        if not years or plan is None or not plan[1].isdecimal():
            return None
        return {"eind" if years[-1] >= int(plan[1]) else "tussentijds": text}

    tussentijds: Datum | None = vraag("Wanneer is de tussenevaluatie?", nodig="de datum van de tussenevaluatie")
    eind: Datum | None = vraag("Wanneer is de eindevaluatie?", nodig="de datum van de eindevaluatie")
    door: Tekst | None = vraag("Wie evalueert?", nodig="wie evalueert", voorbeeld="een extern bureau")


class Terugblik(Antwoord):
    """What was done before this plan, and what was learned of it."""

    tekst: Tekst | None = vraag("Wat is er al gedaan, en sinds wanneer?")
    resultaten: tuple[Tekst, ...] = vraag(
        "Wat leverde dat op? Noem getallen.", voorbeeld="255 bewoners volgden een taaltraject", standaard=()
    )
    lessen: tuple[Tekst, ...] = vraag("Wat is daarvan geleerd, en wat gaat daarom anders?", standaard=())


class Monitoring(Antwoord):
    """How progress is followed and accounted for."""

    cyclus: Tekst | None = vraag("Hoe vaak rapporteer je, en waarover?", nodig="de cyclus van rapporteren")
    aan: tuple[Tekst, ...] = vraag("Aan wie rapporteer je?", nodig="aan wie de rapportage gaat", standaard=())
    raad: Tekst | None = vraag("Hoe informeer je de raad over de voortgang?", voorbeeld="elk jaar via de jaarstukken")
    evaluatie: Evaluatie | None = vraag(
        "Wanneer evalueer je?",
        nodig="de evaluatie",
        waarom="Reflectie en evaluatie is een van de randvoorwaarden van het kader.",
    )
    terugblik: Terugblik | None = vraag("Is er eerder een aanpak geweest? Kijk terug.")


class Risico(Antwoord):
    """A risk and what is done about it."""

    _text_alone = "risico"

    risico: Tekst | None = vraag("Wat kan er misgaan?", nodig="het risico")
    kans: Literal["klein", "midden", "groot"] | None = vraag(
        "Hoe groot is de kans: klein, midden of groot?", nodig="de kans", voorbeeld="midden", ook=GROOTTEN
    )
    gevolg: Literal["klein", "midden", "groot"] | None = vraag(
        "Hoe groot is het gevolg: klein, midden of groot?", nodig="het gevolg", voorbeeld="groot", ook=GROOTTEN
    )
    maatregel: Tekst | None = vraag("Wat doe je eraan?", nodig="de maatregel")
    eigenaar: Tekst | None = vraag("Wie let hierop?", nodig="de eigenaar", voorbeeld="concerncontroller")


class Begrip(Antwoord):
    """A term and its explanation."""

    term: Tekst | None = vraag("Het woord of de afkorting.", nodig="het begrip")
    uitleg: Tekst | None = vraag("Wat betekent het?", nodig="de uitleg")


class Bijlagen(Antwoord):
    """Which annexes the plan has."""

    actielijst: JaNee = vraag("Alle acties bij elkaar: ja of nee?", voorbeeld="ja", standaard=True)
    startvragen: JaNee = vraag("De startvragen per interventie: ja of nee?", voorbeeld="ja", standaard=True)
    open_punten: JaNee = vraag("De open punten: ja of nee?", voorbeeld="ja", standaard=True)
    bronnen: JaNee = vraag("De bronnen en leestips: ja of nee?", voorbeeld="ja", standaard=True)
    kader_volledig: JaNee = vraag(
        "Een overzicht van alle dertig interventies in het kader: ja of nee?",
        voorbeeld="nee",
        standaard=False,
    )
