"""Options that several commands have mean the same in each: a file instead of the window, and a house style."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from generator.cli import wijkplan
from generator.cli.shared_options import HOUSE_STYLE_VARIABLE
from generator.problems import ProblemsError
from generator.targets import place_typed
from tests.support.documents import MINIMUM, ROOT, copy_example

if TYPE_CHECKING:
    from pathlib import Path

PRINTED = (
    "schema",
    "kader interventies halt_lessen",
    "kader --zoek woonfraude",
    "vraag",
    "vraag wijk.cijfers",
    "controleer a.yaml",
    "controleer a.yaml --json",
    "toegankelijk plan.docx",
    "toegankelijk plan.docx --json",
    "neem-over plan.docx antwoorden.yaml",
    "vergelijk a.yaml a.yaml",
    "vergelijk a.yaml a.yaml --json",
    "huisstijl controleer warm",
    "huisstijl controleer warm --json",
)
"""Commands that print what one may want to keep."""


def said(words: list[str]) -> str:
    """Return what a command prints."""
    return CliRunner().invoke(wijkplan, words, standalone_mode=False).output


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with answers and a plan."""
    (tmp_path / "a.yaml").write_text(MINIMUM, encoding="utf-8")
    copy_example("molenkwartier", tmp_path)
    shutil.copy(ROOT / "examples" / "molenkwartier" / "plan.docx", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("line", PRINTED)
def test_what_is_printed_can_go_into_a_file(line: str, desk: Path) -> None:
    """The file has the same words in UTF-8, without colours, whatever a window would make of them."""
    shown = said(line.split())
    assert said([*line.split(), "-o", "map/uit.txt"]) == "Gemaakt: map/uit.txt\n"
    assert (desk / "map" / "uit.txt").read_bytes() == click.unstyle(shown).encode()
    assert "Gemaakt" not in shown


@pytest.mark.parametrize("line", [*PRINTED, "toon plan.docx"])
def test_no_file_is_replaced_by_what_is_printed(line: str, desk: Path) -> None:
    """What stood there may be somebody's work."""
    (desk / "uit.txt").write_text("eigen werk", encoding="utf-8")
    found = CliRunner().invoke(wijkplan, [*line.split(), "-o", "uit.txt"], standalone_mode=False)
    assert isinstance(found.exception, ProblemsError)
    assert found.exception.problems[0].melding == "Dit bestand bestaat al."
    assert (desk / "uit.txt").read_text(encoding="utf-8") == "eigen werk"


@pytest.mark.parametrize("line", ["kader", "vraag"])
def test_text_is_not_called_a_document(line: str, desk: Path) -> None:
    """A file is what its name says."""
    found = CliRunner().invoke(wijkplan, [*line.split(), "-o", "uit.docx"], standalone_mode=False)
    assert isinstance(found.exception, ProblemsError)
    assert "alleen tekst" in found.exception.problems[0].melding
    assert not (desk / "uit.docx").exists()


def test_answers_stay_as_they_are_where_the_list_of_changes_cannot_be_written(desk: Path) -> None:
    """The place behind -o is looked at before anything is done."""
    shutil.copy(desk / "antwoorden.yaml", desk / "eerst.yaml")
    text = (desk / "antwoorden.yaml").read_text(encoding="utf-8")
    words = ["neem-over", "plan.docx", "antwoorden.yaml", "--schrijf", "-o", "eerst.yaml"]
    before = sorted(desk.rglob("*"))
    assert CliRunner().invoke(wijkplan, words, standalone_mode=False).exception is not None
    assert sorted(desk.rglob("*")) == before
    assert (desk / "antwoorden.yaml").read_text(encoding="utf-8") == text


def test_the_variable_counts_only_where_a_new_document_is_made() -> None:
    """A document that has a house style never gets another one because of a variable."""
    counts = {
        name
        for name, command in wijkplan.commands.items()
        for option in command.params
        if option.name == "huisstijl" and option.envvar == HOUSE_STYLE_VARIABLE
    }
    assert counts == {"genereer", "overzicht"}


@pytest.mark.parametrize(("typed", "place"), [("uit/", "uit/plan"), ("uit", "uit"), ("uit/x.docx", "uit/x.docx")])
def test_a_name_that_ends_in_a_slash_is_a_folder(typed: str, place: str) -> None:
    """Also one that is not there yet."""
    assert place_typed(typed, "plan").as_posix() == place
