"""An answer file while windows of a browser answer it: every version is kept, and nobody's words give way unasked."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator import limits
from generator.answers_on_disk import save_answers
from generator.browser.meanwhile import Conflict, changed_places, moved_edits, place_now
from generator.checks import Checked, check
from generator.framework import load_framework
from generator.pipeline import known_keys_of
from generator.problems import Location, Melding, Problem, ProblemsError
from generator.roundtrip.answer_edits import UnsafeEditError, edited
from generator.roundtrip.tree_edits import Edit, SetAnswer, changed_tree
from generator.saving import write_all_new
from generator.source import KeyPath, Source, Tree, at, dotted
from generator.source.shared_answers import with_bases
from generator.source.yaml_file import TextFile, interpret, read_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.browser.meanwhile import Choice
    from generator.framework import Framework

_WRITABLE = 0o222
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
class Outcome:
    """What became of edits."""

    version: Version
    """The file as it is now."""
    applied: tuple[KeyPath, ...] = ()
    """Where it changed."""
    conflicts: tuple[Conflict, ...] = ()
    """What was not changed, since the file says something else by now."""
    problems: tuple[Problem, ...] = ()
    """Why nothing, or not all, could be written."""
    meanwhile: tuple[KeyPath, ...] = ()
    """Where the file was changed by others since the version that the edits are of."""
    taken_along: tuple[KeyPath, ...] = ()
    """Lists of the basis that stand whole in the file itself now, since one thing in them changed."""


@dataclass(frozen=True, slots=True)
class _State:
    """What a file and its bases hold, without what it means."""

    id: str
    file: TextFile
    data: bytes


class _ChangedMeanwhileError(Exception):
    """Between reading and writing another program wrote the file."""


class AnswerBook:
    """One answer file; any number of windows may work in it at once."""

    def __init__(self, file: Path) -> None:
        """Open the file as it is."""
        self.file = file
        self._lock = threading.RLock()
        self._framework = load_framework()
        self._known = known_keys_of(self._framework)
        self._texts: OrderedDict[str, _State] = OrderedDict()
        self._parsed: OrderedDict[str, Version] = OrderedDict()
        self._current: Version | None = None
        self._done: list[str] = []
        """The versions that can be gone back to, the newest last; ids of `_texts`."""
        self._undone: list[str] = []
        self._safe: set[bytes] = set()
        """Digests of what needs no copy when it is replaced: it was written here, or a copy of it is kept."""
        self.current()

    def current(self) -> Version:
        """Return the file as it is on the disk now."""
        with self._lock:
            try:
                file = read_file(self.file)
            except ProblemsError as error:
                return self._unreadable(error)
            version = self._version_of(file)
            state = self._texts[version.id]
            if self._current is None or version.id != self._current.id:
                if self._current is not None and self._current.id in self._texts:
                    self._remember(self._current.id)
                self._current = version
            self._texts.move_to_end(state.id)
            return version

    def version(self, number: str) -> Version | None:
        """Return an earlier version; None where it is not kept (any more)."""
        with self._lock:
            if self._current is not None and self._current.id == number:
                return self._current
            if number in self._parsed:
                return self._parsed[number]
            state = self._texts.get(number)
            return None if state is None else self._understood(state)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone last."""
        return bool(self._undone)

    def change(self, edits: Sequence[Edit], based_on: str, choices: Mapping[str, Choice] | None = None) -> Outcome:
        """Change answers, and write the file at once.

        Args:
            edits: What changes, counted in the version that somebody saw.
            based_on: Which version that is.
            choices: For the key of an earlier conflict (as that version has it), what wins.
        """
        with self._lock:
            for _ in range(3):
                try:
                    return self._change(edits, based_on, choices or {})
                except _ChangedMeanwhileError:
                    continue
            melding = "Een ander programma schrijft steeds in dit bestand."
            return Outcome(self.current(), problems=(self._problem(melding, "Wacht even en probeer het opnieuw."),))

    def undo(self) -> Version | None:
        """Go back to the version before; None where there is none, or where that cannot be written."""
        return self._go(self._done, self._undone)

    def redo(self) -> Version | None:
        """Go forward to the version that was undone last; None where there is none, or where it cannot be written."""
        return self._go(self._undone, self._done)

    def put_back(self) -> Version:
        """Write the last version that is known where the file is not there any more.

        Raises:
            ProblemsError: It cannot be written.
        """
        with self._lock:
            if self._current is not None and not self.file.exists():
                write_all_new({self.file: self._texts[self._current.id].data}, self.file.parent)
            return self.current()

    def _change(self, edits: Sequence[Edit], based_on: str, choices: Mapping[str, Choice]) -> Outcome:
        now = self.current()
        source = now.source
        if source is None or now.faults:
            return Outcome(now, problems=now.faults)
        base = self.version(based_on)
        moved = moved_edits(edits, base.tree if base else None, now.tree, choices)
        meanwhile = tuple(changed_places(base.tree, now.tree)) if base else ()
        wanted, along, problems = _for_own_file(now, source, moved.edits)
        if not wanted:
            return Outcome(now, (), tuple(moved.conflicts), tuple(problems), meanwhile)
        text, made, unsafe = _written(source, wanted)
        problems += unsafe
        after = now
        if text != now.text:
            try:
                after = self._save(text, now)
            except ProblemsError as error:
                return Outcome(self.current(), (), tuple(moved.conflicts), error.problems, meanwhile)
        applied = (edit.path for edit in made)
        places = tuple(place_now(path, now.tree, after.tree) or path for path in applied)
        return Outcome(after, places, tuple(moved.conflicts), tuple(problems), meanwhile, tuple(along))

    def _save(self, text: str, now: Version) -> Version:
        """Write the file, and remember the version before."""
        state = self._texts[now.id]
        self._write(state.file.encoded(text), state.data)
        self._remember(now.id)
        self._current = self._version_of(TextFile(text, state.file.encoding, state.file.mark))
        return self._current

    def _write(self, data: bytes, expected: bytes) -> None:
        """Write the file; what another program wrote there is kept beside it once.

        Raises:
            ProblemsError: It cannot be written; what stood there is whole.
            _ChangedMeanwhileError: Another program wrote it since it was read.
        """
        try:
            is_closed = not self.file.stat().st_mode & _WRITABLE
        except OSError:
            is_closed = False
        if is_closed:
            remedy = "Haal de beveiliging van het bestand (alleen-lezen), of werk in een kopie."
            raise ProblemsError.about(self.file, "Dit bestand is beveiligd tegen veranderen.", remedy)

        def needs_no_copy(existing: bytes) -> bool:
            if existing != expected:
                raise _ChangedMeanwhileError
            return _digest(existing) in self._safe

        save_answers(data, self.file, is_own=needs_no_copy)
        self._safe.update((_digest(expected), _digest(data)))

    def _go(self, come_from: list[str], go_to: list[str]) -> Version | None:
        with self._lock:
            now = self.current()
            while come_from and come_from[-1] not in self._texts:
                come_from.pop()
            if not come_from or now.id not in self._texts:
                return None
            state = self._texts[come_from[-1]]
            try:
                self._write(state.data, self._texts[now.id].data)
            except _ChangedMeanwhileError:
                return None
            come_from.pop()
            go_to.append(now.id)
            self._current = self._version_of(state.file)
            return self._current

    def _remember(self, number: str) -> None:
        """Keep a version to go back to; what was undone before is then gone."""
        self._done.append(number)
        self._undone.clear()
        del self._done[: -limits.FORM_VERSIONS]

    def _version_of(self, file: TextFile) -> Version:
        data = file.encoded(file.text)
        for known in reversed(self._parsed.values()):
            if self._texts[known.id].data == data and _same_bases(known):
                self._parsed.move_to_end(known.id)
                return known
        version = self._read(file)
        self._texts[version.id] = _State(version.id, file, data)
        self._texts.move_to_end(version.id)
        self._parsed[version.id] = version
        while len(self._parsed) > _PARSED:
            self._parsed.popitem(last=False)
        while len(self._texts) > limits.FORM_VERSIONS or self._bytes() > limits.FORM_BYTES:
            oldest = next(iter(self._texts))
            if oldest == version.id:
                break
            del self._texts[oldest]
            self._parsed.pop(oldest, None)
        return version

    def _bytes(self) -> int:
        return sum(len(state.data) for state in self._texts.values())

    def _understood(self, state: _State) -> Version:
        return self._read(state.file, state.id)

    def _read(self, file: TextFile, number: str = "") -> Version:
        """Return what a text means, with its bases as they are now."""
        data = file.encoded(file.text)
        try:
            own = interpret(file.text, str(self.file), self._known)
            source = with_bases(own, self._known)
        except ProblemsError as error:
            return Version(number or _digest(data).hex()[:16], file.text, None, error.problems, None, self._framework)
        seal = data + b"".join(b"\0" + basis.text.encode() for basis in source.bases)
        return Version(number or _digest(seal).hex()[:16], file.text, source, source.faults, own.tree, self._framework)

    def _unreadable(self, error: ProblemsError) -> Version:
        return Version("", "", None, error.problems, None, self._framework)

    def _problem(self, melding: str, remedy: str) -> Problem:
        return Melding(melding, remedy, Location(str(self.file))).problem


def _same_bases(version: Version) -> bool:
    """Tell whether the files that a version takes answers from say what they said."""
    if version.source is None:
        return False
    try:
        return all(read_file(Path(basis.name)).text == basis.text for basis in version.source.bases)
    except ProblemsError:
        return False


def _for_own_file(
    now: Version, source: Source, edits: Sequence[Edit]
) -> tuple[list[Edit], list[KeyPath], list[Problem]]:
    """Return edits of the file itself: a list of the basis in which something changes is taken along whole."""
    found: list[Edit] = []
    lists: dict[KeyPath, list[Edit]] = {}
    problems: list[Problem] = []
    for edit in edits:
        whole = _list_of(edit)
        if whole is not None and now.basis_of(whole) is not None:
            lists.setdefault(whole, []).append(edit)
        elif isinstance(edit, SetAnswer) and edit.tree is None and (name := now.basis_of(edit.path)):
            place = Location(name, *source.position(edit.path), dotted(edit.path))
            remedy = f"Maak het leeg in {name}, of geef hier een ander antwoord."
            melding = "Dit antwoord komt uit de basis. Leeg maken kan alleen daar."
            problems.append(Melding(melding, remedy, place).problem)
        else:
            found.append(edit)
    found.extend(SetAnswer(path, at(changed_tree(now.tree, inside), path)) for path, inside in lists.items())
    return found, list(lists), problems


def _list_of(edit: Edit) -> KeyPath | None:
    """Return the outermost list that an edit is of; None where it is of none."""
    number = next((end for end, part in enumerate(edit.path) if isinstance(part, int)), None)
    if number is not None:
        return edit.path[:number]
    return None if isinstance(edit, SetAnswer) else edit.path


def _written(source: Source, edits: Sequence[Edit]) -> tuple[str, list[Edit], list[Problem]]:
    """Return the text with edits, those that are in it, and why others are not.

    Where one answer cannot be changed safely the others are all the same, unless items of lists come and go with it.
    """
    try:
        return edited(source.text, edits), list(edits), []
    except UnsafeEditError as error:
        if len(edits) == 1 or not all(isinstance(edit, SetAnswer) for edit in edits):
            return source.text, [], [_unsafe(source, error.path)]
    text, made, problems = source.text, list[Edit](), list[Problem]()
    for edit in edits:
        try:
            text = edited(text, [edit])
            made.append(edit)
        except UnsafeEditError as error:
            problems.append(_unsafe(source, error.path or edit.path))
    return text, made, problems


def _unsafe(source: Source, path: KeyPath) -> Problem:
    melding = "Dit deel van het bestand is zo geschreven dat wijkplan het niet veilig kan veranderen."
    remedy = "Zet de antwoorden hier in het bestand onder elkaar, elk op een eigen regel, en probeer het opnieuw."
    return Melding(melding, remedy, Location(source.name, *source.position(path), dotted(path))).problem


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
