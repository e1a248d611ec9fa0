"""Says what a file is when it is no Word file that can be used, and what to do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import HERE, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAVE_AS = "Open het in Word en bewaar het als Word-document (.docx)."
_CHOOSE = "Kies een Word-bestand: .docx, .dotx, .docm of .dotm."
_LOCK_FILE_SIZE = 162
_HEAD = 4096

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_KINDS = {
    "EncryptedPackage": (
        "Dit bestand is beveiligd met een wachtwoord.",
        "Open het in Word, haal het wachtwoord eraf en bewaar het opnieuw.",
    ),
    "WordDocument": ("Dit is een Word-bestand van de oude soort (.doc).", _SAVE_AS),
    "Workbook": ("Dit is een Excel-bestand van de oude soort (.xls).", _CHOOSE),
    "Book": ("Dit is een Excel-bestand van de oude soort (.xls).", _CHOOSE),
    "PowerPoint Document": ("Dit is een PowerPoint-bestand van de oude soort (.ppt).", _CHOOSE),
    "VisioDocument": ("Dit is een Visio-bestand.", _CHOOSE),
    "__substg1.0_": ("Dit is een e-mail (.msg).", "Bewaar de bijlage uit de e-mail en kies dat Word-bestand."),
}
_STARTS = (
    (rb"\s*\{\\rtf", "Dit is een RTF-bestand.", _SAVE_AS),
    (rb"[\s\S]{0,1024}%PDF-", "Dit is een PDF-bestand.", "Vraag om het Word-bestand waar het PDF-bestand van is."),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM[\s\S]{4}\0\0\0\0|II\*\0|MM\0\*", "Dit is een afbeelding.", _CHOOSE),
    (
        rb"Rar!|7z\xbc\xaf|\x1f\x8b",
        "Dit is een ingepakt bestand.",
        "Pak het uit en kies het Word-bestand dat erin zit.",
    ),
)
_TEXTS = (
    (r"(?:<\?xml[\s\S]*?)?<(?:!doctype html|html|head|body)\b", "Dit is een webpagina (HTML).", _SAVE_AS),
    (r"[\s\S]*?^MIME-Version:", "Dit is een webpagina of e-mail.", _SAVE_AS),
    (r"[\s\S]*?(?:pkg:package|word/2003/wordml)", "Dit is een Word-bestand in XML-vorm.", _SAVE_AS),
    (r"<\?xml", "Dit is een XML-bestand.", _CHOOSE),
)
_MIMETYPES = (
    (b"opendocument.text-template", "Dit is een sjabloon van LibreOffice (.ott).", _SAVE_AS),
    (b"opendocument.text", "Dit is een document van LibreOffice (.odt).", _SAVE_AS),
    (b"opendocument.", "Dit is een bestand van LibreOffice, maar geen tekstdocument.", _CHOOSE),
    (b"epub", "Dit is een e-boek (EPUB).", _CHOOSE),
)
_MAIN_TYPES = (
    (b"spreadsheetml", "Dit is een Excel-bestand.", _CHOOSE),
    (b"ms-excel", "Dit is een Excel-bestand.", _CHOOSE),
    (b"presentationml", "Dit is een PowerPoint-bestand.", _CHOOSE),
    (b"ms-powerpoint", "Dit is een PowerPoint-bestand.", _CHOOSE),
    (b"visio", "Dit is een Visio-bestand.", _CHOOSE),
    (
        b"themeManager",
        "Dit is een Office-thema, geen document.",
        "Pas het thema in Word toe op een leeg document en bewaar dat als .docx.",
    ),
)


def no_zip(name: str, data: bytes) -> ProblemsError:
    """Return the refusal of a file that is no zip, by its first bytes."""
    if name.startswith("~$") or _is_lock_file(data):
        return ProblemsError.about(
            HERE,
            "Dit is een hulpbestand dat Word maakt zolang een document open staat.",
            "Kies het document zelf: dezelfde naam zonder ~$.",
        )
    if data.startswith(_OLE):
        return _ole(data)
    for start, what, remedy in _STARTS:
        if re.match(start, data[:_HEAD]):
            return ProblemsError.about(HERE, what, remedy)
    if data.startswith(b"PK"):
        return broken()
    return _text(data[:_HEAD])


def broken() -> ProblemsError:
    """Return the refusal of a zip that is damaged."""
    return ProblemsError.about(
        HERE,
        "Dit bestand is beschadigd of niet volledig.",
        "Vraag opnieuw om het bestand, of open het in Word en bewaar het opnieuw als .docx.",
    )


def no_document(entries: Mapping[str, bytes], types: bytes) -> ProblemsError:
    """Return the refusal of a zip without a Word document, by its entries and content types."""
    for sign, what, remedy in _MIMETYPES:
        if sign in entries.get("mimetype", b"")[:_HEAD]:
            return ProblemsError.about(HERE, what, remedy)
    for sign, what, remedy in _MAIN_TYPES:
        if sign in types:
            return ProblemsError.about(HERE, what, remedy)
    if any(name.lower().endswith((".docx", ".dotx", ".docm", ".dotm")) for name in entries):
        return ProblemsError.about(
            HERE, "Dit is een zip-bestand met een Word-bestand erin.", "Pak het uit en kies het Word-bestand."
        )
    if any("vba" in name.lower() for name in entries):
        return ProblemsError.about(HERE, "In dit bestand zitten alleen macro's, geen document.", _CHOOSE)
    if any(name.lower().endswith(".iwa") for name in entries):
        return ProblemsError.about(
            HERE, "Dit is een bestand van Pages.", "Exporteer het in Pages als Word-document (.docx)."
        )
    return ProblemsError.about(HERE, "Dit is een zip-bestand, maar geen Word-document.", _CHOOSE)


def _is_lock_file(data: bytes) -> bool:
    """Tell whether the bytes are those of a lock file: the length of a name, and the name twice."""
    return len(data) == _LOCK_FILE_SIZE and 0 < data[0] < len(data) // 3


def _ole(data: bytes) -> ProblemsError:
    """Return the refusal of an OLE file: the streams of the file itself come before those of what it embeds."""
    places = {name: data.find(name.encode("utf-16-le")) for name in _OLE_KINDS}
    found = [name for name, place in places.items() if place >= 0]
    if not found:
        return ProblemsError.about(HERE, "Dit bestand is van een oude soort die geen Word-document is.", _CHOOSE)
    first = "EncryptedPackage" if "EncryptedPackage" in found else min(found, key=lambda name: places[name])
    return ProblemsError.about(HERE, *_OLE_KINDS[first])


def _text(head: bytes) -> ProblemsError:
    text = _decoded(head).lstrip("\ufeff \t\r\n")
    for start, what, remedy in _TEXTS:
        if re.match(start, text, re.IGNORECASE | re.MULTILINE):
            return ProblemsError.about(HERE, what, remedy)
    if text and not re.search(r"[\x00-\x08\x0e-\x1f\ufffd]", text):
        return ProblemsError.about(HERE, "Dit is een bestand met alleen tekst.", _CHOOSE)
    return ProblemsError.about(HERE, "Dit bestand is geen Word-bestand.", _CHOOSE)


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    try:
        return head.decode("utf-8")
    except UnicodeDecodeError as error:
        # The head can end inside a letter; windows-1252 is what old programs write.
        return head[: error.start].decode("utf-8") if error.start > len(head) - 4 else head.decode("cp1252", "replace")
