"""Keeps a template within bounds: how many steps it takes and how much text it makes, whatever it tries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal

from jinja2 import Undefined
from msgspec import Struct

from generator import limits
from generator.answers.kinds import Hoeveelheid, Moment
from generator.problems import HERE, ProblemsError

ITEMS = 100_000
_BITS = 10_000
_READ_AT_ONCE = 100
"""Characters that take no step."""
_HOLDING = (list, tuple, dict, set, frozenset)
_LARGEST_ARGUMENT = 10_000
_POWERS = (1_000_000, 64)


class Budget(Struct):
    """What is left of the steps and of the characters that may be written."""

    steps: int = limits.STEPS
    text: int = limits.WRITTEN


_budget: ContextVar[Budget] = ContextVar("budget")


@contextmanager
def budget(left: Budget | None = None) -> Iterator[None]:
    """Count what is done from here on.

    Args:
        left: What is left, for what is made in several turns; a whole budget when None, for one page.
    """
    token = _budget.set(left or Budget())
    try:
        yield
    finally:
        _budget.reset(token)


def step(count: int = 1) -> None:
    """Count steps.

    Raises:
        ProblemsError: That makes too many.
    """
    left = _budget.get(None)
    if left is None:
        return
    left.steps -= count
    if left.steps < 0:
        raise ProblemsError.about(HERE, "Dit sjabloon herhaalt te vaak.", "Maak de herhalingen ({% for %}) kleiner.")


def written(count: int) -> None:
    """Count characters.

    Raises:
        ProblemsError: That makes too many.
    """
    left = _budget.get(None)
    if left is None:
        return
    left.text -= count
    if left.text < 0:
        raise too_large()


def turns(items: Iterable[object], text: int) -> Iterator[object]:
    """Yield the items of a loop, and count each turn with the text that stands in it."""
    for item in items:
        step()
        written(text)
        yield item


def bounded_range(*numbers: int) -> range:
    """Return a range; counts as many steps as it has numbers."""
    found = range(*numbers)
    try:
        size = len(found)
    except OverflowError:
        size = limits.STEPS + 1
    step(size)
    return found


def as_text(value: object) -> object:
    """Return a value that can be printed, and count its characters.

    Raises:
        ProblemsError: It is a list or group, or too much text.
    """
    if isinstance(value, str | Moment | Hoeveelheid):
        written(len(str(value)))
    elif not isinstance(value, int | float | Decimal | date | Undefined | None):
        melding = "Hier staat een lijst of een groep, en geen tekst of getal."
        remedy = "Kies één onderdeel, of gebruik {% for %} of het filter “opsomming”."
        raise ProblemsError.about(HERE, melding, remedy)
    return value


def calculate(operator: str, left: object, right: object) -> None:
    """Look at a calculation before it is made.

    Raises:
        ProblemsError: The result would be too large, or text that no template may make.
    """
    if operator == "%" and isinstance(left, str):
        raise ProblemsError.about(HERE, "Tekst opmaken met % kan hier niet.", "Gebruik {{ … }} tussen de tekst.")
    step(1 + _shallow(left) + _shallow(right))
    if operator == "+" and _size(left) + _size(right) > ITEMS:
        written(_size(left) + _size(right))
        _refuse_long(left)
    if operator == "*":
        _multiply(left, right)
    if operator == "**" and not _is_small_power(left, right):
        raise too_large()


def joined(items: list[object], between: str = "") -> None:
    """Look at texts before they are put together.

    Raises:
        ProblemsError: The whole would be too large, or one of them is no text.
    """
    step(len(items))
    written(len(between) * len(items))
    for item in items:
        as_text(item)


def cost(value: object) -> int:
    """Return the steps that looking at a value takes, with all that it holds, and at most what no budget has.

    A list that stands in another one twice is looked at twice, as Python does when it compares.
    """
    if not isinstance(value, _HOLDING):
        return _shallow(value)
    found, waiting = 0, [value]
    while waiting and found <= limits.STEPS:
        item = waiting.pop()
        found += _shallow(item)
        if isinstance(item, dict):
            waiting += [*item.keys(), *item.values()]
        elif isinstance(item, _HOLDING):
            waiting += item
    return found


def weighed(value: object) -> object:
    """Return a value that is going to be compared, and count what that costs."""
    if isinstance(value, _HOLDING) or (isinstance(value, str) and len(value) >= _READ_AT_ONCE):
        step(cost(value))
    return value


def taken(value: object) -> object:
    """Return what a call, a filter or a slice gave, and count it: a text by its length, a list by its items."""
    if isinstance(value, str):
        written(len(value))
    elif isinstance(value, _HOLDING):
        step(len(value))
    return value


def argument(value: object) -> None:
    """Look at a number that says how wide or precise something becomes."""
    if isinstance(value, int) and abs(value) > _LARGEST_ARGUMENT:
        raise too_large()


def page(pieces: Iterable[str]) -> str:
    """Return the page that a template makes, unless it grows too large.

    Raises:
        ProblemsError: It does.
    """
    found, size = list[str](), 0
    for piece in pieces:
        size += len(piece)
        if size > limits.OUTPUT:
            raise too_large()
        found.append(piece)
    return "".join(found)


def too_large() -> ProblemsError:
    """Return the error for too much text."""
    return ProblemsError.about(HERE, "Dit sjabloon maakt te veel tekst.", "Maak de herhalingen en de tekst kleiner.")


def _multiply(left: object, right: object) -> None:
    sized, times = (left, right) if isinstance(left, Sized) else (right, left)
    if isinstance(sized, Sized):
        size = _size(sized) * times if isinstance(times, int) else 0
        if size > ITEMS:
            raise too_large()
        (written if isinstance(sized, str) else step)(max(size, 0))
    elif isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _BITS:
        raise too_large()


def _is_small_power(left: object, right: object) -> bool:
    base, exponent = _POWERS
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        return False
    return abs(left) <= base and abs(right) <= exponent


def _refuse_long(value: object) -> None:
    if not isinstance(value, str):
        raise too_large()


def _shallow(value: object) -> int:
    """Return the steps that looking at a value takes, but for what stands in its items."""
    size = _size(value)
    return size // _READ_AT_ONCE if isinstance(value, str) else size


def _size(value: object) -> int:
    return len(value) if isinstance(value, Sized) else 0
