"""The answer file as frozen models: which questions there are, and what kind of answer each takes."""

from __future__ import annotations

from generator.answers.acties import Mijlpaal
from generator.answers.adviezen import AdviesId
from generator.answers.beeld import Beeld
from generator.answers.doelen import Doelen
from generator.answers.interventies import InterventieAntwoord
from generator.answers.navraag import Navraag
from generator.answers.opdracht import Besluit, Document, Gemeente, Kader
from generator.answers.questions import Antwoord, Tekst, vraag
from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord
from generator.answers.samenwerking import Communicatie, Informatiedeling, Organisatie, Participatie
from generator.answers.uitvoering import Begrip, Bijlagen, Financien, Monitoring, Risico
from generator.answers.wijk import Wijk

__all__ = ["Antwoord", "Antwoorden"]


class Antwoorden(Antwoord):
    """Everything a municipality answered; the order of the fields is the order in the answer file."""

    basis: Tekst | None = vraag(
        "Uit welk ander bestand komen de antwoorden die hier niet staan? Bijvoorbeeld dat van de regio of de gemeente.",
        waarom="Wat voor meer wijken hetzelfde is, staat dan op één plaats. Wat in dit bestand staat, gaat voor.",
        voorbeeld="../regio.yaml",
    )
    huisstijl: Tekst | None = vraag(
        "De map of het Word-bestand met de huisstijl. Laat leeg voor de neutrale huisstijl."
    )
    document: Document = vraag("Over het document zelf.", standaard=Document)
    gemeente: Gemeente = vraag("Over de gemeente.", standaard=...)
    besluit: Besluit | None = vraag("Wat vraag je het college te besluiten?", nodig="het gevraagde besluit")
    kader: tuple[Kader, ...] = vraag("In welk beleid past dit plan?", standaard=())
    wijk: Wijk = vraag("Over de wijk.", standaard=...)
    beeld: Beeld | None = vraag("Welke afbeeldingen komen in het plan?")
    doelen: Doelen | None = vraag("Wat wil je bereiken?", nodig="de visie en de doelen")
    randvoorwaarden: dict[str, RandvoorwaardeAntwoord | None] = vraag(
        "Hoe staan de twaalf randvoorwaarden van het kader ervoor?", standaard={}
    )
    start_motivering: Tekst | None = vraag(
        "Waarom begin je nu al met interventies, terwijl nog niet alle randvoorwaarden op orde zijn?",
        waarom="Zijn de randvoorwaarden op orde? Dan kun je volgens het kader nadenken over interventies.",
    )
    interventies: tuple[InterventieAntwoord, ...] = vraag(
        "Welke interventies kies je? Het plan houdt jullie volgorde aan.",
        nodig="minstens één interventie",
        standaard=(),
    )
    organisatie: Organisatie | None = vraag(
        "Wie doet wat, en wie beslist?",
        nodig="de organisatie van de aanpak",
        waarom="Een krachtig samenwerkingsverband is een van de randvoorwaarden van het kader.",
    )
    informatiedeling: Informatiedeling | None = vraag(
        "Hoe deel je informatie volgens de regels?",
        nodig="de afspraken over informatie en privacy",
        waarom="Partners mogen alleen informatie delen als daar een grondslag voor is.",
    )
    participatie: Participatie | None = vraag(
        "Hoe doen bewoners en ondernemers mee?",
        nodig="de participatie",
        waarom="Zonder de mensen in de wijk werkt een wijkaanpak niet.",
    )
    communicatie: Communicatie | None = vraag(
        "Wat vertel je, aan wie en hoe?",
        nodig="de communicatie",
        waarom="Het kader vraagt om heldere communicatie, binnen en buiten de organisaties.",
    )
    planning: tuple[Mijlpaal, ...] = vraag("Wat zijn de belangrijkste momenten?", nodig="de planning", standaard=())
    financien: Financien | None = vraag(
        "Wat kost de aanpak en wie betaalt dat? Alle bedragen in hele euro’s.",
        nodig="de financiën",
        waarom="Het kader vraagt om geld voor de lange duur.",
    )
    monitoring: Monitoring | None = vraag(
        "Hoe volg je de voortgang?",
        nodig="de monitoring en evaluatie",
        waarom="Reflectie en evaluatie is een van de randvoorwaarden van het kader.",
    )
    risicos: tuple[Risico, ...] = vraag(
        "Wat kan er misgaan, en wat doe je daaraan?", nodig="minstens één risico", standaard=()
    )
    bewust: dict[AdviesId, Tekst] = vraag(
        "Kies je bewust anders dan een advies van wijkplan? Zet de reden bij de naam van dat advies.",
        waarom="Dan krijg je dat advies niet meer, en leest iedereen in het plan waarom.",
        voorbeeld="{looptijd: Wij beginnen met vier jaar. In 2029 besluit de raad over het vervolg.}",
        standaard={},
    )
    navraag: tuple[Navraag, ...] = vraag(
        "Welke antwoorden weet je nog niet, en wie kan ze geven?",
        waarom="Dan staat bij de open punten van het concept bij wie je het navraagt.",
        standaard=(),
    )
    begrippen: tuple[Begrip, ...] = vraag("Welke woorden leg je uit?", standaard=())
    bijlagen: Bijlagen = vraag("Welke bijlagen wil je?", standaard=Bijlagen)
