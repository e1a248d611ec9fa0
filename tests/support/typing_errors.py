"""What people do to one line of an answer file while they type: each way returns that line, or None where it cannot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_KEYED = re.compile(r"(?P<start> *(?:- )?(?P<key>[a-z_0-9]+):)(?P<gap> +)(?P<value>\S.*)")
_PAIR = re.compile(r"(?P<start>.*[{,] ?[a-z_]+: )(?P<value>[A-Za-z][^,{}\[\]\"]*)(?P<rest>[,}].*)")


def _value(line: str, change: Callable[[str], str]) -> str | None:
    """Change the value of a line with one plain value: no quotes, braces or text below it."""
    found = _KEYED.fullmatch(line)
    if found is None or found["value"][0] in "\"'{[|>":
        return None
    return found["start"] + found["gap"] + change(found["value"])


def _pair(line: str, change: Callable[[str], str]) -> str | None:
    """Change the last plain value of a line in braces."""
    found = _PAIR.fullmatch(line)
    return found and found["start"] + change(found["value"]) + found["rest"]


def _starts_with(sign: str) -> Callable[[str], str | None]:
    return lambda line: _value(line, lambda value: sign + value)


def _pair_starts_with(sign: str) -> Callable[[str], str | None]:
    return lambda line: _pair(line, lambda value: sign + value)


def _lead(line: str, lead: str) -> str | None:
    rest = line.lstrip(" ")
    return lead + rest if rest and not rest.startswith("#") else None


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _said(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


WAYS: dict[str, Callable[[str], str | None]] = {
    "apostrophe": _starts_with("'s "),
    "apostrophe in braces": _pair_starts_with("'t "),
    "year with an apostrophe": _starts_with("'70 "),
    "star": _starts_with("*"),
    "bold": _starts_with("**vet** "),
    "ampersand": _starts_with("& "),
    "reference": _starts_with("&naam "),
    "question mark": _starts_with("? "),
    "exclamation mark": _starts_with("!let op "),
    "link": _starts_with("[naam](https://voorbeeld.nl) "),
    "open bracket": _starts_with("[zie "),
    "more than": _starts_with("> "),
    "more than, tight": lambda line: _value(line, lambda _value: ">5"),
    "pipe": _starts_with("| "),
    "percent": _starts_with("% "),
    "backtick": _starts_with("`"),
    "at": _starts_with("@"),
    "star in braces": _pair_starts_with("*"),
    "percent in braces": _pair_starts_with("%"),
    "curly quotes": lambda line: _value(line, lambda value: f"“{value}”"),
    "curly quotes and a colon": lambda line: _value(line, lambda value: f"“Let op: {value}”"),
    "quotes inside quotes": lambda line: _value(line, lambda value: f'"Plan "Veilig" {value}"'),
    "quoted first word": lambda line: _value(line, lambda value: f'"Veilig" {value}'),
    "single quotes with an apostrophe": lambda line: _value(line, lambda value: f"'foto's {value}'"),
    "quote that is not closed": _starts_with('"'),
    "quote in braces that is not closed": _pair_starts_with('"'),
    "straight and curly quote": lambda line: _value(line, lambda value: f'"{value}”'),
    "backslash in quotes": lambda line: _value(line, lambda value: f'"C:\\map {value}"'),
    "hash that sticks": lambda line: _value(line, lambda value: f"{value} #samenveilig en meer"),
    "hash at the start": lambda line: _value(line, lambda value: f"#{value}"),
    "hash with a space": lambda line: _value(line, lambda value: f"{value} # en meer"),
    "hash in braces": lambda line: _pair(line, lambda value: f"{value} #1"),
    "colon in a text": lambda line: _value(line, lambda value: f"Let op: {value}"),
    "colon at the end": lambda line: _value(line, lambda value: f"{value}:"),
    "colon in braces": lambda line: _pair(line, lambda value: f"let op: {value}"),
    "question mark in braces": lambda line: _pair(line, lambda value: f"{value.strip()}?"),
    "address in braces": lambda line: _pair(line, lambda _value: "https://voorbeeld.nl"),
    "no space after the colon": lambda line: re.sub(r"^( *[a-z_]+:) ", r"\1", line) if _KEYED.fullmatch(line) else None,
    "no space after a colon in braces": lambda line: (
        re.sub(r"([{,] ?[a-z_]+:) (?=[^,]*}$)", r"\1", line) if line.endswith("}") else None
    ),
    "no colon": lambda line: re.sub(r"^( *[a-z_]+):", r"\1", line) if _KEYED.fullmatch(line) else None,
    "no space after the dash": lambda line: (
        re.sub(r"^( *)- ", r"\1-", line) if line.lstrip().startswith("- ") else None
    ),
    "no dash": lambda line: re.sub(r"^( *)- ", r"\1", line) if line.lstrip().startswith("- ") else None,
    "spaces for a dash": lambda line: re.sub(r"^( *)- ", r"\1  ", line) if line.lstrip().startswith("- ") else None,
    "a dash too many": lambda line: re.sub(r"^( *)(?=[a-z_]+:)", r"\1- ", line) if _KEYED.fullmatch(line) else None,
    "fixed space after the colon": lambda line: (
        re.sub(r"^( *[a-z_]+:) ", "\\1\u00a0", line) if _KEYED.fullmatch(line) else None
    ),
    "narrow space after a colon in braces": lambda line: (
        re.sub(r"([{,] ?[a-z_]+:) (?=[^,]*}$)", "\\1\u202f", line) if line.endswith("}") else None
    ),
    "fixed spaces before": lambda line: _lead(line, "\u00a0" * _width(line)) if _width(line) else None,
    "a sign without width before": lambda line: _lead(line, " " * _width(line) + "\u200b"),
    "byte order mark before": lambda line: _lead(line, "\ufeff" + " " * _width(line)),
    "tabs before": lambda line: _lead(line, "\t" * (_width(line) // 2)) if _width(line) else None,
    "tab after the colon": lambda line: re.sub(r"^( *[a-z_]+:) ", "\\1\t", line) if _KEYED.fullmatch(line) else None,
    "one space more": lambda line: f" {line}" if _said(line) else None,
    "one space less": lambda line: line[1:] if _said(line) and _width(line) else None,
    "two spaces more": lambda line: f"  {line}" if _said(line) else None,
    "two spaces less": lambda line: line[2:] if _said(line) and _width(line) else None,
    "no indentation": lambda line: line.lstrip(" ") if _said(line) and _width(line) else None,
    "value before a group": lambda line: f"{line} tekst" if re.fullmatch(r" *[a-z_]+:", line) else None,
    "brace not closed": lambda line: line[:-1] if line.endswith("}") else None,
    "brace too many": lambda line: f"{line}}}" if line.endswith("}") else None,
    "brace not opened": lambda line: re.sub(r"\{", "", line, count=1) if line.endswith("}") else None,
    "comma too many": lambda line: line.replace(", ", ",, ", 1) if line.endswith("}") and '"' not in line else None,
    "comma missing": lambda line: line.replace(", ", " ", 1) if line.endswith("}") and '"' not in line else None,
    "line separator": lambda line: _value(line, lambda value: value.replace(" ", "\u2028", 1)),
}
