"""The plan that is being put into words: its keys, its fixed words and its names, for macros too, which see no plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answers.keys import Keys
    from generator.plan import Plan

_keys: ContextVar[Keys] = ContextVar("keys")
_words: ContextVar[Mapping[str, str]] = ContextVar("words")
_draft: ContextVar[bool] = ContextVar("draft", default=True)
_names: ContextVar[tuple[str, ...]] = ContextVar("names", default=())


@contextmanager
def plan_at_hand(plan: Plan, names: Iterable[str] = ()) -> Iterator[None]:
    """Let templates ask for the answers of one plan, in its words.

    Args:
        plan: The plan.
        names: What a template can name, for suggestions.
    """
    keys, named, draft = _keys.set(plan.sleutels), _names.set(tuple(names)), _draft.set(plan.concept)
    try:
        with words_at_hand(plan.woorden):
            yield
    finally:
        _keys.reset(keys)
        _names.reset(named)
        _draft.reset(draft)


@contextmanager
def words_at_hand(words: Mapping[str, str]) -> Iterator[None]:
    """Let templates use these fixed words, where there is no plan."""
    spoken = _words.set(words)
    try:
        yield
    finally:
        _words.reset(spoken)


def keys() -> Keys:
    """Return the keys of the answers."""
    return _keys.get()


def words() -> Mapping[str, str]:
    """Return the fixed words."""
    return _words.get()


def shows_gaps() -> bool:
    """Tell whether a gap shows: not in a plan that goes to the college or was adopted."""
    return _draft.get()


def known_names() -> tuple[str, ...]:
    """Return what a template can name."""
    return _names.get()


class FixedWords(Mapping[str, str]):
    """The fixed words, whichever plan is at hand; the name `woorden` of templates."""

    def __getitem__(self, key: str) -> str:
        """Return the word with this key."""
        return _words.get({})[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(_words.get({}))

    def __len__(self) -> int:
        """Count the words."""
        return len(_words.get({}))
