"""Takes a group of questions without a single answer as not answered at all.

A new answer file shows every question, so every group is there; only answers make a chapter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.answers.base import Antwoord

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

_Group = TypeVar("_Group", bound=Antwoord)


def without_empty_groups(group: _Group) -> _Group:
    """Return the answers with None in place of every group in which nothing was answered."""
    changes: dict[str, object] = {}
    for name, field in type(group).model_fields.items():
        value = getattr(group, name)
        kept = _kept(value, field)
        if kept is not value:
            changes[name] = kept
    return group.model_copy(update=changes) if changes else group


def _kept(value: object, field: FieldInfo) -> object:
    if isinstance(value, Antwoord):
        inner = without_empty_groups(value)
        return None if field.default is None and _is_empty(inner) else inner
    if isinstance(value, tuple) and any(isinstance(item, Antwoord) for item in value):
        return tuple(without_empty_groups(item) if isinstance(item, Antwoord) else item for item in value)
    return value


def _is_empty(group: Antwoord) -> bool:
    return all(
        getattr(group, name) == field.get_default(call_default_factory=True, validated_data={})
        for name, field in type(group).model_fields.items()
    )
