"""From a file on disk to its text, and from that to what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import limits
from generator.problems import Location, ProblemsError
from generator.source.characters import as_typed
from generator.source.known_keys import KnownKeys
from generator.source.soundness import has_strange_signs
from generator.source.tree import Parsed, Source

if TYPE_CHECKING:
    from pathlib import Path


_NONE_KNOWN = KnownKeys()
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SELDOM = 10
"""In UTF-16 that is read as something else, more than one in so many signs is a NUL."""
_SAVE_AS_UTF8 = "Open het bestand in Kladblok, kies Opslaan als en kies bij Codering: UTF-8."


@dataclass(frozen=True, slots=True)
class TextFile:
    """What a file says, and how its signs are written in bytes."""

    text: str
    encoding: str
    mark: bytes
    """The byte order mark that it starts with; empty where there is none."""

    def encoded(self, text: str) -> bytes:
        """Return the bytes of another text, written as this one is."""
        return self.mark + text.encode(self.encoding)


def read_file(path: Path) -> TextFile:
    """Return the text of the file at `path`, and how it is written.

    Raises:
        ProblemsError: The file is not there, cannot be read, is empty, too large or no text in UTF-8.
    """
    data = _read_bytes(path)
    mark, encoding = next(((mark, name) for mark, name in _MARKS.items() if data.startswith(mark)), (b"", "utf-8"))
    text = _decode(data, mark, encoding, str(path))
    if text.count("\x00") * _SELDOM > len(text):  # a few among other signs are told of at their places
        raise ProblemsError.about(
            path, "Dit bestand is geen gewone tekst, of het is opgeslagen als UTF-16.", _SAVE_AS_UTF8
        )
    if text.count("\n") + text.count("\r") > 2 * limits.YAML_LINES:
        melding = f"Dit bestand heeft meer dan {limits.YAML_LINES} regels. Zo lang is een antwoordenbestand nooit."
        raise ProblemsError.about(path, melding, "Controleer of je het goede bestand noemde.")
    if not text.strip():
        raise ProblemsError.about(path, "Dit bestand is leeg.", "Maak een nieuw bestand met: wijkplan nieuw MAP.")
    return TextFile(text, encoding, mark)


def _read_bytes(path: Path) -> bytes:
    name = str(path)
    try:
        if path.is_dir():
            remedy = f"Noem het bestand in de map, bijvoorbeeld {path / 'antwoorden.yaml'}."
            raise ProblemsError.about(name, "Dit is een map, geen bestand.", remedy)
        if path.exists() and not path.is_file():
            melding = "Dit is geen gewoon bestand, maar bijvoorbeeld een apparaat of een pijp."
            raise ProblemsError.about(name, melding, "Noem het bestand met je antwoorden.")
        with path.open("rb") as stream:
            data = stream.read(limits.YAML_BYTES + 1)
    except FileNotFoundError as error:
        remedy = "Controleer de naam en de map. Een nieuw bestand maak je met: wijkplan nieuw MAP."
        raise ProblemsError.about(name, "Dit bestand bestaat niet.", remedy) from error
    except (OSError, ValueError) as error:
        remedy = "Controleer of je het mag openen en of de schijf bereikbaar is."
        raise ProblemsError.about(name, "Dit bestand is niet te lezen.", remedy) from error
    if len(data) > limits.YAML_BYTES:
        melding = "Dit bestand is groter dan 2 MB. Zo groot is een antwoordenbestand nooit."
        raise ProblemsError.about(name, melding, "Controleer of je het goede bestand noemde.")
    return data


def _decode(data: bytes, mark: bytes, encoding: str, name: str) -> str:
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[len(mark) :][: error.start].decode(encoding, "replace")
        place = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        melding = "Dit bestand is niet opgeslagen als UTF-8. Vanaf deze plaats is de tekst niet te lezen."
        raise ProblemsError.about(place, melding, _SAVE_AS_UTF8) from error


def interpret(text: str, name: str, known: KnownKeys) -> Source:
    """Return what a text says, with its faults and doubts; its lines are looked at only where it may be mistyped.

    Args:
        text: The text.
        name: What problems call the file.
        known: The keys that may stand in it.

    Raises:
        ProblemsError: It cannot be told what the text as a whole should be; with every fault that was seen.
    """
    parsed = Parsed(as_typed(text), name, known)
    if parsed.is_clear and not has_strange_signs(text):
        return Source(name, parsed.tree, parsed.keys, parsed.values, text=text)
    from generator.source.diagnosis import Diagnosis

    return Diagnosis(text, name, known, parsed).source()


def load(path: Path, known: KnownKeys = _NONE_KNOWN) -> Source:
    """Read the YAML file at `path`, in which nothing may be wrong.

    Args:
        path: The file.
        known: The keys that may stand in it: they tell a key from text.

    Raises:
        ProblemsError: The file is not there, cannot be read, is no text in UTF-8 (or UTF-16 with a
            byte order mark), is too large, or is no YAML; with the place where that shows.
    """
    return parse(read_file(path).text, str(path), known)


def parse(text: str, name: str, known: KnownKeys = _NONE_KNOWN) -> Source:
    """Return the tree of a YAML text; `name` is what problems call the file.

    Raises:
        ProblemsError: The text is no YAML, uses YAML that an answer file has no need of, or loses words.
    """
    source = interpret(text, name, known)
    if source.faults:
        raise ProblemsError(source.faults)
    return source


def read(path: Path, known: KnownKeys = _NONE_KNOWN) -> Source:
    """Read the YAML file at `path` as far as it can be understood; `Source.faults` says what is wrong with it.

    Raises:
        ProblemsError: As for `load`, where it cannot be told what the text should be.
    """
    return interpret(read_file(path).text, str(path), known)
