"""Looks at the tags of a Word file before any is filled in, and finds everything that is wrong with them at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateError as JinjaError
from jinja2 import nodes
from msgspec import Struct, field

from generator.answers import Antwoorden
from generator.answers.questions import questions
from generator.answers.shape import model_at
from generator.problems import Melding, ProblemsError
from generator.rendering.environment import Unknown, about_unknown
from generator.rendering.template_faults import RUNTIME_ERRORS, SEE_LIST, explain, parts_of, unknown_name
from generator.source import path_of
from generator.suggestions import closest, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from generator.rendering.environment import Sandbox

Wrong = tuple[int, Melding]
"""The number of a tag, and what is wrong with it."""

_STATEMENT = re.compile(r"\{%(?:tr|tc|p|r)?\s*(\w*)(.*)%\}", re.DOTALL)
_OPENS = {"if": "endif", "for": "endfor"}
_INSIDE = {"elif": "if", "else": "if for"}
_UNKNOWN = object()


class _Open(Struct):
    """A condition or loop that waits for its end."""

    number: int
    word: str
    place: Hashable
    names: dict[str, tuple[object, str]] = field(default_factory=dict)


class Check:
    """Looks at the tags of one part in order, without filling them in."""

    def __init__(self, environment: Sandbox, known: dict[str, object]) -> None:
        """Start at the first tag.

        Args:
            environment: What the tags are filled in with.
            known: What they can name.
        """
        self._environment = environment
        self._known = known
        self._open: list[_Open] = []

    def run(self, tags: Sequence[tuple[str, Hashable]]) -> list[Wrong]:
        """Return what is wrong with the tags, in their order."""
        found: list[Wrong] = []
        for number, (tag, place) in enumerate(tags):
            faults = self._statement(number, tag, place) if tag.startswith("{%") else self._output(tag)
            found += [(number, said) for said in faults]
        for left in self._open:
            said = Melding(f"“{left.word}” is niet afgesloten.", f"Zet {{% end{left.word} %}} waar het ophoudt.")
            found.append((left.number, said))
        return sorted(found, key=lambda wrong: (wrong[0], wrong[1].melding, wrong[1].oplossing))

    def _output(self, tag: str) -> list[Melding]:
        if re.match(r"\{\{(p|r|tr|tc)\s", tag):
            return [Melding("Hier staat een letter tegen de accolades aan.", "Begin met {{ en een spatie.")]
        tree, said = self._read(tag)
        return [said] if said else list(self._wrong_names(tree))

    def _statement(self, number: int, tag: str, place: Hashable) -> list[Melding]:
        match = _STATEMENT.fullmatch(tag)
        word, rest = (match[1], match[2]) if match else ("", "")
        if word in _OPENS:
            return self._begin(_Open(number, word, place), rest)
        if word in _INSIDE:
            return self._between(word, rest)
        if word in _OPENS.values():
            return self._end(word, place)
        melding = f"“{word}” kan niet in een Word-bestand." if word else "Na {% ontbreekt de opdracht."
        return [Melding(melding, did_you_mean(word, [*_OPENS, *_INSIDE, *_OPENS.values()]) or "Gebruik if of for.")]

    def _begin(self, begun: _Open, rest: str) -> list[Melding]:
        tree, said = self._read(f"{{% {begun.word}{rest}%}}{{% end{begun.word} %}}")
        loop = next(iter(tree.find_all(nodes.For)), None)
        found = [said] if said else list(self._wrong_names(loop.iter if loop else tree))
        if loop and not found:
            begun.names = self._bound(loop)
            if loop.test:
                self._open.append(begun)
                found = list(self._wrong_names(loop.test))
                self._open.pop()
        self._open.append(begun)
        return found

    def _between(self, word: str, rest: str) -> list[Melding]:
        if not self._open or self._open[-1].word not in _INSIDE[word]:
            return [Melding(f"“{word}” staat hier zonder “if” ervoor.", "Zet {% if … %} ervoor of haal het weg.")]
        if word == "else":
            return [Melding("Achter “else” staat te veel.", "Schrijf alleen {% else %}.")] if rest.strip() else []
        tree, said = self._read(f"{{% if{rest}%}}{{% endif %}}")
        return [said] if said else list(self._wrong_names(tree))

    def _end(self, word: str, place: Hashable) -> list[Melding]:
        if not self._open or _OPENS[self._open[-1].word] != word:
            begin = word.removeprefix("end")
            return [
                Melding(
                    f"“{word}” staat hier zonder “{begin}” ervoor.", f"Zet {{% {begin} … %}} ervoor of haal het weg."
                )
            ]
        begun = self._open.pop()
        if begun.place == place:
            return []
        melding = f"“{begun.word}” begint op een andere soort plek dan waar “{word}” staat."
        return [Melding(melding, "Zet ze in één zin, of zet ze allebei in een eigen alinea of tabelrij.")]

    def _read(self, source: str) -> tuple[nodes.Template, Melding | None]:
        try:
            tree = self._environment.parse(source)
            self._environment.compile(source)
        except (ProblemsError, JinjaError, *RUNTIME_ERRORS) as error:
            return nodes.Template([]), explain(error, list, self._environment.filters)
        return tree, None

    def _wrong_names(self, node: nodes.Node) -> Iterator[Melding]:
        if isinstance(node, nodes.Name | nodes.Getattr):
            _, _, said = self._resolve(node)
            if said:
                yield said
            return
        for child in node.iter_child_nodes():
            yield from self._wrong_names(child)

    def _bound(self, loop: nodes.For) -> dict[str, tuple[object, str]]:
        """Return what the names of a loop stand for, as far as that can be seen without running it."""
        source = loop.iter.node if isinstance(loop.iter, nodes.Filter) else loop.iter
        value, key, _ = self._resolve(source) if source is not None else (_UNKNOWN, "", None)
        first = value[0] if isinstance(value, tuple | list) and value else None if key else _UNKNOWN
        found: dict[str, tuple[object, str]] = {"loop": (_UNKNOWN, "")}
        for name in loop.target.find_all(nodes.Name):
            found[name.name] = (_UNKNOWN, "")
        if isinstance(loop.target, nodes.Name):
            found[loop.target.name] = (first, f"{key}[1]" if key else "")
        return found

    def _resolve(self, node: nodes.Node) -> tuple[object, str, Melding | None]:
        """Return the value and answer key of a dotted name, or what is wrong with it."""
        if isinstance(node, nodes.Name):
            return self._resolve_name(node.name)
        if not isinstance(node, nodes.Getattr):
            return _UNKNOWN, "", next(self._wrong_names(node), None)
        value, key, said = self._resolve(node.node)
        if said and isinstance(node.node, nodes.Name):
            having = [name for name, item in self._known.items() if node.attr in parts_of(item)]
            return _UNKNOWN, "", unknown_name(node.node.name, having) if closest(node.node.name, having) else said
        if said or value is _UNKNOWN:
            return _UNKNOWN, "", said
        inner = f"{key}.{node.attr}" if key else ""
        if value is None:
            return self._resolve_missing(key, inner, node)
        found = self._environment.getattr(value, node.attr)
        if isinstance(found, Unknown):
            return _UNKNOWN, "", _with_key(about_unknown(found), key_of(node))
        return found, inner, None

    def _resolve_name(self, name: str) -> tuple[object, str, Melding | None]:
        for begun in reversed(self._open):
            if name in begun.names:
                return *begun.names[name], None
        if name in self._known:
            is_answer = name in questions(Antwoorden) and name != "kader"
            return self._known[name], name if is_answer else "", None
        if name in self._environment.globals:
            return _UNKNOWN, "", None
        return _UNKNOWN, "", unknown_name(name, [*self._known, *(name for item in self._open for name in item.names)])

    @staticmethod
    def _resolve_missing(key: str, inner: str, node: nodes.Getattr) -> tuple[object, str, Melding | None]:
        """Look up in the questions what an answer that is not there would have held."""
        model = model_at(path_of(key)) if key else None
        if model is None:
            return _UNKNOWN, "", None
        if node.attr in questions(model):
            return None, inner, None
        said = Melding(f"“{node.attr}” bestaat hier niet.", did_you_mean(node.attr, questions(model)))
        return _UNKNOWN, "", _with_key(said, key_of(node))


def _with_key(said: Melding, key: str) -> Melding:
    """Return a fault with the whole dotted name in it and in the suggestion."""
    before, _, name = key.rpartition(".")
    remedy = said.oplossing.replace("Bedoelde je “", f"Bedoelde je “{before}.")
    return Melding(said.melding.replace(f"“{name}”", f"“{key}”", 1), remedy or SEE_LIST)


def key_of(node: nodes.Node | None) -> str:
    """Return the dotted name that an expression prints, or an empty text."""
    if isinstance(node, nodes.Filter):
        return key_of(node.node)
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (before := key_of(node.node)):
        return f"{before}.{node.attr}"
    return ""
