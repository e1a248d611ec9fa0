"""What `docs/veiligheid.md` promises is tested, by name; and what it says of limits is what the program holds to."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator import limits
from generator.problems import ProblemsError
from generator.web import webpage
from tests.support.documents import MINIMUM, ROOT
from tests.word.helpers import document
from tests.word.helpers import page as page_of

if TYPE_CHECKING:
    from pathlib import Path

PROMISES = (ROOT / "docs" / "veiligheid.md").read_text(encoding="utf-8")


def test_each_test_that_is_named_is_there() -> None:
    """A promise without a test is none."""
    named = set(re.findall(r"`(test_\w+)`", PROMISES))
    files = [file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py")]
    there = {node.name for text in files for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)}
    assert len(named) > 30
    assert named - there == set()


def test_each_promise_has_a_test() -> None:
    """Each row of what may never happen names one at least."""
    table = PROMISES.partition("## Wat nooit mag gebeuren")[2].partition("## Grenzen")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ") and "---" not in line][1:]
    assert len(rows) > 12
    assert [row for row in rows if "`test_" not in row] == []


@pytest.mark.parametrize(
    "number",
    [
        limits.YAML_LINES,
        limits.YAML_ITEMS,
        limits.TEXT,
        limits.STEPS,
        limits.ENTRIES,
        limits.PROBLEMS,
        limits.SENT_FIELDS,
    ],
)
def test_the_limits_are_those_of_the_program(number: int) -> None:
    """Written as people read them."""
    assert f"{number:,}".replace(",", ".") in PROMISES


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        "<iframe src='https://x'></iframe>",
        "<p onclick='x()'>y</p>",
        "<p style='background: url(file:///etc/passwd)'>y</p>",
        "<p><a href='javascript:x()'>y</a></p>",
        "<p><a href='file:///etc/passwd'>y</a></p>",
        "<p><a href='/pad'>y</a></p>",
        "<p><strong>open<table></table></strong></p>",
        "<mark><p>x</p></mark>",
        "<li>los</li>",
        "<div><td>los</td></div>",
        "<table><caption>c</caption><colgroup><col style='width: 1.2.3%'></colgroup><thead><tr><th>a</th></tr></thead>"
        "<tbody><tr><td>b</td></tr></tbody></table>",
        "<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td colspan='99999999'>b</td></tr>"
        "</tbody></table>",
    ],
)
def test_both_formats_refuse_what_is_no_part_of_a_plan(content: str) -> None:
    """No script, no handler, no address that runs or fetches something, and nothing that is not closed."""
    for write in (document, lambda text: webpage.write(page_of(text))):
        with pytest.raises(ProblemsError):
            write(content)


@pytest.mark.slow
def test_the_same_answers_give_the_same_bytes_wherever_they_are_made(tmp_path: Path) -> None:
    """Under another locale, another time zone and another order of hashes."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    made = []
    for name, place in (
        ("een", {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"}),
        ("twee", {"LC_ALL": "nl_NL.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4242"}),
    ):
        subprocess.run(
            [sys.executable, "-m", "generator", "genereer", "antwoorden.yaml", "--formaat", "docx,html", "-o", name],
            cwd=tmp_path,
            env={**os.environ, **place, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        )
        made.append([(tmp_path / f"{name}.{formaat}").read_bytes() for formaat in ("docx", "html")])
    assert made[0] == made[1]
