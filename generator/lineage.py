"""What a document is made from, in versions and digests: it is kept in the document, to bring it up to date later.

A digest says whether something changed, not where it stood: no path and no name of a file goes along.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.answers.shape import known_keys
from generator.document_kinds import FOLDER, PLAN, template_of
from generator.framework import load_framework
from generator.housestyle import built_in_styles
from generator.problems import located
from generator.resources import framework_file, templates_dir
from generator.word.package.archive import read_file
from generator.word.provenance import MadeFrom

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.checks import Checked
    from generator.housestyle import HouseStyleFiles
    from generator.image_files import ImageFile


def made_from(checked: Checked, house_style: HouseStyleFiles, kind: str) -> MadeFrom:
    """Return what a document is made from.

    Args:
        checked: The answers.
        house_style: The house style.
        kind: The kind of document.

    Raises:
        ProblemsError: The Word file of the house style cannot be read.
    """
    settings = house_style.settings.text if house_style.settings else ""
    with located(house_style.locate):
        word = read_file(house_style.word)
    return MadeFrom(
        answers=checked.source.text,
        bases=tuple(basis.text for basis in checked.source.bases),
        document=kind,
        program=__version__,
        answer_form=_digest([_answer_keys().encode()]),
        framework=load_framework().versie,
        framework_digest=_digest([framework_file().read_bytes()]),
        templates_digest=_digest(_templates([templates_dir() / PLAN, *house_style.sjablonen], kind)),
        house_style=_name(house_style),
        house_style_digest=_digest([word, settings.encode()]),
    )


def fingerprint(made: MadeFrom, asked: object, pictures: Mapping[str, ImageFile]) -> str:
    """Return the digest of everything that documents hang on: as long as it stays as it is, so do they.

    Args:
        made: What they are made from.
        asked: How they were asked for.
        pictures: The pictures beside the answers, by key.
    """
    shown = (item.data for _, item in sorted(pictures.items()))
    return _digest([_program(), repr(made).encode(), repr(asked).encode(), *shown])


@cache
def _program() -> bytes:
    """Return the digest of the program itself, which may change while its version stays."""
    package = Path(__file__).parent
    return _digest(path.read_bytes() for path in sorted(package.rglob("*.py"))).encode()


def _answer_keys() -> str:
    """Return every key that an answer can have, and below which other ones."""
    known = known_keys()
    groups = [f"{name}: {sorted(keys)}" for name, keys in sorted({**known.groups, **known.items}.items())]
    return "\n".join([*groups, str(sorted(known.plain)), str(sorted(known.tables))])


def _templates(folders: Iterable[Path], kind: str) -> Iterable[bytes]:
    """Yield the name and the text of every template that a kind of document can be made with."""
    for folder in folders:
        for path in sorted(folder.rglob("*.j2")):
            name = path.relative_to(folder).as_posix()
            if not name.startswith(f"{FOLDER}/") or name == template_of(kind):
                yield name.encode()
                yield path.read_bytes()


def _name(house_style: HouseStyleFiles) -> str:
    """Return the name of a house style that comes with the program, as it is; empty for any other."""
    settings = [Path(house_style.settings.name)] if house_style.settings else []
    places = {path.resolve().parent for path in (house_style.word, *settings, *house_style.sjablonen)}
    return next((name for name, folder in built_in_styles().items() if places == {folder.resolve()}), "")


def _digest(pieces: Iterable[bytes]) -> str:
    """Return the digest of pieces; where one ends counts too."""
    total = hashlib.sha256()
    for piece in pieces:
        total.update(f"{len(piece)}\x00".encode())
        total.update(piece)
    return total.hexdigest()
