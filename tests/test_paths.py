"""Paths as people have them: spaces, accents, dots and apostrophes, relative and whole, on every system."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.cli import run
from tests.support.documents import MINIMUM

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = ("Mijn documenten", "Wijk ’t Zand – één", "versie 0.4", "a&b (kopie) 100%", "-o")


@pytest.mark.parametrize("name", FOLDERS)
def test_a_plan_is_made_where_people_keep_it(name: str, tmp_path: Path) -> None:
    """Whatever a folder is called, the plan lies beside the answers, and the program says where."""
    folder = tmp_path / name
    folder.mkdir()
    (folder / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    assert str(folder / "plan.docx") in run("genereer", folder / "antwoorden.yaml", cwd=tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == ["antwoorden.yaml", "plan.docx"]


@pytest.mark.slow
@pytest.mark.parametrize("name", FOLDERS)
def test_files_go_to_the_folder_that_is_named(name: str, tmp_path: Path) -> None:
    """A target in another folder takes every format, and nothing lies anywhere else."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    (tmp_path / name).mkdir()
    run("genereer", "antwoorden.yaml", "--formaat", "docx,html", "-o", tmp_path / name / "ons plan 0.4", cwd=tmp_path)
    assert sorted(path.name for path in (tmp_path / name).iterdir()) == ["ons plan 0.4.docx", "ons plan 0.4.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["antwoorden.yaml", name])


def test_a_document_keeps_its_own_name_in_a_folder_that_is_named(tmp_path: Path) -> None:
    """With or without a line at the end it is a folder; one that is not there is never the name of a file."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    (tmp_path / "uit").mkdir()
    run("genereer", "antwoorden.yaml", "-o", "uit", cwd=tmp_path)
    run("genereer", "antwoorden.yaml", "-o", "uit/", "--document", "samenvatting", cwd=tmp_path)
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["plan.docx", "samenvatting.docx"]
    assert "De map weg bestaat niet." in run("genereer", "antwoorden.yaml", "-o", "weg/", cwd=tmp_path, code=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antwoorden.yaml", "uit"]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_fault_names_the_file_as_it_was_given(name: str, tmp_path: Path) -> None:
    """What stands in a message can be found, whole or from the folder where the command is given."""
    (tmp_path / name).mkdir()
    (tmp_path / name / "antwoorden.yaml").write_text("gemeente: [", encoding="utf-8")
    for given in (tmp_path / name / "antwoorden.yaml", f"./{name}/antwoorden.yaml"):
        problems = json.loads(run("controleer", given, "--json", cwd=tmp_path, code=1))
        assert problems
        for problem in problems:
            assert (tmp_path / problem["bestand"]).samefile(tmp_path / name / "antwoorden.yaml")


def test_a_house_style_is_found_from_the_folder_of_the_answers(tmp_path: Path) -> None:
    """A house style that an answer file names lies where that file says, from wherever the command is given."""
    folder = tmp_path / "Mijn documenten"
    run("huisstijl", "nieuw", folder / "onze stijl", cwd=tmp_path)
    (folder / "antwoorden.yaml").write_text(f"huisstijl: ./onze stijl\n{MINIMUM}", encoding="utf-8")
    run("genereer", folder / "antwoorden.yaml", cwd=tmp_path)
    assert (folder / "plan.docx").is_file()
    shutil.rmtree(folder / "onze stijl")
    assert "onze stijl" in run("genereer", folder / "antwoorden.yaml", cwd=tmp_path, code=1)
