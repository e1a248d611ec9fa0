"""Where an element of the page can stand and what it can say of itself; both formats hold to it.

What is not here comes in no document: no script, no handler of a click, no address that runs something.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

INLINE = frozenset({"strong", "em", "sub", "sup", "br", "code", "a", "span", "mark", "time", "input"})
_OF_TEXT = INLINE | {"p", "h1", "h2", "h3", "h4", "h5", "h6"}
"""The elements that hold text and nothing else: one that is not closed would take in all that follows."""
_INSIDE: dict[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol"}),
    "caption": frozenset({"table"}),
    "colgroup": frozenset({"table"}),
    "col": frozenset({"colgroup"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tfoot": frozenset({"table"}),
    "tr": frozenset({"thead", "tbody", "tfoot", "table"}),
    "th": frozenset({"tr"}),
    "td": frozenset({"tr"}),
    "figcaption": frozenset({"figure"}),
}
"""The elements that stand only in some others."""
_HOLDS = {held: frozenset(name for name, outer in _INSIDE.items() if held in outer) for held in ("ul", "ol", "table")}
_HOLDS |= {"tr": frozenset({"th", "td"}), "colgroup": frozenset({"col"})}
"""The elements that hold only some others."""
SAFE = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
"""The addresses that a document links to; others could run something, or lead nowhere."""

_ANY = re.compile(r".*", re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,5}")
_SPAN = re.compile(r"[1-9]|[1-5][0-9]|6[0-3]")
"""So many columns has a table of Word at most."""
_EVERYWHERE = dict.fromkeys(("id", "class", "lang", "aria-label", "aria-description", "hidden"), _ANY)
_OF_CELL = {"colspan": _SPAN, "rowspan": _SPAN, "scope": _ANY}
_ATTRIBUTES: dict[str, dict[str, re.Pattern[str]]] = {
    "a": {"href": re.compile(rf"#.*|{SAFE.pattern}", re.IGNORECASE | re.DOTALL)},
    "col": {"style": re.compile(r"\s*width:\s*(?!0*\.?0*%)[0-9]{1,3}(?:\.[0-9]{1,6})?%\s*;?\s*")},
    "img": {"src": _ANY, "alt": _ANY, "width": re.compile(r"(?!0*%)[0-9]{1,3}%")},
    "input": {"type": re.compile("checkbox"), "checked": _ANY, "disabled": _ANY},
    "li": {"value": _NUMBER},
    "ol": {"start": _NUMBER, "type": _ANY},
    "td": _OF_CELL,
    "th": _OF_CELL,
    "time": {"datetime": _ANY},
}
"""For each element the attributes that it can have beside those that any can have, and what can stand in them."""


def faults(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield what is wrong with the place and the attributes of an element, in Dutch, with the element to blame."""
    outer = element.getparent()
    if outer is not None:
        yield from _misplaced(element, outer)
    known = _EVERYWHERE | _ATTRIBUTES.get(str(element.tag), {})
    for name in map(str, element.keys()):
        if name.startswith("data-"):
            continue
        if name not in known:
            yield (
                element,
                f"Het attribuut “{name}” bestaat niet bij <{element.tag!s}>. {did_you_mean(name, known)}".strip(),
            )
        elif not known[name].fullmatch(element.get(name) or ""):
            yield element, f"“{element.get(name)}” past niet in het attribuut “{name}” van <{element.tag!s}>."


def _misplaced(element: HtmlElement, outer: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    tag, around = str(element.tag), str(outer.tag)
    if around in _OF_TEXT and tag not in INLINE:
        yield outer, f"In <{around}> kan geen <{tag}> staan. Is <{around}> afgesloten?"
    elif tag in _INSIDE and around not in _INSIDE[tag]:
        yield element, f"Het element <{tag}> kan hier niet staan."
    elif tag not in _HOLDS.get(around, {tag}):
        yield element, f"Het element <{tag}> kan niet in <{around}> staan."
