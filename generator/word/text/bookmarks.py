"""Names and numbers for bookmarks: from an id in the page to a name that Word accepts, always the same one."""

from __future__ import annotations

import hashlib
import re

MAX_LENGTH = 40
"""Word cuts off longer names, and the links to them break."""


def bookmark_name(identity: str) -> str:
    """Return the bookmark name for an id: letters, digits and underscores, at most 40 characters."""
    name = re.sub(r"\W", "_", identity, flags=re.ASCII)
    if not name[:1].isalpha():
        name = f"b_{name}"
    if len(name) <= MAX_LENGTH:
        return name
    digest = hashlib.sha256(identity.encode()).hexdigest()[:8]
    return f"{name[: MAX_LENGTH - 9]}_{digest}"


class Bookmarks:
    """Hands out bookmarks, each with a number of its own."""

    def __init__(self) -> None:
        """Start without any."""
        self._count = 0

    def around(self, content: str, names: list[str]) -> str:
        """Return the content with a bookmark around it for each name."""
        for name in names:
            self._count += 1
            start = f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>'
            content = f'{start}{content}<w:bookmarkEnd w:id="{self._count}"/>'
        return content
