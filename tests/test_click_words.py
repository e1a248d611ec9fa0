"""The Dutch of click: nothing that it can say to a user is left in English, whatever version of click there is."""

from __future__ import annotations

import ast
import re
import string
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from generator.cli.click_words import COUNTED, WORDS, dutch_click
from generator.cli.dutch_command import DutchCommand, DutchGroup, explain

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = sorted(Path(click.__file__).parent.glob("*.py"))
NOT_OURS = {"_termui_impl.py"}
"""The editor, the pager and the progress bar, which no command here shows."""
FOR_PROGRAMMERS = (
    "Could not determine name",
    "No options defined but a name",
    "Arguments take exactly one",
    "Name '{name}' defined twice",
    "Boolean option {decl!r}",
    "Unknown color",
    "Unknown standard stream",
    "Choice({choices})",
)
"""What click says to who writes a command, as soon as the program starts."""
COMPUTED = {"extra['required']": "required"}
"""What click hands to gettext without spelling it there, and what that is."""


def said() -> Iterator[tuple[str, ...]]:
    """Yield each message of click: one text, or one for a single thing and one for more."""
    for path in SOURCES:
        for item in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            asks = isinstance(item, ast.Call) and isinstance(item.func, ast.Name) and item.func.id in {"_", "ngettext"}
            own = asks and isinstance(item.args[0], ast.Name)  # the help that a command brings itself
            if asks and not own and path.name not in NOT_OURS:
                count = 1 if item.func.id == "_" else 2
                yield tuple(
                    text.value if isinstance(text, ast.Constant) else COMPUTED[ast.unparse(text)]
                    for text in item.args[:count]
                )


def fields(text: str) -> set[str]:
    """Return the names that a message has filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name} | set(re.findall(r"%\((\w+)\)", text))


def test_every_message_of_click_has_a_dutch_one() -> None:
    """A version of click that says something new turns this red."""
    messages = set(said())
    assert len(messages) > 50
    missing = [text for text in messages if text[0] not in (COUNTED if len(text) > 1 else WORDS)]
    assert [text for text in missing if not text[0].startswith(FOR_PROGRAMMERS)] == []


def test_a_dutch_message_asks_for_nothing_that_click_does_not_fill_in() -> None:
    """Each name between braces is one of the English message."""
    for message in said():
        dutch = COUNTED.get(message[0], ()) if len(message) > 1 else (WORDS.get(message[0], ""),)
        known = set().union(*map(fields, message))
        assert all(fields(text) <= known for text in dutch), message


def test_click_asks_gettext_by_the_names_that_are_replaced() -> None:
    """And a module that is not there yet when a command starts says nothing to its user."""
    late = set()
    for path in SOURCES:
        names = {
            (alias.name, alias.asname or alias.name)
            for item in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(item, ast.ImportFrom) and item.module == "gettext"
            for alias in item.names
        }
        assert names <= {("gettext", "_"), ("ngettext", "ngettext")}, path.name
        if names and f"click.{path.stem}" not in sys.modules:
            late.add(path.name)
    assert late <= NOT_OURS | {"_winconsole.py", "shell_completion.py"}


@click.group(cls=DutchGroup)
def group() -> None:
    """Doe iets."""


@group.command(cls=DutchCommand)
@click.argument("bestand", type=click.Path(exists=True, dir_okay=False))
@click.option("--keuze", type=click.Choice(["rood", "blauw"]), help="Kies.", show_default=True, default="rood")
@click.option("--getal", type=click.IntRange(1, 9), help="Tel.")
@click.option("--ja-of-nee", type=bool, help="Zeg het.")
@click.option("--paar", nargs=2, type=int, help="Noem er twee.")
@click.option("--nodig", required=True, metavar="WOORD", help="Dit moet.", envvar="WIJKPLAN_NODIG", show_envvar=True)
@click.option("--dag", type=click.DateTime(["%Y-%m-%d"]), metavar="DAG", help="Een dag.")
@click.option("--vlag", is_flag=True, help="Zet aan.")
@click.pass_context
def opdracht(context: click.Context, **_: object) -> None:
    """Doe dit."""
    del context


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("opdracht {map}", "is een map, geen bestand."),
        ("opdracht weg.txt", "“weg.txt” bestaat niet."),
        ("opdracht {bestand} --keuze geel", "“geel” is geen keuze. Kies uit: 'rood', 'blauw'."),
        ("opdracht {bestand} --getal tien", "“tien” is geen getal."),
        ("opdracht {bestand} --getal 10", "10 valt buiten 1<=x<=9."),
        ("opdracht {bestand} --ja-of-nee misschien", "“misschien” is geen ja of nee."),
        ("opdracht {bestand} --paar 1", "Bij de optie “--paar” horen 2 waarden."),
        ("opdracht {bestand} --dag morgen", "“morgen” heeft niet de vorm '%Y-%m-%d'."),
        ("opdracht {bestand} --vlag=ja", "Bij de optie “--vlag” hoort geen waarde."),
        ("opdracht {bestand} --getal", "Bij de optie “--getal” hoort een waarde."),
        ("opdracht {bestand}", "Deze optie ontbreekt nog: '--nodig'"),
        ("opdracht", "Dit ontbreekt nog: 'BESTAND'."),
        ("opdracht {bestand} twee --nodig x", "Dit staat er te veel: twee."),
        ("opdracht {bestand} twee drie --nodig x", "Dit staat er te veel: twee drie."),
        ("opdracht --nodg x", "De optie “--nodg” bestaat niet. Bedoelde je “--nodig”?"),
        ("-x", "De optie “-x” bestaat niet."),
    ],
)
def test_what_click_says_of_a_mistyped_command_is_dutch(words: str, expected: str, tmp_path: Path) -> None:
    """The whole sentence, from click as it is installed."""
    file = tmp_path / "a.txt"
    file.touch()
    typed = [word.format(map=tmp_path, bestand=file) for word in words.split()]
    with dutch_click():
        with pytest.raises(click.UsageError) as caught:
            group.main(typed, prog_name="wijkplan", standalone_mode=False)
        assert expected in explain(caught.value)


def test_the_help_of_click_is_dutch() -> None:
    """Headings, and what stands between brackets after an option."""
    with dutch_click():
        shown = CliRunner().invoke(group, ["opdracht", "--help"], prog_name="wijkplan").output
    assert shown.startswith("Gebruik: wijkplan opdracht [OPTIES] BESTAND")
    assert "Opties:" in shown
    assert "[zonder deze optie: rood]" in shown
    assert re.search(r"\[omgevingsvariabele: +WIJKPLAN_NODIG; +verplicht\]", " ".join(shown.split()))


def test_a_group_without_a_command_explains_itself() -> None:
    """As a usage error, in every version of click."""
    with dutch_click():
        ended = CliRunner().invoke(group, [], prog_name="wijkplan")
    assert ended.exit_code == 2
    assert ended.output.startswith("Gebruik: wijkplan [OPTIES] OPDRACHT")


def test_click_has_its_own_words_back_after_a_command() -> None:
    """Who uses click in the same process does not hear us."""
    with dutch_click():
        pass
    assert "Usage:" in CliRunner().invoke(click.Command("x"), ["--help"]).output
