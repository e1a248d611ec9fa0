"""Shows the framework as text: an overview, a part of it, or one entry."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, TypeAlias

from generator.framework.model import Interventie, Randvoorwaarde, Startvraag, WerkzaamPrincipe
from generator.problems import ProblemsError
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.framework.model import Framework

PARTS = ("randvoorwaarden", "interventies", "principes", "startvragen")
WIDTH = 96

Entry: TypeAlias = Randvoorwaarde | Interventie | WerkzaamPrincipe | Startvraag


def overview(kader: Framework) -> str:
    """Return what the framework holds, with the ids to look further with."""
    blocks = "\n".join(_block(part, listing(kader, part)) for part in PARTS)
    return f"{kader.titel}\n{kader.bron}\n\n{blocks}Meer over één onderdeel: wijkplan kader interventies halt_lessen"


def listing(kader: Framework, part: str) -> str:
    """Return the entries of a part: id and title, grouped as the framework does."""
    return "\n".join(_rows(kader, part))


def detail(kader: Framework, part: str, key: str) -> str:
    """Return everything about one entry.

    Raises:
        ProblemsError: There is no entry with this id.
    """
    found = {entry.id: entry for entry in entries(kader, part)}
    if key not in found:
        remedy = did_you_mean(key, found) or f"Kijk met: wijkplan kader {part}."
        raise ProblemsError.about("kader", f"“{key}” staat niet bij {part}.", remedy)
    return "\n".join([*lines_of(found[key], kader), *_found_by(found[key])])


def part_with(kader: Framework, key: str) -> str | None:
    """Return the part in which an id stands, or None."""
    return next((part for part in PARTS if any(entry.id == key for entry in entries(kader, part))), None)


def _block(title: str, text: str) -> str:
    return f"{title.upper()}\n{text}\n"


def entries(kader: Framework, part: str) -> tuple[Entry, ...]:
    """Return the entries of a part."""
    parts: dict[str, tuple[Entry, ...]] = {
        "randvoorwaarden": kader.randvoorwaarden,
        "interventies": kader.interventies,
        "principes": kader.werkzame_principes,
        "startvragen": kader.startvragen,
    }
    return parts[part]


def _rows(kader: Framework, part: str) -> Iterator[str]:
    groups: dict[str, str] = {}
    if part == "randvoorwaarden":
        groups = {block.id: block.titel for block in kader.bouwstenen}
    elif part == "interventies":
        groups = {category.id: category.titel for category in kader.interventiecategorieen}
    last = None
    for entry in entries(kader, part):
        group = getattr(entry, "bouwsteen", None) or getattr(entry, "categorie", None)
        if group != last and group is not None:
            yield f"  {groups[group]}"
            last = group
        yield f"    {entry.id:<34} {_title(entry)}"


def _title(entry: Entry) -> str:
    return entry.vraag if isinstance(entry, Startvraag) else entry.titel


def lines_of(entry: Entry, kader: Framework) -> Iterator[str]:
    """Yield what the framework says of an entry, line by line."""
    yield _title(entry)
    yield f"id: {entry.id}"
    if isinstance(entry, Randvoorwaarde):
        yield from _condition(entry, kader)
    elif isinstance(entry, Interventie):
        yield from _intervention(entry, kader)
    elif isinstance(entry, WerkzaamPrincipe):
        yield from _principle(entry)


def _condition(entry: Randvoorwaarde, kader: Framework) -> Iterator[str]:
    block = next(block for block in kader.bouwstenen if block.id == entry.bouwsteen)
    yield f"bouwsteen: {block.titel}"
    yield from _text(f"{entry.toelichting} (toelichting van wijkplan)")
    yield from _listed(entry.vraagt_om, (f"{eis.nr}. {eis.tekst}" for eis in entry.eisen))
    yield from _listed("Aan de slag:", (f"{action.nr}. {action.tekst}" for action in entry.acties))
    yield from _listed("Ervaringen:", entry.praktijkervaringen)
    named = {nr for eis in entry.eisen for nr in eis.bronnen}
    studies = (f"{study.nr}. {study.verwijzing}" for study in kader.bronnen if study.nr in named)
    yield from _listed(f"Bron: magazine, randvoorwaarde {entry.titel}, met deze studies:", studies)


def _intervention(entry: Interventie, kader: Framework) -> Iterator[str]:
    category = next(item for item in kader.interventiecategorieen if item.id == entry.categorie)
    yield f"categorie: {category.titel}"
    yield from _text(f"Wat het is: {entry.doel}")
    yield from _text(f"Beoogd resultaat: {entry.beoogd_resultaat}")
    proposals = (
        f"{item.principe} ({kader.principe(item.principe).titel}): {item.argument}"
        for item in entry.voorgestelde_principes
    )
    yield from _listed("Voorstel voor werkzame principes (niet uit de bron):", proposals)
    rules = (kader.rechtsregel(key) for key in entry.juridisch)
    yield from _listed(
        "Laat toetsen door een jurist (niet uit de bron):", (f"{rule.vindplaats}: {rule.punt}" for rule in rules)
    )


def _found_by(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Interventie):
        yield from _text(f"Onze eigen trefwoorden (niet uit de bron): {', '.join(entry.eigen_zoektermen)}")


def _principle(entry: WerkzaamPrincipe) -> Iterator[str]:
    if entry.titel_bron:
        yield f"titel in het magazine: {entry.titel_bron}"
    yield from _listed("Hoe werkt het:", entry.hoe_werkt_het)
    yield from _listed("Het kader raadt aan:", entry.toepassen)
    yield from _listed("Let op:", entry.let_op)
    yield from _listed("Leestips:", (tip.verwijzing for tip in entry.leestips))
    yield from _text(f"Praktijkverhaal in het magazine: {entry.praktijkverhaal_gemeente}")


def _text(text: str) -> Iterator[str]:
    yield ""
    yield fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    rows = list(items)
    if rows:
        yield ""
        yield title
        for row in rows:
            yield fill(row, WIDTH, initial_indent="  ", subsequent_indent="     ", break_long_words=False)
