"""Turns the light Markdown of an answer into safe HTML: paragraphs, lists, bold, italics and links, no more.

Anything else that Markdown or HTML would make of a text stays the text that was typed.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Without one of these there is nothing for the parser to do, and importing it costs more than a whole plan.
_MARKS = re.compile(r"[*_\[]|^\s*(?:[-+*]|\d{1,9}[.)])\s", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n\s*\n")


def to_html(text: str) -> str:
    """Return the HTML of an answer: one or more `p`, `ul` and `ol` elements.

    Args:
        text: The answer as it was typed.
    """
    if not _MARKS.search(text):
        return "".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in _BLANK_LINE.split(text.strip()))
    tokens = _parser(lists=True).parse(text)
    if any(token.type == "ordered_list_open" and token.attrGet("start") for token in tokens):
        # "2026. Een jaar" would lose its number: Word counts a list from 1.
        tokens = _parser(lists=False).parse(text)
    return _render(tokens)


@cache
def _parser(*, lists: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["newline", "emphasis", "link"])
    return parser.enable("list") if lists else parser


def _render(tokens: list[Token]) -> str:
    parser = _parser(lists=True)
    return str(parser.renderer.render(tokens, parser.options, {})).replace("\n", " ").strip()
