"""The parts of the questions, how far each is, and the address at which any answer is asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.answers import Antwoorden
from generator.answers.keys import places
from generator.answers.questions import questions
from generator.answers.shape import field_at
from generator.browser.field_look import title_of
from generator.browser.plan_progress import chapters_of
from generator.browser.shown_answers import opened
from generator.framework import load_framework
from generator.problems import Soort
from generator.source import dotted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers.questions import Vraag
    from generator.browser.shown_answers import Answered
    from generator.source import KeyPath, Tree

ELSEWHERE = frozenset({"basis", "huisstijl", "bewust", "navraag"})
"""What is asked on other screens than those of questions."""
CONDITIONS, INTERVENTIONS = "randvoorwaarden", "interventies"


@dataclass(frozen=True, slots=True)
class Part:
    """A page of questions."""

    path: KeyPath
    title: str
    address: str
    klaar: int = 0
    """So many of the answers that a plan for the college needs are there."""
    totaal: int = 0
    fouten: int = 0
    """So many answers make no sense."""
    onder: tuple[Part, ...] = ()
    """The pages within it."""

    @property
    def key(self) -> str:
        """The key of what it asks."""
        return dotted(self.path)


def parts_of(plan: str, version: Answered) -> tuple[Part, ...]:
    """Return the pages of questions, in the order of the chapters of the plan.

    Args:
        plan: What the plan is called in addresses.
        version: The answers.
    """
    counted, asked = _Counted(plan, version), questions(Antwoorden)
    named = (
        {part.sleutel: part.naam for chapter in chapters_of(version.checked) for part in chapter.onderdelen}
        if version.checked
        else {}
    )
    names = named or {name: title_of(question) for name, question in asked.items()}
    return tuple(counted.part(asked[key], name) for key, name in names.items() if key not in ELSEWHERE)


def in_order(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield the pages one after the other: each part, and after it those within it."""
    for part in parts:
        if part.key != CONDITIONS:  # its own page only leads to those of the conditions
            yield part
        yield from part.onder


def address_of(plan: str, path: KeyPath) -> str:
    """Return the address at which an answer is asked, with the place on that page; the overview for what has none.

    Args:
        plan: What the plan is called in addresses.
        path: Where the answer stands.
    """
    page = _page_of(plan, path)
    return page if page.endswith(("/", "#huis")) else f"{page}#{quote(dotted(path), safe='[].')}"


def _page_of(plan: str, path: KeyPath) -> str:
    start = f"/plan/{plan}"
    if not path:
        return f"{start}/"
    if path[0] == CONDITIONS:
        return f"{start}/randvoorwaarde/{quote(str(path[1]), safe='')}" if len(path) > 1 else f"{start}/#huis"
    if path[0] == INTERVENTIONS:
        return f"{start}/interventies" + (f"/{int(path[1]) + 1}" if len(path) > 1 else "")
    lists = (path[:end] for end in range(1, len(path) + 1) if _is_page(path[:end]))
    return f"{start}/vraag/{quote(dotted(next(lists, path[:1])), safe='[].')}"


def _is_page(path: KeyPath) -> bool:
    question = field_at(path)
    return question is not None and question.is_lijst and question.model is not None


def number_in_address(tree: Tree, name: str) -> int | None:
    """Return the place of the intervention that an address calls so, by its id or its number; None where none is."""
    names = chosen_ids(tree)
    if names.count(name) == 1:
        return names.index(name)
    return int(name) - 1 if name.isascii() and name.isdecimal() and 0 < int(name[:6]) <= len(names) else None


def chosen_ids(tree: Tree) -> list[str]:
    """Return the ids of the chosen interventions, empty for one without."""
    items = opened(tree, (INTERVENTIONS,))
    ids = (
        opened(tree, (INTERVENTIONS, number, "id")) for number in range(len(items) if isinstance(items, list) else 0)
    )
    return [name if isinstance(name, str) else "" for name in ids]


class _Counted:
    """Counts what is answered, open and wrong, by page."""

    def __init__(self, plan: str, version: Answered) -> None:
        self._plan = plan
        self._tree: Tree = version.source.tree if version.source else None
        self._there: Counter[KeyPath] = Counter()
        self._told: dict[Soort, Counter[KeyPath]] = {soort: Counter() for soort in Soort}
        checked = version.checked
        for path, question, value, is_whole in places(checked.antwoorden) if checked else ():
            if question.nodig is not None and value is not None and not (is_whole and not value):
                self._there.update(_around(path))
        for problem in checked.problems if checked else ():
            self._told[problem.soort].update(_around(path_of(problem.sleutel)))

    def part(self, question: Vraag, title: str) -> Part:
        path: KeyPath = (question.naam,)
        onder: tuple[Part, ...] = ()
        if question.naam == CONDITIONS:
            onder = tuple(self._page((*path, item.id), item.titel) for item in load_framework().randvoorwaarden)
        elif question.naam == INTERVENTIONS:
            onder = tuple(self._page((*path, number), name) for number, name in enumerate(self._chosen()))
        elif question.model is not None and not question.is_lijst:
            onder = tuple(self._page((*path, *below), title_of(inner)) for below, inner in _lists(question))
        return self._page(path, title, onder)

    def _chosen(self) -> Iterator[str]:
        titles = {item.id: item.titel for item in load_framework().interventies}
        for number in range(len(chosen_ids(self._tree))):
            item = {name: opened(self._tree, (INTERVENTIONS, number, name)) for name in ("lokale_naam", "titel", "id")}
            said = next((text for text in item.values() if isinstance(text, str)), "")
            yield titles.get(said, said) or f"Interventie {number + 1}"

    def _page(self, path: KeyPath, title: str, onder: tuple[Part, ...] = ()) -> Part:
        there = self._there[path]
        return Part(
            path,
            title,
            _page_of(self._plan, path),
            there,
            there + self._told[Soort.OPEN][path],
            self._told[Soort.FOUT][path],
            onder,
        )


def _around(path: KeyPath) -> list[KeyPath]:
    """Return a path and those of what it is in."""
    return [path[:end] for end in range(1, len(path) + 1)]


def _lists(question: Vraag, above: KeyPath = ()) -> Iterator[tuple[KeyPath, Vraag]]:
    """Yield the lists of groups within a group, each with its path from there."""
    for name, inner in questions(question.model).items() if question.model else ():
        if inner.model is not None and inner.is_lijst:
            yield (*above, name), inner
        elif inner.model is not None and not inner.is_tabel:
            yield from _lists(inner, (*above, name))
