"""Answers what formatting a paragraph or run has, through its styles and the defaults of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.xml import child_at, is_on, number, value, value_at, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.word.reading.document_model import Paragraph, Run
    from generator.word.reading.theme import Theme


class Styles:
    """The styles of a document, by id, with their chains of `basedOn`."""

    def __init__(self, root: _Element | None, theme: Theme) -> None:
        """Index the styles of `styles.xml`."""
        self.theme = theme
        styles = [] if root is None else root.findall(w("style"))
        self._by_id = {value(style, w("styleId")): style for style in styles}
        self._defaults = {value(style, w("type")): value(style, w("styleId")) for style in styles if _is_default(style)}
        self.document_run = child_at(root, "docDefaults/rPrDefault/rPr")
        self.document_paragraph = child_at(root, "docDefaults/pPrDefault/pPr")
        self._chains: dict[str, tuple[_Element, ...]] = {}
        self._names = {name: value_at(style, "name").lower() for name, style in self._by_id.items()}
        self._levels: dict[str, int] = {}
        self._found: dict[tuple[str, str], _Element | None] = {}
        self._effective: dict[tuple[str, str, str], _Element | None] = {}
        """What runs have that say nothing themselves, by their styles and the name of the property."""

    def default(self, kind: str) -> str:
        """Return the id of the default style for `paragraph` or `table`."""
        return self._defaults.get(kind, "")

    def chain(self, style: str) -> tuple[_Element, ...]:
        """Return a style and the ones it is based on, nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._walk(style))
        return self._chains[style]

    def _walk(self, style: str) -> list[_Element]:
        seen: dict[str, _Element] = {}
        while style in self._by_id and style not in seen:
            seen[style] = self._by_id[style]
            style = value_at(seen[style], "basedOn")
        return list(seen.values())

    def name(self, style: str) -> str:
        """Return the name of a style in lower case."""
        return self._names.get(style, "")

    def in_style(self, style: str, path: str) -> _Element | None:
        """Return the first element at a path, such as `rPr/color`, in a style or one it is based on."""
        key = (style, path)
        if key not in self._found:
            found = (child_at(element, path) for element in self.chain(style))
            self._found[key] = next((item for item in found if item is not None), None)
        return self._found[key]

    def level(self, properties: _Element | None, style: str) -> int:
        """Return the level of a heading from 1, or 0 for another paragraph."""
        own = child_at(properties, "outlineLvl")
        if own is not None:
            return _level(own)
        if style not in self._levels:
            self._levels[style] = self._level_of_style(style)
        return self._levels[style]

    def _level_of_style(self, style: str) -> int:
        outline = self.in_style(style, "pPr/outlineLvl")
        if outline is not None:
            return _level(outline)
        name = self.name(style)
        found = number(name.removeprefix("heading ")) if name.startswith("heading ") else None
        return found or 0

    def run_property(self, run: Run, paragraph: Paragraph, name: str) -> tuple[_Element | None, bool]:
        """Return a property such as `sz` of a run without what its table adds, and whether it stands on the run."""
        own = None if run.properties is None else run.properties.find(w(name))
        if own is not None:
            return own, True
        found = self.in_style(run.style, f"rPr/{name}") if run.style else None
        return (found if found is not None else self.in_style(paragraph.style, f"rPr/{name}")), False

    def effective(self, run: Run, paragraph: Paragraph, name: str) -> _Element | None:
        """Return a property of a run, as far as the defaults of the document."""
        key = (run.style, paragraph.style, name)
        if run.properties is None and key in self._effective:
            return self._effective[key]
        found, _ = self.run_property(run, paragraph, name)
        if found is None:
            found = child_at(self.document_run, name)
        if run.properties is None:
            self._effective[key] = found
        return found

    def paragraph_property(self, paragraph: Paragraph, name: str) -> tuple[_Element | None, bool]:
        """Return a property such as `jc` of a paragraph, and whether it stands on the paragraph."""
        own = child_at(paragraph.properties, name)
        if own is not None:
            return own, True
        found = self.in_style(paragraph.style, f"pPr/{name}")
        return (found if found is not None else child_at(self.document_paragraph, name)), False

    def is_bold(self, run: Run, paragraph: Paragraph) -> bool:
        """Tell whether a run is bold."""
        return is_on(self.effective(run, paragraph, "b"))

    def is_hidden(self, run: Run, paragraph: Paragraph) -> bool:
        """Tell whether Word does not show a run at all."""
        return is_on(self.effective(run, paragraph, "vanish"))

    def points(self, run: Run, paragraph: Paragraph) -> float:
        """Return the size of a run in points."""
        return (number(value(self.effective(run, paragraph, "sz"))) or 20) / 2

    def points_of_style(self, style: str) -> float:
        """Return the size that a paragraph style gives, in points."""
        found = self.in_style(style, "rPr/sz")
        return (number(value(found if found is not None else child_at(self.document_run, "sz"))) or 20) / 2


def _level(outline: _Element) -> int:
    found = number(value(outline))
    return found + 1 if found is not None and 0 <= found < 9 else 0


def _is_default(style: _Element) -> bool:
    return value(style, w("default")) in {"1", "true", "on"}
