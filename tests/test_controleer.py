"""What `controleer` shows: the verdict, what to begin with, each gap once, in lines that fit and places to click on."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.checks.urgency import BEGIN, most_urgent_first
from generator.dutch import jaren
from generator.problems import Soort
from tests.support.cli import run, run_in_window, what_stays
from tests.support.documents import MINIMUM, ROOT, checked

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = ROOT / "examples" / "stationsbuurt" / "antwoorden.yaml"
TYPED = ROOT / "tests" / "cases" / "getypt.yaml"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a folder with a draft."""
    shutil.copy(DRAFT, tmp_path / "antwoorden.yaml")
    return tmp_path


def test_the_verdict_comes_first(draft: Path) -> None:
    """The second line says how many points there are and whether a plan can be made."""
    verdict = run("controleer", "antwoorden.yaml", cwd=draft).splitlines()[1]
    assert re.fullmatch(r"0 fouten, \d+ open punten, \d+ aandachtspunten: je kunt een plan maken\.", verdict)


@pytest.mark.parametrize(
    ("extra", "code", "words"),
    [
        ("", 0, "je kunt een plan maken"),
        ("document: {status: vastgesteld}\n", 1, "het plan is vastgesteld, dus eerst moeten de open punten weg"),
        ("wijkk: x\n", 1, "herstel eerst wat fout is"),
        ("a: [\n", 1, "herstel eerst wat fout is"),
    ],
)
def test_the_verdict_is_true(extra: str, code: int, words: str, tmp_path: Path) -> None:
    """Each ending has its own."""
    (tmp_path / "a.yaml").write_text(MINIMUM + extra, encoding="utf-8")
    assert words in run("controleer", "a.yaml", cwd=tmp_path, code=code).splitlines()[1]


def test_faults_go_first_then_what_closes_most() -> None:
    """The rule of `urgency`, on answers that have all three kinds."""
    found = most_urgent_first(checked(MINIMUM + "interventies: [ila, jongerenwerk]\nwijkk: x\nrisico: y\n").problems)
    kinds = [same[0].soort for same in found]
    assert kinds == sorted(kinds, key=list(Soort).index)
    assert [same[0].sleutel for same in found if same[0].soort is Soort.FOUT] == ["wijkk", "risico"]
    assert [same[0].melding for same in found if same[0].soort is Soort.OPEN][:2] == [
        "Deze randvoorwaarde is nog niet beoordeeld.",
        "Nog in te vullen: de organisatie van de aanpak. Een krachtig samenwerkingsverband is een van de"
        " randvoorwaarden van het kader.",
    ]
    advice = [len(same) for same in found if same[0].soort is Soort.AANDACHT]
    assert advice == sorted(advice, reverse=True)
    assert advice[0] == 2


def test_without_alles_five_messages_show_and_the_rest_is_counted(draft: Path) -> None:
    """The numbers of the messages that show and of the chapters add up to the verdict."""
    said = run("controleer", "antwoorden.yaml", cwd=draft)
    begin, _, rest = said.partition("Daarna, per hoofdstuk")
    assert len(re.findall(r"^  [×!i] ", begin, re.MULTILINE)) == BEGIN
    assert "wijkplan controleer antwoorden.yaml --alles" in rest
    whole = run("controleer", "antwoorden.yaml", "--alles", cwd=draft)
    assert "--alles" not in whole
    assert len(re.findall(r"^  [×!i] ", whole, re.MULTILINE)) == len(
        most_urgent_first(checked(DRAFT.read_text()).problems)
    )
    for kind, words in ((Soort.OPEN, "open punt"), (Soort.AANDACHT, "aandachtspunt")):
        problems = most_urgent_first(checked(DRAFT.read_text(encoding="utf-8")).problems)
        left = sum(len(same) for same in problems[BEGIN:] if same[0].soort is kind)
        counted = re.findall(rf"^  \S.*?(\d+) {words}", rest.split("Stand van de")[0], re.MULTILINE)
        assert sum(map(int, counted)) == left


def test_chapters_come_in_the_order_of_the_plan(draft: Path) -> None:
    """What is about the document goes before the neighbourhood, money before risks."""
    said = run("controleer", "antwoorden.yaml", cwd=draft).partition("Daarna")[2]
    titles = ("Over het document", "De wijk nu", "Zijn de randvoorwaarden", "Interventies", "Planning", "Risico’s")
    places = [said.index(title) for title in titles]
    assert places == sorted(places)


def test_the_same_message_is_told_once_with_its_places(tmp_path: Path) -> None:
    """Six figures without a source are one message with six places, each by its name; more are counted."""
    rows = "".join(f"    - indicator: cijfer {number}\n" for number in range(1, 9))
    (tmp_path / "a.yaml").write_text(f"gemeente: {{naam: E}}\nwijk:\n  naam: M\n  cijfers:\n{rows}", encoding="utf-8")
    whole = run("controleer", "a.yaml", "--alles", cwd=tmp_path)
    assert whole.count("Nog in te vullen: de bron.") == 1
    for number in range(1, 9):
        assert f"a.yaml:{number + 4}:7  cijfer {number}\n" in whole
    said = run("controleer", "a.yaml", cwd=tmp_path)
    assert "a.yaml:10:7  cijfer 6\n    en nog 2 andere plaatsen\n" in said
    assert "cijfer 7" not in said


def test_things_in_one_place_share_it(draft: Path) -> None:
    """Conditions that are nowhere in the file are named at the one place where they belong."""
    said = run("controleer", "antwoorden.yaml", cwd=draft)
    line = next(line for line in said.splitlines() if "Cultuuromslag" in line)
    place = re.match(r"    (antwoorden\.yaml:\d+:1)  Een langdurige aanpak, ", line)
    assert place is not None
    assert said.count(f"{place[1]} ") == 1


def test_years_out_of_balance_are_one_message() -> None:
    """Each difference is told with its years, those in a row by the first and the last."""
    cost = ", ".join(f"{year}: {8 if year == 2028 else 5}" for year in range(2026, 2032))
    money = (
        f"financien: {{lasten: [{{post: a, bedragen: {{{cost}}}}}], dekking: [{{bron: b, bedragen: {{2026: 5}}}}]}}\n"
    )
    found = [item for item in checked(MINIMUM + money).aandacht if item.sleutel == "financien.dekking"]
    assert [item.melding for item in found] == ["In 5 jaren zijn lasten en dekking niet gelijk."]
    assert "€\u00a05 te weinig in 2027 en 2029 tot en met 2031; €\u00a08 te weinig in 2028." in found[0].oplossing
    assert jaren([2026]) == "2026"
    assert jaren([2026, 2027, 2029, 2030, 2031, 2033]) == "2026, 2027, 2029 tot en met 2031 en 2033"


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("options", [(), ("--alles",)])
def test_lines_fit_the_window_and_places_stay_whole(columns: int, options: tuple[str, ...], tmp_path: Path) -> None:
    """No line is wider than the window, but for what must stay whole: a place, a command."""
    shutil.copy(TYPED, tmp_path / "a.yaml")
    shown = COLOUR.sub("", what_stays(run_in_window("controleer", "a.yaml", *options, cwd=tmp_path, columns=columns)))
    whole = re.compile(r"\s*(?:a\.yaml:\d+:\d+|\S+|.*wijkplan [\w-]+ a\.yaml.*|  .+ \d+ (?:open|aandacht).*)")
    for line in shown.splitlines():
        assert len(line) < columns or whole.fullmatch(line), line
    assert max(map(len, shown.splitlines())) <= 100


def test_a_window_has_colours_and_a_sign_beside_each(tmp_path: Path) -> None:
    """Colour only repeats what a sign says; without it, and in a file, the words are the same."""
    shutil.copy(TYPED, tmp_path / "a.yaml")
    coloured = what_stays(run_in_window("controleer", "a.yaml", "--alles", cwd=tmp_path, columns=80))
    for sign, code in (("×", 31), ("!", 33), ("i", 36)):
        assert f"  \x1b[{code}m\x1b[1m{sign}\x1b[0m " in coloured
    plain = what_stays(run_in_window("controleer", "a.yaml", "--alles", cwd=tmp_path, columns=80, NO_COLOR="1"))
    assert plain == COLOUR.sub("", coloured)
    assert "\x1b" not in run("controleer", "a.yaml", "--alles", cwd=tmp_path, code=1)


def test_faults_that_stop_a_plan_look_the_same(tmp_path: Path) -> None:
    """`genereer` shows the faults with sign, colour and place as `controleer` does, each once."""
    (tmp_path / "a.yaml").write_text(f"{MINIMUM}risicos: [{{kans: a}}, {{kans: a}}]\n", encoding="utf-8")
    said = what_stays(run_in_window("genereer", "a.yaml", cwd=tmp_path, columns=80))
    assert "\x1b[31m" in said
    assert COLOUR.sub("", said) == (
        "  × “a” is hier geen keuze.\n    → Kies uit: klein, midden, groot.\n"
        "    a.yaml:3:18  risicos[1].kans\n    a.yaml:3:29  risicos[2].kans\n"
    )
    assert "\x1b" not in what_stays(run_in_window("genereer", "a.yaml", cwd=tmp_path, columns=80, NO_COLOR="1"))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "latin-1"])
def test_a_console_with_few_signs_is_no_fault(encoding: str, draft: Path) -> None:
    """With another code page than UTF-8 each command still ends as it should."""
    assert "Begin hiermee" in run("controleer", "antwoorden.yaml", cwd=draft, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
