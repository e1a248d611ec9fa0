"""An answer file while windows of a browser answer it: every version is kept, and nobody's words give way unasked."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import limits
from generator.answers_on_disk import save_answers
from generator.browser.answer_versions import Version, Versions
from generator.browser.item_places import place_now
from generator.browser.meanwhile import moved_edits, others_places
from generator.browser.waiting_edits import WaitingEdits
from generator.browser.window_memory import WindowMemory
from generator.browser.written_edits import for_own_file, written
from generator.problems import Location, Melding, ProblemsError
from generator.roundtrip.tree_edits import SetAnswer
from generator.saving import write_all_new
from generator.source import dotted
from generator.source.yaml_file import TextFile, read_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.browser.meanwhile import Choice, Conflict
    from generator.browser.waiting_edits import Waiting
    from generator.problems import Problem
    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath

__all__ = ["AnswerBook", "Outcome", "Version"]
_WRITABLE = 0o222


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


class _ChangedMeanwhileError(LookupError):
    """Between reading and writing another program wrote the file."""


class AnswerBook:
    """One answer file; any number of windows may work in it at once."""

    def __init__(self, file: Path) -> None:
        """Open the file as it is."""
        self.file = file
        self.said = ""
        """What was last said of saving, such as `Opgeslagen om 10:42`."""
        self._lock = threading.RLock()
        self._versions = Versions(str(file))
        self._current: Version | None = None
        self._done: list[str] = []
        """The versions that can be gone back to, the newest last."""
        self._undone: list[str] = []
        self._safe: set[bytes] = set()
        """Digests of what needs no copy when it is replaced: it was written here, or a copy of it is kept."""
        self._windows = WindowMemory()
        self._waiting = WaitingEdits()
        self.current()

    def current(self) -> Version:
        """Return the file as it is on the disk now."""
        with self._lock:
            try:
                version = self._versions.of(read_file(self.file))
            except ProblemsError as error:
                return self._versions.unreadable(error)
            if self._current is not None and version.id != self._current.id:
                self._remember(self._current.id)
            self._current = version
            return version

    def version(self, number: str) -> Version | None:
        """Return an earlier version; None where it is not kept (any more)."""
        with self._lock:
            return self._versions.version(number)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone last."""
        return bool(self._undone)

    def change(
        self,
        edits: Sequence[Edit],
        based_on: str,
        choices: Mapping[str, Choice] | None = None,
        window: str = "",
    ) -> Outcome:
        """Change answers, and write the file at once; what has to wait for a choice is kept.

        Args:
            edits: What changes, counted in the version that somebody saw.
            based_on: Which version that is.
            choices: For the key of a conflict (as that version has it), what wins.
            window: Which page they come from, if it says so: it may type on in what it just sent.
        """
        with self._lock:
            for _ in range(3):
                try:
                    outcome = self._change(edits, based_on, choices or {}, window)
                except _ChangedMeanwhileError:
                    continue
                self._waiting.keep(outcome.conflicts, outcome.applied, based_on)
                return outcome
            melding, remedy = (
                "Een ander programma schrijft steeds in dit bestand.",
                "Wacht even en probeer het opnieuw.",
            )
            return Outcome(self.current(), problems=(Melding(melding, remedy, Location(str(self.file))).problem,))

    def undo(self) -> Version | None:
        """Go back to the version before; None where there is none.

        Raises:
            ProblemsError: It cannot be written.
        """
        return self._go(self._done, self._undone)

    def redo(self) -> Version | None:
        """Go forward to the version that was undone last; None where there is none.

        Raises:
            ProblemsError: It cannot be written.
        """
        return self._go(self._undone, self._done)

    def put_back(self) -> Version:
        """Write the last version that is known where the file is not there any more.

        Raises:
            ProblemsError: It cannot be written.
        """
        with self._lock:
            if self._current is not None and not self.file.exists():
                write_all_new({self.file: self._versions.state(self._current.id).data}, self.file.parent)
            return self.current()

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what waits for a choice, each with what the file says now."""
        with self._lock:
            return self._waiting.beside(self.current(), self._versions.version)

    def settle(self, chosen: Mapping[int, Choice], seen: str) -> Outcome:
        """Do what was chosen for things that wait; of what the file says otherwise since, the choice is asked again.

        Args:
            chosen: What wins, by the number of what waits.
            seen: The version that the choice was made from.
        """
        with self._lock:
            known = self._versions.version(seen)
            settled = [item for item in self.waiting() if item.number in chosen]
            self._waiting.drop(chosen)
            groups: dict[str, list[Edit]] = {}
            choices: dict[str, Choice] = {}
            for item in settled:
                conflict, edit = item.conflict, item.conflict.edit
                if chosen[item.number] != "hier":
                    continue
                if isinstance(edit, SetAnswer) and conflict.place is not None and known is not None:
                    groups.setdefault(seen, []).append(SetAnswer(conflict.place, edit.tree))
                else:
                    groups.setdefault(item.based_on, []).append(edit)
                    choices[dotted(edit.path)] = "hier"
            outcome = Outcome(self.current())
            for number, edits in groups.items():
                part = self.change(edits, number, choices if number != seen else {})
                problems = (*outcome.problems, *part.problems)
                conflicts = (*outcome.conflicts, *part.conflicts)
                applied = (*outcome.applied, *part.applied)
                outcome = replace(part, applied=applied, conflicts=conflicts, problems=problems)
            return outcome

    def _change(self, edits: Sequence[Edit], based_on: str, choices: Mapping[str, Choice], window: str) -> Outcome:
        now = self.current()
        source = now.source
        if source is None or now.faults:
            return Outcome(now, problems=now.faults)
        base = self._versions.version(based_on)
        old = base.tree if base else None
        fresh, typed_on = self._windows.typed_on(window, based_on, edits, old, now.tree)
        moved = moved_edits(fresh, old, now.tree, choices, lambda path, tree: self._windows.is_own(window, path, tree))
        conflicts, meanwhile = tuple(moved.conflicts), tuple(others_places(old, now.tree, edits))
        wanted, along, problems = for_own_file(now, source, [*typed_on, *moved.edits])
        if not wanted:
            return Outcome(now, (), conflicts, tuple(problems), meanwhile)
        text, made, unsafe = written(source, wanted)
        problems += unsafe
        after = now
        if text != now.text:
            try:
                after = self._save(text, now)
            except ProblemsError as error:
                return Outcome(self.current(), (), conflicts, error.problems, meanwhile)
        places = tuple(place_now(edit.path, now.tree, after.tree) or edit.path for edit in made)
        self._windows.remember(window, based_on, edits, made, places)
        return Outcome(after, places, conflicts, tuple(problems), meanwhile, tuple(along))

    def _save(self, text: str, now: Version) -> Version:
        """Write the file, and remember the version before."""
        state = self._versions.state(now.id)
        self._write(state.file.encoded(text), state.data)
        self._remember(now.id)
        self._current = self._versions.of(TextFile(text, state.file.encoding, state.file.mark))
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
            while come_from and come_from[-1] not in self._versions:
                come_from.pop()
            if not come_from:
                return None
            if now.id not in self._versions:
                raise ProblemsError(now.faults)
            state = self._versions.state(come_from[-1])
            try:
                self._write(state.data, self._versions.state(now.id).data)
            except _ChangedMeanwhileError as error:
                melding = "Een ander programma schreef net in dit bestand."
                raise ProblemsError.about(self.file, melding, "Kijk eerst wat er nu staat.") from error
            come_from.pop()
            go_to.append(now.id)
            self._current = self._versions.of(state.file)
            return self._current

    def _remember(self, number: str) -> None:
        """Keep a version to go back to; what was undone before is then gone."""
        self._done.append(number)
        self._undone.clear()
        del self._done[: -limits.FORM_VERSIONS]


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
