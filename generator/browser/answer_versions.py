"""The states of an answer file, each with what it says and what that means; so many are kept and no more."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator import limits
from generator.checks import Checked, check
from generator.framework import load_framework
from generator.pipeline import known_keys_of
from generator.problems import Problem, ProblemsError
from generator.source import KeyPath, Source, Tree, at
from generator.source.shared_answers import with_bases
from generator.source.yaml_file import TextFile, interpret, read_file

if TYPE_CHECKING:
    from generator.framework import Framework

_PARSED = 6
"""So many versions are kept as they were understood too; an older one is read again when somebody works from it."""


@dataclass(frozen=True)
class Version:
    """The answers at one moment."""

    id: str
    text: str = field(repr=False)
    """What the file itself says; empty where it cannot be read."""
    source: Source | None = field(repr=False)
    """What it says with what it takes from its basis; None where that cannot be told."""
    faults: tuple[Problem, ...]
    """Why nothing can be written in it: it cannot be read, or something in it is mistyped."""
    own: Tree = field(repr=False)
    """What the file itself says, without its basis."""
    framework: Framework = field(repr=False)

    @property
    def tree(self) -> Tree:
        """All answers, with those of the basis."""
        return self.source.tree if self.source else None

    @cached_property
    def checked(self) -> Checked | None:
        """The answers and every problem with them; None where it cannot be told what the file says."""
        return check(self.source, self.framework) if self.source else None

    def basis_of(self, path: KeyPath) -> str | None:
        """Return the name of the basis that an answer comes from; None where it is of the file itself, or open."""
        if self.source is None or at(self.tree, path) is None:
            return None
        name = self.source.file_of(path)
        return None if name == self.source.name else name


@dataclass(frozen=True, slots=True)
class State:
    """What a file holds, without what it means."""

    file: TextFile
    data: bytes


class Versions:
    """The versions of one answer file, the newest last."""

    def __init__(self, name: str) -> None:
        """Begin without any.

        Args:
            name: The file, as problems call it.
        """
        self._name = name
        self._framework = load_framework()
        self._known = known_keys_of(self._framework)
        self._states: OrderedDict[str, State] = OrderedDict()
        self._understood: OrderedDict[str, Version] = OrderedDict()

    def __contains__(self, number: str) -> bool:
        """Tell whether a version is kept."""
        return number in self._states

    def state(self, number: str) -> State:
        """Return what the file held in a version that is kept."""
        return self._states[number]

    def version(self, number: str) -> Version | None:
        """Return a version; None where it is not kept (any more)."""
        if number in self._understood:
            return self._understood[number]
        state = self._states.get(number)
        return None if state is None else self._read(state, number)

    def of(self, file: TextFile) -> Version:
        """Return the version that a file is now, with its basis as that is now, and keep it."""
        state = State(file, file.encoded(file.text))
        version = self._same(state) or self._read(state)
        self._states[version.id] = state
        self._states.move_to_end(version.id)
        self._understood[version.id] = version
        self._understood.move_to_end(version.id)
        while len(self._understood) > _PARSED:
            self._understood.popitem(last=False)
        while len(self._states) > 1 and (len(self._states) > limits.FORM_VERSIONS or self._size() > limits.FORM_BYTES):
            oldest, _ = self._states.popitem(last=False)
            self._understood.pop(oldest, None)
        return version

    def unreadable(self, error: ProblemsError) -> Version:
        """Return what stands for a file that cannot be read."""
        return Version("", "", None, error.problems, None, self._framework)

    def _same(self, state: State) -> Version | None:
        """Return the version that says the same, where that was understood before."""
        for known in reversed(self._understood.values()):
            if self._states[known.id].data == state.data and _same_bases(known):
                return known
        return None

    def _size(self) -> int:
        return sum(len(state.data) for state in self._states.values())

    def _read(self, state: State, number: str = "") -> Version:
        """Return what a file means, with its bases as they are now."""
        text = state.file.text
        try:
            own = interpret(text, self._name, self._known)
            source = with_bases(own, self._known)
        except ProblemsError as error:
            return Version(number or _short(state.data), text, None, error.problems, None, self._framework)
        seal = state.data + b"".join(b"\0" + basis.text.encode() for basis in source.bases)
        return Version(number or _short(seal), text, source, source.faults, own.tree, self._framework)


def _same_bases(version: Version) -> bool:
    """Tell whether the files that a version takes answers from say what they said."""
    if version.source is None:
        return False
    try:
        return all(read_file(Path(basis.name)).text == basis.text for basis in version.source.bases)
    except ProblemsError:
        return False


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
