"""The stages in order, from an answer file to a plan.

1. `source` reads the answer file; `framework` gives the framework.
2. `checks` compares them and collects every problem.
3. `housestyle` finds the house style and reads what it asks beside its Word file.
4. `plan` brings answers and framework together in what templates see.
5. `rendering` turns that into one page of semantic HTML, with the templates of the house style first.
6. `documents` makes the files of it: with `word` or `web`, and `pdf` lets LibreOffice lay out the one of `word`.
7. `saving` writes them, whole or not at all, and never over somebody's work; `targets` says where.
8. `accessibility` looks whether everybody can read the document for Word.

Each stage is imported when it is needed, so that a command pays only for what it uses. What one plan shares with the
next, compiled templates and opened Word files, is in a `workshop`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.document_kinds import PLAN, choose_kind, template_of
from generator.documents import Draft, Output, make_documents
from generator.problems import ProblemsError
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.accessibility import Finding, Origins
    from generator.checks import Checked
    from generator.framework import Framework
    from generator.housestyle import HouseStyleFiles
    from generator.saving import Saved
    from generator.source import KnownKeys
    from generator.word.assembly import Written
    from generator.word.frame.remnants import Remnant
    from generator.word.reading.opening import Package


Stage: TypeAlias = Literal["lezen", "maken", "bewaren"]


@dataclass(frozen=True, slots=True)
class Made:
    """A plan that was written, in one or more formats."""

    saved: tuple[Saved, ...]
    checked: Checked
    document: Path | None = None
    """The one for Word, where that was asked."""
    faults: Origins | None = None
    """What keeps people from reading that document."""
    remnants: tuple[Remnant, ...] = ()
    """What of its house style spoke of another document."""


def check_file(answers: Path) -> Checked:
    """Read and check an answer file.

    Raises:
        ProblemsError: The file cannot be read as YAML, and it is not clear what it should be.
    """
    from generator.checks import check
    from generator.framework import load_framework
    from generator.source.shared_answers import read_whole

    framework = load_framework()
    return check(read_whole(answers, known_keys_of(framework)), framework)


def known_keys_of(framework: Framework) -> KnownKeys:
    """Return the keys that may stand in a file with answers: they tell a key from text."""
    from generator.answers.shape import known_keys

    return known_keys(ids=frozenset(item.id for item in framework.randvoorwaarden))


def make_page(
    checked: Checked,
    house_style: HouseStyleFiles | None = None,
    document: str = PLAN,
    *,
    opmerkingen: bool = True,
    workshop: Workshop | None = None,
) -> str:
    """Return the plan or another document as a page of semantic HTML.

    A house style gives it its order of chapters, its words and its templates.

    Args:
        checked: The answers.
        house_style: What the house style asks; nothing when None.
        document: The kind of document.
        opmerkingen: Whether open points and advice are comments in Word too; a plan that was adopted has none.
        workshop: What plans share; one of its own when None.

    Raises:
        ProblemsError: A template has a fault.
    """
    from generator.framework import load_framework
    from generator.plan import build

    wanted = opmerkingen and checked.antwoorden.document.status != "vastgesteld"
    layout = house_style.layout if house_style else None
    plan = build(
        checked.antwoorden,
        load_framework(),
        checked.problems,
        layout,
        opmerkingen=wanted,
        afbeeldingen=checked.afbeeldingen,
    )
    templates = (workshop or Workshop()).templates
    return templates.render(plan, house_style.sjablonen if house_style else (), template_of(document))


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of one answer file: small, and fit to be sent to another process."""

    answers: Path
    output: Output
    """The document and its formats."""
    huisstijl: Path | None = None
    """A folder, a Word file or a name; when None the one that the answers name, else the neutral one."""
    opmerkingen: bool = True
    """Put open points and advice beside the text as comments."""
    schoon: bool = False
    """Leave out of the document for Word what it is made from."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Answers in which nothing stops the document that is asked, with what it is made with."""

    wish: Wish
    checked: Checked
    house_style: HouseStyleFiles
    kind: str


@dataclass(frozen=True, slots=True)
class Product:
    """The files that were made, in memory."""

    files: dict[str, bytes]
    """By format, in the order in which they were asked."""
    faults: Origins | None
    """What keeps people from reading the document for Word."""
    house_style: Path
    """The Word file of the house style that they were made with."""
    remnants: tuple[Remnant, ...] = ()
    """What of the house style spoke of another document."""


def generate(
    answers: Path,
    target: Path | None,
    output: Output | None = None,
    *,
    huisstijl: Path | None = None,
    forceer: bool = False,
    opmerkingen: bool = True,
    schoon: bool = False,
    workshop: Workshop | None = None,
    began: Callable[[Stage], None] = lambda _: None,
) -> Made:
    """Make a plan or another document and write it: in every format that is asked, or in none.

    Args:
        answers: The answer file.
        target: Where the plan goes, as `generator.targets` reads it; beside the answers when None.
        output: The document and its formats; without any, the format that the name of the target ends in, else Word.
        huisstijl: As in `Wish`, with the next two.
        forceer: Replace a plan that was changed since; it is kept as `.bak`.
        opmerkingen: As in `Wish`.
        schoon: As in `Wish`.
        workshop: What plans share, for who makes more than one; one of its own when None.
        began: Is told of each stage that begins.

    Raises:
        ProblemsError: Something stops the plan; nothing was written.
        UnknownKindError: There is no such kind of document.
    """
    from generator.saving import save_all
    from generator.targets import choose_formats, name_targets

    asked = output or Output(())
    wanted = replace(asked, formaten=choose_formats(asked.formaten, target))
    began("lezen")
    ready = prepare(Wish(answers, wanted, huisstijl, opmerkingen, schoon))
    targets = name_targets(wanted.formaten, target, answers, ready.kind)
    began("maken")
    product = make(ready, workshop)
    began("bewaren")
    files = {targets[formaat]: data for formaat, data in product.files.items()}
    saved = save_all(files, forceer=forceer, is_own=is_own_document)
    return Made(saved, ready.checked, targets.get("docx"), product.faults, product.remnants)


def prepare(wish: Wish) -> Ready:
    """Read and check the answers, and find the house style and the kind of document.

    Raises:
        ProblemsError: Something stops the plan.
        UnknownKindError: There is no such kind of document.
    """
    checked = check_file(wish.answers)
    house_style = _house_style(checked, wish.huisstijl)
    return Ready(wish, checked, house_style, choose_kind(wish.output.document, house_style.sjablonen))


def make(ready: Ready, workshop: Workshop | None = None) -> Product:
    """Make a document in every format that is asked, and look whether everybody can read it; nothing is written.

    Args:
        ready: The answers, and what the document is made with.
        workshop: What plans share; one of its own when None.

    Raises:
        ProblemsError: A template or the house style has a fault, or LibreOffice does not do its work.
    """
    from generator.lineage import made_from

    wish, checked, house_style, kind = ready.wish, ready.checked, ready.house_style, ready.kind
    shared = workshop or Workshop()
    page = make_page(checked, house_style, kind, opmerkingen=wish.opmerkingen, workshop=shared)
    making = None if wish.schoon else made_from(checked, house_style, kind)
    documents = make_documents(Draft(page, house_style, checked, shared, making), wish.output)
    faults = _faults(documents.word, house_style.word) if documents.word else None
    return Product(documents.files, faults, house_style.word, documents.remnants)


def find_house_style(place: Path | None) -> HouseStyleFiles:
    """Return the files of a house style and what it asks; the neutral one when none is named.

    Raises:
        ProblemsError: There is no such house style, or something in it is wrong.
    """
    from generator import housestyle

    return housestyle.find_house_style(place)


def _faults(written: Written, template: Path) -> Origins:
    """Return what keeps people from reading a document, by who can mend it."""
    from generator.accessibility import by_origin
    from generator.word.reading.opening import open_document

    return by_origin(_serious(written.opened), lambda: _serious(lambda: open_document(template.read_bytes())))


def _serious(opened: Callable[[], Package]) -> list[Finding]:
    """Return the faults in a document; none where it is too large to be checked."""
    from generator.accessibility import check_package

    try:
        return check_package(opened(), serious=True)
    except ProblemsError:
        return []


def _house_style(checked: Checked, asked: Path | None) -> HouseStyleFiles:
    """Return the house style that was asked for, else the one that the answers name.

    Raises:
        ProblemsError: It cannot be used, or something in the answers stops the plan; with all problems of both.
    """
    stopping = checked.fouten if checked.is_draft else (*checked.fouten, *checked.open)
    try:
        found = find_house_style(asked) if asked else named_house_style(checked)
    except ProblemsError as error:
        raise ProblemsError([*stopping, *error.problems]) from error
    if stopping:
        raise ProblemsError(stopping)
    return found


def named_house_style(checked: Checked) -> HouseStyleFiles:
    """Return the house style that the answers name; when there is none of that name, that is a fault in the answers.

    Raises:
        ProblemsError: There is no such house style, or something in it is wrong.
    """
    from generator import housestyle

    named = checked.antwoorden.huisstijl
    if not named:
        return find_house_style(None)
    try:
        return housestyle.find_house_style(Path(named), beside=Path(checked.source.file_of(("huisstijl",))).parent)
    except housestyle.NoSuchHouseStyleError as error:
        (problem,) = error.problems
        said = (problem.soort, problem.melding, problem.oplossing)
        here = checked.source.problem(("huisstijl",), *said, value=True)
        raise ProblemsError([here]) from error


def is_own_document(existing: bytes) -> bool:
    """Tell whether a file is a plan that this program wrote and nobody changed since."""
    if existing.startswith(b"%PDF-"):
        from generator import pdf

        return pdf.is_untouched(existing)
    from generator.web import webpage
    from generator.word.provenance import is_untouched

    return is_untouched(existing) or webpage.is_untouched(existing)
