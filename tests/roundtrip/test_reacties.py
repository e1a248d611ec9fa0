"""The note with reactions holds all that readers said and changed, each with who said it and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.roundtrip.document_text import read_document
from generator.roundtrip.reaction_note import write_note
from generator.roundtrip.text_blocks import TextTable
from tests.roundtrip.test_neem_over import EXAMPLE, made
from tests.roundtrip.test_survives import delete_chapter
from tests.support.cli import run
from tests.support.tools import validate
from tests.support.word_edits import Edited, comment_on, copied, set_cells, track_insertion


@pytest.fixture
def round_of(tmp_path: Path) -> dict[str, Path]:
    """Return a plan and what two readers sent back."""
    plan = Edited(made())
    anna, bram = Edited(made()), Edited(made())
    comment_on(anna, "wijk.afbakening", "Hoort de haven er ook bij?", "Anna Bos")
    anna.say("gemeente.basisteam", "De Kreken")
    bram.say("gemeente.basisteam", "De Beemden")
    track_insertion(bram.paragraph("wijk.afbakening"), " En de haven.", "Bram Kok")
    row = bram.row("wijk.krachtenveld[1].partij")
    pasted = copied(row, with_tags=False)
    set_cells(pasted, ["Huurdersraad", "informeel", "wonen", "meedenken"])
    row.addnext(pasted)
    paths = {}
    for name, document in {"plan": plan, "anna": anna, "bram": bram}.items():
        paths[name] = tmp_path / f"{name}.docx"
        paths[name].write_bytes(document.data)
    return paths


def test_every_reaction_is_in_the_note(round_of: dict[str, Path], tmp_path: Path) -> None:
    """A comment, two changes of one place, a tracked change and a row that was pasted."""
    target = tmp_path / "nota.docx"
    found, _ = write_note(round_of["plan"], [round_of["anna"], round_of["bram"]], target)
    rows = [
        row.text
        for block in read_document(target.read_bytes()).blocks
        if isinstance(block, TextTable)
        for row in block.rows
        if not row.is_head
    ]
    assert len(rows) == len(found)
    said = "\n".join(rows)
    assert "Anna Bos" in said
    assert "Hoort de haven er ook bij?" in said
    assert "Bram Kok" in said
    assert "Wordt: De Kreken" in said
    assert "Wordt: De Beemden" in said
    assert "Nieuw: Huurdersraad | informeel" in said


def test_what_two_readers_changed_in_one_place_stands_together(round_of: dict[str, Path], tmp_path: Path) -> None:
    """No other reaction stands between them."""
    found, _ = write_note(round_of["plan"], [round_of["anna"], round_of["bram"]], tmp_path / "nota.docx")
    places = [item.place for item in found if item.becomes.startswith("De ")]
    assert len(places) == 2
    assert places[0] == places[1]
    assert [item.place for item in found] == sorted(item.place for item in found)


def test_our_own_comments_are_no_reactions(tmp_path: Path) -> None:
    """A document that came back as it was has no reactions, though it holds comments of the program."""
    path = tmp_path / "plan.docx"
    path.write_bytes(made())
    found, _ = write_note(path, [path], tmp_path / "nota.docx")
    assert found == []


def test_a_chapter_that_was_taken_away_is_one_reaction(tmp_path: Path) -> None:
    """It says which, and how much stood in it; of a paragraph that was taken away it has the words."""
    plan, edited = tmp_path / "plan.docx", Edited(made())
    plan.write_bytes(edited.data)
    delete_chapter(edited)
    paragraph = edited.paragraph("wijk.afbakening")
    paragraph.getparent().remove(paragraph)
    reader = tmp_path / "anna.docx"
    reader.write_bytes(edited.data)
    found, _ = write_note(plan, [reader], tmp_path / "nota.docx")
    border, chapter = found
    assert border.was.startswith("Het gebied tussen het kanaal")
    assert (chapter.chapter, chapter.who) == ("Risico’s", "anna")
    assert re.fullmatch(r"het hele hoofdstuk “Risico’s”, met \d+ alinea’s en \d+ tabel(len)?", chapter.was)


def test_no_placeholder_of_the_house_style_stays(round_of: dict[str, Path], tmp_path: Path) -> None:
    """The header names the neighbourhood; where the plan does not say its answers, the header says nothing of them."""
    for has_answers in (True, False):
        if not has_answers:
            round_of["plan"].write_bytes(Edited(round_of["plan"].read_bytes()).without_ancestor().data)
        target = tmp_path / f"nota-{has_answers}.docx"
        write_note(round_of["plan"], [round_of["anna"]], target, Path("warm"))
        parts = Edited(target.read_bytes()).parts
        edges = "".join(data.decode() for name, data in parts.items() if "header" in name or "footer" in name)
        assert "{{" not in edges
        assert ("wijk Molenkwartier" in edges) is has_answers


@pytest.mark.sdk
def test_the_note_is_sound(round_of: dict[str, Path], tmp_path: Path) -> None:
    """The validator finds nothing in it."""
    target = tmp_path / "nota.docx"
    write_note(round_of["plan"], [round_of["anna"], round_of["bram"]], target)
    assert validate([target]) == {target: []}


def test_the_command_writes_it_beside_the_plan(round_of: dict[str, Path]) -> None:
    """It counts the reactions."""
    folder = round_of["plan"].parent
    said = run("reacties", "plan.docx", "anna.docx", "bram.docx", cwd=folder)
    assert "reactienota.docx: 5 reacties" in said
    assert (folder / "reactienota.docx").exists()


def test_a_document_shows_what_it_was_made_from(tmp_path: Path) -> None:
    """Versions and counts, and on request the answers, exactly as they were."""
    path = tmp_path / "plan.docx"
    path.write_bytes(made())
    assert "soort document:   plan" in run("toon", path, cwd=tmp_path)
    run("toon", path, "-o", "terug.yaml", cwd=tmp_path)
    assert (tmp_path / "terug.yaml").read_bytes() == EXAMPLE.read_bytes()


def test_a_document_without_it_says_so(tmp_path: Path) -> None:
    """The message tells what may have happened."""
    path = tmp_path / "plan.docx"
    path.write_bytes(Edited(made()).without_ancestor().data)
    assert "zegt niet waaruit het is gemaakt" in run("toon", path, cwd=tmp_path, code=1)


def test_two_readers_whose_files_have_one_name_are_both_heard(round_of: dict[str, Path], tmp_path: Path) -> None:
    """Each is called by the folder of the file too, so that it is clear who changed what."""
    copies = []
    for name in ("anna", "bram"):
        (tmp_path / f"van {name}").mkdir()
        copies.append(round_of[name].rename(tmp_path / f"van {name}" / "plan.docx"))
    found, _ = write_note(round_of["plan"], copies, tmp_path / "nota.docx")
    changed = {item.becomes: item.who for item in found if item.becomes.startswith("De ")}
    assert changed == {"De Kreken": "van anna/plan", "De Beemden": "van bram/plan"}
