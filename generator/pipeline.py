"""The stages in order, from an answer file to a plan.

1. `source` reads the answer file; `framework` gives the framework.
2. `checks` compares them and collects every problem.
3. `housestyle` finds the house style and reads what it asks beside its Word file.
4. `plan` brings answers and framework together in what templates see.
5. `rendering` turns that into one page of semantic HTML, with the templates of the house style first.
6. `word` or `webpage` turns the page into a document.
7. `saving` writes it, whole or not at all, and never over somebody's work.

Each stage is imported when it is needed, so that a command pays only for what it uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsError, Soort

if TYPE_CHECKING:
    from generator.checks import Checked
    from generator.housestyle import HouseStyleFiles
    from generator.rendering.filling import Filler
    from generator.word.faults import PlaceholderFault

FORMATS = ("docx", "html")
_OTHER_FORMATS = ("pdf", "doc", "docm", "dotx", "dotm", "odt", "rtf", "txt", "md", "htm")
"""What a name may end in that promises something else than a plan can be."""


@dataclass(frozen=True, slots=True)
class Made:
    """A plan that was written."""

    target: Path
    backup: Path | None
    checked: Checked


def check_file(answers: Path) -> Checked:
    """Read and check an answer file.

    Raises:
        ProblemsError: The file cannot be read as YAML.
    """
    from generator.checks import check
    from generator.framework import load_framework
    from generator.source import load

    return check(load(answers), load_framework())


def make_page(checked: Checked, house_style: HouseStyleFiles | None = None, *, opmerkingen: bool = True) -> str:
    """Return the plan as a page of semantic HTML, with the order, words and templates of a house style.

    Args:
        checked: The answers.
        house_style: What the house style asks; nothing when None.
        opmerkingen: Whether open points and advice are comments in Word too; a plan that was adopted has none.

    Raises:
        ProblemsError: A template has a fault.
    """
    from generator.framework import load_framework
    from generator.plan import build
    from generator.rendering import TemplateError, render

    wanted = opmerkingen and checked.antwoorden.document.status != "vastgesteld"
    try:
        layout = house_style.layout if house_style else None
        plan = build(checked.antwoorden, load_framework(), checked.problems, layout, opmerkingen=wanted)
        return render(plan, house_style.sjablonen if house_style else ())
    except TemplateError as error:
        problem = Problem(error.template, error.line, 1, error.sleutel, Soort.FOUT, error.melding, error.oplossing)
        raise ProblemsError([problem]) from error


def make_document(page: str, formaat: str, house_style: HouseStyleFiles, checked: Checked | None = None) -> bytes:
    """Return the page as a file in one of `FORMATS`.

    Args:
        page: The page of the plan.
        formaat: One of `FORMATS`.
        house_style: The house style.
        checked: The answers, for the placeholders that the Word file of the house style has.

    Raises:
        ProblemsError: A template or the house style has a fault.
    """
    if formaat == "html":
        from generator import webpage

        return webpage.write(page)
    from generator.word import HouseStyleError, PageError, PlaceholdersError, write

    try:
        fill = partial(_filler, checked) if checked else None
        return write(page, house_style.word, house_style.options, make_fill=fill)
    except PlaceholdersError as error:
        raise ProblemsError(_placeholder_problem(house_style.word, fault) for fault in error.faults) from error
    except HouseStyleError as error:
        problem = Problem(str(house_style.word), 0, 0, "", Soort.FOUT, error.melding, error.oplossing)
        raise ProblemsError([problem]) from error
    except PageError as error:
        remedy = "Herstel het sjabloon dat dit schrijft."
        raise ProblemsError(
            [Problem("de pagina van het plan", error.line, 1, "", Soort.FOUT, error.melding, remedy)]
        ) from error


def _filler(checked: Checked) -> Filler:
    """Return what fills in the placeholders of a Word file; a house style without them never asks for it."""
    from generator.framework import load_framework
    from generator.plan import build
    from generator.rendering.filling import Filler

    return Filler(build(checked.antwoorden, load_framework(), checked.problems))


def _placeholder_problem(word: Path, fault: PlaceholderFault) -> Problem:
    melding = f"In {fault.part} staat “{fault.words}”. {fault.melding}"
    return Problem(str(word), 0, 0, "", Soort.FOUT, melding, fault.oplossing)


def generate(
    answers: Path,
    target: Path | None,
    *,
    formaat: str | None = None,
    huisstijl: Path | None = None,
    forceer: bool = False,
    opmerkingen: bool = True,
) -> Made:
    """Make a plan and write it.

    Args:
        answers: The answer file.
        target: Where the plan goes; beside the answers when None.
        formaat: One of `FORMATS`; when None the one that the name of `target` ends in, else Word.
        huisstijl: A folder, a Word file or a name; when None the one that the answers name, else the neutral one.
        forceer: Replace a plan that was changed since; it is kept as `.bak`.
        opmerkingen: Put open points and advice beside the text as comments.

    Raises:
        ProblemsError: Something stops the plan; nothing was written.
    """
    from generator.saving import save

    checked = check_file(answers)
    place, form = _place_and_form(answers, target, formaat)
    house_style = _house_style(checked, answers, huisstijl)
    page = make_page(checked, house_style, opmerkingen=opmerkingen)
    document = make_document(page, form, house_style, checked)
    if _same_file(place, answers):
        melding = "Dit is het bestand met je antwoorden. Daar schrijft wijkplan niet overheen."
        raise ProblemsError([Problem(str(place), 0, 0, "", Soort.FOUT, melding, "Kies een andere naam met -o.")])
    saved = save(document, place, forceer=forceer, is_own=_is_own)
    return Made(saved.target, saved.backup, checked)


def _place_and_form(answers: Path, target: Path | None, formaat: str | None) -> tuple[Path, str]:
    """Return where the plan goes and as what: a file always is what its name says."""
    ending = target.suffix.lower().removeprefix(".") if target else ""
    form = formaat or (ending if ending in FORMATS else FORMATS[0])
    if target is None:
        return answers.with_name(f"plan.{form}"), form
    if ending != form and ending in (*FORMATS, *_OTHER_FORMATS):
        melding = f"De naam eindigt op .{ending}, maar het plan wordt een {form}-bestand."
        remedy = f"Kies een naam die eindigt op .{form}, of kies een andere vorm met --formaat."
        raise ProblemsError([Problem(str(target), 0, 0, "", Soort.FOUT, melding, remedy)])
    if ending != form and not _is_there(target):
        return target.with_name(f"{target.name}.{form}"), form
    return target, form


def find_house_style(place: Path | None) -> HouseStyleFiles:
    """Return the files of a house style and what it asks; the neutral one when none is named.

    Raises:
        ProblemsError: There is no such house style, or something in it is wrong.
    """
    from generator import housestyle

    return housestyle.find_house_style(place)


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _house_style(checked: Checked, answers: Path, asked: Path | None) -> HouseStyleFiles:
    """Return the house style that was asked for, else the one that the answers name.

    Raises:
        ProblemsError: It cannot be used, or something in the answers stops the plan; with all problems of both.
    """
    stopping = checked.fouten if checked.is_draft else (*checked.fouten, *checked.open)
    try:
        found = find_house_style(asked) if asked else _named_in(checked, answers)
    except ProblemsError as error:
        raise ProblemsError([*stopping, *error.problems]) from error
    if stopping:
        raise ProblemsError(stopping)
    return found


def _named_in(checked: Checked, answers: Path) -> HouseStyleFiles:
    """Return the house style that the answers name; when there is none of that name, that is a fault in the answers.

    Raises:
        ProblemsError: There is no such house style, or something in it is wrong.
    """
    from generator import housestyle
    from generator.source import load

    named = checked.antwoorden.huisstijl
    if not named:
        return find_house_style(None)
    try:
        return housestyle.find_house_style(Path(named), beside=answers.parent)
    except housestyle.NoSuchHouseStyleError as error:
        (problem,) = error.problems
        here = load(answers).problem(("huisstijl",), problem.soort, problem.melding, problem.oplossing, value=True)
        raise ProblemsError([here]) from error


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there, or cannot be: saving says so
        return False


def _is_own(existing: bytes) -> bool:
    """Tell whether a file is a plan that this program wrote and nobody changed since."""
    from generator import webpage
    from generator.word import is_untouched

    return is_untouched(existing) or webpage.is_untouched(existing)
