"""A question of the answer file in the plan: its key, what was answered, and how the plan prints that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from generator.answers.kinds import Datum, JaNee, Keuze, Moment, Tijdvak
from generator.answers.opdracht import argumentnummer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.answers.keys import Place
    from generator.answers.kinds import Kind
    from generator.answers.questions import Vraag


@dataclass(frozen=True, slots=True)
class VraagInPlan:
    """A question and its answer, or one item of an answer that is a list or a mapping."""

    plaats: Place
    titel: str
    """What the answer is called."""
    kind: Kind[Any] | None
    """The kind of the answer, or of each item in it; None for groups."""

    @property
    def sleutel(self) -> str:
        """The key."""
        return self.plaats.key

    @property
    def waarde(self) -> object:
        """The answer; None where there is none."""
        return self.plaats.value

    @property
    def gegeven(self) -> bool:
        """Tell whether there is an answer."""
        return self.waarde is not None and self.waarde not in ("", (), {})

    @property
    def nodig(self) -> str | None:
        """What is missing without an answer; None when a plan for the college can do without."""
        return self.plaats.question.nodig

    @property
    def soort(self) -> Literal["lijst", "groep", "datum", "keuze", "tekst"]:
        """What the answer is; a number is a text too, and a mapping a group."""
        if self.plaats.is_whole:
            return "lijst" if self.plaats.question.is_lijst else "groep"
        if self.kind is None:
            return "groep"
        return "datum" if self._is_date else "keuze" if self.kind.choices else "tekst"

    @property
    def iso(self) -> str:
        """The day, month or year that the answer is, for other programs; empty where it is none of those."""
        return self.waarde.iso if self._is_date and isinstance(self.waarde, Moment) else ""

    @property
    def _is_date(self) -> bool:
        return isinstance(self.kind, Datum) and not isinstance(self.kind, Tijdvak)

    @property
    def keuzes(self) -> tuple[tuple[str, str], ...]:
        """The fixed choices, as the answer file and as the plan writes them; none for most questions."""
        return self.kind.choices if self.kind and not self.plaats.is_whole else ()

    @property
    def tekst(self) -> str:
        """The answer as the plan prints it; empty where there is none, or where it has parts of its own."""
        return self.kind.show(self.waarde) if self.kind and self.gegeven and not self.plaats.is_whole else ""

    @property
    def punt(self) -> str:
        """The full stop that the answer still needs to be a sentence; empty where it has its own end."""
        text = self.delen[-1].tekst if self.delen else self.tekst
        ends = not text or text.rstrip()[-1] in ".!?…:" or "\n" in text.strip()
        return "" if ends else "."

    @property
    def nummer(self) -> str:
        """The number that an argument of a proposal begins with: `1.2` for the second with point 1; else empty."""
        return ".".join(map(str, argumentnummer(self.tekst)))

    @property
    def delen(self) -> tuple[VraagInPlan, ...]:
        """The items of a list, each with its own key; none for any other answer."""
        items = self.waarde if isinstance(self.waarde, tuple) else ()
        path = self.plaats.path
        places = (
            self.plaats._replace(path=(*path, index), value=item, is_whole=False) for index, item in enumerate(items)
        )
        return tuple(replace(self, plaats=place) for place in places)


def question_at(
    place: Place, fixed: Mapping[str, str], woorden: Mapping[str, str] | None = None, titel: str | None = None
) -> VraagInPlan:
    """Return the question at a place.

    Args:
        place: The place.
        fixed: The fixed texts of the plan, for the choices whose words a house style may replace.
        woorden: How the plan writes choices here alone, by choice.
        titel: What the answer is called here, where the question does not say that well.
    """
    kind = place.question.item_kind
    if isinstance(kind, Keuze):
        kind = kind.in_words(fixed)
        kind = Keuze(kind.words, {**kind.words, **woorden}) if woorden else kind
    if isinstance(kind, JaNee) and woorden:
        kind = JaNee(woorden)
    return VraagInPlan(place, titel or _title(place.question), kind)


def _title(question: Vraag) -> str:
    """Return what an answer is called: the noun that says what is missing without it, else the question's own name."""
    article, _, noun = (question.nodig or "").partition(" ")
    title = noun if article in {"de", "het"} else question.naam.replace("_", " ")
    return title[:1].upper() + title[1:]
