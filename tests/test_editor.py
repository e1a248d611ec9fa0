"""What an editor shows of an answer file, by the language server that editors use: nothing of what is right."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from generator.answers import Antwoorden
from generator.answers.schema import SCHEMA_FILE, SCHEMA_LINE, json_schema, schema_text
from generator.checks import check
from generator.form.first_draft import first_draft
from generator.framework import load_framework
from generator.source import load
from tests.conftest import EXAMPLES
from tests.support.answer_trees import as_yaml_types, refusals, sound_trees
from tests.support.documents import ROOT
from tests.support.editor import Editor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.framework import Framework
    from generator.source import Tree

GETYPT = ROOT / "tests" / "cases" / "getypt.yaml"
REFUSED = f"""{SCHEMA_LINE}
gemeente: Elzenbeek
wijk:
  naam:
  inwoners: veel
  cijfers:
    - indicator: drugsdelicten
      trend: op
      wijk: abc
      jaar: 20261
    -
  krachtenvelt: vrienden
document:
  datum: 31 van de maand
  periode: lang
  portefeuillehouder: Jan
  versie: {{a: b}}
randvoorwaarden:
  urgentiebesef:
    status: misschien
    eisen: {{99: niet}}
    acties:
      - wat: vergadering
        uit_kader: 9
  bestaat_niet: ja
interventies:
  - id: stadsmarinier_boa
    titel: Eigen titel
    principes: [wat_werkt]
  - id: stadsmarinier
  - integrale_controle
  - id: eigen
    titel: Eigen
    categorie: zomaar
financien:
  lasten:
    - post: wijkboa
      bedragen: {{2026: veel}}
    - bedragen: {{26: 5}}
    - bedragen: {{2026-2028: 5000}}
    - bedragen: {{volgend jaar: 5000}}
    - bedragen: 5000
  begrotingswijziging_nodig: misschien
doelen: leefbaar
informatiedeling:
  dpia: zeker
  bibob: {{beleidsregel: 20}}
"""
SAID = (
    (4, "De sleutel “naam” is nog leeg of ontbreekt. Zonder dit antwoord is er geen plan te maken."),
    (5, "Schrijf het aantal, bijvoorbeeld 5840, ca. 14.000 of onbekend."),
    (8, "Kies uit: stijgend, gelijk, dalend, onbekend."),
    (9, "Schrijf alleen het getal, bijvoorbeeld 6,1."),
    (10, "Dit is geen datum die dit programma kent."),
    (11, "Dit onderdeel van de lijst is leeg. Vul het in, of haal het streepje weg."),
    (12, "Deze sleutel ken ik hier niet. Hier kun je kiezen uit: naam, aanduiding,"),
    (14, "Dit is geen datum die dit programma kent."),
    (15, "Hier hoort een groep met sleutels. Zet de antwoorden onder sleutels: van, tot_en_met."),
    (16, "Hier hoort een groep met sleutels. Zet de antwoorden onder sleutels: naam, functie."),
    (17, "Hier hoort één tekst."),
    (20, "Kies uit: op_orde, deels, niet, onbekend."),
    (21, "Deze randvoorwaarde heeft geen onderdeel met dit nummer. Kies uit: 1, 2, 3, 4."),
    (24, "Het kader heeft hier de voorstellen 1 tot en met 2."),
    (25, "Deze randvoorwaarde staat niet in het kader. Kies uit: urgentiebesef,"),
    (28, "Deze interventie komt uit het kader."),
    (29, "Dit principe staat niet in het kader. Kies uit: bekend_maakt_bemind,"),
    (30, "Deze interventie staat niet in het kader."),
    (31, "Deze interventie staat niet in het kader."),
    (34, "Deze categorie staat niet in het kader. Kies uit: samenwerking,"),
    (38, "Schrijf hele euro’s, bijvoorbeeld 412000, € 412.000, 1,2 mln of PM."),
    (39, "Staat er een komma in het getal?"),
    (40, "Is dit per jaar, of voor alle jaren samen?"),
    (41, "Hier hoort een jaartal van vier cijfers, bijvoorbeeld 2026."),
    (42, "Schrijf het jaar bij elk getal, bijvoorbeeld {2026: 58000, 2027: 74000}."),
    (43, "Schrijf ja of nee."),
    (44, "Hier hoort een groep met sleutels. Zet de antwoorden onder sleutels: visie, lijst"),
    (46, "Kies uit: uitgevoerd, in_uitvoering, niet_nodig, onbekend."),
    (47, "Schrijf vier cijfers, bijvoorbeeld 2026."),
)
"""What is said of each line, or how that begins."""


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Return an editor in a folder with the schema."""
    folder: Path = tmp_path_factory.mktemp("editor")
    (folder / SCHEMA_FILE).write_text(schema_text(load_framework()), encoding="utf-8")
    opened = Editor(folder)
    yield opened
    opened.close()


def _said(editor: Editor, text: str) -> list[tuple[int, str]]:
    return sorted(editor.remarks(text))


@pytest.mark.editor
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_editor_has_no_remark_on_an_example(editor: Editor, root: Path, name: str) -> None:
    """The example is opened as it lies there, with its own first line."""
    assert _said(editor, (root / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.editor
def test_an_editor_has_no_remark_on_a_new_file(editor: Editor, kader: Framework) -> None:
    """And on one without the names it asks for those."""
    assert _said(editor, first_draft(kader, "Elzenbeek", "Molenkwartier")) == []
    nameless = _said(editor, first_draft(kader, None, None))
    assert [message.split("”")[0] for _, message in nameless] == ["De sleutel “naam"] * 2


@pytest.mark.editor
def test_an_editor_underlines_of_a_typed_file_what_the_program_asks(editor: Editor, kader: Framework) -> None:
    """No other line, however dates, amounts and choices are spelled."""
    text = GETYPT.read_text(encoding="utf-8")
    asked = {problem.regel for problem in check(load(GETYPT), kader).fouten}
    underlined = {line - 1 for line, _ in _said(editor, f"{SCHEMA_LINE}\n{text}")}
    assert underlined
    assert underlined <= asked


@pytest.mark.editor
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much])
@given(tree=sound_trees(Antwoorden, most=8))
def test_an_editor_has_no_remark_on_what_the_program_accepts(editor: Editor, tree: dict[str, Tree]) -> None:
    """Whatever the answers, in whatever spelling."""
    tree = {name: answer for name, answer in tree.items() if name not in ("randvoorwaarden", "interventies")}
    assume(not refusals(tree))
    written = json.dumps(as_yaml_types(tree), ensure_ascii=False, indent=1)
    assert _said(editor, f"{SCHEMA_LINE}\n{written}\n") == []


def _messages(schema: Any) -> set[str]:
    """Return every message in a schema."""
    if not isinstance(schema, dict | list):
        return set()
    inner = schema.values() if isinstance(schema, dict) else schema
    own = (
        {schema["errorMessage"]} if isinstance(schema, dict) and isinstance(schema.get("errorMessage"), str) else set()
    )
    return own.union(*map(_messages, inner))


@pytest.mark.editor
def test_an_editor_says_in_dutch_what_the_program_refuses(editor: Editor, kader: Framework) -> None:
    """One remark for each wrong line, in the words of the schema."""
    found = _said(editor, REFUSED)
    assert [line for line, _ in found] == [line for line, _ in SAID]
    assert [message[: len(said)] for (_, message), (_, said) in zip(found, SAID, strict=True)] == [
        said for _, said in SAID
    ]
    assert {message for _, message in found} <= _messages(json_schema(kader))


@pytest.mark.editor
def test_an_editor_explains_each_id_of_the_framework(editor: Editor, kader: Framework) -> None:
    """The title and what it is, of conditions, interventions, categories, principles, requirements and proposals."""
    explained = {item.id: (item.titel, item.toelichting) for item in kader.randvoorwaarden}
    explained |= {item.id: (item.titel, item.doel) for item in kader.interventies}
    explained |= {item.id: (item.titel, item.titel) for item in kader.interventiecategorieen}
    explained |= {item.id: (item.titel, item.hoe_werkt_het[0]) for item in kader.werkzame_principes}
    first = kader.randvoorwaarden[0]
    explained |= {"nr. niet": ("", first.eisen[0].tekst), "nr. 2": ("", first.acties[1].tekst)}
    lines = [
        *(SCHEMA_LINE, "randvoorwaarden:", f"  {first.id}:", "    eisen:", "      1: niet"),
        *("    acties:", "      - uit_kader: 2", *(f"  {item.id}: deels" for item in kader.randvoorwaarden[1:])),
        *("interventies:", *(f"  - id: {item.id}" for item in kader.interventies)),
        *(f"  - categorie: {item.id}" for item in kader.interventiecategorieen),
        *("  - principes:", *(f"    - {item.id}" for item in kader.werkzame_principes)),
    ]
    for key, (title, text) in explained.items():
        word = key.removeprefix("nr. ")
        number = next(number for number, line in enumerate(lines, 1) if re.search(rf"(^|[ ]){word}(:|$)", line))
        shown = _unmarked(editor.hover("\n".join(lines), number, word))
        assert title in shown, key
        assert text.split("\n")[0] in shown, key


def _unmarked(text: str) -> str:
    """Return a text without the signs that keep Markdown from reading something into it."""
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.editor
@pytest.mark.parametrize(
    ("lines", "label", "put"),
    [
        (["wij"], "wijk", "wijk:\n  naam: $1\n  afbakening: $2\n  aanleiding: $3"),
        (["wijk:", "  krach"], "krachtenveld", "krachtenveld:\n  - "),
        (
            ["wijk:", "  krachtenveld:", "    - "],
            "Krachtenveld: nieuw onderdeel",
            "partij: $1\n  soort: $2\n  belang: $3",
        ),
        (["wijk:", "  krachtenveld:", "    - soort: "], "informeel", "informeel"),
        (["randvoorwaarden:", "  urgentiebesef: "], "Urgentiebesef: de vragen", "\n  status: $1\n  onderbouwing: $2"),
        (["interventies:", "  - id: "], "stadsmarinier_boa", "stadsmarinier_boa"),
        (["besluit:", "  bes"], "beslispunten", "beslispunten:\n  - "),
        (["wijk:", "  in"], "inwoners", "inwoners: "),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_editor_puts_keys_in_their_place_and_no_answers(
    editor: Editor, lines: list[str], label: str, put: str
) -> None:
    """A group or an item comes with its keys, a choice or an id by itself; nothing is offered that is not Dutch."""
    offers = editor.offers("\n".join([SCHEMA_LINE, *lines]), len(lines) + 1)
    assert offers[label].startswith(put)
    assert not offers.keys() & {"null", "true", "false", "property"}
    for text in offers.values():
        keys = [line for line in text.split("\n") if ":" in line]
        assert all(re.fullmatch(r" *(- )?[a-z_]+:( \$\d| )?", line) for line in keys), text
