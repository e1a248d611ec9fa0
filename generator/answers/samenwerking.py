"""Answers about working together: organisation, sharing information, participation and communication."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.answers.questions import Antwoord, Datum, Jaar, JaNee, Tekst, vraag
from generator.answers.wijk import SOORTEN, SoortPartij

Niveau: TypeAlias = Literal["bestuurlijk", "programma", "uitvoering"]
"""Where in the organisation something is decided."""
NIVEAUS = {
    **dict.fromkeys(("bestuur", "strategisch"), "bestuurlijk"),
    **dict.fromkeys(("tactisch", "programmaniveau", "ambtelijk"), "programma"),
    **dict.fromkeys(("operationeel", "uitvoerend", "in de wijk"), "uitvoering"),
}
"""Other words for those."""


class Rol(Antwoord):
    """A role in the organisation of the plan."""

    rol: Tekst | None = vraag("Welke rol?", nodig="de rol", voorbeeld="procesregisseur")
    wie: Tekst | None = vraag("Wie vervult die rol?", nodig="wie deze rol heeft")
    niveau: Niveau | None = vraag(
        "Op welk niveau is dat: bestuurlijk, programma of uitvoering?",
        voorbeeld="programma",
        ook=NIVEAUS,
    )


class Partner(Antwoord):
    """An organisation that takes part."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("Welke organisatie?", nodig="de naam van de partner")
    soort: SoortPartij | None = vraag(
        "Wat voor partner: publiek, privaat, informeel, corporatie, zorg, onderwijs, bewoners of anders?",
        voorbeeld="publiek",
        ook=SOORTEN,
    )
    inzet: Tekst | None = vraag("Wat brengt de partner in?", nodig="de inzet", voorbeeld="wijkagent, 24 uur per week")
    mandaat: Tekst | None = vraag("Wie mag namens de partner beslissen?", voorbeeld="teamchef")
    getekend: JaNee | None = vraag("Heeft de partner de overeenkomst getekend: ja of nee?", voorbeeld="nee")


class Overleg(Antwoord):
    """A standing meeting."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("Hoe heet het overleg?", nodig="de naam van het overleg", voorbeeld="stuurgroep")
    doel: Tekst | None = vraag("Waar is het overleg voor?", nodig="het doel van het overleg")
    voorzitter: Tekst | None = vraag("Wie zit voor?", nodig="de voorzitter")
    deelnemers: tuple[Tekst, ...] = vraag("Wie doen er mee?", standaard=())
    frequentie: Tekst | None = vraag("Hoe vaak?", nodig="hoe vaak", voorbeeld="4 keer per jaar")
    niveau: Niveau | None = vraag(
        "Op welk niveau wordt daar beslist: bestuurlijk, programma of uitvoering?",
        voorbeeld="programma",
        ook=NIVEAUS,
    )


class Overeenkomst(Antwoord):
    """The agreement between the partners."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("Hoe heet de overeenkomst?", nodig="de naam van de overeenkomst")
    status: Literal["concept", "getekend", "geen"] | None = vraag(
        "Hoe ver is de overeenkomst: nog geen, concept of getekend?",
        voorbeeld="concept",
        ook={
            **dict.fromkeys(("ondertekend", "is getekend"), "getekend"),
            **dict.fromkeys(("in concept", "ontwerp", "in voorbereiding"), "concept"),
            **dict.fromkeys(("nee", "er is geen overeenkomst", "n.v.t.", "nvt", "niet van toepassing"), "geen"),
        },
    )
    datum: Datum | None = vraag("Wanneer is de overeenkomst getekend?")


class Ondertekenaar(Antwoord):
    """Who signs the plan for a partner."""

    _text_alone = "organisatie"

    organisatie: Tekst | None = vraag(
        "Welke organisatie tekent?", nodig="welke organisatie tekent", voorbeeld="Woonstichting De Sluis"
    )
    functie: Tekst | None = vraag("Wie tekent namens die organisatie? Noem de functie.", voorbeeld="bestuurder")
    datum: Datum | None = vraag("Wanneer is er getekend? Laat leeg als het nog niet zover is.")


class Organisatie(Antwoord):
    """Who does what, and who decides."""

    rollen: tuple[Rol, ...] = vraag("Welke rollen zijn er?", nodig="de rollen", standaard=())
    partners: tuple[Partner, ...] = vraag("Welke organisaties doen mee?", nodig="de partners", standaard=())
    overleg: tuple[Overleg, ...] = vraag("Welke overleggen zijn er?", nodig="de overleggen", standaard=())
    overeenkomst: Overeenkomst | None = vraag(
        "Welke overeenkomst sluiten de partners?",
        nodig="de samenwerkingsovereenkomst",
        waarom="Het kader vraagt de afspraken vast te leggen in een overeenkomst.",
    )
    ondertekening: tuple[Ondertekenaar, ...] = vraag("Welke partners tekenen dit plan?", standaard=())
    escalatie: Tekst | None = vraag(
        "Wat doe je als partners er samen niet uitkomen?", nodig="wat er gebeurt als partners er niet uitkomen"
    )
    veiligheid_medewerkers: Tekst | None = vraag(
        "Hoe bescherm je de mensen die het werk doen?",
        nodig="hoe medewerkers worden beschermd",
        waarom="In de leerkring is dit genoemd als succesfactor.",
    )


class Grondslag(Antwoord):
    """On which legal ground information is shared."""

    doel: Tekst | None = vraag("Waarvoor deel je informatie?", nodig="het doel")
    grondslag: Tekst | None = vraag("Op welke wet of welk convenant rust dat?", nodig="de grondslag")
    partijen: tuple[Tekst, ...] = vraag("Tussen wie?", standaard=())
    status: Tekst | None = vraag("Is de afspraak rond?", voorbeeld="geldend")


class Convenant(Antwoord):
    """An agreement on sharing information."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("Hoe heet het convenant of protocol?", nodig="de naam van het convenant")
    status: Tekst | None = vraag("Hoe ver is het?", nodig="de status van het convenant", voorbeeld="in voorbereiding")


class Dpia(Antwoord):
    """The data protection impact assessment."""

    _text_alone = "status"

    status: Literal["uitgevoerd", "in_uitvoering", "niet_nodig", "onbekend"] | None = vraag(
        "Hoe ver is de DPIA: uitgevoerd, in_uitvoering, niet_nodig of onbekend?",
        nodig="de status van de DPIA",
        voorbeeld="in_uitvoering",
        ook={
            **dict.fromkeys(("gedaan", "afgerond", "klaar", "gereed", "voltooid"), "uitgevoerd"),
            **dict.fromkeys(("loopt", "lopend", "bezig", "mee bezig"), "in_uitvoering"),
            **dict.fromkeys(("n.v.t.", "nvt", "niet van toepassing", "geen dpia nodig"), "niet_nodig"),
            **dict.fromkeys(("nb", "n.b.", "niet bekend", "nog onbekend"), "onbekend"),
        },
    )
    datum: Datum | None = vraag("Wanneer is de DPIA afgerond?")


class Bibob(Antwoord):
    """Where the municipality applies the Bibob act."""

    toepassen_op: tuple[Tekst, ...] = vraag("Waarop pas je de Wet Bibob toe?", standaard=())
    beleidsregel: Jaar | None = vraag("Uit welk jaar is de beleidsregel?", voorbeeld="2024")


class NodigBesluit(Antwoord):
    """A decision on powers that the plan needs."""

    _text_alone = "besluit"

    besluit: Tekst | None = vraag("Welk besluit?", nodig="het besluit")
    orgaan: Tekst | None = vraag("Wie neemt het?", nodig="wie het besluit neemt", voorbeeld="burgemeester")
    status: Tekst | None = vraag("Hoe ver is het?", voorbeeld="in voorbereiding")


class Instrument(Antwoord):
    """A legal power that interventions use."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("Welke bevoegdheid?", nodig="de bevoegdheid", voorbeeld="sluiten van een woning")
    artikel: Tekst | None = vraag(
        "In welk artikel van welke wet staat die?", nodig="het wetsartikel", voorbeeld="art. 13b Opiumwet"
    )
    orgaan: Tekst | None = vraag("Wie mag die gebruiken?", nodig="wie bevoegd is", voorbeeld="burgemeester")
    voorwaarden: Tekst | None = vraag(
        "Wanneer mag het, en wat moet er eerst gebeuren?", nodig="de voorwaarden", voorbeeld="eerst een waarschuwing"
    )
    duur: Tekst | None = vraag("Hoe lang geldt de maatregel?", voorbeeld="drie maanden")
    interventies: tuple[Tekst, ...] = vraag(
        "Bij welke interventies hoort die? Noem hun id.", voorbeeld="[integrale_controles]", standaard=()
    )


class Informatiedeling(Antwoord):
    """How information is shared lawfully."""

    grondslagen: tuple[Grondslag, ...] = vraag(
        "Waarvoor deel je informatie, en op welke grondslag?",
        nodig="de grondslagen voor het delen van informatie",
        waarom="Delen zonder grondslag mag niet.",
        standaard=(),
    )
    convenanten: tuple[Convenant, ...] = vraag("Welke convenanten en protocollen gelden?", standaard=())
    dpia: Dpia | None = vraag("Is er een DPIA gedaan?", nodig="de DPIA")
    fg_advies: Tekst | None = vraag(
        "Wat zegt de functionaris gegevensbescherming?", nodig="het advies van de FG", voorbeeld="gevraagd"
    )
    persoonsgegevens_in_dit_plan: JaNee | None = vraag(
        "Staan er in dit plan gegevens over bewoners, verdachten of andere betrokkenen: ja of nee? "
        "Namen van bestuurders en stellers tellen hier niet mee. In een openbaar plan moet dit nee zijn.",
        nodig="of er gegevens over betrokkenen in het plan staan",
        voorbeeld="nee",
    )
    bibob: Bibob | None = vraag("Waarop pas je de Wet Bibob toe?")
    instrumenten: tuple[Instrument, ...] = vraag(
        "Welke wettelijke bevoegdheden gebruik je? Laat dit toetsen door een jurist.", standaard=()
    )
    besluiten_nodig: tuple[NodigBesluit, ...] = vraag("Welke besluiten over bevoegdheden zijn nodig?", standaard=())


class Participatie(Antwoord):
    """How residents and entrepreneurs take part."""

    visie: Tekst | None = vraag(
        "Waarom en waarover praten bewoners en ondernemers mee?",
        nodig="de visie op participatie",
        waarom="Het kader vraagt om een duidelijke visie op burgerparticipatie, met keuzes.",
    )
    niveau: Literal["informeren", "raadplegen", "adviseren", "coproduceren", "meebeslissen"] | None = vraag(
        "Hoe ver gaat hun invloed: informeren, raadplegen, adviseren, coproduceren of meebeslissen?",
        nodig="het niveau van participatie",
        voorbeeld="adviseren",
        ook={
            **dict.fromkeys(("meeweten", "informatie"), "informeren"),
            **dict.fromkeys(("consulteren", "raadpleging", "inspraak", "meepraten"), "raadplegen"),
            **dict.fromkeys(("meedenken", "advies"), "adviseren"),
            **dict.fromkeys(("meedoen", "meewerken", "coproductie", "cocreatie", "co-creatie"), "coproduceren"),
            "samen beslissen": "meebeslissen",
        },
    )
    gedaan: tuple[Tekst, ...] = vraag("Wat is er al gedaan?", standaard=())
    gepland: tuple[Tekst, ...] = vraag("Wat staat er op de planning?", standaard=())
    terugkoppeling: Tekst | None = vraag(
        "Hoe horen bewoners wat er met hun inbreng gebeurt?",
        nodig="de terugkoppeling",
        voorbeeld="buurtkrant",
    )


class Boodschap(Antwoord):
    """A line of the communication calendar."""

    doelgroep: Tekst | None = vraag("Voor wie?", nodig="de doelgroep", voorbeeld="bewoners")
    boodschap: Tekst | None = vraag("Wat vertel je?")
    middel: Tekst | None = vraag("Waarmee?", nodig="het middel", voorbeeld="buurtkrant")
    wanneer: Tekst | None = vraag("Wanneer of hoe vaak?", nodig="wanneer", voorbeeld="elk kwartaal")
    wie: Tekst | None = vraag("Wie zorgt ervoor?", nodig="wie dit doet", voorbeeld="communicatieadviseur")


class Contactpunt(Antwoord):
    """Where people in the neighbourhood can go with a question or a report."""

    _text_alone = "naam"

    naam: Tekst | None = vraag(
        "Waar kunnen mensen terecht? Noem een loket of functie, geen persoon.",
        nodig="de naam van het contactpunt",
        voorbeeld="wijkpunt Molenpark",
    )
    telefoon: Tekst | None = vraag("Het algemene telefoonnummer.", voorbeeld="14 0499")
    email: Tekst | None = vraag("Het algemene e-mailadres.", voorbeeld="wijkpunt@elzenbeek.example")
    website: Tekst | None = vraag("De pagina met meer informatie.", voorbeeld="www.elzenbeek.example/molenkwartier")
    bereikbaar: Tekst | None = vraag("Wanneer is het bereikbaar?", voorbeeld="op werkdagen van 9 tot 17 uur")
    na_melding: Tekst | None = vraag("Wat gebeurt er met een melding, en wat hoort de melder daarvan?")


class Communicatie(Antwoord):
    """What is told, to whom and how."""

    kernboodschap: Tekst | None = vraag("Wat moet iedereen onthouden?", nodig="de kernboodschap")
    intern: tuple[Tekst, ...] = vraag("Hoe horen collega’s en partners ervan?", standaard=())
    extern: tuple[Boodschap, ...] = vraag(
        "Hoe hoort de wijk ervan?", nodig="de communicatie naar de wijk", standaard=()
    )
    woordvoerder: Tekst | None = vraag("Wie is de woordvoerder?", nodig="de woordvoerder", voorbeeld="burgemeester")
    contactpunt: Contactpunt | None = vraag("Waar kan de wijk terecht met vragen en meldingen?")
