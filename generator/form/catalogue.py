"""Shows what can be asked in an answer file: its parts, and the questions in each with the shape of an answer."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from generator.answers import Antwoorden
from generator.answers.questions import questions
from generator.form.soorten import SOORTEN, many_above, soort_of
from generator.form.wording import WIDTH, asked_at, form_of, shape
from generator.suggestions import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoord
    from generator.answers.questions import Vraag
    from generator.framework import Framework


class UnknownPartError(LookupError):
    """There is no such part; the text says what was probably meant."""


def overview() -> str:
    """Return the parts of an answer file, and what can be added."""
    asked = questions(Antwoorden)
    width = max(map(len, asked))
    rows = [f"  {name:<{width}}  {question.vraag}" for name, question in asked.items()]
    soorten = fill(", ".join(SOORTEN), WIDTH, initial_indent="  ", subsequent_indent="  ")
    return "\n".join(
        (
            "Dit kun je invullen:",
            *rows,
            "",
            "Dit kun je erbij zetten met wijkplan voeg-toe:",
            soorten,
            "",
            "Zie de vragen van een onderdeel, bijvoorbeeld: wijkplan vraag wijk",
        )
    )


def questions_of(part: str, kader: Framework) -> str:
    """Return the questions of a part of the answer file.

    Args:
        part: Its dotted key, the last word of that, the word for one thing in it, or the id of a condition.
        kader: The framework, for the ids of conditions.

    Raises:
        UnknownPartError: There is none, or more than one.
    """
    about = next((item for item in kader.randvoorwaarden if item.id == _plain(part).rpartition(".")[2]), None)
    key = "randvoorwaarden" if about else _key_of(part, kader)
    asked = asked_at(key)
    title = f"{about.titel}. {about.toelichting}" if about else " ".join(filter(None, (asked.vraag, asked.waarom)))
    lines = [fill(f"{about.id if about else key}: {title}", WIDTH)]
    if soort := soort_of(key):
        name = about.id if about else _name_of(key)
        lines.append(f"Zet er een bij: wijkplan voeg-toe {soort}{f' {name}' if name else ''}")
    if about:
        lines += [
            "",
            about.vraagt_om,
            *(fill(f"{eis.nr}. {eis.tekst}", WIDTH, initial_indent="  ") for eis in about.eisen),
        ]
    elif key == "randvoorwaarden":
        lines += ["", *(f"  {item.id:<34} {item.titel}" for item in kader.randvoorwaarden)]
    if asked.model is None:
        return "\n".join([*lines, *_one(asked, key, name=False)])
    inside = questions(asked.model).items()
    return "\n".join([*lines, *(line for name, inner in inside for line in _one(inner, f"{key}.{name}"))])


def _name_of(key: str) -> str:
    """Return what must be named beside the word for a thing: what it belongs to, or which one of the framework."""
    above = many_above(key)
    if key == "interventies" or above == "interventies":
        return "jongerenwerk"
    return "urgentiebesef" if key == "randvoorwaarden" or above == "randvoorwaarden" else "“…”" if above else ""


def _one(question: Vraag, key: str, *, name: bool = True) -> Iterator[str]:
    """Yield what there is to know of a question."""
    yield ""
    if name:
        needed = ", verplicht" if question.verplicht else ", nodig voor het college" if question.nodig else ""
        many = ", een lijst" if question.is_lijst else ""
        yield f"  {question.naam}{many}{needed}"
        yield _text(question.vraag)
        if question.waarom:
            yield _text(f"Waarom: {question.waarom}")
    kind = question.item_kind
    if kind is not None:
        yield _text(f"Vorm: {form_of(kind)}")
    if question.voorbeeld and not question.keuzes:
        yield _text(f"Bijvoorbeeld: {question.voorbeeld}")
    if question.model is not None and name:
        yield _text(f"De vragen: wijkplan vraag {key}")
        return
    first, *rest = shape(question)
    yield f"    Zo: {first}"
    yield from (f"        {line}" for line in rest)


def _text(text: str) -> str:
    return fill(text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False)


def part_names() -> tuple[str, ...]:
    """Return what a person can ask the questions of: dotted keys of groups and lists, and words for one thing."""
    return tuple(sorted({*_keys(Antwoorden), *SOORTEN}))


def _plain(part: str) -> str:
    return part.strip().casefold().replace("-", "_").replace(" ", "_")


def _key_of(part: str, kader: Framework) -> str:
    """Return the dotted key that a word stands for."""
    wanted = _plain(part)
    keys = list(_keys(Antwoorden))
    if wanted in keys:
        return wanted
    if wanted in SOORTEN:
        return SOORTEN[wanted][0]
    ends = sorted((key for key in keys if key.endswith(f".{wanted}")), key=lambda key: key.count("."))
    if len({key.count(".") for key in ends[:2]}) == len(ends[:2]) > 0:  # one stands less deep than all others
        return ends[0]
    if ends:
        raise UnknownPartError(f"“{part}” staat op meer plaatsen. Kies uit: {', '.join(ends)}.")
    if any(item.id == wanted for item in kader.interventies):
        melding = f"“{part}” is een interventie. De vragen: wijkplan vraag interventie. Wat het kader erover zegt:"
        raise UnknownPartError(f"{melding} wijkplan kader interventies {wanted}")
    known = [*keys, *SOORTEN, *(item.id for item in kader.randvoorwaarden), *(key.rpartition(".")[2] for key in keys)]
    near = closest(wanted, known)
    remedy = f"Bedoelde je “{near}”?" if near else "Kijk wat er is met: wijkplan vraag"
    raise UnknownPartError(f"Het onderdeel “{part}” ken ik niet. {remedy}")


def _keys(model: type[Antwoord], above: str = "") -> Iterator[str]:
    for name, question in questions(model).items():
        yield f"{above}{name}"
        if question.model is not None:
            yield from _keys(question.model, f"{above}{name}.")
