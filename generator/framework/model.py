"""The framework: conditions, interventions, questions and principles, with every reference in it checked."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec import Struct

from generator.dutch import datum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Onderdeel(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the framework: immutable, and refusing keys it does not know."""


class Leesstap(Onderdeel, frozen=True):
    """A step of the reading guide: a question to answer before the next one."""

    deel: Literal["randvoorwaarden", "interventies", "werkzame_principes"]
    """The part of the framework that answers it."""
    vraag: str
    tekst: str


class Inleiding(Onderdeel, frozen=True):
    """What the source says of each of its parts as a whole."""

    randvoorwaarden: str
    interventies: str
    """Follows a sentence that says what an intervention is."""
    startvragen: str
    werkzame_principes: str


class EigenTekst(Onderdeel, frozen=True):
    """Something in the framework file that does not come from the source."""

    sleutel: str
    """Where it stands: a group and a field in it."""
    wat: str
    """What the plan calls it, inside a sentence."""


class Studie(Onderdeel, frozen=True):
    """A study that the conditions rest on."""

    id: str
    nr: int
    """The number that requirements refer to: 1, 2 or 3."""
    verwijzing: str
    """The reference in full."""


class Bouwsteen(Onderdeel, frozen=True):
    """A building block: a group of conditions."""

    id: str
    titel: str
    plaats: int
    """Its place in the building, 1 at the bottom."""
    toelichting: str


class Eis(Onderdeel, frozen=True):
    """A requirement: something that a condition asks for."""

    id: str
    """The id of the condition, a dot and the number."""
    nr: int
    tekst: str
    """Completes the lead-in of the condition, so it starts without a capital."""
    bronnen: tuple[int, ...] = ()
    """The numbers of the studies it comes from, where the source can be read."""


class Actie(Onderdeel, frozen=True):
    """An action that the framework proposes."""

    id: str
    """The id of the condition, `.actie.` and the number."""
    nr: int
    tekst: str
    """In the infinitive, so it follows a colon or stands in a list."""


class Randvoorwaarde(Onderdeel, frozen=True):
    """A condition that must be in order before an approach can work."""

    id: str
    nr: int
    titel: str
    bouwsteen: str
    """The id of its building block."""
    bron: str
    """The section of the source."""
    toelichting: str
    """Why it matters, in words of ours: the source has no such text."""
    vraagt_om: str
    """The lead-in to the requirements."""
    eisen: tuple[Eis, ...]
    acties: tuple[Actie, ...]
    praktijkervaringen: tuple[str, ...] = ()
    """What the learning circle saw, in our own words."""


class Interventiecategorie(Onderdeel, frozen=True):
    """A category of interventions."""

    id: str
    titel: str


class VoorgesteldPrincipe(Onderdeel, frozen=True):
    """A proposal, not from the source: a principle that plausibly works in an intervention."""

    principe: str
    """The id of the principle."""
    sterkte: Literal["hoofd", "ondersteunend"]
    argument: str


class Interventie(Onderdeel, frozen=True):
    """An intervention that municipalities of the learning circle use."""

    id: str
    titel: str
    categorie: str
    """The id of its category."""
    bron: str
    doel: str
    beoogd_resultaat: str
    voorgestelde_principes: tuple[VoorgesteldPrincipe, ...]
    eigen_zoektermen: tuple[str, ...]
    """Words of our own, not from the source, by which the intervention is found for a problem."""
    juridisch: tuple[str, ...] = ()
    """The ids of the rules of law to have it checked against; not from the source."""


class Rechtsregel(Onderdeel, frozen=True):
    """A rule of law that an approach has to do with; not from the source."""

    id: str
    artikel: str
    """Where the rule stands."""
    punt: str
    """What it asks or gives, after the article and a colon."""
    gecontroleerd: date | None = None
    """When it was last held beside a public source; None where that is still to be done."""

    @property
    def vindplaats(self) -> str:
        """The article, with the day on which it was last checked."""
        day = f"gecontroleerd op {datum(self.gecontroleerd)}" if self.gecontroleerd else "nog te controleren"
        return f"{self.artikel} ({day})"


class Startvraag(Onderdeel, frozen=True):
    """A question that helps to discover what works in an intervention."""

    id: str
    nr: int
    vraag: str


class Leestip(Onderdeel, frozen=True):
    """A reading tip."""

    verwijzing: str
    """The reference in full, as far as the source can be read."""
    taal: Literal["nl", "en"]

    @property
    def kort(self) -> str:
        """The authors and the year, as a text refers to it."""
        return self.verwijzing.partition(")")[0] + ")"


class WerkzaamPrincipe(Onderdeel, frozen=True, kw_only=True):
    """A working principle: why an intervention has effect."""

    id: str
    nr: int
    titel: str
    titel_bron: str | None = None
    """Its title in the source, where ours differs."""
    bron: str
    hoe_werkt_het: tuple[str, ...]
    toepassen: tuple[str, ...]
    """What the source advises, in the infinitive."""
    let_op: tuple[str, ...]
    theorie: tuple[str, ...] = ()
    """Words to search the literature with."""
    leestips: tuple[Leestip, ...] = ()
    praktijkverhaal_gemeente: str
    """The municipality that tells a practice story about it."""


class Framework(Onderdeel, frozen=True):
    """Everything in `framework.yaml`."""

    titel: str
    ondertitel: str
    versie: str
    bron: str
    herkomst: str
    """Who made the source and how, as far as it says so itself."""
    leeswijzer: tuple[Leesstap, ...]
    inleiding: Inleiding
    eigen: tuple[EigenTekst, ...]
    bronnen: tuple[Studie, ...]
    bouwstenen: tuple[Bouwsteen, ...]
    randvoorwaarden: tuple[Randvoorwaarde, ...]
    interventiecategorieen: tuple[Interventiecategorie, ...]
    interventies: tuple[Interventie, ...]
    rechtsregels: tuple[Rechtsregel, ...]
    startvragen: tuple[Startvraag, ...]
    werkzame_principes: tuple[WerkzaamPrincipe, ...]

    def randvoorwaarde(self, key: str) -> Randvoorwaarde:
        """Return the condition with this id; raise KeyError when there is none."""
        return _by_id(self.randvoorwaarden, key)

    def interventie(self, key: str) -> Interventie:
        """Return the intervention with this id; raise KeyError when there is none."""
        return _by_id(self.interventies, key)

    def principe(self, key: str) -> WerkzaamPrincipe:
        """Return the working principle with this id; raise KeyError when there is none."""
        return _by_id(self.werkzame_principes, key)

    def rechtsregel(self, key: str) -> Rechtsregel:
        """Return the rule of law with this id; raise KeyError when there is none."""
        return _by_id(self.rechtsregels, key)

    def __post_init__(self) -> None:
        """Refuse ids that occur twice and references that lead nowhere."""
        faults = [*_duplicates(self), *_dangling(self)]
        if faults:
            raise ValueError("; ".join(faults))


_Part = TypeVar("_Part", Randvoorwaarde, Interventie, Rechtsregel, WerkzaamPrincipe)


def _by_id(parts: Iterable[_Part], key: str) -> _Part:
    for part in parts:
        if part.id == key:
            return part
    raise KeyError(key)


def _duplicates(framework: Framework) -> Iterator[str]:
    groups = (
        framework.bronnen,
        framework.bouwstenen,
        framework.randvoorwaarden,
        tuple(eis for condition in framework.randvoorwaarden for eis in condition.eisen),
        tuple(action for condition in framework.randvoorwaarden for action in condition.acties),
        framework.interventiecategorieen,
        framework.interventies,
        framework.rechtsregels,
        framework.startvragen,
        framework.werkzame_principes,
    )
    for group in groups:
        counts = Counter(part.id for part in group)
        yield from (f"id {key} occurs {count} times" for key, count in counts.items() if count > 1)


def _dangling(framework: Framework) -> Iterator[str]:
    blocks = {block.id for block in framework.bouwstenen}
    studies = {study.nr for study in framework.bronnen}
    categories = {category.id for category in framework.interventiecategorieen}
    principles = {principle.id for principle in framework.werkzame_principes}
    rules = {rule.id for rule in framework.rechtsregels}
    for condition in framework.randvoorwaarden:
        if condition.bouwsteen not in blocks:
            yield f"{condition.id}: no building block {condition.bouwsteen}"
        for eis in condition.eisen:
            yield from (f"{eis.id}: no study {nr}" for nr in eis.bronnen if nr not in studies)
    for intervention in framework.interventies:
        if intervention.categorie not in categories:
            yield f"{intervention.id}: no category {intervention.categorie}"
        proposed = (item.principe for item in intervention.voorgestelde_principes)
        yield from (f"{intervention.id}: no principle {key}" for key in proposed if key not in principles)
        yield from (f"{intervention.id}: no rule of law {key}" for key in intervention.juridisch if key not in rules)
