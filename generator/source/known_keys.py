"""The keys that a file may hold: tells a key from the first word of a sentence, and a group from a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


_NUMBER = re.compile(r"\d{1,4}")
_PLAUSIBLE = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """The names of the keys; empty where nothing is known, and then any word in small letters may be one.

    One name may stand for more than one of these, in different places.
    """

    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Each key with keys right below it, and those; the keys of the file as a whole below the empty key."""
    items: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Each key with a list below it, and the keys in its items."""
    plain: frozenset[str] = frozenset()
    """Each key with an answer behind it."""
    tables: frozenset[str] = frozenset()
    """Each key with keys below it that nobody knows beforehand, such as years."""
    _names: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Gather every name."""
        object.__setattr__(self, "_names", self.plain.union(self.groups, self.items, self.tables))

    def knows(self, key: str) -> bool:
        """Tell whether a word is a key for sure."""
        if _NUMBER.fullmatch(key):
            return True
        if not self.plain and not self.groups:
            return bool(_PLAUSIBLE.fullmatch(key))
        return self.is_listed(key)

    def is_listed(self, key: str) -> bool:
        """Tell whether a word is one of the names."""
        return key in self._names

    def may_hold(self, parent: str, child: str, *, in_list: bool) -> bool | None:
        """Tell whether a key may stand below another, or in the items below it; None when that is not known.

        Args:
            parent: The key above.
            child: The key below; empty for an item without a key.
            in_list: Whether it stands in an item of a list.
        """
        if not self.is_listed(parent) or parent in self.tables:
            return None
        if not in_list:
            return child in self.groups.get(parent, ())
        if parent not in self.items:
            return False
        return not child or child in self.items[parent]

    def may_stand(self, path: tuple[str | int, ...]) -> bool:
        """Tell whether a key, or an item of a list, may stand at a place; what nobody knows may."""
        *_, around, above, name = ("", "", *path)
        if isinstance(name, int):
            return isinstance(above, str) and self.may_hold(above, "", in_list=True) is not False
        in_list = isinstance(above, int)
        return self.may_hold(str(around if in_list else above), name, in_list=in_list) is not False
