"""Answers about the assignment: the document, the municipality, the decision and the policy it fits in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from generator.answers.kinds.patterns import any_case, one_of
from generator.answers.questions import Antwoord, Datum, Jaar, Tekst, vraag

if TYPE_CHECKING:
    from generator.source import Tree

_INITIALS = re.compile(r"\b[A-Z]\.")
_YEARS = re.compile(r"(?:van )?(\d{4})\s*(?:-|–|—|/|t/m|tot en met)\s*(\d{4})")
_YEAR = r"(?:19|20|21)\d\d"
_ARGUMENT = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.?\s")


class Periode(Antwoord):
    """The years that the plan covers, the last one included."""

    text_pattern = rf"^\s*(?:van\s+)?{_YEAR}\s*(?:-|–|—|/|t/m|tot\s+en\s+met)\s*{_YEAR}\s*$"

    @classmethod
    def from_text(cls, text: str, whole: Tree = None) -> dict[str, str] | None:  # noqa: ARG003 - the text says it all
        """Return the first and the last year of `2026 - 2029` or `2026 tot en met 2029`."""
        found = _YEARS.fullmatch(" ".join(text.split()))
        return {"van": found[1], "tot_en_met": found[2]} if found else None

    @classmethod
    def years_in(cls, whole: Tree) -> tuple[str, str] | None:
        """Return the first and the last year of the plan as a file gives them; None where it does not give both."""
        document = whole.get("document") if isinstance(whole, dict) else None
        given = document.get("periode") if isinstance(document, dict) else None
        periode = cls.from_text(given) if isinstance(given, str) else given
        if not isinstance(periode, dict):
            return None
        first, last = periode.get("van"), periode.get("tot_en_met")
        return (first, last) if isinstance(first, str) and isinstance(last, str) else None

    van: Jaar | None = vraag("Het eerste jaar.", nodig="het eerste jaar van de looptijd", voorbeeld="2026")
    tot_en_met: Jaar | None = vraag(
        "Het laatste jaar; dat jaar hoort er nog bij.",
        nodig="het laatste jaar van de looptijd",
        voorbeeld="2029",
    )


_FUNCTIES = (
    *("adviseur", "burgemeester", "wethouder", "directeur", "manager", "secretaris", "coördinator", "regisseur"),
    *("leider", "hoofd", "griffier", "medewerker", "strateeg", "jurist", "controller", "officier", "ambtenaar"),
)
"""Words that a function ends in."""
_FUNCTIE = any_case(rf"(?:.*\s)?\S*{one_of(_FUNCTIES)}(?:\s.*)?").removeprefix("^")


class Persoon(Antwoord):
    """Somebody with a role in the plan."""

    text_pattern = rf"^\s*[A-Z]\.|^(?!.*\b[A-Z]\.){_FUNCTIE}"

    @classmethod
    def from_text(cls, text: str, whole: Tree = None) -> dict[str, str] | None:  # noqa: ARG003 - the text says it all
        """Return a name with initials, a function, or both with a comma between; other words may be either."""
        first, _, rest = (part.strip() for part in text.partition(","))
        if _INITIALS.match(first):
            return {"naam": first, "functie": rest} if rest else {"naam": text}
        is_function = any(word.casefold().endswith(_FUNCTIES) for word in text.split())
        return {"functie": text} if is_function and not _INITIALS.search(text) else None

    naam: Tekst | None = vraag("Voorletter en achternaam.", nodig="de naam", voorbeeld="S. de Wit")
    functie: Tekst | None = vraag("De functie.", voorbeeld="adviseur openbare orde en veiligheid")


class Versie(Antwoord):
    """A row of the version history."""

    versie: Tekst | None = vraag("Het versienummer.", nodig="het versienummer", voorbeeld="0.1")
    datum: Datum | None = vraag("De datum van deze versie.", nodig="de datum", voorbeeld="10-11-2025")
    wie: Tekst | None = vraag("Wie heeft deze versie gemaakt?", nodig="wie dit deed", voorbeeld="S. de Wit")
    wijziging: Tekst | None = vraag("Wat is er veranderd?", nodig="wat er veranderde")


class Akkoord(Antwoord):
    """A sign-off before the plan goes to the college."""

    _text_alone = "wie"

    wie: Tekst | None = vraag("Wie kijkt mee?", nodig="wie akkoord geeft", voorbeeld="concerncontroller")
    wat: Tekst | None = vraag("Waarop?", voorbeeld="financiën")
    datum: Datum | None = vraag("Wanneer gaf deze persoon akkoord? Laat leeg als het nog niet zover is.")


class VertrouwelijkeBijlage(Antwoord):
    """An annex that is not public."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("De naam van de bijlage.", nodig="de naam van de bijlage")
    grond: Tekst | None = vraag(
        "Op welke grond is de bijlage vertrouwelijk?",
        nodig="de grond voor vertrouwelijkheid",
        waarom="Geheimhouding kan alleen op een grond uit artikel 5.1, eerste of tweede lid, van de Woo.",
        voorbeeld="art. 5.1, tweede lid, onder e, Woo; geheimhouding art. 87 Gemeentewet",
    )


class OpenbareBijlage(Antwoord):
    """An annex that everybody may read."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("De naam van de bijlage.", nodig="de naam van de bijlage", voorbeeld="wijkscan 2025")
    waar: Tekst | None = vraag("Waar is die te vinden?", voorbeeld="www.elzenbeek.example/wijkscan")


class Document(Antwoord):
    """What the document is called and in which state it is."""

    titel: Tekst | None = vraag("De titel op het voorblad. Laat leeg voor de gewone titel, met de naam van de wijk.")
    periode: Periode | None = vraag(
        "Over welke jaren gaat het plan?",
        nodig="de looptijd van het plan",
        waarom="Een wijkaanpak duurt lang: het kader gaat uit van 10 tot 20 jaar.",
    )
    pactperiode: Periode | None = vraag(
        "Hoort het plan bij een pact of programma dat langer duurt? Over welke jaren gaat dat?"
    )
    versie: Tekst | None = vraag("Het versienummer.", nodig="het versienummer", voorbeeld="0.1")
    status: Literal["concept", "ter_besluitvorming", "vastgesteld"] = vraag(
        "In welke fase is het plan: concept, ter_besluitvorming of vastgesteld?",
        voorbeeld="concept",
        standaard="concept",
        ook={
            **dict.fromkeys(("ontwerp", "conceptversie", "in concept", "werkversie", "conceptplan"), "concept"),
            **dict.fromkeys(("eerste concept", "nog niet vastgesteld", "in bewerking", "nog concept"), "concept"),
            **dict.fromkeys(("ter vaststelling", "vast te stellen", "voor besluitvorming"), "ter_besluitvorming"),
            **dict.fromkeys(("definitief", "vastgesteld door het college", "vastgesteld door de raad"), "vastgesteld"),
            **dict.fromkeys(("vastgesteld door de burgemeester", "vastgesteld door college"), "vastgesteld"),
        },
    )
    datum: Datum | None = vraag("De datum van deze versie.", nodig="de datum van deze versie", voorbeeld="16-2-2026")
    zaaknummer: Tekst | None = vraag("Het nummer in het zaaksysteem.", voorbeeld="Z2026-00417")
    openbaarheid: Literal["openbaar", "intern", "vertrouwelijk"] | None = vraag(
        "Wie mag het plan lezen: openbaar, intern of vertrouwelijk?",
        nodig="of het plan openbaar is",
        waarom="Een plan dat naar het college gaat, wordt in de regel openbaar.",
        voorbeeld="openbaar",
        ook={
            **dict.fromkeys(("publiek", "voor iedereen"), "openbaar"),
            **dict.fromkeys(("alleen intern", "intern gebruik", "voor intern gebruik"), "intern"),
            "geheim": "vertrouwelijk",
        },
    )
    vertrouwelijke_bijlagen: tuple[VertrouwelijkeBijlage, ...] = vraag(
        "Welke bijlagen zijn vertrouwelijk?", standaard=()
    )
    openbare_bijlagen: tuple[OpenbareBijlage, ...] = vraag("Welke openbare stukken horen bij het plan?", standaard=())
    auteurs: tuple[Persoon, ...] = vraag("Wie schrijft het plan?", nodig="wie het plan schrijft", standaard=())
    opdrachtgever: Persoon | None = vraag("Wie is de ambtelijk opdrachtgever?", nodig="de ambtelijk opdrachtgever")
    portefeuillehouder: Persoon | None = vraag(
        "Welke bestuurder is verantwoordelijk?",
        nodig="de portefeuillehouder",
        waarom="Het kader vraagt om één bestuurder die zich als boegbeeld aan de aanpak verbindt.",
    )
    versiebeheer: tuple[Versie, ...] = vraag(
        "Welke versies waren er en wat veranderde er?", nodig="de eerdere versies", standaard=()
    )
    akkoord: tuple[Akkoord, ...] = vraag("Wie moet akkoord geven voordat het plan naar het college gaat?", standaard=())


class Gemeente(Antwoord):
    """The municipality."""

    _text_alone = "naam"

    naam: Tekst = vraag("Hoe heet de gemeente?", voorbeeld="Elzenbeek", standaard=...)
    aanduiding: Tekst | None = vraag(
        "Hoe noemt de gemeente zichzelf in een zin? Laat leeg voor: gemeente, met de naam.",
        voorbeeld="gemeente Elzenbeek",
    )
    samen_met: tuple[Tekst, ...] = vraag(
        "Maak je het plan samen met andere gemeenten? Noem hun namen, zonder het woord gemeente.", standaard=()
    )
    provincie: Tekst | None = vraag("In welke provincie ligt de gemeente?", voorbeeld="Noord-Brabant")
    basisteam: Tekst | None = vraag("Welk basisteam van de politie werkt in de wijk?", voorbeeld="De Beken")
    riec: Tekst | None = vraag("Welk RIEC helpt de gemeente?", voorbeeld="RIEC Oost-Brabant")
    aanspreekvorm: Literal["wij", "de gemeente"] = vraag(
        "Hoe schrijft het plan over de gemeente: wij of de gemeente?",
        voorbeeld="wij",
        standaard="wij",
        ook={"we": "wij", "gemeente": "de gemeente"},
    )


class Alternatief(Antwoord):
    """Something else that could have been decided."""

    _text_alone = "wat"

    wat: Tekst | None = vraag("Wat is er overwogen?", nodig="het alternatief", voorbeeld="alleen extra toezicht")
    waarom_niet: Tekst | None = vraag("Waarom is daar niet voor gekozen?", nodig="waarom dat het niet werd")


class Besluit(Antwoord):
    """What the college, the council or the mayor is asked to decide."""

    bevoegd_orgaan: Literal["college", "raad", "burgemeester"] | None = vraag(
        "Wie beslist: college, raad of burgemeester?",
        nodig="wie beslist",
        voorbeeld="college",
        ook={
            **dict.fromkeys(("het college", "b&w", "college van b&w", "college b&w", "college van b en w"), "college"),
            **dict.fromkeys(("burgemeester en wethouders", "college van burgemeester en wethouders"), "college"),
            **dict.fromkeys(
                ("b en w", "burgemeester & wethouders", "college van burgemeester & wethouders"), "college"
            ),
            **dict.fromkeys(("de raad", "gemeenteraad", "de gemeenteraad"), "raad"),
            "de burgemeester": "burgemeester",
        },
    )
    datum_college: Datum | None = vraag("Wanneer bespreekt het college het plan?", voorbeeld="10-3-2026")
    raad: Literal["geen", "raadsinformatiebrief", "raadsvoorstel"] | None = vraag(
        "Wat krijgt de raad: niets (geen), een raadsinformatiebrief of een raadsvoorstel? "
        "Bij nieuw budget of nieuw beleid is een raadsvoorstel nodig.",
        voorbeeld="raadsinformatiebrief",
        ook={
            **dict.fromkeys(("rib", "ter informatie", "ter kennisname", "informatiebrief"), "raadsinformatiebrief"),
            **dict.fromkeys(("raadsbrief", "raadsinformatiebrief (rib)", "ter kennisgeving"), "raadsinformatiebrief"),
            **dict.fromkeys(("ter besluitvorming", "ter vaststelling", "raadsbesluit"), "raadsvoorstel"),
            **dict.fromkeys(("niets", "nee", "niet", "n.v.t.", "nvt", "niet van toepassing"), "geen"),
        },
    )
    kernboodschap: Tekst | None = vraag(
        "Wat moet wie beslist onthouden? Zeg in twee of drie zinnen wat je voorstelt en waarom."
    )
    beslispunten: tuple[Tekst, ...] = vraag(
        "Wat vraag je te besluiten? Schrijf elk punt zo dat het zonder het plan te begrijpen is.",
        nodig="de beslispunten",
        waarom="Het college besluit over deze punten, woord voor woord.",
        standaard=(),
    )
    datum_raad: Datum | None = vraag("Wanneer bespreekt de raad het voorstel?", voorbeeld="9-4-2026")
    beslispunten_raad: tuple[Tekst, ...] = vraag(
        "Wat beslist de raad, als het college het plan zelf vaststelt? Bijvoorbeeld over de begroting.", standaard=()
    )
    beoogd_effect: Tekst | None = vraag("Wat merkt de wijk van dit besluit?", nodig="het beoogd effect")
    argumenten: tuple[Tekst, ...] = vraag(
        "Waarom is dit een goed besluit? Begin met het nummer van het beslispunt en dat van het argument.",
        voorbeeld='"1.1 De problemen versterken elkaar."',
        standaard=(),
    )
    kanttekeningen: tuple[Tekst, ...] = vraag("Wat pleit ertegen, of is onzeker?", standaard=())
    alternatieven: tuple[Alternatief, ...] = vraag("Wat is er nog meer overwogen?", standaard=())
    eerdere_besluiten: tuple[Tekst, ...] = vraag("Welke eerdere besluiten gaan hierover?", standaard=())


def argumentnummer(text: str) -> tuple[int, ...]:
    """Return the number that an argument begins with: (1, 2) for `1.2 …`, the second with point 1; else nothing."""
    found = _ARGUMENT.match(text)
    return (int(found[1]), int(found[2])) if found else ()


class Kader(Antwoord):
    """A policy document that the plan fits in."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("De naam van het beleidsstuk.", nodig="de naam van het beleidsstuk")
    relatie: Tekst | None = vraag("Wat heeft dit plan ermee te maken?", nodig="de relatie met dit plan")
    grondslag: Tekst | None = vraag("Op welk wetsartikel rust het?", voorbeeld="art. 38b Politiewet 2012")
