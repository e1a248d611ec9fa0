"""Shows the framework as text: an overview, a part, one entry, or what is found by words.

Words lead to interventions by the terms that we gave them, and to every entry that has them in its own text.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.framework.model import Interventie, Randvoorwaarde, Startvraag, WerkzaamPrincipe
from generator.problems import ProblemsError
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.framework.model import Framework


PARTS = ("randvoorwaarden", "interventies", "principes", "startvragen")
WIDTH = 96

Entry: TypeAlias = Randvoorwaarde | Interventie | WerkzaamPrincipe | Startvraag
_WORD = re.compile(r"[a-z0-9]+")
_LITTLE_WORDS = frozenset(
    _WORD.findall(
        "aan als bij dat de die dit door een en er het hoe iets in is met na naar niet om ons onze of op over te tegen "
        "tussen uit van veel voor waar wat we wij wijk zijn"
    )
)
_ENDINGS = ("ingen", "eren", "aars", "ing", "aar", "ers", "ies", "en", "er", "es", "ie", "s", "e")
_SHORTEST_STEM = 3
_INSIDE = 5
"""A stem of this length may stand inside a longer word: `hennep` in `hennepkwekerij`, `fraude` in `woonfraude`."""
_ALIKE = 0.85
"""How much of two stems must be the same to hold one for a slip in typing the other."""


def overview(kader: Framework) -> str:
    """Return what the framework holds, with the ids to look further with."""
    blocks = "\n".join(_block(part, listing(kader, part)) for part in PARTS)
    return f"{kader.titel}\n{kader.bron}\n\n{blocks}Meer over één onderdeel: wijkplan kader interventies halt_lessen"


def listing(kader: Framework, part: str) -> str:
    """Return the entries of a part: id and title, grouped as the framework does."""
    return "\n".join(_rows(kader, part))


def detail(kader: Framework, part: str, key: str) -> str:
    """Return everything about one entry.

    Raises:
        ProblemsError: There is no entry with this id.
    """
    found = {entry.id: entry for entry in entries(kader, part)}
    if key not in found:
        remedy = did_you_mean(key, found) or f"Kijk met: wijkplan kader {part}."
        raise ProblemsError.about("kader", f"“{key}” staat niet bij {part}.", remedy)
    return "\n".join([*lines_of(found[key], kader), *_found_by(found[key])])


def part_with(kader: Framework, key: str) -> str | None:
    """Return the part in which an id stands, or None."""
    return next((part for part in PARTS if any(entry.id == key for entry in entries(kader, part))), None)


def _block(title: str, text: str) -> str:
    return f"{title.upper()}\n{text}\n"


def entries(kader: Framework, part: str) -> tuple[Entry, ...]:
    """Return the entries of a part."""
    parts: dict[str, tuple[Entry, ...]] = {
        "randvoorwaarden": kader.randvoorwaarden,
        "interventies": kader.interventies,
        "principes": kader.werkzame_principes,
        "startvragen": kader.startvragen,
    }
    return parts[part]


def _rows(kader: Framework, part: str) -> Iterator[str]:
    groups: dict[str, str] = {}
    if part == "randvoorwaarden":
        groups = {block.id: block.titel for block in kader.bouwstenen}
    elif part == "interventies":
        groups = {category.id: category.titel for category in kader.interventiecategorieen}
    last = None
    for entry in entries(kader, part):
        group = getattr(entry, "bouwsteen", None) or getattr(entry, "categorie", None)
        if group != last and group is not None:
            yield f"  {groups[group]}"
            last = group
        yield f"    {entry.id:<34} {_title(entry)}"


def _title(entry: Entry) -> str:
    return entry.vraag if isinstance(entry, Startvraag) else entry.titel


def lines_of(entry: Entry, kader: Framework) -> Iterator[str]:
    """Yield what the framework says of an entry, line by line."""
    yield _title(entry)
    yield f"id: {entry.id}"
    if isinstance(entry, Randvoorwaarde):
        yield from _condition(entry, kader)
    elif isinstance(entry, Interventie):
        yield from _intervention(entry, kader)
    elif isinstance(entry, WerkzaamPrincipe):
        yield from _principle(entry)


def _condition(entry: Randvoorwaarde, kader: Framework) -> Iterator[str]:
    block = next(block for block in kader.bouwstenen if block.id == entry.bouwsteen)
    yield f"bouwsteen: {block.titel}"
    yield from _text(f"{entry.toelichting} (toelichting van wijkplan)")
    yield from _listed(entry.vraagt_om, (f"{eis.nr}. {eis.tekst}" for eis in entry.eisen))
    yield from _listed("Aan de slag:", (f"{action.nr}. {action.tekst}" for action in entry.acties))
    yield from _listed("Ervaringen:", entry.praktijkervaringen)
    named = {nr for eis in entry.eisen for nr in eis.bronnen}
    studies = (f"{study.nr}. {study.verwijzing}" for study in kader.bronnen if study.nr in named)
    yield from _listed(f"Bron: magazine, randvoorwaarde {entry.titel}, met deze studies:", studies)


def _intervention(entry: Interventie, kader: Framework) -> Iterator[str]:
    category = next(item for item in kader.interventiecategorieen if item.id == entry.categorie)
    yield f"categorie: {category.titel}"
    yield from _text(f"Wat het is: {entry.doel}")
    yield from _text(f"Beoogd resultaat: {entry.beoogd_resultaat}")
    proposals = (
        f"{item.principe} ({kader.principe(item.principe).titel}): {item.argument}"
        for item in entry.voorgestelde_principes
    )
    yield from _listed("Voorstel voor werkzame principes (niet uit de bron):", proposals)
    rules = (kader.rechtsregel(key) for key in entry.juridisch)
    yield from _listed(
        "Laat toetsen door een jurist (niet uit de bron):", (f"{rule.vindplaats}: {rule.punt}" for rule in rules)
    )


def _found_by(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Interventie):
        yield from _text(f"Onze eigen trefwoorden (niet uit de bron): {', '.join(entry.eigen_zoektermen)}")


def _principle(entry: WerkzaamPrincipe) -> Iterator[str]:
    if entry.titel_bron:
        yield f"titel in het magazine: {entry.titel_bron}"
    yield from _listed("Hoe werkt het:", entry.hoe_werkt_het)
    yield from _listed("Het kader raadt aan:", entry.toepassen)
    yield from _listed("Let op:", entry.let_op)
    yield from _listed("Leestips:", (tip.verwijzing for tip in entry.leestips))
    yield from _text(f"Praktijkverhaal in het magazine: {entry.praktijkverhaal_gemeente}")


def _text(text: str) -> Iterator[str]:
    yield ""
    yield fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    rows = list(items)
    if rows:
        yield ""
        yield title
        for row in rows:
            yield fill(row, WIDTH, initial_indent="  ", subsequent_indent="     ", break_long_words=False)


class Hit(NamedTuple):
    """An intervention that one or more words lead to."""

    interventie: Interventie
    trefwoorden: tuple[str, ...]
    """Its terms that they led by."""
    woorden: int
    """How many of the words led to it."""
    precies: int
    """How many of its terms are just those words, rather than words that hold them or look like them."""


def search(kader: Framework, words: str, part: str | None = None) -> str:
    """Return what is found by words: interventions by our own terms, and every entry whose text has the words.

    Args:
        kader: The framework.
        words: One word or more, whatever their case, accents and endings.
        part: The part to look in; all when None.
    """
    blocks = []
    if part in (None, "interventies") and (hits := by_problem(kader, words)):
        blocks.append("\n".join(_shown(hits, words)))
    if texts := list(_by_text(kader, words, part)):
        title = [f"“{words}” in de tekst van het kader:"] if blocks else []
        blocks.append("\n".join([*title, *texts]))
    nothing = f"“{words}” komt niet voor in het kader. Kijk wat er is met: wijkplan kader interventies"
    return "\n\n".join(blocks) or nothing


def by_problem(kader: Framework, words: str) -> list[Hit]:
    """Return the interventions that have a term for a word, the nearest first."""
    wanted = [_stem(word) for word in _words(words)]
    hits = []
    for item in kader.interventies:
        led = [[term for term in item.eigen_zoektermen if _is_term_for(stem, term)] for stem in wanted]
        if any(led):
            terms = dict.fromkeys(term for found in led for term in found)
            precise = sum(any(_stem(word) in wanted for word in _words(term)) for term in terms)
            hits.append(Hit(item, tuple(terms), sum(map(bool, led)), precise))
    return sorted(hits, key=lambda hit: (-hit.woorden, -hit.precies))


def _shown(hits: list[Hit], words: str) -> Iterator[str]:
    yield f"Interventies bij “{words}”, gevonden via onze eigen trefwoorden (die staan niet in de bron):"
    for hit in hits:
        yield f"    {hit.interventie.id:<34} {hit.interventie.titel}"
        yield f"    {'':<34} trefwoord: {', '.join(hit.trefwoorden)}"
    yield f"Lees meer: wijkplan kader interventies {hits[0].interventie.id}"


def _by_text(kader: Framework, words: str, part: str | None) -> Iterator[str]:
    """Yield every entry that has the words on one line, with those lines."""
    wanted = _words(words) or [plain(words)]
    for name in (part,) if part else PARTS:
        for entry in entries(kader, name):
            lines = [line.strip() for line in lines_of(entry, kader) if all(word in plain(line) for word in wanted)]
            if lines:
                yield f"{name} {entry.id}"
                yield from (f"    {line}" for line in lines)


def plain(text: str) -> str:
    """Return a text without capitals and accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))


def _words(text: str) -> list[str]:
    """Return the words of a text that say something."""
    return [word for word in _WORD.findall(plain(text)) if word not in _LITTLE_WORDS]


def _is_term_for(stem: str, term: str) -> bool:
    return any(_are_alike(stem, _stem(word)) for word in _words(term))


def _are_alike(wanted: str, known: str) -> bool:
    """Tell whether two stems are the same, one inside the other, or the same with a slip in typing."""
    if wanted == known:
        return True
    shorter, longer = sorted((wanted, known), key=len)
    if len(shorter) < _INSIDE:
        return False
    return shorter in longer or (
        wanted[0] == known[0] and SequenceMatcher(None, wanted, known, autojunk=False).ratio() >= _ALIKE
    )


def _stem(word: str) -> str:
    """Return a word without its ending and without the second of two equal signs before that."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM), "")
    stem = word.removesuffix(ending)
    return stem[:-1] if ending and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] else stem
