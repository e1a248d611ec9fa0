"""Knows the questions without their answers: what may stand at a place in the answer file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from generator.answers import Antwoord, Antwoorden
from generator.answers.kinds import Keuze, Kind, Reeks

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from generator.source import KeyPath


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question of the answer file."""

    naam: str
    """The key."""
    vraag: str
    nodig: str | None
    """What is missing without an answer, as a noun phrase; None when a plan can do without."""
    waarom: str | None
    voorbeeld: str | None
    verplicht: bool
    """Whether not even a draft is possible without it."""
    soort: object
    """The type of the answer, without `None`."""
    item_kind: Kind[Any] | None
    """The kind of the answer, or of each answer in the list or mapping that it is; None for groups."""

    @property
    def kind(self) -> Kind[Any] | None:
        """The kind of the answer as a whole, a list included; None for groups and mappings."""
        if self.item_kind is None or self.is_tabel:
            return None
        return Reeks(self.item_kind) if self.is_lijst else self.item_kind

    @property
    def is_lijst(self) -> bool:
        """Tell whether the answer is a list."""
        return get_origin(self.soort) is tuple

    @property
    def is_tabel(self) -> bool:
        """Tell whether the answer is a mapping with keys of its own, such as years or ids."""
        return get_origin(self.soort) is dict

    @property
    def model(self) -> type[Antwoord] | None:
        """The group of questions that the answer is, or that each item in it is."""
        kind = item_type(self.soort)
        return kind if isinstance(kind, type) and issubclass(kind, Antwoord) else None

    @property
    def keuzes(self) -> tuple[str, ...]:
        """The fixed choices, if the answer, or each item in it, is one of those."""
        return tuple(self.item_kind.words) if isinstance(self.item_kind, Keuze) else ()


@cache
def questions(model: type[Antwoord]) -> dict[str, Vraag]:
    """Return the questions of a group, by key, in the order of the answer file."""
    return {name: _question(name, field) for name, field in model.model_fields.items()}


def field_at(path: KeyPath, root: type[Antwoord] = Antwoorden) -> Vraag | None:
    """Return the question at a place in the answer file, or None when there is none.

    Numbers of items and keys of mappings belong to the question around them: `wijk.cijfers[2].bron` is the
    question `bron`, and `wijk.cijfers[2]` the question `cijfers`.

    Args:
        path: The place.
        root: The model of the whole file, where that is another one than the answers.
    """
    model: type[Antwoord] | None = root
    found: Vraag | None = None
    inside = False
    for part in path:
        if inside and found is not None and (isinstance(part, int) or found.is_tabel):
            inside = False
            continue
        if model is None or not isinstance(part, str) or part not in questions(model):
            return None
        found = questions(model)[part]
        model = found.model
        inside = found.is_lijst or found.is_tabel
    return found


def model_at(path: KeyPath, root: type[Antwoord] = Antwoorden) -> type[Antwoord] | None:
    """Return the group of questions that a place in the answer file holds, or None."""
    if not path:
        return root
    found = field_at(path, root)
    return found.model if found else None


def kind_at(path: KeyPath, root: type[Antwoord] = Antwoorden) -> Kind[Any] | None:
    """Return the kind of the answer at a place in the answer file: for an item of a list that of the item.

    Args:
        path: The place.
        root: The model of the whole file, where that is another one than the answers.
    """
    found = field_at(path, root)
    if found is None:
        return None
    return found.item_kind if field_at(path[:-1], root) is found else found.kind


def bare(annotation: object) -> object:
    """Return a type without `None` and without what pydantic adds to it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return bare(get_args(annotation)[0])
    if origin in (Union, UnionType):
        rest = [arg for arg in get_args(annotation) if arg is not NoneType]
        return bare(rest[0]) if len(rest) == 1 else annotation
    return annotation


def item_type(kind: object) -> object:
    """Return the type of each item of a list or mapping; any other type is its own item."""
    origin = get_origin(kind)
    if origin is tuple:
        return bare(get_args(kind)[0])
    if origin is dict:
        return bare(get_args(kind)[1])
    return kind


def _question(name: str, field: FieldInfo) -> Vraag:
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    texts = {key: str(extra[key]) if key in extra else None for key in ("x-nodig", "x-waarom", "x-voorbeeld")}
    return Vraag(
        naam=name,
        vraag=field.description or "",
        nodig=texts["x-nodig"],
        waarom=texts["x-waarom"],
        voorbeeld=texts["x-voorbeeld"],
        verplicht=field.is_required(),
        soort=bare(field.annotation),
        item_kind=next((item for item in field.metadata if isinstance(item, Kind)), None) or _kind(field.annotation),
    )


def _kind(annotation: object) -> Kind[Any] | None:
    """Return the kind of answer in a type: that of the items where it is a list or mapping."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return Keuze(inner)
    if origin is Annotated:
        return next((item for item in inner[1:] if isinstance(item, Kind)), None) or _kind(inner[0])
    if origin in (tuple, dict, Union, UnionType):
        return _kind(inner[1 if origin is dict else 0])
    return None
