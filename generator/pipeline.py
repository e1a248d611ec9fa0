"""The stages in order, from an answer file to a plan.

1. `source` reads the answer file; `framework` gives the framework.
2. `checks` compares them and collects every problem.
3. `plan` brings them together in what templates see.
4. `rendering` turns that into one page of semantic HTML, with the templates of the house style first.
5. `word` or `webpage` turns the page into a document.
6. `saving` writes it, whole or not at all, and never over somebody's work.

Each stage is imported when it is needed, so that a command pays only for what it uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsError, Soort

if TYPE_CHECKING:
    from pathlib import Path

    from generator.checks import Checked

FORMATS = ("docx", "html")
_OTHER_FORMATS = ("pdf", "doc", "docm", "dotx", "dotm", "odt", "rtf", "txt", "md", "htm")
"""What a name may end in that promises something else than a plan can be."""
WORD_FILE = "huisstijl.docx"
TEMPLATES = "sjablonen"


@dataclass(frozen=True, slots=True)
class HouseStyleFiles:
    """Where a house style is."""

    word: Path
    """The Word file."""
    sjablonen: tuple[Path, ...]
    """Folders with templates that go before the original ones."""


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


def make_page(checked: Checked, sjablonen: tuple[Path, ...] = (), *, opmerkingen: bool = True) -> str:
    """Return the plan as a page of semantic HTML.

    Args:
        checked: The answers.
        sjablonen: Folders with templates that go before the original ones.
        opmerkingen: Whether open points and advice are comments in Word too; a plan that was adopted has none.

    Raises:
        ProblemsError: A template has a fault.
    """
    from generator.framework import load_framework
    from generator.plan import build
    from generator.rendering import TemplateError, render

    wanted = opmerkingen and checked.antwoorden.document.status != "vastgesteld"
    try:
        plan = build(checked.antwoorden, load_framework(), checked.problems, opmerkingen=wanted)
        return render(plan, sjablonen)
    except TemplateError as error:
        problem = Problem(error.template, error.line, 1, "", Soort.FOUT, error.melding, "Herstel het sjabloon.")
        raise ProblemsError([problem]) from error


def make_document(page: str, formaat: str, house_style: HouseStyleFiles) -> bytes:
    """Return the page as a file in one of `FORMATS`.

    Raises:
        ProblemsError: A template or the house style has a fault.
    """
    if formaat == "html":
        from generator import webpage

        return webpage.write(page)
    from generator.word import HouseStyleError, PageError, write

    try:
        return write(page, house_style.word)
    except HouseStyleError as error:
        problem = Problem(str(house_style.word), 0, 0, "", Soort.FOUT, error.melding, error.oplossing)
        raise ProblemsError([problem]) from error
    except PageError as error:
        remedy = "Herstel het sjabloon dat dit schrijft."
        raise ProblemsError(
            [Problem("de pagina van het plan", error.line, 1, "", Soort.FOUT, error.melding, remedy)]
        ) from error


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
        huisstijl: A folder or Word file; when None the one that the answers name, else the neutral one.
        forceer: Replace a plan that was changed since; it is kept as `.bak`.
        opmerkingen: Put open points and advice beside the text as comments.

    Raises:
        ProblemsError: Something stops the plan; nothing was written.
    """
    from generator.saving import save

    checked = check_file(answers)
    place, form = _place_and_form(answers, target, formaat)
    if checked.stops:
        raise ProblemsError(checked.fouten if checked.is_draft else [*checked.fouten, *checked.open])
    house_style = find_house_style(huisstijl or _named_in(checked, answers))
    page = make_page(checked, house_style.sjablonen, opmerkingen=opmerkingen)
    document = make_document(page, form, house_style)
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
    """Return the files of a house style: a folder, or a bare Word file.

    Raises:
        ProblemsError: There is no such folder or file, or the folder holds no Word file.
    """
    from generator.resources import neutral_house_style

    chosen = place or neutral_house_style()
    if not _is_there(chosen):
        remedy = "Controleer de naam van de map of het bestand."
        raise _house_style_problem(chosen, "Deze huisstijl bestaat niet.", remedy)
    if chosen.is_dir():
        templates = chosen / TEMPLATES
        return HouseStyleFiles(_word_file(chosen), (templates,) if templates.is_dir() else ())
    return HouseStyleFiles(chosen, ())


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _word_file(folder: Path) -> Path:
    named = folder / WORD_FILE
    if named.exists():
        return named
    found = sorted(item for item in folder.iterdir() if item.suffix.lower() in {".docx", ".dotx", ".docm", ".dotm"})
    found = [item for item in found if not item.name.startswith("~$")]
    if len(found) != 1:
        count = "geen" if not found else "meer dan één"
        remedy = f"Noem het bestand {WORD_FILE}, of kies het Word-bestand zelf."
        raise _house_style_problem(folder, f"In deze map staat {count} Word-bestand.", remedy)
    return found[0]


def _house_style_problem(place: Path, melding: str, oplossing: str) -> ProblemsError:
    return ProblemsError([Problem(str(place), 0, 0, "", Soort.FOUT, melding, oplossing)])


def _named_in(checked: Checked, answers: Path) -> Path | None:
    named = checked.antwoorden.huisstijl
    return answers.parent / named if named else None


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
