"""One part of the web page by itself, such as a chapter, to be shown beside what it is made from.

It looks as it does in the whole page. A link that leads out of it leads nowhere, each answer can be gone to, and
nothing in it needs a style of its own, so that it can be shown where only a style sheet may say how things look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html
from msgspec import Struct

from generator.page import ties
from generator.page.remarks import PLACE_ID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

COVER = "voorblad"
"""The name of the cover, which a page has as a header and not as a part."""
MARK_ID = "antwoord-"
"""How the id begins of the first place in a part that shows an answer, where a template gave it none."""
_WIDTH = re.compile(r"\s*width:\s*([\d.]+%)\s*;?\s*")


class Excerpt(Struct, frozen=True):
    """A part of the web page."""

    html: str
    marks: Mapping[str, str]
    """The id of the first place where each answer stands, by its key."""


def parts(root: HtmlElement) -> dict[str, HtmlElement]:
    """Return the parts of a page that do not stand in another, by name, in order; of the page or of the web page."""
    covers = [item for item in root.iterfind("body/header") if COVER in (item.get("class") or "").split()]
    found = {COVER: covers[0]} if covers else {}
    return found | {item.get(ties.BLOCK, ""): item for item in root.iterfind("body/main/*") if item.get(ties.BLOCK)}


def excerpt(part: HtmlElement) -> Excerpt:
    """Return a part of the web page by itself; it is changed for that."""
    marks: dict[str, str] = {}
    ids = {item.get("id") for item in part.iter() if item.get("id")}
    for element in part.iter():
        if not isinstance(element.tag, str):
            continue
        if (element.get("id") or "").startswith(PLACE_ID):
            del element.attrib["id"]
        key = element.get(ties.ANSWER)
        if key and key not in marks:
            marks[key] = element.get("id") or f"{MARK_ID}{key}"
            element.set("id", marks[key])
        target = element.get("href")
        if target is not None and target.removeprefix("#") not in ids:
            del element.attrib["href"]
        if (width := _WIDTH.fullmatch(element.get("style") or "")) and element.tag == "col":
            element.set("width", width.group(1))
        element.attrib.pop("style", None)
    return Excerpt(html.tostring(part, encoding="unicode", with_tail=False), marks)
