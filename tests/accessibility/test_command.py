"""The command `wijkplan toegankelijk`, as a user meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.accessibility.building import DUTCH, make, p, table
from tests.support.cli import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sound_document_ends_well(tmp_path: Path) -> None:
    """No finding, a closing line and exit code 0."""
    (tmp_path / "plan.docx").write_bytes(make(p(DUTCH)))
    assert run("toegankelijk", "plan.docx", cwd=tmp_path).endswith("plan.docx: 0 fouten, 0 aandachtspunten.\n")


def test_points_of_attention_do_not_fail(tmp_path: Path) -> None:
    """Only a fault gives exit code 1."""
    (tmp_path / "plan.docx").write_bytes(make(p("Een  spatie")))
    assert "0 fouten, 1 aandachtspunt." in run("toegankelijk", "plan.docx", cwd=tmp_path)


def test_the_findings_are_told_by_seriousness_with_a_remedy_for_each_kind(tmp_path: Path) -> None:
    """Faults come first; of many places some are shown, and how to mend them once."""
    (tmp_path / "plan.docx").write_bytes(make(p("Een  spatie") * 7 + p("Doel", "Kop3")))
    said = run("toegankelijk", "plan.docx", cwd=tmp_path, code=1)
    assert said.index("Fout: zo kan niet iedereen dit lezen (1)") < said.index("Aandacht: kijk of dit beter kan (7)")
    assert said.count("Onder “Inleiding”, bij “Een spatie”") == 5
    assert "En nog 2 keer." in said
    assert said.count("→") == 2
    assert said.endswith("plan.docx: 1 fout, 7 aandachtspunten.\n")


def test_json_has_six_keys(tmp_path: Path) -> None:
    """Each finding is an object; a file that cannot be read is one too."""
    (tmp_path / "plan.docx").write_bytes(make(table(description="")))
    (tmp_path / "notitie.docx").write_text("geen Word", encoding="utf-8")
    rows = json.loads(run("toegankelijk", "plan.docx", "notitie.docx", "--json", cwd=tmp_path, code=1))
    assert all(list(row) == ["bestand", "soort", "controle", "plaats", "melding", "oplossing"] for row in rows)
    assert [(row["bestand"], row["controle"]) for row in rows] == [
        ("plan.docx", "tabel-zonder-beschrijving"),
        ("notitie.docx", "geen-word-document"),
    ]


def test_files_that_cannot_be_read_are_each_one_sentence(tmp_path: Path) -> None:
    """A missing file, a folder and another kind of file are told; the other files are still checked."""
    (tmp_path / "map").mkdir()
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.docx").write_bytes(make(p(DUTCH)))
    said = run("toegankelijk", "weg.docx", "map", "a.docx", "b.docx", cwd=tmp_path, code=1)
    assert "weg.docx: Dit bestand bestaat niet." in said
    assert "map: Dit is een map, geen bestand." in said
    assert "a.docx: Dit bestand is beschadigd of niet volledig." in said
    assert "b.docx: 0 fouten" in said
