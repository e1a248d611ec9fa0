"""The note in which an adviser answers the reactions on a plan, made in the house style of that plan."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING

from generator import dutch
from generator.documents import Draft, make_document
from generator.housestyle import built_in_styles, find_house_style
from generator.plan.woorden import fixed_words
from generator.problems import ProblemsError, in_file, located
from generator.rendering import render_alone
from generator.roundtrip.reactions import reactions, read_copy
from generator.roundtrip.remade import made_from_answers
from generator.roundtrip.word_to_answers import Edited
from generator.saving import save
from generator.word.package.archive import read_file
from generator.word.provenance import is_untouched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.checks import Checked
    from generator.roundtrip.reactions import Copy, Reaction
    from generator.roundtrip.text_blocks import DocumentText
    from generator.saving import Saved

_TEMPLATE = "nota/reactienota.html.j2"
_LONGEST = 240
"""More of a text than this says no more about the place."""


def write_note(
    document: Path, readers: Sequence[Path], target: Path, huisstijl: Path | None = None, *, forceer: bool = False
) -> tuple[list[Reaction], Saved]:
    """Gather what readers said and changed, and write the note about it.

    Args:
        document: The document that the readers got.
        readers: What came back.
        target: The note.
        huisstijl: The house style of the note; that of the document when None, where it came with the program.
        forceer: Replace a note that somebody worked in; it is kept as `.bak`.

    Raises:
        ProblemsError: A file cannot be read, or the note not be written.
    """
    sent = Edited(document.stem, str(document), partial(read_file, document))
    copies = [Edited(_name_of(path, readers), str(path), partial(read_file, path)) for path in readers]
    found, made = make_note(sent, copies, huisstijl)
    return found, save(made, target, forceer=forceer, is_own=is_untouched)


def make_note(
    document: Edited, readers: Iterable[Edited], huisstijl: Path | None = None
) -> tuple[list[Reaction], bytes]:
    """Gather what readers said and changed, and return that with the note about it, a document for Word.

    Args:
        document: The document that the readers got.
        readers: What came back, each called after who read it.
        huisstijl: As for `write_note`.

    Raises:
        ProblemsError: A file cannot be read.
    """
    sent = _copy(document)
    found = reactions(sent, [_copy(reader) for reader in readers])
    text = sent.text
    name = text.ancestor.made_from.house_style if text.ancestor else ""
    style = find_house_style(huisstijl if huisstijl else built_in_styles().get(name))
    title = next((paragraph.text for paragraph in text.paragraphs if paragraph.text), document.title)
    checked = _checked(text)
    answers = checked.antwoorden if checked else None
    page = render_alone(
        _TEMPLATE,
        fixed_words(None, style.layout.woorden),
        onderwerp=f"“{title}”",
        organisatie=(answers.gemeente.naam or "") if answers else "",
        versie=answers.document.versie if answers else None,
        status=dutch.woord(answers.document.status) if answers else "onbekend",
        aantal=len(found),
        lezers=dutch.opsomming(list(dict.fromkeys(item.who for item in found))) or "niemand",
        hoofdstukken=[
            {"kop": heading or "Voor in het document", "reacties": [_shown(item) for item in items]}
            for heading, items in groupby(found, key=lambda item: item.chapter)
        ],
    )
    return found, make_document(Draft(page, style, checked), "docx")


def _copy(edited: Edited) -> Copy:
    with located(in_file(edited.place)):
        return read_copy(edited.read(), edited.title)


def _name_of(path: Path, readers: Sequence[Path]) -> str:
    """Return what one reader is called: by a name that no other reader has where that is possible."""
    is_alone = sum(other.stem == path.stem for other in readers) == 1
    return path.stem if is_alone else f"{path.parent.name}/{path.stem}"


def _checked(sent: DocumentText) -> Checked | None:
    """Return the answers of the plan that was sent; None where it does not say them to this program."""
    try:
        return made_from_answers(sent.ancestor, "") if sent.ancestor else None
    except ProblemsError:
        return None


def _shown(reaction: Reaction) -> dict[str, object]:
    about = reaction.words or reaction.was
    if reaction.said:
        lines = reaction.said.split("\n")
    elif not reaction.was:
        lines = [f"Nieuw: {reaction.becomes}"]
    elif not reaction.becomes:
        lines = [f"Weg: {reaction.was}"]
    else:
        lines = [f"Was: {reaction.was}", f"Wordt: {reaction.becomes}"]
    return {"wie": reaction.who, "bij": shorten(about, _LONGEST, placeholder=" …"), "regels": lines}
