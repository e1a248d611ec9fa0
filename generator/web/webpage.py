"""The same page as one accessible web page: self-contained, without a script or an external request."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from typing import TYPE_CHECKING

from lxml import html
from lxml.html import builder

from generator.dutch import NBSP, UNBROKEN
from generator.image_files import without_traces
from generator.page import ties
from generator.page.figures import named_image
from generator.page.vocabulary import PICTURES, children, classes, parse
from generator.resources import templates_dir
from generator.web.appearance import Appearance, style_of
from generator.web.drawing import draw_charts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    from generator.image_files import ImageFile

STYLESHEET = "webpagina.css"
_SEAL = re.compile(rb'(<meta name="wijkplan-zegel" content=")([0-9a-f]{64})(">)')
_EMPTY = "0" * 64
_DEEPEST = 6
_FITTING = 6
"""A table of this many columns fits on a page as wide as ours, and is cards on a phone: it never scrolls."""


def write(page: str, images: Mapping[str, ImageFile] | None = None, look: Appearance | None = None) -> bytes:
    """Return the web page, in UTF-8.

    Args:
        page: A page in the vocabulary of `generator.page`.
        images: The pictures that it names.
        look: The colours and fonts; those of the neutral house style when None.

    Raises:
        ProblemsError: An element, class, attribute or link in it has no meaning, or a figure cannot be a chart.
    """
    root = for_readers(page, images)
    _head(root, look or Appearance())
    return _sealed(html.tostring(root, doctype="<!DOCTYPE html>", encoding="utf-8", method="html"))


def for_readers(page: str, images: Mapping[str, ImageFile] | None = None, *, is_part: bool = False) -> HtmlElement:
    """Return the page as the browser gets it, but for what its head says of its looks.

    Args:
        page: A page in the vocabulary of `generator.page`.
        images: The pictures that it names.
        is_part: Whether it is a part of a page, whose links may lead to what is not there.

    Raises:
        ProblemsError: As for `write`.
    """
    root: HtmlElement = parse(page, is_part=is_part).body.getroottree().getroot()
    _only_for_readers(root)
    _keep_together(root)
    for line in list(root.iter("hr")):
        line.drop_tree()  # a new sheet of paper is nothing on a screen
    _shift_headings(root)
    _close_gaps(root)
    _landmarks(root)
    _contents(root)
    draw_charts(root)
    for picture in root.iter("img"):
        image = named_image(picture, images or {})
        picture.set("src", f"data:image/{image.soort};base64,{b64encode(without_traces(image)).decode()}")
    for table in root.iter("table"):
        if not classes(table) & PICTURES:
            _cards(table)
            _scrollable(table)
    for box in root.iter("input"):
        box.set("disabled", "disabled")
    return root


def stylesheet(look: Appearance) -> str:
    """Return the style sheet, with the variables of a house style."""
    return style_of(look) + (templates_dir() / STYLESHEET).read_text(encoding="utf-8")


def is_untouched(page: bytes) -> bool:
    """Tell whether this program wrote the page and nobody changed it since."""
    found = _SEAL.search(page)
    return found is not None and found.group(2).decode() == _digest(page)


def _digest(page: bytes) -> str:
    return hashlib.sha256(_SEAL.sub(rb"\g<1>" + _EMPTY.encode() + rb"\g<3>", page, count=1)).hexdigest()


def _sealed(page: bytes) -> bytes:
    return _SEAL.sub(rb"\g<1>" + _digest(page).encode() + rb"\g<3>", page, count=1)


def _only_for_readers(root: HtmlElement) -> None:
    """Leave out what only helps to work on the document."""
    for element in root.iter():
        for name in ties.FOR_WORK:
            element.attrib.pop(name, None)


def _keep_together(root: HtmlElement) -> None:
    """Let no line end inside an amount or a date, also where somebody typed it with a plain space."""
    for element in root.iter():
        element.text = UNBROKEN.sub(NBSP, element.text or "")
        element.tail = UNBROKEN.sub(NBSP, element.tail or "")


def _shift_headings(root: HtmlElement) -> None:
    """Make room for the title on the cover, if there is one: it becomes the one `h1`, chapters become `h2`."""
    titles = root.find_class("titel")
    if not titles:
        return
    for level in range(_DEEPEST - 1, 0, -1):
        for heading in list(root.iter(f"h{level}")):
            heading.tag = f"h{level + 1}"
    for paragraph in titles:
        paragraph.tag = "h1"


def _close_gaps(root: HtmlElement) -> None:
    """Raise a small heading that stands right below a chapter part, so that no level is skipped; it keeps its looks."""
    above: list[int] = []
    for heading in list(root.iter(*(f"h{level}" for level in range(1, _DEEPEST + 1)))):
        level = int(str(heading.tag)[1])
        above = [*(higher for higher in above if higher < level), level]
        if len(above) < level:
            heading.tag = f"h{len(above)}"
            heading.set("class", f"{_kind(heading)} ongenummerd tussenkop".strip())


def _landmarks(root: HtmlElement) -> None:
    body = root.find("body")
    main = root.find(".//main")
    if body is None or main is None:
        return
    main.set("id", "inhoud-begin")
    body.insert(0, builder.A("Naar de inhoud", href="#inhoud-begin", **{"class": "overslaan"}))
    name = next((item.get("content", "") for item in root.iter("meta") if item.get("name") == "organisatie"), "")
    footer = html.Element("footer")
    footer.text = name
    body.append(footer)


def _contents(root: HtmlElement) -> None:
    """Fill the list of contents with links to the chapters and their parts, and let it stand beside the text."""
    main = root.find(".//main")
    for navigation in list(root.iter("nav")):
        if main is not None:
            main.addprevious(navigation)
            main.addnext(builder.A("Inhoud", href="#inhoudsopgave", **{"class": "terug"}))
        navigation.set("aria-labelledby", "inhoudsopgave")
        items = html.Element("ul")
        for heading in root.iter("h2", "h3"):
            if heading.get("id") and heading.getparent() is not navigation:
                link = builder.A(" ".join(str(heading.text_content()).split()), href=f"#{heading.get('id')}")
                items.append(builder.LI(link, **{"class": f"niveau-{str(heading.tag)[1]} {_kind(heading)}".strip()}))
        navigation.append(items)


def _kind(heading: HtmlElement) -> str:
    return heading.get("class") or ""


def _cards(table: HtmlElement) -> None:
    """Name each cell after its head: on a phone a row becomes a card, on which the head of a column is gone."""
    heads = list(table.iterfind("thead/tr"))
    if len(heads) != 1 or not _is_plain(table):
        return
    names = [" ".join(str(cell.text_content()).split()).removesuffix(":") for cell in children(heads[0])]
    table.set("class", f"{table.get('class') or ''} kaarten".strip())
    for row in table.iterfind("tbody/tr"):
        for name, cell in zip(names, children(row), strict=False):
            if cell.tag == "td":
                cell.set("data-kop", name)


def _is_plain(table: HtmlElement) -> bool:
    """Tell whether a table has a cell in each column of each row, and no picture made of cells."""
    is_drawn = bool(classes(table) - {"gegevens", "kaarten"})
    return not is_drawn and not any(cell.get("colspan") or cell.get("rowspan") for cell in table.iter("th", "td"))


def _scrollable(table: HtmlElement) -> None:
    """Put a table in a region with its name; one that can be wider than the page scrolls by keyboard too."""
    caption = table.find("caption")
    name = " ".join(str(caption.text_content()).split()) if caption is not None else "Tabel"
    wrapper = html.Element("div", {"class": "tabel", "role": "region", "aria-label": name})
    columns = max((len(list(children(row))) for row in table.iter("tr")), default=0)
    if columns > _FITTING or not _is_plain(table):
        wrapper.set("tabindex", "0")
    parent = table.getparent()
    if parent is None:
        return
    wrapper.tail, table.tail = table.tail, None
    parent.replace(table, wrapper)
    wrapper.append(table)


def _head(root: HtmlElement, look: Appearance) -> None:
    head = root.find("head")
    if head is None:
        return
    style = html.Element("style")
    style.text = stylesheet(look)
    for name, content in (("viewport", "width=device-width, initial-scale=1"), ("wijkplan-zegel", _EMPTY)):
        head.append(html.Element("meta", {"name": name, "content": content}))
    head.append(style)
