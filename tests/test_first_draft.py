"""A new answer file: the questions of a first draft, nothing that nobody said, and it can be used as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.answers.schema import SCHEMA_FILE, json_schema
from generator.cli import wijkplan
from generator.form.first_draft import FIRST, first_draft
from generator.form.soorten import SOORTEN
from generator.form.wording import asked_at
from generator.framework import load_framework
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, checked, paragraphs, word

if TYPE_CHECKING:
    from pathlib import Path

    from generator.framework import Framework

ODD = (
    'Het "Hoekje"',
    "'t Veld",
    "De Hoek: 1",
    "Wijk #3",
    "nee",
    "1234",
    "null",
    "~",
    "2026-01-01",
    "- streepje",
    "{a: b}",
    "[lijst]",
    "*ster",
    "&anker",
    "!teken",
    "Súdwest-Fryslân",
    "Wijk 🏘️",
    "חדש",
    "C:\\map\\nieuw",
    "{{ wijk }}",
    "<b>wijk</b>",
    "]]>",
)


@pytest.fixture(scope="module")
def text() -> str:
    """Return a new answer file."""
    return first_draft(load_framework(), "Elzenbeek", "Molenkwartier")


def answered(text: str) -> dict[str, Any]:
    """Return what a file says, without what is empty."""
    return said(YAML(typ="safe").load(text))


def said(tree: Any) -> Any:
    """Return a tree without what is empty in it."""
    if not isinstance(tree, dict):
        return tree
    return {key: found for key, item in tree.items() if (found := said(item)) not in (None, {}, [])}


def test_it_fits_on_two_screens(text: str) -> None:
    """Some ninety lines, of which most are questions and their explanation."""
    assert len(text.splitlines()) <= 95
    assert len([line for line in text.splitlines() if re.match(r" *[a-z_]+:", line)]) >= 35


def test_each_question_of_a_first_draft_is_there_and_explained(text: str) -> None:
    """Some twenty, each with its words from the model above its key; the two names are answered already."""
    without = first_draft(load_framework(), None, None)
    tree = YAML(typ="safe").load(without)
    words = " ".join(re.sub(r"^ *# ", "", line) for line in without.splitlines())
    assert 15 <= len(FIRST) <= 25
    for key in FIRST:
        *groups, name = key.split(".")
        place = tree
        for group in groups:
            place = place[group]
        assert name in place, key
        assert asked_at(key).vraag in words, key
    assert answered(text) == {"gemeente": {"naam": "Elzenbeek"}, "wijk": {"naam": "Molenkwartier"}}


def _without_part(content: str) -> list[str]:
    """Return the paragraphs of the plan, with the name of the part of a line of open points on a line of its own."""
    shown = [text for _, text in paragraphs(word(content)) if not text.isdigit()]
    return [half for text in shown for half in (text.split(": ", 1) if "; " in text else [text])]


def test_nothing_is_said_that_nobody_said(text: str) -> None:
    """The plan of a new file has in it what that of a file with the two names has, but for lines of open points.

    Open points stand in the order of the file, so that those of one part are compared without order.
    """
    mine, least = (
        [sorted(shown.removesuffix(".").split("; ")) for shown in _without_part(content)] for content in (text, MINIMUM)
    )
    assert sorted(mine) == sorted(least)


def test_all_conditions_are_there_by_building_block(text: str, kader: Framework) -> None:
    """Twelve keys in the framework's order, below the titles of the four blocks; a status behind one is enough."""
    assert list(YAML(typ="safe").load(text)["randvoorwaarden"]) == [item.id for item in kader.randvoorwaarden]
    assert all(f"  # {block.titel}\n" in text for block in kader.bouwstenen)
    answers = checked(text.replace("  urgentiebesef:\n", "  urgentiebesef: deels\n")).antwoorden
    condition = answers.randvoorwaarden["urgentiebesef"]
    assert condition is not None
    assert condition.status == "deels"


def test_the_commands_in_it_exist(text: str) -> None:
    """Each `wijkplan …` that the file tells to type is one."""
    named = re.findall(r"wijkplan ([a-z-]+)(?: ([a-z]+))?", text)
    assert {"vraag", "voeg-toe", "controleer", "genereer", "kader"} <= {command for command, _ in named}
    assert {command for command, _ in named} <= set(wijkplan.commands)
    assert {word for command, word in named if command == "voeg-toe" and word} <= set(SOORTEN)


def test_the_first_line_gives_editors_the_schema_that_lies_beside_it(tmp_path: Path) -> None:
    """The schema is there, is the one of this version, and has nothing to say about the new file."""
    run("nieuw", "x", "--gemeente", "Elzenbeek", "--wijk", "Molenkwartier", cwd=tmp_path)
    content = (tmp_path / "x" / "antwoorden.yaml").read_text(encoding="utf-8")
    assert content.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    schema = json.loads((tmp_path / "x" / SCHEMA_FILE).read_text(encoding="utf-8"))
    assert schema == json.loads(json.dumps(json_schema(load_framework())))
    found = jsonschema.Draft7Validator(schema).iter_errors(YAML(typ="safe").load(content))
    assert [f"{list(error.path)}: {error.message}" for error in found] == []


def test_only_the_two_names_are_needed(text: str) -> None:
    """With the names there is no fault; without them two."""
    assert checked(text).fouten == ()
    without = checked(first_draft(load_framework(), None, None))
    assert [problem.sleutel for problem in without.fouten] == ["gemeente.naam", "wijk.naam"]


def test_lines_are_short_enough_to_read(text: str) -> None:
    """No line is longer than a window is wide, and none has a tab."""
    assert "\t" not in text
    assert text.endswith("\n")
    assert [line for line in text.splitlines() if len(line) > 110 or line != line.rstrip()] == []


def test_what_stands_behind_a_hash_can_be_filled_in(text: str) -> None:
    """Who takes away the hashes of the form for a figure or a goal and fills it in gets that answer."""
    filled = re.sub(r"^( *)# ( {2}[- ] [a-z]+:)(.*)$", r"\1\2 1 \3", text, flags=re.MULTILINE)
    tree = answered(filled)
    assert tree["wijk"]["cijfers"] == [{"indicator": 1, "wijk": 1, "jaar": 1, "bron": 1}]
    assert tree["doelen"]["lijst"] == [{"id": 1, "termijn": 1, "tekst": 1}]
    assert tree["organisatie"]["partners"] == [{"naam": 1}]


@pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt", "helmond"])
def test_an_example_can_be_copied(name: str, tmp_path: Path) -> None:
    """Byte for byte, with the schema beside it; a plan can be made of it at once."""
    run("nieuw", "x", "--voorbeeld", name, cwd=tmp_path)
    assert (tmp_path / "x" / "antwoorden.yaml").read_bytes() == (
        ROOT / "examples" / name / "antwoorden.yaml"
    ).read_bytes()
    assert (tmp_path / "x" / SCHEMA_FILE).is_file()
    assert "0 fouten" in run("controleer", "x", cwd=tmp_path)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["x", "--voorbeeld", "stationbuurt"], "Bedoelde je “stationsbuurt”?"),
        (["x", "--voorbeeld", "zee"], "Kies uit: molenkwartier, stationsbuurt, helmond."),
        (["--voorbeeld", "stationsbuurt"], "Noem ook de map"),
        (["x", "--voorbeeld", "--wijk", "A"], "Laat --gemeente en --wijk weg"),
        ([], "Noem ook de map"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_for_an_example_is_explained(words: list[str], expected: str, tmp_path: Path) -> None:
    """And nothing is made."""
    assert expected in run("nieuw", *words, cwd=tmp_path, code=2)
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_it_is_the_whole_example(tmp_path: Path) -> None:
    """Also where the folder stands behind the option."""
    whole = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_bytes()
    for words in (["x", "--voorbeeld"], ["--voorbeeld", "y"]):
        run("nieuw", *words, cwd=tmp_path)
    assert {(tmp_path / name / "antwoorden.yaml").read_bytes() for name in "xy"} == {whole}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_kept_and_printed(name: str) -> None:
    """Whatever a place is called, the name in the file and in the plan is that name."""
    content = first_draft(load_framework(), name, name)
    answers = checked(content).antwoorden
    assert (answers.gemeente.naam, answers.wijk.naam) == (name, name)
    assert any(name in shown for _, shown in paragraphs(word(content)))


@pytest.mark.slow
@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf"), exclude_characters="\u2028\u2029\ufeff"),
        min_size=1,
    )
)
def test_any_name_is_kept(name: str) -> None:
    """A name is kept sign by sign, spaces around it aside."""
    answers = checked(first_draft(load_framework(), "Elzenbeek", f"M{name}M")).antwoorden
    assert answers.wijk.naam == f"M{name}M"


@pytest.mark.slow
def test_spaces_around_a_name_are_no_part_of_it(tmp_path: Path) -> None:
    """A name of spaces alone is no name."""
    run("nieuw", "x", "--gemeente", "  Elzenbeek ", "--wijk", " ", cwd=tmp_path)
    said = run("controleer", "x/antwoorden.yaml", cwd=tmp_path, code=1)
    assert "wijk.naam" in said
    assert "gemeente.naam" not in said
