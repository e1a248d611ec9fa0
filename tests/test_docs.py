"""The documentation is true: its commands run, its table is that of the command line, its links arrive."""

from __future__ import annotations

import re
import shlex
import shutil
from html import escape
from typing import TYPE_CHECKING

import click
import pytest

from generator.answers.questions import questions
from generator.cli import wijkplan
from generator.housestyle import find_house_style
from generator.housestyle.settings import Huisstijl
from generator.inspection import GROUPS, inspect
from generator.specimen import make_specimen, sample_answers
from generator.word.roles import PUBLIC, ROLES, dutch_name
from scripts import build_docs
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, checked, paragraphs
from tests.support.templates import build

if TYPE_CHECKING:
    from pathlib import Path

README = ROOT / "README.md"
GUIDE = ROOT / "docs" / "handleiding.md"
HOUSE_STYLE = ROOT / "docs" / "huisstijl.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
DOCUMENTS = sorted([README, CONTRIBUTING, *ROOT.glob("docs/**/*.md"), ROOT / "CHANGELOG.md", ROOT / "SECURITY.md"])


def commands(document: Path) -> list[list[str]]:
    """Return the words of every command in the console blocks of a document, in order."""
    blocks = re.findall(r"^ *```console\n(.*?)^ *```", document.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize(
    "document",
    [README, pytest.param(GUIDE, marks=pytest.mark.office), HOUSE_STYLE],
    ids=["README", "handleiding", "huisstijl"],
)
def test_the_commands_run_as_they_stand(document: Path, tmp_path: Path) -> None:
    """Typed over in that order, each command does its work, and in the end there is a plan."""
    shutil.copy(ROOT / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx", tmp_path / "sjabloon.dotx")
    shown = commands(document)
    assert len(shown) >= 3
    for program, *words in shown:
        assert program == "wijkplan"
        run(*words, cwd=tmp_path)
    assert paragraphs((tmp_path / "mijn-wijk" / "plan.docx").read_bytes())


def test_the_readme_lists_the_commands_of_the_command_line() -> None:
    """The table has every command, in the order of `--help`, and no other."""
    assert re.findall(r"^\| `wijkplan ([\w-]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE) == [
        *wijkplan.commands
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_and_options_that_are_named_exist(document: Path) -> None:
    """Every `wijkplan …` between backticks is a command, and every `--option` belongs to one."""
    quoted = re.findall(r"`([^`\n]+)`", document.read_text(encoding="utf-8"))
    offered = [*wijkplan.commands.values()]
    offered += [part for group in offered if isinstance(group, click.Group) for part in group.commands.values()]
    known = {name for command in offered for option in command.params for name in option.opts}
    known |= {"--help", "--versie", "--version"}
    for text in quoted:
        if match := re.match(r"(?:\S*[/\\])?wijkplan ([a-z][a-z-]*)", text):
            assert match.group(1) in wijkplan.commands, text
        assert set(re.findall(r"(?<!\S)--[a-z]+(?:-[a-z]+)*", text)) <= known, text


@pytest.mark.parametrize("document", sorted(ROOT.glob("docs/*.md")), ids=lambda path: path.name)
def test_the_commands_of_a_guide_do_on_windows_what_they_say(document: Path) -> None:
    """No `>`, with which PowerShell writes UTF-16; no `py`, which the Python of the Store lacks; no folder of Linux."""
    text = document.read_text(encoding="utf-8")
    blocks = re.findall(r"```(?:console|powershell)\n(.*?)```", text, re.DOTALL)
    named = re.findall(r"`((?:\.\\)?wijkplan [^`\n]+)`", text) + re.findall(r"^wijkplan .*", text, re.MULTILINE)
    typed = [line for block in blocks for line in block.splitlines()] + named
    for line in typed:
        assert not re.search(r"(?<!-)>|^\s*py |\.venv|/bin/", line), line


@pytest.mark.parametrize(("document", "targets"), [(README, {"example", "test"}), (CONTRIBUTING, {"quick", "test"})])
def test_the_targets_of_make_exist(document: Path, targets: set[str]) -> None:
    """Every `make …` that is named is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"`make (\w+)`", document.read_text(encoding="utf-8"))
    assert targets <= set(named)
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in named)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_pictures_are_there(document: Path) -> None:
    """A link within the repository leads to a file; a picture has a text for who cannot see it."""
    text = re.sub(r"`[^`\n]*`", "", document.read_text(encoding="utf-8"))
    for alternative, address in re.findall(r"!?\[([^\]]*)\]\(([^)]+)\)", text):
        assert alternative
        if not re.match(r"https?:|#", address):
            assert (document.parent / address.split("#")[0]).exists(), address


@pytest.mark.parametrize("document", [README, CONTRIBUTING, ROOT / "SECURITY.md"], ids=lambda path: path.name)
def test_paths_are_there(document: Path) -> None:
    """Every path between backticks is in the repository, but for what a command makes."""
    for path in re.findall(r"`([\w./-]+/[\w./-]*)`", document.read_text(encoding="utf-8")):
        assert (ROOT / path).exists() or path.startswith(("mijn-wijk/", ".venv/")), path


def test_modules_that_are_named_are_there() -> None:
    """Every `generator.…` in a decision or guide is a module, or a name that stands in one."""
    for document in DOCUMENTS:
        for name in re.findall(r"`(generator(?:\.\w+)+)`", document.read_text(encoding="utf-8")):
            *package, last = name.split(".")
            place = ROOT.joinpath(*package, last)
            inside = ROOT.joinpath(*package).with_suffix(".py")
            assert place.is_dir() or place.with_suffix(".py").is_file() or last in inside.read_text(encoding="utf-8"), (
                name
            )


def test_the_readme_fits_two_screens() -> None:
    """Who opens the repository sees what it is and how to start, without much scrolling."""
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 90


def test_the_answers_in_the_guide_are_understood() -> None:
    """The example of an answer file in the guide gives no fault."""
    text = GUIDE.read_text(encoding="utf-8")
    [example] = [block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if block.startswith("wijk:")]
    assert checked(f"gemeente: {{naam: Elzenbeek}}\n{example}").fouten == ()


@pytest.mark.parametrize(
    ("document", "heading"), [(GUIDE, "## Als het niet lukt"), (HOUSE_STYLE, "## Wat betekent deze melding?")]
)
def test_the_messages_in_a_guide_are_those_of_the_program(document: Path, heading: str) -> None:
    """What a guide says that you will see, is what the program says."""
    table = document.read_text(encoding="utf-8").split(heading)[1]
    said = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py"))
    shown = re.findall(r"^\| \*([^*]+)\* \|", table, re.MULTILINE)
    assert shown
    for words in shown:
        parts = [part.strip() for part in words.split("…")]
        assert all(part in said for part in parts) or words.startswith("wijkplan wordt niet"), words


def test_what_the_guide_shows_of_the_screen_is_what_shows() -> None:
    """Each line, but for the numbers in it, is a line of the check that the block begins with."""
    shown = [block.splitlines() for block in _blocks(GUIDE, "text") if block.startswith("examples/")]
    assert shown
    for lines in shown:
        real = re.sub(r"\d+", "0", run("controleer", lines[0], cwd=ROOT, COLUMNS="101")).splitlines()
        assert [line for line in lines if line.strip() != "…" and re.sub(r"\d+", "0", line) not in real] == []


def _blocks(document: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL)


def _first_column(heading: str) -> list[str]:
    table = HOUSE_STYLE.read_text(encoding="utf-8").split(f"\n{heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def test_the_roles_in_the_house_style_guide_are_those_of_the_program() -> None:
    """The table has every role, in the order of `huisstijl controleer`, with the name that a Dutch Word shows."""
    table = HOUSE_STYLE.read_text(encoding="utf-8").split("### Rollen en stijlen")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", table, re.MULTILINE)
    roles = [role for group in GROUPS.values() for role in group]
    assert rows == [(role, dutch_name(ROLES[PUBLIC[role]].name)) for role in roles]


def test_the_keys_in_the_house_style_guide_are_all_keys() -> None:
    """The table and the example have every key of `huisstijl.yaml`, in the order of a new file."""
    assert _first_column("## Meer kiezen: de map en huisstijl.yaml") == list(questions(Huisstijl))
    (example,) = [block for block in _blocks(HOUSE_STYLE, "yaml") if not block.startswith("huisstijl:")]
    assert re.findall(r"^(\w+):", example, re.MULTILINE) == list(questions(Huisstijl))


@pytest.mark.slow
def test_the_settings_in_the_house_style_guide_make_a_plan(tmp_path: Path) -> None:
    """The example of `huisstijl.yaml` gives no fault, and neither do the answers that name a house style."""
    settings, answers = _blocks(HOUSE_STYLE, "yaml")
    folder = tmp_path / "onze-huisstijl"
    folder.mkdir()
    neutral = ROOT / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx"
    shutil.copy(neutral, folder / "rapport.dotx")
    (folder / "huisstijl.yaml").write_text(settings, encoding="utf-8")
    assert [item for item in inspect(folder) if item.soort == "fout"] == []
    (tmp_path / "wijk").mkdir()
    (tmp_path / "wijk" / "antwoorden.yaml").write_text(MINIMUM + answers, encoding="utf-8")
    run("genereer", "wijk/antwoorden.yaml", cwd=tmp_path)
    shown = [text for _, text in paragraphs((tmp_path / "wijk" / "plan.docx").read_bytes())]
    assert any(text.startswith("Overzicht 1. ") for text in shown)


def test_the_placeholders_in_the_house_style_guide_are_right(tmp_path: Path) -> None:
    """Each placeholder in the table and in the examples is one that a plan fills in, all with an answer."""
    lines = [*_first_column("## Invulplekken"), *_blocks(HOUSE_STYLE, "jinja")[0].splitlines()]
    assert len(lines) > 10
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in [*lines, "{{ inhoud }}"])
    template = tmp_path / "sjabloon.docx"
    template.write_bytes(build(body=body))
    assert [item for item in inspect(template) if item.soort == "fout"] == []
    shown = [text for _, text in paragraphs(make_specimen(find_house_style(template), sample_answers()))]
    assert shown[: len(lines)] != lines
    assert not any("{{" in text or "{%" in text or "nog in te vullen" in text for text in shown[: len(lines)])
    assert "5\u00a0januari 2026" in shown


def test_the_page_on_templates_is_up_to_date() -> None:
    """What follows from the model stands in the page as the model is now; `make docs` brings it there."""
    text = build_docs.PAGE.read_text(encoding="utf-8")
    assert {*re.findall(r"<!-- begin: (\w+) -->", text)} == {*build_docs.PARTS}
    assert build_docs.built(text) == text


def test_the_map_of_the_code_names_every_part() -> None:
    """Each package and module of the program is in the map, and every path in the map is there."""
    text = (ROOT / "docs" / "structure.md").read_text(encoding="utf-8")
    quoted = re.findall(r"`([\w./]+)`", text)
    for path in quoted:
        if path.startswith(("generator/", "templates/", "tests/", "benchmarks/")):
            assert (ROOT / path).exists(), path
    named = {path.rstrip("/").rsplit("/", 1)[-1] for path in quoted}
    packages = {path.name for path in (ROOT / "generator").iterdir() if (path / "__init__.py").exists()}
    inside = {path.name for path in (ROOT / "generator" / "word").iterdir() if (path / "__init__.py").exists()}
    assert (packages | inside) - {"word"} <= named
