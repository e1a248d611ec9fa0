"""Pictures beside the answers: read as they lie there, and never from anywhere else."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from generator.checks import check
from generator.framework import load_framework
from generator.plan import build
from generator.source import parse
from tests.support.documents import MINIMUM, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.checks import Checked

PICTURES = ROOT / "tests" / "pictures"
LOGO = "beeld: {{logo: {{bestand: '{}', alt: Het logo.}}}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an answer file, and pictures in a folder below it."""
    inside = tmp_path / "plan" / "beeld"
    inside.mkdir(parents=True)
    for picture in PICTURES.iterdir():
        (inside / picture.name).write_bytes(picture.read_bytes())
        (tmp_path / picture.name).write_bytes(picture.read_bytes())
    return tmp_path / "plan"


def checked(folder: Path, text: str) -> Checked:
    """Return an answer file in a folder, checked."""
    return check(parse(MINIMUM + text, str(folder / "antwoorden.yaml")), load_framework())


def png(width: int, height: int) -> bytes:
    """Return a sound picture of one colour."""
    rows = zlib.compress(b"".join(b"\x00" + b"\x00" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


@pytest.mark.parametrize("name", ["plein.png", "plein.jpg"])
def test_a_plan_reaches_the_bytes_of_its_pictures(folder: Path, name: str) -> None:
    """By the key of the group that names them, with their size in pixels."""
    text = f"beeld: {{logo: {{bestand: beeld/{name}, alt: Het logo.}}, fotos: [beeld\\{name}]}}\n"
    found = checked(folder, text)
    assert not found.fouten
    plan = build(found.antwoorden, load_framework(), afbeeldingen=found.afbeeldingen)
    assert [*plan.afbeeldingen] == ["beeld.logo", "beeld.fotos[1]"]
    picture = plan.afbeeldingen["beeld.logo"]
    assert (picture.data, picture.breedte, picture.hoogte) == ((PICTURES / name).read_bytes(), 60, 40)
    assert picture.soort == {"plein.png": "png", "plein.jpg": "jpeg"}[name]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("beeld/plien.png", "staat niet in de map"),
        ("map/plein.png", "staat niet in de map"),
        ("../plein.png", "ligt niet in de map"),
        ("beeld/../../plein.png", "ligt niet in de map"),
        ("/etc/plein.png", "ligt niet in de map"),
        ("C:\\foto\\plein.png", "ligt niet in de map"),
        ("beeld/plein.gif", "geen PNG- of JPEG-bestand"),
        ("beeld", "geen PNG- of JPEG-bestand"),
        ("beeld/map.png", "kan niet worden gelezen"),
        ("beeld/elders.png", "ligt niet in de map"),
        ("beeld/tekst.png", "geen PNG- of JPEG-afbeelding"),
        ("beeld/half.png", "beschadigd of niet volledig"),
        ("beeld/kop.jpg", "beschadigd of niet volledig"),
        ("beeld/groot.png", "te groot"),
        ("beeld/zwaar.png", "groter dan 10 MB"),
    ],
)
def test_a_picture_that_cannot_be_used_is_a_fault_at_its_line(folder: Path, name: str, says: str) -> None:
    """It says what is wrong with the file, and what to do."""
    inside = folder / "beeld"
    (inside / "map.png").mkdir()
    (inside / "elders.png").symlink_to(folder.parent / "plein.png")
    (inside / "tekst.png").write_text("geen afbeelding")
    (inside / "half.png").write_bytes(png(60, 40)[:-12])
    (inside / "kop.jpg").write_bytes(b"\xff\xd8\xff\xe0 en verder niets")
    (inside / "groot.png").write_bytes(png(8000, 1)[:16] + struct.pack(">II", 8000, 8000) + png(8000, 1)[24:])
    (inside / "zwaar.png").write_bytes(png(60, 40) + b"\x00" * 10_000_000)
    found = checked(folder, LOGO.format(name))
    (problem,) = found.fouten
    assert says in problem.melding
    assert (problem.sleutel, problem.regel) == ("beeld.logo.bestand", 3)
    assert found.afbeeldingen == {}


def test_a_picture_whose_name_has_a_slip_is_pointed_out(folder: Path) -> None:
    """The remedy names the file that lies there."""
    (problem,) = checked(folder, LOGO.format("beeld/plien.png")).fouten
    assert problem.oplossing == "Bedoelde je “plein.png”?"


def test_a_picture_needs_words_for_who_cannot_see_it(folder: Path) -> None:
    """Without them a plan for the college is not complete."""
    found = checked(folder, "beeld: {kaart: beeld/plein.png}\n")
    assert "beeld.kaart.alt" in {problem.sleutel for problem in found.open}
