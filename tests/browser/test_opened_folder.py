"""Which plans a form sees, and that nothing else on the disk is within its reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.browser.opened_folder import NoSuchPlanError, OpenedFolder
from generator.problems import ProblemsError
from tests.support.documents import MINIMUM


def plan(file: Path) -> Path:
    """Write a plan in a folder that is made for it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(MINIMUM, encoding="utf-8")
    return file


def test_plans_are_those_of_the_folder_and_of_the_folders_in_it(tmp_path: Path) -> None:
    """By the name of their folder, or their own; with an id that is the same the next time."""
    plan(tmp_path / "antwoorden.yaml")
    plan(tmp_path / "noord" / "antwoorden.yaml")
    plan(tmp_path / "zuid" / "oud.yaml")
    plan(tmp_path / "zuid" / "dieper" / "antwoorden.yaml")
    (tmp_path / "huisstijl.yaml").write_text("kleuren: {}\n", encoding="utf-8")
    found = OpenedFolder.of(tmp_path).plans()
    assert [item.name for item in found] == [tmp_path.name, "noord", str(Path("zuid", "oud"))]
    assert len({item.id for item in found}) == 3
    assert OpenedFolder.of(tmp_path).plans() == found


def test_a_file_that_is_named_is_a_plan_whatever_is_in_it(tmp_path: Path) -> None:
    """And the folder that it is in is open, with its other plans."""
    other, named = plan(tmp_path / "antwoorden.yaml"), tmp_path / "nieuw.yaml"
    named.write_text("# nog niets\n", encoding="utf-8")
    folder = OpenedFolder.of(named)
    assert {item.file for item in folder.plans()} == {other.resolve(), named.resolve()}


def test_a_link_that_leads_out_of_the_folder_is_no_plan(tmp_path: Path) -> None:
    """Nor is one to a folder elsewhere; one to a plan inside the folder is."""
    secret = plan(tmp_path / "elders" / "antwoorden.yaml")
    opened = tmp_path / "map"
    inside = plan(opened / "noord" / "antwoorden.yaml")
    (opened / "antwoorden.yaml").symlink_to(secret)
    (opened / "zuid").symlink_to(secret.parent)
    (opened / "oost.yaml").symlink_to(inside)
    assert {item.file.resolve() for item in OpenedFolder.of(opened).plans()} == {inside.resolve()}


@pytest.mark.parametrize(
    "name", ["", "..", "../elders/antwoorden.yaml", "/etc/passwd", "noord/antwoorden.yaml", "0" * 10]
)
def test_nothing_but_an_id_names_a_plan(tmp_path: Path, name: str) -> None:
    """A path never does, not even that of a plan."""
    plan(tmp_path / "noord" / "antwoorden.yaml")
    plan(tmp_path.parent / "elders" / "antwoorden.yaml")
    with pytest.raises(NoSuchPlanError):
        OpenedFolder.of(tmp_path).file_of(name)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """With what to name instead."""
    with pytest.raises(ProblemsError, match="Noem een map met plannen"):
        OpenedFolder.of(tmp_path / "weg")
