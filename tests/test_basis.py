"""Answers that a file takes from its basis: merged as one expects, each known by its own file and line."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.answers.schema import json_schema
from generator.pipeline import check_file, generate
from generator.problems import ProblemsError
from generator.roundtrip.word_to_answers import word_to_answers
from generator.source import Source
from generator.source.shared_answers import merged
from generator.word.package.archive import unpack
from generator.word.provenance import read_ancestor
from tests.support.cli import run
from tests.support.documents import ROOT
from tests.support.word_edits import Edited, set_text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.framework import Framework
    from generator.source import Tree

REGION = """\
gemeente: {naam: Elzenbeek}
document:
  opdrachtgever: burgemeester
wijk:
  inwoners: 1200
  aanleiding: Uit de regio.
interventies:
  - jongerenwerk
doelen:
  visie: Samen veilig.
"""
OWN = """\
basis: ../regio.yaml
wijk:
  naam: Noord
  aanleiding: Eigen aanleiding.
"""

_leaves = st.none() | st.sampled_from(["een", "twee"]) | st.lists(st.sampled_from(["x", "y"]), max_size=2)
_trees = st.recursive(_leaves, lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3), max_leaves=8)
_files = st.dictionaries(st.sampled_from("abc"), _trees, max_size=3)


def desk(folder: Path, own: str = OWN, region: str = REGION) -> Path:
    """Put a file with answers in a folder of a region, and return it."""
    (folder / "noord").mkdir()
    (folder / "regio.yaml").write_text(region, encoding="utf-8")
    answers = folder / "noord" / "antwoorden.yaml"
    answers.write_text(own, encoding="utf-8")
    return answers


def _laid(own: dict[str, Tree], *bases: dict[str, Tree]) -> Tree:
    sources = [Source(f"{number}.yaml", tree, {}, {}) for number, tree in enumerate((own, *bases))]
    return merged(sources[0], sources[1:]).tree


def _said(tree: Tree, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Tree]:
    """Return the answers in a tree by their place: texts and whole lists."""
    if isinstance(tree, dict):
        return {place: said for key, item in tree.items() for place, said in _said(item, (*path, key)).items()}
    return {} if tree is None else {path: tree}


@given(_files, _files, _files)
def test_own_answers_win_and_all_others_are_there(
    own: dict[str, Tree], near: dict[str, Tree], far: dict[str, Tree]
) -> None:
    """Whatever the files say; and a row of bases is as a basis that has one itself."""
    found, mine, theirs = _said(_laid(own, near, far)), _said(own), _said(near)
    assert mine.items() <= found.items()
    assert {place: said for place, said in theirs.items() if _is_open(own, place)}.items() <= found.items()
    assert found.items() <= {**_said(far), **theirs, **mine}.items()
    middle = _laid(near, far)
    assert isinstance(middle, dict)
    assert _said(_laid(own, middle)) == found


def _is_open(tree: Tree, place: tuple[str, ...]) -> bool:
    """Tell whether a file leaves an answer, or a group around it, to its basis."""
    for part in place:
        tree = tree.get(part) if isinstance(tree, dict) else tree
    return tree is None


def test_each_problem_points_to_the_file_that_holds_the_answer(tmp_path: Path) -> None:
    """A fault in the basis stands there; what nobody answered is asked in the file itself."""
    answers = desk(tmp_path, region=REGION.replace("1200", "veel"))
    (fault,) = check_file(answers).fouten
    assert (fault.bestand, fault.regel, fault.kolom) == (str(tmp_path / "regio.yaml"), 5, 13)
    asked = {problem.bestand for problem in check_file(answers).open if not problem.sleutel.startswith("interventies[")}
    assert asked == {str(answers)}
    said = run("controleer", "noord", "--alles", "--gelezen", cwd=tmp_path, code=1)
    assert "regio.yaml:5:13  wijk.inwoners" in said
    (tmp_path / "regio.yaml").write_text(REGION.replace("1200", "12OO"), encoding="utf-8")
    run("controleer", "noord", cwd=tmp_path, code=1)


def test_a_row_of_bases_ends_in_the_plan(tmp_path: Path) -> None:
    """A neighbourhood takes from its municipality, which takes from the region; a list is replaced whole."""
    answers = desk(tmp_path, OWN.replace("../regio", "../gemeente") + "interventies: [wijkboa]\n")
    (tmp_path / "gemeente.yaml").write_text(
        "basis: regio.yaml\nwijk: {inwoners: 900}\nhuisstijl: warm\n", encoding="utf-8"
    )
    found = check_file(answers).antwoorden
    assert (found.gemeente.naam, found.wijk.naam, found.wijk.aanleiding) == ("Elzenbeek", "Noord", "Eigen aanleiding.")
    assert found.huisstijl == "warm"
    assert [item.id for item in found.interventies] == ["wijkboa"]
    assert found.document.opdrachtgever is not None


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("../weg.yaml", "bestaat niet"),
        ("../noord/antwoorden.yaml", "kring"),
        ("../kring.yaml", "kring"),
        ("..", "geen plaats van een bestand"),
        ("/etc/hostname.yaml", "geen plaats van een bestand"),
        ("//server/map/a.yaml", "geen plaats van een bestand"),
        ("C:/map/a.yaml", "bestaat niet" if sys.platform != "win32" else "geen plaats van een bestand"),
        ("../regio.docx", "geen plaats van een bestand"),
        ("[a.yaml, b.yaml]", "één bestand"),
        ("../map.yaml", "geen gewoon bestand"),
        ("../rij0.yaml", "te veel"),
    ],
)
def test_a_basis_that_cannot_be_one_is_told_where_it_is_named(basis: str, said: str, tmp_path: Path) -> None:
    """With what else is wrong; nothing but ordinary files with answers is opened."""
    answers = desk(tmp_path, f"gemeente: {{naam: A}}\nbasis: {basis}\n")
    (tmp_path / "kring.yaml").write_text("basis: noord/antwoorden.yaml\n", encoding="utf-8")
    (tmp_path / "map.yaml").mkdir()
    for number in range(11):
        (tmp_path / f"rij{number}.yaml").write_text(f"basis: rij{number + 1}.yaml\n", encoding="utf-8")
    with pytest.raises(ProblemsError) as raised:
        check_file(answers)
    (problem,) = raised.value.problems
    assert said in problem.melding
    assert problem.sleutel == "basis"
    if said not in ("te veel", "kring"):
        assert (problem.bestand, problem.regel) == (str(answers), 2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_is_no_basis(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    answers = desk(tmp_path, OWN.replace("regio", "pijp"))
    os.mkfifo(tmp_path / "pijp.yaml")
    with pytest.raises(ProblemsError, match="geen gewoon bestand"):
        check_file(answers)


def test_a_basis_that_is_too_large_or_no_yaml_is_told_by_its_own_name(tmp_path: Path) -> None:
    """The limits are those of answers."""
    answers = desk(tmp_path, region=f"{REGION}  visie: Dubbel\n")
    faults = check_file(answers).fouten
    assert {(fault.bestand, fault.regel) for fault in faults} == {(str(tmp_path / "regio.yaml"), 11)}
    (tmp_path / "regio.yaml").write_text("# x\n" * 600_000, encoding="utf-8")
    with pytest.raises(ProblemsError, match="groter dan 2 MB"):
        check_file(answers)


def test_pictures_lie_beside_the_file_that_names_them(tmp_path: Path) -> None:
    """Each file has its own folder."""
    region = f"{REGION}beeld: {{kaart: {{bestand: plein.png, alt: Een kaart.}}}}\n"
    own = f"{OWN}beeld: {{voorblad: {{bestand: plein.jpg, alt: Een plein.}}}}\n"
    answers = desk(tmp_path, own, region)
    shutil.copy(ROOT / "tests" / "pictures" / "plein.png", tmp_path)
    shutil.copy(ROOT / "tests" / "pictures" / "plein.jpg", answers.parent)
    checked = check_file(answers)
    assert checked.fouten == ()
    assert {key: image.soort for key, image in checked.afbeeldingen.items()} == {
        "beeld.kaart": "png",
        "beeld.voorblad": "jpeg",
    }


def test_what_comes_back_from_word_goes_only_into_its_own_file(tmp_path: Path) -> None:
    """The document carries all files; an answer of the basis is named, with its place, and nothing else is written."""
    answers = desk(tmp_path)
    plan = answers.with_name("plan.docx")
    generate(answers, plan)
    ancestor = read_ancestor(unpack(plan.read_bytes()))
    assert ancestor is not None
    assert (ancestor.made_from.answers, ancestor.made_from.bases) == (OWN, (REGION,))
    assert str(tmp_path).encode() not in b"".join(unpack(plan.read_bytes()).values())
    assert "1 als basis" in run("toon", plan, cwd=tmp_path)
    (tmp_path / "regio.yaml").write_text(REGION.replace("Samen", "Gewoon"), encoding="utf-8")
    assert "Gewoon veilig" in run("vergelijk", plan, answers, cwd=tmp_path)
    (tmp_path / "regio.yaml").write_text(REGION, encoding="utf-8")

    edited = Edited(plan.read_bytes())
    set_text(edited.control("doelen.visie"), "Samen leven.")
    set_text(edited.control("wijk.aanleiding"), "Andere aanleiding.")
    plan.write_bytes(edited.data)
    taken, _ = word_to_answers([plan], answers, lambda _key: None, write=True)
    assert [(item.change.key, item.file, item.line) for item in taken.elsewhere] == [
        ("doelen.visie", str(tmp_path / "regio.yaml"), 10)
    ]
    assert answers.read_text("utf-8") == OWN.replace("Eigen aanleiding", "Andere aanleiding")
    assert (tmp_path / "regio.yaml").read_text("utf-8") == REGION
    said = run("neem-over", plan, answers, cwd=tmp_path, code=1)
    assert "Komt uit de basis (1)" in said
    assert "regio.yaml:10:" in said


def test_one_more_in_a_list_of_the_basis_does_not_take_its_place(tmp_path: Path) -> None:
    """It would lose the others; what is in no list of the basis can be added."""
    answers = desk(tmp_path)
    said = run("voeg-toe", "interventie", "wijkboa", answers, cwd=tmp_path, code=1)
    assert "regio.yaml:7:1" in said
    assert answers.read_text("utf-8") == OWN
    run("voeg-toe", "partner", "politie", answers, cwd=tmp_path)
    assert "politie" in answers.read_text("utf-8")


def test_an_editor_asks_a_file_with_a_basis_for_nothing_that_may_stand_there(kader: Framework) -> None:
    """Without one it asks as before."""
    schema = Draft7Validator(json_schema(kader))
    assert schema.is_valid({"basis": "../regio.yaml", "gemeente": {"naam": None}, "wijk": None})
    for wrong in (
        {},
        {"basis": None},
        {"gemeente": {"naam": "A"}, "wijk": {"naam": None}},
        {"gemeente": None, "wijk": {}},
    ):
        assert not schema.is_valid(wrong)
    assert schema.is_valid({"gemeente": {"naam": "A"}, "wijk": {"naam": "B"}})


def test_the_basis_of_a_region_is_no_neighbourhood(tmp_path: Path) -> None:
    """A folder with a basis and folders below it stands for those."""
    desk(tmp_path)
    (tmp_path / "zuid").mkdir()
    (tmp_path / "zuid" / "antwoorden.yaml").write_text(OWN.replace("Noord", "Zuid"), encoding="utf-8")
    said = run("genereer", ".", "--formaat", "html", cwd=tmp_path)
    assert "2 bestanden met antwoorden: 2 gemaakt." in said
    assert "Zuid" in (tmp_path / "zuid" / "plan.html").read_text("utf-8")
