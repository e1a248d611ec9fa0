"""A whole round as the guide tells it: from a draft to its update, with readers in between."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.roundtrip.updated import brought_up_to_date
from tests.roundtrip.test_laws import answers, made, remade, texts
from tests.support.cli import run
from tests.support.documents import ROOT, copy_example
from tests.support.word_edits import Edited, comment_on, copied, set_cells, set_text, track_insertion, w

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_a_round_from_a_draft_to_its_update(tmp_path: Path) -> None:
    """Three edits and a pasted row, two readers, a new answer: all of it is there at the end, and told."""
    text = answers("molenkwartier")
    copy_example("molenkwartier", tmp_path)
    (tmp_path / "eerst.yaml").write_text(text, "utf-8")

    own = Edited(made(text))
    own.say("wijk.afbakening", "Het hele gebied, met de haven.")
    own.say("document.versie", "0.9")
    added = copied(own.paragraph("wijk.aanleiding"), with_tags=False)
    set_text(added, "Deze alinea schreven wij zelf.")
    own.control("wijk.aanleiding").addnext(added)
    row = own.row("wijk.krachtenveld[1].partij")
    pasted = copied(row, with_tags=False)
    set_cells(pasted, ["Huurdersraad", "informeel", "wonen", "meedenken"])
    row.addnext(pasted)
    (tmp_path / "plan.docx").write_bytes(own.data)

    anna, bram = Edited(own.data), Edited(own.data)
    comment_on(anna, "wijk.afbakening", "Hoort het eiland er ook bij?", "Anna Bos")
    anna.say("gemeente.basisteam", "De Kreken")
    track_insertion(bram.paragraph("wijk.aanleiding"), " En trots.", "Bram Kok")
    for name, document in {"anna": anna, "bram": bram}.items():
        (tmp_path / f"{name}.docx").write_bytes(document.data)

    assert "reacties" in run("reacties", "plan.docx", "anna.docx", "bram.docx", cwd=tmp_path)
    note = " ".join(texts((tmp_path / "reactienota.docx").read_bytes()))
    assert all(words in note for words in ("Hoort het eiland er ook bij?", "De Kreken", "trots", "Bram Kok"))

    run("neem-over", "plan.docx", "anna.docx", "bram.docx", "antwoorden.yaml", "--schrijf", cwd=tmp_path)
    taken = (tmp_path / "antwoorden.yaml").read_text("utf-8")
    assert all(words in taken for words in ("met de haven", "0.9", "Huurdersraad", "De Kreken", "En trots."))
    (tmp_path / "antwoorden.yaml").write_text(taken.replace("inwoners: 5840", "inwoners: 6001"), "utf-8")

    shutil.copy(tmp_path / "plan.docx", tmp_path / "plan-toen.docx")
    run("werk-bij", "plan.docx", "antwoorden.yaml", cwd=tmp_path)
    updated = (tmp_path / "plan.docx").read_bytes()
    said = texts(updated)
    assert "Deze alinea schreven wij zelf." in said
    assert [line for line in said if "Huurdersraad" in line] == ["Huurdersraad"]
    assert any("6.001" in line for line in said)
    assert any("De Kreken" in line for line in said)
    assert texts(updated, reject=True) == texts(own.data)

    found = json.loads(run("vergelijk", "eerst.yaml", "plan.docx", "--json", cwd=tmp_path))
    changed = {line["wat"] for part in found["onderdelen"] for line in part["regels"]}
    assert {"krachtenveld: Huurdersraad", "inwoners", "afbakening"} <= changed


def test_new_words_of_the_framework_come_in() -> None:
    """A template that says something else now: what nobody touched says it too, what people wrote stays."""
    text = answers("stationsbuurt")
    document = Edited(made(text))
    document.say("wijk.aanleiding", "Dit schreven wij zelf.")
    fresh = Edited(made(text))
    paragraph = next(
        item
        for item in fresh.root.iter(w("p"))
        if "in dit hoofdstuk" in "".join(t.text or "" for t in item.iter(w("t"))).casefold()
    )
    set_text(paragraph, "Nieuwe woorden van het kader.")
    again = remade(text)
    updated = brought_up_to_date(document.data, again, fresh.data)
    said = texts(updated.data)
    assert "Nieuwe woorden van het kader." in said
    assert "Dit schreven wij zelf." in said


@pytest.mark.slow
def test_a_new_version_of_the_program_with_another_framework_comes_in(tmp_path: Path) -> None:
    """A program with a new framework and a new template says so in the edited plan, as changes one can refuse."""
    copy_example("stationsbuurt", tmp_path)
    own = Edited(made(answers("stationsbuurt")))
    own.say("wijk.aanleiding", "Dit schreven wij zelf.")
    (tmp_path / "plan.docx").write_bytes(own.data)
    newer = _newer_program(tmp_path / "nieuwer")

    told = run("toon", "plan.docx", cwd=tmp_path, PYTHONPATH=str(newer))
    run("werk-bij", "plan.docx", "antwoorden.yaml", cwd=tmp_path, PYTHONPATH=str(newer))
    updated = (tmp_path / "plan.docx").read_bytes()
    said = "\n".join(texts(updated))
    assert "De bouwstenen tonen in volgorde welke randvoorwaarden" in said
    assert "Niemand lost dat alleen op." in said
    assert "Dit schreven wij zelf." in said
    assert texts(updated, reject=True) == texts(own.data)
    assert "1.1" in told
    assert "9.9" in run("toon", "plan.docx", cwd=tmp_path, PYTHONPATH=str(newer))


def _newer_program(folder: Path) -> Path:
    """Make a copy of the program as a later version could be: with another sentence in framework and template."""
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    framework = (ROOT / "framework.yaml").read_text("utf-8")
    framework = framework.replace('versie: "1.1"', 'versie: "9.9"', 1)
    framework = framework.replace(
        "De bouwstenen laten stap voor stap zien welke", "De bouwstenen tonen in volgorde welke"
    )
    (folder / "framework.yaml").write_text(framework, "utf-8")
    template = folder / "templates" / "plan" / "hoofdstukken" / "inleiding.html.j2"
    words = template.read_text("utf-8").replace(
        "Geen enkele organisatie lost dat alleen op.", "Niemand lost dat alleen op."
    )
    template.write_text(words, "utf-8")
    return folder
