"""`wijkplan herstel`: shows what it would mend, writes only that, and keeps every other sign of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.cli import run

if TYPE_CHECKING:
    from pathlib import Path

TYPED = (
    "# Onze wijk  \ngemeente: {naam: 's-Hertogenbosch}   # met apostrof\nwijk:\n  naam: 't Zand\n"
    "\u00a0\u00a0aanleiding: Plek #1\n  inwoners: 5 \n"
)
MENDED = (
    '# Onze wijk  \ngemeente: {naam: "\'s-Hertogenbosch"}   # met apostrof\nwijk:\n  naam: "\'t Zand"\n'
    '  aanleiding: "Plek #1"\n  inwoners: 5 \n'
)


def _file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "antwoorden.yaml"
    file.write_bytes(text.encode(encoding))
    return file


def test_without_schrijf_nothing_is_written(tmp_path: Path) -> None:
    """Each line shows as it was and as it becomes, invisible signs by name; the file stays as it is."""
    file = _file(tmp_path, TYPED)
    said = run("herstel", "antwoorden.yaml", cwd=tmp_path, code=1)
    assert "Te herstellen (3)" in said
    assert "regel 4: Deze tekst begint met een apostrof." in said
    assert "was:     naam: 't Zand" in said
    assert 'wordt:   naam: "\'t Zand"' in said
    assert "‹vaste spatie›‹vaste spatie›aanleiding: Plek #1" in said
    assert "wijkplan herstel antwoorden.yaml --schrijf" in said
    assert file.read_bytes() == TYPED.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["antwoorden.yaml"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_is_written_differs_in_the_mended_lines_only(tmp_path: Path, encoding: str, end: str) -> None:
    """Line ends, byte order mark, encoding, remarks and blanks at the end of a line stay; the old file is kept."""
    file = _file(tmp_path, TYPED.replace("\n", end), encoding)
    before = file.read_bytes()
    assert "3 regels hersteld." in run("herstel", file, "--schrijf", cwd=tmp_path)
    assert file.read_bytes() == MENDED.replace("\n", end).encode(encoding)
    assert (tmp_path / "antwoorden.yaml.bak").read_bytes() == before


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path) -> None:
    """What is mended stays mended, and no second copy is made."""
    file = _file(tmp_path, TYPED)
    run("herstel", file, "--schrijf", cwd=tmp_path)
    assert "niets" in run("herstel", file, "--schrijf", cwd=tmp_path)
    assert file.read_text(encoding="utf-8") == MENDED
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antwoorden.yaml", "antwoorden.yaml.bak"]


def test_what_is_not_certain_is_named_and_stays(tmp_path: Path) -> None:
    """A key that stands twice, and a line that belongs nowhere, are for the adviser; the rest is mended."""
    file = _file(tmp_path, TYPED + "  inwoners: 6\n")
    said = run("herstel", file, "--schrijf", cwd=tmp_path, code=1)
    assert "Dit kun je alleen zelf herstellen (1)" in said
    assert "staat hier dubbel" in said
    assert file.read_text(encoding="utf-8") == MENDED + "  inwoners: 6\n"


def test_checking_points_at_it_where_it_helps(tmp_path: Path) -> None:
    """`controleer` says how many lines can be mended, and nothing of it where none can."""
    file = _file(tmp_path, TYPED)
    said = run("controleer", file, cwd=tmp_path, code=1)
    assert f"3 regels kan wijkplan voor je herstellen: wijkplan herstel {file}" in said
    file.write_text("gemeente: {naam: A}\nwijk: {naam: B, inwoners: veel}\n", encoding="utf-8")
    assert "herstellen:" not in run("controleer", file, cwd=tmp_path, code=1)


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """Nothing is made of nothing."""
    assert "bestaat niet" in run("herstel", "weg.yaml", "--schrijf", cwd=tmp_path, code=1)
    assert not list(tmp_path.iterdir())
