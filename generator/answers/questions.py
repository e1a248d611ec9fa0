"""What every answer is made of: groups of questions, the declaration of a question, and the types of its answer.

The tree that comes in holds text only (see `generator.source`); each kind of answer (`generator.answers.kinds`) makes
of it what it is, and `generator.answers.tree_reading` brings the two together.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Literal,
    TypeAlias,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import NODEFAULT, Struct, StructMeta, field

from generator.answers import kinds
from generator.answers.kinds import Hoeveelheid, Keuze, Kind, Moment

if TYPE_CHECKING:
    from generator.source import Tree

TEKST = kinds.Tekst()
_STANDS = {"op_orde": "op orde", "deels": "deels op orde", "niet": "niet op orde", "onbekend": "nog onbekend"}
STATUS = Keuze(
    _STANDS,
    _STANDS,
    {
        **dict.fromkeys(("ja", "in orde", "voldoende", "geregeld", "gereed", "geborgd", "goed", "aanwezig"), "op_orde"),
        **dict.fromkeys(("gedeeltelijk", "gedeeltelijk op orde", "deels in orde", "ten dele"), "deels"),
        **dict.fromkeys(("grotendeels", "grotendeels op orde", "bijna op orde", "half", "in ontwikkeling"), "deels"),
        **dict.fromkeys(("nee", "niet in orde", "onvoldoende", "nog niet op orde", "nog niet", "slecht"), "niet"),
        **dict.fromkeys(("ontbreekt", "niet aanwezig", "afwezig", "nog niet geregeld", "niet geregeld"), "niet"),
        **dict.fromkeys(("onduidelijk", "nb", "n.b.", "niet bekend", "nog niet bekend", "nog onbekend"), "onbekend"),
        **dict.fromkeys(("nog niet beoordeeld", "niet beoordeeld", "nog te beoordelen", "weten we niet"), "onbekend"),
    },
)
"""How something stands, in the usual words of the plan."""

Tekst: TypeAlias = Annotated[str, TEKST]
"""Free text; may hold light Markdown where it prints as a paragraph."""
Bestand: TypeAlias = Annotated[str, kinds.Bestand()]
"""The name of a file beside the answer file."""
Datum: TypeAlias = Annotated[Moment, kinds.Datum()]
Tijdvak: TypeAlias = Annotated[Moment, kinds.Tijdvak()]
"""The time that a figure is about."""
Bedrag: TypeAlias = Annotated[Hoeveelheid, kinds.Bedrag()]
"""Whole euros."""
BedragPerJaar: TypeAlias = Annotated[Hoeveelheid, kinds.Bedrag(per_jaar=True)]
Getal: TypeAlias = Annotated[Hoeveelheid, kinds.Getal()]
Aantal: TypeAlias = Annotated[Hoeveelheid, kinds.Aantal()]
Nummer: TypeAlias = Annotated[int, kinds.Nummer()]
Jaar: TypeAlias = Annotated[int, kinds.Jaar()]
JaNee: TypeAlias = Annotated[bool, kinds.JaNee()]
Status: TypeAlias = Annotated[Literal["op_orde", "deels", "niet", "onbekend"], STATUS]
"""How a condition, or a requirement of it, stands."""


class _Declared(Struct, frozen=True):
    """What a group says of one of its questions."""

    vraag: str
    nodig: str | None
    waarom: str | None
    voorbeeld: str | None
    standaard: object
    ook: dict[str, str]


def vraag(
    tekst: str,
    *,
    nodig: str | None = None,
    waarom: str | None = None,
    voorbeeld: str | None = None,
    standaard: object = None,
    ook: dict[str, str] | None = None,
) -> Any:  # noqa: ANN401 - a field's default may be of any type, as in msgspec's own `field`
    """Declare an answer that may be left out.

    Args:
        tekst: The question, as the adviser reads it in a new answer file and in the editor.
        nodig: What is missing when there is no answer, as a noun phrase; only for answers that a plan for
            the college needs. It fills the placeholder `[nog in te vullen: …]`.
        waarom: Why a plan needs it, in one sentence.
        voorbeeld: An example answer as YAML, for a new answer file.
        standaard: The value when there is no answer, or what makes it; `...` where an answer is required.
        ook: Other words that certainly mean one of the fixed choices, each with that choice.
    """
    return _Declared(tekst, nodig, waarom, voorbeeld, standaard, ook or {})


@dataclass_transform(frozen_default=True, kw_only_default=True)
class _WithQuestions(StructMeta):
    """Makes a frozen Struct of a group, and keeps what its questions say beside their defaults."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> _WithQuestions:
        declared = {key: item for key, item in namespace.items() if isinstance(item, _Declared)}
        fields = {key: _default(item.standaard) for key, item in declared.items()}
        members = namespace | fields | {"_declared": declared}
        return super().__new__(cls, name, bases, members, frozen=True, kw_only=True)


def _default(standaard: object) -> object:
    if standaard is ...:
        return NODEFAULT
    return field(default_factory=standaard) if callable(standaard) else field(default=standaard)


class Antwoord(Struct, metaclass=_WithQuestions):
    """A group of answers: immutable, and without any name that it does not declare."""

    _declared: ClassVar[dict[str, _Declared]]
    _text_alone: ClassVar[str | None] = None
    """The question of the group that a text answers which stands there without keys."""
    text_pattern: ClassVar[str | None] = None
    """The pattern of the texts of which `from_text` makes something else."""

    @classmethod
    def from_text(cls, text: str, whole: Tree = None) -> dict[str, str] | None:  # noqa: ARG003 - few need the rest
        """Return the answers that a text gives which stands in the place of the group; None where it is not sure.

        Args:
            text: The text.
            whole: The whole file, where what stands elsewhere tells what is meant.
        """
        return None if cls._text_alone is None else {cls._text_alone: text}


class Vraag(Struct, frozen=True, kw_only=True):
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
    mag_weg: bool
    """Whether the group is None, rather than there with nothing in it, when nothing in it was answered."""
    is_lijst: bool
    """Whether the answer is a list."""
    is_tabel: bool
    """Whether the answer is a mapping with keys of its own, such as years or ids."""
    key_kind: Kind[Any] | None
    """The kind of the keys of such a mapping; None where any text will do."""
    mag_leeg: bool
    """Whether a key of such a mapping may stand there without an answer."""
    item: Kind[Any] | type[Antwoord]
    """What the answer is, or each item in it: an answer of a kind, or a group of questions."""

    @property
    def model(self) -> type[Antwoord] | None:
        """The group of questions that the answer is, or that each item in it is."""
        return None if isinstance(self.item, Kind) else self.item

    @property
    def item_kind(self) -> Kind[Any] | None:
        """The kind of the answer, or of each answer in the list or mapping that it is; None for groups."""
        return self.item if isinstance(self.item, Kind) else None

    @property
    def keuzes(self) -> tuple[str, ...]:
        """The fixed choices, if the answer, or each item in it, is one of those."""
        return tuple(self.item_kind.words) if isinstance(self.item_kind, Keuze) else ()


@cache
def questions(model: type[Antwoord]) -> dict[str, Vraag]:
    """Return the questions of a group, by key, in the order of the answer file."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _question(name, declared, hints[name]) for name, declared in model._declared.items()}


def text_alone(model: type[Antwoord]) -> Vraag | None:
    """Return the question that a text answers which stands in the place of a group; None where there is none."""
    return questions(model)[model._text_alone] if model._text_alone else None


def _question(name: str, declared: _Declared, annotation: object) -> Vraag:
    whole, optional = _without_none(annotation)
    shape, inner = get_origin(whole), get_args(whole)
    item, may_be_empty = _without_none(inner[-1] if shape is dict else inner[0] if shape is tuple else whole)
    return Vraag(
        naam=name,
        vraag=declared.vraag,
        nodig=declared.nodig,
        waarom=declared.waarom,
        voorbeeld=declared.voorbeeld,
        verplicht=declared.standaard is ...,
        mag_weg=optional,
        is_lijst=shape is tuple,
        is_tabel=shape is dict,
        key_kind=_kind(inner[0]) if shape is dict and inner[0] is not str else None,
        mag_leeg=may_be_empty,
        item=item if isinstance(item, type) and issubclass(item, Antwoord) else _kind(item, declared.ook),
    )


def _without_none(annotation: object) -> tuple[object, bool]:
    """Return a type without `None`, and whether that was part of it."""
    if get_origin(annotation) not in (Union, UnionType):
        return annotation, False
    (rest,) = (item for item in get_args(annotation) if item is not NoneType)
    return rest, True


def _kind(annotation: object, ook: dict[str, str] | None = None) -> Kind[Any]:
    if get_origin(annotation) is Literal:
        return Keuze(get_args(annotation), ook=ook)
    (kind,) = (item for item in get_args(annotation) if isinstance(item, Kind))
    return kind
