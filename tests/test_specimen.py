"""The specimen of a house style: it shows every role, says which style that is, and is a sound Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from generator.housestyle import find_house_style
from generator.page.vocabulary import VOCABULARY, parse
from generator.problems import ProblemsError
from generator.specimen import make_specimen, sample_answers, specimen_page, write_specimen
from generator.word.opened_house_style import open_word_file
from generator.word.roles import PUBLIC, ROLES
from generator.word.word_report import report
from tests.support.cli import run
from tests.support.documents import body, parts, text_of
from tests.support.templates import build
from tests.support.tools import page_count, pdf_text, to_pdf, validate

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOT_IN_TEXT = {"koptekst", "voettekst", "inhoud_3"}
"""Roles that the house style shows itself, in its own headers and footers."""
KOP = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Hoofdstuk"><w:name w:val="Hoofdstuk"/>'
    '<w:basedOn w:val="Standaard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)
TEMPLATES = {
    "kaal": {},
    "zonder-stijlen": {"styles": None},
    "eigen-kop": {"more_styles": KOP},
    "plek-en-invulplek": {
        "body": "<w:p><w:r><w:t>Gemeente {{ gemeente.naam }}</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{{ inhoud }}</w:t></w:r></w:p><w:p><w:r><w:t>Colofon</w:t></w:r></w:p>",
        "headers": {"default": "<w:p><w:r><w:t>{{ wijk.naam }}</w:t></w:r></w:p>"},
    },
}


def _template(folder: Path, name: str) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(build(**TEMPLATES[name]))
    return path


def _specimen(path: Path) -> bytes:
    return make_specimen(find_house_style(path), sample_answers())


def _used(document: bytes) -> set[str]:
    marks = body(document).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    return {item.get(f"{W}val", "") for item in marks}


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_role_is_shown(name: str, tmp_path: Path) -> None:
    """The style of each role that a plan writes is used in the specimen."""
    path = _template(tmp_path, name)
    used = _used(_specimen(path))
    found = report(open_word_file(path)).styles
    assert set(found) == set(PUBLIC)
    assert {role for role in PUBLIC if found[role].style_id not in used} <= NOT_IN_TEXT


def test_each_role_says_its_style_and_how_it_was_found(tmp_path: Path) -> None:
    """Beside every role stand the name of its style, as a Dutch Word shows it, and the way it was found."""
    document = _specimen(_template(tmp_path, "eigen-kop"))
    shown = [text_of(item) for item in body(document).iter(f"{W}p")]
    assert "Stijl voor kop_1: “Hoofdstuk”, gevonden op overzichtsniveau." in shown
    assert "Stijl voor kop_2: “Kop 2”, gemaakt door wijkplan." in shown
    assert "opsomming_2: “Lijst opsom.teken 2”, gemaakt door wijkplan." in shown
    whole = "\n".join(shown)
    assert all(f"{role}: “" in whole or f"{role}\n“" in whole for role in PUBLIC)


def test_the_page_uses_the_whole_vocabulary(tmp_path: Path) -> None:
    """Every class of block and cell that a plan can have stands in the specimen, so that none goes unseen."""
    path = _template(tmp_path, "kaal")
    page = parse(specimen_page(find_house_style(path), report(open_word_file(path)).styles))
    present = {(str(item.tag), name) for item in page.body.iter() for name in (item.get("class") or "").split()}
    assert {(tag, name) for tag, names in VOCABULARY.items() for name in names} == present
    assert {f"h{level}" for level in range(1, 7)} <= {str(item.tag) for item in page.body.iter()}
    assert len(ROLES) >= len(PUBLIC)


@pytest.mark.parametrize(
    ("file", "name"), [("huisstijl.docx", "gemeente-elzenbeek"), ("Brief en rapport.docx", "Brief en rapport.docx")]
)
def test_a_specimen_says_which_house_style_it_is(file: str, name: str, tmp_path: Path) -> None:
    """A house style in a folder of its own has the name of that folder, any other that of its Word file."""
    place = tmp_path / "gemeente-elzenbeek" / file
    place.parent.mkdir()
    place.write_bytes(build())
    page = html.document_fromstring(specimen_page(find_house_style(place), report(open_word_file(place)).styles))
    assert f" in de huisstijl {name}. " in page.findtext(".//p[@class='intro']")


@pytest.mark.sdk
def test_specimens_are_valid_documents(tmp_path: Path) -> None:
    """The Open XML SDK finds nothing wrong, in the neutral house style and in templates with little of their own."""
    places = [find_house_style(None).word, *(_template(tmp_path, name) for name in TEMPLATES)]
    made = []
    for number, place in enumerate(places):
        made.append(tmp_path / f"proef-{number}.docx")
        made[-1].write_bytes(_specimen(place))
    assert {path.name: errors for path, errors in validate(made).items() if errors} == {}


def test_placeholders_are_filled_with_invented_answers(tmp_path: Path) -> None:
    """The specimen shows what placeholders become, and keeps what stands around the plan."""
    document = _specimen(_template(tmp_path, "plek-en-invulplek"))
    shown = text_of(body(document))
    assert shown.startswith("Gemeente Voorbeeldstad")
    assert shown.endswith("Colofon")
    assert b"Voorbeeldwijk" in parts(document)["word/header_default.xml"]


def test_the_same_house_style_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two specimens of one file do not differ."""
    path = _template(tmp_path, "eigen-kop")
    assert _specimen(path) == _specimen(path)


@pytest.mark.office
@pytest.mark.poppler
def test_libreoffice_shows_it_with_a_page_on_its_side(tmp_path: Path) -> None:
    """The specimen opens, and no text is lost."""
    target = tmp_path / "proef.docx"
    target.write_bytes(_specimen(find_house_style(None).word))
    pdf = to_pdf(target, tmp_path)
    text = " ".join(pdf_text(pdf).split())
    assert page_count(pdf) >= 5
    assert "Een brede tabel op een liggende pagina" in text
    assert [item.get(f"{W}orient") for item in body(target.read_bytes()).iter(f"{W}pgSz")].count("landscape") == 1


@pytest.mark.slow
def test_the_command_writes_it_and_never_over_a_file_of_somebody_else(tmp_path: Path) -> None:
    """A second run replaces our own specimen; another file stays, unless `--forceer` keeps it as a copy."""
    _template(tmp_path, "kaal")
    assert "Gemaakt: proef.docx" in run("huisstijl", "proef", "kaal.docx", cwd=tmp_path)
    run("huisstijl", "proef", "kaal.docx", cwd=tmp_path)
    target = tmp_path / "proef.docx"
    target.write_bytes(b"van mij")
    assert "niet door wijkplan gemaakt" in run("huisstijl", "proef", "kaal.docx", cwd=tmp_path, code=1)
    assert target.read_bytes() == b"van mij"
    assert "proef.docx.bak" in run("huisstijl", "proef", "kaal.docx", "--forceer", cwd=tmp_path)
    assert (tmp_path / "proef.docx.bak").read_bytes() == b"van mij"


def test_a_specimen_is_a_word_file(tmp_path: Path) -> None:
    """A name that promises another kind of file is refused."""
    _template(tmp_path, "kaal")
    assert "-o proef.docx" in run("huisstijl", "proef", "kaal.docx", "-o", "proef.pdf", cwd=tmp_path, code=1)
    assert not (tmp_path / "proef.pdf").exists()


def test_a_file_that_is_no_word_file_gives_a_problem(tmp_path: Path) -> None:
    """What stops a plan stops a specimen, with the same words and nothing written."""
    wrong = tmp_path / "leeg.docx"
    wrong.write_bytes(b"")
    with pytest.raises(ProblemsError, match=r"leeg\.docx"):
        write_specimen(wrong, tmp_path / "proef.docx", forceer=False)
    assert not (tmp_path / "proef.docx").exists()
