"""The command line as a new user meets it: help, exit codes, typos, and bad input that never gives a traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from lxml import html

from generator.cli import keep_interrupt
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, copy_example, paragraphs, word
from tests.support.tools import validate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COMMANDS = (
    *(
        "nieuw",
        "vraag",
        "voeg-toe",
        "kader",
        "schema",
        "controleer",
        "herstel",
        "genereer",
        "overzicht",
        "huisstijl",
        "toegankelijk",
        "aanvullen",
    ),
)
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Arguments|Show this|Error|Missing|Invalid|default|required)\b")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_dutch_and_has_an_example_on_a_line_of_its_own(command: str, tmp_path: Path) -> None:
    """Each command explains itself in Dutch, with a line that can be typed over."""
    said = run(*filter(None, [command]), "--help", cwd=tmp_path)
    assert not ENGLISH.search(said)
    assert "\\b" not in said
    assert re.search(rf"^ +wijkplan {command or 'nieuw'}\b", said, flags=re.MULTILINE)


def test_the_examples_in_the_help_work(tmp_path: Path) -> None:
    """What the first help shows can be done, in that order."""
    shown = [line.split() for line in run("--help", cwd=tmp_path).splitlines() if line.startswith("    wijkplan ")]
    assert len(shown) == 3
    for words in shown:
        run(*words[1:], cwd=tmp_path)
    assert paragraphs((tmp_path / "mijn-wijk" / "plan.docx").read_bytes())


def test_a_new_file_gives_a_plan_with_only_the_two_names(tmp_path: Path) -> None:
    """Make, check, generate: nothing else is needed."""
    run("nieuw", "x", "--gemeente", "Súdwest-Fryslân", "--wijk", "De “Hoek”: 1", cwd=tmp_path)
    assert "0 fouten" in run("controleer", "x/antwoorden.yaml", cwd=tmp_path)
    said = run("genereer", "x/antwoorden.yaml", cwd=tmp_path)
    assert re.fullmatch(r"x/plan\.docx: \d+ open punten en \d+ aandachtspunten\.\n", said)
    text = [shown for _, shown in paragraphs((tmp_path / "x" / "plan.docx").read_bytes())]
    assert any("De “Hoek”: 1" in line for line in text)


def test_checking_and_generating_count_the_same_points(tmp_path: Path) -> None:
    """Both say the same numbers, in one or in more."""
    shutil.copy(ROOT / "examples" / "stationsbuurt" / "antwoorden.yaml", tmp_path)
    counts = [
        re.findall(
            r"(\d+) (open punt(?:en)?|aandachtspunt(?:en)?)\b",
            run(command, "antwoorden.yaml", cwd=tmp_path).splitlines()[line],
        )
        for command, line in (("controleer", 1), ("genereer", -1))
    ]
    assert len(counts[0]) == 2
    assert counts[0] == counts[1]
    assert all(name.endswith("en") == (number != "1") for number, name in counts[0])


def test_a_new_file_without_names_says_what_is_needed(tmp_path: Path) -> None:
    """Without names there is a file, but no plan yet; the check points at both."""
    assert "naam" in run("nieuw", "x", cwd=tmp_path)
    said = run("controleer", "x/antwoorden.yaml", cwd=tmp_path, code=1)
    assert "gemeente.naam" in said
    assert "wijk.naam" in said
    run("genereer", "x/antwoorden.yaml", cwd=tmp_path, code=1)
    assert not (tmp_path / "x" / "plan.docx").exists()


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    """A second `nieuw` leaves every byte as it was."""
    run("nieuw", "x", "--gemeente", "A", "--wijk", "B", cwd=tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "x").iterdir()}
    assert "bestaat al" in run("nieuw", "x", "--gemeente", "C", "--wijk", "D", cwd=tmp_path, code=1)
    assert {path: path.read_bytes() for path in (tmp_path / "x").iterdir()} == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["nieuwe"], "Bedoelde je “nieuw”?"),
        (["genreer", "a.yaml"], "Bedoelde je “genereer”?"),
        (["genereer"], "ANTWOORDEN"),
        (["genereer", "a.yaml", "--format", "html"], "Bedoelde je “--formaat”?"),
        (["genereer", "a.yaml", "--formaat", "pdff"], "Bedoelde je “pdf”?"),
        (["genereer", "a.yaml", "-o"], "hoort een waarde"),
        (["herstel", "a.yaml", "b.yaml"], "te veel: b.yaml"),
        (["nieuw", "mijn", "wijk"], "aanhalingstekens"),
        (["kader", "prinsipes"], "Bedoelde je “principes”?"),
        (["kader", "ila"], "wijkplan kader interventies ila"),
        (["controleer"], "ANTWOORDEN"),
        (["herstel"], "wijkplan nieuw"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistyped_command_is_explained(words: list[str], expected: str, tmp_path: Path) -> None:
    """Usage errors end with 2, in Dutch, with what was probably meant and the way to the help."""
    said = run(*words, cwd=tmp_path, code=2)
    assert expected in said
    assert "--help" in said
    assert not ENGLISH.search(said)


def test_the_framework_can_be_browsed(tmp_path: Path) -> None:
    """Each part, one entry and a word; a wrong id gets a suggestion."""
    for part in ("randvoorwaarden", "interventies", "principes", "startvragen"):
        assert len(run("kader", part, cwd=tmp_path).splitlines()) >= 6
    assert "Beoogd resultaat" in run("kader", "interventies", "halt_lessen", cwd=tmp_path)
    assert "Bedoelde je “halt_lessen”?" in run("kader", "interventies", "halt_les", cwd=tmp_path, code=1)
    assert "jongerenwerk" in run("kader", "--zoek", "JONGEREN", cwd=tmp_path)
    assert "komt niet voor" in run("kader", "--zoek", "qqqq", cwd=tmp_path)
    assert "persoonsgerichte_aanpak" in run("kader", "--zoek", "jonge", "aanwas", cwd=tmp_path)
    assert "komt niet voor" in run("kader", "principes", "--zoek", "hennep", cwd=tmp_path)
    assert "Bedoelde je “interventies”?" in run("kader", "interventis", "--zoek", "hennep", cwd=tmp_path, code=2)


def test_the_schema_is_json(tmp_path: Path) -> None:
    """The schema is one JSON object with a description for each question."""
    schema = json.loads(run("schema", cwd=tmp_path))
    assert {"gemeente", "wijk", "randvoorwaarden"} <= schema["properties"].keys()


def test_problems_as_json_have_nine_keys(tmp_path: Path) -> None:
    """Each problem says file, line, column, key, kind, message, remedy, advice and name; sorted by place."""
    (tmp_path / "a.yaml").write_text("gemeente: {naam: E}\nwijk: {namm: M}\n", encoding="utf-8")
    rows = json.loads(run("controleer", "a.yaml", "--json", cwd=tmp_path, code=1))
    keys = ["bestand", "regel", "kolom", "sleutel", "soort", "melding", "oplossing", "advies", "onderwerp"]
    assert all(list(row) == keys for row in rows)
    assert {row["bestand"] for row in rows} == {"a.yaml"}
    wrong = next(row for row in rows if row["sleutel"] == "wijk.namm")
    assert (wrong["regel"], wrong["kolom"], wrong["soort"]) == (2, 8, "fout")
    assert "naam" in wrong["oplossing"]


def test_several_files_are_checked_in_one_go(tmp_path: Path) -> None:
    """One wrong file makes the exit code 1; the others are still reported."""
    (tmp_path / "goed.yaml").write_text(MINIMUM, encoding="utf-8")
    (tmp_path / "fout.yaml").write_text("gemeente: [\n", encoding="utf-8")
    said = run("controleer", "goed.yaml", "fout.yaml", "weg.yaml", cwd=tmp_path, code=1)
    assert all(f"{name}.yaml\n" in said for name in ("goed", "fout", "weg"))
    assert "goed.yaml\n0 fouten" in said


def test_open_points_stop_a_plan_that_goes_to_the_college(tmp_path: Path) -> None:
    """With status `ter_besluitvorming` an open point counts as a fault, for both commands."""
    (tmp_path / "a.yaml").write_text(f"{MINIMUM}document: {{status: ter_besluitvorming}}\n", encoding="utf-8")
    assert "ter besluitvorming" in run("controleer", "a.yaml", cwd=tmp_path, code=1)
    run("genereer", "a.yaml", cwd=tmp_path, code=1)
    assert not (tmp_path / "plan.docx").exists()


BAD = {
    "leeg": b"",
    "spaties": b"  \n\n",
    "commentaar": b"# niets\n",
    "geen yaml": b"{[}]: - : ,\n",
    "tekst": b"zomaar een zin\n",
    "lijst": b"- a\n- b\n",
    "tab": b"gemeente:\n\tnaam: E\n",
    "dubbel": b"gemeente: {naam: E}\ngemeente: {naam: F}\nwijk: {naam: M}\n",
    "latin-1": "gemeente: {naam: Súd}\nwijk: {naam: M}\n".encode("latin-1"),
    "utf-16 zonder bom": "gemeente: {naam: E}\nwijk: {naam: M}\n".encode("utf-16-le"),
    "aliassen": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ngemeente: {naam: *c}\nwijk: {naam: M}\n",
    "stuurteken": b'gemeente: {naam: E}\nwijk: {naam: "M\x07"}\n',
    "nul": b"gemeente: {naam: E}\nwijk: {naam: M\x00}\n",
    "lijst als tekst": b"gemeente: {naam: [E, F]}\nwijk: {naam: M}\n",
    "datum": b"gemeente: {naam: E}\nwijk: {naam: M}\ndocument: {datum: 31-2-2026}\n",
    "word": b"PK\x03\x04\x14\x00\x06\x00",
    "diep": b"[" * 3000 + b"]" * 3000,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_explained_and_writes_nothing(name: str, tmp_path: Path) -> None:
    """Each gives exit 1, a place, a remedy and no file."""
    (tmp_path / "antwoorden.yaml").write_bytes(BAD[name])
    for command in ("controleer", "genereer"):
        said = run(command, "antwoorden.yaml", cwd=tmp_path, code=1)
        assert "antwoorden.yaml" in said
        assert "→" in said
        assert not ENGLISH.search(said)
    assert [path.name for path in tmp_path.iterdir()] == ["antwoorden.yaml"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_as_windows_editors_save_them_are_read(encoding: str, tmp_path: Path) -> None:
    """A byte order mark and Windows line ends are no fault."""
    (tmp_path / "antwoorden.yaml").write_bytes(MINIMUM.replace("\n", "\r\n").encode(encoding))
    run("genereer", "antwoorden.yaml", cwd=tmp_path)


TRAPS = (
    "]]>",
    "{{ 7 * 7 }} {% for x in y %}",
    "<script>alert(1)</script> &amp; <w:t>",
    "👩‍👩‍👧 en 🏘️",
    "woord" * 400,
    "שלום עולם",
    "${HOME} %(naam)s {0} \\1",
)


def with_traps() -> str:
    """Return an answer file with each trap in a cell of its own."""
    rows = "".join(f"    - {{partij: {json.dumps(trap, ensure_ascii=False)}}}\n" for trap in TRAPS)
    return MINIMUM.replace("wijk: {naam: Molenkwartier}", f"wijk:\n  naam: Molenkwartier\n  krachtenveld:\n{rows}")


@pytest.mark.slow
def test_traps_in_answers_are_text_in_both_forms(tmp_path: Path) -> None:
    """Code, markup, emoji, an endless word and right-to-left text pass from file to plan sign by sign."""
    (tmp_path / "antwoorden.yaml").write_text(with_traps(), encoding="utf-8")
    run("genereer", "antwoorden.yaml", cwd=tmp_path)
    run("genereer", "antwoorden.yaml", "--formaat", "html", cwd=tmp_path)
    shown = [line for _, line in paragraphs((tmp_path / "plan.docx").read_bytes())]
    page = html.fromstring((tmp_path / "plan.html").read_bytes().decode("utf-8"))
    cells = ["".join(cell.itertext()) for cell in page.iter("td", "th")]
    for trap in TRAPS:
        assert shown.count(trap) == 1, trap
        assert cells.count(trap) == 1, trap
    assert next(page.iter("script"), None) is None


@pytest.mark.sdk
def test_traps_in_answers_leave_the_document_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault in a plan with such answers."""
    file = tmp_path / "plan.docx"
    file.write_bytes(word(with_traps()))
    assert validate([file]) == {file: []}


@pytest.mark.slow
def test_a_plan_that_is_open_in_word_is_left_alone(tmp_path: Path) -> None:
    """With the lock file of Word beside it the plan stays as it is, and the message says to close it."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    run("genereer", "antwoorden.yaml", cwd=tmp_path)
    before = (tmp_path / "plan.docx").read_bytes()
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM.replace("Molen", "Veen"), encoding="utf-8")
    (tmp_path / "~$plan.docx").write_bytes(b"")
    assert "Sluit het document eerst in Word" in run("genereer", "antwoorden.yaml", cwd=tmp_path, code=1)
    assert (tmp_path / "plan.docx").read_bytes() == before


def test_a_missing_file_and_an_empty_folder_are_explained(tmp_path: Path) -> None:
    """Both say what they are and what to do."""
    (tmp_path / "leeg").mkdir()
    assert "wijkplan nieuw" in run("genereer", "weg.yaml", cwd=tmp_path, code=1)
    assert "wijkplan nieuw" in run("genereer", "leeg", cwd=tmp_path, code=1)


@pytest.mark.parametrize("words", [[], ["."], ["../wijk 1"], ["antwoorden.yaml"]], ids=" ".join)
def test_a_folder_stands_for_the_one_answer_file_in_it(words: list[str], tmp_path: Path) -> None:
    """Other YAML beside it makes no difference, and in its folder nothing needs to be named."""
    folder = tmp_path / "wijk 1"
    folder.mkdir()
    (folder / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-16")
    (folder / "huisstijl.yaml").write_text("woorden: {wijk: buurt}\n", encoding="utf-8")
    (folder / "compose.yml").write_text("services: {}\n", encoding="utf-8")
    assert "0 fouten" in run("controleer", *words, cwd=folder)
    assert "niets" in run("herstel", *words, cwd=folder)
    run("genereer", *words, "--formaat", "html", cwd=folder)
    assert (folder / "plan.html").is_file()


def test_of_two_answer_files_both_are_named(tmp_path: Path) -> None:
    """The message says which there are and what to type; in the folder above it the commands have the folder."""
    folder = tmp_path / "mijn wijk"
    folder.mkdir()
    for name in ("antwoorden.yaml", "oud.yml"):
        (folder / name).write_text(MINIMUM, encoding="utf-8")
    said = run("genereer", cwd=folder, code=2)
    assert "2 bestanden met antwoorden: antwoorden.yaml, oud.yml" in said
    assert "wijkplan genereer antwoorden.yaml of: wijkplan genereer oud.yml" in said
    assert '"mijn wijk/oud.yml"' in run("herstel", "mijn wijk", cwd=tmp_path, code=1).replace("\\", "/")
    assert '"mijn wijk/oud.yml"' in run("genereer", cwd=tmp_path, code=2).replace("\\", "/")
    assert "1 fout" in run("controleer", "mijn wijk", "mijn wijk/oud.yml", cwd=tmp_path, code=1)
    assert sorted(path.name for path in folder.iterdir()) == ["antwoorden.yaml", "oud.yml"]


def test_a_huge_file_is_refused_or_shown_whole(tmp_path: Path) -> None:
    """Twenty megabytes of text end in a sentence, not in a frozen machine."""
    text = "woord " * 3_500_000
    (tmp_path / "antwoorden.yaml").write_text(f"{MINIMUM}kader: {{geheel: '{text}'}}\n", encoding="utf-8")
    said = run("genereer", "antwoorden.yaml", cwd=tmp_path, code=1)
    assert "groter dan 2 MB" in said


def test_an_endless_answer_is_refused_at_its_place(tmp_path: Path) -> None:
    """Pages of pasted text are a fault with line, column and key, not a plan of a thousand pages."""
    (tmp_path / "antwoorden.yaml").write_text(f"{MINIMUM}doelen:\n  visie: {'woord ' * 5000}\n", encoding="utf-8")
    said = run("genereer", "antwoorden.yaml", cwd=tmp_path, code=1)
    assert "antwoorden.yaml:4:10  doelen.visie" in said
    assert "doelen.visie" in said
    assert "29.999 tekens" in said


@pytest.mark.slow
def test_a_changed_plan_is_kept(tmp_path: Path) -> None:
    """Our own plan is renewed; a changed one is refused, and kept as `.bak` with `--forceer`."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    plan = tmp_path / "plan.docx"
    run("genereer", "antwoorden.yaml", cwd=tmp_path)
    fresh = plan.read_bytes()
    run("genereer", "antwoorden.yaml", cwd=tmp_path)
    assert [path.name for path in tmp_path.glob("*.bak")] == []
    plan.write_bytes(fresh + b"x")
    assert "--forceer" in run("genereer", "antwoorden.yaml", cwd=tmp_path, code=1)
    assert plan.read_bytes() == fresh + b"x"
    assert "plan.docx.bak" in run("genereer", "antwoorden.yaml", "--forceer", cwd=tmp_path)
    assert plan.read_bytes() == fresh
    assert (tmp_path / "plan.docx.bak").read_bytes() == fresh + b"x"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "name", "start"),
    [
        ([], "plan.docx", b"PK"),
        (["--formaat", "html"], "plan.html", b"<!DOCTYPE"),
        (["-o", "x.html"], "x.html", b"<!DOCTYPE"),
        (["-o", "X.DOCX"], "X.DOCX", b"PK"),
        (["-o", "x"], "x.docx", b"PK"),
        (["-o", "plan v1.2"], "plan v1.2.docx", b"PK"),
        (["-o", "x", "--formaat", "html"], "x.html", b"<!DOCTYPE"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_file_is_what_its_name_says(words: list[str], name: str, start: bytes, tmp_path: Path) -> None:
    """The name decides the form where none is asked for, and gets the ending that it needs."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    assert name in run("genereer", "antwoorden.yaml", *words, cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["antwoorden.yaml", name])
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    "words",
    [["-o", "x.doc"], ["-o", "x.pdf", "--formaat", "docx"], ["-o", "x.docx", "--formaat", "html"]],
    ids=" ".join,
)
def test_a_name_that_promises_something_else_is_refused(words: list[str], tmp_path: Path) -> None:
    """No Word file is called a PDF; the message says how a name must end."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    assert "eindigt op" in run("genereer", "antwoorden.yaml", *words, cwd=tmp_path, code=1)
    assert [path.name for path in tmp_path.iterdir()] == ["antwoorden.yaml"]


def test_the_answers_are_never_the_target(tmp_path: Path) -> None:
    """Naming the answer file after `-o` is refused, also with `--forceer`."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    run("genereer", "antwoorden.yaml", "-o", "antwoorden.yaml", "--forceer", cwd=tmp_path, code=1)
    assert (tmp_path / "antwoorden.yaml").read_text(encoding="utf-8") == MINIMUM


@pytest.mark.parametrize("name", ["weg.docx", "leeg.docx", "tekst.docx", "map"])
def test_a_wrong_house_style_is_explained(name: str, tmp_path: Path) -> None:
    """What is no Word file is named, and nothing is written."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    (tmp_path / "leeg.docx").write_bytes(b"")
    (tmp_path / "tekst.docx").write_text("geen zip", encoding="utf-8")
    (tmp_path / "map").mkdir()
    said = run("genereer", "antwoorden.yaml", "--huisstijl", name, cwd=tmp_path, code=1)
    assert name in said
    assert not (tmp_path / "plan.docx").exists()


def test_an_interrupt_that_python_would_ignore_stops_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at a moment at which nothing can be raised is raised at the next one."""

    class Unraisable:
        def __del__(self) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "unraisablehook", keep_interrupt)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background may ignore it
    try:
        with pytest.raises(KeyboardInterrupt):
            _go_on_after(Unraisable)
    finally:
        signal.signal(signal.SIGINT, before)


def _go_on_after(make: Callable[[], object]) -> None:
    make()
    for _ in range(500):
        time.sleep(0.01)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_stopping_halfway_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """Ctrl-C at any moment ends with 130 and one sentence; the plan that was there is whole."""
    copy_example("molenkwartier", tmp_path)
    plan = tmp_path / "plan.docx"
    start = time.perf_counter()
    run("genereer", "antwoorden.yaml", cwd=tmp_path)
    whole = time.perf_counter() - start
    before = plan.read_bytes()
    stopped = 0
    for moment in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "genereer", "antwoorden.yaml"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUTF8": "1"},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a run in the background ignores it
        )
        time.sleep(moment * whole)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        if process.returncode == 130:
            stopped += 1
            assert "Gestopt" in said.decode()
        assert b"Traceback" not in said
        assert plan.read_bytes() == before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["antwoorden.yaml", "beeld", "plan.docx"]
    assert stopped > 0
