"""Makes a folder to start a house style from: the neutral one, a Word file that is there, or design tokens."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.answers.questions import questions
from generator.housestyle.files import SETTINGS_FILE, TEMPLATES, WORD_FILE
from generator.housestyle.settings import Huisstijl, Kleuren
from generator.plan.hoofdstukken import APPENDICES, CHAPTERS
from generator.plan.woorden import fixed_words
from generator.problems import in_file, located
from generator.resources import neutral_house_style
from generator.saving import write_all_new
from generator.word.roles import PUBLIC, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


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


class Started(Struct, frozen=True):
    """A folder that was made."""

    files: tuple[Path, ...]
    said: tuple[str, ...] = ()
    """What was chosen and changed on the way, in sentences."""


def start(folder: Path, van: Path | None = None, tokens: Path | None = None) -> Started:
    """Make a folder to start a house style from.

    Args:
        folder: Where it goes; made when needed.
        van: The Word file to start from, which is copied byte for byte.
        tokens: The file with design tokens to start from.

    Raises:
        ProblemsError: The file to start from cannot be used, or one of the new files is there already.
    """
    if van is not None:
        return _from_word(folder, van)
    if tokens is not None:
        return _from_tokens(folder, tokens)
    return _written(folder, WORD_FILE, (neutral_house_style() / WORD_FILE).read_bytes(), settings_file())


def _from_word(folder: Path, van: Path) -> Started:
    from generator.word.word_report import styles_found

    with located(in_file(van)):
        found = styles_found(van)
    name = f"{WORD_FILE.partition('.')[0]}{van.suffix.lower()}"
    own = sum(style is not None for style in found.values())
    said = f"In je Word-bestand zijn voor {own} van de {len(found)} soorten tekst stijlen gevonden."
    return _written(folder, name, van.read_bytes(), settings_file(found), said)


def _from_tokens(folder: Path, tokens: Path) -> Started:
    from generator.housestyle.token_files import load_tokens
    from generator.housestyle.tokens import choose
    from generator.word.recolour import recolour

    chosen = choose(load_tokens(tokens))
    document = recolour(neutral_house_style() / WORD_FILE, chosen.look)
    intro = "Lettertypen en kleuren komen uit design tokens. Ze zitten in het Word-bestand."
    return _written(folder, WORD_FILE, document, settings_file(said=(intro, *chosen.said)), *chosen.said)


def _written(folder: Path, name: str, word: bytes, settings: str, *said: str) -> Started:
    files = {
        folder / name: word,
        folder / SETTINGS_FILE: settings.encode(),
        folder / TEMPLATES / "LEESMIJ.md": README.encode(),
    }
    write_all_new(files, folder)
    return Started(tuple(files), said)
