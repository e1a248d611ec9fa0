"""Names of parts: one spelling for each, and the part that a relationship points to."""

from __future__ import annotations

from urllib.parse import quote, unquote

CONTENT_TYPES = "[Content_Types].xml"
_ALLOWED = "/!$&'()*+,;=:@-._~"


def clean(name: str) -> str:
    """Return a name as a part is called: forward slashes, no leading slash, other signs percent-encoded."""
    plain = unquote(name.replace("\\", "/"))
    if plain.lower() == CONTENT_TYPES.lower():
        return CONTENT_TYPES
    return quote("/".join(piece for piece in plain.split("/") if piece not in {"", "."}), safe=_ALLOWED)


def key(name: str) -> str:
    """Return what two spellings of the same name have in common."""
    return clean(name).lower()


def is_unsafe(name: str) -> bool:
    """Tell whether a name in a zip points outside the zip."""
    plain = unquote(name.replace("\\", "/"))
    return plain.startswith("/") or plain[1:2] == ":" or ".." in plain.split("/")


def rels_name(source: str) -> str:
    """Return the name of the part with the relationships of `source`, which is "" for the package."""
    folder, slash, name = source.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def source_of(name: str) -> str | None:
    """Return the part whose relationships are in `name`, "" for the package; None when it holds none."""
    folder, _, file = name.rpartition("/")
    parent, slash, last = folder.rpartition("/")
    if last.lower() != "_rels" or not file.lower().endswith(".rels"):
        return None
    return f"{parent}{slash}{file[: -len('.rels')]}"


def candidates(source: str, target: str) -> tuple[str, str]:
    """Return the keys that a target can stand for: relative to its source, and to the package as some write it."""
    plain = unquote(target.partition("#")[0].partition("?")[0].replace("\\", "/"))
    folder = "" if plain.startswith("/") else source.rpartition("/")[0]
    return _joined(folder, plain), _joined("", plain)


def _joined(folder: str, target: str) -> str:
    pieces: list[str] = []
    for piece in f"{unquote(folder)}/{target}".split("/"):
        if piece == "..":
            del pieces[-1:]
        elif piece not in {"", "."}:
            pieces.append(piece)
    return key("/".join(pieces))
