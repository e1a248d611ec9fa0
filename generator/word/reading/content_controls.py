"""Content controls: what they are called, what they are bound to, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.word.xml import child_at, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_CONTROL, _PATH = w("sdt"), w("xpath")


class Control(NamedTuple):
    """A content control."""

    element: _Element
    properties: _Element
    content: _Element

    @property
    def names(self) -> tuple[str, ...]:
        """Its title and its tag, as far as it has them."""
        return tuple(filter(None, (value_at(self.properties, name) for name in ("alias", "tag"))))

    @property
    def binding(self) -> str:
        """The path of what it is bound to; empty when it is not."""
        return value(child_at(self.properties, "dataBinding"), _PATH)

    @property
    def gallery(self) -> str:
        """The gallery of Word that it comes from, such as `Cover Pages`; empty when it comes from none."""
        return value_at(self.properties, "docPartObj/docPartGallery")

    @property
    def shows_prompt(self) -> bool:
        """Whether it asks to be filled in: a prompt is printed like any text."""
        return self.has("showingPlcHdr")

    def has(self, *names: str) -> bool:
        """Tell whether it has one of these properties, such as `date`."""
        return any(child_at(self.properties, name) is not None for name in names)


def control_of(element: _Element | None) -> Control | None:
    """Return a content control, or None when an element is none or lacks what each has."""
    properties, content = (child_at(element, name) for name in ("sdtPr", "sdtContent"))
    if element is None or element.tag != _CONTROL or properties is None or content is None:
        return None
    return Control(element, properties, content)


def controls(root: _Element) -> Iterator[Control]:
    """Yield the content controls in an element, an outer one before those in it."""
    return filter(None, map(control_of, root.iter(_CONTROL)))
