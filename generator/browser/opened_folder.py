"""The folder that the form was opened on, and the plans in it: a browser names a plan by an id, never by a path."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from generator.problems import ProblemsError
from generator.resources import is_there

ENDINGS = (".yaml", ".yml")
"""What an answer file ends in."""
_USUAL = "antwoorden.yaml"
_OTHER_NAMES = ("huisstijl.yaml",)
"""What ends like an answer file and never is one."""
_ANSWERS = re.compile(r"^(gemeente|wijk)[ \t]*:", re.MULTILINE)
"""What every answer file has, and hardly any other file."""
_LOOKED_AT = 200_000
_SUBFOLDERS = 200
"""A folder with more folders than this is no place of work."""
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
        name = place.with_suffix("") if file.name != _USUAL else place.parent
        return PlanInFolder(digest[:_DIGITS], str(name) if name != Path() else self.folder.name, file)


def answer_files(folder: Path) -> list[Path]:
    """Return the answer files in a folder, by name; one that is called as they mostly are counts as it is.

    Raises:
        ProblemsError: The folder cannot be read.
    """
    try:
        files = sorted(place for place in folder.iterdir() if place.suffix.lower() in ENDINGS and place.is_file())
    except OSError as error:
        remedy = "Controleer of je de map mag openen en of de schijf bereikbaar is."
        raise ProblemsError.about(folder, "Deze map is niet te lezen.", remedy) from error
    files = [file for file in files if file.name not in _OTHER_NAMES]
    return [file for file in files if _holds_answers(file)] or [file for file in files if file.name == _USUAL]


def _holds_answers(file: Path) -> bool:
    """Tell whether a file has the questions of an answer file; how its text is written makes no difference."""
    try:
        with file.open("rb") as stream:
            start = stream.read(_LOOKED_AT)
    except OSError:
        return False
    encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = start.decode(encoding, errors="replace")
    return _ANSWERS.search(text.replace("\r", "\n")) is not None


def folders_in(folder: Path) -> list[Path]:
    """Return the folders in a folder, without hidden ones; none where there are too many for a place of work."""
    try:
        places = [place for place in folder.iterdir() if place.is_dir() and not place.name.startswith(".")]
    except OSError:
        return []
    return sorted(places) if len(places) <= _SUBFOLDERS else []
