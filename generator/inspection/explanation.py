"""Tells in Dutch what is in the Word file of a house style: what stays, what does not, and what plays which role."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.colours import shown
from generator.word.roles import dutch_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.word.frame.remnants import Remnant
    from generator.word.mended_copy import MendedCopy
    from generator.word.word_report import Kept, LeftBehind, WordReport

GROUPS: dict[str, tuple[str, ...]] = {
    "Titels en koppen": (
        *("titel", "ondertitel", "voorbladregel", *(f"kop_{level}" for level in range(1, 7))),
        *(*(f"kop_{level}_ongenummerd" for level in (1, 2, 3)), "bijlage", "inhoudskop"),
        *(f"inhoud_{level}" for level in (1, 2, 3)),
    ),
    "Tekst": (
        *("tekst", "intro", "citaat", "kader", "kadertitel", "bron", "bijschrift", "koptekst", "voettekst"),
        *("vet", "schuin", "code", "link", "invulplek"),
    ),
    "Lijsten": tuple(f"{kind}_{level}" for kind in ("opsomming", "nummering") for level in (1, 2, 3)),
    "Tabellen": (
        *("tabel", "tabel_gegevens", "tabel_planning", "tabel_matrix"),
        *("tabeltekst", "tabelkop", "tabelgetal", "tabelkopgetal", "tabelopsomming"),
    ),
    "Stand van een randvoorwaarde": ("op_orde", "deels", "niet", "onbekend"),
}
"""Every role by its public name, in the order in which one looks for it."""
_HEADINGS = {"titel": "De titel", **{f"kop_{level}": f"Kop {level}" for level in range(1, 5)}}
_COVERS = {
    "sjabloon": "Het voorblad van het sjabloon. Het plan zet er geen eigen voorblad voor.",
    "getypt": "Het voorblad van het sjabloon. De woorden van het plan komen op de plek van de getypte woorden.",
    "samen": "De pagina van het voorblad. De titel van het plan komt erop.",
    "eigen": "Het plan krijgt een eigen voorblad, in de stijlen van het Word-bestand.",
}
_SHOWN = {
    **{"title": "de titel", "subject": "het onderwerp", "company": "de gemeente", "gemeente": "de gemeente"},
    **{"status": "de status", "category": "de categorie", "datum": "de datum", "author": "de auteurs"},
    **{"comments": "de samenvatting", "keywords": "de trefwoorden", "manager": "de leidinggevende"},
    **{"versie": "de versie", "companyaddress": "het adres", "companyphone": "het telefoonnummer"},
    **{"companyfax": "het faxnummer", "companyemail": "het e-mailadres"},
}
"""What a document property is called, by the name that fields and controls use."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that is said of a house style; the field names are also the keys of `--json`."""

    onderdeel: str
    """What it is about: `fout`, `herstel`, `plaats`, `blijft`, `vervalt`, `stijl`, `invulplek`, `veld`, `getypt`,
    `contrast`, `taal`, `lettertype`, `sjabloon` or `keuze`."""
    soort: str
    """`fout`, `aandacht`, or `uitleg` when there is nothing to do."""
    naam: str
    """What of it: a role, a part of the document, a font."""
    waarde: str
    """What was found there."""
    melding: str
    oplossing: str = ""
    bestand: str = ""
    regel: int = 0
    kolom: int = 0


def about_word(word: WordReport) -> Iterator[Regel]:
    """Yield what there is to say of the Word file."""
    for notice in word.notices:
        yield Regel("herstel", "uitleg", "", "", notice)
    if word.kept is not None:
        yield from _kept(word.kept)
        yield from _dropped(word.kept)
    yield from _left_behind(word.left_behind)
    yield from map(_remnant, word.remnants)
    yield from _styles(word)
    yield from _sizes(word.sizes)
    for part, words in word.placeholders:
        yield Regel("invulplek", "uitleg", part, words, f"In {part}: {words}")
    for part, name in dict.fromkeys(word.shown):
        shown = _SHOWN.get(name, f"“{name}”")
        yield Regel("veld", "uitleg", part, name, f"In {part}: {shown}.")
    yield from _language(word.language)
    yield from (_font(name) for name in word.fonts)


def _kept(kept: Kept) -> Iterator[Regel]:
    yield Regel("plaats", "uitleg", "plan", kept.where, f"Het plan komt {kept.where}.")
    yield Regel("plaats" if kept.cover == "eigen" else "blijft", "uitleg", "voorblad", kept.cover, _COVERS[kept.cover])
    if kept.letterhead:
        yield Regel("blijft", "uitleg", "briefhoofd", "", "Het beeld waar het document mee begint.")
    if kept.contents:
        melding = "De inhoudsopgave van het sjabloon, gevuld met de koppen van het plan."
        yield Regel("blijft", "uitleg", "inhoudsopgave", "", melding)
    for margin, words in kept.margins:
        quoted = f": “{words}”" if words else ""
        yield Regel("blijft", "uitleg", margin.split()[0], margin, f"De {margin}{quoted}.")
    if kept.background:
        yield Regel("blijft", "uitleg", "achtergrond", "", "De achtergrond van de pagina’s.")


def _dropped(kept: Kept) -> Iterator[Regel]:
    if kept.dropped:
        melding = (
            f"De voorbeeldtekst van het sjabloon: {_times(kept.dropped, 'alinea of tabel', 'alinea’s en tabellen')}."
        )
        yield Regel("vervalt", "uitleg", "voorbeeldtekst", str(kept.dropped), melding)
    if kept.lost_placeholders:
        count = _times(kept.lost_placeholders, "invulplek", "invulplekken")
        melding = f"In de voorbeeldtekst die vervalt, {'staat' if kept.lost_placeholders == 1 else 'staan'} {count}."
        remedy = "Moet die tekst blijven? Zet dan in het Word-bestand op de plek van het plan een alinea {{ inhoud }}."
        yield Regel("vervalt", "aandacht", "invulplekken", str(kept.lost_placeholders), melding, remedy)


def _left_behind(left: LeftBehind) -> Iterator[Regel]:
    counted = (
        ("opmerkingen", left.comments, "opmerking", "opmerkingen"),
        ("wijzigingen", left.changes, "bijgehouden wijziging. Het plan heeft de nieuwe tekst", ""),
        ("afbeeldingen", left.pictures, "afbeelding uit de voorbeeldtekst", "afbeeldingen uit de voorbeeldtekst"),
        ("eigenschappen", left.properties, "eigen documenteigenschap", "eigen documenteigenschappen"),
    )
    for name, number, one, more in counted:
        if number:
            many = more or one.replace("wijziging.", "wijzigingen.")
            yield Regel("vervalt", "uitleg", name, str(number), f"{_times(number, one, many)}.")
    if left.protected:
        yield Regel("vervalt", "uitleg", "beveiliging", "", "De beveiliging tegen bewerken.")


def _remnant(item: Remnant) -> Regel:
    if item.fate == "blijft":
        melding = f"{item.shown} Dit lijkt bij een ander document te horen, en komt zo in het plan."
        remedy = "Haal de tekst weg als die niet klopt, of zet er een invulplek neer, zoals {{ titel }}."
        return Regel("getypt", "aandacht", item.part, item.words, melding, remedy)
    return Regel("getypt" if item.fate == "gevuld" else "vervalt", "uitleg", item.part, item.words, item.shown)


def _styles(word: WordReport) -> Iterator[Regel]:
    for roles in GROUPS.values():
        for role in roles:
            found = word.styles[role]
            yield Regel("stijl", "uitleg", role, found.getoond, found.uitleg)


def _sizes(sizes: Mapping[str, float]) -> Iterator[Regel]:
    """Yield each title or heading that is smaller than what stands below it."""
    for higher, lower in pairwise(("titel", "kop_1", "kop_2", "kop_3", "kop_4")):
        if sizes[higher] < sizes[lower]:
            one, other = _HEADINGS[higher], _HEADINGS[lower]
            melding = f"{one} is {_points(sizes[higher])} groot, {other.lower()} {_points(sizes[lower])}."
            remedy = "Maak in Word de stijl groter die erboven hoort. Anders ziet een lezer niet wat waarbij hoort."
            yield Regel("stijl", "aandacht", higher, f"{sizes[higher]:g}", melding, remedy)


def _points(size: float) -> str:
    return f"{size:g} {'punt' if size == 1 else 'punten'}".replace(".", ",")


def about_mended(mended: MendedCopy) -> Iterator[str]:
    """Yield what was changed in a mended copy, each in a sentence."""
    for item in mended.recoloured:
        yield (
            f"De kleur van de stijl “{dutch_name(item.name)}” was #{item.before} en is nu #{item.after}."
            f" Het contrast was {shown(item.ratio)} op 1."
        )
    for language in mended.languages:
        was = f"was {language}" if language else "was niet ingesteld"
        yield f"De taal van de stijlen {was} en is nu Nederlands."
    if mended.added:
        names = ", ".join(style.getoond for style in mended.added)
        are = "stijl is" if len(mended.added) == 1 else "stijlen zijn"
        yield f"{len(mended.added)} {are} toegevoegd: {names}."


def _language(language: str) -> Iterator[Regel]:
    if not language:
        melding = "In het Word-bestand is geen taal ingesteld. Het plan krijgt de taal Nederlands."
        remedy = "Wil je het in het sjabloon goed zetten? Kies in Word Controleren > Taal > Controletaal instellen."
        yield Regel("taal", "aandacht", "taal", "", melding, remedy)
    elif not language.lower().startswith("nl"):
        melding = f"De taal van het Word-bestand is {language}. Het plan krijgt de taal Nederlands."
        yield Regel("taal", "uitleg", "taal", language, melding)


def _font(name: str) -> Regel:
    melding = (
        f"Het lettertype “{name}” zit niet in het bestand en staat niet op elke computer."
        " De lezer ziet dan een ander lettertype."
    )
    remedy = "Kies in Word Bestand > Opties > Opslaan > Lettertypen insluiten in het bestand, en sla het op."
    return Regel("lettertype", "aandacht", name, "", melding, remedy)


def _times(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
