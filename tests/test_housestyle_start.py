"""`wijkplan huisstijl nieuw`: a folder that works at once, explains itself, and never replaces anything."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.answers.questions import questions
from generator.housestyle import find_house_style
from generator.housestyle.new_house_style import README, settings_file
from generator.housestyle.settings import Huisstijl
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, Draft, checked, make_document, make_page

if TYPE_CHECKING:
    from pathlib import Path

NEUTRAL = ROOT / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx"
TOKENS = ROOT / "tests" / "tokens" / "duinrade.tokens.json"


def _plan(folder: Path | None) -> bytes:
    style = find_house_style(folder)
    return make_document(Draft(make_page(checked(MINIMUM), style), style), "docx")


def test_a_new_folder_changes_nothing_yet(tmp_path: Path) -> None:
    """A plan in a new house style is the plan in the neutral one, byte for byte."""
    said = run("huisstijl", "nieuw", "stijl", cwd=tmp_path)
    assert {path.name for path in (tmp_path / "stijl").rglob("*.*")} == {
        "huisstijl.docx",
        "huisstijl.yaml",
        "LEESMIJ.md",
    }
    assert _plan(tmp_path / "stijl") == _plan(None)
    assert "--huisstijl stijl" in said


def test_every_line_of_the_settings_works_without_its_sign(tmp_path: Path) -> None:
    """The file has every key, and each example in it is accepted as it stands."""
    (tmp_path / "rapport.dotx").write_bytes(NEUTRAL.read_bytes())
    text = re.sub(r"^#(?! \S|$)", "", settings_file(), flags=re.MULTILINE)
    assert set(re.findall(r"^(\w+):", text, flags=re.MULTILINE)) == set(questions(Huisstijl))
    (tmp_path / "huisstijl.yaml").write_text(text, encoding="utf-8")
    style = find_house_style(tmp_path)
    assert style.options is not None
    assert style.options.numbered is True
    assert len(style.options.colours) == 4


def test_the_example_in_the_read_me_works(tmp_path: Path) -> None:
    """The template that the read-me shows changes the plan as it says."""
    example = "\n".join(line[4:] for line in README.splitlines() if line.startswith("    ")) + "\n"
    file = tmp_path / "sjablonen" / "hoofdstukken" / "inleiding.html.j2"
    file.parent.mkdir(parents=True)
    file.write_text(example, encoding="utf-8")
    page = make_page(checked(MINIMUM), find_house_style(tmp_path))
    assert "Waarom dit plan?" in page
    assert "Doel van dit plan" not in page


@pytest.mark.parametrize("name", ["sjabloon.docx", "Sjabloon gemeente.DOTX"])
def test_a_word_file_is_copied_whole(name: str, tmp_path: Path) -> None:
    """The Word file keeps its bytes and ending, is found back, and its own styles stand in the settings."""
    shutil.copy(NEUTRAL, tmp_path / name)
    run("huisstijl", "nieuw", "stijl", "--van", name, cwd=tmp_path)
    copy = tmp_path / "stijl" / f"huisstijl{(tmp_path / name).suffix.lower()}"
    assert copy.read_bytes() == NEUTRAL.read_bytes()
    style = find_house_style(tmp_path / "stijl")
    assert style.word == copy
    assert style.options is not None
    assert style.options.styles["h1"] == "heading 1"
    assert "h5" not in style.options.styles
    assert _plan(tmp_path / "stijl") == _plan(None)


def test_tokens_become_a_house_style(tmp_path: Path) -> None:
    """The command says what it took and what it darkened; the settings keep that."""
    said = run("huisstijl", "nieuw", "stijl", "--tokens", TOKENS, cwd=tmp_path)
    assert "Lettertype van tekst: Noto Sans (uit utrecht.document.font-family)." in said
    assert "donkerder gemaakt: #0D8481" in said
    assert "Noto Sans" in (tmp_path / "stijl" / "huisstijl.yaml").read_text(encoding="utf-8")
    assert _plan(tmp_path / "stijl") != _plan(None)


@pytest.mark.parametrize("taken", ["huisstijl.docx", "huisstijl.yaml", "sjablonen/LEESMIJ.md"])
def test_nothing_is_ever_replaced(taken: str, tmp_path: Path) -> None:
    """When one of the files is there already, none is written."""
    file = tmp_path / "stijl" / taken
    file.parent.mkdir(parents=True)
    file.write_text("van mij", encoding="utf-8")
    assert "bestaat al" in run("huisstijl", "nieuw", "stijl", cwd=tmp_path, code=1)
    assert [path for path in (tmp_path / "stijl").rglob("*") if path.is_file()] == [file]
    assert file.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--van", "weg.docx"], 1, "Dit bestand bestaat niet.\n    → Controleer de naam en de map.\n    weg.docx"),
        (["--van", "tekst.docx"], 1, "Kies een Word-bestand"),
        (["--tokens", "weg.json"], 1, "niet te lezen"),
        (["--tokens", "tekst.docx"], 1, "geen geldige JSON"),
        (["--van", "a", "--tokens", "b"], 2, "niet allebei"),
    ],
)
def test_a_file_that_cannot_be_used_is_explained(words: list[str], code: int, said: str, tmp_path: Path) -> None:
    """Nothing is made from a file that is missing or something else."""
    (tmp_path / "tekst.docx").write_text("hallo", encoding="utf-8")
    assert said in run("huisstijl", "nieuw", "stijl", *words, cwd=tmp_path, code=code)
    assert not (tmp_path / "stijl").exists()


@pytest.mark.parametrize("words", [["huisstijl"], ["huisstijl", "nieuw"]])
def test_help_is_dutch_and_shows_how(words: list[str], tmp_path: Path) -> None:
    """The group and its command explain themselves, with a line that can be typed over."""
    said = run(*words, "--help", cwd=tmp_path)
    assert not re.search(r"\b(Usage|Options|Commands|Show this)\b", said)
    assert re.search(rf"^ +wijkplan {' '.join(words)} ", said, flags=re.MULTILINE)


def test_a_mistyped_command_is_understood(tmp_path: Path) -> None:
    """The group says which of its commands was probably meant."""
    assert "Bedoelde je “nieuw”?" in run("huisstijl", "niew", cwd=tmp_path, code=2)
