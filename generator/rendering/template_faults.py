"""Says in plain Dutch what is wrong with a template: where, what was probably meant, and what to do."""

from __future__ import annotations

import re
from dataclasses import astuple, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from generator.answers.keys import NoSuchQuestionError
from generator.problems import Location, Melding, ProblemsError
from generator.resources import templates_dir
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

_ANSWERS = "plan/onderdelen/antwoord.html.j2"
REPAIR = "Herstel het sjabloon."
SEE_LIST = "Kijk in docs/sjablonen.md wat een plan kan tonen."
RUNTIME_ERRORS = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
"""What Python itself can say about a template that asks for something odd."""


def unknown_name(name: str, known: Iterable[str]) -> Melding:
    """Return what to say of a name that no plan has."""
    remedy = did_you_mean(name, known) or SEE_LIST
    return Melding(f"“{name}” bestaat niet in een plan.", remedy, Location(sleutel=name))


def unknown_attribute(owner: object, name: str) -> Melding:
    """Return what to say of a part that something in the plan does not have."""
    place = Location(sleutel=name)
    if owner is None:
        melding = f"“{name}” is niet te vinden: het antwoord waar het in staat, is niet gegeven."
        return Melding(melding, "Vraag eerst met {% if … %} of dat antwoord er is.", place)
    return Melding(f"“{name}” bestaat hier niet.", did_you_mean(name, parts_of(owner)) or SEE_LIST, place)


def parts_of(owner: object) -> list[str]:
    """Return the names that a template can ask of something in the plan."""
    kind = type(owner)
    if isinstance(owner, dict):
        return [key for key in owner if isinstance(key, str)]
    found = [item.name for item in fields(owner)] if is_dataclass(owner) else []
    own = [item for item in kind.__mro__ if item.__module__.startswith("generator.")]
    return found + [name for item in own for name in vars(item) if not name.startswith("_")]


def fault(error: Exception, start: str, templates: Callable[[], list[str]], filters: Iterable[str]) -> ProblemsError:
    """Return the fault that an error means.

    Args:
        error: What Jinja or Python raised.
        start: The template that the page begins with.
        templates: Gives the names of the templates that exist.
        filters: The names of the filters that exist.
    """
    said = explain(error, templates, filters)
    name, line = (said.place.bestand, said.place.regel) if said.place.regel else _place(error, start)
    key, remedy = _key(said, name, line)
    return ProblemsError.about(Location(name, line, 1, key), said.melding, remedy)


def explain(error: Exception, templates: Callable[[], list[str]], filters: Iterable[str]) -> Melding:
    """Return what an error means in Dutch, and what to do."""
    if isinstance(error, ProblemsError):
        (problem,) = error.problems
        return Melding(problem.melding, problem.oplossing, Location(*astuple(problem)[:4]))
    if isinstance(error, TemplateNotFound):
        missing = str(error.message or error.name).rsplit(": ", 1)[-1]
        remedy = did_you_mean(missing, templates()) or "Controleer de naam van het sjabloon."
        return Melding(f"Het sjabloon “{missing}” bestaat niet.", remedy)
    if isinstance(error, TemplateSyntaxError):
        return syntax(error.message or "", filters)
    if isinstance(error, UndefinedError | SecurityError):
        return Melding(str(error), REPAIR)
    if isinstance(error, RecursionError):
        return Melding("Dit sjabloon roept steeds zichzelf aan.", "Haal die aanroep weg.")
    if isinstance(error, MemoryError | OverflowError):
        return Melding("Dit sjabloon maakt te veel tekst.", "Maak de herhalingen en de tekst kleiner.")
    if isinstance(error, ZeroDivisionError):
        return Melding("Hier wordt door nul gedeeld.", "Vraag eerst met {% if … %} of het getal nul is.")
    return Melding(f"Hier kan het sjabloon niet mee rekenen ({error}).", "Controleer welk soort antwoord dit is.")


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


def syntax(message: str, filters: Iterable[str]) -> Melding:
    """Return what a syntax error means in Dutch, and what to do."""
    if found := re.search(r"No (filter|test) named '(\w+)'", message):
        kind = {"filter": "Het filter", "test": "De test"}[found[1]]
        remedy = did_you_mean(found[2], filters if found[1] == "filter" else ()) or "Kies iets wat wel bestaat."
        return Melding(f"{kind} “{found[2]}” bestaat niet.", remedy, Location(sleutel=found[2]))
    for pattern, melding, remedy in _SYNTAX:
        if found := re.search(pattern, message, re.DOTALL):
            return Melding(_filled(melding, found.groups()), _filled(remedy, found.groups()))
    return Melding(f"De schrijfwijze klopt hier niet ({message}).", REPAIR)


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
    asked = error.__cause__
    word = asked.key.rpartition(".")[2] if isinstance(asked, NoSuchQuestionError) else ""
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


def _key(said: Melding, template: str, line: int) -> tuple[str, str]:
    """Return the plan key that stands at the fault, and the remedy with the whole key that was meant."""
    name, remedy = said.place.sleutel, said.oplossing
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
