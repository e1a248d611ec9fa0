"""What the Tab key offers, through the protocol of each shell, and in a real bash."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli.aanvullen import SHELLS
from tests.support.cli import run
from tests.support.documents import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.framework import Framework


def offered(shell: str, typed: str, cwd: Path) -> list[str]:
    """Return the values that a shell gets for what was typed; the last word is the one to go on with."""
    words = typed.split(" ")
    number = str(len(words) - 1)
    said = run(cwd=cwd, _WIJKPLAN_COMPLETE=f"{shell}_complete", COMP_WORDS=typed, COMP_CWORD=number).splitlines()
    return [line.partition(",")[2] for line in said if line] if shell == "bash" else said[1::3]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("wijkplan contr", ["controleer"]),
        ("wijkplan controleer --al", ["--alles"]),
        ("wijkplan kader int", ["interventies"]),
        ("wijkplan kader interventies cam", ["cameratoezicht"]),
        ("wijkplan kader randvoorwaarden urg", ["urgentiebesef"]),
        ("wijkplan kader onzin urg", []),
        ("wijkplan genereer a.yaml --huisstijl fr", ["fris", "fr"]),
        ("wijkplan genereer a.yaml --document col", ["collegevoorstel"]),
        ("wijkplan genereer a.yaml --formaat docx,h", ["docx,html"]),
        ("wijkplan overz", ["overzicht"]),
        ("wijkplan overzicht regio --formaat x", ["xlsx"]),
        ("wijkplan huisstijl controleer neu", ["neutraal", "neu"]),
        ("wijkplan aanvullen pow", ["powershell"]),
        ("wijkplan vraag wijk.cijf", None),
        ("wijkplan voeg-toe mijl", ["mijlpaal"]),
        ("wijkplan voeg-toe interventie jongerenw", ["jongerenwerk", "jongerenw"]),
        ("wijkplan onzin x", []),
    ],
)
def test_each_shell_is_offered_what_goes_on(shell: str, typed: str, expected: list[str] | None, tmp_path: Path) -> None:
    """Commands, options, ids of the framework, house styles, kinds of document and formats; no error for nonsense."""
    found = offered(shell, typed, tmp_path)
    assert found == expected if expected is not None else "wijk.cijfers" in found


def test_an_id_is_offered_with_its_title(tmp_path: Path, kader: Framework) -> None:
    """PowerShell and zsh show what an id stands for."""
    typed = "wijkplan kader interventies cameratoezicht"
    for shell in ("powershell", "zsh"):
        said = run(cwd=tmp_path, _WIJKPLAN_COMPLETE=f"{shell}_complete", COMP_WORDS=typed, COMP_CWORD="3")
        title = next(item.titel for item in kader.interventies if item.id == "cameratoezicht")
        assert said.splitlines() == ["plain", "cameratoezicht", title]


def test_a_real_bash_completes(tmp_path: Path) -> None:
    """What `aanvullen bash` writes is read by bash, and fills in what Tab would."""
    bash = shutil.which("bash")
    assert bash is not None
    program = tmp_path / "wijkplan"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(./wijkplan aanvullen bash)"; COMP_WORDS=(./wijkplan kader interventies camera); COMP_CWORD=3;'
        ' _wijkplan_completion ./wijkplan; printf "%s\\n" "${COMPREPLY[@]}"; complete -p wijkplan'
    )
    said = subprocess.run([bash, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["cameratoezicht", "complete -o nosort -F _wijkplan_completion wijkplan"]


def test_powershell_asks_the_program_that_was_typed(tmp_path: Path) -> None:
    """The script registers the name, which PowerShell also finds for a path, and calls what stands on the line."""
    said = run("aanvullen", "powershell", cwd=tmp_path)
    assert "Register-ArgumentCompleter -Native -CommandName wijkplan" in said
    assert "& $commandAst.GetCommandName() 2>$null" in said
    assert said.isascii()
    assert said.count("{") == said.count("}")


def test_another_shell_is_explained(tmp_path: Path) -> None:
    """The message names the ones that there are."""
    assert "Kies uit: 'bash', 'zsh', 'powershell'" in run("aanvullen", "fish", cwd=tmp_path, code=2)
