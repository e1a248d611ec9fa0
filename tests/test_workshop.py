"""What plans share in one workshop: nothing is opened twice, nothing of one plan shows in another, and changes show."""

from __future__ import annotations

import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_cache_path

from generator.documents import Draft, make_document
from generator.housestyle import HouseStyleFiles, built_in_styles, find_house_style
from generator.kept import Kept, file_stamp
from generator.pipeline import generate, make_page
from generator.problems import ProblemsError
from generator.resources import neutral_house_style
from generator.workshop import Workshop
from tests.support.documents import MINIMUM, ROOT, body, checked, copy_example, text_of
from tests.support.templates import build
from tests.word.frame.helpers import p

if TYPE_CHECKING:
    from pathlib import Path

PLACEHOLDERS = build(body=p("Voor {{ wijk.naam }}") + p("{{ inhoud }}"), headers={"default": p("{{ gemeente.naam }}")})
EXAMPLES = tuple(
    (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")
    for name in ("molenkwartier", "stationsbuurt", "helmond")
)


def page(workshop: Workshop, folder: Path, text: str = MINIMUM) -> str:
    """Return the page in the house style of a folder."""
    return make_page(checked(text), find_house_style(folder), workshop=workshop)


def document(workshop: Workshop, style: HouseStyleFiles, text: str = MINIMUM) -> bytes:
    """Return the Word document in a house style."""
    answers = checked(text)
    return make_document(Draft(make_page(answers, style, workshop=workshop), style, answers, workshop), "docx")


def override(folder: Path, text: str) -> Path:
    """Write a template of the house style in this folder in place of the introduction, and return it."""
    place = folder / "sjablonen" / "hoofdstukken" / "inleiding.html.j2"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


def test_a_template_that_was_changed_added_or_taken_away_shows_in_the_next_plan(tmp_path: Path) -> None:
    """A server need not be started anew for a house style that somebody works on."""
    workshop = Workshop()
    place = override(tmp_path, "<p>Eerste</p>")
    assert "<p>Eerste</p>" in page(workshop, tmp_path)
    override(tmp_path, '{% include "eigen.html.j2" %}')
    helper = tmp_path / "sjablonen" / "eigen.html.j2"
    helper.write_text("<p>Tweede</p>", encoding="utf-8")
    assert "<p>Tweede</p>" in page(workshop, tmp_path)
    helper.write_text("<p>Derde!</p>", encoding="utf-8")
    assert "<p>Derde!</p>" in page(workshop, tmp_path)
    helper.unlink()
    place.unlink()
    assert page(workshop, tmp_path) == page(Workshop(), tmp_path)
    override(tmp_path, "<p>Vierde</p>")
    assert "<p>Vierde</p>" in page(workshop, tmp_path)


def test_a_word_file_that_was_changed_shows_in_the_next_plan(tmp_path: Path) -> None:
    """Also when it was broken for a while."""
    file = tmp_path / "huisstijl.docx"
    style, workshop = HouseStyleFiles(file), Workshop()
    file.write_bytes(build(body=p("Van vroeger") + p("{{ inhoud }}")))
    assert text_of(body(document(workshop, style))).startswith("Van vroeger")
    file.write_bytes(b"kapot")
    with pytest.raises(ProblemsError):
        document(workshop, style)
    file.write_bytes(build(body=p("Van nu") + p("{{ inhoud }}")))
    assert text_of(body(document(workshop, style))).startswith("Van nu")


def test_a_word_file_is_opened_once_for_all_plans(tmp_path: Path) -> None:
    """The second plan is made where the bytes on the disk can no longer be read as a Word file."""
    file, workshop = tmp_path / "huisstijl.docx", Workshop()
    file.write_bytes(PLACEHOLDERS)
    style = HouseStyleFiles(file)
    first, opened = document(workshop, style), workshop.word_file(file)
    found = file.stat()
    with file.open("r+b") as stream:
        stream.write(b"x" * found.st_size)
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert document(workshop, style) == first
    assert workshop.word_file(file) is opened


def test_no_plan_shows_anything_of_an_earlier_one(tmp_path: Path) -> None:
    """Plans from one workshop are those from a workshop each, in whatever order: house style, words and answers."""
    file = tmp_path / "huisstijl.docx"
    file.write_bytes(PLACEHOLDERS)
    styles = [HouseStyleFiles(file), *(find_house_style(place) for place in built_in_styles().values())]
    asked = [(style, text) for style in styles for text in (*EXAMPLES, MINIMUM)]
    apart = [document(Workshop(), *item) for item in asked]
    workshop = Workshop()
    assert [document(workshop, *item) for item in asked] == apart
    assert [document(workshop, *item) for item in reversed(asked)] == apart[::-1]


def test_plans_that_are_made_at_the_same_time_keep_their_own_words(tmp_path: Path) -> None:
    """Macros, which see no plan, use the words of the plan that they print."""
    for word in ("Een", "Twee"):
        (tmp_path / word).mkdir()
        (tmp_path / word / "huisstijl.yaml").write_text(f"woorden: {{nog_in_te_vullen: {word}}}\n", encoding="utf-8")
    workshop = Workshop()
    with ThreadPoolExecutor(4) as pool:
        words = ["Een", "Twee"] * 8
        pages = list(pool.map(lambda word: page(workshop, tmp_path / word), words))
    for word, other, found in zip(words, words[1:] + words[:1], pages, strict=True):
        assert f"[{word}: " in found
        assert f"[{other}: " not in found


def test_a_batch_makes_in_one_workshop_what_single_commands_make(tmp_path: Path) -> None:
    """`generate` takes the workshop of who makes more plans."""
    workshop = Workshop()
    copy_example("molenkwartier", tmp_path)  # for its pictures
    for number, text in enumerate(EXAMPLES):
        answers = tmp_path / f"{number}.yaml"
        answers.write_text(text, encoding="utf-8")
        generate(answers, tmp_path / f"{number}-samen.docx", workshop=workshop)
        generate(answers, tmp_path / f"{number}-apart.docx")
        assert (tmp_path / f"{number}-samen.docx").read_bytes() == (tmp_path / f"{number}-apart.docx").read_bytes()


def test_only_so_much_is_kept(tmp_path: Path) -> None:
    """What was used longest ago is made again when it is asked for; what changed or is not there, always."""
    made: list[str] = []
    kept = Kept(lambda name: made.append(name) or name, lambda name: file_stamp(tmp_path / name), most=2)
    for name in "abc":
        (tmp_path / name).touch()
    for name in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(name) == name
    assert made == ["a", "b", "c", "b"]
    (tmp_path / "b").write_text("anders", encoding="utf-8")
    assert [kept.get("b"), kept.get("weg"), kept.get("weg")] == ["b", "weg", "weg"]
    assert made[4:] == ["b", "weg", "weg"]


def test_each_python_has_compiled_templates_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else two of them would throw away what the other compiled, at every plan."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    page(Workshop(), neutral_house_style())
    folders = [place for place in user_cache_path("wijkplan").iterdir() if place.is_dir()]
    (name,) = [place.name for place in folders]
    assert name.startswith(f"sjablonen-{sys.implementation.cache_tag}-")
    assert any(folders[0].iterdir())
    shutil.rmtree(folders[0])


def test_compiled_templates_that_were_cut_short_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that was full leaves half a file, which stops no plan; nor does a place where nothing can be kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    whole = page(Workshop(), neutral_house_style())
    kept = [place for place in tmp_path.rglob("*") if place.is_file()]
    assert kept
    for place in kept:
        place.write_bytes(place.read_bytes()[:60])
    assert page(Workshop(), neutral_house_style()) == whole
    assert all(len(place.read_bytes()) > 60 for place in kept)
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept[0]))  # a file, in which no folder can be
    assert page(Workshop(), neutral_house_style()) == whole
