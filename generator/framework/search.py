"""Finds in the framework what helps with a problem: by its own words, and by the terms that we gave interventions."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from generator.framework.browsing import PARTS, entries, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.framework.model import Framework, Interventie

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
