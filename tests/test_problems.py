"""Problems as data: where they are, how they read, and that they travel whole between processes."""

from __future__ import annotations

import ast
import multiprocessing
import pickle
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from generator.document_kinds import UnknownKindError
from generator.documents import Output
from generator.form.holders import NotUnderstoodError
from generator.housestyle import NoSuchHouseStyleError
from generator.pipeline import generate
from generator.problems import HERE, Location, Melding, ProblemsError, in_file, located
from generator.saving import NotReplacedError
from tests.support.documents import MINIMUM, ROOT

ERRORS = (ProblemsError, NoSuchHouseStyleError, NotReplacedError, NotUnderstoodError, UnknownKindError)


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_is_the_same_after_a_trip_to_another_process(kind: type[ProblemsError]) -> None:
    """Its kind, its problems and its text."""
    error = kind.of([Melding("Dit is mis.", "Doe dat.", Location("a.yaml", 3, 1, "wijk")), Melding("B.", "C.")])
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(back) is kind
    assert back.problems == error.problems
    assert (
        str(back)
        == str(error)
        == "\n  fout: B.\n  → C.\na.yaml, regel 3, kolom 1 (wijk)\n  fout: Dit is mis.\n  → Doe dat."
    )


def test_the_program_has_no_other_errors_for_its_user() -> None:
    """Whatever stops the work is caught in one place; a new kind of error joins the ones tested here.

    What only the program itself hears of is a `LookupError`.
    """
    own = {
        item.name
        for path in (ROOT / "generator").rglob("*.py")
        for item in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(item, ast.ClassDef) and item.name.endswith("Error")
        if [ast.unparse(base) for base in item.bases] != ["LookupError"]
    }
    assert own == {kind.__name__ for kind in ERRORS}
    assert all(issubclass(kind, ProblemsError) for kind in ERRORS)


def test_a_broken_answer_file_does_not_break_a_pool_of_processes(tmp_path: Path) -> None:
    """Each fault comes back as itself, and the work goes on."""
    good, broken = tmp_path / "goed.yaml", tmp_path / "kapot.yaml"
    good.write_text(MINIMUM, encoding="utf-8")
    shutil.copy(ROOT / "tests" / "broken" / "onbekende-sleutels.yaml", broken)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        waiting = [
            pool.submit(generate, broken, tmp_path / "a.docx"),
            pool.submit(generate, good, tmp_path / "b.docx", Output(document="brief")),
            pool.submit(generate, good, tmp_path / "c.docx", huisstijl=Path("bestaatniet")),
            pool.submit(generate, good, tmp_path / "d.docx"),
        ]
        errors = [future.exception() for future in waiting]
    assert [type(error) for error in errors] == [ProblemsError, UnknownKindError, ProblemsError, type(None)]
    assert str(broken) in str(errors[0])
    assert waiting[-1].result().document == tmp_path / "d.docx"
    assert not (tmp_path / "a.docx").exists()


def test_who_opened_the_file_says_where_a_problem_is(tmp_path: Path) -> None:
    """Only of a problem that names no file; the kind of error stays."""
    known = Melding("A.", "B.", Location("x.yaml", 1, 1))
    with pytest.raises(NoSuchHouseStyleError) as caught, located(in_file(tmp_path)):
        raise NoSuchHouseStyleError.of([known, Melding("C.", "D.", Location(sleutel="inhoud")), Melding("E.", "F.")])
    assert {(problem.melding, problem.bestand, problem.sleutel) for problem in caught.value.problems} == {
        ("A.", "x.yaml", ""),
        ("C.", str(tmp_path), ""),
        ("E.", str(tmp_path), ""),
    }


def test_a_problem_about_a_file_shows_no_line() -> None:
    """Only what has a line says one."""
    assert str(ProblemsError.about("a.docx", "A.", "B.")) == "a.docx\n  fout: A.\n  → B."
    assert str(ProblemsError.about(HERE, "A.", "B.")).startswith("\n")
