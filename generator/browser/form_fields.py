"""Every question of a group as a field to fill in, for any group: what it asks, what stands there, and what is wrong.

What a field shows is the text of the file itself, so that a form that is sent back unchanged changes nothing. What a
field cannot show, because the file has another shape there, is shown as it stands and cannot be changed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.answers import Antwoorden
from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
from generator.answers.questions import questions
from generator.answers.shape import model_at
from generator.browser.field_look import example_of, label_of, look_of, title_of
from generator.browser.shown_answers import (
    asked_at,
    asked_elsewhere,
    canonical,
    condition_titles,
    opened,
    opened_group,
    shown_text,
)
from generator.form.blocks_to_add import identity
from generator.form.soorten import REFERENCES
from generator.framework import load_framework
from generator.problems import Soort
from generator.roundtrip import yaml_text
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoord
    from generator.answers.questions import Vraag
    from generator.browser.field_look import Veldsoort
    from generator.browser.shown_answers import Answered
    from generator.problems import Problem
    from generator.source import KeyPath, Tree


class Choice(NamedTuple):
    """Something to choose."""

    value: str
    """As the answer file writes it."""
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A question with the answer that stands there."""

    path: KeyPath
    vraag: Vraag
    soort: Veldsoort
    label: str
    value: str = ""
    """The answer as the file has it; of a list a line for each."""
    choices: tuple[Choice, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What `controleer` says here; of what has fields of its own, only what is about the whole."""
    is_open: bool = False
    """Whether a plan for the college needs an answer that is not there."""
    example: str = ""
    """Some answers, in words."""
    who: str = ""
    """Who could know the answer."""
    herkomst: str = ""
    """The other file that the answer comes from, where it does."""
    group: Group | None = None
    """The questions of a group in the group."""
    groups: tuple[Group, ...] = ()
    """The items of a list of groups, with an empty one at the end; or the groups of a mapping."""

    @property
    def name(self) -> str:
        """The name in a form."""
        return dotted(self.path)


@dataclass(frozen=True, slots=True)
class Group:
    """A few questions that belong together."""

    path: KeyPath
    title: str
    vraag: str = ""
    waarom: str = ""
    fields: tuple[Field, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_new: bool = False
    """Whether it is the empty place for one more."""

    @property
    def name(self) -> str:
        """Its key."""
        return dotted(self.path)

    def all_fields(self) -> Iterator[Field]:
        """Yield the fields in which something can be filled in or seen, also those of the groups inside."""
        for item in self.fields:
            inner = (item.group,) if item.group else item.groups
            if not inner:
                yield item
            for group in inner:
                yield from group.all_fields()


def group_at(version: Answered, path: KeyPath) -> Group:
    """Return the questions at a place: of a group, of an item of a list, or one question alone.

    Raises:
        NoSuchQuestionError: There is no question there.
    """
    fields = _Fields(version)
    if not path:
        return Group((), "Plan", fields=fields.of_model(Antwoorden, ()))
    question, is_whole = asked_at(fields.tree, path)
    if not is_whole and question.model is not None:
        return fields.group(question, path)
    inside = path[:-1]
    model = model_at(inside) or Antwoorden
    shown = fields.one(model, question, path, is_item=not is_whole and (question.is_lijst or question.is_tabel))
    return Group(path, title_of(question), question.vraag, question.waarom or "", (shown,))


class _Fields:
    """Makes fields of one state of a file."""

    def __init__(self, version: Answered) -> None:
        self.source = version.source
        self.tree: Tree = version.source.tree if version.source else None
        self.kader = load_framework()
        self.problems = version.checked.problems if version.checked else ()
        self.who = {key: who for _, key, who in asked_elsewhere(self.tree)}

    def group(self, question: Vraag, path: KeyPath, *, is_new: bool = False) -> Group:
        """Return the questions of a group, or of an item of a list or mapping."""
        model = question.model
        given = opened_group(model, opened(self.tree, path), self.tree)
        title = title_of(question)
        if question.is_tabel:
            title = condition_titles().get(str(path[-1]), str(path[-1]))
        fields = self.of_model(model, path) if model and (given is None or isinstance(given, dict)) else ()
        if not fields:
            fields = (self._fixed(question, path, given),)
        if question.is_lijst and model is not None:
            named = (field for field in fields if field.path[-1] == identity(model))
            words = next((_in_short(field) for field in named), "")
            title = words or ("Nog een" if is_new else f"{title} {int(path[-1]) + 1}")
        return Group(path, title, question.vraag, question.waarom or "", fields, self._told(path, whole=True), is_new)

    def of_model(self, model: type[Antwoord], path: KeyPath) -> tuple[Field, ...]:
        """Return a field for each question of a group."""
        return tuple(self.one(model, question, (*path, name)) for name, question in questions(model).items())

    def one(self, model: type[Antwoord], question: Vraag, path: KeyPath, *, is_item: bool = False) -> Field:
        """Return the field of one question, or of one item in the list or mapping that is its answer."""
        given, is_whole = opened(self.tree, path), not is_item
        if question.model is not None:
            return self._of_groups(question, path, given)
        shown = shown_text(question, given, is_whole=is_whole)
        if shown is None:
            return self._fixed(question, path, given)
        choices = self._choices(model, question, path, shown, is_table=is_whole and question.is_tabel)
        problems = self._told(path)
        return Field(
            path=path,
            vraag=question,
            soort=look_of(question, shown, len(choices), is_whole=is_whole),
            label=label_of(question),
            value=shown,
            choices=choices,
            problems=problems,
            is_open=self._is_open(question, path, shown),
            example="" if choices else example_of(question),
            who=self.who.get(dotted(path), ""),
            herkomst=self._herkomst(path),
        )

    def _of_groups(self, question: Vraag, path: KeyPath, given: Tree) -> Field:
        told, is_open = self._told(path, whole=True), self._is_open(question, path, given)
        label, herkomst = label_of(question), self._herkomst(path)
        if not question.is_lijst and not question.is_tabel:
            group = self.group(question, path)
            return Field(path, question, "groep", label, problems=told, is_open=is_open, group=group, herkomst=herkomst)
        groups: list[Group] = []
        if question.is_tabel and (given is None or isinstance(given, dict)):
            names = dict.fromkeys((*condition_titles(), *(given or ())))
            groups = [self.group(question, (*path, name)) for name in names]
        elif question.is_lijst and (given is None or isinstance(given, list)):
            many = len(given or ())
            groups = [self.group(question, (*path, number), is_new=number == many) for number in range(many + 1)]
        if not groups:
            return self._fixed(question, path, given)
        return Field(
            path, question, "groepen", label, problems=told, is_open=is_open, groups=tuple(groups), herkomst=herkomst
        )

    def _fixed(self, question: Vraag, path: KeyPath, given: Tree) -> Field:
        """Return a field that only shows what stands there."""
        shown = given if isinstance(given, str) else "\n".join(yaml_text.block(given, 0, "\n"))
        return Field(path, question, "vast", label_of(question), shown, problems=self._told(path))

    def _choices(
        self, model: type[Antwoord], question: Vraag, path: KeyPath, shown: str, *, is_table: bool
    ) -> tuple[Choice, ...]:
        """Return what there is to choose; what stands there and is no choice is one as well, as it stands."""
        offered = [] if is_table else list(self._offered(model, question, path))
        if not offered:
            return ()
        chosen = shown.splitlines() if question.is_lijst else [canonical(question, shown)] if shown else []
        offered += [(value, value) for value in chosen if value not in dict(offered)]
        return tuple(Choice(value, words, value in chosen) for value, words in offered)

    def _offered(self, model: type[Antwoord], question: Vraag, path: KeyPath) -> Iterator[tuple[str, str]]:
        kader = self.kader
        if question.item_kind is not None and question.item_kind.choices:
            yield from question.item_kind.choices
        elif (model, question.naam) == (InterventieAntwoord, "categorie"):
            yield from ((item.id, item.titel) for item in kader.interventiecategorieen)
        elif (model, question.naam) == (GekozenPrincipe, "id"):
            yield from ((item.id, item.titel) for item in kader.werkzame_principes)
        elif source := REFERENCES.get(".".join(str(part) for part in path if not isinstance(part, int))):
            named = {item.id: item.titel for item in kader.interventies}
            items = opened(self.tree, tuple(source.split(".")))
            for item in items if isinstance(items, list) else ():
                if isinstance(item, dict) and isinstance(name := item.get("id"), str):
                    said = (item.get(key) for key in ("lokale_naam", "titel", "tekst", "wat", "indicator"))
                    words = next((text for text in said if isinstance(text, str)), named.get(name, ""))
                    yield name, words if source == "interventies" else f"{name}: {words}"

    def _told(self, path: KeyPath, *, whole: bool = False) -> tuple[Problem, ...]:
        """Return what is said of a place, and unless only that of the whole is meant, of all that is in it."""
        name = dotted(path)
        inside = () if whole else (f"{name}.", f"{name}[")
        return tuple(
            problem
            for problem in self.problems
            if problem.sleutel == name or problem.sleutel.startswith(inside or "\0")
        )

    def _is_open(self, question: Vraag, path: KeyPath, given: Tree) -> bool:
        """Tell whether an answer is missed here, or would be once the group is there."""
        places = [path[:end] for end in range(1, len(path) + 1)]
        if any(isinstance(place[-1], int) and opened(self.tree, place) is None for place in places):
            return False  # nobody misses anything of an item that is not there
        around = {dotted(place) for place in places}
        missed = any(problem.soort is Soort.OPEN and problem.sleutel in around for problem in self.problems)
        return missed and question.nodig is not None and not given

    def _herkomst(self, path: KeyPath) -> str:
        name = self.source.file_of(path) if self.source else ""
        return "" if self.source is None or name == self.source.name else name


def _in_short(field: Field) -> str:
    """Return an answer as one calls the thing by it."""
    return next((choice.words for choice in field.choices if choice.is_chosen), field.value.partition("\n")[0])
