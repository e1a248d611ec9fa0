"""The sheet beside a question: the chapter of the plan in which its answer prints, as the web page shows it.

The whole plan is rendered once, to see which answer prints in which part and which template writes that. After that
only the part that is asked is rendered again, and made ready for the browser only where its text differs.
"""

from __future__ import annotations

import hashlib
import re
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import html

from generator.answers.keys import answer_at_path
from generator.framework import load_framework
from generator.kept import folder_stamp
from generator.page import ties
from generator.page.remarks import around
from generator.page.vocabulary import classes
from generator.plan import build
from generator.problems import ProblemsError
from generator.rendering.by_part import PartTemplates
from generator.source import path_of
from generator.web import webpage
from generator.web.excerpt import COVER, excerpt, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.checks import Checked
    from generator.housestyle import HouseStyleFiles
    from generator.plan import Plan
    from generator.rendering.by_part import Writers
    from generator.web.appearance import Appearance
    from generator.web.excerpt import Excerpt
    from generator.workshop import Workshop

_MOST = 200
"""So many sheets are kept; one is some 50 kB."""
_MOST_PARTS = 40
"""No plan has so many chapters or annexes."""
_UNNUMBERED = frozenset({"ongenummerd", "bijlage", "inhoudskop"})
_NO_PARTS = (
    "De sjablonen van deze huisstijl maken een plan zonder delen. Daarom kan het blad niet naast de vragen staan.",
    "Geef elk hoofdstuk een data-blok, zoals de sjablonen van wijkplan doen.",
)
_PICTURE = re.compile(r'<img\b[^>]*\bsrc="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the plan, ready to be shown."""

    part: str
    """Its name, such as `wijk`."""
    html: str
    marks: Mapping[str, str]
    """The id of the first place where each answer stands, by its key."""
    chapters_before: int
    """So many chapters with a number come before it."""
    annexes_before: int
    is_old: bool = False
    """Whether it is of an earlier version, because the answers of now have a fault."""

    def shows(self, key: str) -> bool:
        """Tell whether an answer, or one in its group, stands here."""
        return any(_is_in(other, key) for other in self.marks)

    def anchor(self, key: str) -> str:
        """Return the id of the place that shows an answer, else of one in its group, else of one in the group around.

        Empty where none of these has a place here.
        """
        while key:
            inside = (mark for other, mark in self.marks.items() if _is_in(other, key))
            if found := self.marks.get(key) or next(inside, ""):
                return found
            key = around(key)
        return ""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of the plan has to do with."""

    groups: frozenset[str]
    """The keys of the groups of answers that it is about."""
    shows: frozenset[str]
    """The keys of the answers that it shows, and of the groups that these are in."""
    chapters_before: int
    annexes_before: int

    def about(self, key: str) -> int:
        """Return how near the part is to an answer: the length of its group that the answer is in; 0 where none is."""
        return max((len(group) for group in self.groups if _is_in(key, group)), default=0)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is known of the whole plan, as long as it has the same parts."""

    parts: Mapping[str, _Part]
    writers: Writers
    unprinted: dict[str, bool] = field(default_factory=dict)
    """The keys that were looked for in vain, and whether there was an answer then."""

    def part_of(self, key: str) -> str:
        """Return the part in which an answer prints: the cover, its own chapter, or the first other one.

        For one that prints nowhere it is the part about its group, or about the group around.
        """
        while key:
            shown = [name for name, part in self.parts.items() if key in part.shows]
            own = sorted((part.about(key), name) for name, part in self.parts.items() if part.about(key))
            homes = [name for _, name in reversed(own)]
            if found := [name for name in (COVER, *homes) if name in shown] or shown or homes:
                return found[0]
            key = around(key)
        last = (name for name, part in self.parts.items() if "*" in part.groups)
        return next(last, next(iter(self.parts), ""))


class _Version:
    """Sound answers, with what was made of them in one house style."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.sheets: dict[str, Sheet] = {}
        self._made_in: object = None
        self._plan: Plan | None = None

    def plan(self, house_style: HouseStyleFiles) -> Plan:
        """Return the plan in a house style; what was made in another, or before it was changed, is forgotten."""
        asked = _templates_of(house_style)
        if self._plan is None or self._made_in != asked:
            self.sheets.clear()
            self._made_in = asked
            self._plan = build(
                self.checked.antwoorden,
                load_framework(),
                self.checked.problems,
                house_style.layout,
                opmerkingen=False,
                afbeeldingen=self.checked.afbeeldingen,
            )
        return self._plan


class Preview:
    """Makes the sheets of plans, and keeps what did not change."""

    def __init__(self, workshop: Workshop) -> None:
        """Start with nothing rendered."""
        self._workshop = workshop
        self._templates = PartTemplates()
        self._wholes: dict[object, _Whole] = {}
        self._sheets: dict[str, Excerpt] = {}
        self._sound: dict[str, _Version] = {}
        self._lock = threading.Lock()

    def sheet(self, checked: Checked, key: str, house_style: HouseStyleFiles) -> Sheet | None:
        """Return the part of the plan in which an answer prints.

        Where the answers have a fault it is that of the last ones without; None where there were none.

        Args:
            checked: The answers.
            key: The key of a question, or of a group of them.
            house_style: The house style of the plan.

        Raises:
            ProblemsError: A template has a fault.
        """
        with self._lock:
            version = self._sound.get(checked.source.name)
            if not checked.fouten and (version is None or version.checked is not checked):
                version = self._sound[checked.source.name] = _Version(checked)
            if version is None:
                return None
            return replace(self._found(version, key, house_style), is_old=version.checked is not checked)

    def _found(self, version: _Version, key: str, house_style: HouseStyleFiles) -> Sheet:
        plan, answers = version.plan(house_style), version.checked.antwoorden
        has_answer = answer_at_path(answers, path_of(key)) not in (None, (), "")
        like = _parts_asked(plan, house_style, version.checked.source.name)
        whole = self._wholes.get(like)
        if whole is not None:
            found = self._part(version, house_style, whole, whole.part_of(key))
            if found is not None and (found.shows(key) or whole.unprinted.get(key, not has_answer) >= has_answer):
                return found
        whole = self._wholes[like] = self._seen_whole(plan, house_style, whole)
        found = self._part(version, house_style, whole, whole.part_of(key))
        if found is None:  # a template of the house style writes parts in a way of its own
            raise ProblemsError.about(str(house_style.word), *_NO_PARTS)
        if not found.shows(key):
            whole.unprinted[key] = has_answer
        return found

    def _seen_whole(self, plan: Plan, house_style: HouseStyleFiles, before: _Whole | None) -> _Whole:
        """Return what the whole plan has in its parts."""
        page, writers = self._templates.whole(plan, house_style.sjablonen)
        return _Whole(dict(_looked_at(page)), writers, before.unprinted if before else {})

    def _part(self, version: _Version, house_style: HouseStyleFiles, whole: _Whole, name: str) -> Sheet | None:
        """Return a part, rendered anew where this version was not yet; None where the templates did not write it."""
        if name not in version.sheets:
            made = self._rendered(version.plan(house_style), house_style, whole.writers.idle(name, whole.parts), name)
            if made is None:
                return None
            seen = whole.parts[name]
            version.sheets[name] = Sheet(name, made.html, made.marks, seen.chapters_before, seen.annexes_before)
        return version.sheets[name]

    def _rendered(self, plan: Plan, house_style: HouseStyleFiles, idle: frozenset[str], name: str) -> Excerpt | None:
        page = self._templates.without(plan, house_style.sjablonen, idle)
        digest = hashlib.sha256(f"{name} {page}".encode())
        for picture in sorted(set(_PICTURE.findall(page)) & set(plan.afbeeldingen)):
            digest.update(plan.afbeeldingen[picture].data)
        content = digest.hexdigest()
        if content not in self._sheets:
            element = parts(webpage.for_readers(page, plan.afbeeldingen, is_part=True)).get(name)
            if element is None:
                return None
            self._sheets[content] = excerpt(element)
            while len(self._sheets) > _MOST:
                self._sheets.pop(next(iter(self._sheets)))
        return self._sheets[content]


def _parts_asked(plan: Plan, house_style: HouseStyleFiles, file: str) -> object:
    """Return what decides which parts a plan has, and which template writes them."""
    names = (plan.hoofdstukken, tuple(item.naam for item in plan.bijlagen), plan.concept)
    return file, _templates_of(house_style), names


def _templates_of(house_style: HouseStyleFiles) -> object:
    """Return what a house style asks of the words of a plan, as it is now."""
    stamps = tuple(folder_stamp(folder) for folder in house_style.sjablonen)
    return str(house_style.word), house_style.sjablonen, stamps, repr(house_style.layout)


def _looked_at(page: str) -> Iterator[tuple[str, _Part]]:
    """Yield each part of a page with what it shows."""
    root = html.document_fromstring(page)
    level = "h1" if root.find_class("titel") else "h2"
    chapters = annexes = 0
    for name, part in parts(root).items():
        groups = (str(item.get(ties.GROUPS)) for item in part.iter() if item.get(ties.GROUPS))
        answers = {str(item.get(ties.ANSWER)) for item in part.iter() if item.get(ties.ANSWER)}
        shown = frozenset(key for answer in answers for key in _with_groups(answer))
        yield name, _Part(frozenset(" ".join(groups).split()), shown, chapters, annexes)
        for heading in part.iter(level):
            annexes += "bijlage" in classes(heading)
            chapters += classes(heading).isdisjoint(_UNNUMBERED)


def sheet_style(look: Appearance) -> str:
    """Return the style sheet that sheets are shown with."""
    return webpage.stylesheet(look) + "".join(_starts())


def _starts() -> Iterator[str]:
    """Yield the rules that let the numbers of a part go on where those of the part before it end."""
    for number in range(_MOST_PARTS):
        yield f".hoofdstukken-voor-{number} {{ counter-reset: hoofdstuk {number}; }}\n"
        yield f".bijlagen-voor-{number} {{ counter-reset: bijlage {number}; }}\n"


def _with_groups(key: str) -> Iterator[str]:
    """Yield a key and those of the groups that it is in."""
    while key:
        yield key
        key = around(key)


def _is_in(key: str, group: str) -> bool:
    """Tell whether a key is that of a group, or of something in it."""
    return key == group or key.startswith((f"{group}.", f"{group}["))
