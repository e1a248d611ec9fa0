"""The folder that the form was opened on, and the plans in it: a browser names a plan by an id, never by a path."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.answer_files import USUAL, answer_files, folders_in
from generator.problems import ProblemsError
from generator.resources import is_there

_DIGITS = 10


class NoSuchPlanError(LookupError):
    """There is no plan with this id in the folder."""


@dataclass(frozen=True, slots=True)
class PlanInFolder:
    """An answer file in the folder."""

    id: str
    """What it is called in an address."""
    name: str
    """Where it stands, for people: the name of its folder, or of the file itself."""
    file: Path


class OpenedFolder:
    """A folder, its answer files and those in the folders directly below it."""

    def __init__(self, folder: Path, named: Path | None = None) -> None:
        """Open a folder.

        Args:
            folder: The folder.
            named: A file in it that is a plan whatever is in it, because the user said so.

        Raises:
            ProblemsError: There is no such folder, or it cannot be read.
        """
        self.folder = folder.resolve()
        self.named = named and named.resolve()
        self._known: dict[str, PlanInFolder] = {}
        self.plans()

    @classmethod
    def of(cls, place: Path) -> OpenedFolder:
        """Open what a user named: a folder, or an answer file with the folder that it is in.

        Raises:
            ProblemsError: There is nothing there, or it cannot be read.
        """
        if not is_there(place):
            remedy = "Noem een map met plannen, of het bestand met antwoorden van één plan."
            raise ProblemsError.about(place, "Deze map of dit bestand bestaat niet.", remedy)
        if place.is_dir():
            return cls(place)
        return cls(place.resolve().parent, place)

    def plans(self) -> tuple[PlanInFolder, ...]:
        """Return the plans, by where they stand; what a link brings in from elsewhere is left out.

        Raises:
            ProblemsError: The folder cannot be read any more.
        """
        files = [*answer_files(self.folder)]
        for below in folders_in(self.folder):
            try:
                files += answer_files(below)
            except ProblemsError:  # one that is not for us to read
                continue
        inside = [file for file in files if file.resolve().is_relative_to(self.folder)]
        if self.named is not None and self.named not in inside:
            inside.insert(0, self.named)
        found = tuple(map(self._plan, inside))
        self._known |= {plan.id: plan for plan in found}
        return found

    def added(self, file: Path) -> PlanInFolder:
        """Return the plan of a file that was just made in the folder."""
        plan = self._plan(file)
        self._known[plan.id] = plan
        return plan

    def plan(self, plan_id: str) -> PlanInFolder:
        """Return the plan with an id; also where its file was just taken away, for who has it open.

        Raises:
            NoSuchPlanError: There never was one.
        """
        if plan_id not in self._known:
            self.plans()
        if plan_id not in self._known:
            raise NoSuchPlanError(plan_id)
        return self._known[plan_id]

    def file_of(self, plan_id: str) -> Path:
        """Return the answer file of the plan with an id.

        Raises:
            NoSuchPlanError: There is none.
        """
        return self.plan(plan_id).file

    def _plan(self, file: Path) -> PlanInFolder:
        place = file.relative_to(self.folder)
        digest = hashlib.sha256(place.as_posix().encode("utf-8", "surrogatepass")).hexdigest()
        name = place.with_suffix("") if file.name != USUAL else place.parent
        return PlanInFolder(digest[:_DIGITS], str(name) if name != Path() else self.folder.name, file)
