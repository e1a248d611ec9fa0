"""Answers that a file takes from another one, its basis: read along with it, and laid under its own answers.

What the file says itself wins. Groups are merged, key by key; a list or an answer is taken whole or not at all; a key
without an answer is a question that the file leaves to its basis. A basis may have a basis of its own.
"""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import ProblemsError, Soort
from generator.source.yaml_file import parse, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.source.known_keys import KnownKeys
    from generator.source.tree import KeyPath, Source, Tree

BASIS = "basis"
"""The key that names another file."""
_MOST = 10
"""So many files in a row: region, municipality, neighbourhood, and room to spare."""
_ENDINGS = (".yaml", ".yml")


def read_whole(path: Path, known: KnownKeys) -> Source:
    """Read the YAML file at `path`, with what it takes from its basis.

    Raises:
        ProblemsError: As for `generator.source.read`; or a basis is not there, or is no file that may be one.
    """
    return with_bases(read(path, known), known)


def with_bases(own: Source, known: KnownKeys) -> Source:
    """Return a file that was read, with what it takes from its basis.

    Raises:
        ProblemsError: A basis is not there, cannot be read, or is no file that may be one.
    """
    chain = [own]
    seen = {os.path.realpath(own.name)}
    while (place := _basis_of(chain[-1])) is not None:
        actual = os.path.realpath(place)
        if actual in seen:
            raise _wrong(
                chain, "Deze bestanden verwijzen in een kring naar elkaar.", "Haal één van de verwijzingen weg."
            )
        if len(chain) > _MOST:
            raise _wrong(chain, "Er staan te veel bestanden achter elkaar als basis.", "Gebruik er minder.")
        _refuse(place, chain)
        seen.add(actual)
        chain.append(read(place, known))
    return merged(own, chain[1:])


def parse_whole(text: str, bases: Sequence[str], name: str, known: KnownKeys, names: Sequence[str] = ()) -> Source:
    """Return what a text says with the texts of its bases, as a document carries them; nothing is read from the disk.

    Args:
        text: The text of the file itself.
        bases: The texts of its bases, the nearest first.
        name: What problems call the file.
        known: The keys that may stand in them.
        names: What problems call the bases; as the file itself where that is not known.

    Raises:
        ProblemsError: One of the texts is no YAML that can be read.
    """
    called = names if len(names) == len(bases) else [f"{name} (basis)"] * len(bases)
    found = [parse(basis, place, known) for basis, place in zip(bases, called, strict=True)]
    return merged(parse(text, name, known), found)


def merged(own: Source, bases: Sequence[Source]) -> Source:
    """Return a file with the answers of its bases under its own, each knowing its file and line.

    Args:
        own: The file itself.
        bases: Its bases, the nearest first.
    """
    if not bases or not isinstance(own.tree, dict):
        return own
    whole = bases[-1]
    for basis in reversed(bases[:-1]):
        whole = _pair(basis, whole)
    return replace(_pair(own, whole), bases=tuple(bases))


def _pair(own: Source, basis: Source) -> Source:
    """Return a file with the answers of one other under its own."""
    found = replace(own, keys=dict(own.keys), values=dict(own.values), inherited={})
    if isinstance(own.tree, dict) and isinstance(basis.tree, dict):
        rest = {key: value for key, value in basis.tree.items() if key != BASIS}
        found = replace(found, tree=_under(own.tree, rest, (), basis, found))
    told = (doubt for doubt in basis.doubts if found.file_of(doubt.path) == basis.file_of(doubt.path))
    return replace(found, faults=(*own.faults, *basis.faults), doubts=(*own.doubts, *told))


def _under(
    tree: dict[str, Tree], below: dict[str, Tree], path: KeyPath, basis: Source, found: Source
) -> dict[str, Tree]:
    """Return a group with that of a basis under it, and note what comes from there."""
    whole = dict(tree)
    for key, given in below.items():
        here, mine = (*path, key), whole.get(key)
        if given is None:
            continue
        if mine is None:
            whole[key] = given
            found.take(here, basis)
        elif isinstance(mine, dict) and isinstance(given, dict):
            whole[key] = _under(mine, given, here, basis, found)
    return whole


def _basis_of(source: Source) -> Path | None:
    """Return where the basis of a file is, named from here as the file itself is; None where it has none.

    Raises:
        ProblemsError: It is no name of a file.
    """
    given = source.tree.get(BASIS) if isinstance(source.tree, dict) else None
    if given is None:
        return None
    remedy = "Schrijf de plaats vanaf de map van dit bestand, bijvoorbeeld ../regio.yaml."
    if not isinstance(given, str):
        raise _wrong([source], "Hier hoort de naam van één bestand met antwoorden.", remedy)
    name = given.strip().replace("\\", "/")
    if "\x00" in name or name.startswith("/") or Path(name).drive or not name.casefold().endswith(_ENDINGS):
        raise _wrong([source], f"“{given}” is geen plaats van een bestand met antwoorden (.yaml).", remedy)
    plain = Path(os.path.normpath(Path(source.name).parent / name))
    beside = Path(source.name).parent / name
    return plain if os.path.realpath(plain) == os.path.realpath(beside) else beside


def _refuse(place: Path, chain: list[Source]) -> None:
    """Stop where there is no ordinary file: reading anything else may hang, or never end."""
    try:
        mode = place.stat().st_mode
    except OSError as error:
        remedy = "Controleer de naam. De plaats begint bij de map van dit bestand."
        raise _wrong(chain, f"Het bestand “{place}” bestaat niet, of mag niet worden gelezen.", remedy) from error
    if not stat.S_ISREG(mode):
        raise _wrong(chain, f"“{place}” is geen gewoon bestand.", "Noem een bestand met antwoorden (.yaml).")


def _wrong(chain: list[Source], melding: str, remedy: str) -> ProblemsError:
    """Return the error about the last file's basis, with the faults that were seen before."""
    problem = chain[-1].problem((BASIS,), Soort.FOUT, melding, remedy, value=True)
    return ProblemsError([*(fault for source in chain for fault in source.faults), problem])
