"""Limits hold, each with a sentence that says so; and no pattern takes a time that grows faster than the text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import re._constants as signs
import re._parser as patterns
from typing import TYPE_CHECKING

import pytest

import generator
from generator import limits
from generator.cli.messages import message
from generator.pipeline import check_file
from generator.problems import Problem, ProblemsError, Soort
from generator.source import parse
from generator.source.yaml_file import read_file
from tests.support.documents import MINIMUM, checked, word
from tests.support.templates import build
from tests.word.frame.helpers import p

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_REPEATS = (signs.MAX_REPEAT, signs.MIN_REPEAT)
_MANY = 200
"""A repeat with a bound below this multiplies the time, and does not let it run away."""


def said(text: str) -> str:
    """Return what is said of an answer file."""
    with pytest.raises(ProblemsError) as caught:
        parse(text, "antwoorden.yaml")
    return str(caught.value)


@pytest.mark.parametrize("item", ["  - {indicator: x}\n", "  k{n}: x\n"])
def test_a_list_or_group_has_an_end(item: str) -> None:
    """As many as are allowed are read; one more is told at its place."""
    fits = "wijk:\n" + "".join(item.replace("{n}", str(n)) for n in range(limits.YAML_ITEMS))
    assert parse(fits, "antwoorden.yaml").tree
    assert "meer dan 1000 onderdelen" in said(fits + item.replace("{n}", "meer"))
    assert "regel 1002" in said(fits + item.replace("{n}", "meer"))


def test_a_file_has_so_many_lines_and_no_more(tmp_path: Path) -> None:
    """Whatever ends a line, and whatever stands on it."""
    place = tmp_path / "antwoorden.yaml"
    for end in ("\n", "\r", "\r\n"):
        place.write_bytes(f"k: 'a{end}".encode() * (2 * limits.YAML_LINES + 1))
        with pytest.raises(ProblemsError, match="20000 regels"):
            read_file(place)


def test_more_faults_than_anybody_reads_are_counted() -> None:
    """The plan stops all the same, and what stops no plan is never left out."""
    group = "".join(f"    k{n}: x\n" for n in range(400))
    found = checked(
        MINIMUM
        + "".join(f"{name}:\n  {{}}\n".replace("  {}", group) for name in ("besluit", "kader")) * 1
        + f"doelen:\n{group}beeld:\n{group}"
    )
    assert len(found.fouten) == limits.PROBLEMS + 1
    assert any("Er zijn nog 600 fouten" in problem.melding for problem in found.problems)
    assert found.open


def test_a_sign_without_a_number_is_told_at_its_place(tmp_path: Path) -> None:
    """Somebody's editor left a NUL in a text; a file full of them was kept in another way than as UTF-8."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"gemeente: {naam: E}\nwijk: {naam: M}\nbesluit:\n  kernboodschap: |\n    een\n    tw\x00ee\n")
    (fault,) = check_file(file).fouten
    assert (fault.regel, fault.kolom, "stuurteken" in fault.melding) == (6, 7, True)
    file.write_bytes("gemeente: {naam: E}\n".encode("utf-16-le"))
    with pytest.raises(ProblemsError, match="UTF-16"):
        check_file(file)


def test_all_placeholders_of_a_file_together_have_the_steps_of_one_page(tmp_path: Path) -> None:
    """Each alone would do; and there is an end to how many there can be."""
    loop = "{% for a in range(900) %}{% for b in range(40) %}{% endfor %}{% endfor %}"
    (tmp_path / "een.docx").write_bytes(build(body=p("Kop", "Kop1"), headers={"default": p(loop)}))
    assert word(MINIMUM, tmp_path / "een.docx")
    (tmp_path / "tien.docx").write_bytes(build(body=p("Kop", "Kop1"), headers={"default": p(loop) * 10}))
    with pytest.raises(ProblemsError, match="herhaalt te vaak"):
        word(MINIMUM, tmp_path / "tien.docx")
    many = p("{{ titel }}") * (limits.TAGS + 1)
    (tmp_path / "veel.docx").write_bytes(build(body=p("Kop", "Kop1"), headers={"default": many}))
    with pytest.raises(ProblemsError, match="heeft 1001 invulplekken"):
        word(MINIMUM, tmp_path / "veel.docx")


def test_what_was_typed_never_steers_the_terminal() -> None:
    """A key with an escape, or with a sign that turns the order of words, is shown without it."""
    key = "\x1b[31mrood\u202e\x9b5m"
    problem = Problem("a\x07.yaml", 1, 1, key, Soort.FOUT, f"De sleutel “{key}” ken ik hier niet.", "Haal hem weg.")
    shown = re.sub("\x1b\\[[0-9;]*m", "", "\n".join(message([problem])))  # the colours that are ours
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert "rood" in shown


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    """A line that was pasted with another sign at its end, and an end of lines of long ago, move nothing."""
    for text in ("a: 'x\u2028y\x85z'\nb: &c 1\n", "a: x\rb: &c 1\r", "a: x\r\nb: &c 1\r\n"):
        assert "regel 2, kolom 4" in said(text)


def _patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Yield every pattern that a module of the program holds."""
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if found.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{found.name}.{name}", value


def _repeats(parsed: object) -> Iterator[tuple[object, int]]:
    """Yield what is repeated without a bound in a pattern, with how many such repeats are around it."""
    waiting: list[tuple[object, int]] = [(parsed, 0)]
    while waiting:
        part, depth = waiting.pop()
        for sign, value in part if isinstance(part, patterns.SubPattern) else ():
            inner = depth
            if sign in _REPEATS and (value[1] is signs.MAXREPEAT or value[1] >= _MANY):
                inner = depth + 1
                yield value[2], inner
            waiting += [(item, inner) for item in _below(value)]


def _below(value: object) -> Iterator[object]:
    if isinstance(value, patterns.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _below(item)


def test_no_pattern_repeats_what_is_repeated() -> None:
    """`(a+)+` takes a time that doubles with each sign, unless it never gives back what it took."""
    found = [name for name, item in _patterns() if any(depth > 1 for _, depth in _repeats(_parsed(item)))]
    assert found == sorted(_KNOWN_TO_END), found


def _parsed(item: re.Pattern[str] | re.Pattern[bytes]) -> patterns.SubPattern:
    return patterns.parse(item.pattern, item.flags & ~re.LOCALE)


_KNOWN_TO_END = (
    "generator.page.vocabulary._MAIL",
    "generator.source.soundness._STRANGE",
    "generator.web.appearance._FONT",
    "generator.word.package.strict._NAME",
    "generator.word.text.inline._RIGHT_TO_LEFT",
    "generator.word.text.marks._PLAIN_NUMBER",
)
"""Patterns in which the inner repeat cannot hold the sign with which each turn of the outer one begins or ends."""
