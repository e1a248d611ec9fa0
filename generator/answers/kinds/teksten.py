"""Free text, without what pasting leaves in it, and the words of a fixed choice."""

from __future__ import annotations

import re
from functools import cached_property
from textwrap import dedent
from typing import TYPE_CHECKING

from generator import dutch, limits
from generator.answers.kinds.kind import Kind, folded
from generator.answers.kinds.patterns import one_of, spelled
from generator.problems import HERE, ProblemsError
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.answers.kinds.kind import JsonSchema


# What pasted text brings along from Word, a PDF or a web page: signs that nobody sees, or that show as a box.
_NOTHINGS = re.compile("[\u00ad\u061c\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]")
"""Places where a word may break, and signs without width. The joiners stay: emoji and some scripts need them."""
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of text; it means something only beside letters that run from right to left."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Signs that only one font knows; every other shows a box."""
_OF_SYMBOL_FONTS = {
    "\uf0b7": "•",
    "\uf06c": "•",
    "\uf09f": "•",
    "\uf06f": "○",
    "\uf0a1": "○",
    "\uf0a7": "▪",
    "\uf06e": "■",
    "\uf071": "□",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0e0": "→",
    "\uf0ad": "↑",
    "\uf0b3": "≥",
    "\uf0a3": "≤",
    "\uf0b0": "°",
}
"""What Word writes in Symbol and Wingdings, as every font knows it."""
_BEGINS_LINE = re.compile(rf"(?m)^[ \t\u00a0]*({_PRIVATE.pattern})(?=[ \t\u00a0])")


class Tekst(Kind[str]):
    """Free text; may hold light Markdown where it prints as a paragraph."""

    def parse(self, text: str) -> str:
        """Return the text without spaces at line ends, blank lines around it and signs that nobody sees.

        Paragraphs stay apart, and lines keep how far they step in from each other.
        """
        lines = dedent(cleaned(text).strip("\n")).strip().split("\n")
        kept = "\n".join(line.rstrip() for line in lines)
        if not kept:
            raise ProblemsError.about(HERE, "Hier staat geen tekst.", "Vul een tekst in, of haal de regel weg.")
        if len(kept) > limits.TEXT:
            melding = f"Dit antwoord telt {dutch.getal(len(kept))} tekens."
            remedy = "Maak er minder dan 20.000 tekens van, of zet de tekst in een bijlage."
            raise ProblemsError.about(HERE, melding, remedy)
        return kept

    def show(self, value: str) -> str:
        """Return the text."""
        return value

    def schema(self) -> JsonSchema:
        """Take numbers and `true` as well: a version or a case number is text too."""
        said = "Hier hoort één tekst. Staat er een dubbele punt in? Zet de tekst dan tussen aanhalingstekens."
        return {"type": ["string", "number", "boolean"], "errorMessage": said}


_PICTURES = (".png", ".jpg", ".jpeg")


class Bestand(Tekst):
    """The name of a picture, which lies in the folder of the answer file or below it."""

    def parse(self, text: str) -> str:
        """Return the name, with a slash between folders on every system."""
        name = text.strip().replace("\\", "/").removeprefix("./")
        parts = name.split("/")
        if not name.casefold().endswith(_PICTURES):
            melding = f"“{folded(text)}” is geen PNG- of JPEG-bestand."
            raise ProblemsError.about(HERE, melding, "Bewaar de afbeelding als .png, .jpg of .jpeg.")
        if "" in parts or ".." in parts or ":" in name:
            melding = f"“{folded(text)}” ligt niet in de map van de antwoorden."
            remedy = "Zet het bestand in die map, en schrijf alleen de naam: plein.jpg of beeld/plein.jpg."
            raise ProblemsError.about(HERE, melding, remedy)
        return name

    def schema(self) -> JsonSchema:
        """Take names of pictures."""
        wanted = (
            "Schrijf de naam van een PNG- of JPEG-bestand in de map van de antwoorden, bijvoorbeeld beeld/plein.jpg."
        )
        return spelled(r"[^:]+\.(?:png|jpe?g)", wanted)


_YES = ("ja", "j", "jawel", "yes", "y", "true", "waar", "klopt", "zeker", "wel")
_NO = ("nee", "n", "neen", "no", "false", "onwaar", "nog niet", "niet", "nee nog niet", "nee, nog niet")
_AS_YES = "Schrijf ja of nee."
NOT_YET = (
    *("nog niet bekend", "niet bekend", "onbekend", "nog onbekend", "nb", "n.b.", "n.b", "n.t.b.", "n.t.b", "ntb"),
    *("nog te bepalen", "nader te bepalen", "nog in te vullen", "volgt", "volgt nog", "weet ik niet", "?"),
)
"""What people write in the place of a choice that was not made yet."""
_DENIALS = ("niet", "geen", "nog niet", "nog geen")
_LIMITS = ("deels", "gedeeltelijk", "half", "bijna")


class JaNee(Kind[bool]):
    """Yes or no, which the plan may write as a sentence."""

    def __init__(self, words: Mapping[str, str] | None = None) -> None:
        """Make the kind.

        Args:
            words: How the plan writes `ja` and `nee`, where that is another way.
        """
        self.words = {"ja": "ja", "nee": "nee"} | dict(words or {})

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """`ja` and `nee`, as the answer file and as the plan writes them."""
        return tuple(self.words.items())

    def parse(self, text: str) -> bool:
        """Return True for `ja` and False for `nee`."""
        given = _plain(text)
        if given in (*_YES, *_NO):
            return given in _YES
        raise ProblemsError.about(HERE, f"Hier past alleen ja of nee, niet “{text.strip()}”.", _AS_YES)

    def show(self, value: bool) -> str:
        """Return `ja` or `nee`, or the words for it."""
        return self.words[dutch.woord(value)]

    def schema(self) -> JsonSchema:
        """Return the two words, and what else says the same."""
        return {"if": {"type": "boolean"}, "else": _one_of((*_YES, *_NO), _AS_YES)}


class Keuze(Kind[str]):
    """One of a few fixed choices, which the plan may write in other words than the answer file."""

    def __init__(
        self,
        values: Iterable[str],
        words: Mapping[str, str] | None = None,
        ook: Mapping[str, str] | None = None,
    ) -> None:
        """Make the kind.

        Args:
            values: The choices as the answer file writes them.
            words: How the plan writes them, where a house style may choose those words; elsewhere it writes a space
                for each underscore.
            ook: Other words that certainly mean one of the choices, each with that choice.
        """
        self.words = {value: (words or {}).get(value) or dutch.woord(value) for value in values}
        self.ook = dict(ook or {})
        self._replaceable = frozenset(words or ())

    @cached_property
    def _spelled(self) -> dict[str, str]:
        """Every spelling of a choice; a plan that only prints its choices needs none of them."""
        return {
            _plain(spelling): value
            for spellings in (self.ook, {word: value for value, word in self.words.items()}, {v: v for v in self.words})
            for spelling, value in spellings.items()
        }

    def in_words(self, words: Mapping[str, str]) -> Keuze:
        """Return the same choices, in the words of a house style where it may choose them."""
        return Keuze(self.words, {value: words.get(value, self.words[value]) for value in self._replaceable}, self.ook)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The choices, as the answer file and as the plan writes them."""
        return tuple(self.words.items())

    def parse(self, text: str) -> str:
        """Return the choice that a text says: in the words of the answer file, of the plan, or in others for it."""
        if text in self.words:
            return text
        given = _plain(text)
        if given in self._spelled:
            return self._spelled[given]
        # what is denied or limited never means the same without that word
        near = [value for value in self.words if _limits(given) == _limits(_plain(value))]
        remedy = did_you_mean(text, near) or f"Kies uit: {', '.join(self.words)}."
        raise ProblemsError.about(HERE, f"“{folded(text)}” is hier geen keuze.", remedy)

    def show(self, value: str) -> str:
        """Return the choice in words: `ter besluitvorming`."""
        return self.words[value]

    def write(self, value: str) -> str:
        """Return the choice as the answer file has it."""
        return value

    def _read_print(self, text: str) -> str:
        given = folded(text).casefold()
        values = (value for value, word in self.words.items() if given == folded(word).casefold())
        return next(values, None) or self.parse(text.strip())

    def schema(self) -> JsonSchema:
        """Return the choices, and the other words for them."""
        return _one_of(self._spelled, f"Kies uit: {', '.join(self.words)}.")


def _limits(text: str) -> tuple[bool, bool]:
    """Tell whether a choice begins with a denial, and whether with what makes it hold in part."""
    return text.startswith(_DENIALS), text.startswith(_LIMITS)


def _plain(text: str) -> str:
    """Return a text in small letters, with a space for each underscore and hyphen, and no point at its end."""
    return folded(re.sub(r"[_-]", " ", text)).strip(" .").casefold()


def _one_of(spellings: Iterable[str], said: str) -> JsonSchema:
    """Return the schema of every spelling of a few choices, and of one that was not made yet."""
    words = one_of((*spellings, *NOT_YET)).replace(r"\s+", r"[\s_-]+")
    return spelled(rf"{words}\.*", said)


def cleaned(text: str) -> str:
    """Return a text as its reader would see it, with only signs that any font can show.

    Args:
        text: What was typed or pasted.
    """
    text = _NOTHINGS.sub("", "\n".join(text.splitlines()))
    if not _RIGHT_TO_LEFT.search(text):
        text = _TURNS.sub("", text)
    if _PRIVATE.search(text):
        text = _BEGINS_LINE.sub(lambda found: found[0].replace(found[1], _OF_SYMBOL_FONTS.get(found[1], "•")), text)
        text = _PRIVATE.sub(lambda found: _OF_SYMBOL_FONTS.get(found[0], ""), text)
    return text
