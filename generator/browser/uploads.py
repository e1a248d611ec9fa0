"""Files that were sent with a form: bounded, closed again, and called after themselves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.datastructures import UploadFile

from generator import limits
from generator.problems import ProblemsError

if TYPE_CHECKING:
    from starlette.datastructures import FormData


class SentFile(NamedTuple):
    """A file that was sent."""

    name: str
    """Without the folder that it stood in; no two of one field are called alike."""
    data: bytes


def sent_files(form: FormData, name: str) -> list[SentFile]:
    """Return the files in a field of a form; a browser sends one without a name where none was chosen.

    Raises:
        ProblemsError: One of them is too large.
    """
    found: list[SentFile] = []
    too_large = ""
    for item in form.getlist(name):
        if not isinstance(item, UploadFile):
            continue
        with item.file as file:
            data = file.read(limits.FILE + 1)
        title = (item.filename or "").replace("\\", "/").rpartition("/")[2]
        too_large = title if len(data) > limits.FILE else too_large
        double = sum(other.name.split(" (")[0] == title for other in found)
        if title:
            found.append(SentFile(f"{title} ({double + 1})" if double else title, data))
    if too_large:
        raise ProblemsError.about(too_large, "Dit bestand is te groot.", "Kies een kleiner document.")
    return found
