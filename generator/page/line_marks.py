r"""Reads what a line of text marks: bold, italics and links; every other sign stays as it was typed.

Stars and underscores count only at the edges of words, so that 2*3*4 and `bijlage_nr_3` stay; a backslash before a sign
takes its meaning away, but not in `C:\map`.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from generator.page import vocabulary

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_ESCAPED = "*_[]"
"""The signs that a backslash keeps as they are."""
_ESCAPED_AT_START = "#>+-–•("
"""The signs that it keeps at the start of a line; after a number it keeps the sign that would make that a mark."""
_WORTH_READING = re.compile(rf"\*[^\s*).,:;!?\]]|\]\(|\\[{re.escape(_ESCAPED + _ESCAPED_AT_START)}.)]")
"""Without this there is nothing for the parser to do, and importing it costs more than a whole plan."""
_IS_MARKDOWN = re.compile(r"\*\*\w|\]\(")
"""Whoever writes this knows Markdown; only then underscores around words are italics, and no name of a file."""
_LINK = re.compile(
    r"\[(?P<label>[^\[\]]{1,500})\]\((?P<address><[^<>\n]{1,2000}>|[^()\n\"]{1,2000}(?:\([^()\n\"]{0,500}\)[^()\n\"]{0,500}){0,5})\)"
)
_PATH = re.compile(r"\\\\[^\s\\*_][^\s]*|:\\\S*")
_BLANKS = re.compile(r"[ \t]+")
_LINKS = "links"
"""What the parser is told beside the text: whether links may stand in it."""
_LONGEST_MARK = 3
_LONGEST_NUMBER = 8


def to_html(text: str, *, keep_lines: bool = False, links: bool = True) -> str:
    """Return a text with its marks as `strong`, `em` and `a`.

    Args:
        text: One paragraph as it was typed.
        keep_lines: Whether the end of a line is one in the document too.
        links: Whether links may stand here; else an address stands behind its words.
    """
    if not _WORTH_READING.search(text):
        shown = escape(text)
    else:
        parser = _parser(underscores=bool(_IS_MARKDOWN.search(text)))
        shown = str(parser.renderInline(text, {_LINKS: links}))
    lines = _BLANKS.sub(" ", shown).split("\n")
    return ("<br>" if keep_lines else " ").join(filter(None, (line.strip(" ") for line in lines)))


@cache
def _parser(*, underscores: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable("emphasis")
    parser.inline.ruler.at("emphasis", _stars_and_underscores if underscores else _stars)
    parser.inline.ruler.before("emphasis", "link_to_address", _link)
    parser.inline.ruler.before("emphasis", "escaped_sign", _escaped)
    parser.inline.ruler.before("escaped_sign", "path", _path)
    return parser


def _stars(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] == "*" and _mark(state, silent=silent)


def _stars_and_underscores(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] in "*_" and _mark(state, silent=silent)


def _mark(state: StateInline, *, silent: bool) -> bool:
    """Take signs that may begin or end bold or italic text."""
    from markdown_it.rules_inline.state_inline import Delimiter

    if silent:
        return False
    sign = state.src[state.pos]
    found = state.scanDelims(state.pos, canSplitWord=False)
    after = state.src[state.pos + found.length : state.pos + found.length + 1]
    is_mark = found.length <= (1 if sign == "_" else _LONGEST_MARK)
    if not is_mark or not (found.can_open or found.can_close):
        state.push("text", "", 0).content = sign * found.length
    else:
        for _ in range(found.length):
            state.push("text", "", 0).content = sign
            state.delimiters.append(
                Delimiter(
                    marker=ord(sign),
                    length=found.length,
                    token=len(state.tokens) - 1,
                    end=-1,
                    open=found.can_open and after not in _ENDS,
                    close=found.can_close,
                )
            )
    state.pos += found.length
    return True


_ENDS = frozenset(").,:;!?]")
"""No word begins with these: `*)` is the sign of a note."""


def _link(state: StateInline, silent: bool) -> bool:
    """Take `[words](address)`; a place on a server stands behind its words, and what is neither stays as it is."""
    found = _LINK.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    before = state.src[max(state.pos - 1, 0) : state.pos]
    if found is None or state.linkLevel or before == "!" or not found["label"].strip():
        return False
    address = found["address"].strip().removeprefix("<").removesuffix(">")
    target = vocabulary.link_to(address)
    is_place = target is None or not state.env[_LINKS]
    if is_place and (before.isalnum() or (target is None and not vocabulary.is_place(address))):
        return False
    if not silent:
        _push_link(state, found, address, None if is_place else target)
    state.pos = found.end()
    return True


def _push_link(state: StateInline, found: re.Match[str], address: str, target: str | None) -> None:
    end = state.posMax
    state.pos, state.posMax = found.span("label")
    if target is not None:
        state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(target)}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.posMax = end
    if target is not None:
        state.push("link_close", "a", -1)
    else:
        state.push("text", "", 0).content = f" ({address})"


def _escaped(state: StateInline, silent: bool) -> bool:
    """Take a backslash with the sign after it, and leave that sign."""
    sign = state.src[state.pos + 1 : min(state.pos + 2, state.posMax)]
    if state.src[state.pos] != "\\" or not sign or not _is_escaped(sign, _before(state)):
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content, token.markup, token.info = sign, f"\\{sign}", "escape"
    state.pos += 2
    return True


def _before(state: StateInline) -> str:
    """Return what stands before the cursor on its line, or the end of that."""
    begin = max(state.pos - _LONGEST_NUMBER, 0)
    return ("…" * (begin > 0) + state.src[begin : state.pos]).rpartition("\n")[2]


def _is_escaped(sign: str, before: str) -> bool:
    """Tell whether a backslash keeps a sign as it is, after what stands before both on their line."""
    if sign in ".)":
        return before.strip().isdecimal()
    if sign in _ESCAPED_AT_START:
        return not before.strip()
    return sign == "*" or (sign in _ESCAPED and not before[-1:].isalnum())


def _path(state: StateInline, silent: bool) -> bool:
    r"""Take the rest of `C:\map` or the whole of `\\server\map` as it is, marks around it left alone."""
    found = _PATH.match(state.src, state.pos, state.posMax) if state.src[state.pos] in ":\\" else None
    if found is None or (found[0].startswith(":") and not state.src[state.pos - 1 : state.pos].isalpha()):
        return False
    kept = found[0].rstrip("*_)].,;")
    if not silent:
        state.push("text", "", 0).content = kept
    state.pos += len(kept)
    return True
