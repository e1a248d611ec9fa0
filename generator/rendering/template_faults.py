"""Says in plain Dutch what is wrong with a template: where, what was probably meant, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import astuple, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2.exceptions import (
    TemplateNotFound,
    TemplateSyntaxError,
)

from generator.answers.keys import NoSuchQuestionError
from generator.problems import Location, Melding, ProblemsError
from generator.rendering.jinja_words import RUNNING, SYNTAX, in_dutch
from generator.resources import templates_dir
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

_ANSWERS = "plan/onderdelen/antwoord.html.j2"
REPAIR = "Herstel het sjabloon."
SEE_LIST = "Kijk in docs/sjablonen.md wat een plan kan tonen."
RUNTIME_ERRORS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, NameError, OSError),
    *(RecursionError, SyntaxError, TypeError, ValueError),
)
"""What Python itself can say about a template that asks for something odd."""
_TOO_LARGE = Melding("Dit sjabloon maakt te veel tekst.", "Maak de herhalingen en de tekst kleiner.")
_TOO_MUCH = frozenset({_TOO_LARGE.melding, "Dit sjabloon herhaalt te vaak."})
_BY_KIND: tuple[tuple[type[Exception], Melding], ...] = (
    (RecursionError, Melding("Dit sjabloon roept steeds zichzelf aan.", "Haal die aanroep weg.")),
    (MemoryError, _TOO_LARGE),
    (OverflowError, _TOO_LARGE),
    (ZeroDivisionError, Melding("Hier wordt door nul gedeeld.", "Vraag eerst met {% if … %} of het getal nul is.")),
)


def unknown_name(name: str, known: Iterable[str]) -> Melding:
    """Return what to say of a name that no plan has."""
    remedy = did_you_mean(name, known) or SEE_LIST
    return Melding(f"“{name}” bestaat niet in een plan.", remedy, Location(sleutel=name))


def too_deep(filename: str | None, line: int) -> ProblemsError:
    """Return the fault of a template in which too much stands in each other."""
    melding = "Dit sjabloon heeft te veel lussen, voorwaarden of haakjes in elkaar."
    return ProblemsError.about(Location(filename or "", line, 1), melding, "Zet de binnenste in een eigen macro.")


def not_utf8(path: Path, data: bytes) -> ProblemsError:
    """Return the fault of a template that was saved with another encoding, at the first sign that says so."""
    place = Location(str(path), data.count(b"\n", 0, _first_wrong(data)) + 1, 1)
    remedy = "Open het in Kladblok, kies Opslaan als en kies bij Codering: UTF-8."
    return ProblemsError.about(place, "Dit sjabloon is niet opgeslagen als UTF-8.", remedy)


def _first_wrong(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


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
    if isinstance(owner, Mapping):
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
    if said.melding in _TOO_MUCH and Path(_place(error, start)[0]).is_relative_to(templates_dir()):
        melding = "Dit plan wordt te groot: er staan te veel of te lange antwoorden in."
        return ProblemsError.about(
            "het plan", melding, "Kort lange lijsten in, of zet ze in een bijlage buiten het plan."
        )
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
    message = error.message or "" if isinstance(error, TemplateSyntaxError) else str(error)
    if found := re.search(r"No (filter|test) named '(\w+)'", message):
        return _not_there(found[1], found[2], filters)
    if isinstance(error, TemplateSyntaxError):
        return in_dutch(message, SYNTAX) or Melding(f"De schrijfwijze klopt hier niet ({message}).", REPAIR)
    return next((said for kind, said in _BY_KIND if isinstance(error, kind)), about_running(message))


def about_running(message: str) -> Melding:
    """Return what Jinja or Python means by a message about a template that runs."""
    calculating = f"Hier kan het sjabloon niet mee rekenen ({message})."
    return in_dutch(message, RUNNING) or Melding(calculating, "Controleer welk soort antwoord dit is.")


def _not_there(kind: str, name: str, filters: Iterable[str]) -> Melding:
    what, known = ("Het filter", filters) if kind == "filter" else ("De test", ())
    remedy = did_you_mean(name, known) or "Kies iets wat wel bestaat."
    return Melding(f"{what} “{name}” bestaat niet.", remedy, Location(sleutel=name))


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
