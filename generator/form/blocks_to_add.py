"""The lines of a block to add: every question of a group with its explanation, and what the framework says there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answers.kinds import Tekst
from generator.answers.questions import questions
from generator.form.soorten import soort_of
from generator.form.wording import comment, explained
from generator.source.characters import double_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.answers import Antwoord
    from generator.answers.questions import Vraag
    from generator.framework import Framework, Interventie, Randvoorwaarde

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,./()’+-]*[\w.)])?")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_OWN_ONLY = ("titel", "categorie", "doel", "resultaat")
"""The questions about an intervention that only one of the municipality's own has."""


def quoted(text: str) -> str:
    """Return a text as an answer: between quotes where a sign in it would mean something."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML
    return text if plain else double_quoted(text)


def identity(model: type[Antwoord]) -> str:
    """Return the question by which people call a group: its name, or what it is about."""
    texts = (name for name, question in questions(model).items() if isinstance(question.item, Tekst))
    return model._text_alone or next(texts)


class Written:
    """Writes blocks for a framework."""

    def __init__(self, kader: Framework, key: str, about: str, step: int) -> None:
        """Start for the list or group with a dotted key.

        Args:
            kader: The framework.
            key: The key, without ids and numbers of items.
            about: The id of the condition or intervention that the block is about or stands in; else empty.
            step: How far a group goes in.
        """
        self._kader = kader
        self._key = key
        self._about = about
        self._step = step

    def item(self, model: type[Antwoord], answers: Mapping[str, str]) -> list[str]:
        """Return an item of a list, with some answers in it."""
        lines = self.group(model, answers, skipped=self._skipped(answers))
        first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
        head = [*self._told(), *lines[:first]]
        return [*head, f"- {lines[first]}", *(f"  {line}" for line in lines[first + 1 :])]

    def group(self, model: type[Antwoord], answers: Mapping[str, str], skipped: tuple[str, ...] = ()) -> list[str]:
        """Return the questions of a group, without those to skip; what is answered comes first."""
        asked = questions(model)
        order = [*(name for name in asked if name in answers), *(name for name in asked if name not in answers)]
        return [
            line
            for name in order
            if name not in skipped
            for line in self._question(asked[name], f"{self._key}.{name}", answers.get(name))
        ]

    def _question(self, question: Vraag, key: str, answer: str | None) -> Iterator[str]:
        if question.model is not None and not question.is_lijst:
            yield from (*comment(question.vraag), f"{question.naam}:")
            for name, inner in questions(question.model).items():
                yield from (" " * self._step + line for line in self._question(inner, f"{key}.{name}", None))
            return
        if answer is None:
            yield from comment(question.vraag if question.is_lijst else explained(question))
        yield f"{question.naam}:{f' {quoted(answer)}' if answer else ''}"
        soort = soort_of(key)
        if question.is_lijst and soort:
            where = f" {self._about}" if self._about else ""
            text = "" if question.model else " “…”"
            yield f"{' ' * self._step}# Eén erbij: wijkplan voeg-toe {soort}{where}{text}"
        yield from (" " * self._step + line for line in self._help(key))

    def _skipped(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        return _OWN_ONLY if self._key == "interventies" and "titel" not in answers else ()

    def _told(self) -> Iterator[str]:
        """Yield what the framework says of the thing itself."""
        if self._key == "interventies" and (found := self._intervention()):
            yield from comment(f"{found.titel}. {found.doel} Resultaat: {found.beoogd_resultaat}")
        condition = self._condition()
        if self._key == "randvoorwaarden.acties" and condition:
            yield from comment("Het kader stelt voor (geef het nummer bij uit_kader):")
            for action in condition.acties:
                yield from comment(f"{action.nr}. {action.tekst}")

    def _help(self, key: str) -> Iterator[str]:
        """Yield what the framework says at a question."""
        found, condition = self._intervention(), self._condition()
        if key == "interventies.principes" and found:
            for proposal in found.voorgestelde_principes:
                title = self._kader.principe(proposal.principe).titel
                yield from comment(f"Het kader stelt voor: {proposal.principe} ({title})")
        if key == "randvoorwaarden.eisen" and condition:
            yield from comment("Haal het hekje weg voor een nummer, en kies: op_orde, deels, niet of onbekend.")
            for eis in condition.eisen:
                yield f"# {eis.nr}:"
                yield from (line.replace("# ", "#     ", 1) for line in comment(eis.tekst))

    def _intervention(self) -> Interventie | None:
        return next((item for item in self._kader.interventies if item.id == self._about), None)

    def _condition(self) -> Randvoorwaarde | None:
        return next((item for item in self._kader.randvoorwaarden if item.id == self._about), None)
