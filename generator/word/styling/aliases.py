"""The names that styles have elsewhere: other languages of Word, other makers; the hints by which roles are found."""

from __future__ import annotations

import re

from generator.word.roles import ROLES


def _split(names: str) -> tuple[str, ...]:
    """Return the names in a text with `|` between them."""
    return tuple(names.split(" | "))


_HEADINGS = _split(
    "Heading | Kop | Überschrift | Titre | Título | Rubrik | Overskrift | Titolo | Nagłówek | Nadpis | "
    "Otsikko | Címsor | Titlu | Naslov | Başlık | Заголовок"
)
_CONTENTS = _split(
    "Inhopg | Inhoudsopgave | Inhoud | Verzeichnis | TM | TDC | Innehåll | Indholdsfortegnelse | INNH | "
    "Sommario | Índice | Spis treści | Sisluet | Obsah | Contents"
)
_BULLETS = _split(
    "Lijst opsom.teken | Opsomming | Opsomming niveau | Opsommingsteken | Bullet | Bullets | "
    "Bullet List | Bulleted List | Aufzählungszeichen | Aufzählung | Liste à puces | Puces | Puce | "
    "Lista con viñetas | Viñetas | Punktlista | Opstilling - punkttegn | Punktliste | Punktopstilling | "
    "Punto elenco | Elenco puntato | Com marcadores | Lista punktowana | Merkitty luettelo | "
    "Seznam s odrážkami"
)
_NUMBERS = _split(
    "Lijstnummering | Nummering | Nummering niveau | Genummerde lijst | Numbered | Numbered List | "
    "Number List | Listennummer | Nummerierung | Liste à numéros | Liste numérotée | Lista con números | "
    "Numrerad lista | Opstilling - talellerbogst | Nummerert liste | Talopstilling | Numero elenco | "
    "Elenco numerato | Numerada | Lista numerowana | Numeroitu luettelo | Číslovaný seznam"
)


def _levels(words: tuple[str, ...], level: int) -> tuple[str, ...]:
    """Return the names of a level; the first level of a list often has no figure."""
    return tuple(f"{word} {level}" for word in words) + (words if level == 1 else ())


_OTHER: dict[str, tuple[str, ...]] = {
    **{f"h{level}": tuple(f"{word} {level}" for word in _HEADINGS) for level in range(1, 7)},
    **{f"toc{level}": tuple(f"{word} {level}" for word in _CONTENTS) for level in (1, 2, 3)},
    **{f"ul{level}": _levels(_BULLETS, level) for level in (1, 2, 3)},
    **{f"ol{level}": _levels(_NUMBERS, level) for level in (1, 2, 3)},
    **{
        f"h{level}.ongenummerd": tuple(
            f"{word} {level} {rest}"
            for word in ("Kop", "Heading")
            for rest in ("zonder nummer", "zonder nummering", "ongenummerd", "unnumbered", "no number")
        )
        for level in (1, 2, 3)
    },
    "h1.inhoudskop": _split(
        "TOC Heading 1 | Kop van inhoudsopgave | Kop inhoudsopgave | Kop inhoudsopgave 1 | "
        "Inhaltsverzeichnisüberschrift | En-tête de table des matières | Título TDC | Título de TDC | "
        "Innehållsförteckningsrubrik | Titolo sommario | Contents Heading"
    ),
    "h1.bijlage": _split(
        "Kop Bijlage | Kop 1 Bijlage | Bijlage kop | Bijlage kop 1 | Bijlage 1 | Appendix | "
        "Appendix Heading | Appendix 1 | Annex | Anhang | Annexe | Anexo | Bilaga | Bilag | Vedlegg"
    ),
    "titel": _split("Titel | Titre | Título | Rubrik | Tittel | Titolo | Tytuł | Název | Document Title"),
    "ondertitel": _split(
        "Ondertitel | Untertitel | Sous-titre | Subtítulo | Underrubrik | Undertitel | Undertittel | "
        "Sottotitolo | Podtytuł"
    ),
    "voorbladregel": _split("Voorbladtekst | Voorblad tekst | Cover Text | Cover Line"),
    "p": _split(
        "Text body | Platte tekst | Basistekst | Broodtekst | Lopende tekst | Textkörper | Fließtext | "
        "Corps de texte | Texto independiente | Brödtext | Brødtekst | Corpo testo | Corpo del testo | "
        "Corpo de texto | Tekst podstawowy | Leipäteksti | Základní text"
    ),
    "p.intro": _split("Inleiding | Introductie | Introtekst | Intro tekst | Intro text | Lead | Ingress | Chapeau"),
    "p.bron": _split("Bronvermelding | Source | Bronnen tabel | Noot bij tabel | Quelle"),
    "bijschrift": _split(
        "Bijschrift | Tabeltitel | Table Caption | Beschriftung | Légende | Descripción | Epígrafe | "
        "Beskrivning | Billedtekst | Bildetekst | Didascalia | Legenda | Kuvaotsikko | Titulek"
    ),
    "blockquote": _split(
        "Citaat | Zitat | Citation | Cita | Citat | Sitat | Citazione | Citação | Cytat | Quotations | "
        "Block Text | Block Quotation"
    ),
    "kader": _split("Kadertekst | Kader tekst | Tekstkader | Box Text | Kasten"),
    "p.kadertitel": _split("Kader titel | Kaderkop | Kader kop | Box Title | Box Heading"),
    "tabeltekst": _split(
        "Tabel tekst | Tekst tabel | Tabelinhoud | Inhoud tabel | Table Text | Table Contents | "
        "Tabellentext | Tabelleninhalt | Texte tableau | Texte de tableau | Contenu de tableau | "
        "Texto de tabla | Tabelltext | Tabelltekst"
    ),
    "tabelkop": _split(
        "Tabel kop | Kop tabel | Table Heading | Table Header | Table Head | Tabellenkopf | "
        "Tabellenüberschrift | En-tête de tableau | Titre de tableau | Tabellrubrik | Tabelhoved | "
        "Tabelloverskrift"
    ),
    "tabelopsomming": _split("Tabel opsomming | Opsomming tabel | Table Bullet | Table Bullets"),
    "strong": _split(
        "Zwaar | Vet | Fett | Stark | Sterk | Élevé | Texto en negrita | Enfasi (grassetto) | Forte | "
        "Pogrubienie | Strong Emphasis"
    ),
    "em": _split(
        "Nadruk | Cursief | Hervorhebung | Accentuation | Énfasis | Betoning | Fremhæv | Utheving | "
        "Enfasi (corsivo) | Ênfase | Uwydatnienie"
    ),
    "code": _split("HTML Code | Source Text | Verbatim Char"),
    "a": _split(
        "Internet Link | Lien hypertexte | Hipervínculo | Hyperlänk | Hyperkobling | "
        "Collegamento ipertestuale | Hiperligação | Hiperłącze"
    ),
    "header": _split(
        "Koptekst | Kopfzeile | En-tête | Encabezado | Sidhuvud | Sidehoved | Topptekst | Intestazione | "
        "Cabeçalho | Nagłówek"
    ),
    "footer": _split(
        "Voettekst | Fußzeile | Pied de page | Pie de página | Sidfot | Sidefod | Bunntekst | "
        "Piè di pagina | Rodapé | Stopka"
    ),
}


def plain(name: str) -> str:
    """Return a name without what Word does not look at: spaces and case."""
    return "".join(name.split()).casefold()


def names_of(role: str) -> tuple[str, ...]:
    """Return the names under which the style of a role can be found, the one that Word itself gives first."""
    return (ROLES[role].name, *_OTHER.get(role, ()))


def ids_of(role: str) -> tuple[str, ...]:
    """Return the style ids that a role can have; Word leaves out of an id what is no plain letter or figure."""
    letters = [re.sub(r"[^\w-]", "", name) for name in names_of(role)]
    ascii_only = [re.sub(r"[^A-Za-z0-9-]", "", name) for name in names_of(role)]
    return tuple(dict.fromkeys(found.casefold() for found in (*letters, *ascii_only) if len(found) > 1))
