"""Makes the documents of many answer files side by side: a whole district, or the country.

What is done for one file is one function, `make_one`: what it is given and what it returns can be sent to another
process or computer, it writes nothing, and it never fails. Any executor of `concurrent.futures` can run it. Only the
process that was started writes, each set of documents whole, so that whatever stops a worker leaves nothing half.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator import ledger
from generator.pipeline import Product, Ready, Wish, is_own_document, make, prepare
from generator.problems import Problem, ProblemsError
from generator.saving import make_folder, save_all
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.crew import Crew
    from generator.word.frame.remnants import Remnant

Stand: TypeAlias = Literal["gemaakt", "actueel", "bewerkt", "mislukt"]
"""Made; up to date, so not made; left alone because somebody worked in it; or not made because something is wrong."""
_AHEAD = 2
"""So many orders a worker are under way: enough to never wait, and few enough to keep memory flat."""
SHIFT = 500
"""After so many orders others take over, who have not gathered anything in their memory yet."""
_ONE_AT_A_TIME = Lock()
"""A worker of a cluster may have several threads; they share a workshop, and side by side they would gain nothing."""
_A_LOOK = 1.0
"""Seconds after which a wait is begun anew: on Windows Ctrl-C does not end it."""


@dataclass(frozen=True, slots=True)
class Order:
    """One answer file, with the files that are made of it."""

    wish: Wish
    targets: Mapping[str, Path]
    """The file for each format."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one wish, in memory."""

    stand: Stand
    product: Product | None = None
    fingerprint: str = ""
    problems: tuple[Problem, ...] = ()
    """What stopped it."""
    open: int = 0
    aandacht: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of one order: a line of the table."""

    order: Order
    stand: Stand
    problems: tuple[Problem, ...] = ()
    open: int = 0
    aandacht: int = 0
    kept: tuple[Path, ...] = ()
    """Where documents are kept that were replaced."""
    is_hard_to_read: bool = False
    """Whether something keeps people from reading the document for Word."""
    house_style: Path | None = None
    """The Word file of the house style that it was made with."""
    remnants: tuple[Remnant, ...] = ()
    """What of that house style spoke of another document."""


def make_one(wish: Wish, known: str = "") -> Outcome:
    """Make the documents of one answer file, in memory.

    Args:
        wish: What is asked.
        known: The fingerprint of the documents that are there; as long as it is true, nothing is made.
    """
    try:
        with _ONE_AT_A_TIME:
            ready = prepare(wish)
            found = _fingerprint(ready)
            if known == found:
                return _outcome(ready, "actueel", found)
            return _outcome(ready, "gemaakt", found, make(ready, _workshop()))
    except ProblemsError as error:
        return Outcome("mislukt", problems=error.problems)
    except Exception as error:  # a fault of ours in one file must not stop the others
        return _failed(wish, f"Er ging iets mis in wijkplan zelf: {type(error).__name__}: {error}")


def _fingerprint(ready: Ready) -> str:
    from generator.lineage import fingerprint, made_from

    wish = ready.wish
    asked = (wish.output.formaten, wish.output.paginanummers, wish.opmerkingen, wish.schoon)
    return fingerprint(made_from(ready.checked, ready.house_style, ready.kind), asked, ready.checked.afbeeldingen)


def _outcome(ready: Ready, stand: Stand, fingerprint: str, product: Product | None = None) -> Outcome:
    checked = ready.checked
    return Outcome(stand, product, fingerprint, open=len(checked.open), aandacht=len(checked.aandacht))


def _failed(wish: Wish, melding: str) -> Outcome:
    remedy = "Meld dit bij je beheerder, met het bestand erbij."
    return Outcome("mislukt", problems=ProblemsError.about(wish.answers, melding, remedy).problems)


def make_many(orders: Iterable[Order], crew: Crew, *, forceer: bool = False) -> Iterator[Row]:
    """Make and write the documents of many answer files, and yield what came of each as soon as it is known.

    Whatever ends this early, Ctrl-C too, ends the crew; what was yielded is on the disk, whole, and nothing else is.

    Args:
        orders: What is made.
        crew: Who makes it.
        forceer: Replace documents that somebody worked in; these are kept as `.bak`.
    """
    done = False
    try:
        yield from _Run(crew, deque(orders), forceer).rows()
        done = True
    finally:
        crew.stop(now=not done)


class _Run:
    """The orders of one run: those that wait, those under way, and those that were when a worker was killed."""

    def __init__(self, crew: Crew, waiting: deque[Order], forceer: bool) -> None:
        self._crew = crew
        self._waiting = waiting
        self._forceer = forceer
        self._suspects: deque[Order] = deque()
        """One of these may be what killed a worker: they are done one by one."""
        self._were_alone: set[Path] = set()
        """The suspects with which, once, a worker was killed that had nothing else to do."""
        self._busy: dict[Future[Outcome], Order] = {}
        self._given = 0
        """So many orders were given to those who are at work now."""

    def rows(self) -> Iterator[Row]:
        while self._waiting or self._suspects or self._busy:
            yield from self._begin()
            done, _ = wait(self._busy, _A_LOOK, FIRST_COMPLETED)
            for future in done:
                if future not in self._busy:  # gone with a worker that was killed
                    continue
                if _is_lost(future):
                    yield from self._broken()
                else:
                    yield self._finished(self._busy.pop(future), future)

    def _begin(self) -> Iterator[Row]:
        """Give the crew what it can take; yield what need not be made."""
        if self._given >= SHIFT and not self._busy:
            self._crew.change_shift()
            self._given = 0
        alone = bool(self._suspects)
        queue = self._suspects or self._waiting
        most = 1 if alone else self._crew.tasks * _AHEAD
        while queue and len(self._busy) < most and self._given < SHIFT:
            order = queue.popleft()
            known = "" if self._forceer else ledger.recall(order.targets.values())
            if not known and not self._forceer and any(map(_is_edited, order.targets.values())):
                yield Row(order, "bewerkt")
                continue
            try:
                self._busy[self._crew.submit(make_one, order.wish, known)] = order
                self._given += 1
            except BrokenExecutor:
                self._suspects.append(order)
                yield from self._broken()
                return

    def _broken(self) -> Iterator[Row]:
        """Go on after a worker was killed: whoever was at work gets another chance, alone, and then one more."""
        self._crew.replace_broken()
        lost = [order for future, order in self._busy.items() if _is_lost(future)]
        self._busy = {future: order for future, order in self._busy.items() if not _is_lost(future)}
        if len(lost) == 1 and lost[0].wish.answers in self._were_alone:
            yield Row(lost[0], "mislukt", _lost(lost[0].wish).problems)
            return
        if len(lost) == 1:
            self._were_alone.add(lost[0].wish.answers)
        self._suspects.extend(lost)

    def _finished(self, order: Order, future: Future[Outcome]) -> Row:
        outcome = _result(future, order.wish)
        product = outcome.product
        if product is None:
            return Row(order, outcome.stand, outcome.problems, outcome.open, outcome.aandacht)
        files = {order.targets[formaat]: data for formaat, data in product.files.items()}
        try:
            for target in files:
                make_folder(target.parent)
            saved = save_all(files, forceer=self._forceer, is_own=is_own_document)
        except ProblemsError as error:
            return Row(order, "mislukt", error.problems)
        ledger.note(files, outcome.fingerprint)
        kept = tuple(item.backup for item in saved if item.backup)
        hard = product.faults is not None and any(product.faults)
        counts = (outcome.open, outcome.aandacht)
        return Row(order, outcome.stand, (), *counts, kept, hard, product.house_style, product.remnants)


def _is_lost(future: Future[Outcome]) -> bool:
    """Tell whether a worker was lost with its work, so that this is to be given out again."""
    return future.cancelled() or isinstance(future.exception(), BrokenExecutor)


def _result(future: Future[Outcome], wish: Wish) -> Outcome:
    """Return what came of a wish; an executor may itself have given up on it."""
    error = future.exception()
    if isinstance(error, ImportError | AttributeError):
        melding = "Op het cluster staat wijkplan niet, of een andere versie."
        remedy = "Installeer daar dezelfde versie als op deze computer."
        return Outcome("mislukt", problems=ProblemsError.about(wish.answers, melding, remedy).problems)
    if error is not None:
        return _lost(wish)
    return future.result()


def _lost(wish: Wish) -> Outcome:
    melding = "Het proces dat dit document maakte, is gestopt. Misschien was er te weinig geheugen."
    remedy = "Sluit andere programma’s, of maak minder tegelijk, met --taken 1."
    return Outcome("mislukt", problems=ProblemsError.about(wish.answers, melding, remedy).problems)


def _is_edited(target: Path) -> bool:
    """Tell whether there is a document that somebody worked in, or that this program did not make."""
    try:
        return not is_own_document(target.read_bytes())
    except OSError:  # not there; where it is and cannot be read, saving says so
        return False


@cache
def _workshop() -> Workshop:
    """Return what the plans of one process share."""
    return Workshop()
