"""Says in plain Dutch what is wrong with a template: where, what was probably meant, and what to do."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from generator.resources import templates_dir
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

_ANSWERS = "plan/onderdelen/antwoord.html.j2"
REPAIR = "Herstel het sjabloon."
RUNTIME_ERRORS = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
"""What Python itself can say about a template that asks for something odd."""


class TemplateError(Exception):
    """A template that cannot be turned into a page; says which one, where and why, in Dutch."""

    def __init__(self, template: str, line: int, melding: str, oplossing: str = REPAIR, sleutel: str = "") -> None:
        """Keep the place of the fault, the plan key that is wrong and what to do."""
        super().__init__(f"{template}, regel {line}: {melding}")
        self.template = template
        self.line = line
        self.melding = melding
        self.oplossing = oplossing
        self.sleutel = sleutel


class Said(str):
    """What is wrong, with what to do about it."""

    name: str
    oplossing: str

    def __new__(cls, melding: str, oplossing: str, name: str = "") -> Said:
        """Keep the remedy and the name that is wrong."""
        said = super().__new__(cls, melding)
        said.oplossing = oplossing
        said.name = name
        return said


def unknown_name(name: str, known: Iterable[str]) -> Said:
    """Return what to say of a name that no plan has."""
    return Said(f"“{name}” bestaat niet in een plan.", did_you_mean(name, known) or _see_list(), name)


def unknown_attribute(owner: object, name: str) -> Said:
    """Return what to say of a part that something in the plan does not have."""
    if owner is None:
        melding = f"“{name}” is niet te vinden: het antwoord waar het in staat, is niet gegeven."
        return Said(melding, "Vraag eerst met {% if … %} of dat antwoord er is.", name)
    return Said(f"“{name}” bestaat hier niet.", did_you_mean(name, parts_of(owner)) or _see_list(), name)


def parts_of(owner: object) -> list[str]:
    """Return the names that a template can ask of something in the plan."""
    kind = type(owner)
    if isinstance(owner, dict):
        return [key for key in owner if isinstance(key, str)]
    found = [item.name for item in fields(owner)] if is_dataclass(owner) else []
    own = [item for item in kind.__mro__ if item.__module__.startswith("generator.")]
    return found + [name for item in own for name in vars(item) if not name.startswith("_")]


def fault(error: Exception, start: str, templates: Callable[[], list[str]], filters: Iterable[str]) -> TemplateError:
    """Return the fault that an error means.

    Args:
        error: What Jinja or Python raised.
        start: The template that the page begins with.
        templates: Gives the names of the templates that exist.
        filters: The names of the filters that exist.
    """
    name, line = _place(error, start)
    said = explain(error, templates, filters)
    key, remedy = _key(said, name, line)
    return TemplateError(name, line, str(said), remedy, key)


def explain(error: Exception, templates: Callable[[], list[str]], filters: Iterable[str]) -> Said:
    """Return what an error means in Dutch, and what to do."""
    if isinstance(error, TemplateNotFound):
        missing = str(error.message or error.name).rsplit(": ", 1)[-1]
        remedy = did_you_mean(missing, templates()) or "Controleer de naam van het sjabloon."
        return Said(f"Het sjabloon “{missing}” bestaat niet.", remedy)
    if isinstance(error, TemplateSyntaxError):
        return syntax(error.message or "", filters)
    if isinstance(error, UndefinedError | SecurityError):
        return error.args[0] if error.args and isinstance(error.args[0], Said) else Said(str(error), REPAIR)
    if isinstance(error, RecursionError):
        return Said("Dit sjabloon roept steeds zichzelf aan.", "Haal die aanroep weg.")
    if isinstance(error, MemoryError | OverflowError):
        return Said("Dit sjabloon maakt te veel tekst.", "Maak de herhalingen en de tekst kleiner.")
    if isinstance(error, ZeroDivisionError):
        return Said("Hier wordt door nul gedeeld.", "Vraag eerst met {% if … %} of het getal nul is.")
    return Said(f"Hier kan het sjabloon niet mee rekenen ({error}).", "Controleer welk soort antwoord dit is.")


_SYNTAX = (
    (r"tag name expected", "Na {% ontbreekt de opdracht.", "Schrijf bijvoorbeeld {% if … %}."),
    (
        r"Unexpected end of template.*needs to be closed is '(\w+)'",
        "“{0}” is niet afgesloten.",
        "Zet {% end{0} %} erna.",
    ),
    (r"Unexpected end of template", "Het sjabloon houdt te vroeg op.", "Kijk of alle opdrachten zijn afgesloten."),
    (
        r"unknown tag '(\w+)'.*needs to be closed is '(\w+)'",
        "“{0}” past hier niet: eerst moet “{1}” worden afgesloten.",
        "Zet {% end{1} %} ervoor.",
    ),
    (
        r"unknown tag 'end(\w+)'",
        "“end{0}” staat hier zonder “{0}” ervoor.",
        "Haal de opdracht weg of zet {% {0} … %} ervoor.",
    ),
    (
        r"unknown tag '(\w+)'",
        "“{0}” is geen opdracht die een sjabloon kent.",
        "Gebruik bijvoorbeeld if, for of include.",
    ),
    (r"Missing end of comment", "De opmerking met {# is niet afgesloten.", "Zet #} aan het eind."),
    (r"unexpected char '([^\"']*?)'", "Het teken “{0}” past hier niet.", "Haal het teken weg of vervang het."),
    (r"unexpected '(.*?)'", "Het teken “{0}” staat hier verkeerd.", "Kijk of er een haakje te veel of te weinig is."),
    (
        r"got 'end of (?:print|template|statement)|unexpected end of template",
        "Tussen de accolades ontbreekt iets.",
        "Schrijf er een naam in, zoals gemeente.naam.",
    ),
    (r"unexpected char \"'\"", "Een aanhalingsteken is niet gesloten.", "Zet er twee neer, of haal het weg."),
    (r"got '(.*?)'", "De schrijfwijze klopt niet bij “{0}”.", "Kijk of er een punt, komma of haakje ontbreekt."),
    (r"Expected an expression", "Tussen de accolades staat niets.", "Schrijf er een naam in, zoals gemeente.naam."),
)


def syntax(message: str, filters: Iterable[str]) -> Said:
    """Return what a syntax error means in Dutch, and what to do."""
    if isinstance(message, Said):
        return message
    if found := re.search(r"No (filter|test) named '(\w+)'", message):
        kind = {"filter": "Het filter", "test": "De test"}[found[1]]
        remedy = did_you_mean(found[2], filters if found[1] == "filter" else ()) or "Kies iets wat wel bestaat."
        return Said(f"{kind} “{found[2]}” bestaat niet.", remedy, found[2])
    for pattern, melding, remedy in _SYNTAX:
        if found := re.search(pattern, message, re.DOTALL):
            return Said(_filled(melding, found.groups()), _filled(remedy, found.groups()))
    return Said(f"De schrijfwijze klopt hier niet ({message}).", REPAIR)


def _filled(text: str, words: tuple[str, ...]) -> str:
    for number, word in enumerate(words):
        text = text.replace(f"{{{number}}}", word)
    return text


def _place(error: Exception, start: str) -> tuple[str, int]:
    """Return the template and line that an error comes from.

    That of a question that does not exist is where its name stands. What our own macros for answers cannot print is
    the fault of who calls them.
    """
    if isinstance(error, TemplateSyntaxError):
        return str(error.filename or start), error.lineno
    places = list(_places(error.__traceback__))[::-1]
    word = getattr(error, "word", "")
    naming = [place for place in places if word and re.search(rf"""["']{re.escape(word)}["']""", _line(*place))]
    calling = [place for place in places if Path(place[0]) != templates_dir() / _ANSWERS]
    return next(iter([*naming, *calling, *places]), (start, 1))


def _places(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    """Yield the templates and lines that were at work, the innermost last."""
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if filename.endswith(".j2"):
            yield filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _key(said: Said, template: str, line: int) -> tuple[str, str]:
    """Return the plan key that stands at the fault, and the remedy with the whole key that was meant."""
    name = getattr(said, "name", "")
    remedy = getattr(said, "oplossing", REPAIR)
    found = re.search(rf"\w[\w.]*\.{re.escape(name)}\b", _line(template, line)) if name else None
    if found is None:
        return name, remedy
    before = found[0].rpartition(".")[0]
    return found[0], re.sub(r"^Bedoelde je “", f"Bedoelde je “{before}.", remedy)


def _line(template: str, line: int) -> str:
    try:
        return Path(template).read_text(encoding="utf-8").splitlines()[line - 1]
    except (OSError, ValueError, IndexError):
        return ""


def _see_list() -> str:
    return "Kijk in docs/sjablonen.md wat een plan kan tonen."
