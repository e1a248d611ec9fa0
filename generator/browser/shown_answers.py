"""What stands in a file with answers, as fields show it, and at which places something can be asked.

The form and what comes back from it both look at a file this way: so what was shown and comes back unchanged is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from generator.answers.keys import NoSuchQuestionError, question_at_path
from generator.answers.kinds import JaNee, Keuze
from generator.answers.shape import model_at
from generator.answers.tree_reading import as_list
from generator.framework import load_framework
from generator.limits import YAML_ITEMS
from generator.problems import ProblemsError
from generator.source import at, dotted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.answers import Antwoord
    from generator.answers.kinds import Kind
    from generator.answers.questions import Vraag
    from generator.checks import Checked
    from generator.source import KeyPath, Source, Tree

ASKED_ELSEWHERE = "navraag"
"""The list of who could know which answer."""


class Answered(Protocol):
    """A state of a file with answers, from which a page was made."""

    @property
    def source(self) -> Source | None:
        """What it says; None where it cannot be read."""

    @property
    def checked(self) -> Checked | None:
        """The answers and their problems."""


def asked_at(tree: Tree, path: KeyPath) -> tuple[Vraag, bool]:
    """Return the question that a path leads to, and whether that is the whole of its list or mapping.

    Raises:
        NoSuchQuestionError: There is no question there, or no item or key of that name can be.
    """
    found = question_at_path(path)
    for end, part in enumerate(path):
        around = question_at_path(path[:end])
        if around is not None and around[1] and not _may_stand(around[0], part, at(tree, path[:end])):
            found = None
    if found is None:
        raise NoSuchQuestionError(dotted(path), ())
    return found


def _may_stand(question: Vraag, part: str | int, tree: Tree) -> bool:
    """Tell whether something can be an item of a list, or a key of a mapping."""
    if question.is_lijst or isinstance(part, int):
        return question.is_lijst and isinstance(part, int) and 0 <= part < YAML_ITEMS
    if isinstance(tree, dict) and part in tree:
        return True
    if question.key_kind is None:
        return part in condition_titles() if question.model else part.isdecimal() and part.isascii()
    return _canonical(question.key_kind, part) is not None


def condition_titles() -> dict[str, str]:
    """Return the title of each condition of the framework, by its id."""
    return {item.id: item.titel for item in load_framework().randvoorwaarden}


def opened(whole: Tree, path: KeyPath) -> Tree:
    """Return what stands at a path; a text that stands for a group counts as that group."""
    here = whole
    for end, part in enumerate(path):
        here = at(opened_group(model_at(path[:end]), here, whole), (part,))
    return here


def opened_group(model: type[Antwoord] | None, tree: Tree, whole: Tree) -> Tree:
    """Return the group for which a text stands, where it says enough; all else as it is."""
    given = model.from_text(tree, whole) if model is not None and isinstance(tree, str) else None
    return tree if given is None else {**given}


def shown_text(question: Vraag, tree: Tree, *, is_whole: bool) -> str | None:
    """Return the text that a field shows of what stands there; None where it cannot show that.

    Args:
        question: The question, which is no group.
        tree: What the file has there.
        is_whole: Whether it is the whole of a list or mapping.
    """
    if tree is not None and is_whole and question.is_lijst:
        items = tree if isinstance(tree, list) else as_list(tree, question)
        lines = [item or "" for item in items if not isinstance(item, (dict, list))]
        return "\n".join(lines) if len(lines) == len(items) and not _broken(lines) else None
    if is_whole and question.is_tabel and isinstance(tree, dict):
        pairs = [f"{key}: {value or ''}".rstrip() for key, value in tree.items() if not isinstance(value, (dict, list))]
        is_clear = len(pairs) == len(tree) and not _broken(pairs) and not any(":" in key for key in tree)
        return "\n".join(pairs) if is_clear else None
    return (tree or "") if tree is None or isinstance(tree, str) else None


def _broken(lines: Sequence[str]) -> bool:
    """Tell whether one of some lines is more than a line, or nothing."""
    return any(len(line.splitlines()) != 1 or not line.strip() for line in lines)


def canonical(question: Vraag, text: str) -> str:
    """Return an answer as the answer file writes it most often; a choice in any spelling is that choice."""
    kind = question.item_kind
    return (_canonical(kind, text) if isinstance(kind, (Keuze, JaNee)) else None) or text


def _canonical(kind: Kind[Any], text: str) -> str | None:
    try:
        return kind.write(kind.parse(text))
    except ProblemsError:
        return None


def asked_elsewhere(tree: Tree) -> Iterator[tuple[int, str, str]]:
    """Yield each answer that somebody else could know: its place in that list, its key, and who."""
    items = at(tree, (ASKED_ELSEWHERE,))
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and isinstance(key := item.get("sleutel"), str):
            yield number, key, str(item.get("wie") or "")
