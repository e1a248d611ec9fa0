"""The Dutch of Jinja: each message that a template can meet, made by Jinja as it is installed."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
import pytest
from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from generator.problems import ProblemsError
from generator.rendering.environment import Sandbox
from generator.rendering.jinja_words import RUNNING, SYNTAX
from generator.rendering.template_faults import RUNTIME_ERRORS, explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Melding

LOADER = DictLoader(
    {
        "leeg": "",
        "eis": "{% block a required %}{% endblock %}",
        "ouder": "{% block a %}x{% endblock %}",
    }
)
WRONG = {
    # how it is written
    "{% %}": "Na {% ontbreekt de opdracht.",
    "{% if 1 %}": "“if” is niet afgesloten.",
    "{% onbekend %}": "“onbekend” is geen opdracht die een sjabloon kent.",
    "{% if 1 %}{% endfor %}": "“endfor” past hier niet: eerst moet “if” worden afgesloten.",
    "{% endif %}": "“endif” staat hier zonder “if” ervoor.",
    "{# a": "De opmerking met {# is niet afgesloten.",
    "{% raw %}a": "{% raw %} is niet afgesloten.",
    "{{ }}": "Tussen de accolades ontbreekt iets.",
    "{{ a": "Tussen de accolades ontbreekt iets.",
    "{{ a(": "Tussen de accolades ontbreekt iets.",
    "{% if %}{% endif %}": "Tussen de accolades ontbreekt iets.",
    "{% extends %}": "Tussen de accolades ontbreekt iets.",
    "{% for a %}{% endfor %}": "Tussen de accolades ontbreekt iets.",
    "{{ 'a }}": "Een aanhalingsteken is niet gesloten.",
    '{{ "a }}': "Een aanhalingsteken is niet gesloten.",
    "{{ a ? b }}": "Het teken “?” past hier niet.",
    "{{ ² }}": "In een naam staat een teken dat daar niet kan.",
    "{{ a 1 }}": "Hier staat een getal dat er niet past.",
    "{{ a 1.5 }}": "Hier staat een getal dat er niet past.",
    "{{ a 'b' }}": "Hier staat een tekst tussen aanhalingstekens die er niet past.",
    "{{ (a }}": "Het teken “}” staat hier verkeerd.",
    "{{ a) }}": "Het teken “)” staat hier verkeerd.",
    "{{ , }}": "Het teken “,” staat hier verkeerd.",
    "{{ a b }}": "De schrijfwijze klopt niet bij “b”.",
    "{{ {a} }}": "De schrijfwijze klopt niet bij “}”.",
    "{{ a..b }}": "Achter een punt hoort een naam.",
    "{{ a(b=1, 2) }}": "Tussen de haakjes staan de waarden in de verkeerde volgorde.",
    "{{ 1 is odd is even }}": "Twee keer “is” achter elkaar kan niet.",
    "{% set 1 = 2 %}": "Hier hoort een eigen naam, om een waarde in te bewaren.",
    "{% for loop in [1] %}{% endfor %}": "“loop” is de naam van de herhaling zelf.",
    "{% block a-b %}{% endblock %}": "De naam van een blok bestaat uit letters, cijfers en lage streepjes.",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}": "Het blok “a” staat hier dubbel.",
    "{% block a required %}b{% endblock %}": "In een blok met “required” kan geen tekst staan.",
    "{% for a in [1] %}{% extends 'leeg' %}{% endfor %}": "{% extends %} staat in een andere opdracht.",
    "{% from 'leeg' import _a %}": "Een naam die met _ begint, is niet op te halen.",
    "{% macro m(a=1, b) %}{% endmacro %}": "Een waarde met = staat voor een waarde zonder.",
    "{% call a %}{% endcall %}": "Na “call” hoort de aanroep van een macro.",
    "{% macro m(caller) %}{{ caller() }}{% endmacro %}": "“caller” is de naam van wat er in {% call %} staat.",
    "{{ 1 | onbekend }}": "Het filter “onbekend” bestaat niet.",
    "{{ 1 is onbekend }}": "De test “onbekend” bestaat niet.",
    # what it asks when it runs
    "{% if 1 %}{{ 1 | onbekend }}{% endif %}": "Het filter “onbekend” bestaat niet.",
    "{% extends 'leeg' %}{% extends 'leeg' %}": "{% extends %} staat er meer dan één keer.",
    "{% extends 'eis' %}": "Het blok “a” is leeg, en moet worden ingevuld.",
    "{% from 'leeg' import kop %}{{ kop() }}": "“kop” staat niet in het sjabloon dat achter from staat.",
    "{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}": "Deze macro wacht op de tekst van een {% call %}.",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}": "De macro krijgt geen waarde voor “a”.",
    "{% macro m() %}{% endmacro %}{{ m(b=1) }}": "De macro “m” kent geen waarde “b”.",
    "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}": "De macro “m” krijgt te veel waarden.",
    "{% block a %}{{ super() }}{% endblock %}": "Er is geen gewone tekst van blok “a”.",
    "{% extends 'ouder' %}{% block a %}{{ super.super() }}{% endblock %}": "Er is geen gewone tekst van blok “a”.",
    "{% for a in [1] %}{{ loop.previtem.b }}{% endfor %}": "Er is hier geen vorig onderdeel.",
    "{% for a in [1] %}{{ loop.nextitem.b }}{% endfor %}": "Er is hier geen volgend onderdeel.",
    "{{ [] | first }}": "Deze lijst is leeg.",
    "{{ [] | last }}": "Deze lijst is leeg.",
    "{{ [] | max }}": "Deze lijst is leeg.",
    "{{ ('a' if false).b }}": "Bij deze “if” ontbreekt wat er anders komt te staan.",
    "{% for a in [1] %}{{ loop(a) }}{% endfor %}": "Deze herhaling roept zichzelf aan.",
    "{% for a in [1] %}{{ loop.cycle() }}{% endfor %}": "Bij loop.cycle() ontbreken de waarden.",
    "{{ {} | dictsort(by='a') }}": "“dictsort” sorteert op key of op value.",
    "{{ 1.5 | round(0, 'a') }}": "“round” rondt af op de manier common, ceil of floor.",
    "{{ [1] | map | list }}": "Bij “map” ontbreekt wat er met elk onderdeel gebeurt.",
    "{{ [1] | selectattr | list }}": "Bij dit filter ontbreekt de naam van een onderdeel.",
    "{{ [1] | map(attribute='a', b=1) | list }}": "Dit filter kent geen waarde “b”.",
    "{{ 1 | reverse }}": "Dit filter werkt alleen op een tekst of een lijst.",
    "{{ 1 / 0 }}": "Hier wordt door nul gedeeld.",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "Dit sjabloon roept steeds zichzelf aan.",
    "{% include 'weg' %}": "Het sjabloon “weg” bestaat niet.",
}
"""A wrong template, and what is said of it."""
NOT_MET = {
    "object is unsafe": "the sandbox has words of its own for this",
    "not safely callable": "the sandbox offers nothing that is refused only when it is called",
    "random item": "the sandbox has no filter `random`",
    "URI scheme prefix": "the sandbox has no filter `urlize`",
    "positional and keyword": "the sandbox has no filter `format`",
    "StopIteration": "nothing that a plan offers raises it",
    "expected subscript": "the parser asks for a subscript only after it saw one",
    "two values for the special caller": "a macro that names `caller` itself is refused before it is called",
}
"""What Jinja can say but a template of ours cannot meet, and why."""
FILES = ("parser", "lexer", "compiler", "runtime", "filters", "sandbox")
SAYS = {"fail", "Failure", "undefined", "_undefined", "TypeError"} | {
    f"{name}Error" for name in ("TemplateSyntax", "TemplateAssertion", "TemplateRuntime", "FilterArgument", "Security")
}


def raised(environment: SandboxedEnvironment, template: str) -> Exception:
    """Return the error that a template gives."""
    with pytest.raises((ProblemsError, jinja2.TemplateError, *RUNTIME_ERRORS)) as caught:
        environment.from_string(template).render()
    return caught.value


def told(template: str) -> Melding:
    """Return what the program says of a template."""
    environment = Sandbox(LOADER)
    return explain(raised(environment, template), environment.list_templates, environment.filters)


def message(template: str) -> str:
    """Return what Jinja itself says of a template."""
    error = raised(SandboxedEnvironment(loader=LOADER, undefined=StrictUndefined), template)
    return str(getattr(error, "message", None) or error)


def messages_of_jinja() -> Iterator[str]:
    """Yield, as a pattern, each message that stands in the source of Jinja where a template can meet it."""
    for name in FILES:
        source = (Path(jinja2.__file__).parent / f"{name}.py").read_text(encoding="utf-8")
        for call in ast.walk(ast.parse(source)):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            said_by = getattr(call.func, "attr", None) or getattr(call.func, "id", "")
            if said_by in SAYS and (said_by != "TypeError" or name == "runtime"):
                yield from pattern(call.args[0])


def pattern(text: ast.expr) -> Iterator[str]:
    """Yield the pattern of a message; nothing where it is put together elsewhere."""
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        yield re.escape(text.value)
    elif isinstance(text, ast.JoinedStr):
        yield "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".*" for part in text.values)


@pytest.mark.parametrize(("template", "melding"), WRONG.items())
def test_what_is_wrong_is_said_in_dutch_with_a_remedy(template: str, melding: str) -> None:
    """The message of this version of Jinja is understood."""
    found = told(template)
    assert found.melding == melding
    assert found.oplossing.endswith((".", "?"))


def test_every_meaning_is_that_of_a_message_of_jinja() -> None:
    """A message that Jinja words otherwise turns this red, and one that it no longer has."""
    known = [message(template) for template in WRONG]
    unused = [
        meaning[0]
        for meanings in (SYNTAX, RUNNING)
        for meaning in meanings
        if not any(
            next((item for item in meanings if re.search(item[0], said, re.DOTALL)), None) == meaning for said in known
        )
    ]
    assert unused == []


def test_every_message_in_the_source_of_jinja_is_met_above() -> None:
    """A version of Jinja that says something new turns this red."""
    found = set(messages_of_jinja())
    assert len(found) > 40
    known = [message(template) for template in WRONG]
    unmet = [text for text in found if not any(re.search(text, said, re.DOTALL) for said in known)]
    assert [text for text in unmet if not any(re.escape(part) in text for part in NOT_MET)] == []
