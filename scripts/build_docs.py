"""Writes the parts of docs/sjablonen.md that follow from the model, between their marks; `make docs` runs it."""

from __future__ import annotations

import inspect
import re
import sys
import tempfile
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from msgspec import Struct

from generator import limits
from generator.answers import Antwoorden
from generator.answers.kinds import Aantal, Bedrag, Datum, Getal, Jaar, JaNee, Moment, Nummer, Tijdvak
from generator.answers.questions import questions
from generator.framework import load_framework
from generator.page.ties import PLACES
from generator.page.vocabulary import VOCABULARY
from generator.pipeline import check_file, find_house_style, make_page
from generator.plan import Plan, build
from generator.plan.woorden import KEYS, fixed_words
from generator.problems import ProblemsError
from generator.rendering import names
from generator.rendering.environment import METHODS, OFFERED, Sandbox
from generator.rendering.filters import FILTERS
from generator.rendering.plan_at_hand import plan_at_hand
from generator.resources import templates_dir
from scripts import docs_examples as examples
from scripts import docs_words as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.answers import Antwoord
    from generator.answers.questions import Vraag

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "sjablonen.md"
_REGION = re.compile(r"(<!-- begin: (\w+) -->\n).*?(\n<!-- einde: \2 -->)", re.DOTALL)
_KINDS: dict[type, str] = {
    **dict.fromkeys((Aantal, Bedrag, Getal, Jaar, Nummer), "getal"),
    JaNee: "ja of nee",
    Datum: "datum",
    Tijdvak: "jaar",
}
_MACROS = '{% import "onderdelen/antwoord.html.j2" as a %}'
_TYPO = """{% extends "basis/hoofdstukken/inleiding.html.j2" %}
{% block aanleiding %}
<p>{{ wijk.aanleidng }}</p>
{% endblock %}
"""


def built(text: str) -> str:
    """Return a page with every part between marks written anew."""
    return _REGION.sub(lambda found: f"{found[1]}\n{PARTS[found[2]]()}{found[3]}", text)


def parts_of(kind: type) -> list[str]:
    """Return the fields, properties and methods that a template can use of a class, in order."""
    if is_dataclass(kind):
        own = [item.name for item in fields(kind)]
    else:
        own = [*kind.__struct_fields__] if issubclass(kind, Struct) else []
    members = vars(kind).items()
    return own + [
        name
        for name, item in members
        if not name.startswith("_") and name not in own and (isinstance(item, property) or inspect.isfunction(item))
    ]


def top_level() -> Iterator[tuple[str, str]]:
    """Yield each name that a template sees, and what it is."""
    answers = questions(Antwoorden)
    for name in names(_plan()):
        if name in words.NAMES:
            yield name, words.NAMES[name]
        elif name in words.PLAN[Plan][1]:
            yield name, words.PLAN[Plan][1][name]
        else:
            yield name, f"Je antwoorden: {answers[name].vraag}"


@cache
def _plan() -> Plan:
    checked = check_file(ROOT / "examples" / "molenkwartier" / "antwoorden.yaml")
    return build(checked.antwoorden, load_framework(), checked.problems)


def shown(source: str) -> str:
    """Return what an example gives for the complete example plan."""
    sandbox = Sandbox(FileSystemLoader(templates_dir() / "plan"), trim=True)
    with plan_at_hand(_plan()):
        return sandbox.from_string(f"{_MACROS}{source}").render(names(_plan())).strip()


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    escaped = (" | ".join(cell.replace("|", r"\|") for cell in line) for line in lines)
    return "".join(f"| {line} |\n" for line in escaped)


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _names() -> str:
    return _table(("Naam", "Wat het is"), ((_code(name), what) for name, what in top_level()))


def _classes(described: dict[type, tuple[str, dict[str, str]]]) -> str:
    found = []
    for kind, (title, texts) in described.items():
        rows = ((_code(name), texts[name]) for name in parts_of(kind))
        found.append(f"#### {title}\n\n{_table(('Naam', 'Wat het is'), rows)}")
    return "\n".join(found)


def _answers() -> str:
    found = []
    for question in questions(Antwoorden).values():
        name = seen_as(question.naam)
        rows = list(_rows(question, name))
        found.append(f"#### {_code(name)}\n\n{question.vraag}\n")
        if rows:
            found.append(_table(("Naam", "Vraag", "Soort"), rows))
    return "\n".join(found)


def seen_as(name: str) -> str:
    """Return how a template names a group of answers: some names are those of the plan or the framework."""
    if name == "kader":
        return "kaderstukken"
    plan = _plan()
    return name if names(plan)[name] is getattr(plan.antwoorden, name) else f"antwoorden.{name}"


def _rows(question: Vraag, path: str) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each question inside another one; `[]` stands for each item of a list."""
    if question.model is None:
        return
    inside = f"{path}[]" if question.is_lijst or question.is_tabel else path
    for item in questions(question.model).values():
        here = f"{inside}.{item.naam}"
        yield _code(here), item.vraag, _kind(item)
        yield from _rows(item, here)


def _kind(question: Vraag) -> str:
    if question.keuzes:
        what = "keuze: " + ", ".join(question.keuzes)
    else:
        what = "onderdelen" if question.model else _KINDS.get(type(question.item), "tekst")
    if question.is_tabel:
        return f"{what} per sleutel"
    return f"lijst ({what})" if question.is_lijst else what


def _placeholders() -> str:
    own = [name for name in ("titel", "gemeentenaam") if name in names(_plan())]
    found = [*own, *placeholders()]
    return "```text\n" + "\n".join(f"{{{{ {name} }}}}" for name in found) + "\n```\n"


def placeholders() -> list[str]:
    """Return the answers that a Word file can show by their name alone."""
    found = []
    for group in questions(Antwoorden).values():
        if group.model and not group.is_lijst and not group.is_tabel:
            found += list(_single(group.model, f"{seen_as(group.naam)}."))
    return found


def _single(model: type[Antwoord], path: str) -> Iterator[str]:
    """Yield the answers that stand by themselves: not in a list, and not with parts."""
    for item in questions(model).values():
        here = f"{path}{item.naam}"
        if item.model and not item.is_lijst:
            yield from _single(item.model, f"{here}.")
        elif not item.model and not item.is_tabel:
            yield here


def _filters() -> str:
    rows = ((_code(name), *_example(examples.FILTERS[name])) for name in FILTERS)
    other = ", ".join(_code(name) for name in sorted(OFFERED))
    methods = "; ".join(
        f"bij {what}: {', '.join(_code(name) for name in sorted(METHODS[kind]))}"
        for kind, what in ((str, "een tekst"), (dict, "een tabel"), (tuple, "een lijst"), (date, "een dag"))
    )
    of_moments = ", ".join(_code(name) for name in sorted(dir(Moment)) if not name.startswith(("_", "als_")))
    methods += f"; bij een datum: {of_moments}"
    table = _table(("Filter", "Wat het doet", "Voorbeeld", "Dat geeft"), rows)
    return f"{table}\nVan Jinja zelf: {other}.\n\nOok dit mag, {methods}.\n"


def _macros() -> str:
    rows = ((_code(f"a.{name}"), *_example(example)) for name, example in examples.MACROS.items())
    return _table(("Naam", "Wat het doet", "Voorbeeld", "Dat geeft"), rows)


def macros() -> set[str]:
    """Return the names of the macros that print an answer."""
    text = (templates_dir() / "plan" / "onderdelen" / "antwoord.html.j2").read_text(encoding="utf-8")
    return {*re.findall(r"{% macro (\w+)", text)}


def _functions() -> str:
    rows = [(_code(name), *_example(examples.FUNCTIONS[name])) for name in globals_of()]
    rows += [("`wij`", words.NAMES["wij"], _code(source), _code(shown(source))) for source in examples.WIJ]
    return _table(("Naam", "Wat het doet", "Voorbeeld", "Dat geeft"), rows)


def globals_of() -> list[str]:
    """Return the functions that every template can call."""
    return [*Sandbox().globals]


def _example(example: tuple[str, str]) -> tuple[str, str, str]:
    what, source = example
    return what, _code(source), _code(shown(source).replace("\n", " "))


def _templates() -> str:
    root = templates_dir() / "plan"
    rows = []
    for path in sorted(root.rglob("*.j2")):
        blocks = re.findall(r"{%-? block (\w+)", path.read_text(encoding="utf-8"))
        rows.append((_code(path.relative_to(root).as_posix()), ", ".join(map(_code, blocks)) or "–"))
    return _table(("Sjabloon", "Blokken"), rows)


def _elements() -> str:
    rows = (
        (
            _code(f"<{name}>"),
            examples.ELEMENTS[name],
            ", ".join(f"{_code(item)} ({examples.CLASSES[item]})" for item in sorted(known)) or "–",
        )
        for name, known in VOCABULARY.items()
    )
    return _table(("Element", "Wat het in Word wordt", "Klassen"), rows)


def _attributes() -> str:
    rows = (
        (_code(name), ", ".join(_code(f"<{element}>") for element in sorted(PLACES[name])), what)
        for name, what in examples.ATTRIBUTES.items()
    )
    return _table(("Attribuut", "Bij", "Wat het betekent"), rows)


def _fixed() -> str:
    texts = fixed_words()
    return _table(("Sleutel", "Gewone tekst"), ((_code(key), texts[key]) for key in KEYS))


def _bounds() -> str:
    steps, output = (f"{number:,}".replace(",", ".") for number in (limits.STEPS, limits.OUTPUT))
    return (
        f"- Een document maakt hoogstens {steps} stappen: herhalingen, aanroepen en wat filters bekijken.\n"
        f"- Een document heeft hoogstens {output} tekens. Een heel plan heeft er ongeveer 200.000.\n"
    )


def _mistake() -> str:
    """Return what the program says of a template with a typo."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "sjablonen" / "hoofdstukken" / "inleiding.html.j2"
        place.parent.mkdir(parents=True)
        place.write_text(_TYPO, encoding="utf-8")
        (Path(folder) / "huisstijl.docx").write_bytes(
            (templates_dir() / "huisstijl" / "neutraal" / "huisstijl.docx").read_bytes()
        )
        try:
            make_page(
                check_file(ROOT / "examples" / "molenkwartier" / "antwoorden.yaml"), find_house_style(Path(folder))
            )
        except ProblemsError as error:
            said = str(error)
    said = said.replace(folder, "onze-stijl").replace("\\", "/")
    return f"```jinja\n{_TYPO}```\n\n```text\n{said}\n```\n"


PARTS = {
    "namen": _names,
    "plan": lambda: _classes({kind: item for kind, item in words.PLAN.items() if kind is not Plan}),
    "kader": lambda: _classes(words.FRAMEWORK),
    "antwoorden": _answers,
    "invulplekken": _placeholders,
    "antwoordmacros": _macros,
    "filters": _filters,
    "functies": _functions,
    "sjablonen": _templates,
    "html": _elements,
    "attributen": _attributes,
    "woorden": _fixed,
    "grenzen": _bounds,
    "fout": _mistake,
}
"""What stands between the marks of each name."""

if __name__ == "__main__":
    before = PAGE.read_text(encoding="utf-8")
    after = built(before)
    PAGE.write_text(after, encoding="utf-8")
    sys.stdout.write("docs/sjablonen.md is changed.\n" if after != before else "docs/sjablonen.md was up to date.\n")
