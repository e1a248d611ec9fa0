"""The vocabulary of the page: its elements, classes, references and addresses. Reads a page, and checks it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from lxml import html
from msgspec import Struct

from generator.page import grammar, ties
from generator.page.grammar import SAFE
from generator.page.remarks import Remark, attach
from generator.problems import Location, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.html import HtmlElement


STATUSES = frozenset({"op_orde", "deels", "niet", "onbekend"})
"""How a condition can stand; each has a colour."""
PICTURES = frozenset({"huis", "veld", "niveaus"})
"""Figures that are drawn in cells, and the tables in them."""
# For each element the classes it may have; an element that is not here is outside the vocabulary.
VOCABULARY: dict[str, frozenset[str]] = {
    "header": frozenset({"voorblad"}),
    "main": frozenset(),
    "section": frozenset({"liggend"}),
    "div": frozenset(),
    "nav": frozenset({"inhoud"}),
    "h1": frozenset({"ongenummerd", "inhoudskop", "bijlage"}),
    "h2": frozenset({"ongenummerd"}),
    "h3": frozenset({"ongenummerd"}),
    "h4": frozenset(),
    "h5": frozenset(),
    "h6": frozenset(),
    "p": frozenset({"titel", "ondertitel", "voorbladregel", "intro", "bron", "kadertitel"}),
    "blockquote": frozenset(),
    "aside": frozenset({"kader"}),
    "ul": frozenset(),
    "ol": frozenset(),
    "li": frozenset(),
    "hr": frozenset({"pagina"}),
    "table": frozenset({"gegevens", "planning", "matrix", "huis", "veld", "niveaus"}),
    "caption": frozenset(),
    "figure": frozenset({"grafiek", "huis", "klein", "veld", "niveaus"}),
    "img": frozenset(),
    "figcaption": frozenset(),
    "colgroup": frozenset(),
    "col": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tfoot": frozenset(),
    "tr": frozenset(),
    "th": STATUSES | {"getal", "hier"},
    "td": STATUSES | {"getal", "balk", "mijlpaal", "besluit", "hier"},
    "strong": frozenset(),
    "em": frozenset(),
    "sub": frozenset(),
    "sup": frozenset(),
    "br": frozenset(),
    "code": frozenset(),
    "a": frozenset({"verwijzing"}),
    "span": STATUSES | {"status"},
    "mark": frozenset({"open"}),
    "time": frozenset(),
    "input": frozenset(),
}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that an XML file cannot hold."""
_NO_COVER = '<meta name="voorblad" content="geen">'
"""What stands in the head of a page that starts at once: no cover, no table of contents."""
_SIGN = re.compile(r"\W", re.ASCII)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SITE = re.compile(r"(?:[\w-]{1,63}\.){1,8}(?P<last>[a-z]{2,24})(?P<rest>[/?#:].*)?", re.IGNORECASE)
_PLACE = re.compile(r"\\\\[^\s\\]|//[^\s/]|[a-z]:[\\/]|file:", re.IGNORECASE)
_OF_FILES = frozenset(
    (
        *("csv", "doc", "docm", "docx", "dotx", "gif", "html", "jpeg", "jpg", "md", "mp4", "msg", "odt", "pdf", "png"),
        *("ppt", "pptx", "rtf", "svg", "txt", "xls", "xlsm", "xlsx", "xml", "yaml", "yml", "zip"),
    )
)
"""How the names of files end; `plan.docx` is no website."""


class Page(Struct, frozen=True):
    """A page that the writer can translate."""

    title: str
    subtitle: str
    """What stands under the title on the cover."""
    meta: dict[str, str]
    """The content of each `meta` by its name."""
    body: HtmlElement
    ids: frozenset[str]
    """Every id in it, for links."""
    has_opening: bool = True
    """Whether it has a cover and a table of contents."""
    remarks: tuple[Remark, ...] = ()
    """What is said about it in comments; the place of each has its number."""
    kept: tuple[HtmlElement, ...] = ()
    """Every element, only so that lxml need not make an object for it each time that it is looked at."""


def has_opening(page: str) -> bool:
    """Tell whether a page has a cover and a table of contents; one without says so in a `meta`.

    The place for a page in a Word file depends on it, and a page is read only after that.
    """
    return _NO_COVER not in page.partition("<body")[0]


def parse(page: str, without: Collection[str] = (), *, is_part: bool = False) -> Page:
    """Return the page.

    Args:
        page: The page as HTML.
        without: Elements that the house style has of its own, `header` or `nav`; they are left out.
        is_part: Whether it is a part of a page, whose links may lead to what is not there.

    Raises:
        ProblemsError: An element, class, attribute or link in it has no meaning; with the line.
    """
    root = html.document_fromstring(page)
    kept = tuple(root.iter())
    body = root.find("body")
    if body is None:
        raise page_fault(root, "De pagina heeft geen inhoud.")
    subtitle = " ".join(_words(item) for item in body.find_class("ondertitel"))
    for element in [item for name in without for item in body.iter(name)]:
        element.drop_tree()
    remarks = attach(body)
    keep_apart(body)
    _check(body)
    meta = {item.get("name", ""): item.get("content", "") for item in root.iterfind("head/meta")}
    title = root.findtext("head/title") or ""
    ids = [str(item.get("id")) for item in body.iter() if isinstance(item.tag, str) and item.get("id")]
    if not is_part:
        _check_links(body, frozenset(ids))
    return Page(title.strip(), subtitle, meta, body, frozenset(ids), has_opening(page), remarks, kept)


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def classes(element: HtmlElement) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset((element.get("class") or "").split())


def status_role(element: HtmlElement) -> str:
    """Return the role of the status that an element shows, such as `status.deels`; empty where it shows none."""
    shown = classes(element) & STATUSES
    return f"status.{min(shown)}" if shown else ""


def children(element: HtmlElement) -> Iterator[HtmlElement]:
    """Return the child elements, without comments."""
    return (child for child in element if isinstance(child.tag, str))


def tag_of(element: HtmlElement) -> str:
    """Return the name of an element."""
    return str(element.tag)


def page_fault(element: HtmlElement, melding: str) -> ProblemsError:
    """Return what is wrong with an element of the page: a fault in a template."""
    place = Location("de pagina van het plan", element.sourceline or 1, 1)
    return ProblemsError.about(place, melding, "Herstel het sjabloon dat dit schrijft.")


def _check(body: HtmlElement) -> None:
    has_lost_sign = NOT_IN_XML.search("".join(map(str, body.itertext()))) is not None
    for element in body.iterdescendants("*"):
        known = VOCABULARY.get(str(element.tag))
        if known is None:
            raise page_fault(element, f"Het element <{element.tag!s}> bestaat niet in een plan.")
        if unknown := sorted(classes(element) - known):
            raise page_fault(element, f"De klasse “{unknown[0]}” bestaat niet bij <{element.tag!s}>.")
        if has_lost_sign and NOT_IN_XML.search(f"{element.text or ''}{element.tail or ''}"):
            raise page_fault(element, "Hier staat een stuurteken dat niet in Word past.")
        for wrong, melding in grammar.faults(element):
            raise page_fault(wrong, melding)
        for melding in ties.faults(element):
            raise page_fault(element, melding)


def _check_links(body: HtmlElement, ids: frozenset[str]) -> None:
    for link in body.iter("a"):
        target = link.get("href") or ""
        if target.startswith("#") and target[1:] not in ids:
            raise page_fault(link, f"De link naar “{target[1:]}” heeft geen doel in het plan.")


def keep_apart(body: HtmlElement) -> None:
    """Rename each id and block whose name differs from an earlier one only in case or signs, and what leads to it.

    Args:
        body: The body of a page; it is changed.
    """
    for attribute in ("id", ties.BLOCK):
        renamed = _renamed(list(dict.fromkeys(item.get(attribute, "") for item in body.iter() if item.get(attribute))))
        if renamed:
            _rename(body, attribute, renamed)


def _renamed(names: list[str]) -> dict[str, str]:
    """Return the new name of each name that is too much like an earlier one."""
    taken: dict[str, str] = {}
    found: dict[str, str] = {}
    for name in names:
        plain = _SIGN.sub("_", name).casefold()
        if taken.setdefault(plain, name) != name or name.split() != [name]:
            digest = hashlib.sha256(name.encode()).hexdigest()[:8]
            found[name] = re.sub(r"\s", "-", name) + f"-{digest}"
    return found


def _rename(body: HtmlElement, attribute: str, renamed: dict[str, str]) -> None:
    for element in body.iter():
        name = element.get(attribute)
        if name in renamed:
            element.set(attribute, renamed[name])
        if attribute == "id":
            target, table = (element.get("href") or "").removeprefix("#"), element.get(ties.TABLE)
            if (element.get("href") or "").startswith("#") and target in renamed:
                element.set("href", f"#{renamed[target]}")
            if table in renamed:
                element.set(ties.TABLE, renamed[table])


def link_to(address: str) -> str | None:
    """Return an address as a link has it: `https://www.voorbeeld.nl` for `www.voorbeeld.nl`.

    Args:
        address: What was typed.

    Returns:
        The link, or None for what is no address that every reader can open.
    """
    typed = re.sub(r"\s", "%20", address.strip())
    if SAFE.fullmatch(typed):
        return typed
    if _MAIL.fullmatch(typed):
        return f"mailto:{typed}"
    site = _SITE.fullmatch(typed)
    if site is None or (not site["rest"] and site["last"].lower() in _OF_FILES):
        return None
    return f"https://{typed}"


def is_place(address: str) -> bool:
    r"""Tell whether an address is a file or folder: `\\server\map`, `C:\map`, `file:///map` or `plan.docx`."""
    typed = address.strip()
    return bool(_PLACE.match(typed)) or typed.rpartition(".")[2].lower() in _OF_FILES
