"""Writes the files to start a house style from: a `huisstijl.yaml` that explains each key, and a read-me.

A line of explanation starts with `# `. A line that can be used starts with `#` alone: without it the key works.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from generator.answers.shape import questions
from generator.housestyle.model import Huisstijl, Kleuren
from generator.plan.chapters import APPENDICES, CHAPTERS
from generator.plan.fixed_words import fixed_words
from generator.word.roles import PUBLIC, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WIDTH = 98
_START = (
    "De huisstijl van het plan. Wat hier niet staat, komt uit het Word-bestand in deze map. Haal het # voor een regel"
    " weg om hem te gebruiken. Laat de spaties voor de rest van de regel staan. Is er iets mis, dan zegt wijkplan op"
    " welke regel."
)

README = """\
# Eigen teksten in het plan

In deze map kun je teksten van het plan veranderen. Je kopieert daarvoor geen heel sjabloon. Je verandert
alleen het stuk dat anders moet.

Een voorbeeld. Maak in deze map het bestand `hoofdstukken/inleiding.html.j2`, met deze regels:

    {% extends "basis/hoofdstukken/inleiding.html.j2" %}
    {% block doel_van_dit_plan %}
    <h2 id="doel-van-dit-plan">Waarom dit plan?</h2>
    <p>Met dit plan wil {{ gemeentenaam }} de wijk {{ wijk.naam }} veiliger maken.</p>
    {% endblock %}

Alles buiten dit blok blijft zoals het was.

- De eerste regel noemt het sjabloon dat je verandert. Zet er altijd `basis/` voor.
- Een blok begint met `{% block naam %}` en eindigt met `{% endblock %}`.
- Een leeg blok haalt het stuk uit het plan.
- `{{ super() }}` zet de gewone tekst van het blok erin. Zo kun je er iets aan toevoegen.
- Een bestand zonder `extends` komt in plaats van het hele sjabloon.

Heeft een bestand een naam die wijkplan niet kent? Dan zegt wijkplan dat, en welke naam je waarschijnlijk bedoelt.
Gaat het alleen om de titel van een hoofdstuk of om een vast woord? Zet dat dan in `huisstijl.yaml`, bij `woorden`.
"""
"""The read-me in `sjablonen/`."""


def settings_file(found: Mapping[str, str | None] | None = None, said: Iterable[str] = ()) -> str:
    """Return a new `huisstijl.yaml`, in which every key is explained.

    Args:
        found: The style for each role, to fill in; None where the Word file has no style of its own.
        said: What the reader must know about this file, as sentences.
    """
    lines = [*_explained(_START)]
    for sentence in said:
        lines += ["#", *_explained(sentence)]
    examples = {
        "stijlen": _styles(found),
        "kleuren": _colours(),
        "hoofdstukken": _list("hoofdstukken", CHAPTERS),
        "bijlagen": _list("bijlagen", APPENDICES),
        "woorden": ["#woorden:", *(f"#  {key}: {_quoted(text)}" for key, text in fixed_words().items())],
    }
    for key, question in questions(Huisstijl).items():
        lines += ["", *_explained(question.vraag), *examples.get(key, [f"#{key}: {question.voorbeeld}"])]
    return "\n".join(lines) + "\n"


def _explained(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)]


def _styles(found: Mapping[str, str | None] | None) -> list[str]:
    """Return a line for each role: the style that was found, else one that can be filled in."""
    if found is None:
        return ["#stijlen:", *(f"#  {role}: {_quoted(ROLES[name].name)}" for role, name in PUBLIC.items())]
    rows = [
        f"  {role}: {_quoted(style)}" if style else f"#  {role}: {_quoted(ROLES[PUBLIC[role]].name)}"
        for role, style in found.items()
    ]
    note = _explained("Gevonden in je Word-bestand. Een regel met een # heeft daar geen eigen stijl.")
    return [*note, "stijlen:" if any(found.values()) else "#stijlen:", *rows]


def _colours() -> list[str]:
    colours = questions(Kleuren)
    return ["#kleuren:", *(f"#  {name}: {question.voorbeeld}" for name, question in colours.items())]


def _list(key: str, names: tuple[str, ...]) -> list[str]:
    return [f"#{key}:", *(f"#  - {name}" for name in names)]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
