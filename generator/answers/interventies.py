"""Answers about the interventions that the municipality chose, from the framework or of its own."""

from __future__ import annotations

from typing import Literal

from generator.answers.acties import Actie, Mijlpaal
from generator.answers.questions import Antwoord, Bedrag, BedragPerJaar, Datum, Jaar, Tekst, Tijdvak, vraag


class InterventiePlanning(Antwoord):
    """When an intervention runs."""

    start: Datum | None = vraag("Wanneer begint de interventie?", nodig="de startdatum", voorbeeld="1-5-2026")
    eind: Datum | None = vraag("Wanneer stopt de interventie? Laat leeg als dat niet vastligt.")
    mijlpalen: tuple[Mijlpaal, ...] = vraag("Welke momenten zijn er tussendoor?", standaard=())


class Financier(Antwoord):
    """Who pays a part of an intervention, and how certain that is."""

    _text_alone = "wie"

    wie: Tekst | None = vraag("Wie betaalt mee, of uit welk potje?", nodig="wie er betaalt", voorbeeld="provincie")
    eenmalig: Bedrag | None = vraag("Hoeveel eenmalig, in hele euro’s, of PM?", voorbeeld="15000")
    per_jaar: Bedrag | None = vraag("Hoeveel per jaar, in hele euro’s, of PM?", voorbeeld="30000")
    soort: Literal["structureel", "tijdelijk"] | None = vraag(
        "Is het geld structureel of tijdelijk?",
        voorbeeld="tijdelijk",
        ook={"blijvend": "structureel", "incidenteel": "tijdelijk", "eenmalig": "tijdelijk"},
    )
    tot_en_met: Jaar | None = vraag("Tijdelijk: tot en met welk jaar?", voorbeeld="2028")
    status: Literal["toegezegd", "beschikt", "aangevraagd", "onzeker"] | None = vraag(
        "Hoe zeker is het geld: toegezegd, beschikt (er ligt een besluit), aangevraagd of onzeker?",
        nodig="hoe zeker het geld is",
        voorbeeld="aangevraagd",
        ook={
            **dict.fromkeys(("toegekend", "verleend"), "beschikt"),
            **dict.fromkeys(("in aanvraag", "aanvraag loopt"), "aangevraagd"),
            **dict.fromkeys(("niet zeker", "onder voorbehoud", "nog niet zeker"), "onzeker"),
        },
    )


class Budget(Antwoord):
    """What an intervention costs, in whole euros."""

    incidenteel: Bedrag | None = vraag("Eenmalige kosten, in hele euro’s.", voorbeeld="8000")
    structureel_per_jaar: BedragPerJaar | None = vraag("Kosten per jaar, in hele euro’s.", voorbeeld="74000")
    dekking: Tekst | None = vraag("Waaruit wordt het betaald?", nodig="de dekking", voorbeeld="programma Veiligheid")
    status: Literal["gedekt", "aangevraagd", "niet_gedekt", "onbekend"] | None = vraag(
        "Hoe staat het met het geld: gedekt, aangevraagd, niet_gedekt of onbekend?",
        voorbeeld="gedekt",
        ook={
            **dict.fromkeys(("ja", "beschikt", "toegekend", "toegezegd", "volledig gedekt"), "gedekt"),
            **dict.fromkeys(("nee", "ongedekt", "geen dekking", "nog niet gedekt", "nog geen dekking"), "niet_gedekt"),
            **dict.fromkeys(("in aanvraag", "aanvraag loopt", "subsidie aangevraagd"), "aangevraagd"),
            **dict.fromkeys(("nb", "n.b.", "niet bekend", "nog onbekend", "nog niet bekend", "pm"), "onbekend"),
        },
    )
    financiers: tuple[Financier, ...] = vraag("Betalen er meer partijen mee? Noem ze allemaal.", standaard=())


class Indicator(Antwoord):
    """What shows that an intervention works."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("Wat meet je, en in welke eenheid?", nodig="wat er gemeten wordt")
    nulmeting: Tekst | None = vraag("Het cijfer nu, of: onbekend.", voorbeeld="19")
    streefwaarde: Tekst | None = vraag("Het cijfer dat je wilt halen.", nodig="de streefwaarde", voorbeeld="40")
    jaar: Tijdvak | None = vraag("In welk jaar wil je dat halen?", voorbeeld="2026")
    bron: Tekst | None = vraag("Waar komt het cijfer vandaan?", voorbeeld="zaaksysteem")
    meetmoment: Tekst | None = vraag("Hoe vaak meet je?", voorbeeld="elk half jaar")


class Startvragen(Antwoord):
    """The seven questions of the framework to ask of an intervention."""

    waarom_passend: Tekst | None = vraag("Waarom past deze interventie bij de beoogde doelen?")
    hoe_werkte_het_elders: Tekst | None = vraag(
        "Hoe zorgde deze interventie in een andere gemeente of wijk voor verandering?"
    )
    welke_onderdelen: Tekst | None = vraag(
        "Welke onderdelen zorgden ervoor dat de interventie het gewenste effect had?"
    )
    wat_werkte_voor_wie: Tekst | None = vraag("Wat werkte precies, voor wie en in welke omstandigheden?")
    hoe_zag_je_succes: Tekst | None = vraag("Waaraan was te zien dat de interventie de moeite waard was?")
    vergelijkbaarheid_context: Tekst | None = vraag(
        "In hoeverre lijkt jouw wijk op de wijk waar de interventie al liep? Waar zitten de verschillen?"
    )
    aanpassing_lokaal: Tekst | None = vraag("Hoe pas je de interventie aan jouw doelgroep en plek aan?")
    samen_met: Tekst | None = vraag("Met wie heb je de vragen beantwoord?", voorbeeld="teamleider Handhaving")


class GekozenPrincipe(Antwoord):
    """A working principle that is at work in an intervention."""

    _text_alone = "id"

    id: Tekst | None = vraag("De naam van het principe uit het kader.", nodig="het principe")
    keuze: Literal["voorgesteld", "bevestigd", "eigen"] = vraag(
        "voorgesteld: wijkplan stelt dit voor en jullie hebben er nog niet over beslist; "
        "bevestigd: jullie nemen het voorstel over; eigen: jullie kozen dit principe zelf.",
        voorbeeld="voorgesteld",
        standaard="voorgesteld",
    )
    hoe: Tekst | None = vraag("Hoe pas je het principe toe?", nodig="hoe het principe wordt toegepast")
    let_op: Tekst | None = vraag("Hoe ga je om met het punt waar het kader voor waarschuwt?")


class InterventieAntwoord(Antwoord):
    """One chosen intervention: from the framework (`id`), or of the municipality's own (also `titel`)."""

    _text_alone = "id"

    id: Tekst | None = vraag(
        "De naam uit het kader (zie: wijkplan kader interventies), of een eigen naam. "
        "Bij een eigen interventie vul je ook titel, doel en resultaat in.",
        nodig="welke interventie dit is",
    )
    titel: Tekst | None = vraag("Alleen bij een eigen interventie: de titel.")
    categorie: Tekst | None = vraag(
        "Alleen bij een eigen interventie: de categorie uit het kader waar de interventie bij past."
    )
    doel: Tekst | None = vraag(
        "Wat houdt de interventie in? Alleen nodig bij een eigen interventie, of als de tekst van het kader "
        "bij jullie niet klopt: dan komt die van jullie ervoor in de plaats."
    )
    resultaat: Tekst | None = vraag(
        "Wat levert de interventie op? Alleen nodig bij een eigen interventie, of als de tekst van het kader "
        "bij jullie niet klopt."
    )
    lokale_naam: Tekst | None = vraag("Hoe heet de interventie bij jullie?", voorbeeld="Wijkboa Molenkwartier")
    lokaal_doel: Tekst | None = vraag(
        "Wat wil je in deze wijk met de interventie bereiken?", nodig="het doel in deze wijk"
    )
    voor_bewoners: Tekst | None = vraag(
        "Wat ziet of merkt een bewoner ervan? Schrijf het in gewone woorden, voor de bewonersversie.",
        voorbeeld="U ziet elke werkdag dezelfde boa in de wijk.",
    )
    draagt_bij_aan: tuple[Tekst, ...] = vraag(
        "Aan welke doelen draagt de interventie bij? Noem de kenmerken.",
        nodig="aan welke doelen dit bijdraagt",
        waarom="Het kader vraagt elke interventie te koppelen aan een gezamenlijk doel.",
        voorbeeld="[D1, D3]",
        standaard=(),
    )
    problemen: tuple[Tekst, ...] = vraag(
        "Welke problemen uit wijk.problemen pakt de interventie aan? Noem de kenmerken.",
        voorbeeld="[P1]",
        standaard=(),
    )
    doelgroep: Tekst | None = vraag("Voor wie is de interventie?", nodig="de doelgroep")
    eigenaar: Tekst | None = vraag(
        "Wie is verantwoordelijk? Noem een functie.", nodig="de eigenaar", voorbeeld="teamleider Handhaving"
    )
    partners: tuple[Tekst, ...] = vraag("Wie doen er mee?", standaard=())
    fase: Literal["lopend", "nieuw", "verkennen"] | None = vraag(
        "Hoe ver is de interventie: lopend, nieuw of verkennen?",
        voorbeeld="nieuw",
        ook={
            **dict.fromkeys(("loopt", "loopt al", "bestaand", "bestaande", "in uitvoering", "gestart"), "lopend"),
            **dict.fromkeys(("verkenning", "wordt verkend", "in verkenning", "verkennend", "idee"), "verkennen"),
            **dict.fromkeys(("is nieuw", "nieuwe", "nog te starten", "nog niet gestart"), "nieuw"),
        },
    )
    planning: InterventiePlanning | None = vraag("Wanneer loopt de interventie?", nodig="de planning")
    budget: Budget | None = vraag("Wat kost de interventie?", nodig="het budget")
    capaciteit: Tekst | None = vraag("Hoeveel mensen zijn ervoor nodig?", voorbeeld="1,0 fte")
    indicatoren: tuple[Indicator, ...] = vraag(
        "Waaraan zie je dat de interventie werkt?",
        nodig="de indicatoren",
        waarom="Het kader vraagt om indicatoren die laten zien of een interventie slaagt.",
        standaard=(),
    )
    acties: tuple[Actie, ...] = vraag("Wat moet er gebeuren om te beginnen?", standaard=())
    veiligheid_medewerkers: Tekst | None = vraag("Welk risico lopen medewerkers, en wat doe je daaraan?")
    juridisch: tuple[Tekst, ...] = vraag("Welke regels gelden er? Laat dit toetsen door een jurist.", standaard=())
    startvragen: Startvragen = vraag(
        "De zeven startvragen van het kader. Beantwoord ze zo precies mogelijk, liefst samen met de eigenaar.",
        standaard=Startvragen,
    )
    principes: tuple[GekozenPrincipe, ...] = vraag(
        "Welke werkzame principes zitten in de interventie? Laat leeg om de voorstellen van wijkplan te tonen.",
        standaard=(),
    )
