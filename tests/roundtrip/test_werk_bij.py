"""A document that people edited is brought up to date: what they did stays, and what nobody touched becomes new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.documents import Output
from generator.pipeline import generate
from generator.roundtrip.document_text import read_document
from generator.roundtrip.drawing_renewal import CHART, PICTURE, figures
from generator.roundtrip.updated import Updated, update_file
from generator.word.package.relationships import relationships_of
from tests.roundtrip.test_neem_over import made
from tests.support.cli import run
from tests.support.documents import copy_example
from tests.support.tools import validate
from tests.support.word_edits import Edited, copied, set_cells, set_text, w

if TYPE_CHECKING:
    from pathlib import Path


class Round:
    """A plan that was made, that people edit while the answers change."""

    def __init__(self, folder: Path) -> None:
        """Put the answers and the plan in a folder."""
        self.folder = folder
        self.answers = copy_example("molenkwartier", folder)
        self.edited = Edited(made())

    def answer(self, old: str, new: str) -> None:
        """Change an answer in the file."""
        text = self.answers.read_text("utf-8")
        assert old in text
        self.answers.write_text(text.replace(old, new, 1), "utf-8")

    def update(self, *, direct: bool = False) -> Updated:
        """Bring the document up to date."""
        path = self.folder / "plan.docx"
        path.write_bytes(self.edited.data)
        updated, _ = update_file(path, self.answers, direct=direct)
        return updated

    def anew(self) -> list[str]:
        """Return the text of the plan as it is made anew."""
        return texts(self.anew_data())

    def anew_data(self) -> bytes:
        """Return the plan as it is made anew."""
        target = self.folder / "nieuw.docx"
        generate(self.answers, target, Output(("docx",)))
        return target.read_bytes()


@pytest.fixture
def turn(tmp_path: Path) -> Round:
    """Return a plan of the full example with its answers."""
    return Round(tmp_path)


def texts(data: bytes, *, reject: bool = False) -> list[str]:
    """Return the text of every paragraph with any, tracked changes accepted or rejected."""
    return [paragraph.text for paragraph in read_document(data, reject=reject).paragraphs if paragraph.text]


CHANGES = {
    "a paragraph": ("Het gebied tussen het kanaal, het spoor", "Het gebied tussen het kanaal, de weg"),
    "an amount": ("inwoners: 5840", "inwoners: 6001"),
    "a choice": ("status: deels", "status: niet"),
    "a date": ("datum: 16-2-2026", "datum: 1-4-2026"),
    "an item that is added": (
        "    - De burgemeester aan te wijzen als boegbeeld van de aanpak.\n",
        "    - De burgemeester aan te wijzen als boegbeeld van de aanpak.\n    - Iets nieuws te besluiten.\n",
    ),
    "an item that goes": ("    - De burgemeester aan te wijzen als boegbeeld van de aanpak.\n", ""),
    "a row that is added": (
        "    - {partij: Woonbeek,",
        "    - {partij: Huurdersraad, soort: informeel, belang: wonen, rol: meedenken}\n    - {partij: Woonbeek,",
    ),
    "a figure in a chart": ("wijk: 6.1,", "wijk: 7.9,"),
    "a bold word": ("Bewoners zien dit ook, maar **zij", "Bewoners zien dit **ook**, maar **zij"),
}


def test_with_the_same_answers_nothing_changes(turn: Round) -> None:
    """An update without anything new leaves the file as it is."""
    updated = turn.update()
    assert Edited(updated.data).parts == turn.edited.parts
    assert (updated.merge.bijgewerkt, updated.merge.voorstellen, updated.merge.nieuw) == (0, 0, 0)


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("direct", [False, True], ids=["tracked", "direct"])
def test_a_document_that_nobody_edited_equals_a_new_one(turn: Round, old: str, new: str, direct: bool) -> None:
    """With the changes accepted it says what a new plan says; with them rejected what it said."""
    turn.answer(old, new)
    updated = turn.update(direct=direct)
    assert texts(updated.data) == turn.anew()
    if direct:
        assert Edited(updated.data).root.find(f".//{w('ins')}") is None
    else:
        assert texts(updated.data, reject=True) == texts(made())


def test_what_people_wrote_stays(turn: Round) -> None:
    """A changed paragraph, a new one, a row that was pasted and a chapter that was moved stay."""
    turn.edited.say("wijk.afbakening", "Het hele gebied, met de haven.")
    heading = turn.edited.paragraph("wijk.aanleiding")
    own = copied(heading)
    set_text(own, "Deze alinea schreven wij zelf.")
    turn.edited.control("wijk.aanleiding").addnext(own)
    row = turn.edited.row("wijk.krachtenveld[1].partij")
    pasted = copied(row, with_tags=False)
    set_cells(pasted, ["Huurdersraad", "informeel", "wonen", "meedenken"])
    row.addnext(pasted)
    turn.answer("inwoners: 5840", "inwoners: 6001")
    updated = turn.update()
    said = " ".join(texts(updated.data))
    assert all(
        words in said for words in ("Het hele gebied, met de haven.", "Deze alinea schreven wij zelf.", "Huurdersraad")
    )
    assert "6.001" in said
    assert texts(updated.data, reject=True) == texts(turn.edited.data)
    assert updated.merge.gelaten >= 3


def test_what_both_changed_keeps_the_text_of_people(turn: Round) -> None:
    """The new text of the answers stands beside it in a comment."""
    turn.edited.say("wijk.afbakening", "Het hele gebied, met de haven.")
    turn.answer("Het gebied tussen het kanaal, het spoor", "Het gebied tussen het kanaal, de weg")
    updated = turn.update()
    assert updated.merge.voorstellen >= 1
    assert "Het hele gebied, met de haven." in texts(updated.data)
    assert "Het gebied tussen het kanaal, de weg" in Edited(updated.data).parts["word/comments.xml"].decode()


def test_what_people_deleted_stays_away(turn: Round) -> None:
    """A paragraph that was taken out does not come back."""
    control = turn.edited.control("wijk.afbakening")
    control.getparent().remove(control)
    turn.answer("inwoners: 5840", "inwoners: 6001")
    assert "Het gebied tussen het kanaal" not in " ".join(texts(turn.update().data))


def test_a_document_without_its_ancestor_is_only_commented_on(turn: Round) -> None:
    """What differs is said beside the text, and the text stays."""
    turn.edited.without_ancestor()
    turn.answer("inwoners: 5840", "inwoners: 6001")
    before = texts(turn.edited.data)
    updated = turn.update()
    assert not updated.is_certain
    assert texts(updated.data) == before
    assert "6.001" in Edited(updated.data).parts["word/comments.xml"].decode()


def test_a_new_link_leaves_every_part_where_it_was(turn: Round) -> None:
    """Beside the relationship of a new link, the document finds all its parts as before."""
    turn.answer("Het gebied tussen het kanaal", "Het gebied [op de kaart](https://example.org/kaart) tussen het kanaal")
    updated = turn.update()
    related = relationships_of(Edited(updated.data).parts, "word/document.xml")
    assert "https://example.org/kaart" in {item.target for item in related}
    assert {item.target for item in related if not item.external} <= set(Edited(updated.data).parts)


@pytest.mark.sdk
def test_an_updated_document_is_sound(turn: Round) -> None:
    """The validator finds nothing in a document with every kind of change."""
    for old, new in CHANGES.values():
        turn.answer(old, new)
    turn.edited.say("document.zaaknummer", "Z1")
    turn.answer("zaaknummer: Z2026-00417", "zaaknummer: Z2")
    updated = turn.update()
    target = turn.folder / "bijgewerkt.docx"
    target.write_bytes(updated.data)
    assert validate([target]) == {target: []}


def test_the_command_says_what_it_did(turn: Round) -> None:
    """It counts what is new, what is proposed and what is left; the document as it was is kept."""
    path = turn.folder / "plan.docx"
    turn.edited.say("document.zaaknummer", "Z1")
    path.write_bytes(turn.edited.data)
    turn.answer("inwoners: 5840", "inwoners: 6001")
    said = run("werk-bij", path, turn.answers, cwd=turn.folder)
    assert "1 zelf aangepast en gelaten" in said
    assert "plan.docx.bak" in said
    assert Edited(path.with_name("plan.docx.bak").read_bytes()).parts == turn.edited.parts


def charts(data: bytes) -> list[tuple[list[str], str]]:
    """Return the figures of each chart of a document, with the words for who cannot see it."""
    document = Edited(data)
    return [
        (figures(document.parts, chart), next(chart.iterancestors(w("drawing"))).find(".//{*}docPr").get("descr"))
        for chart in document.root.iter(CHART)
    ]


CHARTS = {
    "other figures": ("wijk: 6.1,", "wijk: 7.9,"),
    "one year less": ("inwoners, wijk: 4.2, gemeente: 2.2, jaar: 2022,", "inwoners, jaar: 2022,"),
    "no chart": ("wijk: 5.3, gemeente: 2.4, jaar: 2023, bron: politie, trend: stijgend}", "jaar: 2023}"),
}


@pytest.mark.parametrize(("old", "new"), CHARTS.values(), ids=CHARTS)
def test_charts_show_the_new_figures(turn: Round, old: str, new: str) -> None:
    """With their workbook and their words; a comment says it, and what a person changed in a chart stays."""
    turn.answer(old, new)
    data = turn.update(direct=True).data
    assert charts(data) == charts(turn.anew_data())
    assert charts(data) != charts(made())
    assert len([name for name in Edited(data).parts if "embeddings/" in name]) == len(charts(data))


def test_a_chart_that_a_person_changed_stays(turn: Round) -> None:
    """A comment says that the answers have other figures."""
    parts = turn.edited.parts
    name = next(name for name in parts if name.startswith("word/charts/c") and b"<c:v>6.1</c:v>" in parts[name])
    parts[name] = parts[name].replace(b"<c:v>6.1</c:v>", b"<c:v>6.2</c:v>")
    turn.answer("wijk: 6.1,", "wijk: 7.9,")
    updated = Edited(turn.update().data)
    assert b"<c:v>6.2</c:v>" in updated.parts[name]
    assert "toont deze grafiek andere cijfers" in updated.parts["word/comments.xml"].decode()


def test_other_headings_let_word_make_the_contents_anew(turn: Round) -> None:
    """Only then: the table of contents is a field of Word."""
    turn.answer("inwoners: 5840", "inwoners: 6001")
    assert b'w:dirty="true"' not in Edited(turn.update().data).parts["word/document.xml"]
    turn.answer("aanduiding: het Molenkwartier", "aanduiding: het Havenkwartier")
    assert b'w:dirty="true"' in Edited(turn.update().data).parts["word/document.xml"]


def map_of(document: Edited) -> str:
    """Return the name of the part that the picture with the map shows."""
    drawing = next(item for item in document.root.iter("{*}docPr") if item.get("descr", "").startswith("Kaart van"))
    (picture,) = drawing.getparent().iter(PICTURE)
    links = relationships_of(document.parts, "word/document.xml")
    return next(item.target for item in links if item.id in picture.attrib.values())


def put_another_map(turn: Round) -> None:
    """Put another picture in the file of the map."""
    folder = turn.answers.parent / "beeld"
    (folder / "kaart.png").write_bytes((folder / "molenplein.png").read_bytes())


def test_a_picture_whose_file_changed_is_replaced(turn: Round) -> None:
    """The new one stands in its place with a comment; the old one is gone from the document."""
    old = map_of(turn.edited)
    put_another_map(turn)
    updated = turn.update()
    document = Edited(updated.data)
    fresh = Edited(turn.anew_data())
    assert document.parts[map_of(document)] == fresh.parts[map_of(fresh)]
    assert (old in document.parts, updated.merge.bijgewerkt, updated.merge.voorstellen) == (False, 1, 0)
    assert "Deze afbeelding is vervangen" in document.parts["word/comments.xml"].decode()
    turn.edited = document
    again = turn.update().merge
    assert (again.bijgewerkt, again.voorstellen) == (0, 0)


def test_a_picture_that_somebody_replaced_stays(turn: Round) -> None:
    """A comment says that there is another one."""
    name = map_of(turn.edited)
    turn.edited.parts[name] = own = turn.edited.parts[name] + b"own"
    put_another_map(turn)
    updated = turn.update()
    document = Edited(updated.data)
    assert document.parts[map_of(document)] == own
    assert (updated.merge.bijgewerkt, updated.merge.voorstellen) == (0, 1)
    assert "staat hier een andere afbeelding" in document.parts["word/comments.xml"].decode()


def test_other_words_for_a_picture_come_along(turn: Round) -> None:
    """Who cannot see it hears the new ones."""
    turn.answer("Kaart van het Molenkwartier.", "Kaart van de hele wijk.")
    updated = turn.update()
    assert 'descr="Kaart van de hele wijk.' in Edited(updated.data).parts["word/document.xml"].decode()
