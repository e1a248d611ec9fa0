"""What an address in a text leads to: a link that anybody can follow, a place that only some can reach, or nothing."""

from __future__ import annotations

import re

SAFE = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
"""The addresses that a document links to; others could run something, or lead nowhere."""
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
