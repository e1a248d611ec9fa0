"""Dutch words for docs/sjablonen.md: what each name of the plan and the framework holds, and what each element becomes.

`scripts/build_docs.py` sets them beside the model; a test tells when something of the model has no words here.
"""

from __future__ import annotations

from generator.framework import (
    Actie,
    Bouwsteen,
    EigenTekst,
    Eis,
    Framework,
    Inleiding,
    Interventie,
    Interventiecategorie,
    Leesstap,
    Leestip,
    Randvoorwaarde,
    Rechtsregel,
    Startvraag,
    Studie,
    VoorgesteldPrincipe,
    WerkzaamPrincipe,
)
from generator.plan import Plan
from generator.plan.acties import ActieInPlan
from generator.plan.bronnen import BronInPlan, Vermelding
from generator.plan.cijfers import Cijfergrafiek
from generator.plan.geld import Bedragenregel, Begroting
from generator.plan.hoofdstukken import Bijlage
from generator.plan.interventies import InterventieInPlan, PrincipeBijInterventie, StartvraagInPlan
from generator.plan.keten import Schakel
from generator.plan.principes import PrincipeInPlan, Toepassing
from generator.plan.punten import OpenDeel, OpenPunt, Opmerking
from generator.plan.randvoorwaarden import BouwsteenInPlan, EisInPlan, RandvoorwaardeInPlan
from generator.plan.tijdbalk import Balk, Tijdbalk, Vak
from generator.plan.vragen import VraagInPlan
from generator.plan.woorden import Aanspreekvorm

NAMES = {
    "wij": "Hoe het plan over de gemeente praat: wij of de gemeente.",
    "kaderstukken": "De beleidsstukken uit `kader:` in je antwoorden. (`kader` zelf is het kader van de leerkring.)",
}
"""What templates see beside the fields of the plan and the answers."""

PLAN: dict[type, tuple[str, dict[str, str]]] = {
    Plan: (
        "Het plan",
        {
            "kader": "Het kader van de leerkring.",
            "antwoorden": "Alle antwoorden, zoals ze zijn gegeven.",
            "sleutels": "Waar elk antwoord staat. Dat gebruikt wijkplan zelf, bijvoorbeeld voor `a.cel` en `plek`.",
            "titel": "De titel van het plan.",
            "gemeentenaam": "Hoe de gemeente zichzelf noemt, zoals: gemeente Elzenbeek.",
            "wijknaam": "De wijk in een zin, met het lidwoord: het Molenkwartier.",
            "aanspreekvorm": "Hetzelfde als `wij`.",
            "hoofdstukken": "De namen van de hoofdstukken die er komen, op volgorde.",
            "concept": "Of het plan een concept is. Alleen dan is te zien wat nog ontbreekt.",
            "nog_te_schrijven": "De namen van de hoofdstukken waar nog niets voor is ingevuld, in een concept.",
            "bijlagen": "De bijlagen die er komen, op volgorde.",
            "bouwstenen": "De vier bouwstenen, van onder naar boven.",
            "interventies": "De gekozen interventies, in de volgorde van de antwoorden.",
            "keten": "De doelen, elk met wat eraan bijdraagt. Interventies zonder doel staan achteraan.",
            "principes": "De werkzame principes die het plan gebruikt.",
            "acties": "Alle acties, op datum.",
            "merkbaar": "Wat er in het eerste jaar van het plan te merken is: mijlpalen van interventies.",
            "sprekende_cijfers": "De cijfers waarin de wijk het meest van de gemeente verschilt.",
            "cijfergrafieken": "Welke cijfers over de wijk samen in één grafiek komen.",
            "bewuste_keuzes": "Waar elk advies over gaat dat bewust niet is gevolgd, bij de naam van dat advies.",
            "begroting": "De bedragen per jaar. Er is geen begroting als er geen bedragen zijn.",
            "tijdbalk": "Wanneer welke interventie loopt. Er is geen tijdbalk zonder startdatums.",
            "open_punten": "De antwoorden die nog ontbreken.",
            "open_per_onderdeel": "Dezelfde antwoorden, per deel van het plan.",
            "bronnen": "De bronnen, met hun nummer.",
            "opmerkingen": "Wat als opmerking naast de tekst komt.",
            "afbeeldingen": 'De afbeeldingen naast de antwoorden, per sleutel: `afbeeldingen["beeld.logo"]`.',
            "woorden": "De vaste teksten. Zie [Eigen woorden](#eigen-woorden).",
            "randvoorwaarden": "De twaalf randvoorwaarden, in de volgorde van het kader.",
        },
    ),
    BouwsteenInPlan: (
        "Een bouwsteen",
        {
            "kader": "De bouwsteen in het kader.",
            "randvoorwaarden": "De randvoorwaarden die erbij horen.",
            "op_orde": "Of al haar randvoorwaarden op orde zijn.",
            "aantal": 'Hoeveel randvoorwaarden deze stand hebben: `aantal("op_orde")`.',
        },
    ),
    RandvoorwaardeInPlan: (
        "Een randvoorwaarde",
        {
            "kader": "De randvoorwaarde in het kader.",
            "antwoord": "Je antwoord. Zie `randvoorwaarden` bij de antwoorden.",
            "eisen": "Wat het kader vraagt.",
            "id": "De naam in het kader, zoals: urgentiebesef.",
            "status": "De stand zoals die is ingevuld: op_orde, deels, niet of onbekend.",
            "onderbouwd": "Of er een onderbouwing is en elk onderdeel is beoordeeld.",
            "stand": "De stand voor de lezer: zonder onderbouwing is niets op orde.",
            "acties": "De acties, op volgorde van datum.",
            "eerste_actie": "De actie met de vroegste datum.",
        },
    ),
    EisInPlan: (
        "Een eis bij een randvoorwaarde",
        {"eis": "De eis in het kader.", "status": "De stand."},
    ),
    InterventieInPlan: (
        "Een interventie",
        {
            "id": "De naam in het kader, of je eigen naam.",
            "titel": "De naam bij jullie, anders de titel.",
            "kadertitel": "De titel in het kader. Een eigen interventie heeft die niet.",
            "categorie": "De titel van de categorie.",
            "doel": "Wat de interventie inhoudt.",
            "resultaat": "Wat de interventie oplevert.",
            "antwoord": "Je antwoord. Zie `interventies` bij de antwoorden.",
            "doelen": "De doelen waaraan de interventie bijdraagt.",
            "problemen": "De problemen van de wijk die de interventie aanpakt.",
            "startvragen": "De startvragen met je antwoorden.",
            "principes": "De werkzame principes in deze interventie.",
            "loopt_al": "Of de interventie al liep voor dit plan.",
            "eigen": "Of de gemeente deze interventie zelf heeft bedacht.",
        },
    ),
    StartvraagInPlan: (
        "Een startvraag",
        {
            "startvraag": "De vraag in het kader.",
            "antwoord": "Je antwoord.",
        },
    ),
    PrincipeBijInterventie: (
        "Een werkzaam principe bij een interventie",
        {
            "principe": "Het principe in het kader.",
            "argument": "Waarom het kader het principe hier voorstelt.",
            "antwoord": "Je antwoord. Leeg als het kader het principe voorstelt en jullie niets kozen.",
            "keuze": "voorgesteld, bevestigd of eigen.",
        },
    ),
    PrincipeInPlan: (
        "Een werkzaam principe",
        {
            "kader": "Het principe in het kader.",
            "toepassingen": "De interventies waarin het werkt.",
            "id": "De naam in het kader.",
            "alleen_voorgesteld": "Of nog niemand het principe heeft bevestigd.",
        },
    ),
    Toepassing: (
        "Een toepassing van een principe",
        {"interventie": "De interventie.", "principe": "Het principe bij die interventie."},
    ),
    ActieInPlan: (
        "Een actie",
        {
            "antwoord": "De actie uit je antwoorden, met wat, wie en wanneer.",
            "hoort_bij": "De titel van de randvoorwaarde of interventie.",
            "anker": "De id van de kop waar de actie bij staat, voor een link.",
            "interventie": "De interventie waar de actie bij hoort. Leeg bij een randvoorwaarde.",
        },
    ),
    Begroting: (
        "De begroting",
        {
            "jaren": "De jaren.",
            "jaarblokken": "De jaren in groepen van hoogstens zes, die samen in één tabel passen.",
            "lasten": "De regels met lasten.",
            "dekking": "De regels met dekking.",
            "lasten_totaal": "De lasten van alle jaren bij elkaar.",
            "toegezegd": "De dekking die zeker is.",
            "aangevraagd": "De dekking die is aangevraagd.",
            "onzeker": "De dekking die nog niet zeker is.",
            "ongedekt": "De lasten waar nog helemaal geen dekking voor is.",
            "zeker": "Of de lasten van elk jaar zijn gedekt met geld dat is toegezegd.",
            "eerste_jaar_onzeker": "Het eerste jaar met meer lasten dan toegezegd geld. Leeg als dat er niet is.",
            "eerste_jaar_zonder_dekking": "Het eerste jaar met meer lasten dan dekking. Leeg als dat er niet is.",
            "lasten_per_jaar": "De lasten van elk jaar bij elkaar.",
            "dekking_per_jaar": "De dekking van elk jaar bij elkaar.",
            "dekking_in_beeld": "Of een grafiek van de dekking iets zegt: meer dan één jaar, niet te veel bronnen.",
            "saldo_per_jaar": "Dekking min lasten, per jaar.",
            "exact": "Of elk bedrag één getal is: geen PM, geen ‘ca.’ en geen grenzen.",
            "telling": "Hoe andere bedragen meetellen in de totalen, in een zin. Leeg als dat niet nodig is.",
        },
    ),
    Bedragenregel: (
        "Een regel van de begroting",
        {
            "antwoord": "Je antwoord. Zie `financien` bij de antwoorden.",
            "naam": "De post of de bron.",
            "gegeven": "Het bedrag per jaar, zoals het is gegeven. Leeg als er geen bedrag is.",
            "bedragen": "Wat er per jaar meetelt in de totalen. Leeg als er geen bedrag is, of als het PM is.",
            "totaal": "Alle jaren bij elkaar.",
        },
    ),
    Cijfergrafiek: (
        "Cijfers in één grafiek",
        {
            "eenheid": "De eenheid. Leeg als het een aantal is.",
            "rijen": "De nummers van de cijfers, vanaf 1.",
            "cijfers": "De cijfers zelf.",
            "per_jaar": "Of het één cijfer is, over de jaren.",
            "naast_gemeente": "Of de hele gemeente ernaast staat.",
            "indicator": "Wat er is gemeten, bij een cijfer over de jaren.",
        },
    ),
    Tijdbalk: (
        "De tijdbalk",
        {
            "vakken": "De kolommen.",
            "balken": "De rijen.",
            "mijlpaal": "Per kolom of er een mijlpaal van de hele aanpak in valt.",
            "besluit": "Per kolom of het besluit erin valt.",
            "jaren": "Elk jaar met het aantal kolommen.",
            "in_woorden": "Welke kolommen gevuld zijn, in woorden: `tijdbalk.in_woorden(balk.loopt)`.",
        },
    ),
    Vak: (
        "Een kolom van de tijdbalk",
        {
            "begin": "De eerste dag.",
            "eind": "De eerste dag erna.",
            "jaar": "Het jaar.",
            "kwartaal": "Het kwartaal. Leeg als de kolom een heel jaar is.",
            "naam": "De naam: `2026 K2`, of `2026`.",
        },
    ),
    Balk: (
        "Een rij van de tijdbalk",
        {
            "interventie": "De interventie.",
            "loopt": "Per kolom of de interventie dan loopt.",
            "mijlpaal": "Per kolom of er een mijlpaal is.",
        },
    ),
    OpenPunt: (
        "Een open punt",
        {
            "sleutel": "De sleutel van het antwoord.",
            "wat": "Wat er ontbreekt.",
            "hoe": "Wat je moet doen.",
            "regel": "De regel in het bestand met antwoorden.",
            "onderwerp": "De naam van waar het over gaat, zoals een interventie. Leeg als die er niet is.",
            "navraag": "Bij wie je het kunt navragen, zoals in je antwoorden bij `navraag`.",
            "kort": "Wat er ontbreekt, in zo weinig mogelijk woorden.",
            "onderdeel": "Het deel van het plan waar het bij hoort, zoals: financien.",
        },
    ),
    OpenDeel: (
        "De open punten van één deel van het plan",
        {"onderdeel": "Het deel van het plan, zoals: financien.", "punten": "De open punten."},
    ),
    Schakel: (
        "Een doel met wat eraan bijdraagt",
        {
            "doel": "Het doel. Leeg bij interventies die nog bij geen doel horen.",
            "nr": "Het hoeveelste doel het is.",
            "interventies": "De interventies die aan het doel bijdragen.",
            "nieuw": "De interventies daarvan die bij een eerder doel nog niet zijn genoemd.",
            "eerder": "De interventies daarvan die bij een eerder doel al zijn genoemd.",
            "principes": "De werkzame principes in die interventies.",
            "indicatoren": "De indicatoren van die interventies.",
            "problemen": "De problemen waar het doel een antwoord op is.",
            "cijfers": "De cijfers die laten zien hoe het ervoor staat.",
        },
    ),
    BronInPlan: (
        "Een bron",
        {
            "nr": "Het nummer.",
            "verwijzing": "De hele verwijzing.",
            "taal": "De taal: nl of en.",
            "kort": "De bron in een paar woorden. Leeg bij een onderzoek.",
            "vermeldingen": "De plaatsen waar het plan de bron noemt.",
        },
    ),
    Vermelding: ("Een vermelding van een bron", {"titel": "De titel van de kop.", "anker": "De id van de kop."}),
    Opmerking: (
        "Een opmerking",
        {"sleutel": "De sleutel van het antwoord.", "regels": "De zinnen van de opmerking."},
    ),
    Bijlage: ("Een bijlage", {"naam": "De naam van het sjabloon.", "letter": "De letter: A, B, C."}),
    VraagInPlan: (
        "Een vraag met haar antwoord",
        {
            "plaats": "Waar het antwoord staat. Dat gebruikt wijkplan zelf.",
            "titel": "Hoe het antwoord heet.",
            "kind": "Hoe wijkplan zo’n antwoord leest en laat zien.",
            "sleutel": "De sleutel.",
            "waarde": "Het antwoord zoals het is gegeven. Leeg als het er niet is.",
            "gegeven": "Of er een antwoord is.",
            "nodig": "Wat er zonder dit antwoord ontbreekt. Leeg als een plan zonder kan.",
            "soort": "lijst, groep, datum, keuze of tekst. Een getal is ook tekst.",
            "iso": "De dag, de maand of het jaar voor andere programma’s, zoals `2026-05`. Leeg als het dat niet is.",
            "keuzes": "De vaste keuzes, in je antwoorden en in het plan.",
            "tekst": "Het antwoord zoals het in het plan staat.",
            "punt": "De punt die achter het antwoord nog nodig is om een zin te zijn. Leeg als die er al staat.",
            "nummer": "Het nummer waarmee een argument begint, zoals 1.2. Leeg als het geen nummer heeft.",
            "delen": "De onderdelen van een lijst, elk weer een vraag met haar antwoord.",
        },
    ),
    Aanspreekvorm: (
        "De aanspreekvorm (`wij`)",
        {
            "meervoud": "Of het werkwoord in het meervoud staat.",
            "onderwerp": "wij, de gemeente of de gemeenten.",
            "bezit": "onze, haar of hun.",
            "lijdend": "ons of de gemeente.",
            "zin": 'Onderwerp en werkwoord: `wij.zin("kiezen", "kiest")`.',
            "begin": "Hetzelfde, aan het begin van een zin.",
            "om": 'Werkwoord en onderwerp: `wij.om("kiezen", "kiest")`.',
        },
    ),
}
"""Per class of the plan: its title, and its fields, properties and methods."""

_ID, _NR, _TITEL = "De naam in het kader.", "Het nummer.", "De titel."
FRAMEWORK: dict[type, tuple[str, dict[str, str]]] = {
    Framework: (
        "Het kader",
        {
            "titel": "De titel van het kader.",
            "ondertitel": "De ondertitel van het magazine.",
            "versie": "De versie.",
            "bron": "Waar het kader vandaan komt.",
            "herkomst": "Wie het magazine maakte, en hoe.",
            "leeswijzer": "De drie stappen van het kader, in hun volgorde.",
            "inleiding": "Een alinea over elk deel van het kader.",
            "eigen": "Wat niet uit het magazine komt.",
            "bronnen": "De onderzoeken onder de randvoorwaarden.",
            "bouwstenen": "De vier bouwstenen.",
            "randvoorwaarden": "De twaalf randvoorwaarden.",
            "interventiecategorieen": "De zeven categorieën.",
            "interventies": "De dertig interventies.",
            "rechtsregels": "De regels waaraan een jurist toetst.",
            "startvragen": "De startvragen.",
            "werkzame_principes": "De zes werkzame principes.",
            "randvoorwaarde": 'Eén randvoorwaarde: `kader.randvoorwaarde("urgentiebesef")`.',
            "interventie": 'Eén interventie: `kader.interventie("winkelstraten")`.',
            "rechtsregel": 'Eén regel: `kader.rechtsregel("gemeentewet_174a")`.',
            "principe": 'Eén principe: `kader.principe("bekend_maakt_bemind")`.',
        },
    ),
    Leesstap: (
        "Een stap van de leeswijzer",
        {
            "deel": "randvoorwaarden, interventies of werkzame_principes.",
            "vraag": "De vraag van deze stap.",
            "tekst": "Wat het kader daarover zegt.",
        },
    ),
    Inleiding: (
        "De inleidingen",
        {
            "randvoorwaarden": "Wat de randvoorwaarden zijn en waar ze op rusten.",
            "interventies": "Waar de interventies vandaan komen; begint na de uitleg van een interventie.",
            "startvragen": "Waar de startvragen voor zijn.",
            "werkzame_principes": "Wat werkzame principes zijn.",
        },
    ),
    EigenTekst: (
        "Wat niet uit het magazine komt",
        {"sleutel": "De plaats in het kader.", "wat": "Hoe het plan het noemt, in een zin."},
    ),
    Studie: ("Een onderzoek", {"id": _ID, "nr": _NR, "verwijzing": "De hele verwijzing."}),
    Bouwsteen: (
        "Een bouwsteen in het kader",
        {"id": _ID, "titel": _TITEL, "plaats": "De plaats, met 1 onderaan.", "toelichting": "De uitleg."},
    ),
    Randvoorwaarde: (
        "Een randvoorwaarde in het kader",
        {
            "id": _ID,
            "nr": _NR,
            "titel": _TITEL,
            "bouwsteen": "De naam van de bouwsteen.",
            "bron": "De paragraaf in de bron.",
            "toelichting": "Waarom ze telt; van wijkplan zelf.",
            "vraagt_om": "Het begin van de zin die elke eis afmaakt.",
            "eisen": "De eisen.",
            "acties": "De acties die het kader voorstelt.",
            "praktijkervaringen": "Wat in de leerkring naar voren kwam.",
        },
    ),
    Eis: (
        "Een eis in het kader",
        {"id": _ID, "nr": _NR, "tekst": "De eis, zonder hoofdletter.", "bronnen": "De nummers van de onderzoeken."},
    ),
    Actie: ("Een actie in het kader", {"id": _ID, "nr": _NR, "tekst": "De actie, in de onbepaalde wijs."}),
    Interventiecategorie: ("Een categorie", {"id": _ID, "titel": _TITEL}),
    Interventie: (
        "Een interventie in het kader",
        {
            "id": _ID,
            "titel": _TITEL,
            "categorie": "De naam van de categorie.",
            "bron": "De paragraaf in de bron.",
            "doel": "Wat de interventie inhoudt.",
            "beoogd_resultaat": "Wat de interventie oplevert.",
            "voorgestelde_principes": "De principes die erbij passen.",
            "eigen_zoektermen": "De trefwoorden die wij erbij kozen; ze staan niet in de bron.",
            "juridisch": "De namen van de regels waaraan een jurist de interventie toetst.",
        },
    ),
    Rechtsregel: (
        "Een rechtsregel",
        {
            "id": _ID,
            "artikel": "Waar de regel staat.",
            "punt": "Wat de regel vraagt of mogelijk maakt.",
            "gecontroleerd": "De dag waarop de regel voor het laatst naast een openbare bron is gelegd.",
            "vindplaats": "Het artikel, met die dag.",
        },
    ),
    VoorgesteldPrincipe: (
        "Een voorgesteld principe",
        {"principe": "De naam van het principe.", "sterkte": "hoofd of ondersteunend.", "argument": "Waarom het past."},
    ),
    Startvraag: ("Een startvraag in het kader", {"id": _ID, "nr": _NR, "vraag": "De vraag."}),
    WerkzaamPrincipe: (
        "Een werkzaam principe in het kader",
        {
            "id": _ID,
            "nr": _NR,
            "titel": _TITEL,
            "titel_bron": "De titel in het magazine, als die anders is.",
            "bron": "De paragraaf in de bron.",
            "hoe_werkt_het": "Hoe het werkt, in alinea’s.",
            "toepassen": "Wat het kader aanraadt, in de onbepaalde wijs.",
            "let_op": "Waar je op moet letten.",
            "theorie": "Zoekwoorden voor de literatuur.",
            "leestips": "De leestips.",
            "praktijkverhaal_gemeente": "De gemeente met een praktijkverhaal.",
        },
    ),
    Leestip: (
        "Een leestip",
        {"verwijzing": "De hele verwijzing.", "taal": "De taal: nl of en.", "kort": "De schrijvers en het jaar."},
    ),
}
"""Per class of the framework: its title, and its fields, properties and methods."""
