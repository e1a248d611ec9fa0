"""The words that somebody typed in a template about the document it was: its title, version, date, status, prompts.

Where it is plain what they stand for, they make room for those of the plan; the rest stays and is told. That is found
before placeholders are filled in, and written after: what an answer says is never taken for something typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.dutch import MONTHS
from generator.word.fields import fields
from generator.word.filling.bound_controls import OPEN, holds_no_typing, nameless, unknown_prompts
from generator.word.filling.field_values import shown_date
from generator.word.frame.remnants import PATH, Remnant
from generator.word.xml import SPACE, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from lxml.etree import _Element

    from generator.word.fields import Field

_BEGIN, _END = "\ufdd4", "\ufdd5"
"""Around the name of what comes here, while a house style is filled in; no document holds these signs."""
_PROMISED = re.compile(f"{_BEGIN}(\\w+)\\|(.*?){_END}")
_OTHER = "\ufffc"
"""Stands for what is not typed: a field, a tag or a control with a value of its own."""
_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
_MONTH = "|".join((*MONTHS, *_ENGLISH, *(name[:3] for name in (*MONTHS, *_ENGLISH)), "mrt"))
_DATE = (
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)|\d{4}-\d\d-\d\d"
    rf"|(?:\d{{1,2}}\s+)?(?:{_MONTH})\.?\s+\d{{4}}|dd?[-/. ]mm[-/. ](?:jj|yy){{1,2}}"
)
_PROMPT = r"<[^<>\n]{2,60}>|\[[^\[\]\n]{2,60}\]|«[^«»\n]{2,60}»|\{[^{}\n]{2,60}\}"
_FROM = rf"(?:^|[|–—;,/•·\t\n({_OTHER}]|\s-\s|\s\s)\s*"
_TO = rf"(?=\s*(?:$|[|–—;,/•·\t\n){_OTHER}]|\s-\s|\s\s))"
_VERSION = r"v?\.?\s?\d+(?:[.,]\d+)*[a-z]?|[x\d]+(?:[.,][x\d]+)+"
_PLAIN = (
    re.compile(
        rf"{_FROM}(?:versie(?:nummer|nr\.?)?|version(?: no\.?| number)?|rev(?:isie|ision))\s*[:.]?\s*"
        rf"(?P<versie>{_VERSION}|{_PROMPT}){_TO}(?:[\s,|–(-]+(?P<datum>{_DATE}))?",
        re.IGNORECASE,
    ),
    re.compile(rf"{_FROM}(?P<versie>v\.?\s?\d+(?:\.\d+)+){_TO}(?:[\s,|–(-]+(?P<datum>{_DATE}))?", re.IGNORECASE),
    re.compile(
        rf"{_FROM}(?:(?:publicatie|document|versie|rapport)?datum|date|d\.d\.)\s*[:.]?\s*(?P<datum>{_DATE}|{_PROMPT})",
        re.IGNORECASE,
    ),
    re.compile(rf"^\s*(?:[A-Z][\w’' -]{{2,30}},\s*)?(?P<datum>{_DATE})\s*$", re.IGNORECASE),
    re.compile(rf"{_FROM}(?:document)?status\s*[:\t]\s*(?P<status>[^|–—;,\t\n({_OTHER}]*\w){_TO}", re.IGNORECASE),
    re.compile(r"^\s*(?P<status>concept|definitief|draft|final|vastgesteld|ontwerp)\s*$", re.IGNORECASE),
)
"""What is typed after a label, or alone on its line."""
_ASKED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("subject", r"ondertitel|sub-?title|onderwerp|subject"),
        ("title", r"titel|title|naam\W+(?:van\W+(?:het\W+)?)?(?:document|rapport|plan)|(?:document|rapport)naam"),
        ("versie", r"versie|version"),
        ("datum", r"datum|\bdate\b|dd?\W?mm|jjjj|yyyy"),
        ("status", r"status"),
        ("company", r"gemeente|organisatie|organi[sz]ation|bedrijf|company"),
        ("author", r"auteur|author|opsteller|schrijver"),
    )
)
"""What the words of a prompt ask for."""
_LABELS = re.compile(
    r"^\s*(?:(?P<versie>versie|version|versienummer)|(?P<datum>datum|date|publicatiedatum)|(?P<status>status))\s*:?\s*$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"(?:^|[|\t\n])\s*(?:auteurs?|author|opgesteld door|opsteller|samensteller|schrijver|prepared by|naam|student|klas|"
    r"docent|opdrachtgever|contactpersoon|projectleider|behandeld door|behandelaar|kenmerk|ons kenmerk)\s*[:\t]\s*\w",
    re.IGNORECASE,
)
_SUSPECT = re.compile(
    rf"{_PROMPT}|\b(?:versie|version)\s*:?\s*v?\d|{_DATE}|lorem ipsum"
    r"|(?:klik|tik|typ|click|vul|voer) (?:of tik )?(?:hier|om|here)",
    re.IGNORECASE,
)
_HAS_WORD = re.compile(r"[^\W\d_]{2}")
_MOST = 120
"""A line of more characters than this is running text: what stands in it is told and not replaced."""
_MOST_SHOWN = 80
_WHOLE_TITLE, _TITLE_INSIDE = 4, 10
"""A sample title of so many characters is known as a whole line, and within one."""


class _Line(Struct):
    """The typed text of a paragraph."""

    text: str
    spans: list[tuple[int, _Element]]
    """Where each of its text elements begins."""

    def write(self, start: int, end: int, words: str) -> None:
        """Put words in place of a piece, in the look of its first sign."""
        for begin, item in self.spans:
            old = item.text or ""
            first, last = max(start - begin, 0), min(end - begin, len(old))
            if first < last:
                item.text = old[:first] + words + old[last:]
                item.set(SPACE, "preserve")
                words = ""


def promise(root: _Element, part: str, titles: Collection[str]) -> Iterator[Remnant]:
    """Mark in a part what makes room for words of the plan, and tell that and what stays of another document.

    Args:
        root: A part, or a piece of one; it is changed.
        part: What it is called, in Dutch.
        titles: The titles that the document had.
    """
    yield from (Remnant(part, words, "blijft") for words in unknown_prompts(root))
    results: set[_Element] = set()
    for item in list(fields(root, results=True)):
        results |= set(item.results)
        if item.instruction.strip().casefold().startswith("filename"):
            _promise_title(item)
            yield Remnant(part, " ".join(item.instruction.split()), "gevuld")
    for paragraph in root.iter(w("p")):
        yield from _promised(paragraph, _line(paragraph, results), part, titles)


def _promise_title(item: Field) -> None:
    """Let a field show the title of the plan: the file of the plan may have any name, and a path of its own."""
    for index, shown in enumerate(item.results):
        shown.text = "" if index else _token("title")
    item.unlink()


def _promised(paragraph: _Element, line: _Line, part: str, titles: Collection[str]) -> Iterator[Remnant]:
    shown = " ".join(line.text.replace(_OTHER, " ").split())[:_MOST_SHOWN]
    pieces = list(_pieces(line.text, paragraph, titles)) if len(line.text) <= _MOST else []
    rest = line.text
    for start, end, name in reversed(pieces):
        rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
        line.write(start, end, _token(name, _shape(line.text[start:end])))
    if pieces:
        yield Remnant(part, shown, "gevuld")
    if _is_suspect(rest):
        yield Remnant(part, shown, "blijft")


def put_typed(root: _Element, values: Mapping[str, str]) -> None:
    """Write the words of the plan where they were promised."""
    for item in root.iter(w("t")):
        if item.text and _BEGIN in item.text:
            item.text = _PROMISED.sub(lambda found: _shown(values, found[1], found[2]), item.text)


def take_names(root: _Element, part: str) -> Iterator[Remnant]:
    """Take the names of controls away that only the maker of the template knows, and tell them."""
    for name in nameless(root):
        yield Remnant(part, f"de naam van een besturingselement: “{name}”", "weg")


def _shown(values: Mapping[str, str], name: str, shape: str) -> str:
    given = values.get(name, "")
    shown = shown_date(given, shape) if name == "datum" else given
    return (shown.upper() if shape == "upper" else shown) or OPEN


def _token(name: str, shape: str = "") -> str:
    return f"{_BEGIN}{name}|{shape}{_END}"


def _shape(typed: str) -> str:
    """Return how something was typed: the format of a date in figures, or in capitals."""
    if re.match(r"\d{1,2}[-/.]\d", typed):
        return "dd-MM-yyyy"
    return "upper" if typed.isupper() and typed.isalpha() else ""


def _line(paragraph: _Element, results: Collection[_Element]) -> _Line:
    """Return what is typed in a paragraph; what is not, is a sign of its own."""
    line = _Line("", [])
    for item in paragraph.iter(w("t"), w("tab"), w("br"), w("fldChar")):
        run = item.getparent()
        if run is None or run.tag != w("r") or next(item.iterancestors(w("p")), None) is not paragraph:
            continue
        if item.tag != w("t"):
            line.text += _OTHER if item.tag == w("fldChar") else "\t"
        elif item in results or holds_no_typing(item):
            line.text += _OTHER * len(item.text or "")
        else:
            line.spans.append((len(line.text), item))
            line.text += item.text or ""
    line.text = _TAGS.sub(lambda found: _OTHER * len(found[0]), line.text)
    return line


def _pieces(text: str, paragraph: _Element, titles: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield what stands for something of the plan: where it begins and ends, and what it is."""
    taken: list[tuple[int, int, str]] = []
    for start, end, name in (*_titles(text, titles), *_labelled(text, paragraph), *_prompted(text)):
        if all(end <= first or start >= last for first, last, _ in taken):
            taken.append((start, end, name))
    yield from sorted(taken)


def _titles(text: str, titles: Collection[str]) -> Iterator[tuple[int, int, str]]:
    whole = text.strip()
    for title in sorted(titles, key=len, reverse=True):
        at = text.casefold().find(title.casefold())
        is_whole = whole.casefold() == title.casefold() and len(title) >= _WHOLE_TITLE
        if at >= 0 and (is_whole or len(title) >= _TITLE_INSIDE):
            yield at, at + len(title), "title"


def _labelled(text: str, paragraph: _Element) -> Iterator[tuple[int, int, str]]:
    label = _LABELS.match(_cell_before(paragraph))
    if label and label.lastgroup and text.strip() and _OTHER not in text:
        yield len(text) - len(text.lstrip()), len(text.rstrip()), label.lastgroup
    if _is_list(paragraph):
        return
    for pattern in _PLAIN:
        for found in pattern.finditer(text):
            yield from ((*found.span(name), name) for name, words in found.groupdict().items() if words)


def _prompted(text: str) -> Iterator[tuple[int, int, str]]:
    for found in re.finditer(_PROMPT, text):
        asked = (name for name, words in _ASKED if words.search(found[0]))
        if name := next(asked, ""):
            yield (*found.span(), name)


def _cell_before(paragraph: _Element) -> str:
    """Return the text of the cell before that of a paragraph, which may be its label."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    before = None if cell is None else cell.getprevious()
    return "" if before is None else "".join(item.text or "" for item in before.iter(w("t")))


def _is_list(paragraph: _Element) -> bool:
    """Tell whether a paragraph stands in a row of a list, such as the history of versions."""
    row = next(paragraph.iterancestors(w("tr")), None)
    table = None if row is None else row.getparent()
    if row is None or table is None or next(row.iterancestors(w("body")), None) is None:
        return False
    return len(row.findall(w("tc"))) > 2 and len(table.findall(w("tr"))) > 1


def _is_suspect(rest: str) -> bool:
    found = (item[0] for item in _SUSPECT.finditer(rest))
    return any(_HAS_WORD.search(item) or item[0] not in "<[{«" for item in found) or bool(
        _SOMEBODY.search(rest) or PATH.search(rest)
    )
