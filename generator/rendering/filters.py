"""What templates use: filters that write the Dutch way, and what ties an element to an answer or shows a gap.

A template names a group of answers and a question in it, and never a key: the plan that is being put into words knows
the key of every group.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from msgspec import Struct

from generator import dutch
from generator.answers.keys import NoSuchQuestionError, NotAnAnswerError
from generator.answers.kinds import Moment
from generator.page import markdown
from generator.page.ties import Tie
from generator.plan.vragen import VraagInPlan, question_at
from generator.problems import HERE, Location, ProblemsError
from generator.rendering.plan_at_hand import keys, shows_gaps, words
from generator.source import dotted
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.answers.kinds import Hoeveelheid
    from generator.page.ties import Input

NO_ANSWER = Markup("–")
"""Stands where nothing was answered and nothing is missing."""


def _text(value: str) -> Markup:
    """Filter `tekst`: an answer with light Markdown as paragraphs and lists."""
    return Markup(markdown.to_html(str(value)))  # noqa: S704 - to_html escapes everything that was typed


def _line(value: str) -> Markup:
    """Filter `regel`: an answer with bold, italics, links and the ends of its lines, in a sentence or a cell."""
    return Markup(markdown.to_line(str(value)))  # noqa: S704 - to_line escapes everything that was typed


def _name(value: str) -> Markup:
    """Filter `naam`: an answer in a heading, a caption or a link, which holds no link of its own."""
    return Markup(markdown.to_name(str(value)))  # noqa: S704 - to_name escapes everything that was typed


def _fits_line(value: str) -> bool:
    """Filter `past_in_regel`: whether an answer is no more than one paragraph."""
    return markdown.fits_line(str(value))


class Punt(Struct, frozen=True):
    """An item of a list, as a template prints it."""

    tekst: Markup
    nummer: int | None
    """The number that was typed before it; None where it takes the next one."""


def _items(values: Iterable[str], genummerd: bool = False) -> list[Punt]:
    """Filter `punten`: answers as the items of a list, without the bullet or number that the list gives them."""
    items = markdown.to_items([str(value) for value in values], numbered=genummerd)
    return [Punt(Markup(item.html), item.number) for item in items]  # noqa: S704 - as above


def _enumeration(values: Iterable[object]) -> str:
    """Filter `opsomming`: `a, b en c`; items that have marks of their own keep them."""
    items = list(values)
    if not any(isinstance(item, Markup) for item in items):
        return dutch.opsomming(items)
    return Markup(dutch.opsomming(escape(item) for item in items))  # noqa: S704 - every item is escaped


def _date(value: Moment | date) -> str:
    """Filter `datum`: a moment at the precision that it was given, or a day in words."""
    return dutch.datum(value) if isinstance(value, date) else str(value)


def _euro(value: Hoeveelheid | int) -> str:
    """Filter `euro`: an amount as it was given, or whole euros."""
    return dutch.euro(value) if isinstance(value, int) else str(value)


def _number(value: Hoeveelheid | Decimal | int) -> str:
    """Filter `getal`: a figure as it was given, or a number."""
    return dutch.getal(value) if isinstance(value, Decimal | int) else str(value)


def _lower_first(value: str) -> str:
    """Filter `lower_first`: a title inside a sentence."""
    return value[:1].lower() + value[1:]


FILTERS: dict[str, Callable[..., object]] = {
    "tekst": _text,
    "regel": _line,
    "naam": _name,
    "past_in_regel": _fits_line,
    "punten": _items,
    "euro": _euro,
    "datum": _date,
    "getal": _number,
    "opsomming": _enumeration,
    "woord": dutch.woord,
    "telwoord": dutch.telwoord,
    "upper_first": dutch.beginhoofdletter,
    "lower_first": _lower_first,
}


def question(
    groep: object, *delen: str | int | None, woorden: Mapping[str, str] | None = None, titel: str | None = None
) -> VraagInPlan:
    """Return a question with its answer; the function `vraag` of templates.

    Args:
        groep: A group of answers, or a question, which is then returned itself.
        delen: The name of a question in the group, and what `Keys.at` takes after it; None is passed over.
        woorden: How the plan writes the fixed choices here, where that is another way than usual.
        titel: What the answer is called here, where the question does not say that well.

    Raises:
        ProblemsError: The group is none of this plan, or it has no such question.
    """
    if isinstance(groep, VraagInPlan):
        return groep
    name, *rest = [part for part in delen if part is not None] or [""]
    try:
        return question_at(keys().at(groep, str(name), *rest), words(), woorden, titel)
    except NoSuchQuestionError as error:
        raise _no_such_question(error) from error
    except NotAnAnswerError as error:
        raise _no_group(groep) from error


def key(groep: object, *delen: str | int | None) -> str:
    """Return the key of a group of answers, or of a question in it; the function `sleutel` of templates.

    Raises:
        ProblemsError: As for `question`.
    """
    if delen:
        return question(groep, *delen).sleutel
    try:
        return dotted(keys().path(groep))
    except NotAnAnswerError as error:
        raise _no_group(groep) from error


def tied(groep: object, *delen: str | int | None, titel: str | None = None) -> Markup:
    """Return the attributes that tie an element to an answer; the function `gekoppeld` of templates."""
    return _attributes(question(groep, *delen, titel=titel))


def placeholder(groep: object, *delen: str | int | None, wat: str | None = None) -> Markup:
    """Return what shows that an answer is not there; the function `plek` of templates.

    A plan that is no draft has every answer that it needs; what else is missing there is a dash.

    Args:
        groep: As for `question`.
        delen: As for `question`.
        wat: What is missing, for questions that have no words of their own.
    """
    asked = question(groep, *delen)
    if asked.nodig is None and not shows_gaps():
        return NO_ANSWER
    said = f"[{escape(words()['nog_in_te_vullen'])}: {escape(missing(asked, wat))}]"
    return Markup(f'<mark class="open" {_attributes(asked)}>{said}</mark>')  # noqa: S704 - as above


def missing(asked: VraagInPlan, wat: str | None = None) -> str:
    """Return what is missing without an answer, in words."""
    return wat or asked.nodig or asked.titel.lower()


def _attributes(asked: VraagInPlan) -> Markup:
    tie = Tie(asked.sleutel, asked.titel, _input(asked), asked.keuzes, asked.iso)
    said = (f'{name}="{escape(value)}"' for name, value in tie.attributes().items())
    return Markup(" ".join(said))  # noqa: S704 - every value is escaped


def _input(asked: VraagInPlan) -> Input:
    """Return how an answer is filled in: a calendar has days, and no months or quarters."""
    if asked.soort == "datum" and (not isinstance(asked.waarde, Moment) or asked.waarde.dag):
        return "datum"
    return "keuze" if asked.soort == "keuze" else "tekst"


def _no_such_question(error: NoSuchQuestionError) -> ProblemsError:
    around, _, name = error.key.rpartition(".")
    if not name:
        melding, remedy = f"Hier ontbreekt de naam van een vraag bij “{around}”.", "Noem ook de vraag."
    else:
        melding = f"De vraag “{name}” bestaat niet{f' bij “{around}”' if around else ''}."
        remedy = did_you_mean(name, error.known)
    if not remedy:
        remedy = f"Kies uit: {', '.join(error.known)}." if error.known else "Dit antwoord heeft geen onderdelen."
    return ProblemsError.about(Location(sleutel=error.key.removesuffix(".")), melding, remedy)


def _no_group(given: object) -> ProblemsError:
    if given is None:
        melding = "Het antwoord waar deze vraag bij hoort, is niet gegeven."
        remedy = 'Noem de groep eromheen en dan de vraag, zoals: plek(antwoorden, "besluit", "beslispunten").'
    else:
        melding = "Hier hoort een groep antwoorden, en dan de naam van een vraag erin."
        remedy = 'Schrijf bijvoorbeeld: plek(wijk, "aanleiding").'
    if hasattr(given, "antwoord"):
        remedy = "Bedoelde je het antwoord hierbij? Zet er dan .antwoord achter."
    return ProblemsError.about(HERE, melding, remedy)
