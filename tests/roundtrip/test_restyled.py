"""A document that people edited gets another house style: what they did goes along, and the rest is as made in it."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from lxml import etree

from generator.roundtrip.updated import Updated, update_file
from generator.word.package.archive import unpack
from generator.word.package.relationships import relationships_of
from generator.word.provenance import read_ancestor
from tests.roundtrip.test_neem_over import made
from tests.roundtrip.test_werk_bij import texts
from tests.support.cli import run
from tests.support.documents import copy_example
from tests.support.tools import saved_by_office, validate
from tests.support.word_edits import Edited, add_footnote, comment_on, copied, set_cells, set_text, track_insertion, w

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def moved(folder: Path, document: Edited, style: str = "warm", old: str = "", new: str = "") -> Updated:
    """Return a document in another house style, with an answer that changed."""
    answers = copy_example("molenkwartier", folder)
    answers.write_text(answers.read_text("utf-8").replace(old, new, 1) if old else answers.read_text("utf-8"), "utf-8")
    path = folder / "plan.docx"
    path.write_bytes(document.data)
    updated, _ = update_file(path, answers, huisstijl=Path(style))
    return updated


def styles(data: bytes) -> list[str]:
    """Return the style of every paragraph that has one."""
    return [item.get(w("val")) for item in Edited(data).root.iter(w("pStyle"))]


def with_picture(document: Edited, tag: str) -> None:
    """Paste a picture in the paragraph of a control."""
    document.parts["word/media/foto.png"] = PICTURE
    rels = etree.fromstring(document.parts["word/_rels/document.xml.rels"])
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    etree.SubElement(
        rels, f"{{{etree.QName(rels).namespace}}}Relationship", Id="rId901", Type=kind, Target="media/foto.png"
    )
    document.parts["word/_rels/document.xml.rels"] = etree.tostring(rels)
    drawing = copied(next(item for item in document.root.iter(w("drawing")) if item.find(".//{*}blip") is not None))
    drawing.find(".//{*}blip").set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", "rId901"
    )
    etree.SubElement(document.paragraph(tag), w("r")).append(drawing)


def worked_on() -> Edited:
    """Return a document with every kind of work of people in it."""
    document = Edited(made())
    document.say("wijk.afbakening", "Het hele gebied, met de haven.")
    own = copied(document.paragraph("wijk.aanleiding"))
    set_text(own, "Deze alinea schreven wij zelf.")
    document.control("wijk.aanleiding").addnext(own)
    row = document.row("wijk.krachtenveld[1].partij")
    pasted = copied(row, with_tags=False)
    set_cells(pasted, ["Huurdersraad", "informeel", "wonen", "meedenken"])
    row.addnext(pasted)
    comment_on(document, "wijk.aanleiding", "Klopt dit?", "Els")
    with_picture(document, "wijk.aanleiding")
    return document


@pytest.mark.parametrize("style", ["warm", "fris"])
def test_a_document_that_nobody_edited_equals_one_made_in_the_style(tmp_path: Path, style: str) -> None:
    """It has the words, the styles and the looks of a new one, and says that it was made in that style."""
    updated = moved(tmp_path, Edited(made()), style)
    assert texts(updated.data) == texts(made(huisstijl=style))
    assert styles(updated.data) == styles(made(huisstijl=style))
    assert Edited(updated.data).parts["word/styles.xml"] == Edited(made(huisstijl=style)).parts["word/styles.xml"]
    ancestor = read_ancestor(unpack(updated.data))
    assert ancestor is not None
    assert ancestor.made_from.house_style == style
    assert updated.move is not None
    assert (updated.move.meegenomen, updated.move.achtergebleven) == (0, [])


def test_what_people_did_goes_along(tmp_path: Path) -> None:
    """A changed paragraph, one of their own, a pasted row, a comment and a picture stand in the new style."""
    updated = moved(tmp_path, worked_on(), "warm", "inwoners: 5840", "inwoners: 6001")
    said = texts(updated.data)
    assert {"Het hele gebied, met de haven.", "Deze alinea schreven wij zelf.", "Huurdersraad"} <= set(said)
    assert "6.001" in " ".join(said)
    assert "6.001" not in " ".join(texts(updated.data, reject=True))
    result = Edited(updated.data)
    related = relationships_of(result.parts, "word/document.xml")
    comments = next(result.parts[item.target] for item in related if item.kind == "comments")
    assert "Klopt dit?" in comments.decode()
    assert next(result.paragraph("wijk.aanleiding").iter(w("commentReference")), None) is not None
    assert PICTURE in [result.parts[item.target] for item in related if item.kind == "image"]
    assert updated.move is not None
    assert updated.move.achtergebleven == []
    known = {item.get(w("styleId")) for item in etree.fromstring(result.parts["word/styles.xml"]).iter(w("style"))}
    assert set(styles(updated.data)) <= known


def test_what_people_moved_or_deleted_stays_so(tmp_path: Path) -> None:
    """A paragraph that was taken out does not come back, and one that was moved stands where it was put."""
    document = Edited(made())
    gone = document.control("wijk.afbakening")
    gone.getparent().remove(gone)
    goes = document.paragraph("besluit.beslispunten[5]")
    document.control("wijk.aanleiding").addnext(goes)
    said = texts(moved(tmp_path, document, "fris").data)
    assert "Het gebied tussen het kanaal" not in " ".join(said)
    words = texts(document.data)
    last = words.index("".join(goes.itertext(w("t"))))
    assert said[said.index(words[last - 1]) + 1] == words[last]


def test_a_list_of_people_keeps_its_signs(tmp_path: Path) -> None:
    """A list with signs that the new style does not have comes along with them."""
    document = Edited(made())
    lists = etree.fromstring(document.parts["word/numbering.xml"])
    signs = copied(next(lists.iter(w("abstractNum"))))
    signs.set(w("abstractNumId"), "90")
    level = next(signs.iter(w("lvl")))
    level.find(w("numFmt")).set(w("val"), "bullet")
    level.find(w("lvlText")).set(w("val"), "→")
    lists.insert(0, signs)
    own = etree.SubElement(lists, w("num"))
    own.set(w("numId"), "900")
    etree.SubElement(own, w("abstractNumId")).set(w("val"), "90")
    document.parts["word/numbering.xml"] = etree.tostring(lists)
    point = copied(document.paragraph("wijk.aanleiding"))
    set_text(point, "Ons eigen punt.")
    properties = point.find(w("pPr"))
    numbered = etree.SubElement(properties, w("numPr"))
    etree.SubElement(numbered, w("ilvl")).set(w("val"), "0")
    etree.SubElement(numbered, w("numId")).set(w("val"), "900")
    document.control("wijk.aanleiding").addnext(point)
    result = Edited(moved(tmp_path, document).data)
    found = next(item for item in result.root.iter(w("p")) if "".join(item.itertext(w("t"))) == "Ons eigen punt.")
    number = next(found.iter(w("numId"))).get(w("val"))
    lists = etree.fromstring(result.parts["word/numbering.xml"])
    there = next(item for item in lists.iter(w("num")) if item.get(w("numId")) == number)
    signs = next(
        item
        for item in lists.iter(w("abstractNum"))
        if item.get(w("abstractNumId")) == there.find(w("abstractNumId")).get(w("val"))
    )
    assert next(signs.iter(w("lvlText"))).get(w("val")) == "→"


def test_an_open_tracked_change_stays_one(tmp_path: Path) -> None:
    """With the changes rejected the words of the reader are not there."""
    document = Edited(made())
    track_insertion(document.paragraph("wijk.afbakening"), " En de haven.", "Els")
    data = moved(tmp_path, document).data
    assert any(text.endswith("En de haven.") for text in texts(data))
    assert not any(text.endswith("En de haven.") for text in texts(data, reject=True))


def test_what_cannot_go_along_is_said_by_name(tmp_path: Path) -> None:
    """A header that somebody changed is that of the new style, and the command says so."""
    document = Edited(made())
    name = next(name for name in sorted(document.parts) if name.startswith("word/footer"))
    footer = etree.fromstring(document.parts[name])
    paragraph = next(footer.iter(w("p")))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = "Vertrouwelijk"
    document.parts[name] = etree.tostring(footer)
    answers = copy_example("molenkwartier", tmp_path)
    (tmp_path / "plan.docx").write_bytes(document.data)
    said = run("werk-bij", tmp_path / "plan.docx", answers, "--huisstijl", "warm", cwd=tmp_path)
    assert "Het document heeft nu de nieuwe huisstijl." in said
    assert "Niet meegegaan: de eigen kop- of voettekst" in said
    assert "Vertrouwelijk" in said


def test_an_unknown_style_is_a_fault(tmp_path: Path) -> None:
    """The document stays as it was."""
    answers = copy_example("molenkwartier", tmp_path)
    path = tmp_path / "plan.docx"
    path.write_bytes(made())
    assert "paars" in run("werk-bij", path, answers, "--huisstijl", "paars", cwd=tmp_path, code=1)
    assert path.read_bytes() == made()


def test_its_own_style_is_no_move(tmp_path: Path) -> None:
    """Then nothing changes."""
    document = Edited(made())
    updated = moved(tmp_path, document, "neutraal")
    assert updated.move is None
    assert Edited(updated.data).parts == document.parts


@pytest.mark.office
@pytest.mark.slow
def test_a_document_that_libreoffice_saved_moves_too(tmp_path: Path) -> None:
    """A note at the foot of the page goes along, a chart has its new figures, and nothing is said to stay behind."""
    document = Edited(made())
    document.say("gemeente.basisteam", "De Kreken")
    add_footnote(document, "wijk.afbakening", "Zie de kaart van de buurt.")
    path = tmp_path / "plan.docx"
    path.write_bytes(document.data)
    saved = Edited(saved_by_office(path, tmp_path / "uit"))
    updated = moved(tmp_path, saved, old="wijk: 6.1,", new="wijk: 7.9,")
    parts = Edited(updated.data).parts
    (notes,) = (etree.fromstring(data) for name, data in parts.items() if "footnotes" in name and "rels" not in name)
    assert "Zie de kaart van de buurt." in "".join(notes.itertext())
    assert "De Kreken" in " ".join(texts(updated.data))
    assert any(b"<c:v>7.9</c:v>" in data for data in parts.values())
    assert updated.move is not None
    assert updated.move.achtergebleven == []


@pytest.mark.sdk
@pytest.mark.parametrize("style", ["warm", "fris"])
def test_the_document_is_sound(tmp_path: Path, style: str) -> None:
    """The validator finds nothing."""
    target = tmp_path / "over.docx"
    target.write_bytes(moved(tmp_path, worked_on(), style, "inwoners: 5840", "inwoners: 6001").data)
    assert validate([target]) == {target: []}
