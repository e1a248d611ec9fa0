"""Where each answer stands: one walk over the answers gives every group its path, and with it every answer its key.

Whoever has a group and the name of a question in it needs to spell no key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.answers import Antwoord, Antwoorden
from generator.answers.kinds import Moment
from generator.answers.questions import Vraag, questions
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source import KeyPath

_Group = TypeVar("_Group", bound=Antwoord)


class NotAnAnswerError(LookupError):
    """Somebody asks for the key of something that is no group of answers of this plan."""


class NoSuchQuestionError(LookupError):
    """Somebody names a question that a group does not have."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        """Keep the key that was asked for, and what its last part could have been."""
        super().__init__(key)
        self.key = key
        self.known = known


class Place(NamedTuple):
    """A place in the answer file, and what was answered there."""

    path: KeyPath
    question: Vraag
    value: object
    """None where nothing was answered."""
    is_whole: bool
    """Whether it is the whole of a list or mapping, and not one item in it."""

    @property
    def key(self) -> str:
        """The path as people write it."""
        return dotted(self.path)


class Keys:
    """Knows the path of every group of answers, by which one it is and not by what it says."""

    def __init__(self, antwoorden: Antwoorden) -> None:
        """Walk over the answers."""
        self._found = {id(group): (group, path) for group, path in _groups(antwoorden, ())}

    def path(self, group: object) -> KeyPath:
        """Return the path of a group.

        Raises:
            NotAnAnswerError: It is none of the groups that were walked over.
        """
        if id(group) not in self._found:
            raise NotAnAnswerError
        return self._found[id(group)][1]

    def at(self, group: object, name: str, *parts: str | int) -> Place:
        """Return the place of a question.

        Args:
            group: A group of answers that is there.
            name: The question.
            parts: Where the answer is a list, the number of an item from 1, or where it is a mapping one of its keys;
                and where it is a group, which need not be there, the name of a question in that.

        Raises:
            NotAnAnswerError: The group is none of those that were walked over.
            NoSuchQuestionError: There is no such question.
        """
        path = self.path(group)
        place = _question(path, type(group), group, name)
        for part in parts:
            inside = place.question.model
            place = _item(place, part) if place.is_whole else _question(place.path, inside, place.value, part)
        return place

    def group(self, kind: type[_Group], parent: Antwoord, name: str, *parts: str | int) -> _Group:
        """Return the group at a place; where none was given one without answers, that has its key all the same.

        Args:
            kind: The class of the group.
            parent: A group of answers that is there.
            name: As for `at`.
            parts: As for `at`.
        """
        place = self.at(parent, name, *parts)
        if isinstance(place.value, kind):
            return place.value
        empty = kind()
        self._found[id(empty)] = (empty, place.path)
        return empty


def places(antwoorden: Antwoorden) -> Iterator[Place]:
    """Yield the place of every question in every group that is there."""
    for group, path in _groups(antwoorden, ()):
        for name in questions(type(group)):
            yield _question(path, type(group), group, name)


def unanswered(antwoorden: Antwoorden) -> Iterator[tuple[KeyPath, Vraag]]:
    """Yield the place of every question that a plan for the college needs and that has no answer."""
    for path, question, value, is_whole in places(antwoorden):
        if question.nodig is not None and (value is None or (is_whole and not value)):
            yield path, question


def moments(antwoorden: Antwoorden) -> Iterator[tuple[KeyPath, Moment]]:
    """Yield every date in the answers, with its place."""
    for place in places(antwoorden):
        if isinstance(place.value, Moment):
            yield place.path, place.value


def question_at_path(path: KeyPath) -> tuple[Vraag, bool] | None:
    """Return the question that a path leads to, and whether that is the whole of its list or mapping.

    None where there is no such question, or where the path ends at a group without one.
    """
    model: type[Antwoord] | None = Antwoorden
    found: tuple[Vraag, bool] | None = None
    for part in path:
        if found is not None and found[1]:
            found = (found[0], False)
        elif model is not None and isinstance(part, str) and part in questions(model):
            question = questions(model)[part]
            found = (question, question.is_lijst or question.is_tabel)
        else:
            return None
        model = None if found[1] else found[0].model
    return found


def answer_at_path(antwoorden: Antwoorden, path: KeyPath) -> object:
    """Return what was answered at a path; None where nothing was."""
    value: object = antwoorden
    for part in path:
        if isinstance(value, Antwoord) and isinstance(part, str):
            value = getattr(value, part, None)
        elif isinstance(value, Mapping):
            value = next((item for key, item in value.items() if str(key) == str(part)), None)
        elif isinstance(value, tuple) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value


def _groups(value: object, path: KeyPath) -> Iterator[tuple[Antwoord, KeyPath]]:
    """Yield every group of answers in a value, with its path."""
    if isinstance(value, Antwoord):
        yield value, path
        for name in questions(type(value)):
            yield from _groups(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _groups(item, (*path, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _groups(item, (*path, str(key)))


def _question(path: KeyPath, model: type | None, group: object, name: str | int) -> Place:
    known = questions(model) if model is not None and issubclass(model, Antwoord) else {}
    if not isinstance(name, str) or name not in known:
        raise NoSuchQuestionError(dotted((*path, str(name))), tuple(known))
    question = known[name]
    value = None if group is None else getattr(group, name)
    return Place((*path, name), question, value, is_whole=question.is_lijst or question.is_tabel)


def _item(place: Place, part: str | int) -> Place:
    """Return the place of one item in a list or mapping."""
    path, question, value, _ = place
    if question.is_tabel:
        table = value if isinstance(value, Mapping) else {}
        found = next((item for key, item in table.items() if str(key) == str(part)), None)
        return Place((*path, str(part)), question, found, is_whole=False)
    if not isinstance(part, int) or part < 1:
        raise NoSuchQuestionError(dotted((*path, str(part))), ())
    items = value if isinstance(value, tuple) else ()
    return Place((*path, part - 1), question, items[part - 1] if part <= len(items) else None, is_whole=False)
