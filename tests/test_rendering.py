"""Tests of templates: the sandbox and its bounds, and what is said of a mistake."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import Undefined
from lxml import html

from generator import limits
from generator.answers import Antwoord
from generator.answers.questions import questions
from generator.framework import load_framework
from generator.housestyle import HouseStyleFiles
from generator.pipeline import make_page
from generator.plan import build
from generator.problems import ProblemsError
from generator.rendering import Templates, names
from generator.rendering.environment import Sandbox
from tests.support.documents import MINIMUM, checked

if TYPE_CHECKING:
    from generator.plan import Plan
    from generator.problems import Problem

render = Templates().render
_DOUBLES = (
    "{% set n = namespace(x=(1,), y=(1,)) %}{% for i in range(40) %}{% set n.x = (n.x, n.x) %}"
    "{% set n.y = (n.y, n.y) %}{% endfor %}"
)
"""Lists that hold themselves double, forty deep: little to write and for ever to look at."""
RUNAWAYS = {
    **{
        f"doubles: {what}": _DOUBLES + "{{ " + what + " }}"
        for what in (
            *("n.x == n.y", "n.x < n.y", "n.y in [n.x]", "n.x is eq(n.y)", "n.x is in([n.y])", "{(n.x): 1}"),
            *("n.x | unique | list | length", "n.x | max", "n.x | woord", "n.x | tekst", "n.x | urlencode"),
            *("[n.x].index(n.y)", "plek(n.x, 'a')", "gekoppeld(n.x)", "{}[n.x]", "{}.get(n.x)", "n.x | striptags"),
            *("[n.x] | select('eq', n.y) | list | length", "n.x | groupby('a') | list | length", "n.x | wordcount"),
        )
    },
    "changed": _DOUBLES + "{% for i in [1, 2] %}{{ loop.changed(n.x) }}{% endfor %}",
    "pieces of a text": "{% set n = namespace(l=[]) %}{% for i in range(90000) %}"
    "{% set n.l = [n.l, ('a ' * 40000).split()] %}{% endfor %}",
    "slices": "{% set a = 'ab' * 40000 %}{% set n = namespace(l=[]) %}{% for i in range(90000) %}"
    "{% set n.l = [n.l, a[::2]] %}{% endfor %}",
    "text times, kept": "{% set n = namespace(l=[]) %}{% for i in range(90000) %}{% set n.l = [n.l, 'a' * 90000] %}"
    "{% endfor %}",
    "sum of lists": "{{ ([[1]] * 90000) | sum(start=[]) }}",
    "comments without end": "{% for i in range(90) %}{{ ('<!---->' * 14000) | striptags }}{% endfor %}",
    "many loops in each other": "{% for a in [1] %}" * 21 + "{% endfor %}" * 21,
    "many conditions in each other": "{% if 1 %}" * 101 + "{% endif %}" * 101,
    "a long sum": "{{ 1" + " + 1" * 300 + " }}",
    "range": "{{ range(10 ** 9) | length }}",
    "loop": "{% for i in range(1000) %}{% for j in range(1000) %}x{% endfor %}{% endfor %}",
    "text in a loop": "{% for i in range(9000) %}" + "x" * 9000 + "{% endfor %}",
    "text times": "{{ 'x' * 10 ** 9 }}",
    "list times": "{{ ([1] * 10 ** 9) | length }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "power of powers": "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "doubling with +": "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "doubling with ~": "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "doubling a list": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "replace": "{{ ('x' * 90000) | replace('x', 'y' * 90000) }}",
    "join": "{{ range(90000) | map('string') | join('x' * 90000) }}",
    "precision": "{{ 1.5 | round(10 ** 9, 'ceil') }}",
    "the same list again": "{% set r = range(90000) %}{% for i in r %}{{ r | sum }}{% endfor %}",
    "Markdown": "{% for i in range(90) %}{{ ('[' * 40000) | tekst }}{% endfor %}",
    "Markdown in a line": "{% for i in range(90) %}{{ ('*a ' * 10000) | regel }}{% endfor %}",
    "Markdown in items": "{% for i in range(90) %}{{ ['*a ' * 10000] | punten | length }}{% endfor %}",
    "macro": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "include": "{% include 'plan.html.j2' %}",
    "nesting": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
}
NOT_OFFERED = (
    "{{ gemeente.__class__ }}",
    "{{ ''.__class__.mro() }}",
    "{{ wij.begin.__globals__ }}",
    "{{ plek.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ gemeente | attr('__class__') }}",
    "{{ gemeente['__class__'] }}",
    "{{ [gemeente] | map(attribute='__class__') | first }}",
    "{{ gemeente.__struct_fields__ }}",
    "{{ gemeente.__struct_config__.frozen }}",
    "{{ gemeente.__replace__(naam='x') }}",
    "{{ gemeente['__struct_fields__'] }}",
    "{{ gemeente._declared }}",
    "{{ gemeente.keys() }}",
    "{{ '{0.__class__}'.format(gemeente) }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d' | format(1) }}",
    "{{ 'x' | center(10 ** 9) }}",
    "{{ 'x'.ljust(10 ** 9) }}",
    "{{ lipsum(10 ** 9) }}",
    "{{ '<b>' | safe }}",
    "{% autoescape false %}{{ '<b>' }}{% endautoescape %}",
    "{{ document }}",
)


@pytest.fixture
def plan() -> Plan:
    """Return the smallest plan, in which the municipality has a name that looks like structure."""
    found = checked("gemeente: {naam: '<b>A & {{ wijk.naam }}</b>'}\nwijk: {naam: Molenkwartier}\n")
    return build(found.antwoorden, load_framework(), found.problems)


def override(folder: Path, text: str, name: str = "plan.html.j2") -> Path:
    """Write a template that goes before the original one, and return the folder."""
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return folder


def wrong(plan: Plan, folder: Path, text: str, name: str = "plan.html.j2") -> Problem:
    """Return the fault that a template gives."""
    with pytest.raises(ProblemsError) as caught:
        render(plan, [override(folder, text, name)])
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    "template",
    [
        pytest.param(text, id=name, marks=[pytest.mark.slow] * name.startswith("Markdown"))
        for name, text in RUNAWAYS.items()
    ],
)
def test_a_template_that_runs_away_is_stopped(plan: Plan, tmp_path: Path, template: str) -> None:
    """Whatever a template repeats or multiplies, it ends in a fault with a remedy."""
    found = wrong(plan, tmp_path, template)
    assert found.melding.startswith("Dit sjabloon ")
    assert found.oplossing


def test_loops_may_stand_in_each_other(plan: Plan, tmp_path: Path) -> None:
    """As deep as Python allows."""
    loops = limits.TEMPLATE_BLOCKS
    template = "{% for a in [1] %}" * loops + "diep" + "{% endfor %}" * loops
    assert render(plan, [override(tmp_path, template)]) == "diep"


@pytest.mark.parametrize("template", ["{{ 'aaaaa' | truncate(-5) }}", "{{ 1e400 }}", "{{ 'a' | round }}"])
def test_what_python_itself_refuses_is_a_fault_of_the_template(plan: Plan, tmp_path: Path, template: str) -> None:
    """Whatever error comes out of a template, it is told with its place."""
    found = wrong(plan, tmp_path, f"\n{template}")
    assert (found.bestand, found.regel) == (str(tmp_path / "plan.html.j2"), 2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators make links")
def test_a_template_is_never_a_file_elsewhere(plan: Plan, tmp_path: Path) -> None:
    """A house style of a stranger can hold a link to what is private here."""
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    place = tmp_path / "sjablonen"
    place.mkdir()
    (place / "plan.html.j2").symlink_to(tmp_path / "geheim.txt")
    with pytest.raises(ProblemsError, match="buiten de huisstijl"):
        render(plan, [place])


def test_a_template_in_another_encoding_is_named(plan: Plan, tmp_path: Path) -> None:
    """The file and the line where it shows, and not ours that asks for it."""
    place = tmp_path / "hoofdstukken" / "inleiding.html.j2"
    place.parent.mkdir()
    place.write_bytes("<p>een</p>\n<p>café</p>".encode("cp1252"))
    with pytest.raises(ProblemsError) as caught:
        render(plan, [tmp_path])
    (problem,) = caught.value.problems
    assert (problem.bestand, problem.regel) == (str(place), 2)
    assert "UTF-8" in problem.melding


def test_a_template_may_write_much_but_not_more(plan: Plan, tmp_path: Path) -> None:
    """A page has room for five million characters."""
    template = "{%% for i in range(%d) %%}{{ 'x' * 10000 }}{%% endfor %%}"
    assert len(render(plan, [override(tmp_path / "fits", template % 499)])) >= 499 * 10_000
    assert "te veel tekst" in wrong(plan, tmp_path / "not", template % 501).melding


@pytest.mark.parametrize("template", NOT_OFFERED)
def test_nothing_is_there_but_what_is_offered(plan: Plan, tmp_path: Path, template: str) -> None:
    """The inside of Python, methods that are not the plan's own and raw HTML are out of reach."""
    assert wrong(plan, tmp_path, template).melding


def test_an_answer_offers_its_questions_and_nothing_else(plan: Plan) -> None:
    """Of all that Python knows of a group of answers, a template can have what was asked, by a dot or by brackets."""
    sandbox = Sandbox()
    groups = [value for value in names(plan).values() if isinstance(value, Antwoord)]
    assert len(groups) > 3
    for group in groups:
        known = {*dir(group), *dir(type(group)), *questions(type(group))}
        for get in (sandbox.getattr, sandbox.getitem):
            offered = {name for name in known if not isinstance(get(group, name), Undefined)}
            assert offered == set(questions(type(group)))


@pytest.mark.parametrize("name", ["/etc/hostname", "../../README.md", "basis/../../../README.md"])
def test_no_file_outside_the_templates_can_be_read(plan: Plan, tmp_path: Path, name: str) -> None:
    """An include of any other file says that there is no such template."""
    assert "bestaat niet" in wrong(plan, tmp_path, f"{{% include '{name}' %}}").melding


def test_what_is_usual_stays_possible(plan: Plan, tmp_path: Path) -> None:
    """Loops, tests, filters, macros and methods of the plan work within the bounds."""
    text = (
        "{% macro m(x) %}[{{ x }}]{% endmacro %}{% for i in range(3) %}{{ m(i * 2) }}{{ ',' if not loop.last }}"
        "{% endfor %} {{ wij.zin('kiezen', 'kiest') }} {{ ['a', 'b'] | opsomming ~ '!' }}"
        " {{ 'a-b'.split('-') | join('+') }}"
    )
    assert render(plan, [override(tmp_path, text)]) == "[0],[2],[4] wij kiezen a en b! a+b"


def test_an_answer_never_becomes_structure(plan: Plan, tmp_path: Path) -> None:
    """What looks like HTML or like a tag in an answer is shown as it was typed, joined to other text as well."""
    shown = "&lt;b&gt;A &amp; {{ wijk.naam }}&lt;/b&gt;"
    text = "{{ gemeente.naam }}|{{ 'x' ~ gemeente.naam }}|{{ [gemeente.naam, 'x'] | join }}"
    assert render(plan, [override(tmp_path, text)]) == f"{shown}|x{shown}|{shown}x"


def test_what_an_answer_is_called_never_becomes_structure(plan: Plan, tmp_path: Path) -> None:
    """Signs of HTML in the name of an answer, or in what is missing, are only signs."""
    template = """<p {{ gekoppeld(wijk, "naam", titel='"><script>&') }}>{{ plek(wijk, "naam", wat="<b>'&") }}</p>"""
    page = html.document_fromstring(render(plan, (override(tmp_path, template),), "plan.html.j2"))
    (paragraph,), (mark,) = page.iter("p"), page.iter("mark")
    assert paragraph.get("data-titel") == '"><script>&'
    assert str(mark.text).endswith(": <b>'&]")
    assert [item.tag for item in page.iter("script", "b")] == []


def test_one_block_of_the_original_can_be_replaced(plan: Plan, tmp_path: Path) -> None:
    """A template that extends the original changes only its block."""
    name = "voorwerk/voorblad.html.j2"
    override(tmp_path, f"{{% extends 'basis/{name}' %}}{{% block voorblad %}}<p>Eigen</p>{{% endblock %}}", name)
    page = render(plan, [tmp_path])
    assert "<p>Eigen</p>" in page
    assert 'id="samenvatting"' in page


def test_an_unknown_part_says_template_line_key_and_what_was_meant(plan: Plan, tmp_path: Path) -> None:
    """A mistyped key is named whole, with the nearest one that exists."""
    found = wrong(plan, tmp_path, "een\n{{ document.verzie }}\n")
    assert (found.bestand, found.regel) == (str(tmp_path / "plan.html.j2"), 2)
    assert found.sleutel == "document.verzie"
    assert found.oplossing == "Bedoelde je “document.versie”?"


MACROS = '{% import "onderdelen/antwoord.html.j2" as a %}\n'


@pytest.mark.parametrize(
    ("text", "key", "words", "remedy"),
    [
        ('{{ a.alinea(wijk, "aanleidng") }}', "wijk.aanleidng", "bestaat niet bij “wijk”", "“aanleiding”"),
        ("{{ a.cel(document, 'zaaknumer') }}", "document.zaaknumer", "bestaat niet", "“zaaknummer”"),
        ('{{ plek(antwoorden, "besluit", "argument") }}', "besluit.argument", "bij “besluit”", "“argumenten”"),
        ('<p {{ gekoppeld(wijk, "naam", 2) }}>', "wijk.naam.2", "bestaat niet", "geen onderdelen"),
        ('{{ a.cel(besluit, "raad") }}', "", "niet gegeven", "de groep eromheen"),
        ("{{ a.cel(wijk) }}", "wijk", "ontbreekt de naam van een vraag", "de vraag"),
        ('{{ a.cel(wijk.naam, "wijk.naam") }}', "", "een groep antwoorden", 'plek(wijk, "aanleiding")'),
        ('{{ a.stand(randvoorwaarden[0], "status") }}', "", "een groep antwoorden", ".antwoord"),
        ('{{ a.cel(antwoorden, "gemeente") }}', "", "een lijst of een groep", "Kies één onderdeel"),
        ('{{ vraag(wijk, "cijfers").waarde }}', "", "een lijst of een groep", "Kies één onderdeel"),
    ],
)
def test_a_question_that_does_not_exist_is_a_fault_where_it_is_named(
    plan: Plan, tmp_path: Path, text: str, key: str, words: str, remedy: str
) -> None:
    """The fault is not in the macro that prints answers, but on the line that calls it."""
    found = wrong(plan, tmp_path, f"{MACROS}\n{text}\n")
    assert (found.bestand, found.regel) == (str(tmp_path / "plan.html.j2"), 3)
    assert found.sleutel == key
    assert words in found.melding
    assert remedy in found.oplossing


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{% import "onderdelen/persoon.html.j2" as p %}\n{{ p.persoon(document, "opdrachtgevr") }}', 3),
        ('{% macro m(g) %}{{ a.cel(g, "naamm") }}{% endmacro %}\n{{ m(wijk) }}', 2),
    ],
    ids=["passed on", "spelled"],
)
def test_a_wrong_name_is_a_fault_where_it_is_spelled(plan: Plan, tmp_path: Path, text: str, line: int) -> None:
    """A macro that passes the name of a question on is not at fault; one that spells it is."""
    assert wrong(plan, tmp_path, MACROS + text).regel == line


def test_every_kind_of_answer_prints_by_its_group_and_question(plan: Plan, tmp_path: Path) -> None:
    """What is there is tied to its key, what is needed shows a gap, and what is neither is a dash or nothing."""
    text = (
        MACROS + '{{ a.cel(wijk, "naam") }}§{{ a.cel(document, "datum") }}§{{ a.cel(document, "zaaknummer") }}§'
        '{{ a.alinea(gemeente, "riec") }}§{{ a.cel(document, "status", woorden={"concept": "nog niet af"}) }}§'
        '{{ a.stand(randvoorwaarden[0].antwoord, "status") }}'
    )
    name, day, number, nothing, status, condition = render(plan, [override(tmp_path, text)]).strip().split("§")
    assert name == '<span data-antwoord="wijk.naam" data-titel="Naam">Molenkwartier</span>'
    assert day.startswith('<mark class="open" data-antwoord="document.datum" data-titel="Datum van deze versie" data-i')
    assert (number, nothing.strip()) == ("–", "")
    assert 'data-keuzes="concept=nog niet af' in status
    assert condition.startswith('<span class="status onbekend" data-antwoord="randvoorwaarden.')
    assert condition.endswith(">nog onbekend</span>")


def test_an_unknown_name_gets_the_nearest_name_of_a_plan(plan: Plan, tmp_path: Path) -> None:
    """A name that no plan has is a fault with a suggestion."""
    found = wrong(plan, tmp_path, "{{ gemeentenam }}")
    assert found.melding == "“gemeentenam” bestaat niet in een plan."
    assert found.oplossing == "Bedoelde je “gemeentenaam”?"


def test_a_part_of_an_answer_that_is_not_given_asks_for_a_condition(plan: Plan, tmp_path: Path) -> None:
    """A part of a group without answers says to ask first whether it is there."""
    found = wrong(plan, tmp_path, "{{ document.periode.van }}")
    assert found.sleutel == "document.periode.van"
    assert "{% if" in found.oplossing


@pytest.mark.parametrize("statement", ["extends", "include", "import"])
def test_a_template_that_does_not_exist_gets_the_nearest_name(plan: Plan, tmp_path: Path, statement: str) -> None:
    """A mistyped name of a template is a fault with the name of one that exists."""
    more = " as x" if statement == "import" else ""
    found = wrong(plan, tmp_path, f"{{% {statement} 'basis/hoofdstukken/inleidin.html.j2'{more} %}}")
    assert found.oplossing == "Bedoelde je “basis/hoofdstukken/inleiding.html.j2”?"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("{% if wijk %}\n", 1, "“if” is niet afgesloten"),
        ("\n{{ wijk.naam", 2, "ontbreekt"),
        ("\n\n{{ }}", 3, "ontbreekt"),
        ("{% ofzo %}", 1, "“ofzo” is geen opdracht"),
        ("{% endif %}", 1, "zonder “if” ervoor"),
        ("{{ wijk.naam | uper }}", 1, "Het filter “uper” bestaat niet"),
        ("{# open", 1, "opmerking"),
        ("{{ wijk naam }}", 1, "“naam”"),
        ("{{ 'x }}", 1, "aanhalingsteken"),
        ("{{ “x” }}", 1, "“"),
        ("{{ 1 / 0 }}", 1, "nul"),
        ("{{ wijk.naam + 1 }}", 1, "rekenen"),
    ],
)
def test_a_mistake_in_the_writing_is_said_in_dutch(
    plan: Plan, tmp_path: Path, text: str, line: int, words: str
) -> None:
    """Each kind of mistake has its line and a Dutch sentence."""
    found = wrong(plan, tmp_path, text)
    assert words in found.melding
    assert found.regel == line


def test_a_wrong_template_is_a_problem_with_its_key(tmp_path: Path) -> None:
    """The pipeline reports the template, the line, the key and the suggestion."""
    with pytest.raises(ProblemsError) as caught:
        make_page(checked(MINIMUM), HouseStyleFiles(Path(), (override(tmp_path, "\n{{ gemeente.nam }}"),)))
    (problem,) = caught.value.problems
    assert (problem.bestand, problem.regel) == (str(tmp_path / "plan.html.j2"), 2)
    assert (problem.sleutel, problem.oplossing) == ("gemeente.nam", "Bedoelde je “gemeente.naam”?")
