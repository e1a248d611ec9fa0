"""Adds one thing to an answer file: finds where it belongs and refuses what is there already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from generator.answers import Antwoorden
from generator.answers.interventies import InterventieAntwoord
from generator.answers.questions import questions
from generator.answers.shape import field_at, model_at
from generator.answers.tree_reading import read_answers
from generator.form.blocks_to_add import Written, identity, quoted
from generator.form.holders import Target, folded, items_at, not_understood, target_of
from generator.form.insertion import Block, CannotInsertError, Inserted, insert
from generator.form.soorten import REFERENCES
from generator.form.wording import asked_at
from generator.problems import Location, ProblemsError
from generator.source import dotted, parse
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.answers import Antwoord
    from generator.form.holders import Wish
    from generator.framework import Framework
    from generator.source import KeyPath, KnownKeys, Source


def add(source: Source, wish: Wish, kader: Framework, known: KnownKeys) -> Inserted:
    """Return the text of an answer file with one thing added.

    Args:
        source: The file, in which YAML finds no fault.
        wish: What to add.
        kader: The framework.
        known: The keys that may stand in the file.

    Raises:
        NotUnderstoodError: The words are not clear.
        ProblemsError: It is there already, or nothing can be added without a change to something else.
    """
    adding = _Adding(source, kader, wish)
    target = target_of(wish, source, kader)
    try:
        done = insert(source.text, adding.block(target))
    except CannotInsertError as error:
        raise _no_place(source, error.line) from error
    if not _is_only_more(source, parse(done.text, source.name, known), target.path):
        raise _no_place(source, source.position(target.path).regel)
    return done


def _no_place(source: Source, line: int) -> ProblemsError:
    melding = (
        "Hier past het niet vanzelf bij: zo’n lijst of groep kan wijkplan niet openmaken zonder iets te veranderen."
    )
    remedy = "Zet elk onderdeel op een eigen regel, met een streepje of een sleutel ervoor. Probeer het dan opnieuw."
    return ProblemsError.about(Location(source.name, line, 1), melding, remedy)


_MARK = re.compile(r"[^\W\d_]{1,2}\d{1,3}")
"""What people give a goal or a figure for a mark: D1, C12."""


class _Adding:
    """A wish, beside the answers that there are."""

    def __init__(self, source: Source, kader: Framework, wish: Wish) -> None:
        self._source = source
        self._kader = kader
        self._wish = wish

    def block(self, target: Target) -> Block:
        """Return the block for a target."""
        question = asked_at(target.key)
        if question.is_tabel:
            return self._condition(target)
        path, rest = target.path, target.rest
        if len(rest) > 1:
            melding = f"Dit is één woord te veel: {' '.join(rest[1:])}."
            raise not_understood(melding, "Zet een naam met spaties tussen aanhalingstekens.")
        model = question.model
        if model is None:
            text = self._text(rest, target.key)
            self._refuse_double(target, None, text)
            return Block(path, lambda _step: [f"- {quoted(text)}"], True, _lead, self._order)
        answers = self._answers(model, rest)
        for name in dict.fromkeys(("id", identity(model))):
            if name in answers:
                self._refuse_double(target, name, answers[name])
        about = answers.get("id", "") if model is InterventieAntwoord else target.about
        return Block(
            path,
            lambda step: Written(self._kader, target.key, about, step).item(model, answers),
            True,
            _lead,
            self._order,
        )

    def _condition(self, target: Target) -> Block:
        """Return the block of a condition: the questions about it that do not stand there yet."""
        ids = {item.id: item.titel for item in self._kader.randvoorwaarden}
        key = self._chosen(ids, "randvoorwaarde", "wijkplan kader randvoorwaarden")
        path = (*target.path, key)
        group = self._source.tree
        for part in path:
            group = group.get(str(part)) if isinstance(group, dict) else None
        there = ("status",) if isinstance(group, str) else tuple(group) if isinstance(group, dict) else ()
        model = model_at(path)
        if model is None or set(questions(model)) <= set(there):
            raise self._there_already(f"De randvoorwaarde “{key}” staat er al, met alle vragen.", path)
        return Block(
            path,
            lambda step: Written(self._kader, target.key, key, step).group(model, {}, there),
            False,
            _lead,
            self._order,
        )

    def _answers(self, model: type[Antwoord], words: tuple[str, ...]) -> dict[str, str]:
        """Return the answers that are known of a thing: what it is called."""
        if model is InterventieAntwoord:
            return self._intervention()
        if self._wish.soort == "principe":
            ids = {item.id: item.titel for item in self._kader.werkzame_principes}
            return {"id": self._chosen(ids, "principe", "wijkplan kader principes", words)}
        if not words:
            return {}
        is_mark = _MARK.fullmatch(words[0]) is not None
        name = "id" if is_mark and "id" in questions(model) else identity(model)
        if kind := questions(model)[name].item_kind:
            try:
                kind.parse(words[0])
            except ProblemsError as error:
                raise not_understood(error.problems[0].melding, error.problems[0].oplossing) from error
        return {name: words[0]}

    def _intervention(self) -> dict[str, str]:
        ids = {item.id: item.titel for item in self._kader.interventies}
        if self._wish.eigen and self._wish.woorden:
            title = self._wish.woorden[0]
            own = "_".join(folded(title).split())
            if own in ids or folded(title) in map(folded, ids.values()):
                raise not_understood(f"“{title}” staat al in het kader.", "Laat --eigen weg.")
            return {"id": own, "titel": title}
        return {"id": self._chosen(ids, "interventie", "wijkplan kader interventies")}

    def _chosen(self, titles: Mapping[str, str], what: str, look: str, words: tuple[str, ...] | None = None) -> str:
        """Return the id of what a word names in the framework, by its id or its title."""
        words = self._wish.woorden if words is None else words
        if not words:
            raise not_understood(f"Noem ook {'welk' if what == 'principe' else 'welke'} {what}.", f"Kijk met: {look}")
        by_name = {**{folded(title): key for key, title in titles.items()}, **{key: key for key in titles}}
        found = by_name.get(folded(words[0])) or by_name.get("_".join(folded(words[0]).split()))
        if found is None:
            own = " Is het er een van jullie zelf? Voeg --eigen toe." if what == "interventie" else ""
            remedy = did_you_mean(words[0], titles) or did_you_mean(words[0], titles.values()) or f"Kijk met: {look}."
            raise not_understood(f"“{words[0]}” staat niet in het kader.", f"{remedy}{own}")
        return found

    def _text(self, words: tuple[str, ...], key: str) -> str:
        if not words or not words[0].strip():
            melding = f"Zet de tekst erbij, tussen aanhalingstekens. {asked_at(key).vraag}"
            raise not_understood(melding, f"Bijvoorbeeld: wijkplan voeg-toe {self._wish.soort} “…”")
        if place := REFERENCES.get(key):
            held = [item for _, item in items_at(self._source, tuple(place.split(".")))]
            ids = [str(item["id"]) for item in held if isinstance(item, dict) and item.get("id")]
            ids += [item for item in held if isinstance(item, str)] if place == "interventies" else []
            if words[0] not in ids:
                choices = f"Kies uit: {', '.join(ids)}." if ids else "Geef daar eerst een kenmerk, bij id."
                raise not_understood(f"“{words[0]}” staat niet bij {place}.", did_you_mean(words[0], ids) or choices)
        return words[0].strip()

    def _refuse_double(self, target: Target, name: str | None, text: str) -> None:
        """Refuse what is in the list already."""
        for path, item in items_at(self._source, target.path):
            given = item.get(name) if isinstance(item, dict) and name else item
            if isinstance(given, str) and folded(given) == folded(text):
                raise self._there_already(f"“{text}” staat er al.", path)

    def _there_already(self, melding: str, path: KeyPath) -> ProblemsError:
        regel, kolom = self._source.position(path)
        place = Location(self._source.name, regel, kolom, dotted(path))
        return ProblemsError.about(place, melding, "Vul het daar verder in.")

    def _order(self, path: KeyPath) -> Sequence[str]:
        """Return the keys that may stand in the group at a path, in their order."""
        if path == ("randvoorwaarden",):
            return [item.id for item in self._kader.randvoorwaarden]
        model = model_at(path) if path else Antwoorden
        return list(questions(model)) if model else []


def _lead(path: KeyPath) -> str | None:
    """Return what makes a text the first item of the list, or an answer in the group, in whose place it stands."""
    asked = field_at(path)
    if asked is not None and asked.is_lijst and isinstance(path[-1], str):
        return "- "
    model = model_at(path)
    name = model._text_alone if model else None
    return f"{name}: " if name else None


def _is_only_more(before: Source, after: Source, path: KeyPath) -> bool:
    """Tell whether every answer is what it was, but for what was added at a path."""
    old, new = (msgspec.to_builtins(read_answers(source).antwoorden) for source in (before, after))
    return bool(_said(old) == _said(new, path))


def _said(tree: Any, added: KeyPath | None = None) -> Any:  # noqa: ANN401 - what answers are made of
    """Return answers without what is empty in them, and without the last item of the list at a path."""
    if isinstance(tree, dict):
        said = {key: _said(item, _onward(added, key)) for key, item in tree.items()}
        return {key: item for key, item in said.items() if item not in (None, {}, [])}
    if isinstance(tree, list | tuple):
        items = tree[:-1] if added == () else tree
        return [_said(item, _onward(added, number)) for number, item in enumerate(items)]
    return tree


def _onward(path: KeyPath | None, part: str | int) -> KeyPath | None:
    """Return the rest of a path where it goes on with a part; None where it goes elsewhere."""
    return path[1:] if path and path[0] == part else None
