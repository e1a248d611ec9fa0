"""Makes a specimen of a house style: one document with every role of text, each beside the name of its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents import Draft, make_document
from generator.housestyle import SETTINGS_FILE, find_house_style
from generator.plan.woorden import fixed_words
from generator.problems import ProblemsError, located
from generator.resources import templates_dir
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.checks import Checked
    from generator.housestyle import HouseStyleFiles
    from generator.saving import Saved
    from generator.word.styling.style_search import Found


def make_specimen(files: HouseStyleFiles, checked: Checked | None = None) -> bytes:
    """Return the specimen of a house style as a Word document.

    Args:
        files: The house style.
        checked: Answers to fill in its placeholders with; without them these stay as they are.

    Raises:
        ProblemsError: The house style has a fault.
    """
    workshop = Workshop()
    page = specimen_page(files, _styles(files, workshop))
    return make_document(Draft(page, files, checked, workshop), "docx")


def specimen_page(files: HouseStyleFiles, styles: Mapping[str, Found]) -> str:
    """Return the page of a specimen, in the vocabulary of the Word writer.

    Args:
        files: The house style.
        styles: The style of each role, by the public name of that role.
    """
    from generator.rendering import render_specimen

    said = {role: f"“{found.getoond}”, {found.uitleg}." for role, found in styles.items()}
    return render_specimen(_name(files), said, fixed_words(None, files.layout.woorden))


def write_specimen(place: Path | None, target: Path, *, forceer: bool) -> Saved:
    """Make the specimen of a house style and write it.

    Args:
        place: The house style, as `--huisstijl` takes it; the neutral one when None.
        target: The Word file to write.
        forceer: Replace a file that is not ours alone; it is kept as `.bak`.

    Raises:
        ProblemsError: The house style has a fault, or the file may not be written.
    """
    from generator.saving import save
    from generator.word.provenance import is_untouched

    if target.suffix.lower() != ".docx" and not target.is_dir():
        remedy = f"Kies een naam die op .docx eindigt, bijvoorbeeld -o {target.stem or 'proef'}.docx."
        raise ProblemsError.about(target, "Een proef is een Word-bestand.", remedy)
    document = make_specimen(find_house_style(place), sample_answers())
    return save(document, target, forceer=forceer, is_own=is_untouched)


def sample_answers() -> Checked:
    """Return invented answers, with which a house style can be tried."""
    from generator.checks import check
    from generator.framework import load_framework
    from generator.source import load

    return check(load(templates_dir() / "proef" / "antwoorden.yaml"), load_framework())


def _name(files: HouseStyleFiles) -> str:
    """Return what people call a house style: the name of its folder, or of its Word file when that says more."""
    word = files.word
    return word.resolve().parent.name if word.stem.casefold() == SETTINGS_FILE.partition(".")[0] else word.name


def _styles(files: HouseStyleFiles, workshop: Workshop) -> dict[str, Found]:
    from generator.word.word_report import report

    with located(files.locate):
        return report(workshop.word_file(files.word), files.options).styles
