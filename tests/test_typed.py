"""Answer files as people type them: nothing is lost, and each mistake is named where it is, with the right line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.answers.shape import known_keys
from generator.checks import check
from generator.problems import Problem, ProblemsError, Soort
from generator.source.yaml_file import interpret
from tests.support.documents import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.framework import Framework

TYPED = sorted((ROOT / "tests" / "typed").glob("*.yaml"))
HEAD = "gemeente: {naam: Elzenbeek}\nwijk:\n  naam: Molenkwartier\n"


def problems_in(text: str, kader: Framework) -> tuple[Problem, ...]:
    """Return what `controleer` says of a text, faults and advice about typing first of all."""
    known = known_keys(ids=frozenset(item.id for item in kader.randvoorwaarden))
    try:
        return check(interpret(text, "a.yaml", known), kader).problems
    except ProblemsError as error:
        return tuple(error.problems)


def faults_in(text: str, kader: Framework) -> list[Problem]:
    """Return the faults in a text."""
    return [problem for problem in problems_in(text, kader) if problem.soort is Soort.FOUT]


@pytest.mark.parametrize("file", TYPED, ids=lambda file: file.stem)
def test_a_typed_file_gives_the_problems_that_it_names(file: Path, kader: Framework) -> None:
    """Each file in `typed/` names every fault in it: kind, line, column, a word of the message, and of the remedy."""
    text = file.read_text(encoding="utf-8")
    lines = [line.removeprefix("#! ") for line in text.splitlines() if line.startswith("#!")]
    problems = problems_in(text, kader)
    for line in lines:
        place, _, remedy = line.partition(" | ")
        kind, row, column, word = place.split(maxsplit=3)
        found = [item for item in problems if (item.soort, item.regel, item.kolom) == (kind, int(row), int(column))]
        assert any(word in item.melding and remedy in item.oplossing for item in found), (line, found)
    faults = [item for item in problems if item.soort is Soort.FOUT]
    assert len(faults) == sum(line.startswith("fout") for line in lines), faults


VALUES = [
    ("&C is een winkel", "het teken &", '"&C is een winkel"'),
    ("& Co", "het teken &", '"& Co"'),
    ("*let op* dit", "sterretje", '"*let op* dit"'),
    ("!belangrijk punt", "uitroepteken", '"!belangrijk punt"'),
    ("[naam](https://voorbeeld.nl) en meer", "haak", '"[naam](https://voorbeeld.nl) en meer"'),
    ("{naam} van de wijk", "haak", '"{naam} van de wijk"'),
    ("> 50% van de bewoners", "het teken >", '"> 50% van de bewoners"'),
    (">50%", "het teken >", '">50%"'),
    ("| streep", "het teken |", '"| streep"'),
    ("% van de wijk", "procentteken", '"% van de wijk"'),
    ("`code`", "het teken `", '"`code`"'),
    ("@gemeente meldt", "apenstaartje", '"@gemeente meldt"'),
    (", en verder", "komma", '", en verder"'),
    ("Let op: dit", "dubbele punt", '"Let op: dit"'),
    ("Wij zien:", "dubbele punt", '"Wij zien:"'),
    ("'70 was een druk jaar", "apostrof", '"\'70 was een druk jaar"'),
    ("'k Weet het niet", "apostrof", '"\'k Weet het niet"'),
    ('"Veilig" is het woord', "aanhalingsteken", r'"\"Veilig\" is het woord"'),
    ('"Plan "Veilig" nu"', "aanhalingsteken", r'"Plan \"Veilig\" nu"'),
    ("'foto's van het plein'", "aanhalingsteken", '"foto\'s van het plein"'),
    ('"Veilig', "niet gesloten", '"Veilig"'),
    ("'Veilig", "niet gesloten", '"Veilig"'),
    ('"Veilig”', "gekruld", '"Veilig"'),
    (r'"C:\map\nieuw"', "schuine streep", r'"C:\\map\\nieuw"'),
    ("#samenveilig", "opmerking", '"#samenveilig"'),
]


@pytest.mark.parametrize(("value", "word", "right"), VALUES, ids=[value for value, _, _ in VALUES])
def test_a_value_that_yaml_reads_otherwise_is_named_where_it_is(
    value: str, word: str, right: str, kader: Framework
) -> None:
    """One fault, at its line, with the line to copy; also in a list."""
    for start in ("  aanleiding: ", "besluit:\n  kanttekeningen:\n    - "):
        text = f"{HEAD}{start}{value}\n"
        (fault,) = faults_in(text, kader)
        assert fault.regel == len(text.splitlines())
        assert word in fault.melding
        assert fault.oplossing.endswith(f": {start.splitlines()[-1].strip()} {right}")


PAIRS = [
    ("'s-Hertogenbosch", "apostrof", '"\'s-Hertogenbosch"'),
    ("'t Zand, of de Hoek", "apostrof", '"\'t Zand, of de Hoek"'),
    ("*let op*", "sterretje", '"*let op*"'),
    ("plek #1", "hekje", '"plek #1"'),
    ("let op: dit", "dubbele punt", '"let op: dit"'),
    ("wijk [noord] en zuid", "haak", '"wijk [noord] en zuid"'),
    ("“Let op: dit”", "gekrulde", '"Let op: dit"'),
    ('"Plan "A" en "B""', "aanhalingsteken", r'"Plan \"A\" en \"B\""'),
    ('"Veilig', "niet gesloten", '"Veilig"'),
    ("%", "procentteken", '"%"'),
]


@pytest.mark.parametrize(("value", "word", "right"), PAIRS, ids=[value for value, _, _ in PAIRS])
def test_a_text_in_braces_is_named_and_the_rest_is_read(value: str, word: str, right: str, kader: Framework) -> None:
    """One fault, at the line, whatever stands before and behind; in the last place and in the first."""
    for line in (f"{{tekst: {value}, bron: straat}}", f"{{bron: straat, tekst: {value}}}"):
        (fault,) = faults_in(f"{HEAD}  beleving: {line}\n", kader)
        assert (fault.regel, word in fault.melding) == (4, True), fault
        assert f"tekst: {right}" in fault.oplossing


LINES = [
    ("a tab as indentation", "\tinwoners: 12", 1, "tab", "2 spaties"),
    ("a narrow space as indentation", "\u202f inwoners: 12", 1, "smalle vaste spatie", "2 spaties"),
    ("a wide space as indentation", "\u2003 inwoners: 12", 1, "bijzondere spatie", "2 spaties"),
    ("a sign without width as indentation", "\u200b  afbakening: klein", 1, "onzichtbaar teken", "2 spaties"),
    ("a byte order mark in the middle", "\ufeff  afbakening: klein", 1, "onzichtbaar teken", "2 spaties"),
    ("a narrow space after a colon", "  afbakening:\u202fklein", 14, "smalle vaste spatie", "afbakening: klein"),
    ("no space after a colon", "  afbakening:klein", 13, "ontbreekt een spatie", "afbakening: klein"),
    ("no colon", "  afbakening klein", 13, "ontbreekt een dubbele punt", "afbakening: klein"),
    ("an equals sign for a colon", "  afbakening = klein", 13, "ontbreekt een dubbele punt", "afbakening: klein"),
    ("one space too many", "   afbakening: klein", 4, "te ver in", "2 spaties"),
    ("one space too few", " afbakening: klein", 2, "niet ver genoeg in", "2 spaties"),
    ("no indentation", "afbakening: klein", 1, "niet ver genoeg in", "2 spaties"),
    ("a dash between keys", "  - afbakening: klein", 3, "streepje", "afbakening: klein"),
    ("a list behind a key", "  afbakening: - klein", 15, "streepje", 'afbakening: "- klein"'),
    ("two keys on a line", "  beleving: tekst: rustig", 18, "twee sleutels", "nieuwe regel"),
    ("a brace that stays open", "  beleving: {tekst: rustig", 13, "niet gesloten", "beleving: {tekst: rustig}"),
    ("a brace too many", "  beleving: {tekst: rustig}}", 28, "haak te veel", "beleving: {tekst: rustig}"),
    ("another brace at the end", "  beleving: {tekst: rustig]", 27, "past niet", "beleving: {tekst: rustig}"),
    (
        "no brace at the start",
        "  beleving: tekst: rustig, bron: straat}",
        13,
        "accolade",
        "{tekst: rustig, bron: straat}",
    ),
    (
        "no comma",
        "  beleving: {tekst: rustig bron: straat}",
        28,
        "ontbreekt een komma",
        "{tekst: rustig, bron: straat}",
    ),
    ("a comma too many", "  beleving: {tekst: rustig,, bron: straat}", 28, "komma te veel", "rustig, bron"),
    ("no space in braces", "  beleving: {tekst: rustig, bron:straat}", 33, "ontbreekt een spatie", "bron: straat}"),
]


@pytest.mark.parametrize(("name", "line", "column", "word", "remedy"), LINES, ids=[name for name, *_ in LINES])
def test_a_line_that_is_built_wrong_is_named_where_it_is(
    name: str, line: str, column: int, word: str, remedy: str, kader: Framework
) -> None:
    """One fault, at the line and the sign; the lines around it give none."""
    del name
    text = f"{HEAD}{line}\n  aanleiding: Het is druk.\n"
    (fault,) = faults_in(text, kader)
    assert (fault.regel, fault.kolom) == (4, column), fault
    assert word in fault.melding, fault
    assert remedy in fault.oplossing


def test_a_value_before_a_group_is_named_at_the_value(kader: Framework) -> None:
    """The line with the value is the one that is wrong, not those below it."""
    for before, place in (
        ("wijk: Molenkwartier\n  naam: Molenkwartier\n", (2, 7)),
        ("wijk: x\n  inwoners: 3\n", (2, 7)),
    ):
        (fault,) = faults_in(f"gemeente: {{naam: Elzenbeek}}\n{before}", kader)
        assert (fault.regel, fault.kolom) == place
        assert "regel 3" in fault.melding
    (fault,) = faults_in(f"{HEAD}kader: het veiligheidsplan\n  - naam: Veiligheidsplan\n  - naam: Visie\n", kader)
    assert (fault.regel, fault.kolom) == (4, 8)


def test_lines_that_lost_their_indentation_are_one_fault(kader: Framework) -> None:
    """A second line at the margin belongs to the text above it, plain, below a sign or between quotes."""
    for start in (
        "aanleiding: Het is druk",
        "aanleiding: >-\n    Het is druk",
        'aanleiding: "Het is druk"',
        "aanleiding:",
    ):
        text = f"{HEAD}  {start}\nen er gebeurt\nveel in de wijk.\n  inwoners: 5\n"
        (fault,) = faults_in(text, kader)
        assert fault.regel == text.splitlines().index("en er gebeurt") + 1
        assert "regel" in fault.melding


def test_every_independent_fault_is_told_at_once(kader: Framework) -> None:
    """Faults of syntax do not hide one another, nor what is wrong with other answers."""
    text = (
        "gemeente: {naam: 's-Hertogenbosch}\nwijk:\n  naam: 't Zand\n\tinwoners: 12\n  aanleiding: Let op: dit\n"
        "  afbakening:klein\n  beleving: {tekst: “Let op: dit”, bron: x}\n  inwoners: 5\nfinancien:\n"
        "  lasten:\n    - {post: boa, bedragen: {2026: veel}}\n"
    )
    assert [fault.regel for fault in faults_in(text, kader)] == [1, 3, 4, 5, 6, 7, 8, 11]


def test_a_remark_after_free_text_is_told_and_after_a_choice_is_not(kader: Framework) -> None:
    """What stands after `# ` does not print: to know where it may be text, and only there."""
    text = (
        f"{HEAD}  aanleiding: Zie actie # 3 van het plan\n  inwoners: 5 # geschat\ndocument:\n  status: concept # nog\n"
    )
    found = [problem for problem in problems_in(text, kader) if "hekje" in problem.melding]
    assert [(item.soort, item.regel, item.kolom) for item in found] == [(Soort.AANDACHT, 4, 25)]
    assert 'aanleiding: "Zie actie # 3 van het plan"' in found[0].oplossing


def test_quotes_that_curl_around_a_choice_or_a_number_are_left_out(kader: Framework) -> None:
    """Where quotes cannot be part of the answer, they are quotes."""
    text = f"{HEAD}  inwoners: “5840”\ndocument: {{status: “vastgesteld”, datum: „16-2-2026”}}\n"
    assert not faults_in(text, kader)
    assert not [problem for problem in problems_in(text, kader) if "gekruld" in problem.melding]


def test_signs_that_only_older_yaml_stops_at_are_read(kader: Framework) -> None:
    """A question mark and an address in braces are clear."""
    text = f"{HEAD}  beleving: {{tekst: Hoe gaat het? Goed, bron: https://voorbeeld.nl/x}}\n"
    known = known_keys()
    tree = interpret(text, "a.yaml", known).tree
    assert isinstance(tree, dict)
    assert tree["wijk"] == {
        "naam": "Molenkwartier",
        "beleving": {"tekst": "Hoe gaat het? Goed", "bron": "https://voorbeeld.nl/x"},
    }
    assert not faults_in(text, kader)


def test_line_ends_that_no_editor_shows_do_not_shift_a_line(kader: Framework) -> None:
    """Signs that YAML takes for the end of a line, and an editor does not, stand inside pasted text."""
    text = f"{HEAD}  aanleiding: Het is\u2028druk en\x85vol.\n  beleving: {{tekst: 't Is druk}}\n"
    (fault,) = faults_in(text, kader)
    assert fault.regel == 5


def test_a_swallowed_line_is_told(kader: Framework) -> None:
    """A key without its space and an item of a list, both below a text, became part of that text."""
    text = f"{HEAD}  aanleiding: Het is druk\n    inwoners:5\n  afbakening: Wij zien\n    - drugs\n    - geweld\n"
    found = [
        problem for problem in problems_in(text, kader) if "hoort nu" in problem.melding or "lijst" in problem.melding
    ]
    assert [(item.soort, item.regel) for item in found if item.regel > 3] == [(Soort.AANDACHT, 5), (Soort.AANDACHT, 7)]
